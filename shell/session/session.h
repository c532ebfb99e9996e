// All state of the application. `reduce` is the one writer; views read it and yield intents.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/assess.h"
#include "core/compare/compare.h"
#include "core/contract/checks_in.h"
#include "core/contract/shown_plan_in.h"
#include "core/contract/why_lines_in.h"
#include "core/exchange/document.h"
#include "core/exchange/rules_file.h"
#include "shell/ports.h"
#include "shell/session/place.h"
#include "shell/session/text_audit.h"
#include "shell/session/training.h"

namespace signroute {

enum class SaveState { loading, saved, saving, failed, outdated };

// The form of the room 时限: a limit of the rules, or a free period.
struct DeadlineForm {
    std::string limit;  // id of the catalogue; "" = a free period
    std::optional<Day> start;
    std::optional<Day> done;      // for a limit: when it was answered
    std::optional<Day> agreed;    // for a limit: another date agreed on
    std::int64_t n = 7;
    DeadlineUnit unit = DeadlineUnit::working_day;
    Direction direction = Direction::after;
    bool count_start = false;
    Roll roll = Roll::none;
    Facts facts;
    std::optional<Day> month;     // shown in the calendar; unset = that of the due day
};

// A record that this version cannot read is kept as it is, and said.
struct Unreadable {
    std::string id, text, why;
};

// A pack of the list of assets. A file that the list names without a city is loaded at once, to learn what it is.
enum class PackState { offered, asked, loaded, failed };
struct PackListing {
    std::string id, city, path;
};
struct OfferedPack : PackListing {
    PackState state = PackState::offered;
    bool own = false;  // installed by the user
};

// A check of a brought pack that is worked out elsewhere: what was asked, and the lines that came back.
struct Checking {
    std::string request;  // "": not asked
    bool answered = false;
    std::vector<CheckLine> lines;
    std::string problem;  // why there is no answer
};

inline constexpr const char* kLocalDays = "local";  // key of the record of local days

// A rule pack, a year or local days that somebody brought: looked over, and installed only when the user says so.
struct Incoming {
    RulesFile kind = RulesFile::none;
    std::string name, text;
    std::vector<std::string> errors;  // located; then there is nothing else
    std::optional<Pack> pack;
    std::optional<CalendarYear> year;
    std::vector<LocalDay> local;
    std::string in_force;             // id of the installed pack that it is held against, "": none
    Checking lint, audit, difference;
    std::vector<ComparedMatter> changes;     // of a pack
    std::vector<std::string> changed_days;   // of a year
    bool checked() const;             // every check that was asked for has come
    bool may_be_installed() const;    // and none found an error
};

// A file that somebody brought, and its lines.
struct BroughtFile {
    std::string name, text;
};

// What the room 对照 shows. It takes longer than a frame may, so it is asked for when the place or the cities change;
// the answer is kept with the request that it belongs to.
struct Compared {
    std::vector<std::string> packs;       // ids, in the order of the list
    std::string request;                  // of the machine contract; "": nothing to ask
    bool answered = false;
    std::string problem;                  // why there is no answer
    std::optional<Comparison> matter;     // of the matter of the place
    std::vector<ComparedMatter> matters;  // without one: all of them
};

// Changes proposed for the plan of a case: asked for, shown, gone as soon as the case is another.
struct Mending {
    std::string record;   // id of the case
    std::string request;
    std::string problem;  // why there is no proposal
    std::optional<Proposal> proposal;  // nothing yet while it is worked out
};
// The plan before its last change at one stroke; `what` was done to it: 补齐, 移动, 删除, 添加.
struct PlanBefore {
    std::string record;
    std::vector<PlannedStep> planned;
    std::string what;
};

// Why an answer on the situation at hand is as it is. It is gone as soon as the situation is another.
struct AskedWhy {
    std::string about;    // as the verb calls it: step:matter.id, verdict
    std::string request;
    std::string problem;  // why there is no answer
    std::optional<ShownWhy> why;
};
// The open case in time: asked for again whenever the case changes; what was shown stays until the answer is there.
struct AskedPlan {
    std::string request;
    std::string problem;
    std::optional<ShownPlan> plan;
};

struct Session {
    // What was loaded.
    Library library;
    std::vector<CalendarYear> years;
    std::vector<OfferedPack> offered;         // every pack there is, in the order of the list
    std::map<std::string, std::string> pack_files;  // come before the catalogue that they need
    std::string general_file;                 // the same
    int waiting = 0;                          // of the list, the catalogue, the general rules and the calendars: not yet answered
    bool ready = false;                       // catalogue, calendars and the pack in use are there
    std::vector<std::string> load_errors;
    std::map<std::string, std::string> texts;  // official text by pack id, as the user or the deployer gave it
    std::map<std::string, std::string> shipped_texts;  // of those, what lies beside the application

    std::optional<Mending> mending;
    std::optional<PlanBefore> before_change;    // until the case is changed again

    std::optional<AskedWhy> asked_why;
    std::optional<AskedPlan> asked_plan;        // while the case says enough to be planned

    std::optional<TextAudit> audit;             // the last one asked for

    // Where one is.
    Place place;
    std::string pack;       // the city in use
    bool asks_city = false; // nobody has said yet which one it is
    Case draft;             // the situation of the room 签批链
    DeadlineForm deadline;
    Compared compared;
    std::string rooms_problem;  // why a room could not be fetched

