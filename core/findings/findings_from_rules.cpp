// Prerequisites, prohibitions, numeric limits, silences, and what is still unanswered.
#include <algorithm>
#include <set>

#include "core/findings/finding.h"

namespace signroute {

namespace {

Finding finding_of(const Element& rule, FindingCode code, const Because& because) {
    Finding f;
    f.code = code;
    f.severity = severity_of(rule.strength);
    f.strength = rule.strength;
    f.clauses = rule.clauses;
    f.facts = because.facts;
    f.element = rule.id;
    return f;
}

class RuleCheck {
  public:
    RuleCheck(const Rules& rules, const Route& route, const Case& situation, const Choice& choice, const Alignment& alignment, Findings& out)
        : rules_(rules), route_(route), case_(situation), choice_(choice), alignment_(alignment), out_(out) {}

    void run();

  private:
    void say(const Element& rule, CheckResult result) { out_.checked.push_back({rule.id, rule.clauses, result}); }
    Truth thing_done(const std::string& thing) const;
    void check(const Applied<Prerequisite>& p);
    void unmet(const Applied<Prerequisite>& p);
    void not_said(const Applied<Prerequisite>& p);
    void check_time(const Applied<Prerequisite>& p);
    void check(const Applied<Prohibition>& p);
    void check(const Applied<Cap>& c);
    void ask_open_facts();

