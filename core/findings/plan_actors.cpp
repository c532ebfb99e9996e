// Who does what for whom in the planned steps, and in which form.
#include <algorithm>

#include "core/findings/plan_check.h"

namespace signroute {

// The plan does not say who, or says it in words that the catalogue does not know: nothing is wrong by that, nothing right.
void PlanCheck::unknown_actor(std::size_t s, const PlannedStep& p, Finding& f) const {
    const std::string want = role_title(catalogue_, step(s).role);
    f.code = FindingCode::unknown_role;
    f.severity = Severity::ask;
    f.message = p.role_text.empty() ? "没有写明由谁办理“" + action_title(catalogue_, p.action) + "”，应为" + want + "。"
                                    : "没有认出“" + p.role_text + "”是哪个职务或者单位，无法判断是否为" + want + "。";
    f.advice = p.role_text.empty() ? "请填写" + want + "。" : "请改填规则中的角色，或者确认其即" + want + "。";
}

void PlanCheck::unknown_action(std::size_t s, const PlannedStep& p, Finding& f) const {
    const std::string want = action_title(catalogue_, *step(s).rule);
    f.code = FindingCode::needs_judgement;
    f.severity = Severity::ask;
    f.message = p.action_text.empty() ? "没有写明“" + role_title(catalogue_, p.role) + "”办什么，应为“" + want + "”。"
                                      : "没有认出“" + p.action_text + "”是哪个环节，无法判断是否为“" + want + "”。";
    f.advice = "请填写“" + want + "”，或者确认两者是一回事。";
}

// Somebody who may be the one that is meant.
void PlanCheck::confirm_actor(std::size_t s, const PlannedStep& p, Finding& f) const {
    const std::string want = role_title(catalogue_, step(s).role);
    f.code = FindingCode::needs_judgement;
    f.severity = Severity::ask;
    f.message = "规则要求" + want + "，填报为" + role_title(catalogue_, p.role) + "，请确认是否同一人。";
    f.advice = "确认后改填" + want + "。";
}

// Nothing to be mended: the text names the whole, and who of it decides follows from how its leaders share the work.
void PlanCheck::note_leader(std::size_t s, const PlannedStep& p) {
    Finding f = about(FindingCode::needs_judgement, s, Severity::note);
    f.message = "规则写的是“" + step_title(catalogue_, step(s).role, *step(s).rule) + "”，填报为“" + step_title(catalogue_, p) + "”：由哪位市政府领导代表市政府" + action_title(catalogue_, *step(s).rule) + "，按领导分工确定。";
    out_.list.push_back(std::move(f));
}

// Whether `wanted` is whoever a fact names that is not answered, and that may be `got`.
bool PlanCheck::may_turn_out(const std::string& wanted, const std::string& got) const {
    const RoleRule* role = find_role(*rules_.pack, wanted);
    const NamedFact* names = role ? find_named(catalogue_.facts, role->resolved_by) : nullptr;
    return names && std::any_of(names->options.begin(), names->options.end(), [&](const Named& o) { return may_be_one(catalogue_, got, o.id); });
}

void PlanCheck::wrong_actor(std::size_t s, const PlannedStep& p) {
    const RouteStep& r = step(s);
    const bool role_differs = is_act(*r.rule, p.action);
    Finding f = about(role_differs ? FindingCode::wrong_role : FindingCode::wrong_action, s, severity_of(r.rule->strength));
    const std::string want = step_title(catalogue_, r.role, *r.rule), got = step_title(catalogue_, p);
    if (role_differs && p.role.empty()) {
        unknown_actor(s, p, f);
    } else if (!role_differs && p.action.empty()) {
        unknown_action(s, p, f);
    } else if (role_differs && may_turn_out(r.role, p.role)) {
        confirm_actor(s, p, f);
    } else {
        std::string wants = "“" + want + "”";
        for (const RouteStep& other : route_.steps) {
            const bool beside = !r.rule->path.empty() && other.rule->path == r.rule->path;  // they go together
            const bool instead = &other != &r && !beside && !r.group.empty() && other.group == r.group && other.status != StepStatus::not_required && other.rule->action == r.rule->action;
            if (instead && other.role != r.role) wants += "或者“" + step_title(catalogue_, other.role, *other.rule) + "”";
        }
        f.message = "此处应为" + wants + "，填报为“" + got + "”。";
        f.advice = "将“" + got + "”改为" + wants + "。";
        const auto has = [&](const char* word) { return p.role_text.find(word) != std::string::npos; };
        if (has("分管") && has("市长") && !has("副市长")) f.advice += "“" + p.role_text + "”写的是分管领导，不是市长。";
    }
    const char* part = role_differs ? "role" : "action";
    f.want.emplace_back(part, role_differs ? r.role : r.rule->action);
    const std::string told = role_differs ? (p.role.empty() ? p.role_text : p.role) : (p.action.empty() ? p.action_text : p.action);
    if (!told.empty()) f.got.emplace_back(part, told);
    f.mend.push_back(replacement(s));
    out_.list.push_back(std::move(f));
}

// The planned step with the actor and the action that the text asks for.
Edit PlanCheck::replacement(std::size_t s) const {
    Edit edit;
    edit.op = Edit::Op::replace;
    edit.at = static_cast<std::size_t>(alignment_.planned_of[s]);
    edit.step = reassigned(catalogue_, step(s), *planned(s));
    edit.route_step = step(s).id;
    return edit;
}

// Someone whom the text lets be authorised: the plan, or the fact of the authorisation, has to say that he was.
void PlanCheck::check_delegation(std::size_t s) {
    const PlannedStep& p = *planned(s);
    const RouteStep& r = step(s);
    if (!p.by.empty() || is_role(catalogue_, p.on_behalf_of, r.role)) return;
    const auto at = case_.facts.find("delegated");
    const bool* stated = at == case_.facts.end() ? nullptr : std::get_if<bool>(&at->second);
    if (stated && *stated) return;
    Finding f = about(FindingCode::not_authorised, s, stated ? severity_of(r.rule->strength) : Severity::ask);
    const std::string who = role_title(catalogue_, r.role);
    f.message = role_title(catalogue_, p.role) + "办理“" + action_title(catalogue_, *r.rule) + "”须经" + who +
                (stated ? "授权，现未经授权。" : "授权，没有说明是否已经授权。");
    f.advice = "由" + who + "本人办理，或者写明受其授权。";
    if (!stated) f.asks_fact = "delegated";
    f.want.emplace_back("role", r.role);
    f.got.emplace_back("role", p.role);
    f.mend.push_back(replacement(s));
    out_.list.push_back(std::move(f));
}

void PlanCheck::not_authorised(std::size_t s) {
    const PlannedStep& p = *planned(s);
    const RouteStep& r = step(s);
    Finding f = about(FindingCode::not_authorised, s, severity_of(r.rule->strength));
    f.message = "“" + step_title(catalogue_, p) + "”系代" + role_title(catalogue_, p.on_behalf_of) + "办理，原文没有这样的授权。";
    f.advice = "由" + role_title(catalogue_, r.role) + "本人办理，或者另行取得有效授权依据。";
    f.want.emplace_back("role", r.role);
    f.got.emplace_back("role", p.role.empty() ? p.role_text : p.role);
    f.mend.push_back(replacement(s));
    out_.list.push_back(std::move(f));
}

// An actor that fits may still need a word: acting for another, or named more widely than the text does.
void PlanCheck::check_actor(std::size_t s) {
    const PlannedStep& p = *planned(s);
    const RouteStep& r = step(s);
    if (!alignment_.exact[s]) return wrong_actor(s, p);
    if (r.role.empty() || p.role == r.rule->role || is_role(catalogue_, p.role, r.role) || may_have_part(catalogue_, r.role, p)) return;
    const auto& by = r.rule->delegable_to;
    const bool delegated = std::any_of(by.begin(), by.end(), [&](const std::string& d) { return is_role(catalogue_, p.role, d); });
    if (delegated) return check_delegation(s);
    if (!p.on_behalf_of.empty()) return not_authorised(s);
    if (acts_as_government(catalogue_, r, p)) return note_leader(s, p);
    Finding f = about(FindingCode::needs_judgement, s, Severity::ask);
    confirm_actor(s, p, f);
    f.want.emplace_back("role", r.role);
    f.got.emplace_back("role", p.role);
    f.mend.push_back(replacement(s));
    out_.list.push_back(std::move(f));
}

void PlanCheck::check_addressee(std::size_t s) {
    const std::string &want = step(s).rule->to, &got = planned(s)->to;
    if (want.empty() || got.empty() || reaches(catalogue_, step(s), got)) return;
    const NamedRole *wide = find_named(catalogue_.roles, want), *whom = find_named(catalogue_.roles, got);
    const auto is_one = [&](const std::string& a) { return is_role(catalogue_, got, a); };
    if (wide && wide->part && whom && !whom->apart && std::all_of(wide->is_a.begin(), wide->is_a.end(), is_one)) return;  // 市财政局 is one of the 相关部门
    if (wide && std::any_of(wide->may_be.begin(), wide->may_be.end(), is_one)) return;
    Finding f = about(FindingCode::wrong_role, s, severity_of(step(s).rule->strength));
    f.message = "应报送“" + role_title(catalogue_, want) + "”，填报为“" + role_title(catalogue_, got) + "”。";
    f.advice = "改为“" + role_title(catalogue_, want) + "”。";
    if (!find_named(catalogue_.roles, got)) {
        f.code = FindingCode::unknown_role;
        f.severity = Severity::ask;
        f.message = "没有认出“" + got + "”是哪个职务或者单位，无法判断是否为" + role_title(catalogue_, want) + "。";
    } else if (is_role(catalogue_, want, got)) {
        f.code = FindingCode::needs_judgement;
        f.severity = Severity::ask;
        f.message = "应报送" + role_title(catalogue_, want) + "，填报为" + role_title(catalogue_, got) + "，请确认是否同一对象。";
    }
    f.want.emplace_back("to", want);
    f.got.emplace_back("to", got);
    Edit edit = replacement(s);
    edit.step = readdressed(catalogue_, *planned(s), want);
    f.mend.push_back(std::move(edit));
    out_.list.push_back(std::move(f));
}

void PlanCheck::check_form(std::size_t s) {
    const std::string &want = step(s).rule->form, &got = planned(s)->form;
    if (same_form(got, want)) return;
    Finding f = about(FindingCode::wrong_action, s, severity_of(step(s).rule->strength));
    f.message = "形式应为“" + want + "”，填报为“" + got + "”。";
    f.advice = "改为“" + want + "”。";
    f.want.emplace_back("form", want);
    f.got.emplace_back("form", got);
    Edit edit = replacement(s);
    edit.step = *planned(s);
    edit.step.form = want;
    f.mend.push_back(std::move(edit));
    out_.list.push_back(std::move(f));
}

bool same_form(const std::string& got, const std::string& want) {
    return got.find(want) != std::string::npos || want.find(got) != std::string::npos;
}

PlannedStep reassigned(const Catalogue& catalogue, const RouteStep& step, PlannedStep planned) {
    const auto take = [](const std::string& wanted, std::string& id, std::string& words) {
        if (id != wanted) words.clear();  // what was written named another
        id = wanted;
    };
    if (!step.role.empty()) {
        if (!planned.role.empty() && planned.role != step.role) planned.who.clear(), planned.by.clear();
        if (!planned.on_behalf_of.empty()) planned.action_text.clear();  // 代市长签发
        const NamedRole* wanted = find_named(catalogue.roles, step.role);
        const std::string own = wanted ? of_same_bureau(*wanted, planned.role_text) : "";
        take(step.role, planned.role, planned.role_text);
        if (!own.empty()) planned.role_text = own;
        planned.on_behalf_of.clear();
    }
    take(step.rule->action, planned.action, planned.action_text);
    return planned;
}

PlannedStep readdressed(const Catalogue& catalogue, PlannedStep planned, const std::string& to) {
    if (planned.to != to && !find_named(catalogue.actions, planned.action_text)) planned.action_text.clear();
    planned.to = to;
    return planned;
}

}  // namespace signroute
