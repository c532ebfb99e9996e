// When it is due, when to begin, what silence means. The days are drawn by the seed; how they lie in the calendar is the key's.
#include <algorithm>

#include "core/quiz/draft.h"
#include "core/quiz/scenario.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

const std::vector<std::string> kLies = {
    "plain",        "rest_day",        "makeup",                 "new_year",        "spring_festival",   "tomb_sweeping",       "labour_day",
    "dragon_boat",  "national_day",    "new_year_makeup",        "spring_festival_makeup", "labour_day_makeup", "dragon_boat_makeup", "national_day_makeup"};

namespace {

constexpr int kWindow = 560;  // days from the first one

std::string holiday_id(std::string_view name) {
    constexpr std::pair<const char*, const char*> names[] = {{"元旦", "new_year"},       {"春节", "spring_festival"}, {"清明", "tomb_sweeping"},
                                                             {"劳动", "labour_day"},     {"端午", "dragon_boat"},     {"国庆", "national_day"},
                                                             {"中秋", "national_day"}};
    for (const auto& [part, id] : names) {
        if (name.find(part) != name.npos) return id;
    }
    return "other";
}

// The first day of the window: the rules are in force, and holidays are announced.
Day first_day(const Pack& pack) {
    Day out = day_of(2025, 1, 2);
    for (const PackDocument& d : pack.documents) {
        const auto from = day_from_text(d.in_force_from);
        if (from && *from + days{10} > out) out = *from + days{10};
    }
    return out;
}

struct LimitNamed {
    const TimeLimit* limit = nullptr;
    std::string title, from, to;  // titles of the limit and of its events
};

LimitNamed limit_of(const Court& court, const Key& key) {
    const Matter* m = find_matter(court.pack(), key.matter);
    LimitNamed out;
    out.limit = m ? static_cast<const TimeLimit*>(element_of(*m, key.element)) : nullptr;
    if (!out.limit) return out;
    const auto title = [&](const std::string& id) {
        const auto* event = find_named(court.catalogue().events, id);
        return event ? event->title : id;
    };
    const auto* shared = find_named(court.catalogue().limits, out.limit->id);
    out.title = shared ? shared->title : out.limit->title;
    out.from = title(out.limit->from);
    out.to = title(out.limit->to);
    return out;
}

std::optional<Day> due_of(const Calendar& calendar, const TimeLimit& l, Day start) {
    if (l.day_of_month) {
        const auto a = monthly_cut_off(calendar, {start, *l.day_of_month, Roll::none, l.day_open});
        return a ? a->due : std::nullopt;
    }
    if (!l.n) return std::nullopt;
    DeadlineQuestion q = question_of(l, start, false);
    const auto a = deadline(calendar, q);
    if (!l.unit_open || !a) return a ? a->due : std::nullopt;
    q.unit = DeadlineUnit::working_day;
    const auto b = deadline(calendar, q);
    return b && b->due == a->due ? a->due : std::nullopt;
}

// A start whose period lies in the calendar as the key says; `works`: it has to be a working day itself.
std::optional<Day> drawn(const Court& court, const TimeLimit& l, const std::string& lie, bool works, Random& random) {
    const Calendar& calendar = *court.ground().calendar;
    const Day first = first_day(court.pack());
    const int offset = static_cast<int>(random.below(kWindow));
    for (int i = 0; i < kWindow; ++i) {
        const Day start = first + days{(offset + i) % kWindow};
        if (works && !calendar.info(start).works()) continue;
        const auto due = due_of(calendar, l, start);
        if (due && lie_of(calendar, std::min(start, *due), std::max(start, *due)) == lie) return start;
    }
    return std::nullopt;
}

Claim on_day(Claim::Is is, const TimeLimit& l, Day day) {
    Claim out;
    out.is = is;
    out.what = l.id;
    out.day = day;
    return out;
}

Offer figure(const TimeLimit& l, std::int64_t n) {
    Offer out;
    out.claim.is = Claim::Is::figure;
    out.claim.what = l.id;
    out.claim.n = n;
    out.claim.unit = "working_day";
    out.text = "条文写明" + std::to_string(n) + "个工作日";
    return out;
}

Offer without_figure(const TimeLimit& l) {
    Offer out;
    out.claim.is = Claim::Is::no_figure;
    out.claim.what = l.id;
    out.text = l.term.empty() ? "条文没有写天数" : "条文只写“" + l.term + "”";
    return out;
}

// What people get when they count wrongly: the start counted, plain days for working days, make-up days or holidays missed.
std::vector<Day> miscounted(const Calendar& calendar, const TimeLimit& l, Day start, Day due) {
    std::vector<Day> out = {due + days{1}, due - days{1}};
    if (l.n && l.unit == DeadlineUnit::working_day) {
        const int way = l.direction == Direction::before ? -1 : 1;
        out.push_back(start + days{way * *l.n});
        Day weekdays = start;
        for (int left = *l.n; left > 0;) {
            weekdays += days{way};
            if (!is_weekend(weekdays)) --left;
        }
        out.push_back(weekdays);
        for (const int k : {1, -1, 2}) {
            const auto other = calendar.nth_working_day(due, k);
            if (other.earliest && other.earliest == other.latest) out.push_back(*other.earliest);
        }
    } else {
        out.insert(out.end(), {due + days{2}, due - days{2}, due + days{7}});
    }
    return out;
}

std::string sentence(const std::string& event, Day day) { return to_chinese_date(day) + event + "。"; }

Drafted due_by_word(const Court& court, const Key& key, const TimeLimit& l, const std::string& ask) {
    Draft out;
    out.situation = court.situation();
    out.ask = ask;
    out.right = without_figure(l);
    for (const int n : {3, 5, 7, 10, 15}) out.near.push_back(figure(l, n));
    out.answer = key.variant + " " + l.term;
    return out;
}

// 15日: working days or not is not said, so no day can be named.
Drafted due_by_open_unit(const Court& court, const TimeLimit& l, const std::string& ask) {
    Draft out;
    out.situation = court.situation();
    out.ask = ask;
    out.right.claim.is = Claim::Is::unit_open;
    out.right.claim.what = l.id;
    const std::string n = own_form(l);
    out.right.text = "条文写“" + n + "”，未写明是否工作日";
    const auto sure = [&](const char* unit, const std::string& text) {
        Offer o = figure(l, *l.n);
        o.claim.unit = unit;
        o.text = text;
        out.near.push_back(o);
    };
    sure("working_day", "条文写明" + std::to_string(*l.n) + "个工作日");
    sure("calendar_day", "条文写明" + std::to_string(*l.n) + "日，并写明含休息日");
    out.near.push_back(without_figure(l));
    for (const int k : {5, 7, 10}) out.far.push_back(figure(l, k));
    out.answer = "open " + n;
    return out;
}

Drafted due_given_way(const Court& court, const TimeLimit& l, const std::string& ask) {
    const auto& limits = court.answer().schedule.limits;
    const auto now = std::find_if(limits.begin(), limits.end(), [&](const ScheduledLimit& s) { return s.limit.rule->id == l.id; });
    if (now == limits.end() || !now->gives_way || !one_reading(court.answer())) return std::nullopt;
    Draft out;
    out.situation = court.situation();
    out.ask = ask;
    const auto instead = [&](const GivesWay& g) {
        Offer o;
        o.claim.is = Claim::Is::gives_way;
        o.claim.what = l.id;
        o.claim.word = g.id;
        o.text = without_stop(g.say);
        return o;
    };
    out.right = instead(*now->gives_way);
    for (const GivesWay& g : l.gives_way_to) {
        if (&g != now->gives_way) out.near.push_back(instead(g));
    }
    for (const int n : {*l.n, 3, 5, 10, 15}) out.far.push_back(figure(l, n));
    out.answer = now->gives_way->id;
    return out;
}

}  // namespace

