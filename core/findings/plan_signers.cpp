// Who signs: a signature that the text gives to another, or only under a fact that is not answered.
#include <algorithm>
#include <array>
#include <set>

#include "core/findings/plan_check.h"
#include "core/route/readings.h"

namespace signroute {

namespace {

constexpr std::array<std::string_view, 3> kSigning = {"review_and_sign", "sign", "sign_off"};
// Who signs for the government or its office. A department's own signature under what it sends in is its own affair.
constexpr std::array<std::string_view, 5> kSigners = {"government_leader", "secretary_general", "deputy_secretary_general", "office_leader", "office"};

bool is_signing(std::string_view action) { return std::find(kSigning.begin(), kSigning.end(), action) != kSigning.end(); }

bool may_sign_some(const Catalogue& catalogue, const std::string& role) {
    return std::any_of(kSigners.begin(), kSigners.end(), [&](std::string_view signer) { return is_role(catalogue, role, signer); });
}

// The same act by whatever word of signing.
bool signs_it(const Catalogue& catalogue, const RouteStep& step, PlannedStep planned) {
    planned.action = step.rule->action;
    return may_take(catalogue, step, planned);
}

}  // namespace

// The signatures that the text asks for or allows here.
std::vector<std::size_t> PlanCheck::signatures() const {
    std::vector<std::size_t> out;
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        if (is_signing(step(s).rule->action) && step(s).status != StepStatus::not_required) out.push_back(s);
    }
    return out;
}

// Whether the text may give the signature to this one after all: it names nobody, or whoever a fact names that is not answered.
bool PlanCheck::may_sign(std::size_t s, const PlannedStep& planned) const {
    return step(s).role.empty() || may_turn_out(step(s).role, planned.role) || signs_it(catalogue_, step(s), planned);
}

// What decides who signs, also that somebody does not.
std::vector<std::string> PlanCheck::facts_of_signatures() const {
    std::set<std::string> out;
    for (const RouteStep& r : route_.steps) {
        if (is_signing(r.rule->action)) out.insert(r.because.facts.begin(), r.because.facts.end());
    }
    return {out.begin(), out.end()};
}

// Whether somebody has to sign, or may, however the open facts are answered and the text is read.
bool PlanCheck::is_surely_signed(const std::vector<std::size_t>& signatures) const {
    const auto sure = [&](std::size_t s) { return step(s).status == StepStatus::required; };
    return std::any_of(signatures.begin(), signatures.end(), sure) ||
           std::any_of(signatures.begin(), signatures.end(), [&](std::size_t s) { return is_surely_signed(step(s).matter, signatures); });
}

bool PlanCheck::is_surely_signed(const std::string& of, const std::vector<std::size_t>& signatures) const {
    const Matter* matter = find_matter(*rules_.pack, of);
    if (!matter) return false;
    Condition some, both;
    some.op = Condition::Op::any;
    for (const std::size_t s : signatures) {
        if (step(s).matter == of) some.parts.push_back(step(s).rule->when);
    }
    both.op = Condition::Op::all;
    both.parts = {matter->applies_when, some};
    const std::vector<Choice> choices = choices_among(readings_arising(rules_, case_));
    return std::all_of(choices.begin(), choices.end(), [&](const Choice& c) { return judge_in(rules_, both, case_, c, of).truth == Truth::yes; });
}

// A signature that the text gives to whoever a fact names that is not answered.
bool PlanCheck::ask_who_signs(std::size_t p, const std::vector<std::size_t>& signatures) {
    for (const std::size_t s : signatures) {
        const RoleRule* role = find_role(*rules_.pack, step(s).role);
        if (planned(s) || !role || role->resolved_by.empty() || !may_sign(s, case_.planned[p])) continue;
        Finding f = signer_open(s, case_.planned[p]);
        f.planned = static_cast<int>(p);
        ask(f, role->resolved_by, "");
        out_.list.push_back(std::move(f));
        return true;
    }
    return false;
}

