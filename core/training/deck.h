// A learner's cards: which come back when, what was learnt, and what other rules took away.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/quiz/fsrs.h"
#include "core/quiz/question.h"
#include "core/quiz/time_text.h"

namespace signroute::training {

struct Reviewed {
    quiz::Minute at = 0;
    quiz::Rating rating = quiz::Rating::good;
    bool operator==(const Reviewed&) const = default;
};

// A question that is learnt. What FSRS says of it is worked out from the log alone.
struct DeckCard {
    std::string id;
    std::uint64_t seed = 0;
    std::string hash;
    std::vector<Reviewed> log;         // in time; empty: not asked yet
    bool operator==(const DeckCard&) const = default;
};

// How far somebody came in a lesson.
struct LessonDone {
    std::string pack, lesson;          // ids
    std::string part;                  // look, try, test: the last one that was finished
    quiz::Minute at = 0;
    int right = 0, n = 0;              // of the last test; n = 0: none yet
    bool operator==(const LessonDone&) const = default;
};

// No two cards have one id.
struct Deck {
    std::vector<DeckCard> cards;
    std::vector<LessonDone> lessons;   // one for each pack and lesson
    bool operator==(const Deck&) const = default;
};

// How an answer is rated: wrong → again; right after a hint, or only at a second try → hard; right → good. `easy` is never
// given by itself, since it cannot be seen from an answer of four choices: only by the learner's own word, and only of a right
// answer without a hint.
struct Answered {
    bool right = false, hinted = false, too_easy = false;
};
quiz::Rating rating_of(const Answered& answered);

// Adds the answer to the card of that id. A card that is not there yet is added; one of another seed takes the new one; one of
// another hash was learnt by other rules and begins anew. An answer before the card's last one counts as given with it.
void record(Deck& deck, const DeckCard& card, quiz::Minute at, quiz::Rating rating);
// Adds cards that are not there yet, with an empty log.
void add(Deck& deck, const std::vector<DeckCard>& cards);

// Notes how far a lesson came; it takes the place of what was noted of that lesson.
void finish(Deck& deck, const LessonDone& done);

quiz::Card state_of(const DeckCard& card);

// A card counts as stable once it holds this long.
inline constexpr double kStableDays = 21;

struct DueCard {
    std::size_t card = 0;              // index into the deck
    bool mistake = false;              // it was answered wrongly last time
    bool fresh = false;                // not asked yet
    quiz::Minute due = 0;              // of a fresh one: now
};
// What is to be asked at `now`: mistakes first, then what is due, both the longest due first; then fresh ones in the order
// of the course (what is in no course comes last), `fresh` of them at most.
std::vector<DueCard> due_cards(const quiz::Ground& ground, const Deck& deck, quiz::Minute now, std::size_t fresh);

// What the room draws: numbers of cards.
struct ProgressRow {
    std::string group;                 // pack, topic, kind
    std::string id, title;
    int cards = 0;                     // in the deck
    int seen = 0;                      // asked at least once
    int right = 0;                     // of the seen ones: right the last time
    int due = 0;                       // of the seen ones: due today
    int again = 0;                     // of these: answered today already
    int stable = 0;                    // of the seen ones: stability of kStableDays or more
    double recall = 0;                 // mean chance that a seen one is remembered now, 0 … 1, two decimals
};
// By city, by topic, by kind, each in its usual order; only where there are cards.
std::vector<ProgressRow> progress_of(const quiz::Ground& ground, const Deck& deck, quiz::Minute now);

struct DueDay {
    Day day;
    int due = 0;                       // cards whose turn comes on it; those overdue come on the first day
};
// From the day of `now`, `days` of them, those without any too.
std::vector<DueDay> due_calendar(const Deck& deck, quiz::Minute now, int days);

struct Withdrawn {
    std::string id;
    std::string code;                  // question_changed, question_gone
    std::string why;                   // one sentence
    std::vector<Clause> clauses;       // that it rests on now, where it changed
};
// The cards that the packs at hand no longer bear out. Each card is made again: a millisecond or so each.
std::vector<Withdrawn> withdrawn_cards(const quiz::Ground& ground, const Deck& deck);
void take_out(Deck& deck, const std::vector<Withdrawn>& withdrawn);

}  // namespace signroute::training
