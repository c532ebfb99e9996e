// One question: its situation, its choices, and, once answered, why.
#include <algorithm>

#include "core/base/order.h"
#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/training_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr int kMostMonths = 2;

std::string number_of(std::size_t i) { return "选项" + std::to_string(i + 1); }

int index_of(const quiz::Question& q, const std::string& choice) {
    for (std::size_t i = 0; i < q.choices.size(); ++i) {
        if (q.choices[i].id == choice) return static_cast<int>(i);
    }
    return -1;
}

const quiz::Refutation* refutation_of(const quiz::Question& q, const std::string& choice) {
    for (const quiz::Refutation& r : q.refutations) {
        if (r.choice == choice) return &r;
    }
    return nullptr;
}

int month_index(Day day) { return civil(day).year * 12 + civil(day).month - 1; }

// ---- days --------------------------------------------------------------------------------------------------------

ui::CalendarDay plain_day(const Calendar& calendar, Day day) {
    const DayInfo info = calendar.info(day);
    ui::CalendarDay out;
    out.day = civil(day).day;
    out.rest = !info.works();
    out.badge_rest = info.covered && info.kind == DayKind::holiday;
    out.badge_work = info.covered && info.kind == DayKind::makeup;
    out.not_announced = !info.covered || info.movable;
    if (!info.holiday.empty()) out.note = std::string(info.holiday) + (info.notice ? "，" + info.notice->number : "");
    return out;
}

class Months {
  public:
    Months(const Scene& scene, const AskedQuestion& asked, int chosen) : calendar_(scene.session.library.calendar), asked_(asked), chosen_(chosen) {
        for (const quiz::Choice& c : asked.question.choices) {
            if (!c.claim.day) continue;
            any_ = true;
            take(*c.claim.day);
        }
        for (const auto& day : {asked.start, asked.due}) {
            if (day && any_) take(*day);
        }
    }
    bool any() const { return any_; }

    // The choice that was pressed, or -1.
    int draw() {
        int pressed = -1;
        const int first = std::max(first_, last_ - kMostMonths + 1);
        for (int index = first; index <= last_; ++index) {
            ui::MonthCalendar month{.year = index / 12, .month = index % 12 + 1};
            month.first = month.last = false;  // these and no others
            month.label = std::to_string(month.year) + "年" + std::to_string(month.month) + "月";
            for (int d = 1; d <= ui::days_in_month(month.year, month.month); ++d) month.days.push_back(cell(day_from({month.year, month.month, d})));
            if (const int day = ui::month_calendar(month).day) pressed = choice_on(day_from({month.year, month.month, day}));
        }
        return pressed;
    }

  private:
    void take(Day day) {
        const int index = month_index(day);
        first_ = first_ == 0 ? index : std::min(first_, index);
        last_ = std::max(last_, index);
    }
    int choice_on(Day day) const {
        const auto& choices = asked_.question.choices;
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (choices[i].claim.day == day) return static_cast<int>(i);
        }
        return -1;
    }
    ui::CalendarDay cell(Day day) const {
        ui::CalendarDay out = plain_day(calendar_, day);
        const int choice = choice_on(day);
        out.start = asked_.start == day;
        if (choice >= 0 && asked_.given.empty()) out.mark = number_of(static_cast<std::size_t>(choice));
        out.chosen = choice >= 0 && choice == chosen_;
        if (asked_.given.empty()) return out;
        out.due = asked_.due == day;
        out.start = out.start || asked_.began == day;
        out.chosen = out.chosen && !out.due && !out.start;
        for (const auto& [date, number] : asked_.counted) {
            if (date == day) out.number = number;
        }
        return out;
    }

    const Calendar& calendar_;
    const AskedQuestion& asked_;
    int chosen_, first_ = 0, last_ = 0;
    bool any_ = false;
};

// Why a choice is wrong, without its own words: so that what is true of the one above as well is not told again.
std::string without(std::string why, const std::string& text) {
    for (std::size_t at = why.find(text); !text.empty() && at != why.npos; at = why.find(text, at)) why.erase(at, text.size());
    return why;
}

std::vector<ui::AnswerChoice> choices_of(const AskedQuestion& asked) {
    const quiz::Question& q = asked.question;
    std::string above;
    std::vector<ui::AnswerChoice> out;
    for (const quiz::Choice& c : q.choices) {
        ui::AnswerChoice choice{.text = c.text};
        const bool right = c.id == q.right, given = c.id == asked.given;
        if (right) choice.tone = ui::Tone::good, choice.word = given ? "所选，正确" : "正确答案";
        else if (given) choice.tone = ui::Tone::error, choice.word = "所选，不正确";
        const quiz::Refutation* r = given ? nullptr : refutation_of(q, c.id);  // that of the given one is told at length
        if (r && r->why != q.proof) {
            std::string why = without(r->why, c.text);
            choice.remark = why == above ? "同理。" : std::string_view(r->why);
            above = std::move(why);
        }
        out.push_back(choice);
    }
    return out;
}

// ---- the same case elsewhere -------------------------------------------------------------------------------------