// A signature that fits no step, by somebody to whom no rule gives it, whatever is still open. Beside a signature that does
// fit it is a matter of asking.
bool PlanCheck::check_signer(std::size_t p) {
    const PlannedStep& spare = case_.planned[p];
    if (!is_signing(spare.action) || !may_sign_some(catalogue_, spare.role)) return false;
    const std::vector<std::size_t> signatures = this->signatures();
    if (ask_who_signs(p, signatures)) return true;
    if (signatures.empty() || std::any_of(signatures.begin(), signatures.end(), [&](std::size_t s) { return may_sign(s, spare); })) return false;
    Finding f;
    f.planned = static_cast<int>(p);
    f.code = FindingCode::not_authorised;
    f.facts = facts_of_signatures();
    bool signed_too = false;
    for (const std::size_t s : signatures) {
        const RouteStep& r = step(s);
        const bool milder = r.rule->strength == Strength::unclear || (r.rule->strength == Strength::should && f.strength != Strength::unclear);
        if (milder) f.strength = r.rule->strength;  // the mildest word that may turn out to count
        merge_clauses(f.clauses, r.because.clauses);
        signed_too |= planned(s) && alignment_.exact[s];
    }
    const std::string who = titles_of(signatures);
    f.severity = signed_too || !is_surely_signed(signatures) ? Severity::ask : severity_of(f.strength);
    const std::string got = step_title(catalogue_, spare);
    f.message = "本事项规定“" + who + "”，没有规定“" + got + "”。";
    f.advice = (signed_too ? std::string("删去") : "改为“" + who + "”") + "；另有依据的，请核实。";
    f.got.emplace_back("role", spare.role);
    if (signed_too) f.mend.push_back(removal(p));
    else if (const auto by = instead(p, signatures)) f.mend.push_back(*by);
    else if (const std::string fact = decides_who(signatures); !fact.empty()) f.advice = "改法取决于尚未填写的情形，先答“" + fact + "”。" + f.advice;
    out_.list.push_back(std::move(f));
    return true;
}

// 分管副市长签发或者市长签发, each once.
std::string PlanCheck::titles_of(const std::vector<std::size_t>& signatures) const {
    constexpr std::string_view sep = "或者";
    std::string out(sep);
    for (const std::size_t s : signatures) {
        const std::string title = step_title(catalogue_, step(s).role, *step(s).rule) + std::string(sep);
        if (out.find(std::string(sep) + title) == std::string::npos) out += title;  // whole titles: 市长签发 is within 副市长签发
    }
    return out.size() > sep.size() ? out.substr(sep.size(), out.size() - 2 * sep.size()) : "";
}

// The first open fact that decides who signs, as it is asked; "" = none.
std::string PlanCheck::decides_who(const std::vector<std::size_t>& signatures) const {
    for (const std::size_t s : signatures) {
        const RoleRule* role = find_role(*rules_.pack, step(s).role);
        if (!step(s).because.open.empty()) return fact_question(rules_, step(s).because.open.front());
        if (role && !role->resolved_by.empty()) return fact_question(rules_, role->resolved_by);
    }
    return "";
}

// Somebody whom nobody knows signs: whether he may is open, and who has to is said.
void PlanCheck::ask_about_unknown_signer(const PlannedStep& spare, Finding& f) const {
    std::vector<std::size_t> open;
    for (const std::size_t s : signatures()) {
        if (!planned(s) && step(s).rule->action == spare.action) open.push_back(s);
    }
    if (!is_signing(spare.action) || open.empty()) return;
    f.message = "没有认出“" + spare.role_text + "”是哪个职务或者单位，无法判断由其签发是否合规；本事项规定“" + titles_of(open) + "”。";
    f.advice = "改为规定的签发人，或者确认“" + spare.role_text + "”即是。";
    for (const std::size_t s : open) merge_clauses(f.clauses, step(s).because.clauses);
}

Edit PlanCheck::removal(std::size_t p) {
    Edit edit;
    edit.op = Edit::Op::remove;
    edit.at = p;
    return edit;
}

// The same step by the only one who has to sign and does not yet; nothing where open facts decide who that is.
std::optional<Edit> PlanCheck::instead(std::size_t p, const std::vector<std::size_t>& signatures) const {
    std::vector<std::size_t> open;
    for (const std::size_t s : signatures) {
        if (step(s).status == StepStatus::required && !taken(s)) open.push_back(s);
    }
    if (open.size() != 1) return std::nullopt;
    Edit edit;
    edit.op = Edit::Op::replace;
    edit.at = p;
    edit.step = reassigned(catalogue_, step(open.front()), case_.planned[p]);
    edit.route_step = step(open.front()).id;
    return edit;
}

Finding PlanCheck::signer_open(std::size_t s, const PlannedStep& by) const {
    Finding f = about(FindingCode::unknown_fact, s, Severity::ask);
    f.message = "由" + role_title(catalogue_, by.role) + action_title(catalogue_, step(s).rule->action) + "是否合规，取决于尚未填写的情形：";
    return f;
}

void PlanCheck::ask(Finding& f, const std::string& fact, const std::string& thing) const {
    f.asks_fact = fact;
    f.asks_thing = thing;
    f.message += (fact.empty() ? thing_title(catalogue_, thing) : "“" + fact_question(rules_, fact) + "”") + "。";
}

// A signature that is good only if something is so that nobody has said yet.
void PlanCheck::ask_about_signer(std::size_t s) {
    const RouteStep& r = step(s);
    if (r.status != StepStatus::unknown || !is_signing(r.rule->action) || (r.because.open.empty() && r.because.things.empty())) return;
    Finding f = signer_open(s, *planned(s));
    if (!r.because.open.empty()) ask(f, r.because.open.front(), "");
    else ask(f, "", r.because.things.front());
    out_.list.push_back(std::move(f));
}

}  // namespace signroute
