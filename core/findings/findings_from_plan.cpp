// The planned steps against the required ones: missing, superfluous, by the wrong person, in the wrong order.
#include <algorithm>
#include <set>

#include "core/findings/finding.h"

namespace signroute {

namespace {

class PlanCheck {
  public:
    PlanCheck(const Rules& rules, const Route& route, const Case& situation, const Alignment& alignment, Findings& out)
        : catalogue_(*rules.catalogue), route_(route), case_(situation), alignment_(alignment), out_(out) {}

    void run();

  private:
    const RouteStep& step(std::size_t s) const { return route_.steps[s]; }
    const PlannedStep* planned(std::size_t s) const {
        return alignment_.planned_of[s] == kNoStep ? nullptr : &case_.planned[alignment_.planned_of[s]];
    }
    bool shown_done(const RouteStep& s) const;
    bool taken(std::size_t s) const { return planned(s) || shown_done(step(s)); }
    Finding about(FindingCode code, std::size_t s, Severity severity) const;
    void say_result(std::size_t s, CheckResult result) { out_.checked.push_back({step(s).id, step(s).because.clauses, result}); }
    void check_step(std::size_t s);
    void check_actor(std::size_t s);
    void wrong_actor(std::size_t s, const PlannedStep& p);
    void check_addressee_and_form(std::size_t s);
    bool group_satisfied(const std::string& group) const;
    void check_group(const std::string& group);
    void missing(const std::vector<std::size_t>& steps);
    std::vector<std::size_t> known_before(std::size_t s) const;
    void check_order(std::size_t s);
    void check_spare(std::size_t p);
    std::size_t place_for(std::size_t s) const;

