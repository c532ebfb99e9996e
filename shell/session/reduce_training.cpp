// 培训: the practice, its memory, and what the rest of the reducer hands to it. The counts: reduce_figures.cpp; lessons:
// reduce_lesson.cpp; exams: reduce_exam.cpp.
#include <algorithm>

#include "core/exchange/training_file.h"
#include "core/quiz/draw.h"
#include "core/quiz/key_text.h"
#include "core/quiz/make.h"
#include "core/quiz/random.h"
#include "core/words.h"
#include "shell/session/trainer.h"

namespace signroute {

namespace {

constexpr const char* kDeck = kDeckRecord;
constexpr const char* kPractice = "practice";
constexpr int kTries = 12;                // for a question that is not in the deck yet
// Whoever begins is asked these in turn, until there are as many cards.
constexpr quiz::Kind kFirstKinds[] = {quiz::Kind::who_signs, quiz::Kind::who_reviews, quiz::Kind::due, quiz::Kind::missing, quiz::Kind::prerequisite, quiz::Kind::order};
constexpr std::size_t kBeginner = 12;
constexpr int kNewEvery = 3;              // among what comes back, a new one

training::DeckCard card_of(const quiz::Question& q) { return {q.id, q.seed, q.hash, {}}; }

const training::DeckCard* find_card(const training::Deck& deck, const std::string& id) {
    const auto at = std::find_if(deck.cards.begin(), deck.cards.end(), [&](const training::DeckCard& c) { return c.id == id; });
    return at == deck.cards.end() ? nullptr : &*at;
}

// Other words and another order of choices each time that a card comes back; of the same state the same.
std::uint64_t next_seed(const training::DeckCard& card, std::int64_t second) {
    return quiz::hash_of(card.id + "/" + std::to_string(card.log.size()) + "/" + std::to_string(second), card.seed) % quiz::kSeeds;
}

// What makes two questions of a round the same to the reader.
std::string signature_of(const quiz::Question& q) {
    std::string out = std::string(name(q.key.kind)) + "/" + q.key.packs.front() + "/" + q.key.matter + "/";
    for (const quiz::Choice& c : q.choices) out += c.id == q.right && !c.claim.day ? c.text : "";
    return out;
}

bool is_in(const std::vector<std::string>& list, const std::string& id) { return std::find(list.begin(), list.end(), id) != list.end(); }

}  // namespace

// ---- the seam ----------------------------------------------------------------------------------------------------

void Reducer::operator()(const intent::Train& i) {
    Trainer trainer(*this);
    std::visit(trainer, i.what);
}

void Reducer::settle_training() {
    if (s_.place.room == Room::training) Trainer(*this).settle();
}

void Reducer::training_record(const std::string& store, const std::string& key, const std::string& value) {
    if (store == kTrainingStore) Trainer(*this).record(key, value);
    else Trainer(*this).sheet(key, value);
}

bool Reducer::training_file(const PlatformReport& r) { return Trainer(*this).file(r.name, r.key, r.value); }

bool Reducer::training_line(const std::string& line) { return Trainer(*this).bring_deck(line); }

void Reducer::tick_training(bool next_minute) {
    if (s_.training.exam.stage == ExamStage::running) Trainer(*this).tick();
    const bool counts = s_.place.room == Room::training && (s_.place.part.empty() || s_.place.part == "practice") && s_.training.open;
    if (counts && next_minute) Trainer(*this).count_due();
}

void Reducer::forget_training() { s_.training = {}; }

// ---- records -----------------------------------------------------------------------------------------------------

quiz::Ground Trainer::ground(const std::vector<std::string>& packs) const {
    quiz::Ground out{&s_.library.catalogue, &s_.library.calendar, {}};
    for (const OfferedPack& p : s_.offered) {
        const Pack* pack = find_pack_by_id(s_.library, p.id);
        if (pack && (packs.empty() || is_in(packs, p.id))) out.packs.push_back(pack);
    }
    return out;
}

void Trainer::record(const std::string& key, const std::string& value) {
    if (value.empty()) t_.stored.erase(key);
    else t_.stored[key] = value;
    if (!t_.open || key != kDeck) return;  // another tab has gone on: its cards count here too
    const auto deck = deck_from_text(value);
    t_.deck = deck ? *deck : training::Deck{};
    if (s_.place.room == Room::training) figures();
}

void Trainer::save_deck() {
    t_.stored[kDeck] = deck_to_text(t_.deck);
    r_.put(kTrainingStore, kDeck, t_.stored[kDeck]);
}

void Trainer::save_practice() {
    const Practice& p = t_.practice;
    PracticeRecord out{.wish = p.wish, .running = p.running, .home = p.home, .why = p.why, .answered = p.answered, .right = p.right, .asked_already = p.asked_already, .slips = p.slips};
    if (p.asked) out.id = p.asked->question.id, out.seed = p.asked->question.seed, out.given = p.asked->given;
    for (const training::Withdrawn& w : t_.withdrawn) out.withdrawn.emplace_back(w.id, w.why);
    t_.stored[kPractice] = practice_to_text(out);
    r_.put(kTrainingStore, kPractice, t_.stored[kPractice]);
}

// A deck that this version cannot read stays on disk as it is until the next answer, and that is said.
void Trainer::read() {
    t_.open = true;
    if (const auto at = t_.stored.find(kDeck); at != t_.stored.end()) {
        auto deck = deck_from_text(at->second);
        if (deck) t_.deck = std::move(*deck);
        else s_.message = "本机的练习记录未能读出：" + deck.error().message;
    }
    if (const auto at = t_.stored.find(kBroughtRecord); at != t_.stored.end()) {
        std::string left;
        for (const auto& [number, line] : lines_of(at->second)) left += bring_deck(line) ? "" : line + "\n";
        if (!left.empty()) s_.message = "导入的练习记录有未能读出的，已原样保留。";
        else r_.emit(effect::Erase{kTrainingStore, kBroughtRecord});
        if (left.empty()) t_.stored.erase(kBroughtRecord);
        else r_.put(kTrainingStore, kBroughtRecord, t_.stored[kBroughtRecord] = left);
    }
    const auto at = t_.stored.find(kPractice);
    const auto practice = at == t_.stored.end() ? std::nullopt : practice_from_text(at->second);
    if (!practice) return;
    Practice& p = t_.practice;
    p.wish = practice->wish;
    p.answered = practice->answered;
    p.right = practice->right;
    p.why = practice->why;
    p.asked_already = practice->asked_already;
    p.slips = practice->slips;
    if (p.answered > kRound || p.asked_already.size() != static_cast<std::size_t>(p.answered)) new_round();  // a record of before there were rounds
    for (const auto& [id, why] : practice->withdrawn) t_.withdrawn.push_back({id, "", why, {}});
    p.home = practice->home;
    p.running = practice->running;
    if (p.running && !ask_again(practice->id, practice->seed, practice->given)) ask_next();
}

bool Trainer::bring_deck(const std::string& line) {
    if (line.find("\"signroute-deck/") == std::string::npos) return false;
    const auto brought = deck_from_text(line);
    if (!brought) return false;
    const auto old = t_.stored.find(kDeck);
    if (!t_.open && old != t_.stored.end()) {
        if (auto deck = deck_from_text(old->second)) t_.deck = std::move(*deck);
    }
    for (const training::DeckCard& card : brought->cards) {
        const auto mine = std::find_if(t_.deck.cards.begin(), t_.deck.cards.end(), [&](const training::DeckCard& c) { return c.id == card.id; });
        if (mine == t_.deck.cards.end()) t_.deck.cards.push_back(card);
        else if (mine->log.size() < card.log.size()) *mine = card;
    }
    for (const training::LessonDone& l : brought->lessons) {
        const bool known = std::any_of(t_.deck.lessons.begin(), t_.deck.lessons.end(), [&](const training::LessonDone& m) { return m.pack == l.pack && m.lesson == l.lesson; });
        if (!known) t_.deck.lessons.push_back(l);
    }
    save_deck();
    return true;
}

// ---- entering ----------------------------------------------------------------------------------------------------

void Trainer::settle() {
    t_.place = s_.place;
    r_.want("");
    const bool waits = std::any_of(s_.offered.begin(), s_.offered.end(), [](const OfferedPack& p) { return p.state == PackState::offered || p.state == PackState::asked; });
    if (waits || !s_.ready || s_.save == SaveState::loading) return;
    if (!t_.open) read();
    if (s_.place.part == "courses") enter_course();
    if (s_.place.part == "exam") enter_exam();
    if (s_.place.part == "results") count_results();
    figures();
}

// ---- a question --------------------------------------------------------------------------------------------------

// Cards of other cities come only where they were asked for.
bool Trainer::in_scope(const quiz::Key& key) const {
    const PracticeWish& wish = t_.practice.wish;
    return wish.packs.empty() ? key.packs.front() == home() : is_in(wish.packs, key.packs.front());
}

const std::string& Trainer::home() const { return t_.practice.home.empty() ? s_.pack : t_.practice.home; }

bool Trainer::ask_again(const std::string& id, std::uint64_t seed, const std::string& given) {
    const quiz::Ground all = ground();
    const auto key = quiz::key_from_text(all, id, "");
    auto question = key ? quiz::make(all, *key, seed) : std::nullopt;
    if (!question || question->id != id) return false;
    t_.practice.asked = asked(std::move(*question));
    t_.practice.asked->given = given;
    note_return(*t_.practice.asked);
    return true;
}

// What is due and within the wish, which is the city in use unless others were asked for; a card that the packs no longer bear out is taken away, with the reason.
bool Trainer::ask_due() {
    const quiz::Ground all = ground();
    const PracticeWish& wish = t_.practice.wish;
    for (const training::DueCard& due : training::due_cards(all, t_.deck, now(), 0)) {
        const training::DeckCard card = t_.deck.cards[due.card];
        const auto key = quiz::key_from_text(all, card.id, "");
        auto question = key ? quiz::make(all, *key, next_seed(card, s_.second)) : std::nullopt;
        if (!question || question->id != card.id || question->hash != card.hash) {
            const auto gone = training::withdrawn_cards(all, {.cards = {card}, .lessons = {}});
            training::take_out(t_.deck, gone);
            t_.withdrawn.insert(t_.withdrawn.end(), gone.begin(), gone.end());
            save_deck();
            return ask_due();
        }
        const NamedMatter* matter = find_named(s_.library.catalogue.matters, key->matter);
        const bool fits = in_scope(*key) && (wish.topic.empty() || (matter && matter->topic == wish.topic)) &&
                          (wish.kinds.empty() || std::find(wish.kinds.begin(), wish.kinds.end(), key->kind) != wish.kinds.end());
        if (!fits || was_asked(*question)) continue;
        t_.practice.why = due.mistake ? WhyNow::mistake : WhyNow::due;
        t_.practice.asked = asked(std::move(*question));
        return true;
    }
    return false;
}

void Trainer::ask_new() {
    const PracticeWish& wish = t_.practice.wish;
    const quiz::Ground some = ground(wish.packs.empty() ? std::vector<std::string>{home()} : wish.packs);
    if (some.packs.size() < 2 && wish.kinds == std::vector<quiz::Kind>{quiz::Kind::difference}) {
        t_.practice.problem = "“各市有何不同”要对照着问，请先在练习范围中选择两个以上城市。";
        return;
    }
    quiz::Wish drawn{.kinds = wish.kinds, .n = 1};
    if (!wish.topic.empty()) drawn.topics = {wish.topic};
    if (wish.kinds.empty() && t_.deck.cards.size() < kBeginner) drawn.kinds = {kFirstKinds[t_.deck.cards.size() % std::size(kFirstKinds)]};
    for (int i = 0; i < kTries; ++i) {
        if (i == kTries / 2) drawn.kinds = wish.kinds;
        drawn.seed = quiz::hash_of(std::to_string(s_.second) + "/" + std::to_string(t_.deck.cards.size()) + "/" + std::to_string(i)) % quiz::kSeeds;
        std::vector<quiz::Question> found = quiz::draw(some, drawn);
        if (found.empty() || find_card(t_.deck, found.front().id) || was_asked(found.front())) continue;
        t_.practice.why = WhyNow::fresh;
        t_.practice.asked = asked(std::move(found.front()));
        return;
    }
    t_.practice.problem = "这一范围的题目都已练过，眼下没有到期的。可以扩大练习范围，或者改日再练。";
}

bool Trainer::was_asked(const quiz::Question& question) const { return is_in(t_.practice.asked_already, signature_of(question)); }

// When the card's next turn is, which is told with the answer.
void Trainer::note_return(AskedQuestion& asked) const {
    const training::DeckCard* card = find_card(t_.deck, asked.question.id);
    if (card && !card->log.empty() && !asked.given.empty()) asked.comes_back = quiz::day_of_minute(training::state_of(*card).due);
}

void Trainer::new_round() {
    Practice& p = t_.practice;
    p.answered = p.right = 0;
    p.asked_already.clear();
    p.slips.clear();
}

// Nothing after the last one of a round: its summary stands there.
void Trainer::ask_next() {
    t_.practice.asked.reset();
    t_.practice.problem.clear();
    if (t_.practice.answered >= kRound) return figures(), save_practice();
    if (t_.practice.answered % kNewEvery == kNewEvery - 1) ask_new();
    if (!t_.practice.asked && ask_due()) t_.practice.problem.clear();
    if (!t_.practice.asked && t_.practice.problem.empty()) ask_new();
    figures();
    save_practice();
}

// ---- practice ----------------------------------------------------------------------------------------------------

void Trainer::operator()(const train::Wish& i) {
    t_.practice.wish = i.wish;
    save_practice();
}

void Trainer::operator()(const train::Begin&) {
    t_.practice.running = true;
    t_.practice.home = s_.pack;
    new_round();
    ask_next();
}

void Trainer::operator()(const train::MoveHere&) {
    t_.practice.home = s_.pack;
    ask_next();
}

AskedQuestion* Trainer::in_front() {
    if (s_.place.part == "courses") {
        LessonRun& l = t_.lesson;
        auto& list = l.part == LessonPart::guided ? l.guided : l.test;
        return l.part == LessonPart::look || l.at >= list.size() ? nullptr : &list[l.at];
    }
    return t_.practice.asked ? &*t_.practice.asked : nullptr;
}

void Trainer::keep(AskedQuestion& asked, const std::string& choice) {
    asked.given = choice;
    const bool right = choice == asked.question.right;
    training::record(t_.deck, card_of(asked.question), now(), training::rating_of({.right = right, .hinted = asked.hinted}));
    note_return(asked);
    save_deck();
}

void Trainer::operator()(const train::Answer& i) {
    AskedQuestion* question = in_front();
    if (!question || !question->given.empty()) return;
    keep(*question, i.choice);
    if (s_.place.part == "courses") return t_.lesson.part == LessonPart::test ? lesson_next() : void();
    const quiz::Question& q = question->question;
    ++t_.practice.answered;
    t_.practice.right += i.choice == q.right;
    t_.practice.asked_already.push_back(signature_of(q));
    if (i.choice != q.right) {
        const auto right = std::find_if(q.choices.begin(), q.choices.end(), [&](const quiz::Choice& c) { return c.id == q.right; });
        const Pack* pack = find_pack_by_id(s_.library, q.key.packs.front());
        t_.practice.slips.push_back({(pack && quiz::names_matter(q.key) ? matter_title(rules_by(s_.library, *pack), q.key.matter) + "：" : "") + q.ask, right->text});
    }
    save_practice();
    figures();
}

void Trainer::operator()(const train::Hint&) {
    if (AskedQuestion* question = in_front()) question->hinted = true;
}

// The last answer counts as easy instead of good.
void Trainer::operator()(const train::TooEasy&) {
    const AskedQuestion* question = in_front();
    if (!question || question->given != question->question.right || question->hinted) return;
    for (training::DeckCard& card : t_.deck.cards) {
        if (card.id == question->question.id && !card.log.empty()) card.log.back().rating = training::rating_of({.right = true, .too_easy = true});
    }
    save_deck();
    (*this)(train::Next{});
}

void Trainer::operator()(const train::Next&) {
    if (s_.place.part == "courses") return lesson_next();
    ask_next();
}

void Trainer::operator()(const train::Stop&) {
    t_.practice.running = false;
    t_.practice.asked.reset();
    save_practice();
    figures();
}

void Trainer::operator()(const train::Review& i) {
    const training::DeckCard* card = find_card(t_.deck, i.id);
    if (!card || !ask_again(card->id, next_seed(*card, s_.second), "")) return;
    new_round();
    t_.practice.running = true;
    t_.practice.home = s_.pack;
    t_.practice.why = WhyNow::mistake;
    save_practice();
    r_(intent::Go{{.room = Room::training, .part = "practice"}});
}

void Trainer::operator()(const train::NotedWithdrawn&) {
    t_.withdrawn.clear();
    save_practice();
}

}  // namespace signroute
