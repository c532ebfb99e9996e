// Claims about time limits: when they end, when they had to begin, and what silence at their end means.
#include <algorithm>

#include "core/quiz/ruling.h"
#include "core/quiz/scenario.h"

namespace signroute::quiz {

namespace {

const ScheduledLimit* scheduled(const Assessment& a, const std::string& id) {
    for (const ScheduledLimit& s : a.schedule.limits) {
        if (s.limit.rule->id == id && s.limit.applies == Truth::yes) return &s;
    }
    return nullptr;
}

std::string figure_of(const TimeLimit& l) {
    if (l.day_of_month) return "每月" + std::to_string(*l.day_of_month) + "日";
    if (!l.n) return l.term;
    const std::string n = std::to_string(*l.n);
    if (l.unit_open) return n + "日";
    switch (l.unit) {
        case DeadlineUnit::working_day: return n + "个工作日";
        case DeadlineUnit::calendar_day: return n + "日";
        case DeadlineUnit::month: return n + "个月";
        case DeadlineUnit::year: return n + "年";
    }
    return n;
}

Ruling on_due(const ScheduledLimit& s, const Claim& claim) {
    if (!s.answer || !s.answer->due || s.may_give_way || s.gives_way) return {};
    const bool same = *s.answer->due == *claim.day;
    return {same ? Truth::yes : Truth::no, s.limit.rule->say + "应为" + to_chinese(*s.answer->due) + "。", s.limit.rule->clauses, ""};
}

Ruling on_figure(const ScheduledLimit& s, const Claim& claim) {
    const TimeLimit& l = *s.limit.rule;
    const bool word = !l.n && !l.day_of_month;
    if (claim.is == Claim::Is::no_figure)
        return {word ? Truth::yes : Truth::no, word ? "条文只写“" + l.term + "”，没有天数。" : "条文写明了" + figure_of(l) + "。", l.clauses, ""};
    if (word) return {Truth::no, "条文只写“" + l.term + "”，没有天数。", l.clauses, ""};
    if (claim.is == Claim::Is::unit_open)
        return {l.unit_open ? Truth::yes : Truth::no, "条文写的是" + figure_of(l) + (l.unit_open ? "，没有写按工作日还是自然日。" : "。"), l.clauses, ""};
    const bool same = l.n && *l.n == claim.n && name(l.unit) == claim.unit && !l.unit_open;
    return {same ? Truth::yes : Truth::no, "条文写的是" + figure_of(l) + (l.unit_open ? "，没有写按工作日还是自然日。" : "。"), l.clauses, ""};
}

Ruling on_giving_way(const ScheduledLimit& s) {
    if (s.gives_way) return {Truth::yes, s.gives_way->say, s.gives_way->clauses, ""};
    if (s.may_give_way) return {};
    return {Truth::no, "没有出现可以替代这一时限的情形。", s.limit.rule->clauses, ""};
}

}  // namespace

Ruling Court::limit(const Claim& claim) const {
    Ruling out;
    bool first = true;
    for (const Assessment* a : answers_of(*answer_)) {
        const ScheduledLimit* s = scheduled(*a, claim.what);
        if (!s) return {};
        Ruling here = claim.is == Claim::Is::due_on ? on_due(*s, claim) : claim.is == Claim::Is::gives_way ? on_giving_way(*s) : on_figure(*s, claim);
        if (s->gives_way && claim.is != Claim::Is::gives_way)
            here = {Truth::no, s->gives_way->say, s->gives_way->clauses, ""};
        if (!first && here.truth != out.truth) return {};
        if (first) out = std::move(here);
        first = false;
    }
    return out;
}

// The last working day from which the period still ends by `until`.
Ruling Court::latest_start(const Claim& claim) const {
    const ScheduledLimit* s = scheduled(*answers_of(*answer_).front(), claim.what);
    if (!s || s->gives_way || s->may_give_way || !s->limit.rule->n || s->limit.rule->unit_open) return {};
    const auto due = [&](Day start) {
        DeadlineQuestion q;
        q.start = start;
        q.n = *s->limit.rule->n;
        q.unit = s->limit.rule->unit;
        q.ledger = false;
        const auto a = deadline(*ground_.calendar, q);
        return a ? a->due : std::nullopt;
    };
    const auto next = ground_.calendar->nth_working_day(*claim.day, 1);
    const auto here = due(*claim.day), then = next.earliest && next.earliest == next.latest ? due(*next.earliest) : std::nullopt;
    if (!here || !then) return {};
    const auto& clauses = s->limit.rule->clauses;
    if (*here > *claim.until) return {Truth::no, "从这一天起算，要到" + to_chinese(*here) + "才届满。", clauses, ""};
    if (*then <= *claim.until) return {Truth::no, "还可以更晚，" + to_chinese(*next.earliest) + "起算也来得及。", clauses, ""};
    return {Truth::yes, "从这一天起算，" + to_chinese(*here) + "届满；再晚一个工作日就来不及。", clauses, ""};
}

// Nothing was answered unless the event that ends the limit is given.
Ruling Court::silence(const Claim& claim) const {
    const ScheduledLimit* s = scheduled(*answers_of(*answer_).front(), claim.what);
    if (!s) return {};
    const TimeLimit& l = *s->limit.rule;
    if (!l.runs_out) {
        const bool yes = claim.word == "unwritten";
        return {yes ? Truth::yes : Truth::no, "条文写了时限，没有写逾期的后果。", l.clauses, ""};
    }
    LimitQuestion q;
    q.start = s->start;
    q.done = s->done;
    q.was_done = s->done ? Truth::yes : Truth::no;
    q.today = case_.today;
    const ScheduledLimit now = schedule_limit(*ground_.calendar, s->limit, q, [&](const Condition& c) { return judge_in(rules_, c, case_, {}, case_.matters.front()).truth; });
    std::string effect;
    if (now.gives_way) effect = "elsewhere";
    else if (!now.ran_out || now.ran_out->arises == Truth::unknown || now.may_give_way) return {};
    else if (now.ran_out->arises == Truth::yes) effect = l.runs_out->effect;
    else effect = now.done ? "answered" : "not_yet";
    Ruling out{claim.word == effect ? Truth::yes : Truth::no, l.runs_out->say, l.runs_out->clauses, ""};
    if (effect == "elsewhere") out.why = now.gives_way->say, out.clauses = now.gives_way->clauses;
    else if (now.answer && now.answer->due) out.why += "本件时限至" + to_chinese(*now.answer->due) + "届满。";
    return out;
}

}  // namespace signroute::quiz
