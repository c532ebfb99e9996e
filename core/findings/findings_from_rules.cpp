// Prerequisites, prohibitions, numeric limits, silences, and what is still unanswered.
#include <algorithm>
#include <map>
#include <set>

#include "core/findings/plan_check.h"
#include "core/pack/names.h"

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
    bool owed_by_step(const Prerequisite& rule) const;
    void check(const Applied<Prerequisite>& p);
    void unmet(const Applied<Prerequisite>& p);
    void not_said(const Applied<Prerequisite>& p);
    void check_time(const Applied<Prerequisite>& p);
    void check(const Applied<Prohibition>& p);
    void check(const Applied<Cap>& c);
    std::string bounds(const Cap& broken, bool over) const;
    std::string by_whom_and_when(const Applied<Prerequisite>& p) const;
    void ask_open(const OpenQuestion& q);
    void not_regulated(const std::string& id, const std::string& title, const std::vector<Clause>& clauses, const std::string& advice);
    void check_silences();
    int planned_breach(const Condition& breach) const;

    const Rules& rules_;
    const Route& route_;
    const Case& case_;
    const Choice& choice_;
    const Alignment& alignment_;
    Findings& out_;
    std::map<std::string, bool> asked_things_;  // true: as a question that somebody has to answer
};

// What was stated counts; so does a planned step that shows the thing, were it not done yet. A paper has to be there.
Truth RuleCheck::thing_done(const std::string& thing) const {
    const auto at = case_.done.find(thing);
    if (at != case_.done.end() && (at->second.truth == Truth::yes || (at->second.truth == Truth::no && is_paper(*rules_.catalogue, thing))))
        return at->second.truth;
    for (std::size_t s = 0; s < route_.steps.size(); ++s) {
        if (route_.steps[s].rule->thing == thing && !thing.empty() && case_.has_plan && alignment_.planned_of[s] != kNoStep && alignment_.exact[s])
            return Truth::yes;
    }
    return at == case_.done.end() ? Truth::unknown : at->second.truth;
}

// Whether a step that the plan has to have anyway shows the thing: that it is missing, or wrong, is said of the step.
bool RuleCheck::owed_by_step(const Prerequisite& rule) const {
    if (!case_.has_plan || paper_missing(*rules_.catalogue, case_, rule.thing)) return false;
    return std::any_of(route_.steps.begin(), route_.steps.end(), [&](const RouteStep& s) {
        return shows_for_sure(route_, s, rule.thing) && severity_of(s.rule->strength) <= severity_of(rule.strength);
    });
}

std::string RuleCheck::by_whom_and_when(const Applied<Prerequisite>& p) const {
    std::string out = p.rule->by.empty() ? "" : "由" + role_title(*rules_.catalogue, p.rule->by);
    if (const RouteStep* before = find_step(route_, p.matter, p.rule->before))
        out += "在“" + step_title(*rules_.catalogue, before->role, *before->rule) + "”之前";
    return out.empty() ? out : "，应" + out + "办理";
}

void RuleCheck::unmet(const Applied<Prerequisite>& p) {
    const std::string title = thing_title(*rules_.catalogue, p.rule->thing);
    const bool paper = is_paper(*rules_.catalogue, p.rule->thing);
    Finding f = finding_of(*p.rule, FindingCode::prerequisite_unmet, p.because);
    f.message = paper ? "未附“" + title + "”。" : "尚未完成：" + title + by_whom_and_when(p) + "。";
    f.advice = p.rule->say;
    Edit edit;
    edit.op = paper ? Edit::Op::enclose : Edit::Op::perform;
    edit.thing = p.rule->thing;
    f.mend.push_back(std::move(edit));
    out_.list.push_back(std::move(f));
}

void RuleCheck::not_said(const Applied<Prerequisite>& p) {
    const bool idle = p.rule->duty || p.rule->strength == Strength::may;
    const auto asked = asked_things_.find(p.rule->thing);
    if (asked != asked_things_.end() && (idle || asked->second)) return;
    asked_things_[p.rule->thing] = !idle;
    const std::string title = thing_title(*rules_.catalogue, p.rule->thing);
    Finding f = finding_of(*p.rule, FindingCode::unknown_fact, p.because);
    f.severity = idle ? Severity::note : Severity::ask;
    f.asks_thing = p.rule->thing;
    f.message = "没有说明是否已完成：" + title + "。";
    f.advice = p.rule->say;
    out_.list.push_back(std::move(f));
}

