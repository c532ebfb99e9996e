// A case with its answer, put into words and tables for people outside the application. It knows no format: documents
// (html.h, ics.h, csv.h) are written from it. It holds copies only, and no clock: its date is the request's own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/assess.h"
#include "core/route/stages.h"
#include "core/statute/statute.h"

namespace signroute {

// What whoever asks for the report says about it.
struct ReportHead {
    std::string id;            // of the case; events of a calendar are known again by it
    std::string title;         // "" = the matter's
    std::string note;
    std::int64_t revision = 0; // how often the case was given out before
    std::optional<std::int64_t> alarm;  // remind so many working days before a due date
};

struct ReportFact {
    std::string question, answer;
    bool judgement = false;  // a person's
    std::string clauses;
};

struct ReportCard {
    std::string role, action, clauses;
    std::string remark;  // limit, who else may do it, what it waits for
    StepStatus status = StepStatus::required;
    bool decides = false;
    bool either = false;  // one of several that replace each other
    int errors = 0, warnings = 0;
    bool operator==(const ReportCard&) const = default;
};
struct ReportStage {
    Beside beside = Beside::one;
    std::vector<ReportCard> cards;
    bool operator==(const ReportStage&) const = default;
};
// Whether it is said what the cards beside each other are to each other.
inline bool is_framed(const ReportStage& stage) { return stage.beside != Beside::one && stage.cards.size() > 1; }
struct ReportPlace {
    std::size_t stage = 0, card = 0;
    bool operator==(const ReportPlace&) const = default;
};
struct ReportPicture {
    std::vector<ReportStage> stages;
    std::vector<std::pair<ReportPlace, ReportPlace>> order;  // the second directly follows the first
    bool operator==(const ReportPicture&) const = default;
};

// A step as it is planned or was taken, and what it is in the required route.
struct ReportStep {
    std::string role, action, remark;
    std::string date;            // in words, or as it was written
    std::optional<Day> day;
    std::string stands_for;      // the required step; "" = none
    int errors = 0, warnings = 0;
    bool operator==(const ReportStep&) const = default;
};

struct ReportFinding {
    Severity severity = Severity::error;  // of what only the reading to plan by finds wrong, that by it
    FindingCode code = FindingCode::missing_step;
    std::string message, advice, clauses;
};

// A prerequisite, an enclosure or a duty.
struct ReportThing {
    std::string title, kind, state, rule, clauses;
};

struct ReportDate {
    std::string limit, matter;       // ids
    std::string title, figure, rule; // 答复期限; 收到后5个工作日内; the rule in our own words
    std::string by, clauses, state, remark;
    std::string from;                // what `start` is: 起算, or the event that one counts back from
    LimitState kind = LimitState::no_start;
    Truth applies = Truth::yes;
    bool minimum = false;            // not before, instead of not after
    std::optional<Day> start, due, earliest, latest, done;
    std::string start_text, due_text, done_text;  // with the weekday and what a notice made of the day
    std::optional<Day> alarm;        // so many working days before `due`; the earliest that it may be
};

// The answer, or the answer under one reading of the text.
struct ReportPart {
    std::string title;         // 读法一（稳妥）; "" = the answer itself
    std::string say, basis;    // what the reading is
    Verdict verdict = Verdict::pass;
    std::string verdict_text;
    Outcome outcome = Outcome::regulated;
    ReportPicture picture;
    std::vector<std::string> not_required;  // steps that these facts rule out
    std::vector<ReportStep> planned;
    std::vector<std::string> mended;        // the steps that would do; empty: nothing is to be changed
    std::vector<ReportFinding> findings;    // worst first
    std::vector<ReportThing> things;
    std::vector<ReportDate> dates;
};

struct ReportClause {
    std::string label;
    std::string words;  // the official text; "" = not at hand
    std::string document, place;  // the title of the document, and where in it
};
struct ReportSilence {
    std::string about, say, clauses;
};
// A file that the answer rests on.
struct ReportSource {
    std::string title, version;
    std::string sha256;  // "" = not at hand
};

struct Report {
    ReportHead head;                  // its title filled in
    std::string city, rules, matter;
    std::optional<Day> date;
    std::string date_text;
    bool has_plan = false;
    std::vector<ReportFact> facts;    // that were answered
    std::vector<std::string> points;  // where the text bears several readings: first how many, then at what
    std::vector<ReportPart> parts;    // the answer; then each reading of one point, or that to plan by and what differs from it in one
    std::vector<ReportSilence> silences;
    std::vector<ReportClause> clauses;   // all that is cited, in reading order
    std::vector<ReportSource> sources;   // filled by whoever has the files
};

// `text`: the official text, its documents named as in the pack; null = not at hand.
Report report_from_assessment(const Rules& rules, const Calendar& calendar, const Case& situation, const Assessment& assessment,
                              const ReportHead& head, const Statute* text);

// One answer in words. Private to this room.
ReportPart report_part(const Rules& rules, const Calendar& calendar, const Case& situation, const Assessment& assessment,
                       const ReportHead& head);

}  // namespace signroute
