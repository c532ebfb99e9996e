// The one door: a situation in, everything that can be said about it out. Every screen, the command line, the
// embedding page, the reports and the tests read this value, so they cannot disagree.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/findings/mend.h"
#include "core/route/readings.h"
#include "core/route/route.h"
#include "core/schedule/schedule.h"

namespace signroute {

enum class Verdict { fail, ask, warn, pass };
std::string_view name(Verdict verdict);
std::string_view name(Outcome outcome);

struct Assessment;

// The whole answer under one reading of an open question of the text. No reading is preferred; `cautious` is the one to
// plan by.
struct ReadingAnswer {
    std::string id;
    std::vector<Clause> basis;
    bool literal = false, cautious = false;
    std::string say;
    std::vector<const Reading*> taken;  // of each point
    std::shared_ptr<const Assessment> answer;
};

// The pack and catalogue that it was made with must outlive it.
struct Assessment {
    Outcome outcome = Outcome::regulated;
    Route route;
    Schedule schedule;
    Alignment alignment;
    Findings findings;
    Verdict verdict = Verdict::pass;
    std::optional<Mend> mend;                 // of the plan under this reading; nothing without a plan, or where readings differ
    std::vector<PlannedStep> mended;          // the plan that the mend leaves
    std::vector<ArisingReading> points;       // where the text bears more than one reading, and that makes a difference here
    std::vector<ReadingAnswer> readings;      // every combination of them: two or more, or none; then the rest is what all of them share
    std::vector<std::string> unused_facts;    // answered facts that no rule here asks
};

// Whether some document of the pack was in force on the day `on`, else `today`; also where neither is given.
bool in_hand(const Pack& pack, const Case& situation);

// The reading to plan by, null where there is none; and the worse of its verdict and of what all readings share.
const ReadingAnswer* safe_reading(const Assessment& assessment);
Verdict safe_verdict(const Assessment& assessment);

// 原文此处有2种读法; 原文有3处各有2种读法.
std::string readings_text(const Assessment& assessment);

// The readings as they are told: of one point each of them; of several that to plan by, `apart` null, and those that
// differ from it in one point, by what they read there.
struct ToldReading {
    const ReadingAnswer* reading = nullptr;
    std::size_t point = 0;
    const Reading* apart = nullptr;
    const std::string& say() const { return apart ? apart->say : reading->say; }
};
std::vector<ToldReading> told_readings(const Assessment& assessment);

// Whether something is wrong with the plan itself, by every reading or by the one to plan by.
bool plan_is_wrong(const Assessment& assessment);

// Whether somebody decides or signs by a step that may be asked for, under one reading at least: what the readings share may lack it.
bool may_be_decided(const Assessment& assessment);

// Under one choice of readings, without the mend and without looking whether the rules are in force.
Assessment assess_under(const Rules& rules, const Calendar& calendar, const Case& situation, const Choice& choice);

Assessment assess(const Rules& rules, const Calendar& calendar, const Case& situation);

// The same but for the mend, which may take longer than a frame has.
Assessment assess_without_mend(const Rules& rules, const Calendar& calendar, const Case& situation);

}  // namespace signroute