std::string lie_of(const Calendar& calendar, Day from, Day to) {
    bool makeup = false;
    std::string holiday;
    for (Day d = from; d <= to; d += days{1}) {
        const DayInfo info = calendar.info(d);
        if (!info.covered || info.movable) return "open";
        if (info.kind == DayKind::holiday && holiday.empty()) holiday = holiday_id(info.holiday);
        makeup |= info.kind == DayKind::makeup;
    }
    if (!holiday.empty()) return holiday + (makeup ? "_makeup" : "");
    if (makeup) return "makeup";
    return calendar.info(from).works() ? "plain" : "rest_day";
}

Drafted draft_due(const Court& court, const Key& key, Random& random) {
    const LimitNamed named = limit_of(court, key);
    if (!named.limit) return std::nullopt;
    const TimeLimit& l = *named.limit;
    const std::string ask = "“" + named.to + "”，依条文最迟到哪一天？（起算当日不计）";
    const std::string how = "关于“" + named.title + "”，依条文应在什么时限内办理？";
    if (key.variant == "word") return due_by_word(court, key, l, how);
    if (key.variant == "open_unit") return l.n ? due_by_open_unit(court, l, how) : std::nullopt;
    if (key.variant == "gives_way") return l.n ? due_given_way(court, l, how) : std::nullopt;
    if (l.minimum || l.direction == Direction::before) return std::nullopt;
    const auto start = drawn(court, l, key.variant, false, random);
    if (!start) return std::nullopt;
    const Day due = *due_of(*court.ground().calendar, l, *start);
    Draft out;
    out.situation = court.situation();
    out.situation.events[l.from] = *start;
    out.added = sentence(named.from, *start);
    out.ask = l.day_of_month ? "“" + named.to + "”，依条文当月最迟到哪一天？" : ask;
    out.right = {on_day(Claim::Is::due_on, l, due), to_chinese(due)};
    for (const Day d : miscounted(*court.ground().calendar, l, *start, due)) {
        if (d > *start || l.day_of_month) out.near.push_back({on_day(Claim::Is::due_on, l, d), to_chinese(d)});
    }
    out.answer = std::to_string(l.n.value_or(0)) + " " + std::string(name(l.unit)) + " " + std::to_string(l.day_of_month.value_or(0));
    out.limit = l.id;
    return out;
}

