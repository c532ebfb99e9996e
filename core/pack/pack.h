// One city's rules as an immutable value, in the project's own words, every element with its clauses.
// The JSON form is described in assets/README.md; pack_from_json reads it.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clause.h"
#include "core/base/result.h"
#include "core/calendar/deadline.h"
#include "core/facts/condition.h"
#include "core/pack/catalogue.h"

namespace signroute {

// How strongly the clause's own word binds: 应当/不得 or a plain statement, 原则上/一般, 可/可以, or not clear.
enum class Strength { must, should, may, unclear };

// What every element has.
struct Element {
    std::string id;   // unique in its matter (bodies and limits: in the pack)
    std::string say;  // the rule in our own words
    std::vector<Clause> clauses;
    std::vector<std::string> terms;  // short terms of art that the clauses contain; the audit looks for them
    Strength strength = Strength::must;
    std::string strength_word;  // the clause's own: 原则上 where `should` alone would be read as 一般; "" = the usual one
    Condition when;       // applies only then
    std::string pointer;  // where it stands in the pack's JSON
};

enum class StepStatus { required, if_needed, judgement, permitted, not_required, unknown };

struct StepRule : Element {
    std::string role;  // "" = the text names nobody
    std::string action;
    std::string word;  // what this clause calls the action, where the catalogue calls it otherwise: 审批 for 批准
    std::vector<std::string> also;  // other actions by which people write the same step: 审批 for 批示
    std::string to;
    std::string form;
    StepStatus status = StepStatus::required;  // while `when` holds: required, if_needed, judgement, permitted
    bool decides = false;
    std::vector<std::string> delegable_to;
    std::vector<std::string> items;  // what the clause enumerates
    bool open_list = false;          // … and leaves open with 等
    std::vector<std::string> after;  // ids of steps that the text puts before this one
    std::string one_of;              // steps of one group replace each other …
    std::string path;                // … those of one path of it go together
    std::string thing;               // a thing that, if done, shows that this step was taken
};

// The text itself has the step, and not only one reading of it.
inline bool is_written(const StepRule& step) { return step.strength != Strength::unclear && !rests_on_reading(step.when); }

// Whether people who write this action mean the step's.
inline bool is_act(const StepRule& step, std::string_view action) {
    return step.action == action || std::find(step.also.begin(), step.also.end(), action) != step.also.end();
}

// A thing to be done or a paper to be enclosed: before a step (prerequisite), or at all (duty).
struct Prerequisite : Element {
    std::string thing;
    bool duty = false;         // owed, but nothing waits for it
    std::string by;            // role, "" = not named
    std::string before;        // step id, "" = before the document is submitted
    std::string term;          // 及时, 按规定期限: a word instead of a figure
};

// `breach` is what the text forbids. What would be lawful instead is another matter, or a few words.
struct Prohibition : Element {
    Condition breach;
    std::string instead_matter;
    Facts instead_facts;
    std::string instead;
};

// A numeric limit on a fact: more than `at_most` or fewer than `at_least` breaks it.
struct Cap : Element {
    std::string fact;
    std::string unit;  // character, copy, time, person, …
    std::optional<std::int64_t> at_most, at_least;
};

struct GivesWay {
    std::string id;  // agreed, set_by_superior, urgent, special_rule
    std::string say;
    std::vector<Clause> clauses;
    Condition when;  // op always = only when the user says so
};

struct RunsOut {
    std::string effect;  // deemed_no_objection, …; "" = the text attaches nothing to it
    std::string say;
    std::vector<Clause> clauses;
};

struct TimeLimit : Element {
    std::string title;
    std::optional<int> n;  // none with `term`
    std::string term;
    DeadlineUnit unit = DeadlineUnit::working_day;
    bool unit_open = false;  // 日 or 天: whether working days are meant is not said; then `unit` counts for nothing
    Direction direction = Direction::after;
    std::string from;  // event id
    std::string to;    // event id: what must have happened by then
    std::string by;    // role that must keep it
    std::string step;  // in the matters that use it: the step it belongs to
    bool minimum = false;  // not before, instead of not after
    std::optional<int> day_of_month;
    bool day_open = false;  // whether that day itself is still in time is not said
    std::optional<RunsOut> runs_out;
    std::vector<GivesWay> gives_way_to;
};

struct Silent : Element {
    std::string about;
    std::string aspect;
    std::vector<std::string> look_in;
    bool asks = false;  // somebody must settle it before the document goes out
};

struct Note : Element {};

// A place where the text bears more than one answer; conditions name it by {"reading": question, "is": reading}.
struct Reading {
    std::string id;
    std::string say;
    std::vector<Clause> basis;
    bool literal = false;
    bool cautious = false;
};
struct OpenReading : Element {
    std::vector<Reading> readings;
};

struct Matter {
    std::string id;
    std::string title;
    std::vector<std::string> aliases;
    std::string topic, kind;
    std::vector<Clause> clauses;
    bool regulated = true;     // false: the pack says what the text leaves out
    Condition applies_when;    // false: no rule of the text fits these facts
    std::string scene;         // how a case of it begins in this city, for exercises; "" = as anywhere
    Condition scene_when;      // false: exercises leave such a case alone
    std::vector<StepRule> steps;
    std::vector<Prerequisite> prerequisites;
    std::vector<Prohibition> prohibitions;
    std::vector<Cap> caps;
    std::vector<TimeLimit> limits;  // copies of the pack's limits, with this matter's condition added
    std::vector<Silent> silent;
    std::vector<Note> notes;
    std::vector<OpenReading> readings;
    std::vector<std::string> events;
    std::vector<std::string> facts;   // every fact that some condition of this matter asks, in order of first use
};

struct FactRule {
    std::string id;
    std::string question;
    std::string why;
    bool judgement = false;  // a vague word of the text: a person decides
    std::vector<Clause> clauses;
    std::vector<std::string> options;  // which of the catalogue's options this city knows; empty = all
    std::map<std::string, std::string, std::less<>> in;  // matter or limit → its own question, where the shared one is too wide
};

struct PackDocument {
    std::string id, title, number, issued, in_force_from, until, adopted_by, interpreter;
    std::string in_force_words;  // the text names no day (自发布之日): then in_force_from is the day of the notice
    std::string short_title;  // before a clause number, where the pack has several documents; "" = the title
    std::vector<std::string> sent_to, repeals;
    int articles = 0, tail = 0;
    std::vector<Clause> clauses;
};

struct AppliesTo {
    std::string role;
    std::string answer;  // yes, no, silent
    std::string say;
    std::vector<Clause> clauses;
    std::vector<std::string> terms;
};

struct RoleRule {
    std::string id;
    std::string unit_kind, post;
    std::vector<std::string> aliases, powers, stands_in_for;
    std::string resolved_by;  // a fact whose value is the role that this one stands for (主持会议的市政府领导)
    std::string say;
    std::vector<Clause> clauses;
    std::vector<std::string> terms;
};

// One statement about a body. Which fields carry something depends on the attribute.
struct BodyEntry : Element {
    std::string attribute;  // member, attend, invite, convener, chair, stand_in, quorum, frequency, scope,
                            // topics_set_by, cut_off, decides_by, outcome, minutes, publication, leave
    std::string role;
    std::string status;  // attend: observer, …; leave, topics: action
    std::vector<std::string> roles;
    std::vector<std::string> topics;     // scope: options of the fact 议题类别
    std::optional<int> n;
    std::optional<int> n_max;         // frequency: the upper end of 2—3次; more is not held against anybody
    std::string per;                  // frequency: week, month, quarter, half_year, year
    int numerator = 0, denominator = 0;  // quorum: present must be more than numerator/denominator of due
    bool exclusive = false, judgement = false;
};

struct Body {
    std::string id;
    std::string title;
    std::vector<Clause> clauses;
    std::vector<BodyEntry> entries;
    std::vector<Silent> silent;
};

enum class AccountStatus { encoded, judgement, principle, out_of_scope };

struct Account {
    Clause clause;
    AccountStatus status = AccountStatus::principle;
    std::string reason;
    std::vector<std::string> figures;  // figures of the clause that need no rule, with the reason above
};

// A control total: how often the pack cites a place. Not needed, but with it the audit sees that something was lost.
struct Citation {
    Clause clause;  // as it is written in the pack
    int count = 0;
};

// … and how often it names a role: as who acts, is addressed, may be delegated to, keeps a limit, is part of a body.
struct NameTotal {
    std::string role;
    int count = 0;
};

struct Pack {
    std::string id, city, title, checked_on;
    std::vector<PackDocument> documents;
    std::vector<AppliesTo> applies_to;
    std::vector<RoleRule> roles;
    std::vector<Body> bodies;
    std::vector<FactRule> facts;
    std::vector<TimeLimit> limits;
    std::vector<Matter> matters;
    std::vector<Silent> silent;
    std::vector<Note> notes;
    std::vector<Account> accounts;
    std::vector<Citation> citations;  // every cited place, or none
    std::vector<NameTotal> names;     // every named role, or none
    std::shared_ptr<const Catalogue> words;  // the catalogue with this pack's own `titles`; null: it has none
};

// Reads a pack against the catalogue. All errors found, each located; the pack is usable only if there is none.
struct PackRead {
    std::optional<Pack> pack;
    std::vector<Error> errors;
};
PackRead pack_from_json(std::string_view bytes, const Catalogue& catalogue);

// The facts that a condition, or the check of a meeting of a body, looks at, in order of first use.
std::vector<std::string> facts_asked(const Condition& condition);
std::vector<std::string> facts_asked(const BodyEntry& entry);
std::vector<std::string> facts_asked(const Body& body);

// What stands before a clause number: the short title of a document that is not the pack's first; else "".
std::string document_prefix(const Pack& pack, const std::string& document);

const Matter* find_matter(const Pack& pack, std::string_view id);
const Body* find_body(const Pack& pack, std::string_view id);
const FactRule* find_fact(const Pack& pack, std::string_view id);
const RoleRule* find_role(const Pack& pack, std::string_view id);
const TimeLimit* find_limit(const Pack& pack, std::string_view id);

}  // namespace signroute
