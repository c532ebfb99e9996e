#include "core/audit/figure_claims.h"

#include "core/pack/names.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace signroute {

namespace {

using Units = std::vector<std::string>;

Units units_of(DeadlineUnit unit) {
    switch (unit) {
        case DeadlineUnit::working_day:
            return {"工作日"};
        case DeadlineUnit::calendar_day:
            return {"日", "天", "自然日"};
        case DeadlineUnit::month:
            return {"月"};
        case DeadlineUnit::year:
            return {"年"};
    }
    return {};
}

// A unit that is not known is looked for as it is written.
Units cap_units(const std::string& unit) {
    for (const CapUnit& known : kCapUnits) {
        if (unit != known.id) continue;
        Units out;
        for (const char* word : known.words) {
            if (word) out.emplace_back(word);
        }
        return out;
    }
    return {unit};
}

struct Period {
    std::string_view per;
    long long n, over;
    Units units;
};
const Period kSaidPeriods[] = {{"week", 1, 1, {"每周", "每星期"}},
                               {"month", 1, 1, {"每月"}},
                               {"quarter", 1, 1, {"每季度", "每季"}},
                               {"half_year", 1, 2, {"每年"}},
                               {"year", 1, 1, {"每年"}}};

FigureClaim claim(long long n, Units units) {
    FigureClaim out{n, 1, std::move(units), false, false, ""};
    out.words = std::to_string(n) + (out.units.empty() ? "" : out.units.front());
    return out;
}

template <class Number>
void append_range(std::vector<FigureClaim>& out, const std::optional<Number>& n, const Units& units, bool upper) {
    if (!n) return;
    out.push_back(claim(*n, units));
    out.back().upper = upper;
}

std::vector<FigureClaim> frequency(const BodyEntry& entry) {
    std::vector<FigureClaim> out;
    append_range(out, entry.n, {"次"}, false);
    append_range(out, entry.n_max, {"次"}, true);
    for (const Period& period : kSaidPeriods) {
        if (entry.per != period.per) continue;
        FigureClaim every{period.n, period.over, period.units, false, false, ""};
        every.words = period.over == 2 ? "每半年" : period.units.front();
        out.push_back(std::move(every));
    }
    return out;
}

// "2022-03-28" as 20220328; 0 for what is no date.
long long date_number(const std::string& date) {
    long long out = 0;
    for (const char c : date) {
        if (c >= '0' && c <= '9') out = out * 10 + (c - '0');
    }
    return date.size() == 10 ? out : 0;
}

}  // namespace

std::vector<FigureClaim> figures_of(const TimeLimit& limit) {
    std::vector<FigureClaim> out;
    if (limit.n) out.push_back(claim(*limit.n, limit.unit_open ? Units{"日", "天"} : units_of(limit.unit)));
    if (limit.day_of_month) out.push_back(claim(*limit.day_of_month, {"号", "日"}));
    return out;
}

std::vector<FigureClaim> figures_of(const Cap& cap) {
    std::vector<FigureClaim> out;
    append_range(out, cap.at_least, cap_units(cap.unit), false);
    append_range(out, cap.at_most, cap_units(cap.unit), true);
    return out;
}

std::vector<FigureClaim> figures_of(const BodyEntry& entry) {
    if (entry.attribute == "frequency") return frequency(entry);
    std::vector<FigureClaim> out;
    if (entry.attribute == "quorum") {
        FigureClaim share{entry.numerator, entry.denominator, {"数", "分之", "%"}, false, false, ""};
        share.words = std::to_string(entry.numerator) + "/" + std::to_string(entry.denominator);
        out.push_back(std::move(share));
    } else if (entry.n) {
        out.push_back(claim(*entry.n, {}));
    }
    return out;
}

std::vector<FigureClaim> figures_of(const PackDocument& document) {
    std::vector<FigureClaim> out;
    for (const std::string& date : {document.issued, document.in_force_from, document.until}) {
        const long long n = date_number(date);
        if (n == 0) continue;
        FigureClaim one = claim(n, {});
        one.takes_only = true;
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<FigureClaim> figures_of(const Condition& condition) {
    using R = Condition::Relation;
    std::vector<FigureClaim> out;
    const auto add = [&](long long n) {
        FigureClaim one = claim(n, {});
        one.takes_only = true;
        out.push_back(std::move(one));
    };
    each_part(condition, [&](const Condition& part) {
        if (part.op != Condition::Op::compare && part.op != Condition::Op::count) return;
        add(part.number);
        if (part.relation == R::at_least || part.relation == R::less_than) add(part.number - 1);
        if (part.relation == R::at_most || part.relation == R::more_than) add(part.number + 1);
    });
    return out;
}

bool is_claimed(const Figure& f, const FigureClaim& claim, bool any_unit) {
    const bool percent = f.unit == "%" && claim.over != 1;
    const long long over = percent ? f.over * 100 : f.over;
    const bool lower_end = f.n * claim.over == claim.n * over;
    const bool upper_end = f.upto > 0 && f.upto * claim.over == claim.n * over;
    if (claim.upper && f.upto > 0 ? !upper_end : !lower_end) return false;
    const auto is_period = [](const std::string& unit) { return unit.compare(0, 3, "每") == 0; };
    if (claim.units.empty()) return !is_period(f.unit);
    if (any_unit) return is_period(f.unit) == is_period(claim.units.front());
    return std::find(claim.units.begin(), claim.units.end(), f.unit) != claim.units.end();
}

}  // namespace signroute
