// The planned steps against the required ones: missing, superfluous, in the wrong order.
#include <algorithm>
#include <set>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/findings/plan_check.h"

namespace signroute {

bool shown_done(const Case& situation, const RouteStep& s) {
    const auto shown = [&](const std::string& id) {
        const auto at = situation.done.find(id);
        return !id.empty() && at != situation.done.end() && at->second.truth == Truth::yes;
    };
    return !situation.done.empty() && (shown(s.id) || shown(s.rule->thing) || shown(s.matter + "." + s.rule->id));
}

bool is_paper(const Catalogue& catalogue, const std::string& thing) {
    const NamedThing* t = find_named(catalogue.things, thing);
    return t && t->enclosure;
}

bool paper_missing(const Catalogue& catalogue, const Case& situation, const std::string& thing) {
    const auto at = situation.done.find(thing);
    return at != situation.done.end() && at->second.truth == Truth::no && is_paper(catalogue, thing);
}

bool shows_for_sure(const Route& route, const RouteStep& step, const std::string& thing) {
    const auto shows = [&](const RouteStep& s) { return s.rule->thing == thing && s.status == StepStatus::required; };
    if (step.group.empty() || !shows(step)) return shows(step);
    return std::all_of(route.steps.begin(), route.steps.end(), [&](const RouteStep& s) {
        return s.group != step.group || s.status == StepStatus::not_required || shows(s);
    });
}

Finding PlanCheck::about(FindingCode code, std::size_t s, Severity severity) const {
    Finding f;
    f.code = code;
    f.severity = severity;
    f.strength = step(s).rule->strength;
    f.clauses = clause_list(step(s).because.clauses);
    f.facts = step(s).because.facts;
    f.element = f.step = step(s).id;
    f.planned = alignment_.planned_of[s];
    return f;
}

// Behind the last planned step that comes before it, otherwise before the first that comes after it.
std::size_t PlanCheck::place_for(std::size_t s) const {
    std::size_t place = 0;
    bool any = false;
    for (const std::size_t b : known_before(s)) {
        place = std::max(place, static_cast<std::size_t>(alignment_.planned_of[b]) + 1);
        any = true;
    }
    if (any) return place;
    std::size_t first = case_.planned.size();
    std::vector<std::string> open = {step(s).id};
    std::set<std::string> seen;
    while (!open.empty()) {
        const std::string id = open.back();
        open.pop_back();
        if (!seen.insert(id).second) continue;
        for (std::size_t t = 0; t < route_.steps.size(); ++t) {
            const auto& after = step(t).after;
            if (std::find(after.begin(), after.end(), id) == after.end()) continue;
            if (planned(t)) first = std::min(first, static_cast<std::size_t>(alignment_.planned_of[t]));
            else open.push_back(step(t).id);
        }
    }
    return first;
}

// The nearest planned steps that the text puts before this one, looking past steps that are not planned.
std::vector<std::size_t> PlanCheck::known_before(std::size_t s) const {
    std::vector<std::size_t> out;
    std::vector<std::string> open = step(s).after;
    std::set<std::string> seen;
    while (!open.empty()) {
        const std::string id = open.back();
        open.pop_back();
        if (!seen.insert(id).second) continue;
        for (std::size_t b = 0; b < route_.steps.size(); ++b) {
            if (step(b).id != id) continue;
            if (planned(b)) out.push_back(b);
            else open.insert(open.end(), step(b).after.begin(), step(b).after.end());
        }
    }
    put_in_order(out);
    return out;
}

Edit PlanCheck::insertion(std::size_t s) const {
    const RouteStep& r = step(s);
    Edit out;
    out.at = place_for(s);
    out.route_step = r.id;
    out.step = as_planned(r);
    return out;
}

// 市政府办公室会商（市人大办公室）, where the route has it with others too.
std::string PlanCheck::title_of_missing(std::size_t s) const {
    const auto title = [&](const RouteStep& r) { return step_title(catalogue_, r.role, *r.rule); };
    const std::string out = title(step(s)), &to = step(s).rule->to;
    const auto twins = std::count_if(route_.steps.begin(), route_.steps.end(), [&](const RouteStep& r) { return r.rule->to != to && title(r) == out; });
    return twins && !to.empty() ? out + "（" + role_title(catalogue_, to) + "）" : out;
}

// `alternatives`: the first step of each way that would do; `all`: the steps of the way that is proposed.
void PlanCheck::missing(const std::vector<std::size_t>& alternatives, const std::vector<std::size_t>& all) {
    const std::size_t s = all.front();
    Finding f = about(FindingCode::missing_step, s, severity_of(step(s).rule->strength));
    std::string titles;
    for (const std::size_t one : alternatives) {
        titles += (titles.empty() ? "“" : "或者“") + title_of_missing(one) + "”";
        merge_clauses(f.clauses, step(one).because.clauses);
    }
    f.message = "缺少" + titles + "。";
    f.advice = "补上" + titles + (alternatives.size() > 1 ? "之一。" : "。");
    if (!step(s).role.empty()) f.want.emplace_back("role", step(s).role);
    f.want.emplace_back("action", step(s).rule->action);
    for (const std::size_t one : all) {
        Edit edit = insertion(one);
        edit.at += f.mend.size();  // the edits of one finding are made one after the other
        f.mend.push_back(std::move(edit));
    }
    out_.list.push_back(std::move(f));
}

// Whether it is open that the step belongs to the route.
bool is_open(const RouteStep& s) { return s.status == StepStatus::unknown || !s.because.open.empty() || !s.because.things.empty(); }

// What is wrong with a step that may not be needed at all is no error yet.
void PlanCheck::ask_only(std::size_t from) {
    for (std::size_t i = from; i < out_.list.size(); ++i) {
        if (out_.list[i].severity != Severity::note) out_.list[i].severity = Severity::ask;
    }
}

// With `open` the steps of which it is open whether they belong to the route count as if they did.
bool PlanCheck::group_satisfied(const std::string& group, bool open) const {
    std::map<std::string, bool> whole;
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        const bool counts = step(s).status == StepStatus::required || (open && is_open(step(s)));
        if (step(s).group != group || !counts) continue;
        const std::string path = step(s).rule->path.empty() ? step(s).id : step(s).rule->path;
        const bool ok = taken(s);
        const auto [at, fresh] = whole.emplace(path, ok);
        if (!fresh) at->second &= ok;
    }
    return whole.empty() || std::any_of(whole.begin(), whole.end(), [](const auto& w) { return w.second; });
}