    const Catalogue& catalogue_;
    const Route& route_;
    const Case& case_;
    const Alignment& alignment_;
    Findings& out_;
};

bool PlanCheck::shown_done(const RouteStep& s) const {
    for (const std::string& id : {s.id, s.rule->thing}) {
        const auto at = case_.done.find(id);
        if (!id.empty() && at != case_.done.end() && at->second.truth == Truth::yes) return true;
    }
    return false;
}

Finding PlanCheck::about(FindingCode code, std::size_t s, Severity severity) const {
    Finding f;
    f.code = code;
    f.severity = severity;
    f.strength = step(s).rule->strength;
    f.clauses = step(s).because.clauses;
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
    for (std::size_t t = 0; t < route_.steps.size(); ++t) {
        const auto before = known_before(t);
        const auto& after = step(t).after;
        if (planned(t) && std::find(after.begin(), after.end(), step(s).id) != after.end())
            first = std::min(first, static_cast<std::size_t>(alignment_.planned_of[t]));
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
    std::sort(out.begin(), out.end());
    return out;
}

void PlanCheck::missing(const std::vector<std::size_t>& steps) {
    const std::size_t s = steps.front();
    Finding f = about(FindingCode::missing_step, s, severity_of(step(s).rule->strength));
    std::string titles;
    for (const std::size_t one : steps) titles += (titles.empty() ? "“" : "或者“") + step_title(catalogue_, step(one).role, step(one).rule->action) + "”";
    f.message = "缺少" + titles + "。";
    f.advice = "补上" + titles + (steps.size() > 1 ? "之一。" : "。");
    if (!step(s).role.empty()) f.want.emplace_back("role", step(s).role);
    f.want.emplace_back("action", step(s).rule->action);
    Edit edit;
    edit.at = place_for(s);
    edit.step.role = step(s).role;
    edit.step.action = step(s).rule->action;
    edit.step.to = step(s).rule->to;
    f.mend.push_back(std::move(edit));
    out_.list.push_back(std::move(f));
}

void PlanCheck::wrong_actor(std::size_t s, const PlannedStep& p) {
    const RouteStep& r = step(s);
    const bool role_differs = p.action == r.rule->action;
    Finding f = about(role_differs ? FindingCode::wrong_role : FindingCode::wrong_action, s, severity_of(r.rule->strength));
    const std::string want = step_title(catalogue_, r.role, r.rule->action), got = step_title(catalogue_, p);
    if (role_differs && p.role.empty()) {
        f.code = FindingCode::unknown_role;
        f.severity = Severity::ask;
        f.message = "“" + p.role_text + "”不在角色目录中，无法判断是否为" + role_title(catalogue_, r.role) + "。";
        f.advice = "请改填规则中的角色，或者确认其即" + role_title(catalogue_, r.role) + "。";
    } else {
        f.message = "此处应为“" + want + "”，填报为“" + got + "”。";
        f.advice = "将“" + got + "”改为“" + want + "”。";
    }
    f.want.emplace_back(role_differs ? "role" : "action", role_differs ? r.role : r.rule->action);
    f.got.emplace_back(role_differs ? "role" : "action", role_differs ? (p.role.empty() ? p.role_text : p.role) : (p.action.empty() ? p.action_text : p.action));
    Edit edit;
    edit.op = Edit::Op::replace;
    edit.at = static_cast<std::size_t>(f.planned);
    edit.step = p;
    edit.step.role = r.role;
    edit.step.action = r.rule->action;
    f.mend.push_back(std::move(edit));
    out_.list.push_back(std::move(f));
}

// An actor that fits may still need a word: acting for another, or named more widely than the text does.
void PlanCheck::check_actor(std::size_t s) {
    const PlannedStep& p = *planned(s);
    const RouteStep& r = step(s);
    if (!alignment_.exact[s]) return wrong_actor(s, p);
    const auto& by = r.rule->delegable_to;
    const bool delegated = std::any_of(by.begin(), by.end(), [&](const std::string& d) { return is_role(catalogue_, p.role, d); });
    const bool own = r.role.empty() || is_role(catalogue_, p.role, r.role);
    if (!p.on_behalf_of.empty() && !own && !delegated) {
        Finding f = about(FindingCode::not_authorised, s, severity_of(r.rule->strength));
        f.message = "“" + step_title(catalogue_, p) + "”系代" + role_title(catalogue_, p.on_behalf_of) + "办理，原文没有这样的授权。";
        f.advice = "由" + role_title(catalogue_, r.role) + "本人办理，或者另行取得有效授权依据。";
        f.want.emplace_back("role", r.role);
        f.got.emplace_back("role", p.role);
        out_.list.push_back(std::move(f));
    } else if (!own && !delegated && is_role(catalogue_, r.role, p.role)) {
        Finding f = about(FindingCode::needs_judgement, s, Severity::ask);
        f.message = "规则要求" + role_title(catalogue_, r.role) + "，填报为" + role_title(catalogue_, p.role) + "，请确认是否同一人。";
        f.advice = "确认后改填" + role_title(catalogue_, r.role) + "。";
        f.want.emplace_back("role", r.role);
        f.got.emplace_back("role", p.role);
        out_.list.push_back(std::move(f));
    }
}

void PlanCheck::check_addressee_and_form(std::size_t s) {
    const PlannedStep& p = *planned(s);
    const StepRule& rule = *step(s).rule;
    const auto differ = [&](const char* part, const std::string& want, const std::string& got, bool role) {
        if (want.empty() || got.empty() || want == got || (role && is_role(catalogue_, got, want))) return;
        Finding f = about(role ? FindingCode::wrong_role : FindingCode::wrong_action, s, severity_of(rule.strength));
        const auto title = [&](const std::string& t) { return role ? role_title(catalogue_, t) : t; };
        f.message = std::string(role ? "应报送" : "形式应为") + "“" + title(want) + "”，填报为“" + title(got) + "”。";
        f.advice = "改为“" + title(want) + "”。";
        f.want.emplace_back(part, want);
        f.got.emplace_back(part, got);
        Edit edit;
        edit.op = Edit::Op::replace;
        edit.at = static_cast<std::size_t>(f.planned);
        edit.step = p;
        (role ? edit.step.to : edit.step.form) = want;
        f.mend.push_back(std::move(edit));
        out_.list.push_back(std::move(f));
    };
    differ("to", rule.to, p.to, true);
    differ("form", rule.form, p.form, false);
}

bool PlanCheck::group_satisfied(const std::string& group) const {
    std::map<std::string, bool> whole;
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        if (step(s).rule->one_of != group || step(s).status != StepStatus::required) continue;
        const std::string path = step(s).rule->path.empty() ? step(s).id : step(s).rule->path;
        const bool ok = taken(s);
        const auto [at, fresh] = whole.emplace(path, ok);
        if (!fresh) at->second &= ok;
    }
    return whole.empty() || std::any_of(whole.begin(), whole.end(), [](const auto& w) { return w.second; });
}

// No path of the group is complete: the one begun most is to be completed; if none was begun, any will do.
void PlanCheck::check_group(const std::string& group) {
    std::map<std::string, int> begun;
    std::vector<std::size_t> firsts;
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        if (step(s).rule->one_of != group || step(s).status != StepStatus::required) continue;
        const std::string path = step(s).rule->path.empty() ? step(s).id : step(s).rule->path;
        if (!begun.count(path)) firsts.push_back(s);
        begun[path] += taken(s);
    }
    const auto best = std::max_element(begun.begin(), begun.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best->second == 0) return missing(firsts);
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        if (step(s).rule->one_of == group && step(s).rule->path == best->first && step(s).status == StepStatus::required && !taken(s)) missing({s});
    }
}