bool elsewhere(const AskedQuestion& asked, Intents& intents) {
    bool opened = false;
    constexpr std::pair<Room, const char*> rooms[] = {{Room::route, "签批链"}, {Room::check, "自查"}, {Room::deadline, "时限"}, {Room::compare, "对照"}};
    ui::Row row(8, 32);
    ui::text("打开同一情形：", {.second = true});
    for (const auto& [room, title] : rooms) {
        if (std::find(asked.rooms.begin(), asked.rooms.end(), room) == asked.rooms.end()) continue;
        const std::string name = std::string("在") + title + "中打开同一情形";
        if (!ui::button(title, {.name = name})) continue;
        intents.push_back(intent::Train{train::OpenCase{asked.question, room}});
        opened = true;
    }
    return opened;
}

}  // namespace

std::optional<Rules> rules_by_id(const Scene& scene, std::string_view pack) {
    const Pack* found = find_pack_by_id(scene.session.library, pack);
    if (!found) return std::nullopt;
    return rules_by(scene.session.library, *found);
}

std::string city_title(const Scene& scene, std::string_view pack) {
    for (const OfferedPack& p : scene.session.offered) {
        if (p.id == pack) return p.city.empty() ? p.id : p.city;
    }
    return std::string(pack);
}

void question_words(const Scene& scene, const quiz::Question& q) {
    std::string cities;
    for (const std::string& id : q.key.packs) cities += (cities.empty() ? "" : "、") + city_title(scene, id);
    const auto rules = rules_by_id(scene, q.key.packs.front());
    const std::string matter = rules ? matter_title(*rules, q.key.matter) : q.key.matter;
    ui::note(cities + "　·　" + (quiz::names_matter(q.key) ? matter + "　·　" : "") + std::string(quiz::title(q.key)));
    ui::gap(4);
    const std::string city = "【" + city_title(scene, q.key.packs.front()) + "】";  // which stands in the line above
    if (!q.situation.empty()) ui::text(q.situation.rfind(city, 0) == 0 ? std::string_view(q.situation).substr(city.size()) : std::string_view(q.situation));
    ui::gap(4);
    ui::heading(q.ask, 2);
    ui::gap(4);
}

ui::AnswerEvent question_choices(const AskedQuestion& asked, int& chosen) {
    const bool settled = !asked.given.empty();
    if (settled) chosen = index_of(asked.question, asked.given);
    return ui::answer_choices("选项", choices_of(asked), chosen, settled);
}

bool question_months(const Scene& scene, const AskedQuestion& asked, int& chosen) {
    Months months(scene, asked, chosen);
    if (!months.any()) return false;
    const int pressed = months.draw();
    if (pressed < 0 || !asked.given.empty()) return false;
    chosen = pressed;
    return true;
}

void outcome(const AskedQuestion& asked) {
    const quiz::Question& q = asked.question;
    const bool right = asked.given == q.right;
    ui::verdict(right ? ui::Tone::good : ui::Tone::error, right ? "正确" : "不正确，应选第" + std::to_string(index_of(q, q.right) + 1) + "项");
}

namespace {

// When the question has its next turn: today once more, or on a later day.
void next_turn(const Scene& scene, const AskedQuestion& asked) {
    if (!asked.comes_back) return;
    const CivilDay day = civil(*asked.comes_back);
    if (*asked.comes_back > scene.session.today) return ui::note("下次复习：" + std::to_string(day.month) + "月" + std::to_string(day.day) + "日。");
    ui::note(asked.given == asked.question.right ? "这题今天还要再答一次，答对后排到后几天。" : "这题今天稍后再问一次。");
}

}  // namespace

bool explanation(const Scene& scene, const AskedQuestion& asked, Intents& intents) {
    const quiz::Question& q = asked.question;
    const quiz::Refutation* r = asked.given == q.right ? nullptr : refutation_of(q, asked.given);
    if (r && r->why != q.proof) {
        ui::text("所选为何不对", {.bold = true});
        ui::text(r->why);
        if (const auto rules = rules_by_id(scene, r->pack.empty() ? q.key.packs.front() : r->pack)) {
            const ui::Ids scope("refuted");
            auto clauses = r->clauses;  // those of the answer follow below
            const auto below = [&](const Clause& c) {
                const auto same = [&](const Clause& o) { return clause_text(*rules->pack, o) == clause_text(*rules->pack, c); };
                return (r->pack.empty() || r->pack == q.key.packs.front()) && std::any_of(q.clauses.begin(), q.clauses.end(), same);
            };
            clauses.erase(std::remove_if(clauses.begin(), clauses.end(), below), clauses.end());
            clause_links(*rules, clauses, intents);
        }
    }
    ui::text("为何应这样答", {.bold = true});
    ui::text(q.proof);
    if (const auto rules = rules_by_id(scene, q.key.packs.front())) clause_links(*rules, q.clauses, intents);
    ui::gap(4);
    next_turn(scene, asked);
    return elsewhere(asked, intents);
}

}  // namespace signroute::views