Drafted draft_latest_start(const Court& court, const Key& key, Random& random) {
    const LimitNamed named = limit_of(court, key);
    if (!named.limit || named.limit->minimum) return std::nullopt;
    const TimeLimit& l = *named.limit;
    const std::string how = "要倒排时间：关于“" + named.title + "”，条文规定提前多少天？";
    if (key.variant == "word") return due_by_word(court, key, l, how);
    if (key.variant == "open_unit") return l.n ? due_by_open_unit(court, l, how) : std::nullopt;
    if (!l.n && !l.day_of_month) return std::nullopt;
    if (key.variant == "gives_way") return l.n ? due_given_way(court, l, how) : std::nullopt;
    const bool before = l.direction == Direction::before;
    const auto start = drawn(court, l, key.variant, true, random);  // nobody meets on a day off
    if (!start) return std::nullopt;
    const Day due = *due_of(*court.ground().calendar, l, *start);
    Draft out;
    out.situation = court.situation();
    out.limit = l.id;
    out.answer = std::to_string(l.n.value_or(0)) + " " + std::string(name(l.unit)) + " " + std::to_string(l.day_of_month.value_or(0));
    if (before) {
        out.situation.events[l.from] = *start;
        out.added = sentence(named.from, *start);
        out.ask = l.day_of_month ? "按当月的截止日，最迟应在哪一天办妥？" : "依条文的提前时限，“" + named.to + "”最迟应在哪一天？（“" + named.from + "”当日不计）";
        out.right = {on_day(Claim::Is::due_on, l, due), to_chinese(due)};
        for (const Day d : miscounted(*court.ground().calendar, l, *start, due)) out.near.push_back({on_day(Claim::Is::due_on, l, d), to_chinese(d)});
        return out;
    }
    out.situation.events[l.from] = *start;
    out.added = "按工作安排，“" + named.to + "”须不晚于" + to_chinese(due) + "，承办一方可能用足时限。";
    out.ask = "为此，“" + named.from + "”最迟应在哪一个工作日？（起算当日不计）";
    const auto offer = [&](Day day) {
        Claim c = on_day(Claim::Is::latest_start, l, day);
        c.until = due;
        return Offer{c, to_chinese(day)};
    };
    out.situation.events.erase(l.from);
    out.right = offer(*start);
    for (const int k : {1, -1, 2, -2, 3, -3}) {
        const auto day = court.ground().calendar->nth_working_day(*start, k);
        if (day.earliest && day.earliest == day.latest) (k == 1 || k == -1 || k == -2 ? out.near : out.far).push_back(offer(*day.earliest));
    }
    return out;
}