    // What is kept.
    std::map<std::string, CaseFile> cases;
    std::vector<Unreadable> unreadable;
    std::map<std::string, std::string> stored_cases;  // records as found, read once their pack is there
    std::map<std::string, std::string> own_packs;  // installed by the user, by id; they stand before those of the list
    std::map<int, std::string> own_years;
    std::string own_days;                          // local days, as the file says them
    std::optional<Incoming> incoming;
    Checking lint;       // of an installed pack, as last asked for
    std::string linted;  // its id
    // While a counterexample is on show in 签批链: what it shows, and whether the brought pack answers instead of the one in use.
    std::string example;
    bool tries_incoming = false;
    std::vector<BroughtFile> imports;  // wait for the packs that their cases need
    SaveState save = SaveState::loading;
    std::string save_problem;
    int saves_pending = 0;
    float text_size = 1;
    bool other_tab = false;

    Training training;

    Day today{};
    quiz::Second second = 0;  // now, on the user's clock
    std::string message;    // of the last effect that failed or needs a word; shown once
};

// ---- intents ---------------------------------------------------------------------------------------------------

namespace intent {
struct Start {};                                  // once, before the first frame
struct Platform { PlatformReport report; };
struct Now { Day day; int second = 0; };          // of the day
struct Train { TrainWhat what; };                 // in the room 培训
struct Go { Place place; bool replace = false; }; // another room, matter or record
struct ChoosePack { std::string pack; };
struct ComparePacks { std::vector<std::string> packs; };  // ids; all of them: none
// The situation at hand: that of the open case in 自查, of the draft in 签批链, of the form in 时限.
struct SetFact { std::string fact; std::optional<FactValue> value; };
struct ClearFacts {};
struct SetDeadline { DeadlineForm form; };
struct NewCase { std::string matter; bool from_draft = false; };  // opens it in 自查
struct CopyCase { std::string id; };
struct DeleteCase { std::string id; };
struct Rename { std::string id, title; };
struct SetMatter { std::string matter; };         // of the open case
struct SetNote { std::string note; };
struct SetPlan { std::vector<PlannedStep> planned; std::string what; };  // `what`: of a change that may be taken back
struct SetDone { std::string thing; Done done; };
struct SetEvent { std::string event; std::optional<Day> day; };
struct SetOn { std::optional<Day> day; };
struct ExportCase { std::string id; };
struct ExportAll {};
struct ProposeMend {};                            // the fewest changes that mend the plan of the open case
struct TakeMend {};                               // makes them
struct DropMend {};
struct SetSchedule { std::string schedule; };     // of the open case: what its plan in time is asked with
struct AskWhy { std::string about; };             // "": no longer
struct UndoChange {};                             // the plan as it was before
struct TakeOutLimit { std::string matter, title, from; };  // that of the room 时限, as a calendar file
struct TakeOut { std::string format; bool print = false; };  // of the open case: html, ics, csv or record
struct Import { std::string name, text; };        // a case, a backup, or an official text
struct PickFile { std::string accept, purpose; };
struct Install {};                                // what was brought, once it was looked over
struct Discard {};
struct LintPack { std::string pack; };            // an installed one
struct ShowExample { std::string pack; CheckLine line; };  // in 签批链; pack "": the brought one
struct RemovePack { std::string pack; };          // one that the user installed
struct RemoveYear { int year = 0; };              // the same; 0: the local days
struct SetText { std::string pack, text; };       // official text; "" removes it
struct AuditText {};                              // of the pack in use, against its text
struct SetTextSize { float size; };
struct CopyLink {};
struct CopyText { std::string text; };
struct EraseAll {};
}  // namespace intent

using Intent = std::variant<intent::Start, intent::Platform, intent::Now, intent::Train, intent::Go, intent::ChoosePack, intent::ComparePacks, intent::SetFact,
                            intent::ClearFacts, intent::SetDeadline, intent::NewCase, intent::CopyCase, intent::DeleteCase,
                            intent::Rename, intent::SetMatter, intent::SetNote, intent::SetPlan, intent::SetDone, intent::SetEvent,
                            intent::SetOn, intent::ExportCase, intent::ExportAll, intent::TakeOut, intent::TakeOutLimit, intent::ProposeMend, intent::TakeMend, intent::DropMend, intent::SetSchedule, intent::AskWhy, intent::UndoChange,
                            intent::Import, intent::PickFile, intent::Install, intent::Discard, intent::LintPack, intent::ShowExample, intent::RemovePack, intent::RemoveYear, intent::SetText,
                            intent::AuditText, intent::SetTextSize, intent::CopyLink, intent::CopyText, intent::EraseAll>;

std::vector<Effect> reduce(Session& session, const Intent& intent);

// ---- what views read -------------------------------------------------------------------------------------------

// The rules of the city in use (of the open case); nothing until they are loaded.
std::optional<Rules> rules_of(const Session& session);
// The open case of the rooms 自查 and 排程; null if none.
const CaseFile* open_case(const Session& session);
// What the case is planned by: before anything was said, from today on. In the page that has every room.
Result<PlanForm> plan_form_of(const CaseFile& file, Day today);
// The situation that the room in front is about, with today's date.
Case situation_of(const Session& session);
// What there is to say of a case that is kept; nothing where its rules are not there or no matter is chosen yet.
std::optional<Assessment> assess_case(const Session& session, const CaseFile& file);
// The official text of the pack, if anybody gave it.
const std::string* text_of(const Session& session, const std::string& pack);

// Facts in a link: 是 → yes, lists with commas.
std::map<std::string, std::string> query_from_facts(const Facts& facts);
Facts facts_from_query(const Catalogue& catalogue, const std::map<std::string, std::string>& query);

}  // namespace signroute
