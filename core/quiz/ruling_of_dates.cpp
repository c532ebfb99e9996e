// Claims about time limits: when they end, when they had to begin, and what silence at their end means.
#include <algorithm>

#include "core/quiz/reason.h"
#include "core/quiz/ruling.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"
#include "core/words.h"

namespace signroute::quiz {

std::string own_form(const TimeLimit& l) {
    const std::string days = open_days(l);
    return l.say.find(days + "内") == std::string::npos ? days : days + "内";
}

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
    if (l.unit_open) return own_form(l);
    switch (l.unit) {
        case DeadlineUnit::working_day: return n + "个工作日";
        case DeadlineUnit::calendar_day: return n + "日";
        case DeadlineUnit::month: return n + "个月";
        case DeadlineUnit::year: return n + "年";
    }
    return n;
}

// "（第五十三条第二款）。"
std::string at_place(const Pack& pack, const Element& rule) { return "（" + clauses_in_words(pack, {rule.clauses.front()}) + "）。"; }

Ruling on_due(const Pack& pack, const ScheduledLimit& s, const Claim& claim) {
    if (!s.answer || !s.answer->due || s.may_give_way || s.gives_way) return {};
    const auto& clauses = s.limit.rule->clauses;
    if (*s.answer->due == *claim.day) return {Truth::yes, by_rule(pack, *s.limit.rule) + "，起算当日不计，至" + to_chinese(*s.answer->due) + "。", clauses, ""};
    return {Truth::no, (*claim.day < *s.answer->due ? "算早了" : "算晚了") + at_place(pack, *s.limit.rule), clauses, ""};
}

Ruling on_figure(const Pack& pack, const ScheduledLimit& s, const Claim& claim) {
    const TimeLimit& l = *s.limit.rule;
    const bool word = !l.n && !l.day_of_month;
    const std::string by = by_rule(pack, l) + "。", own = word ? "条文只写“" + l.term + "”，没有天数" : "条文写的是“" + figure_of(l) + "”";
    const std::string open = l.unit_open ? "，没有写按工作日还是自然日" : "";
    const auto ruled = [&](bool holds) { return Ruling{holds ? Truth::yes : Truth::no, holds ? own + open + "：" + by : own + open + at_place(pack, l), l.clauses, ""}; };
    if (claim.is == Claim::Is::no_figure) return ruled(word);
    if (claim.is == Claim::Is::unit_open) return ruled(!word && l.unit_open);
    const bool same = !word && l.n && *l.n == claim.n && name(l.unit) == claim.unit && !l.unit_open;
    Ruling out = ruled(same);
    if (!same && !l.unit_open) out.why = "不是" + std::to_string(claim.n) + (claim.unit == "working_day" ? "个工作日，" : "日，") + out.why;
    return out;
}

// `word` names the exception meant.
Ruling on_giving_way(const ScheduledLimit& s, const Claim& claim) {
    if (s.gives_way) return {s.gives_way->id == claim.word ? Truth::yes : Truth::no, s.gives_way->say, s.gives_way->clauses, ""};
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
        Ruling here = claim.is == Claim::Is::due_on ? on_due(pack_, *s, claim) : claim.is == Claim::Is::gives_way ? on_giving_way(*s, claim) : on_figure(pack_, *s, claim);
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
    const ScheduledLimit* s = one_reading(*answer_) ? scheduled(*answer_, claim.what) : nullptr;
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
    const std::string by = by_rule(pack_, *s->limit.rule) + "。";
    if (*here > *claim.until) return {Truth::no, "从这一天起算，要到" + to_chinese(*here) + "才届满，来不及：" + by, clauses, ""};
    if (*then <= *claim.until) return {Truth::no, "还可以更晚，" + to_chinese(*next.earliest) + "起算也来得及：" + by, clauses, ""};
    return {Truth::yes, by + "从这一天起算，" + to_chinese(*here) + "届满；再晚一个工作日就来不及。", clauses, ""};
}

namespace {

// Why it is not what was claimed, as a person would say.
std::string off(const std::string& claimed, const std::string& effect) {
    const auto is = [](const std::string& word, const char* start) { return word.rfind(start, 0) == 0; };
    if (is(effect, "elsewhere")) return "另有时限可依，不看这一时限";
    if (is(claimed, "elsewhere")) return "没有出现这种情形";
    if (effect == "answered") return claimed == "not_yet" ? "已经有了答复，不再等" : "最后一天之前已经答复，不算逾期";
    if (claimed == "answered") return "一直没有答复";
    if (effect == "not_yet") return "最后一天还没有过，谈不上逾期";
    if (claimed == "not_yet") return "最后一天已经过了";
    if (effect == "unwritten") return "条文没有写这样的后果";
    return claimed == "unwritten" ? "条文写了逾期怎样看" : "条文写的是另一种后果";
}

}  // namespace

// Nothing was answered unless the event that ends the limit is given.
Ruling Court::silence(const Claim& claim) const {
    if (!one_reading(*answer_)) return {};
    const ScheduledLimit* s = scheduled(*answer_, claim.what);
    if (!s) return {};
    const TimeLimit& l = *s->limit.rule;
    LimitQuestion q;
    q.start = s->start;
    q.done = s->done;
    q.was_done = s->done ? Truth::yes : Truth::no;
    q.today = case_.today;
    const ScheduledLimit now = schedule_limit(*ground_.calendar, s->limit, q, [&](const Condition& c) { return judge_in(rules_, c, case_, {}, case_.matters.front()).truth; });
    std::string effect, why = by_rule(pack_, l);
    std::vector<Clause> clauses = l.clauses;
    if (now.gives_way) {
        effect = "elsewhere:" + now.gives_way->id;
        why = without_stop(now.gives_way->say), clauses = now.gives_way->clauses;
    } else if (now.may_give_way) {
        return {};
    } else if (!l.runs_out) {
        const bool runs = now.answer && now.answer->due && case_.today;
        effect = runs && *case_.today <= *now.answer->due ? "not_yet" : "unwritten";
        if (effect == "unwritten") why += "；没有写逾期的后果";
    } else {
        if (!now.ran_out || now.ran_out->arises == Truth::unknown) return {};
        effect = now.ran_out->arises == Truth::yes ? l.runs_out->effect : now.done ? "answered" : "not_yet";
        why += "；" + without_stop(l.runs_out->say);
        clauses.insert(clauses.end(), l.runs_out->clauses.begin(), l.runs_out->clauses.end());
    }
    if (effect.rfind("elsewhere", 0) != 0 && now.answer && now.answer->due) why += "；本件至" + to_chinese(*now.answer->due) + "届满";
    if (claim.word != effect) return {Truth::no, off(claim.word, effect) + "（" + clauses_in_words(pack_, {clauses.front()}) + "）。", clauses, ""};
    return {Truth::yes, why + "。", clauses, ""};
}

}  // namespace signroute::quiz