void PlanCheck::check_step(std::size_t s) {
    const RouteStep& r = step(s);
    if (r.status == StepStatus::not_required) return say_result(s, CheckResult::not_applicable);
    if (planned(s)) {
        const std::size_t before = out_.list.size();
        check_actor(s);
        check_addressee_and_form(s);
        const bool asked = std::any_of(out_.list.begin() + before, out_.list.end(), [](const Finding& f) { return f.severity == Severity::ask; });
        return say_result(s, out_.list.size() == before ? CheckResult::held : asked ? CheckResult::unknown : CheckResult::broken);
    }
    if (shown_done(r)) return say_result(s, CheckResult::held);
    if (r.status == StepStatus::unknown || r.status == StepStatus::judgement) return say_result(s, CheckResult::unknown);
    if (r.status != StepStatus::required) return say_result(s, CheckResult::not_applicable);
    if (!r.rule->one_of.empty()) return say_result(s, group_satisfied(r.rule->one_of) ? CheckResult::not_applicable : CheckResult::broken);
    missing({s});
    say_result(s, CheckResult::broken);
}

void PlanCheck::check_order(std::size_t s) {
    if (!planned(s)) return;
    const int here = alignment_.planned_of[s];
    for (const std::size_t b : known_before(s)) {
        const int there = alignment_.planned_of[b];
        const auto a_date = alignment_.dates.find(step(b).id), b_date = alignment_.dates.find(step(s).id);
        const bool dated = a_date != alignment_.dates.end() && b_date != alignment_.dates.end() && a_date->second > b_date->second;
        if (there < here && !dated) continue;
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
    }
}

// A planned step that no rule asks for is not forbidden by that.
void PlanCheck::check_spare(std::size_t p) {
    const PlannedStep& spare = case_.planned[p];
    Finding f;
    f.planned = static_cast<int>(p);
    f.strength = Strength::unclear;
    f.severity = Severity::note;
    f.code = FindingCode::superfluous_step;
    f.message = "“" + step_title(catalogue_, spare) + "”不是规则要求的步骤。";
    if (spare.role.empty() && !spare.role_text.empty()) {
        f.severity = Severity::ask;
        f.code = FindingCode::unknown_role;
        f.message = "“" + spare.role_text + "”不在角色目录中，无法核对这一步。";
        f.advice = "请改填规则中的角色。";
    } else if (spare.action.empty() && !spare.action_text.empty()) {
        f.severity = Severity::ask;
        f.code = FindingCode::needs_judgement;
        f.message = "“" + spare.action_text + "”不在动作目录中，无法核对这一步。";
        f.advice = "请改填起草、审核、会签、签发等动作。";
    }
    out_.list.push_back(std::move(f));
}

void PlanCheck::run() {
    for (std::size_t s = 0; s < route_.steps.size(); ++s) check_step(s);
    std::set<std::string> groups;
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        const std::string& group = step(s).rule->one_of;
        if (!group.empty() && step(s).status == StepStatus::required && groups.insert(group).second && !group_satisfied(group)) check_group(group);
    }
    for (std::size_t s = 0; s < route_.steps.size(); ++s) check_order(s);
    for (std::size_t p = 0; p < case_.planned.size(); ++p) {
        if (alignment_.step_of[p] == kNoStep) check_spare(p);
        const PlannedStep& one = case_.planned[p];
        if (one.date.empty()) continue;
        const auto day = day_from_text(one.date);
        if (day) continue;
        Finding f;
        f.code = FindingCode::impossible_date;
        f.planned = static_cast<int>(p);
        f.message = "“" + step_title(catalogue_, one) + "”的日期“" + one.date + "”不成立：" + day.error().message;
        f.advice = "改为形如 2025-01-23 的日期。";
        f.got.emplace_back("due", one.date);
        out_.list.push_back(std::move(f));
    }
}

}  // namespace

void findings_from_plan(const Rules& rules, const Route& route, const Case& situation, const Alignment& alignment, Findings& out) {
    PlanCheck(rules, route, situation, alignment, out).run();
}

}  // namespace signroute
