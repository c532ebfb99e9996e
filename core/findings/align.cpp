// Lays the planned steps on the required ones: exactly where actor and action fit, then by action, then by actor where the acts are near.
#include <algorithm>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/findings/plan_check.h"

namespace signroute {

bool may_be_one(const Catalogue& catalogue, std::string_view a, std::string_view b) {
    if (is_role(catalogue, a, b) || is_role(catalogue, b, a)) return true;
    return std::any_of(catalogue.roles.begin(), catalogue.roles.end(), [&](const NamedRole& r) {  // by two ways up
        return r.is_a.size() > 1 && is_role(catalogue, r.id, a) && is_role(catalogue, r.id, b);
    });
}

bool acts_as_government(const Catalogue& catalogue, const RouteStep& step, const PlannedStep& planned) {
    return step.role == "government" && is_role(catalogue, planned.role, "government_leader");
}

namespace {

bool may_act(const Catalogue& catalogue, const RouteStep& step, const PlannedStep& planned) {
    if (step.role.empty()) return true;  // the text names nobody
    if (planned.role.empty()) return false;
    if (planned.role == step.rule->role) return true;  // 主持会议的市政府领导, whoever that is
    if (is_role(catalogue, planned.role, step.role) || is_role(catalogue, step.role, planned.role) || acts_as_government(catalogue, step, planned)) return true;
    const auto& by = step.rule->delegable_to;
    const bool delegate = std::any_of(by.begin(), by.end(), [&](const std::string& d) { return is_role(catalogue, planned.role, d); });
    return delegate || may_be_one(catalogue, planned.role, step.role);
}

bool acts_for(const Catalogue& catalogue, const RouteStep& step, const PlannedStep& planned) {
    return !planned.on_behalf_of.empty() && !step.role.empty() && is_role(catalogue, planned.on_behalf_of, step.role);
}

bool needed(const RouteStep& s) { return s.status == StepStatus::required; }

bool does(const RouteStep& step, const PlannedStep& plan) { return !plan.action.empty() && is_act(*step.rule, plan.action); }

// How well a planned step fits: 0 not at all; the text's own actor before one who may act for him, then what else agrees.
int closeness(const Catalogue& catalogue, const RouteStep& step, const PlannedStep& plan) {
    if (!does(step, plan)) return 0;
    int out = 0;
    if (!step.role.empty() && (plan.role == step.role || plan.role == step.rule->role)) out = 64;
    else if (!step.role.empty() && (is_role(catalogue, plan.role, step.role) || may_have_part(catalogue, step.role, plan))) out = 48;
    else if (may_act(catalogue, step, plan) || acts_for(catalogue, step, plan)) out = 16;
    if (out == 0) return 0;
    if (!plan.on_behalf_of.empty()) out -= 8;
    if (!step.rule->to.empty() && !plan.to.empty()) out += is_role(catalogue, plan.to, step.rule->to) ? 4 : -4;
    if (!step.rule->form.empty() && plan.form == step.rule->form) out += 1;
    return out;
}

// Acts of which one may have been written for the other; a draft is never a signature gone wrong.
bool near_acts(std::string_view a, std::string_view b) {
    static constexpr std::string_view kinds[] = {
        " approve consent copy_edit countersign examine finalize give_opinion instruct legality_review read review review_and_sign sign sign_off ",
        " adopt decide deliberate hear ",
        " approve decide ",
        " file_for_record notify report request_instruction submit submit_for_instruction submit_jointly ",
        " issue print publish reissue ",
        " consult coordinate countersign negotiate ",
    };
    const auto in = [](std::string_view kind, std::string_view act) { return contains(kind, " " + std::string(act) + " "); };
    return std::any_of(std::begin(kinds), std::end(kinds), [&](std::string_view kind) { return in(kind, a) && in(kind, b); });
}

}  // namespace

bool says_a_part(const PlannedStep& planned) { return planned.action.empty() && contains(" 主办 承办 牵头 协办 配合 ", " " + planned.action_text + " "); }

bool may_have_part(const Catalogue& catalogue, const std::string& role, const PlannedStep& planned) {
    const NamedRole *r = find_named(catalogue.roles, role), *who = find_named(catalogue.roles, planned.role);
    if (!r || !who) return false;
    const auto is = [&](const std::string& wider) { return is_role(catalogue, planned.role, wider); };
    if (std::any_of(r->may_be.begin(), r->may_be.end(), is)) return true;
    const NamedRole* named = find_named(catalogue.roles, planned.role_text);
    if (!r->part || who->apart || planned.role_text.empty()) return false;
    const auto is_one = [&](const std::string& wider) { return is(wider) && !(named && named->id == wider); };  // by his own name
    return !r->is_a.empty() && std::all_of(r->is_a.begin(), r->is_a.end(), is_one);
}

namespace {

// 市财政局办公室 → 市财政局; "" where no bureau is named.
std::string_view bureau_of(std::string_view text) {
    for (const std::string_view end : {"局", "委员会", "委"}) {
        const std::size_t at = text.find(end);
        if (at != std::string_view::npos && at > 0) return text.substr(0, at + end.size());
    }
    return {};
}

// 市交通局 for 市交通运输局: the characters of the one in their order in the other.
bool shortens(std::string_view name, std::string_view full) {
    constexpr std::size_t kCharacter = 3;  // bytes
    for (std::size_t at = 0; at < full.size() && !name.empty(); at += kCharacter) {
        if (full.substr(at, kCharacter) == name.substr(0, kCharacter)) name.remove_prefix(std::min(kCharacter, name.size()));
    }
    return name.empty();
}

// Whether somebody of another bureau is to do what whoever drafts does, or the other way round.
bool on_other_side(const Catalogue& catalogue, const std::string& role, const PlannedStep& planned, std::string_view lead) {
    const NamedRole* r = lead.empty() ? nullptr : find_named(catalogue.roles, role);
    if (!r || r->side.empty()) return false;
    const std::string who = actor_words(catalogue, planned);
    const std::string_view own = bureau_of(who);
    return !own.empty() && (shortens(own, lead) || shortens(lead, own)) != (r->side == "drafter");
}

class Aligner {
  public:
    Aligner(const Rules& rules, const Route& route, const Case& situation)
        : catalogue_(*rules.catalogue), route_(route), case_(situation), planned_(situation.planned), lead_(lead_of(catalogue_, situation.planned)) {}