// Done, but after the step that it had to precede; where it is open whether it had to, that is to be settled.
void RuleCheck::check_time(const Applied<Prerequisite>& p) {
    const auto done = case_.done.find(p.rule->thing);
    const RouteStep* before = find_step(route_, p.matter, p.rule->before);
    const auto step = before ? alignment_.dates.find(before->id) : alignment_.dates.end();
    if (done == case_.done.end() || !done->second.date || step == alignment_.dates.end() || *done->second.date <= step->second) return;
    Finding f = finding_of(*p.rule, FindingCode::too_late, p.because);
    if (p.applies == Truth::unknown) f.severity = Severity::ask;
    f.step = before->id;
    f.message = thing_title(*rules_.catalogue, p.rule->thing) + "应在" + to_chinese(step->second) + "“" + step_title(*rules_.catalogue, before->role, *before->rule) +
                "”之前，填报" + to_chinese_date(*done->second.date, year_of(step->second)) + "。";
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
        const bool late = out_.list.size() != before;
        return say(*p.rule, !late ? CheckResult::held : p.applies == Truth::yes ? CheckResult::broken : CheckResult::unknown);
    }
    if (p.applies == Truth::unknown) return say(*p.rule, CheckResult::unknown);
    if (owed_by_step(*p.rule)) return say(*p.rule, CheckResult::broken);
    if (done == Truth::no) unmet(p);
    else not_said(p);
    say(*p.rule, done == Truth::no ? CheckResult::broken : CheckResult::unknown);
}

// The planned step that the prohibition names, if it names one.
int RuleCheck::planned_breach(const Condition& breach) const {
    int out = kNoStep;
    each_part(breach, [&](const Condition& c) {
        if (c.op != Condition::Op::planned) return;
        for (std::size_t i = 0; i < case_.planned.size() && out == kNoStep; ++i) {
            if (matches(*rules_.catalogue, case_.planned[i], c.pattern) == Truth::yes) out = static_cast<int>(i);
        }
    });
    return out;
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
    f.planned = planned_breach(p.rule->breach);
    if (f.advice.empty() && !f.instead_matter.empty()) {
        f.advice = "改按“" + title_in(rules_.catalogue->matters, f.instead_matter) + "”办理。";
    }
    out_.list.push_back(std::move(f));
    say(*p.rule, CheckResult::broken);
}

// 议题材料: what is counted, without the word that counts it.
std::string counted_thing(const Catalogue& catalogue, const std::string& fact) {
    std::string out = title_in(catalogue.facts, fact);
    for (const std::string_view count : {"份数", "字数", "人数", "种数", "数"}) {
        if (!out.ends_with(count) || out.size() <= count.size() + 3) continue;  // of 页数 nothing would be left
        out.resize(out.size() - count.size());
        break;
    }
    return out;
}

std::string counting_word(const std::string& unit) {
    for (const CapUnit& known : kCapUnits) {
        if (unit == known.id) return known.words[0];
    }
    return unit;
}

// 应为3份, 应为2至3名, 不得超过1件, 原则上不超过5000字
std::string RuleCheck::bounds(const Cap& broken, bool over) const {
    std::optional<std::int64_t> least = broken.at_least, most = broken.at_most;
    for (const Applied<Cap>& c : route_.caps) {
        if (c.rule->fact != broken.fact || c.applies != Truth::yes) continue;
        if (!least) least = c.rule->at_least;
        if (!most) most = c.rule->at_most;
    }
    const std::string unit = counting_word(broken.unit);
    if (least && most && *least < *most) return "应为" + std::to_string(*least) + "至" + std::to_string(*most) + unit;
    if (!over) return "应为" + std::to_string(*least) + unit;
    const std::string word = broken.strength == Strength::must ? "不得" : broken.strength_word.empty() ? "一般不" : broken.strength_word + "不";
    return word + "超过" + std::to_string(*most) + unit;
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
    if (std::find(f.facts.begin(), f.facts.end(), c.rule->fact) == f.facts.end()) f.facts.push_back(c.rule->fact);
    const std::int64_t want = over ? *c.rule->at_most : *c.rule->at_least;
    const std::string unit = counting_word(c.rule->unit);
    f.message = counted_thing(*rules_.catalogue, c.rule->fact) + "现为" + std::to_string(n) + unit + "，" + bounds(*c.rule, over) + "。";
    f.advice = c.rule->unit == "matter" ? "分别行文。" : (over ? "减至" : "增至") + std::to_string(want) + unit + "。";
    f.want = {{"n", want}, {"unit", c.rule->unit}};
    f.got = {{"n", n}, {"unit", c.rule->unit}};
    out_.list.push_back(std::move(f));
}

