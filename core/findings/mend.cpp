#include "core/findings/mend.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/findings/mend_days.h"

namespace signroute {

namespace {

constexpr std::size_t kMostKinds = 6;  // of steps that rules ask for, of which every mixture is looked at
constexpr std::size_t kShort = 4;      // steps of a plan that is tried in every way
// How much is tried: of a short plan everything; of a longer one so much, by the square of its length, with likely edits, and
// for each number of edits so much to be sure that no others are fewer.
constexpr MendEffort kEverything{10'000'000, 1'000'000, true}, kLikely{2'500'000, 40'000, false}, kToBeSure{150'000, 8'000, true};

MendEffort for_length(MendEffort effort, std::size_t steps) {
    const int square = static_cast<int>((steps + 1) * (steps + 1));
    effort.nodes_left /= square;
    effort.plans_left /= square;
    return effort;
}

using Plan = MendJudge::Plan;

// One set of rules that a plan may come under, and each way to meet what they demand.
struct Aim {
    MendJudge::Regime* regime = nullptr;
    std::unique_ptr<Needs> needs;
    std::vector<std::unique_ptr<MendSearch>> ways;
};

struct Found {
    MendedPlan plan;
    Needs* needs = nullptr;
    bool least = true;
};

class Mending {
  public:
    Mending(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice)
        : judge_(rules, calendar, situation, choice) {
        for (const PlannedStep& s : situation.planned) plan_.push_back(judge_.number(s));
    }

    Mend run();

  private:
    void look_at_first_check();
    FirstCheck first_check(const Needs& needs) const;
    bool aim_at(const Plan& like);
    void aim_at_near();
    void aim_at_all();
    std::vector<int> kinds_of_steps() const;
    void set_floor();
    int least() const;
    int most() const;
    Found search();
    std::optional<Found> found_with(int cost, MendEffort& effort);
    std::optional<Found> found_with(int cost, int unnatural, MendEffort& effort, int& next);
    Found settled_for();
    Found as_it_is();
    void without_twins(Found& found);
    bool takes_place_of(Found& found, std::size_t slot, std::size_t origin);
    Mend mended(Found found);

    MendJudge judge_;
    Plan plan_;
    std::vector<std::vector<std::string>> laid_;  // by planned step: ids of the route's steps that it was laid on
    std::vector<bool> blamed_;
    std::vector<Aim> aims_;
    std::vector<std::string> signatures_;
    int floor_ = 0;
    bool all_aims_ = false;
};

void Mending::look_at_first_check() {
    laid_.assign(plan_.size(), {});
    blamed_.assign(plan_.size(), false);
    const Case& situation = judge_.original();
    const MendJudge::Regime& regime = judge_.regime_of(plan_);
    Findings found;
    found.list = regime.broken;
    for (const Route& route : regime.routes) {
        const Alignment alignment = align(judge_.rules(), route, situation);
        for (std::size_t p = 0; p < plan_.size(); ++p) {
            if (alignment.step_of[p] != kNoStep) laid_[p].push_back(route.steps[static_cast<std::size_t>(alignment.step_of[p])].id);
        }
        findings_from_plan(judge_.rules(), route, situation, alignment, found);
    }
    for (const Finding& f : found.list) {
        if (f.planned != kNoStep && stands_in_the_way(f)) blamed_[static_cast<std::size_t>(f.planned)] = true;
    }
}

FirstCheck Mending::first_check(const Needs& needs) const {
    FirstCheck out;
    out.blamed = blamed_;
    for (const auto& ids : laid_) {
        out.laid.emplace_back();
        for (const std::string& id : ids) {
            if (const int n = needs.find(id); n != kNoStep) out.laid.back().set(static_cast<std::size_t>(n));
        }
    }
    return out;
}

// The rules for plans like this one; false if they are known.
bool Mending::aim_at(const Plan& like) {
    MendJudge::Regime& regime = judge_.regime_of(like);
    if (std::any_of(aims_.begin(), aims_.end(), [&](const Aim& a) { return a.regime == &regime; })) return false;
    aims_.push_back({&regime, std::make_unique<Needs>(judge_, regime), {}});
    Needs& needs = *aims_.back().needs;
    for (const Demand& d : needs.demands()) {
        const std::string signature = needs.signature(d);
        if (std::find(signatures_.begin(), signatures_.end(), signature) != signatures_.end()) continue;
        signatures_.push_back(signature);
        aims_.back().ways.push_back(std::make_unique<MendSearch>(judge_, needs, d, plan_, first_check(needs)));
    }
    return true;
}

// The rules of the plan as it is, and those that it comes under when it has what they demand.
void Mending::aim_at_near() {
    aim_at(plan_);
    for (std::size_t a = 0; a < aims_.size(); ++a) {
        for (std::size_t w = 0; w < aims_[a].ways.size(); ++w) {
            aim_at(aims_[a].ways[w]->straight().numbers());
            aim_at(aims_[a].ways[w]->bare().numbers());
        }
    }
}

// The fewest edits that any way takes, with what has to be done first.
int Mending::least() const {
    int out = most(), performed = most();
    for (const Aim& a : aims_) {
        performed = std::min(performed, static_cast<int>(a.regime->perform.size()));
        for (const auto& way : a.ways) out = std::min(out, way->least(true));
    }
    return std::max(1, out + performed);
}

int Mending::most() const {
    int out = 0;
    for (const Aim& a : aims_) {
        for (const auto& way : a.ways) out = std::max(out, way->most() + static_cast<int>(a.regime->perform.size()));
    }
    return out;
}

// Every mixture of the kinds of steps that rules ask for, among those that the plan has or may be given.
void Mending::aim_at_all() {
    all_aims_ = true;
    for (bool more = true; more;) {
        more = false;
        const std::vector<int> kinds = kinds_of_steps();
        if (kinds.size() > kMostKinds) return;
        for (std::size_t mixture = 0; mixture < std::size_t{1} << kinds.size(); ++mixture) {
            Plan like;
            for (std::size_t k = 0; k < kinds.size(); ++k) {
                if (mixture >> k & 1) like.push_back(kinds[k]);
            }
            more |= aim_at(like);
        }
    }
}

// One step of each kind that makes a difference to some rule.
std::vector<int> Mending::kinds_of_steps() const {
    std::vector<int> steps = plan_, out;
    for (const Aim& a : aims_) {
        for (const Need& n : a.needs->list()) steps.push_back(n.number);
    }
    for (const int s : steps) {
        const std::vector<Truth>& says = judge_.says(s);
        const bool silent = std::all_of(says.begin(), says.end(), [](Truth t) { return t == Truth::no; });
        const bool known = std::any_of(out.begin(), out.end(), [&](int o) { return judge_.says(o) == says; });
        if (!silent && !known) out.push_back(s);
    }
    return out;
}

// What stands in the way of every plan: no more than of the bare route, or of the plan as it is; no less than what the rules
// forbid whatever is planned.
void Mending::set_floor() {
    floor_ = judge_.trouble(plan_);
    int forbidden = floor_;
    for (const Aim& a : aims_) forbidden = std::min(forbidden, static_cast<int>(a.regime->broken.size()));
    for (const Aim& a : aims_) {
        for (const auto& way : a.ways) {
            if (floor_ > forbidden) floor_ = std::min(floor_, judge_.trouble(way->bare().numbers()));
        }
    }
}

int cost_of(MendJudge& judge, const MendedPlan& plan) {
    const auto changed = std::count_if(plan.fates.begin(), plan.fates.end(), [](const Fate& f) { return f.kind != Fate::Kind::stay; });
    const auto inserted = std::count_if(plan.slots.begin(), plan.slots.end(), [](const Slot& s) { return s.origin == kNoStep; });
    return static_cast<int>(changed + inserted) + static_cast<int>(judge.regime_of(plan.numbers()).perform.size());
}

// Whether the edits of `a` stand at earlier steps than those of `b`.
bool earlier(const MendedPlan& a, const MendedPlan& b) {
    for (std::size_t i = 0; i < a.fates.size(); ++i) {
        const bool in_a = a.fates[i].kind != Fate::Kind::stay, in_b = b.fates[i].kind != Fate::Kind::stay;
        if (in_a != in_b) return in_a;
    }
    return false;
}

std::optional<Found> Mending::found_with(int cost, int unnatural, MendEffort& effort, int& next) {
    std::optional<Found> out;
    int most_performed = 0;
    for (const Aim& a : aims_) most_performed = std::max(most_performed, static_cast<int>(a.regime->perform.size()));
    for (const Aim& a : aims_) {
        for (const auto& way : a.ways) {
            for (int edits = std::max(way->least(effort.every_way), cost - most_performed); edits <= cost; ++edits) {
                auto plan = way->find(edits, unnatural, cost - edits, floor_, effort, next);
                if (plan && (!out || earlier(*plan, out->plan))) out = Found{std::move(*plan), a.needs.get(), true};
            }
        }
    }
    return out;
}

std::optional<Found> Mending::found_with(int cost, MendEffort& effort) {
    for (int unnatural = 0, next = kNoStep; unnatural != kNoStep; unnatural = next, next = kNoStep) {
        if (auto out = found_with(cost, unnatural, effort, next)) return out;
    }
    return std::nullopt;
}

// The plan was too long to try everything: the least of what passes for sure.
Found Mending::settled_for() {
    std::optional<Found> out;
    const auto better = [&](const MendedPlan& a, const MendedPlan& b) {
        const int in_way_of_a = judge_.trouble(a.numbers()), in_way_of_b = judge_.trouble(b.numbers());
        return in_way_of_a != in_way_of_b ? in_way_of_a < in_way_of_b : cost_of(judge_, a) < cost_of(judge_, b);
    };
    for (const Aim& a : aims_) {
        for (const auto& way : a.ways) {
            for (MendedPlan& plan : std::vector<MendedPlan>{way->straight(), way->bare()}) {
                if (!out || better(plan, out->plan)) out = Found{std::move(plan), a.needs.get(), false};
            }
        }
    }
    return std::move(*out);
}

Found Mending::as_it_is() {
    Found out;
    out.needs = aims_.front().needs.get();
    out.plan.fates.resize(plan_.size());
    for (std::size_t i = 0; i < plan_.size(); ++i) out.plan.slots.push_back({plan_[i], static_cast<int>(i), kNoStep, false});
    return out;
}

// With ever more edits. A long plan is first tried where something is wrong; that no other way is shorter is then made sure
// as far as that does not take too long.
Found Mending::search() {
    if (judge_.trouble(plan_) <= floor_ && judge_.regime_of(plan_).perform.empty()) return as_it_is();
    const bool is_short = plan_.size() <= kShort;
    MendEffort effort = is_short ? kEverything : for_length(kLikely, plan_.size());
    bool sure = true;
    for (int cost = least(); cost <= most() && !effort.spent(); ++cost) {
        if (cost > 1 && !all_aims_) {
            aim_at_all();
            set_floor();
            cost = std::min(cost, least());
        }
        auto out = found_with(cost, effort);
        if (!out && !is_short && sure) {
            MendEffort thorough = for_length(kToBeSure, plan_.size());
            out = found_with(cost, thorough);
            sure = !thorough.spent();
        }
        if (!out) continue;
        out->least = sure;
        return std::move(*out);
    }
    return settled_for();
}

// The planned step moved to where one would be put in beside it, and given what it lacks, if that does as well.
bool Mending::takes_place_of(Found& found, std::size_t slot, std::size_t origin) {
    const auto need = static_cast<std::size_t>(found.plan.slots[slot].need);
    PlannedStep step = judge_.step(found.needs->given_to(plan_[origin], need));
    const int trouble = judge_.trouble(found.plan.numbers());
    const auto was = std::find_if(found.plan.slots.begin(), found.plan.slots.end(), [&](const Slot& s) { return s.origin == static_cast<int>(origin); });
    for (const bool dated : {true, false}) {
        if (!dated && step.date.empty()) break;
        if (!dated) step.date.clear();
        MendedPlan next = found.plan;
        next.fates[origin] = {Fate::Kind::move, static_cast<int>(need), ""};
        next.slots[slot] = {judge_.number(step), static_cast<int>(origin), static_cast<int>(need), true};
        next.slots.erase(next.slots.begin() + (was - found.plan.slots.begin()));
        const Plan numbers = next.numbers();
        if (judge_.trouble(numbers) > trouble || !judge_.confirms(numbers)) continue;
        found.plan = std::move(next);
        return true;
    }
    return false;
}

// A step put in while the same act, of which only the actor is not known, is left standing elsewhere: one edit does for both.
void Mending::without_twins(Found& found) {
    for (std::size_t k = 0; k < found.plan.slots.size(); ++k) {
        if (found.plan.slots[k].origin != kNoStep) continue;
        const RouteStep& wanted = *found.needs->list()[static_cast<std::size_t>(found.plan.slots[k].need)].step;
        for (std::size_t i = 0; i < plan_.size(); ++i) {
            const PlannedStep& stays = judge_.step(plan_[i]);
            const bool idle = found.plan.fates[i].kind == Fate::Kind::stay && found.plan.fates[i].need == kNoStep;
            if (idle && stays.role.empty() && stays.action == wanted.rule->action && takes_place_of(found, k, i)) return without_twins(found);
        }
    }
}

Mend Mending::mended(Found found) {
    without_twins(found);
    const Plan numbers = found.plan.numbers();
    Case now = judge_.situation_with(numbers);
    const std::vector<ChangedDay> days = mend_days(judge_, *found.needs, now);
    Mend out;
    out.least = found.least;
    out.edits = edits_of(judge_, *found.needs, plan_, found.plan, days);
    for (const Edit& e : judge_.regime_of(numbers).perform) out.edits.push_back(e);
    out.remains = in_the_way(judge_.rules(), judge_.calendar(), now, judge_.choice());
    out.plan = std::move(now.planned);
    return out;
}

Mend Mending::run() {
    look_at_first_check();
    aim_at_near();
    set_floor();
    if (floor_ > 0 && floor_ < judge_.trouble(plan_)) aim_at_all(), set_floor();
    return mended(search());
}

}  // namespace

Mend mend(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice, const std::vector<Finding>& found) {
    Mend out;
    out.plan = situation.planned;
    if (std::none_of(found.begin(), found.end(), stands_in_the_way)) return out;
    if (situation.planned.size() > kMostSteps) {
        out.remains = in_the_way(rules, calendar, situation, choice);
        out.least = false;
        return out;
    }
    return Mending(rules, calendar, situation, choice).run();
}

}  // namespace signroute