// The steps that go together with this one in its group.
std::vector<std::size_t> PlanCheck::path_of(std::size_t s) const {
    if (step(s).rule->path.empty()) return {s};
    std::vector<std::size_t> out;
    for (std::size_t t = 0; t < route_.steps.size(); ++t) {
        const RouteStep& r = step(t);
        if (r.group == step(s).group && r.rule->path == step(s).rule->path && r.status == StepStatus::required) out.push_back(t);
    }
    return out;
}

// Whether it is the paper that is missing: with it the step is there too.
bool PlanCheck::asked_as_paper(std::size_t s) const {
    const std::string& thing = step(s).rule->thing;
    return paper_missing(catalogue_, case_, thing) && shows_for_sure(route_, step(s), thing) &&
           std::any_of(route_.prerequisites.begin(), route_.prerequisites.end(), [&](const Applied<Prerequisite>& p) {
               return p.rule->thing == thing && p.applies == Truth::yes && severity_of(p.rule->strength) <= severity_of(step(s).rule->strength);
           });
}

// No path of the group is complete: the one begun most is to be completed; if none was begun, any will do.
void PlanCheck::check_group(const std::string& group) {
    std::vector<std::size_t> firsts;
    std::size_t best = 0;
    std::ptrdiff_t most = -1;
    std::set<std::string> seen;
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        if (step(s).group != group || step(s).status != StepStatus::required) continue;
        if (!seen.insert(step(s).rule->path.empty() ? step(s).id : step(s).rule->path).second) continue;
        const auto path = path_of(s);
        const auto begun = std::count_if(path.begin(), path.end(), [&](std::size_t t) { return taken(t); });
        firsts.push_back(s);
        if (begun > most) most = begun, best = s;
    }
    std::vector<std::size_t> left = path_of(best);
    left.erase(std::remove_if(left.begin(), left.end(), [&](std::size_t t) { return taken(t) || asked_as_paper(t); }), left.end());
    if (left.empty()) return;
    if (most == 0) return missing(firsts, left);
    for (const std::size_t t : left) missing({t}, {t});
}

namespace {

bool may_not_apply(const RouteStep& s) { return s.status == StepStatus::unknown || s.status == StepStatus::judgement; }

}  // namespace

