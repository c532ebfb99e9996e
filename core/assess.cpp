#include "core/assess.h"

#include <algorithm>
#include <set>

#include "core/base/order.h"
#include "core/findings/check.h"
#include "core/readings.h"
#include "core/shared_answer.h"

namespace signroute {

namespace {

Verdict verdict_of(const std::vector<Finding>& findings) {
    const auto any = [&](Severity s) { return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == s; }); };
    if (any(Severity::error)) return Verdict::fail;
    if (any(Severity::ask)) return Verdict::ask;
    return any(Severity::warning) ? Verdict::warn : Verdict::pass;
}

// Worst first; within that, in the order of the plan.
void sort_findings(std::vector<Finding>& list) {
    put_in_order(list, [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
}

using Mending = Mend (*)(const Rules&, const Calendar&, const Case&, const Choice&, const std::vector<Finding>&);

// Under the readings that make a difference as things stand: what the others would change in the mended plan has to pass too.
void add_mend(Mending mending, const Rules& rules, const Calendar& calendar, const Case& situation, const std::vector<ArisingReading>& questions,
              const Choice& taken, Assessment& of) {
    if (!situation.has_plan || of.outcome == Outcome::not_regulated) return;
    Choice choice;
    for (const ArisingReading& q : questions) {
        if (const std::string* id = chosen(taken, q)) choice[q.matter][q.question->id] = *id;
    }
    of.mend = mending(rules, calendar, situation, choice, of.findings.list);
    of.mended = of.mend->plan;
}

struct Answered {
    Choice choice;
    Assessment answer;
};

std::vector<std::string> unused(const Rules& rules, const Route& route, const Case& situation) {
    std::set<std::string> asked;
    for (const Matter* m : route.matters) {
        asked.insert(m->facts.begin(), m->facts.end());
        if (std::any_of(m->steps.begin(), m->steps.end(), [](const StepRule& r) { return !r.delegable_to.empty(); })) asked.insert("delegated");
    }
    for (const std::string& id : situation.matters) {
        const Body* body = find_body(*rules.pack, id);
        for (const std::string& fact : body ? facts_asked(*body) : std::vector<std::string>()) asked.insert(fact);
    }
    std::vector<std::string> out;
    for (const auto& [id, value] : situation.facts) {
        if (!asked.count(id)) out.push_back(id);
    }
    return out;
}

Finding not_in_hand_finding(const Pack& pack) {
    Finding f;
    f.code = FindingCode::not_regulated;
    f.severity = Severity::ask;
    f.strength = Strength::unclear;
    f.element = pack.documents.front().id;
    f.clauses = pack.documents.front().clauses;
    f.message = "所问日期不在现有规则的施行期内，当时的规则不在手中。";
    f.advice = "请查阅当时有效的规则。";
    return f;
}

// `suits_all`: the plan passes whichever is meant.
Finding two_readings(const Assessment& of, bool suits_all) {
    Finding f;
    f.code = FindingCode::two_readings;
    f.severity = Severity::ask;
    f.strength = Strength::unclear;
    f.element = "readings";
    f.message = readings_text(of) + (suits_all ? "，所填流程按各种读法都符合。" : "，答案不同。");
    if (suits_all) f.severity = Severity::note;
    for (const ReadingAnswer& r : of.readings) {
        if (r.cautious) f.advice = "稳妥的做法：" + r.say;
        f.clauses.insert(f.clauses.end(), r.basis.begin(), r.basis.end());
    }
    put_in_order(f.clauses);
    f.clauses.erase(std::unique(f.clauses.begin(), f.clauses.end()), f.clauses.end());
    return f;
}

// What only the reading to be on the safe side with finds wrong is asked on top, with the fact that decides by another.
void ask_what_is_safe(const Rules& rules, Assessment& out) {
    const ReadingAnswer* safe = safe_reading(out);
    if (!safe) return;
    const std::size_t shared = out.findings.list.size();
    for (const Finding& f : safe->answer->findings.list) {
        bool said = false;
        for (std::size_t i = 0; i < shared; ++i) {
            const Finding& o = out.findings.list[i];
            said |= o.planned == f.planned && o.code == f.code && o.element == f.element;
        }
        if (said || (f.severity != Severity::error && f.severity != Severity::warning)) continue;
        Finding asked = f;
        asked.severity = Severity::ask;
        asked.safe = f.severity;
        if (f.planned == kNoStep && f.code != FindingCode::missing_step) asked.code = FindingCode::two_readings;  // no fault of the plan
        asked.message = "按稳妥的读法，" + f.message;
        for (const ReadingAnswer& r : out.readings) {
            for (const Finding& o : r.answer->findings.list) {
                if (f.planned == kNoStep || o.planned != f.planned || o.severity != Severity::ask || o.asks_fact.empty() || !asked.asks_fact.empty()) continue;
                asked.asks_fact = o.asks_fact;
                asked.message += "按另一种读法，取决于尚未填写的情形：“" + fact_question(rules, o.asks_fact) + "”。";
            }
        }
        out.findings.list.push_back(std::move(asked));
    }
}

// More than one answer: on top only what all of them share.
Assessment assess_readings(const Rules& rules, const Case& situation, const std::vector<ArisingReading>& questions, std::vector<Answered> answers) {
    const bool all_fail = std::all_of(answers.begin(), answers.end(), [](const Answered& a) { return a.answer.verdict == Verdict::fail; });
    Verdict worst = Verdict::pass;
    for (const Answered& a : answers) worst = std::min(worst, a.answer.verdict);
    const bool suits_all = situation.has_plan && worst > Verdict::ask;
    Assessment out = answers.front().answer;
    for (std::size_t i = 1; i < answers.size(); ++i) keep_shared(out, answers[i].answer);
    for (const ArisingReading& q : questions) {
        if (chosen(answers.front().choice, q)) out.points.push_back(q);
    }
    for (Answered& a : answers) {
        out.readings.push_back(label_of(a.choice, questions));
        out.readings.back().answer = std::make_shared<const Assessment>(std::move(a.answer));
    }
    out.outcome = out.route.outcome = Outcome::readings;
    out.mended.clear();
    out.mend.reset();
    const bool shared_error = std::any_of(out.findings.list.begin(), out.findings.list.end(), [](const Finding& f) { return f.severity == Severity::error; });
    out.findings.list.push_back(two_readings(out, suits_all));
    if (all_fail && !shared_error) out.findings.list.back().message += "按每种读法都有错误，但错误不同，见各读法。";
    ask_what_is_safe(rules, out);
    sort_findings(out.findings.list);
    out.verdict = all_fail ? Verdict::fail : suits_all ? worst : Verdict::ask;
    return out;
}

// Without `mending` no mend.
Assessment answered(Mending mending, const Rules& by, const Calendar& calendar, const Case& situation) {
    const Rules rules = in_words_of(by, situation);
    Assessment out;
    if (!in_hand(*rules.pack, situation)) {
        out.outcome = out.route.outcome = Outcome::not_in_hand;
        out.findings.list.push_back(not_in_hand_finding(*rules.pack));
        out.verdict = Verdict::ask;
        return out;
    }
    std::vector<ArisingReading> open = readings_arising(rules, situation);
    const Choice settled = take_settled(rules, situation, open);
    std::vector<Choice> choices = choices_among(open, settled);
    std::vector<Assessment> each;
    each.reserve(choices.size());
    for (const Choice& c : choices) each.push_back(assess_under(rules, calendar, situation, c));
    std::vector<Answered> answers;
    for (const std::size_t i : drop_idle(open, choices, [&](std::size_t a, std::size_t b) { return same_answer(each[a], each[b]); })) {
        Assessment& one = each[i];
        if (mending) add_mend(mending, rules, calendar, situation, open, choices[i], one);
        one.unused_facts = unused(rules, one.route, situation);
        answers.push_back({std::move(choices[i]), std::move(one)});
    }
    if (answers.size() > 1) return assess_readings(rules, situation, open, std::move(answers));
    return std::move(answers.front().answer);
}

}  // namespace

std::string_view name(Verdict verdict) {
    switch (verdict) {
        case Verdict::fail: return "fail";
        case Verdict::ask: return "ask";
        case Verdict::warn: return "warn";
        case Verdict::pass: return "pass";
    }
    return "";
}

std::string_view name(Outcome outcome) {
    switch (outcome) {
        case Outcome::regulated: return "regulated";
        case Outcome::not_regulated: return "not_regulated";
        case Outcome::readings: return "readings";
        case Outcome::depends: return "depends";
        case Outcome::not_in_hand: return "not_in_hand";
    }
    return "";
}

bool in_hand(const Pack& pack, const Case& situation) {
    const auto when = situation.on ? situation.on : situation.today;
    if (!when) return true;
    return std::any_of(pack.documents.begin(), pack.documents.end(), [&](const PackDocument& d) {
        const auto from = day_from_text(d.in_force_from), until = day_from_text(d.until);
        return (!from || *when >= *from) && (!until || *when <= *until);
    });
}

const ReadingAnswer* safe_reading(const Assessment& assessment) {
    const auto at = std::find_if(assessment.readings.begin(), assessment.readings.end(), [](const ReadingAnswer& r) { return r.cautious; });
    return at == assessment.readings.end() ? nullptr : &*at;
}

Verdict safe_verdict(const Assessment& assessment) {
    const ReadingAnswer* safe = safe_reading(assessment);
    return safe ? std::min(safe->answer->verdict, assessment.verdict) : assessment.verdict;
}

std::string readings_text(const Assessment& assessment) {
    const std::vector<ArisingReading>& points = assessment.points;
    if (points.size() < 2) return "原文此处有" + std::to_string(assessment.readings.size()) + "种读法";
    std::size_t least = points.front().question->readings.size(), most = least;
    for (const ArisingReading& q : points) least = std::min(least, q.question->readings.size()), most = std::max(most, q.question->readings.size());
    return "原文有" + std::to_string(points.size()) + "处各有" + std::to_string(least) + (most > least ? "至" + std::to_string(most) : "") + "种读法";
}

std::vector<ToldReading> told_readings(const Assessment& assessment) {
    std::vector<ToldReading> out;
    const ReadingAnswer* safe = safe_reading(assessment);
    for (const ReadingAnswer& r : assessment.readings) {
        const std::vector<const Reading*>& base = (safe ? *safe : assessment.readings.front()).taken;
        ToldReading told{&r};
        std::size_t apart = 0;
        for (std::size_t p = 0; p < r.taken.size(); ++p) {
            if (r.taken[p] != base[p]) ++apart, told.point = p, told.apart = r.taken[p];
        }
        if (base.size() == 1) told.apart = r.taken.front();
        if (apart < 2) out.push_back(told);
    }
    if (assessment.points.size() > 1) put_in_order(out, [](const ToldReading& a, const ToldReading& b) { return a.apart && b.apart ? a.point < b.point : !a.apart && b.apart; });
    return out;
}

bool plan_is_wrong(const Assessment& assessment) {
    const auto wrong = [](const Finding& f) {
        return (f.severity == Severity::error || f.severity == Severity::warning) && (!f.mend.empty() || f.planned != kNoStep);
    };
    return std::any_of(assessment.findings.list.begin(), assessment.findings.list.end(), wrong) ||
           std::any_of(assessment.readings.begin(), assessment.readings.end(), [](const ReadingAnswer& r) { return r.cautious && plan_is_wrong(*r.answer); });
}

bool may_be_decided(const Assessment& assessment) {
    return may_be_decided(assessment.route) ||
           std::any_of(assessment.readings.begin(), assessment.readings.end(), [](const ReadingAnswer& r) { return may_be_decided(r.answer->route); });
}

Assessment assess_under(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice) {
    Check checked = check(in_words_of(rules, situation), calendar, situation, choice);
    Assessment out;
    out.outcome = checked.route.outcome;
    out.route = std::move(checked.route);
    out.alignment = std::move(checked.alignment);
    out.schedule = std::move(checked.schedule);
    out.findings = std::move(checked.findings);
    sort_findings(out.findings.list);
    out.verdict = verdict_of(out.findings.list);
    return out;
}

Assessment assess(const Rules& rules, const Calendar& calendar, const Case& situation) { return answered(&mend, rules, calendar, situation); }

Assessment assess_without_mend(const Rules& rules, const Calendar& calendar, const Case& situation) { return answered(nullptr, rules, calendar, situation); }

}  // namespace signroute