namespace {

Offer effect(const TimeLimit& l, const std::string& word, const std::string& text) {
    Offer out;
    out.claim.is = Claim::Is::silence_means;
    out.claim.what = l.id;
    out.claim.word = word;
    out.text = text;
    return out;
}

// What people take silence for, and what it is; `elsewhere`: what stands in the place of the limit.
std::vector<Offer> effects(const TimeLimit& l, const GivesWay* elsewhere) {
    std::vector<Offer> out = {effect(l, "deemed_no_objection", "时限已过，视为没有不同意见"), effect(l, "deemed_refused", "时限已过，视为不同意"),
                              effect(l, "deemed_withdrawn", "时限已过，视为撤回"), effect(l, "extended", "时限已过，自动顺延一次"),
                              effect(l, "unwritten", "时限已过，条文没有写后果"), effect(l, "not_yet", "时限还没有届满")};
    if (l.runs_out) out.push_back(effect(l, "answered", "已在时限内答复，以答复为准"));
    for (const GivesWay& g : l.gives_way_to) {
        if (&g == elsewhere || l.runs_out) out.push_back(effect(l, "elsewhere:" + g.id, without_stop(g.say)));
    }
    return out;
}

// The days of a case in which it is asked whether the time is up: the last day and the one after it, or the answer's.
bool put_days(const Court& court, const std::string& state, const std::string& lie, const LimitNamed& named, Random& random, Draft& out) {
    const TimeLimit& l = *named.limit;
    const auto start = drawn(court, l, lie, true, random);
    if (!start) return false;
    const Day due = *due_of(*court.ground().calendar, l, *start);
    out.situation.events[l.from] = *start;
    out.situation.today = state == "not_yet" ? due : due + days{1};
    out.added = sentence(named.from, *start);
    if (state == "answered") {
        out.situation.events[l.to] = due;
        out.added += "对方于" + to_chinese_date(due) + "作了答复，提出了不同意见。";
    }
    out.added += "今天是" + to_chinese(*out.situation.today) + (state == "answered" ? "。" : l.runs_out ? "，对方一直没有答复。" : "，“" + named.to + "”还没有完成。");
    return true;
}

}  // namespace

// The variant: what has become of it, "@" and how the period lies in the calendar; "unwritten" alone of a word for a limit.
Drafted draft_silence(const Court& court, const Key& key, Random& random) {
    const LimitNamed named = limit_of(court, key);
    if (!named.limit || !one_reading(court.answer())) return std::nullopt;
    const TimeLimit& l = *named.limit;
    const std::size_t at = key.variant.find('@');
    std::string word = key.variant.substr(0, at);
    Draft out;
    out.situation = court.situation();
    if (at != std::string::npos && !put_days(court, word, key.variant.substr(at + 1), named, random, out)) return std::nullopt;
    out.ask = at != std::string::npos ? "依条文，现在应当怎样看？" : "“" + named.to + "”逾期没有办到的，依条文应当怎样看？";
    const GivesWay* elsewhere = nullptr;
    for (const ScheduledLimit& s : court.answer().schedule.limits) {
        if (word == "gives_way" && s.limit.rule->id == l.id) elsewhere = s.gives_way;
    }
    if (word == "gives_way") word = elsewhere ? "elsewhere:" + elsewhere->id : "";
    if (word == "expired" && l.runs_out) word = l.runs_out->effect;
    if (word == "expired_without") word = "unwritten";
    for (Offer& o : effects(l, elsewhere)) {
        if (at == std::string::npos && o.claim.word == "not_yet") continue;
        if (o.claim.word == word) out.right = o;
        else out.near.push_back(o);
    }
    out.answer = word;
    out.limit = at == std::string::npos ? "" : l.id;
    return out.right.text.empty() ? std::nullopt : Drafted(out);
}

}  // namespace signroute::quiz