void PlanCheck::check_step(std::size_t s) {
    const RouteStep& r = step(s);
    if (r.status == StepStatus::not_required) return say_result(s, CheckResult::not_applicable);
    if (planned(s)) {
        const std::size_t before = out_.list.size();
        check_actor(s);
        check_addressee(s);
        check_form(s);
        ask_about_signer(s);
        if (may_not_apply(r)) ask_only(before);
        const auto from = out_.list.begin() + static_cast<std::ptrdiff_t>(before);
        const bool asked = std::all_of(from, out_.list.end(), [](const Finding& f) { return f.severity == Severity::ask; });
        return say_result(s, out_.list.size() == before ? CheckResult::held : asked ? CheckResult::unknown : CheckResult::broken);
    }
    if (shown_done(case_, r)) return say_result(s, CheckResult::held);
    if (may_not_apply(r)) return say_result(s, CheckResult::unknown);
    if (r.status != StepStatus::required) return say_result(s, CheckResult::not_applicable);
    if (!r.group.empty() && group_satisfied(r.group)) return say_result(s, CheckResult::not_applicable);
    if (!r.group.empty()) return say_result(s, group_satisfied(r.group, true) ? CheckResult::unknown : CheckResult::broken);
    if (!asked_as_paper(s)) missing({s}, {s});
    say_result(s, CheckResult::broken);
}

// Where both days are given they tell the order; else the places in the plan do.
void PlanCheck::check_order(std::size_t s) {
    if (!planned(s)) return;
    const int here = alignment_.planned_of[s];
    for (const std::size_t b : known_before(s)) {
        const int there = alignment_.planned_of[b];
        const auto first_day = alignment_.dates.find(step(b).id), second_day = alignment_.dates.find(step(s).id);
        const bool dated = first_day != alignment_.dates.end() && second_day != alignment_.dates.end() && first_day->second != second_day->second;
        if (dated ? first_day->second < second_day->second : there < here) continue;
        Finding f = about(FindingCode::out_of_order, s, severity_of(step(s).rule->strength));
        const std::string first = step_title(catalogue_, case_.planned[there]), second = step_title(catalogue_, case_.planned[here]);
        f.message = there < here ? "“" + second + "”的日期早于“" + first + "”，次序不合。" : "“" + second + "”应在“" + first + "”之后。";
        f.advice = there < here ? "核对两步的日期。" : "将“" + first + "”移到“" + second + "”之前。";
        f.want.emplace_back("after", step(b).id);
        if (there > here) {
            Edit edit;
            edit.op = Edit::Op::move;
            edit.from = static_cast<std::size_t>(there);
            edit.at = static_cast<std::size_t>(here);
            f.mend.push_back(std::move(edit));
        }
        out_.list.push_back(std::move(f));
        if (may_not_apply(step(s)) || may_not_apply(step(b))) ask_only(out_.list.size() - 1);
    }
}

// A planned step that no rule asks for is not forbidden by that.
void PlanCheck::check_spare(std::size_t p) {
    const PlannedStep& spare = case_.planned[p];
    if (check_signer(p)) return;
    Finding f;
    f.planned = static_cast<int>(p);
    f.strength = Strength::unclear;
    f.severity = Severity::note;
    f.code = FindingCode::superfluous_step;
    say_what_is_spare(p, f);
    if (spare.role.empty() && !spare.role_text.empty()) {
        f.severity = Severity::ask;
        f.code = FindingCode::unknown_role;
        f.message = "没有认出“" + spare.role_text + "”是哪个职务或者单位，无法核对这一步。";
        f.advice = "请改填规则中的角色。";
        ask_about_unknown_signer(spare, f);
    } else if (spare.action.empty() && !spare.action_text.empty() && !says_a_part(spare)) {
        f.severity = Severity::ask;
        f.code = FindingCode::needs_judgement;
        f.message = "没有认出“" + spare.action_text + "”是哪个环节，无法核对这一步。";
        f.advice = "属于起草、审核、会签、审批、签发等环节的，请改用这些词；规则没有写到的环节，可以保留。";
    } else if (comes_too_late(p, f)) {
        f.severity = Severity::warning;
    } else if (meets_too_late(p, f)) {
        f.severity = Severity::ask;
    }
    out_.list.push_back(std::move(f));
}

