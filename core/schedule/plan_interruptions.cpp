// What is laid over a limit or a step's own time: suspensions, extensions, a return, urgency.
#include <algorithm>

#include "core/base/order.h"
#include "core/schedule/plan_network.h"

namespace signroute {

namespace {

// Whether `limit` stands in for another where the facts that `way` asks about are so: it applies then, and not otherwise.
bool applies_by(const PlanSource& source, const TimeLimit& limit, const GivesWay& way, const std::string& matter) {
    Case with = source.situation, without = source.situation;
    for (const std::string& fact : facts_asked(way.when)) {
        with.facts[fact] = true;
        without.facts[fact] = false;
    }
    return judge_in(source.rules, limit.when, with, {}, matter).truth != Truth::no && judge_in(source.rules, limit.when, without, {}, matter).truth == Truth::no;
}

// The limit of the same matter that the text sets for urgent cases; null if it has none, or none with a figure.
const TimeLimit* urgent_limit(const PlanSource& source, const ScheduledLimit& scheduled) {
    const TimeLimit& limit = *scheduled.limit.rule;
    const Matter* matter = find_matter(*source.rules.pack, scheduled.limit.matter);
    for (const GivesWay& way : limit.gives_way_to) {
        if (way.id != "urgent" || !matter) continue;
        for (const TimeLimit& other : matter->limits) {
            const bool alike = other.id != limit.id && other.n && !other.unit_open && other.from == limit.from && other.direction == limit.direction;
            if (alike && applies_by(source, other, way, matter->id)) return &other;
        }
    }
    return nullptr;
}

class Laying {
  public:
    Laying(const PlanSource& source, PlanCount base, const ScheduledLimit* limit)
        : s_(source), legs_(base.legs), count_(std::move(base)), limit_(limit) {}
    std::optional<Error> lay(const Interruption& i);
    PlanCount count() const { return count_; }

  private:
    std::optional<Error> suspend(const Interruption& i);
    std::optional<Error> resume(const Interruption& i);
    std::optional<Error> hurry(const Interruption& i);
    void extend(const Interruption& i);

    const PlanSource& s_;
    std::vector<PlanLeg> legs_;  // as they begin anew
    PlanCount count_;
    const ScheduledLimit* limit_;
};

std::optional<Error> Laying::suspend(const Interruption& i) {
    if (!count_.pauses.empty()) {
        const PlanPause& last = count_.pauses.back();
        if (!last.until || *i.from <= *last.until) return Error{"overlapping", i.pointer, "中止的日期与前一次中止重叠。"};
    }
    const Day seen = s_.situation.today ? std::max(*s_.situation.today, *i.from) : *i.from;
    count_.pauses.push_back({*i.from, i.until, seen, i.basis});
    return std::nullopt;
}

std::optional<Error> Laying::resume(const Interruption& i) {
    if (count_.waiting) {  // the return: from the beginning
        if (count_.not_before && *i.from < *count_.not_before) return Error{"bad_range", i.pointer, "恢复的日期不应早于退文的日期。"};
        count_.waiting = false;
        count_.not_before = i.from;
        return std::nullopt;
    }
    if (count_.pauses.empty() || count_.pauses.back().until) return Error{"nothing_to_resume", i.pointer, "此前没有尚未恢复的中止或者退文。"};
    PlanPause& last = count_.pauses.back();
    if (*i.from <= last.from) return Error{"bad_range", i.pointer, "恢复的日期应在中止开始以后。"};
    last.until = *i.from - days{1};
    return std::nullopt;
}

void Laying::extend(const Interruption& i) {
    const PlanLeg more{*i.n, i.unit.value_or(count_.legs.back().unit)};
    if (more.unit == count_.legs.back().unit) count_.legs.back().n += more.n;
    else count_.legs.push_back(more);
}

std::optional<Error> Laying::hurry(const Interruption& i) {
    if (!limit_ && !i.n) return std::nullopt;  // a step's own time: only the user can say
    const DeadlineUnit own = legs_.empty() ? DeadlineUnit::working_day : legs_.back().unit;
    const TimeLimit* other = i.n ? nullptr : urgent_limit(s_, *limit_);
    if (!i.n && !other) {
        const std::string title = title_of_limit(s_.rules, *limit_->limit.rule);
        return Error{"not_regulated", i.pointer, "原文未规定“" + title + "”在紧急情况下的天数，请填写“n”。"};
    }
    legs_ = {i.n ? PlanLeg{*i.n, i.unit.value_or(own)} : PlanLeg{*other->n, other->unit}};
    count_.legs = legs_;
    if (i.from) count_.not_before = i.from;
    if (other) count_.bases.push_back(title_of_limit(s_.rules, *other) + "（" + clause_labels(s_.rules, other->clauses) + "）");
    return std::nullopt;
}

std::optional<Error> Laying::lay(const Interruption& i) {
    if (count_.direction == Direction::before && i.kind != InterruptionKind::urgent) {
        if (i.limit.empty()) return std::nullopt;
        return Error{"not_for_before", i.pointer, "提前办理的时限从以后的日子倒推，没有中止、延长或者退文可言。"};
    }
    std::optional<Error> wrong;
    switch (i.kind) {
        case InterruptionKind::suspended: wrong = suspend(i); break;
        case InterruptionKind::resumed: wrong = resume(i); break;
        case InterruptionKind::urgent: wrong = hurry(i); break;
        case InterruptionKind::extended: extend(i); break;
        case InterruptionKind::returned:
            count_.waiting = true;
            count_.not_before = i.from;
            count_.pauses.clear();
            count_.legs = legs_;
            break;
    }
    if (!wrong) count_.bases.push_back(i.basis);
    return wrong;
}

}  // namespace

Result<PlanCount> interrupted(const PlanSource& source, PlanCount base, const std::string& step, const ScheduledLimit* limit) {
    std::vector<const Interruption*> mine;
    for (const Interruption& i : source.question.interruptions) {
        const bool on_step = !i.step.empty() && i.step == step;
        if (on_step || (limit && !i.limit.empty() && i.limit == limit->limit.rule->id)) mine.push_back(&i);
    }
    put_in_order(mine, [](const Interruption* a, const Interruption* b) { return a->from.value_or(kEver) < b->from.value_or(kEver); });
    Laying laying(source, std::move(base), limit);
    for (const Interruption* i : mine) {
        if (auto wrong = laying.lay(*i)) return *wrong;
    }
    return laying.count();
}

}  // namespace signroute
