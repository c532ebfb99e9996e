#include "core/quiz/ruling.h"

#include <algorithm>

#include "core/quiz/scenario.h"

namespace signroute::quiz {

Court::Court(const Ground& ground, const Pack& pack, Case situation, std::shared_ptr<const Assessment> answer)
    : ground_(ground), pack_(pack), rules_{ground.catalogue, &pack}, case_(std::move(situation)), answer_(std::move(answer)) {
    if (!answer_) answer_ = std::make_shared<const Assessment>(assessed(case_));
}

Assessment Court::assessed(const Case& situation) const { return assess(rules_, *ground_.calendar, situation); }

const std::vector<Clause>& Court::matter_clauses() const {
    static const std::vector<Clause> none;
    const Matter* m = case_.matters.empty() ? nullptr : find_matter(pack_, case_.matters.front());
    return m ? m->clauses : none;
}

std::string Court::act(const std::string& role, const std::string& action) const {
    const Matter* m = case_.matters.empty() ? nullptr : find_matter(pack_, case_.matters.front());
    const StepRule* said = nullptr;
    for (std::size_t i = 0; m && i < m->steps.size(); ++i) {
        const StepRule& s = m->steps[i];
        if (s.action == action && is_written(s) && (!said || (s.role == role && said->role != role))) said = &s;
    }
    return said ? action_title(catalogue(), *said) : action_title(catalogue(), action);
}

std::string Court::title(const std::string& role, const std::string& action) const { return (role.empty() ? "" : role_title(catalogue(), role)) + act(role, action); }

Ruling Court::rule(const Claim& claim) const {
    switch (claim.is) {
        case Claim::Is::decides: return decides(claim);
        case Claim::Is::certain: return certain(claim);
        case Claim::Is::depends: return depends(claim);
        case Claim::Is::checks: return checks(claim);
        case Claim::Is::passes: return passes(claim);
        case Claim::Is::sequence: return sequence(claim);
        case Claim::Is::unordered: return unordered(claim);
        case Claim::Is::dispensable: return dispensable(claim);
        case Claim::Is::missing: return missing(claim);
        case Claim::Is::complete: return complete();
        case Claim::Is::wrong_step: return wrong_step(claim);
        case Claim::Is::faultless: return faultless();
        case Claim::Is::disordered: return disordered();
        case Claim::Is::requires_thing: return requires_thing(claim);
        case Claim::Is::due_on:
        case Claim::Is::figure:
        case Claim::Is::no_figure:
        case Claim::Is::unit_open:
        case Claim::Is::gives_way: return limit(claim);
        case Claim::Is::latest_start: return latest_start(claim);
        case Claim::Is::silence_means: return silence(claim);
        case Claim::Is::takes: return takes(claim);
        case Claim::Is::unlisted: return unlisted(claim);
        case Claim::Is::forbidden: return forbidden(claim);
        case Claim::Is::spared: return spared(claim);
        case Claim::Is::unruled: return unruled(claim);
        case Claim::Is::lawful: return lawful(claim);
        case Claim::Is::said_in: return said_in(claim);
        case Claim::Is::says: return says(claim);
        case Claim::Is::turns: return turns(claim);
        case Claim::Is::unsaid: return unsaid(claim);
        case Claim::Is::judged: return judged(claim);
    }
    return {};
}

bool reviews_law(const RouteStep& step) { return step.rule->action == "legality_review" && step.status != StepStatus::not_required; }

bool related(const Catalogue& catalogue, const std::string& a, const std::string& b) { return is_role(catalogue, a, b) || is_role(catalogue, b, a); }

namespace {

// Named by what they do in the case at hand, so that anybody may be meant.
bool by_part(const std::string& role) {
    constexpr const char* roles[] = {"lead_department",   "responsible_department", "related_department",  "drafting_department", "making_department",
                                     "submitting_unit",   "competent_department",   "department",          "reporting_department", "functional_department",
                                     "inviting_unit",     "implementing_unit",      "host_unit",           "unit",                 "lower_unit",
                                     "presiding_leader",  "meeting_host",           "meeting_commissioner", "attendee",            "traveller",
                                     "clerk",             "government_leader",      "lead_vice_mayor",     "vice_mayors_concerned", "unit_leader",
                                     "department_leader", "city_leader",            "observer",            "government_member"};
    return std::any_of(std::begin(roles), std::end(roles), [&](const char* r) { return role == r; });
}

// A deputy of the mayor, of whom it is not said which: the one in charge may be any of them.
bool is_deputy(const std::string& role) {
    constexpr const char* roles[] = {"vice_mayor", "executive_vice_mayor", "vice_mayor_in_charge", "leader_in_charge", "vice_mayors_concerned", "other_city_leader", "lead_vice_mayor"};
    return std::any_of(std::begin(roles), std::end(roles), [&](const char* r) { return role == r; });
}

// The head of the unit that submits is the head of whatever unit that is.
bool heads_a_unit(const std::string& role) {
    constexpr std::string_view end = "_head";
    return role.size() > end.size() && role.compare(role.size() - end.size(), end.size(), end) == 0 && role.find("deputy") == std::string::npos;
}

bool signs(const std::string& action) { return action == "sign" || action == "sign_off" || action == "review_and_sign"; }

constexpr const char* kFirstDeputy = "executive_vice_mayor";  // a post of its own

// Whoever presides, without a name of their own: what a meeting decides is announced by them.
bool presides(const std::string& role) { return role == "meeting_host" || role == "presiding_leader" || role == "meeting_commissioner"; }

// 重大事项由全体会议或者常务会议讨论决定: every text says so apart from its matters, so that a matter that one of the two
// decides is not closed to the other.
bool decides_what_is_major(const std::string& role) { return role == "plenary_meeting" || role == "executive_meeting"; }

// The government and whoever may act in its name.
bool speaks_for_government(const NamedRole& role) {
    return role.id == "government" || role.id.find("meeting") != std::string::npos || (role.kind == RoleKind::person && role.id.find("department") == std::string::npos);
}

}  // namespace

bool one_person(const Catalogue& catalogue, const std::string& a, const std::string& b) {
    return related(catalogue, a, b) || (is_deputy(a) && is_deputy(b) && a != kFirstDeputy && b != kFirstDeputy);
}

bool same_people(const Catalogue& catalogue, const Claim& a, const Claim& b) {
    if (a.is != b.is || a.steps.size() != 1 || b.steps.size() != 1) return false;
    const PlannedStep &one = a.steps.front(), &other = b.steps.front();
    if (one.role == other.role) return one.action != other.action && signs(one.action) && signs(other.action);  // 市长签署, 市长签发
    return one.action == other.action && one_person(catalogue, one.role, other.role);
}

bool confusable(const Catalogue& catalogue, const std::string& a, const std::string& b) {
    const NamedRole *one = find_named(catalogue.roles, a), *other = find_named(catalogue.roles, b);
    if (!one || !other || related(catalogue, a, b)) return true;
    if (is_deputy(a) && is_deputy(b)) return true;
    if ((a == "submitting_unit_head" && heads_a_unit(b)) || (b == "submitting_unit_head" && heads_a_unit(a))) return true;
    if (decides_what_is_major(a) && decides_what_is_major(b)) return true;
    if ((presides(a) && other->kind == RoleKind::body) || (presides(b) && one->kind == RoleKind::body)) return true;
    if (a == "government" || b == "government") return speaks_for_government(*one) && speaks_for_government(*other);
    if (one->kind != other->kind) return one->kind != RoleKind::body && other->kind != RoleKind::body;  // an office and its head
    const bool same_sort = by_part(a) && by_part(b);
    return one->kind == RoleKind::person ? by_part(a) || by_part(b) : same_sort;
}

namespace {

bool is_meeting_of(const Catalogue& catalogue, const std::string& role) {
    const NamedRole* named = find_named(catalogue.roles, role);
    return named && named->kind == RoleKind::body && is_meeting(role);
}

}  // namespace

bool one_act(const Catalogue& catalogue, const PlannedStep& a, const PlannedStep& b) {
    return a.action == b.action || (is_meeting_of(catalogue, a.role) && is_meeting_of(catalogue, b.role));
}

bool Court::named_otherwise(const std::string& role) const {
    const Matter* m = case_.matters.empty() ? nullptr : find_matter(pack_, case_.matters.front());
    if (!m) return false;
    const bool leads = is_role(catalogue(), role, "government_leader");  // and may be the one who presides
    const auto other = [&](const std::string& named) { return !named.empty() && named != role && (one_person(catalogue(), named, role) || (leads && presides(named))); };
    const auto names = [&](const StepRule& s) { return s.role == role; };
    if (std::any_of(m->steps.begin(), m->steps.end(), names)) return false;  // by its own name, of which the rules tell
    return std::any_of(m->steps.begin(), m->steps.end(), [&](const StepRule& s) {
        return other(s.role) || std::any_of(s.delegable_to.begin(), s.delegable_to.end(), other);
    });
}

bool Court::let_elsewhere(const PlannedStep& who) const {
    const auto does = [&](const StepRule& s, const std::string& thing) {
        return s.role == who.role && !thing.empty() && s.thing == thing && (is_meeting_of(catalogue(), s.role) || s.action == who.action);
    };
    for (const Assessment* a : answers_of(*answer_)) {
        for (const auto& p : a->route.prerequisites) {
            if (p.applies == Truth::no) continue;
            for (const Matter& m : pack_.matters) {
                if (std::any_of(m.steps.begin(), m.steps.end(), [&](const StepRule& s) { return does(s, p.rule->thing); })) return true;
            }
        }
    }
    if (!decides_what_is_major(who.role)) return false;
    const Matter* own = case_.matters.empty() ? nullptr : find_matter(pack_, case_.matters.front());
    const auto takes = [&](const StepRule& s) { return s.role == who.role && s.action == who.action; };
    if (own && std::any_of(own->steps.begin(), own->steps.end(), takes)) return false;  // this matter's rules tell when
    return std::any_of(pack_.matters.begin(), pack_.matters.end(), [&](const Matter& m) { return std::any_of(m.steps.begin(), m.steps.end(), takes); });
}

// 重大问题由常务会议或者全体会议讨论决定: where a route has both, that one alone would do is not refuted by the one clause that
// names both.
bool Court::beside_its_like(const Assessment& a, const std::string& role) const {
    return decides_what_is_major(role) && std::any_of(a.route.steps.begin(), a.route.steps.end(), [&](const RouteStep& s) {
        return s.status == StepStatus::required && s.role != role && decides_what_is_major(s.role);
    });
}

bool is_meeting(const std::string& body) { return body != "government" && body != "city_wide_meeting" && body != "study_session"; }

bool is_check(const std::string& action) {
    constexpr const char* checks[] = {"review", "copy_edit", "countersign", "consent", "examine", "read", "finalize"};
    return std::any_of(std::begin(checks), std::end(checks), [&](const char* c) { return action == c; });
}

bool steps_settled(const Assessment& a) {
    if (a.outcome == Outcome::regulated) return true;
    return a.outcome == Outcome::depends && std::none_of(a.route.steps.begin(), a.route.steps.end(), [](const RouteStep& s) { return s.status == StepStatus::unknown; });
}

bool one_reading(const Assessment& assessment) {
    const auto& open = assessment.route.readings;
    return assessment.readings.empty() && std::none_of(open.begin(), open.end(), [](const auto& r) { return r.applies == Truth::yes; });
}

namespace {

template <class Rule>
void list(std::vector<std::string>& out, const char* kind, const std::vector<Rule>& rules) {
    for (const Rule& r : rules) out.push_back(std::string(kind) + ":" + r.id);
}

template <class Rule>
const Element* find(const std::vector<Rule>& rules, std::string_view id) {
    for (const Rule& r : rules) {
        if (r.id == id) return &r;
    }
    return nullptr;
}

}  // namespace

std::vector<std::string> elements_of(const Matter& m) {
    std::vector<std::string> out;
    list(out, "step", m.steps);
    list(out, "prerequisite", m.prerequisites);
    list(out, "prohibition", m.prohibitions);
    list(out, "cap", m.caps);
    list(out, "limit", m.limits);
    return out;
}

const Element* element_of(const Matter& m, const std::string& element) {
    const std::size_t colon = element.find(':');
    if (colon == element.npos) return nullptr;
    const std::string kind = element.substr(0, colon), id = element.substr(colon + 1);
    if (kind == "step") return find(m.steps, id);
    if (kind == "prerequisite") return find(m.prerequisites, id);
    if (kind == "prohibition") return find(m.prohibitions, id);
    if (kind == "cap") return find(m.caps, id);
    if (kind == "limit") return find(m.limits, id);
    if (kind == "silent") return find(m.silent, id);
    return nullptr;
}

}  // namespace signroute::quiz