// Done twice, a step of another matter of this city, or of none.
void PlanCheck::say_what_is_spare(std::size_t p, Finding& f) const {
    const PlannedStep& spare = case_.planned[p];
    const std::string title = step_title(catalogue_, spare);
    for (std::size_t other = 0; other < case_.planned.size() && !spare.role.empty(); ++other) {
        const PlannedStep& o = case_.planned[other];
        if (other == p || alignment_.step_of[other] == kNoStep || o.role != spare.role || o.action != spare.action || o.to != spare.to || o.role_text != spare.role_text) continue;
        f.message = "“" + title + "”与第" + std::to_string(other + 1) + "步相同，规则只要求一次，可以保留，也可以删去。";
        return;
    }
    for (const Applied<TimeLimit>& l : route_.limits) {
        const auto brings = [&](const std::string& event) {
            const NamedEvent* named = find_named(catalogue_.events, event);
            return named && std::find(named->acts.begin(), named->acts.end(), spare.action) != named->acts.end();
        };
        const bool starts = brings(l.rule->from);
        if (l.applies == Truth::no || (!starts && !brings(l.rule->to))) continue;
        f.message = "“" + title + "”不是规定的步骤，“" + limit_title(catalogue_, *l.rule) + "”" + (starts ? "从这一步起算" : "算到这一步为止") + "，可以保留。";
        f.clauses = l.rule->clauses;
        return;
    }
    for (const Matter& m : rules_.pack->matters) {
        const auto rule = std::find_if(m.steps.begin(), m.steps.end(), [&](const StepRule& r) { return !spare.role.empty() && r.role == spare.role && is_act(r, spare.action); });
        if (rule == m.steps.end() || std::find(case_.matters.begin(), case_.matters.end(), m.id) != case_.matters.end()) continue;
        f.message = "“" + title + "”不是本事项规定的步骤，见于“" + (m.title.empty() ? title_in(catalogue_.matters, m.id) : m.title) + "”，可以保留。";
        f.clauses = clause_list(rule->clauses);
        return;
    }
    f.message = "本事项的规则没有“" + title + "”这一步，可以保留。";
}

// An act that the text has before the decision alone, planned after it: 审核 behind 签发.
bool PlanCheck::comes_too_late(std::size_t p, Finding& f) const {
    for (std::size_t d = 0; d < route_.steps.size(); ++d) {
        if (!step(d).rule->decides || !planned(d) || static_cast<std::size_t>(alignment_.planned_of[d]) >= p) continue;
        const RouteStep* like = nullptr;
        bool also_later = false;
        for (const RouteStep& s : route_.steps) {
            if (s.status == StepStatus::not_required || !is_act(*s.rule, case_.planned[p].action)) continue;
            if (s.rank < step(d).rank) like = &s;
            also_later |= s.rank >= step(d).rank;
        }
        if (!like || also_later) continue;
        f.message = "“" + step_title(catalogue_, case_.planned[p]) + "”排在“" + step_title(catalogue_, *planned(d)) + "”之后；规则中的" + action_title(catalogue_, *like->rule) + "都在其前，请核对是否多余，或者次序颠倒。";
        f.clauses = clause_list(like->rule->clauses);
        return true;
    }
    return false;
}

// A meeting of the government that the rules of the matter do not name, planned after a decision: it may have to come first.
// What the party committee or the congress decides comes after anyway.
bool PlanCheck::meets_too_late(std::size_t p, Finding& f) const {
    if (!find_body(*rules_.pack, case_.planned[p].role) || !contains(" adopt decide deliberate ", " " + case_.planned[p].action + " ")) return false;
    for (std::size_t d = 0; d < route_.steps.size(); ++d) {
        if (!step(d).rule->decides || !planned(d) || static_cast<std::size_t>(alignment_.planned_of[d]) >= p) continue;
        f.message = "“" + step_title(catalogue_, case_.planned[p]) + "”排在“" + step_title(catalogue_, *planned(d)) + "”之后，请核对是否应先经会议。";
        f.clauses = clause_list(step(d).rule->clauses);
        return true;
    }
    return false;
}

void PlanCheck::run() {
    for (std::size_t s = 0; s < route_.steps.size(); ++s) check_step(s);
    std::set<std::string> groups;
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        const std::string& group = step(s).group;
        if (!group.empty() && step(s).status == StepStatus::required && groups.insert(group).second && !group_satisfied(group, true)) check_group(group);
    }
    for (std::size_t s = 0; s < route_.steps.size(); ++s) check_order(s);
    for (std::size_t p = 0; p < case_.planned.size(); ++p) {
        if (alignment_.step_of[p] == kNoStep) check_spare(p);
    }
}

void findings_from_plan(const Rules& rules, const Route& route, const Case& situation, const Alignment& alignment, Findings& out) {
    PlanCheck(rules, route, situation, alignment, out).run();
}

}  // namespace signroute