    Alignment run();

  private:
    bool on_other_side(std::size_t s, std::size_t p) const { return signroute::on_other_side(catalogue_, route_.steps[s].role, planned_[p], lead_); }
    bool same_action(std::size_t s, std::size_t p) const { return does(route_.steps[s], planned_[p]) && !on_other_side(s, p); }
    int closeness(std::size_t s, std::size_t p) const { return on_other_side(s, p) ? 0 : signroute::closeness(catalogue_, route_.steps[s], planned_[p]); }
    std::vector<std::size_t> candidates(std::size_t s) const;
    bool place(std::size_t s, std::vector<bool>& tried);
    void put(std::size_t s, std::size_t p, bool exact);
    bool still_needed(std::size_t s) const;
    bool group_done(const std::string& group) const;
    void place_by_action();
    void place_by_actor();
    void note_events(const PlannedStep& plan);

    const Catalogue& catalogue_;
    const Route& route_;
    const Case& case_;
    const std::vector<PlannedStep>& planned_;
    const std::string_view lead_;
    Alignment out_;
    bool last_turn_ = false;
};

bool other_addressee(const Catalogue& catalogue, const RouteStep& step, const PlannedStep& plan) {
    return !step.rule->to.empty() && !plan.to.empty() && !is_role(catalogue, plan.to, step.rule->to);
}

// Best first, then in the order of the plan.
std::vector<std::size_t> Aligner::candidates(std::size_t s) const {
    const RouteStep& step = route_.steps[s];
    const bool choosy = !last_turn_ && shown_done(case_, step);  // it can do without
    std::vector<std::size_t> out;
    for (std::size_t p = 0; p < planned_.size(); ++p) {
        if (closeness(s, p) > 0 && !(choosy && other_addressee(catalogue_, step, planned_[p]))) out.push_back(p);
    }
    put_in_order(out, [&](std::size_t a, std::size_t b) { return closeness(s, a) > closeness(s, b); });
    return out;
}

void Aligner::put(std::size_t s, std::size_t p, bool exact) {
    out_.planned_of[s] = static_cast<int>(p);
    out_.step_of[p] = static_cast<int>(s);
    out_.exact[s] = exact;
}

// Takes a planned step that is free, or one whose taker can do with another: a step placed once stays placed.
bool Aligner::place(std::size_t s, std::vector<bool>& tried) {
    const std::vector<std::size_t> fits = candidates(s);
    for (const std::size_t p : fits) {
        if (out_.step_of[p] != kNoStep || tried[p]) continue;
        put(s, p, true);
        return true;
    }
    for (const std::size_t p : fits) {
        if (tried[p]) continue;
        tried[p] = true;
        const auto other = static_cast<std::size_t>(out_.step_of[p]);
        if (!place(other, tried)) continue;
        put(s, p, true);
        return true;
    }
    return false;
}

bool Aligner::group_done(const std::string& group) const {
    std::map<std::string, bool> whole;
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        const RouteStep& step = route_.steps[s];
        if (step.group != group || !needed(step)) continue;
        const auto [at, fresh] = whole.emplace(step.rule->path.empty() ? step.id : step.rule->path, true);
        at->second = at->second && out_.planned_of[s] != kNoStep;
    }
    return std::any_of(whole.begin(), whole.end(), [](const auto& w) { return w.second; });
}

bool Aligner::still_needed(std::size_t s) const {
    const RouteStep& step = route_.steps[s];
    return out_.planned_of[s] == kNoStep && needed(step) && (step.group.empty() || !group_done(step.group));
}

void Aligner::place_by_action() {
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        for (std::size_t p = 0; p < planned_.size() && still_needed(s); ++p) {
            if (out_.step_of[p] == kNoStep && same_action(s, p)) put(s, p, false);
        }
    }
}

