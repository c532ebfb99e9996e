#include "core/assess.h"

#include <algorithm>
#include <set>

namespace signroute {

namespace {

// One combination of readings, and what names it.
struct Combination {
    Choice choice;
    ReadingAnswer label;
};

Verdict verdict_of(const std::vector<Finding>& findings) {
    const auto any = [&](Severity s) { return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.severity == s; }); };
    if (any(Severity::error)) return Verdict::fail;
    if (any(Severity::ask)) return Verdict::ask;
    return any(Severity::warning) ? Verdict::warn : Verdict::pass;
}

// Worst first; within that, in the order of the plan.
void sort_findings(std::vector<Finding>& list) {
    std::stable_sort(list.begin(), list.end(), [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
}

Assessment assess_one(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice) {
    Assessment out;
    out.route = route_from_facts(rules, situation, choice);
    out.outcome = out.route.outcome;
    out.alignment = align(rules, out.route, situation);
    out.schedule = schedule_from_route(rules, calendar, out.route, situation, choice, out.alignment.dates);
    if (situation.has_plan && out.outcome != Outcome::not_regulated) {
        findings_from_plan(rules, out.route, situation, out.alignment, out.findings);
        out.mended = mended_plan(rules, out.route, situation, out.alignment);
    }
    findings_from_rules(rules, out.route, situation, choice, out.alignment, out.findings);
    findings_from_schedule(rules, out.schedule, situation, out.findings);
    findings_from_bodies(rules, situation, out.findings);
    sort_findings(out.findings.list);
    out.verdict = verdict_of(out.findings.list);
    return out;
}

// The questions of the text that arise here; each adds its readings to every combination so far.
std::vector<Combination> combinations(const Rules& rules, const Case& situation) {
    std::vector<Combination> out(1);
    out.front().label.literal = out.front().label.cautious = true;
    for (const std::string& id : situation.matters) {
        const Matter* matter = find_matter(*rules.pack, id);
        if (!matter) continue;
        for (const OpenReading& question : matter->readings) {
            if (judge_in(rules, question.when, situation, {}, id).truth == Truth::no) continue;
            std::vector<Combination> next;
            for (const Combination& c : out) {
                for (const Reading& reading : question.readings) {
                    Combination one = c;
                    one.choice[id][question.id] = reading.id;
                    one.label.id += (one.label.id.empty() ? "" : "+") + reading.id;
                    one.label.say += reading.say;
                    one.label.basis.insert(one.label.basis.end(), reading.basis.begin(), reading.basis.end());
                    one.label.literal &= reading.literal;
                    one.label.cautious &= reading.cautious;
                    next.push_back(std::move(one));
                }
            }
            out = std::move(next);
        }
    }
    return out;
}

std::string key(const RouteStep& s) { return s.id + "\n" + s.role + "\n" + std::to_string(static_cast<int>(s.status)); }
std::string key(const Finding& f) {
    return std::string(name(f.code)) + "\n" + f.element + "\n" + std::to_string(f.planned) + "\n" + f.message;
}
template <class Rule>
std::string key(const Applied<Rule>& a) {
    return a.matter + "\n" + a.rule->id + "\n" + std::to_string(static_cast<int>(a.applies));
}
std::string key(const ScheduledLimit& s) { return key(s.limit); }
std::string key(const Checked& c) { return c.element + "\n" + std::string(name(c.result)); }

template <class T>
std::set<std::string> keys(const std::vector<T>& list) {
    std::set<std::string> out;
    for (const T& e : list) out.insert(key(e));
    return out;
}

template <class T>
void keep(std::vector<T>& list, const std::vector<T>& other) {
    const std::set<std::string> there = keys(other);
    list.erase(std::remove_if(list.begin(), list.end(), [&](const T& e) { return !there.count(key(e)); }), list.end());
}

// The order that both ask for.
void keep_order(Route& route, const Route& other) {
    for (RouteStep& s : route.steps) {
        const auto at = std::find_if(other.steps.begin(), other.steps.end(), [&](const RouteStep& o) { return o.id == s.id; });
        if (at == other.steps.end()) continue;
        s.after.erase(std::remove_if(s.after.begin(), s.after.end(), [&](const std::string& a) {
            return std::find(at->after.begin(), at->after.end(), a) == at->after.end();
        }), s.after.end());
    }
}

bool same(const Assessment& a, const Assessment& b) {
    if (keys(a.route.steps) != keys(b.route.steps) || keys(a.route.prerequisites) != keys(b.route.prerequisites)) return false;
    if (keys(a.route.limits) != keys(b.route.limits) || keys(a.findings.list) != keys(b.findings.list)) return false;
    for (std::size_t i = 0; i < a.route.steps.size(); ++i) {
        const auto& s = a.route.steps[i];
        const auto at = std::find_if(b.route.steps.begin(), b.route.steps.end(), [&](const RouteStep& o) { return o.id == s.id; });
        if (at == b.route.steps.end() || std::set(s.after.begin(), s.after.end()) != std::set(at->after.begin(), at->after.end())) return false;
    }
    return true;
}

void keep_shared(Assessment& out, const Assessment& other) {
    keep(out.route.steps, other.route.steps);
    keep_order(out.route, other.route);
    keep(out.route.prerequisites, other.route.prerequisites);
    keep(out.route.prohibitions, other.route.prohibitions);
    keep(out.route.caps, other.route.caps);
    keep(out.route.limits, other.route.limits);
    keep(out.schedule.limits, other.schedule.limits);
    keep(out.findings.list, other.findings.list);
    keep(out.findings.checked, other.findings.checked);
    if (out.route.decided_by.size() != other.route.decided_by.size()) out.route.decided_by.clear();
}

std::vector<std::string> unused(const Rules& rules, const Route& route, const Case& situation) {
    std::set<std::string> asked;
    for (const Matter* m : route.matters) {
        asked.insert(m->facts.begin(), m->facts.end());
        if (find_body(*rules.pack, m->id)) asked.insert({"due", "present", "chair", "attending", "topic", "last_held"});
    }
    std::vector<std::string> out;
    for (const auto& [id, value] : situation.facts) {
        if (!asked.count(id)) out.push_back(id);
    }
    return out;
}

bool in_hand(const Pack& pack, const Case& situation) {
    const auto when = situation.on ? situation.on : situation.today;
    if (!when) return true;
    return std::any_of(pack.documents.begin(), pack.documents.end(), [&](const PackDocument& d) {
        const auto from = day_from_text(d.in_force_from), until = day_from_text(d.until);
        return (!from || *when >= *from) && (!until || *when <= *until);
    });
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

Finding two_readings(const std::vector<ReadingAnswer>& readings) {
    Finding f;
    f.code = FindingCode::two_readings;
    f.severity = Severity::ask;
    f.strength = Strength::unclear;
    f.element = "readings";
    f.message = "原文此处有" + std::to_string(readings.size()) + "种读法，答案不同。";
    for (const ReadingAnswer& r : readings) {
        if (r.cautious) f.advice = "稳妥的做法：" + r.say;
        f.clauses.insert(f.clauses.end(), r.basis.begin(), r.basis.end());
    }
    std::sort(f.clauses.begin(), f.clauses.end());
    f.clauses.erase(std::unique(f.clauses.begin(), f.clauses.end()), f.clauses.end());
    return f;
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

Assessment assess(const Rules& rules, const Calendar& calendar, const Case& situation) {
    Assessment out;
    if (!in_hand(*rules.pack, situation)) {
        out.outcome = out.route.outcome = Outcome::not_in_hand;
        out.findings.list.push_back(not_in_hand_finding(*rules.pack));
        out.verdict = Verdict::ask;
        return out;
    }
    std::vector<Combination> ways = combinations(rules, situation);
    std::vector<Assessment> answers;
    for (const Combination& c : ways) answers.push_back(assess_one(rules, calendar, situation, c.choice));
    out = answers.front();
    const bool differ = std::any_of(answers.begin(), answers.end(), [&](const Assessment& a) { return !same(a, answers.front()); });
    if (differ) {
        for (const Assessment& a : answers) keep_shared(out, a);
        for (std::size_t i = 0; i < ways.size(); ++i) {
            out.readings.push_back(ways[i].label);
            out.readings.back().answer = std::make_shared<const Assessment>(std::move(answers[i]));
        }
        out.outcome = out.route.outcome = Outcome::readings;
        out.mended.clear();
        out.findings.list.push_back(two_readings(out.readings));
        sort_findings(out.findings.list);
        const bool all_fail = std::all_of(out.readings.begin(), out.readings.end(), [](const ReadingAnswer& r) { return r.answer->verdict == Verdict::fail; });
        out.verdict = all_fail ? Verdict::fail : Verdict::ask;
    }
    out.unused_facts = unused(rules, out.route, situation);
    return out;
}

}  // namespace signroute