// One finding for each unanswered fact or thing that some rule waits for.
void RuleCheck::ask_open(const OpenQuestion& q) {
    const auto asked = asked_things_.find(q.thing);
    if (!q.thing.empty() && asked != asked_things_.end() && (asked->second || q.only_remarks)) return;
    const FactRule* rule = find_fact(*rules_.pack, q.fact);
    Finding f;
    f.code = q.judgement ? FindingCode::needs_judgement : FindingCode::unknown_fact;
    f.severity = q.only_remarks ? Severity::note : Severity::ask;
    f.strength = Strength::unclear;
    f.clauses = rule && !rule->clauses.empty() ? rule->clauses : q.clauses;
    f.element = q.fact.empty() ? q.thing : q.fact;
    f.asks_fact = q.fact;
    if (q.fact.empty()) f.asks_thing = q.thing;
    if (q.fact.empty()) {
        f.message = "没有说明是否已完成：" + thing_title(*rules_.catalogue, q.thing) + "。";
    } else {
        f.facts = {q.fact};
        f.message = (q.judgement ? "需要人工判断：" : "尚未说明：") + fact_question(rules_, q.fact);
    }
    f.advice = rule && !rule->why.empty() ? rule->why : "";
    out_.list.push_back(std::move(f));
}

void RuleCheck::not_regulated(const std::string& id, const std::string& title, const std::vector<Clause>& clauses, const std::string& advice) {
    Finding f;
    f.code = FindingCode::not_regulated;
    f.severity = Severity::ask;
    f.strength = Strength::unclear;
    f.element = id;
    f.clauses = clauses;
    f.message = "原文未规定：" + title + "。";
    f.advice = advice;
    out_.list.push_back(std::move(f));
}

// What the text leaves out: silences that somebody has to settle, matters that it has not, and facts that it does not fit.
void RuleCheck::check_silences() {
    std::set<std::string> said;
    for (const auto& s : route_.silent) {
        if (!s.rule->asks || s.applies != Truth::yes) continue;
        not_regulated(s.rule->id, s.rule->about, s.rule->clauses, s.rule->say);
        said.insert(s.matter);
    }
    for (const Matter* m : route_.unfit) {
        if (said.count(m->id)) continue;
        const std::string about = m->regulated ? m->title + "（所填情形）" : m->title;
        not_regulated(m->id, about, m->clauses, "请核对所填情形，或者查阅本市其他文件、请示主管部门。");
    }
    for (const std::string& id : route_.lacking) {
        not_regulated(id, title_in(rules_.catalogue->matters, id), {}, "请查阅本市其他文件或者请示主管部门。");
    }
}

void RuleCheck::run() {
    for (const auto& p : route_.prerequisites) check(p);
    for (const auto& p : route_.prohibitions) check(p);
    for (const auto& c : route_.caps) check(c);
    for (const auto& l : route_.limits) {
        if (l.applies == Truth::no) say(*l.rule, CheckResult::not_applicable);
    }
    for (const OpenQuestion& q : route_.open_questions) ask_open(q);
    check_silences();
}

}  // namespace

void findings_from_rules(const Rules& rules, const Route& route, const Case& situation, const Choice& choice,
                         const Alignment& alignment, Findings& out) {
    RuleCheck(rules, route, situation, choice, alignment, out).run();
}

}  // namespace signroute