// What is stated as done is no reason to take another act of the same actor for it.
void Aligner::place_by_actor() {
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        if (shown_done(case_, route_.steps[s])) continue;
        const std::string& role = route_.steps[s].role;
        for (std::size_t p = 0; p < planned_.size() && still_needed(s); ++p) {
            const PlannedStep& plan = planned_[p];
            const bool same = !role.empty() && !plan.role.empty() && is_role(catalogue_, plan.role, role);
            const bool near = plan.action.empty() || near_acts(plan.action, route_.steps[s].rule->action);
            if (same && near && out_.step_of[p] == kNoStep && !on_other_side(s, p) && !says_a_part(plan)) put(s, p, false);
        }
    }
}

Alignment Aligner::run() {
    out_.planned_of.assign(route_.steps.size(), kNoStep);
    out_.exact.assign(route_.steps.size(), false);
    out_.step_of.assign(planned_.size(), kNoStep);
    // What is needed comes first, then what something else may replace, so that the rest takes nothing away from them.
    const auto turn_of = [](const RouteStep& s) { return !needed(s) ? 2 : s.group.empty() ? 0 : 1; };
    for (const int turn : {0, 1, 2}) {
        last_turn_ = turn == 2;
        for (std::size_t s = 0; s < route_.steps.size(); ++s) {
            if (route_.steps[s].status == StepStatus::not_required) continue;
            const bool due = turn_of(route_.steps[s]) == turn || (last_turn_ && out_.planned_of[s] == kNoStep && shown_done(case_, route_.steps[s]));
            if (!due) continue;
            std::vector<bool> tried(planned_.size(), false);
            place(s, tried);
        }
    }
    place_by_action();
    place_by_actor();
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        if (out_.planned_of[s] == kNoStep) continue;
        const auto day = day_from_text(planned_[static_cast<std::size_t>(out_.planned_of[s])].date);
        if (day) out_.dates[route_.steps[s].id] = *day;
    }
    for (std::size_t p = 0; p < planned_.size(); ++p) {
        if (out_.step_of[p] == kNoStep) note_events(planned_[p]);
    }
    return std::move(out_);
}

void Aligner::note_events(const PlannedStep& plan) {
    const auto day = day_from_text(plan.date);
    if (!day) return;
    for (const NamedEvent& e : catalogue_.events) {
        if (std::find(e.acts.begin(), e.acts.end(), plan.action) == e.acts.end()) continue;
        const auto [at, fresh] = out_.events.emplace(e.id, *day);
        at->second = std::max(at->second, *day);
    }
}

}  // namespace

std::string_view lead_of(const Catalogue& catalogue, const std::vector<PlannedStep>& planned) {
    for (const std::string_view act : {"draft", "submit"}) {
        for (const PlannedStep& s : planned) {
            if (const std::string_view own = bureau_of(s.role_text); s.action == act && !own.empty() && is_role(catalogue, s.role, "department")) return own;
        }
    }
    return {};
}

std::string of_same_bureau(const NamedRole& role, std::string_view written) {
    const std::string_view bureau = role.side.empty() ? std::string_view() : bureau_of(written);
    if (bureau.empty()) return "";
    const bool head = std::find(role.is_a.begin(), role.is_a.end(), "department_head") != role.is_a.end();
    return std::string(bureau) + (role.kind == RoleKind::unit ? "" : head ? "主要负责人" : "负责人");
}

bool may_take(const Catalogue& catalogue, const RouteStep& step, const PlannedStep& planned, std::string_view lead) {
    return !on_other_side(catalogue, step.role, planned, lead) && closeness(catalogue, step, planned) > 0;
}

Alignment align(const Rules& rules, const Route& route, const Case& situation) { return Aligner(rules, route, situation).run(); }

}  // namespace signroute