    const Rules& rules_;
    const Route& route_;
    const Case& case_;
    const Choice& choice_;
    const Alignment& alignment_;
    Findings& out_;
    std::set<std::string> asked_things_;
};

std::string thing_title(const Catalogue& catalogue, const std::string& id) {
    const NamedThing* t = find_named(catalogue.things, id);
    return t ? t->title : id;
}

// What was stated counts; so does a planned step that shows the thing.
Truth RuleCheck::thing_done(const std::string& thing) const {
    const auto at = case_.done.find(thing);
    if (at != case_.done.end() && at->second.truth != Truth::unknown) return at->second.truth;
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        if (route_.steps[s].rule->thing == thing && !thing.empty() && case_.has_plan && alignment_.planned_of[s] != kNoStep && alignment_.exact[s])
            return Truth::yes;
    }
    return Truth::unknown;
}

void RuleCheck::unmet(const Applied<Prerequisite>& p) {
    const std::string title = thing_title(*rules_.catalogue, p.rule->thing);
    const NamedThing* thing = find_named(rules_.catalogue->things, p.rule->thing);
    const bool paper = thing && thing->enclosure;
    Finding f = finding_of(*p.rule, FindingCode::prerequisite_unmet, p.because);
    f.message = paper ? "未附“" + title + "”。" : "尚未完成：" + title + "。";
    f.advice = p.rule->say;
    Edit edit;
    edit.op = paper ? Edit::Op::enclose : Edit::Op::perform;
    edit.thing = p.rule->thing;
    f.mend.push_back(std::move(edit));
    out_.list.push_back(std::move(f));
}

void RuleCheck::not_said(const Applied<Prerequisite>& p) {
    if (!asked_things_.insert(p.rule->thing).second) return;
    const std::string title = thing_title(*rules_.catalogue, p.rule->thing);
    Finding f = finding_of(*p.rule, FindingCode::unknown_fact, p.because);
    const bool idle = p.rule->duty || p.rule->strength == Strength::may;
    f.severity = idle ? Severity::note : Severity::ask;
    f.message = "没有说明是否已完成：" + title + "。";
    f.advice = p.rule->say;
    out_.list.push_back(std::move(f));
}

// Done, but after the step that it had to precede.
void RuleCheck::check_time(const Applied<Prerequisite>& p) {
    const auto done = case_.done.find(p.rule->thing);
    const auto step = alignment_.dates.find(p.rule->before);
    if (done == case_.done.end() || !done->second.date || step == alignment_.dates.end() || *done->second.date <= step->second) return;
    Finding f = finding_of(*p.rule, FindingCode::too_late, p.because);
    f.step = p.rule->before;
    f.message = thing_title(*rules_.catalogue, p.rule->thing) + "完成于" + to_text(*done->second.date) + "，晚于它应当先于的步骤。";
    f.advice = "应当在" + to_text(step->second) + "之前完成。";
    f.want.emplace_back("due", to_text(step->second));
    f.got.emplace_back("due", to_text(*done->second.date));
    out_.list.push_back(std::move(f));
}

void RuleCheck::check(const Applied<Prerequisite>& p) {
    if (p.applies == Truth::no) return say(*p.rule, CheckResult::not_applicable);
    const Truth done = thing_done(p.rule->thing);
    if (done == Truth::yes) {
        const std::size_t before = out_.list.size();
        check_time(p);
        return say(*p.rule, out_.list.size() == before ? CheckResult::held : CheckResult::broken);
    }
    if (p.applies == Truth::unknown) return say(*p.rule, CheckResult::unknown);
    if (done == Truth::no) unmet(p);
    else not_said(p);
    say(*p.rule, done == Truth::no ? CheckResult::broken : CheckResult::unknown);
}

void RuleCheck::check(const Applied<Prohibition>& p) {
    if (p.applies == Truth::no) return say(*p.rule, CheckResult::not_applicable);
    const Judged breach = judge_in(rules_, p.rule->breach, case_, choice_, p.matter);
    if (breach.truth == Truth::no) return say(*p.rule, CheckResult::held);
    if (breach.truth == Truth::unknown || p.applies == Truth::unknown) return say(*p.rule, CheckResult::unknown);
    Because because = p.because;
    because.facts.insert(because.facts.end(), breach.facts.begin(), breach.facts.end());
    Finding f = finding_of(*p.rule, FindingCode::forbidden, because);
    f.message = p.rule->say;
    f.advice = p.rule->instead;
    f.instead_matter = p.rule->instead_matter;
    f.instead_facts = p.rule->instead_facts;
    if (f.advice.empty() && !f.instead_matter.empty()) {
        const NamedMatter* m = find_named(rules_.catalogue->matters, f.instead_matter);
        f.advice = "改按“" + (m ? m->title : f.instead_matter) + "”办理。";
    }
    out_.list.push_back(std::move(f));
    say(*p.rule, CheckResult::broken);
}

void RuleCheck::check(const Applied<Cap>& c) {
    if (c.applies == Truth::no) return say(*c.rule, CheckResult::not_applicable);
    const auto fact = case_.facts.find(c.rule->fact);
    if (fact == case_.facts.end() || c.applies == Truth::unknown) return say(*c.rule, CheckResult::unknown);
    const auto* number = std::get_if<std::int64_t>(&fact->second);
    const auto* list = std::get_if<std::vector<std::string>>(&fact->second);
    const std::int64_t n = number ? *number : list ? static_cast<std::int64_t>(list->size()) : 0;
    const bool over = c.rule->at_most && n > *c.rule->at_most, under = c.rule->at_least && n < *c.rule->at_least;
    say(*c.rule, over || under ? CheckResult::broken : CheckResult::held);
    if (!over && !under) return;
    Finding f = finding_of(*c.rule, FindingCode::over_limit, c.because);
    f.facts.push_back(c.rule->fact);
    const std::int64_t want = over ? *c.rule->at_most : *c.rule->at_least;
    f.message = c.rule->say;
    f.advice = (over ? "减至" : "增至") + std::to_string(want) + "，现为" + std::to_string(n) + "。";
    f.want = {{"n", want}, {"unit", c.rule->unit}};
    f.got = {{"n", n}, {"unit", c.rule->unit}};
    out_.list.push_back(std::move(f));
}

// One finding for each unanswered fact that some rule waits for.
void RuleCheck::ask_open_facts() {
    for (const OpenQuestion& q : route_.open_questions) {
        const FactRule* rule = find_fact(*rules_.pack, q.fact);
        const NamedFact* shared = find_named(rules_.catalogue->facts, q.fact);
        Finding f;
        f.code = q.judgement ? FindingCode::needs_judgement : FindingCode::unknown_fact;
        f.severity = Severity::ask;
        f.strength = Strength::unclear;
        f.element = q.fact;
        f.facts = {q.fact};
        if (rule) f.clauses = rule->clauses;
        const std::string question = rule ? rule->question : shared ? shared->title : q.fact;
        f.message = (q.judgement ? "需要人工判断：" : "尚未说明：") + question;
        f.advice = rule && !rule->why.empty() ? rule->why : "";
        out_.list.push_back(std::move(f));
    }
}

void RuleCheck::run() {
    for (const auto& p : route_.prerequisites) check(p);
    for (const auto& p : route_.prohibitions) check(p);
    for (const auto& c : route_.caps) check(c);
    ask_open_facts();
    for (const auto& s : route_.silent) {
        if (!s.rule->asks || s.applies != Truth::yes) continue;
        Finding f = finding_of(*s.rule, FindingCode::not_regulated, s.because);
        f.severity = Severity::ask;
        f.message = "原文未规定：" + s.rule->about + "。";
        f.advice = s.rule->say;
        out_.list.push_back(std::move(f));
    }
    for (const std::string& id : route_.lacking) {
        const NamedMatter* m = find_named(rules_.catalogue->matters, id);
        Finding f;
        f.code = FindingCode::not_regulated;
        f.severity = Severity::ask;
        f.strength = Strength::unclear;
        f.element = id;
        f.message = "原文未规定：" + (m ? m->title : id) + "。";
        f.advice = "请查阅本市其他文件或者请示主管部门。";
        out_.list.push_back(std::move(f));
    }
}

}  // namespace

void findings_from_rules(const Rules& rules, const Route& route, const Case& situation, const Choice& choice,
                         const Alignment& alignment, Findings& out) {
    RuleCheck(rules, route, situation, choice, alignment, out).run();
}

}  // namespace signroute
