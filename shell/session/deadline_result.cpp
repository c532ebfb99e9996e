#include "shell/session/deadline_result.h"

#include <algorithm>

namespace signroute {

namespace {

void add_facts(const Condition& condition, std::vector<std::string>& out) {
    each_part(condition, [&](const Condition& part) {
        const bool fact = part.op == Condition::Op::is_true || part.op == Condition::Op::is_in || part.op == Condition::Op::compare ||
                          part.op == Condition::Op::contains || part.op == Condition::Op::count;
        if (fact && std::find(out.begin(), out.end(), part.name) == out.end()) out.push_back(part.name);
    });
}

// A matter in which the limit surely runs with these facts; where there is none, one that has it.
std::string matter_with(const Rules& rules, const Case& situation, const std::string& limit) {
    std::string out;
    for (const Matter& m : rules.pack->matters) {
        for (const TimeLimit& l : m.limits) {
            if (l.id != limit) continue;
            if (judge_in(rules, l.when, situation, {}, m.id).truth == Truth::yes) return m.id;
            if (out.empty()) out = m.id;
        }
    }
    return out;
}

// Advice, and no due day: nobody submits on a day off.
void add_cautious(const Session& session, DeadlineResult& out) {
    const Calendar& calendar = session.library.calendar;
    if (!out.answer || out.answer->due || !out.answer->earliest) return;
    const Day first = *out.answer->earliest, start = *session.deadline.start;
    Day work = first;
    for (int n = 0; n < 31 && !calendar.info(work).works(); ++n) work -= days{1};  // of a day still to be announced, as its weekday says
    out.cautious = work >= start || first < start ? work : first;
}

DeadlineResult free_period(const Session& session) {
    DeadlineResult out;
    const DeadlineForm& form = session.deadline;
    if (!form.start) {
        out.problem = "请填写起算日期。";
        return out;
    }
    DeadlineQuestion q;
    q.start = *form.start;
    q.n = form.n;
    q.unit = form.unit;
    q.direction = form.direction;
    q.count_start = form.count_start;
    q.roll = form.roll;
    const auto answer = deadline(session.library.calendar, q);
    if (answer) out.answer = *answer, add_cautious(session, out);
    else out.problem = answer.error().message;
    return out;
}

}  // namespace

std::vector<const TimeLimit*> listed_limits(const Rules& rules) {
    std::vector<const TimeLimit*> out;
    for (const bool counted : {true, false}) {
        for (const TimeLimit& l : rules.pack->limits) {
            if (has_figure(l) == counted) out.push_back(&l);
        }
    }
    return out;
}

std::string limit_title(const Rules& rules, const TimeLimit& limit) {
    const Named* shared = find_named(rules.catalogue->limits, limit.id);
    return !limit.title.empty() ? limit.title : shared ? shared->title : limit.id;
}

DeadlineResult deadline_of(const Session& session, const Rules& rules) {
    const DeadlineForm& form = session.deadline;
    const TimeLimit* limit = find_limit(*rules.pack, form.limit);
    if (!limit) return free_period(session);
    DeadlineResult out;
    out.limit = limit;
    add_facts(limit->when, out.facts);
    for (const GivesWay& g : limit->gives_way_to) add_facts(g.when, out.facts);
    Case situation;
    situation.facts = form.facts;
    const auto holds = [&](const Condition& c) { return judge_in(rules, c, situation, {}, "").truth; };
    out.applies = holds(limit->when);
    LimitQuestion q;
    q.start = form.start;
    q.month = form.start;
    q.done = form.done;
    q.was_done = form.done ? Truth::yes : Truth::unknown;
    q.agreed = form.agreed;
    q.today = session.today;
    const Applied<TimeLimit> applied{limit, "", out.applies, {limit->clauses, {}, {}}};
    out.scheduled = schedule_limit(session.library.calendar, applied, q, holds);
    out.answer = out.scheduled->answer;
    add_cautious(session, out);
    // What the sides agreed on has a field of its own.
    for (const GivesWay& g : limit->gives_way_to) {
        if (g.id != "agreed" && holds(g.when) == Truth::unknown) out.exceptions += g.say;
    }
    if (!form.start) out.problem = "请填写起算日期。";
    else if (out.answer && out.answer->due && !form.agreed) out.matter = matter_with(rules, situation, limit->id);
    return out;
}

}  // namespace signroute
