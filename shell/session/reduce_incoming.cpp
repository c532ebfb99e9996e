// Packs, years and local days that an office installs: brought, looked over, shown, and only then kept.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/contract/comparison_in.h"
#include "shell/session/reducer.h"

namespace signroute {

namespace {

constexpr const char* kLint = "incoming.lint";
constexpr const char* kAudit = "incoming.audit";
constexpr const char* kDifference = "incoming.difference";
constexpr const char* kLintPack = "pack.lint";
constexpr const char* kLocal = "local";  // key of the record of local days

void fail(Incoming& incoming, const Error& e) { incoming.errors.push_back(located(incoming.text, e)); }

template <class T>
void take(Checking& into, Result<T> answer, T& lines) {
    if (answer) lines = std::move(answer.value());
    else into.problem = answer.error().message;
}

bool has_error(const Checking& c) {
    return !c.problem.empty() || std::any_of(c.lines.begin(), c.lines.end(), [](const CheckLine& l) { return l.error; });
}

}  // namespace

bool Incoming::checked() const {
    const auto settled = [](const Checking& c) { return c.request.empty() || c.answered; };
    return settled(lint) && settled(audit) && settled(difference);
}

bool Incoming::may_be_installed() const { return errors.empty() && checked() && !has_error(lint) && !has_error(audit); }

// False for a file that is nothing of this kind.
bool Reducer::bring(const std::string& name, const std::string& text) {
    const RulesFile kind = kind_of_rules_file(text);
    if (kind == RulesFile::none) return false;
    Incoming incoming;
    incoming.kind = kind;
    incoming.name = name;
    incoming.text = text;
    look_over(incoming);
    s_.incoming = std::move(incoming);
    Place place;
    place.room = Room::settings;
    (*this)(intent::Go{place});
    return true;
}

void Reducer::look_over(Incoming& in) {
    if (in.kind == RulesFile::calendar) {
        const auto year = calendar_from_json(in.text);
        if (!year) return fail(in, year.error());
        in.year = *year;
        in.changed_days = changes_of_year(s_.library.calendar, *year);
        return;
    }
    if (in.kind == RulesFile::local_days) {
        const auto local = local_days_from_json(in.text);
        if (local) in.local = *local;
        else fail(in, local.error());
        return;
    }
    PackRead read = pack_from_json(in.text, s_.library.catalogue);
    for (const Error& e : read.errors) fail(in, e);
    if (!read.pack) return;
    in.pack = std::move(*read.pack);
    in.lint.request = lint_request(in.text);
    emit(effect::Ask{kLint, "lint", in.lint.request});
    if (const std::string* official = text_of(s_, in.pack->id)) {
        in.audit.request = audit_request(in.text, *official);
        emit(effect::Ask{kAudit, "audit", in.audit.request});
    }
    // Against the pack of the same name, else another one of the same city.
    for (const OfferedPack& p : s_.offered) {
        if (p.id == in.pack->id || (in.in_force.empty() && p.city == in.pack->city)) in.in_force = p.id;
    }
    if (in.in_force.empty()) return;
    const auto own = s_.own_packs.find(in.in_force);
    in.difference.request = difference_request(own == s_.own_packs.end() ? in.in_force : own->second, in.text);
    emit(effect::Ask{kDifference, "compare", in.difference.request});
}

void Reducer::check_answered(const PlatformReport& r, const std::string& problem) {
    if (r.name == kLintPack && r.key == s_.lint.request) {
        s_.lint.answered = true;
        s_.lint.problem = problem;
        if (problem.empty()) take(s_.lint, lint_in(r.value), s_.lint.lines);
    }
    if (!s_.incoming) return;
    Incoming& in = *s_.incoming;
    for (Checking* c : {&in.lint, &in.audit, &in.difference}) {
        const bool mine = r.name == (c == &in.lint ? kLint : c == &in.audit ? kAudit : kDifference);
        if (!mine || r.key != c->request) continue;
        c->answered = true;
        c->problem = problem;
        if (!problem.empty()) continue;
        if (c == &in.difference) take(*c, comparison_of_all_in(r.value), in.changes);
        else take(*c, c == &in.lint ? lint_in(r.value) : audit_in(r.value), c->lines);
    }
}

void Reducer::operator()(const intent::Install&) {
    if (!s_.incoming || !s_.incoming->may_be_installed()) return;
    const Incoming in = *std::exchange(s_.incoming, std::nullopt);
    const bool pack = in.kind == RulesFile::pack;
    const std::string key = pack ? in.pack->id : in.year ? std::to_string(in.year->year) : kLocal;
    put(pack ? "packs" : "calendars", key, in.text);
    own_record(pack ? "packs" : "calendars", key, in.text);
    s_.message = pack ? "已安装规则包“" + in.pack->title + "”。" : in.year ? "已安装" + key + "年节假日安排。" : "已安装本单位工作日安排。";
}

void Reducer::operator()(const intent::LintPack& i) {
    const auto own = s_.own_packs.find(i.pack);
    s_.linted = i.pack;
    s_.lint = {lint_request(own == s_.own_packs.end() ? i.pack : own->second)};
    emit(effect::Ask{kLintPack, "lint", s_.lint.request});
}

// A brought pack that is wrong cannot be installed, so it answers from where it is.
void Reducer::operator()(const intent::ShowExample& i) {
    const bool brought = i.pack.empty();
    if (brought && !(s_.incoming && s_.incoming->pack)) return;
    const Pack* pack = brought ? &*s_.incoming->pack : find_pack_by_id(s_.library, i.pack);
    if (!pack) return;
    const Case shown = example_in({&s_.library.catalogue, pack}, i.line.example);
    if (shown.matters.empty()) return;
    Place place{.room = Room::route, .pack = i.pack, .matter = shown.matters.front(), .query = query_from_facts(shown.facts)};
    s_.tries_incoming = brought;
    if (brought) (*this)(intent::Go{place});
    else s_.place = place, (*this)(intent::ChoosePack{i.pack});
    s_.example = i.line.text;
    s_.draft = shown;
}

void Reducer::operator()(const intent::RemovePack& i) {
    emit(effect::Erase{"packs", i.pack});
    own_record("packs", i.pack, "");
}

void Reducer::operator()(const intent::RemoveYear& i) {
    const std::string key = i.year ? std::to_string(i.year) : kLocal;
    emit(effect::Erase{"calendars", key});
    own_record("calendars", key, "");
}

// A record as stored, changed in another tab, or just installed; "" removes it.
void Reducer::own_record(const std::string& store, const std::string& key, const std::string& value) {
    if (store == "packs") {
        if (value.empty()) s_.own_packs.erase(key);
        else s_.own_packs[key] = value;
        // Whatever stood under this name is read again: the user's, or, without one, that of the list.
        auto& packs = s_.library.packs;
        packs.erase(std::remove_if(packs.begin(), packs.end(), [&](const Pack& p) { return p.id == key; }), packs.end());
        for (OfferedPack& p : s_.offered) {
            if (p.id == key) p.state = PackState::offered, p.own = false;
        }
        s_.compared = {};
        if (key == s_.linted) s_.linted.clear();
        return advance();
    }
    const int year = key == kLocal ? 0 : std::atoi(key.c_str());
    if (key == kLocal) s_.own_days = value;
    else if (value.empty()) s_.own_years.erase(year);
    else s_.own_years[year] = value;
    if (s_.waiting == 0) make_calendar();
}

void Reducer::read_own_packs() {
    for (const auto& [id, text] : s_.own_packs) {
        if (find_pack_by_id(s_.library, id)) continue;
        auto at = std::find_if(s_.offered.begin(), s_.offered.end(), [&, key = id](const OfferedPack& p) { return p.id == key; });
        if (at != s_.offered.end() && at->own && at->state == PackState::failed) continue;  // said already
        if (at == s_.offered.end()) at = s_.offered.insert(s_.offered.end(), OfferedPack{{id, id, ""}});
        PackRead read = pack_from_json(text, s_.library.catalogue);
        for (const Error& e : read.errors) s_.load_errors.push_back("已安装的规则包" + id + located(text, e));
        at->own = true;
        at->state = read.pack ? PackState::loaded : PackState::failed;
        if (!read.pack) continue;
        at->city = read.pack->city;
        s_.library.packs.push_back(std::move(*read.pack));
    }
    // One that the user removed and the list does not have is gone.
    const auto gone = [&](const OfferedPack& p) { return p.path.empty() && !s_.own_packs.count(p.id); };
    s_.offered.erase(std::remove_if(s_.offered.begin(), s_.offered.end(), gone), s_.offered.end());
}

// The years of the list, those of the user in their place, and the local days.
void Reducer::make_calendar() {
    std::vector<CalendarYear> years;
    for (const CalendarYear& y : s_.years) {
        if (!s_.own_years.count(y.year)) years.push_back(y);
    }
    for (const auto& [year, text] : s_.own_years) {
        if (auto own = calendar_from_json(text)) years.push_back(std::move(*own));
        else s_.load_errors.push_back("已安装的" + std::to_string(year) + "年安排" + located(text, own.error()));
    }
    std::vector<LocalDay> local;
    if (!s_.own_days.empty()) {
        if (auto own = local_days_from_json(s_.own_days)) local = std::move(*own);
        else s_.load_errors.push_back("已安装的本单位工作日" + located(s_.own_days, own.error()));
    }
    auto calendar = Calendar::make(std::move(years), std::move(local));
    if (calendar) s_.library.calendar = std::move(*calendar);
    else s_.load_errors.push_back("assets/calendars：" + calendar.error().message + "（" + calendar.error().code + "）");
}

}  // namespace signroute
