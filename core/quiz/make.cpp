#include "core/quiz/make.h"

#include <algorithm>

#include "core/quiz/draft.h"
#include "core/quiz/giveaway.h"
#include "core/quiz/key_text.h"
#include "core/quiz/words.h"

namespace signroute::quiz {

namespace {

Drafted draft(const Court& court, const Key& key, Random& random) {
    switch (key.kind) {
        case Kind::who_signs: return draft_who_signs(court, key, random);
        case Kind::who_reviews: return draft_who_reviews(court, key, random);
        case Kind::order: return draft_order(court, key, random);
        case Kind::missing: return draft_missing(court, key, random);
        case Kind::wrong_step: return draft_wrong_step(court, key, random);
        case Kind::prerequisite: return draft_prerequisite(court, key, random);
        case Kind::due: return draft_due(court, key, random);
        case Kind::latest_start: return draft_latest_start(court, key, random);
        case Kind::silence: return draft_silence(court, key, random);
        case Kind::meeting: return draft_meeting(court, key, random);
        case Kind::allowed: return draft_allowed(court, key, random);
        case Kind::clause: return draft_clause(court, key, random);
        case Kind::difference: return draft_difference(court, key, random);
        case Kind::decisive_fact: return draft_decisive_fact(court, key, random);
        case Kind::unsaid: return draft_unsaid(court, key, random);
    }
    return std::nullopt;
}

std::vector<Clause> once(std::vector<Clause> clauses) {
    std::vector<Clause> out;
    for (Clause& c : clauses) {
        c.sentence = 0;
        if (std::find(out.begin(), out.end(), c) == out.end()) out.push_back(std::move(c));
    }
    return out;
}

std::string hex(std::uint64_t n) {
    constexpr char digits[] = "0123456789abcdef";
    std::string out(16, '0');
    for (int i = 15; i >= 0; --i, n >>= 4) out[static_cast<std::size_t>(i)] = digits[n & 15];
    return out;
}

struct Weighed {
    Offer offer;
    Ruling ruling;
};

// What every choice repeats (a plan) gives nothing away, nor does an order of the same steps.
bool quotes_the_stem(Kind kind) { return kind == Kind::wrong_step || kind == Kind::order || kind == Kind::difference; }
// Every choice is about the case in front: then it is enough that others are in its words too.
bool about_the_case(Kind kind) { return kind == Kind::decisive_fact || kind == Kind::unsaid || kind == Kind::allowed; }

// Those first that share with the key what the stem says too, or, where every choice is about the case, have its words.
void put_rivals_first(std::vector<Offer>& offers, const std::vector<std::string>& exposed, const std::string& stem, bool about_case) {
    if (exposed.empty()) return;
    std::stable_partition(offers.begin(), offers.end(), [&](const Offer& o) {
        return std::any_of(exposed.begin(), exposed.end(), [&](const std::string& word) { return has_word(o.text, word); }) || (about_case && !words_in_both(o.text, stem).empty());
    });
}

// Wrong choices that the engine refutes, each read once; the near ones first. Of two that name the same people wider and
// narrower one is enough.
std::vector<Weighed> refuted(const Court& court, const Draft& d, Kind kind, const std::string& stem, std::size_t wanted, Random& random) {
    std::vector<Offer> near = d.near, far = d.far;
    random.shuffle(near);
    random.shuffle(far);
    near.insert(near.end(), far.begin(), far.end());
    put_rivals_first(near, words_in_both(d.right.text, stem), stem, about_the_case(kind));
    std::vector<std::string> texts = {d.right.text};
    std::vector<Weighed> out;
    for (Offer& o : near) {
        if (out.size() == wanted) break;
        if (o.text.empty() || std::find(texts.begin(), texts.end(), o.text) != texts.end()) continue;
        const auto same = [&](const Weighed& had) { return same_people(court.catalogue(), had.offer.claim, o.claim); };
        if (same({d.right, {}}) || std::any_of(out.begin(), out.end(), same)) continue;
        Ruling r = court.rule(o.claim);
        if (r.truth != Truth::no || r.clauses.empty() || r.why.empty()) continue;
        texts.push_back(o.text);
        out.push_back({std::move(o), std::move(r)});
    }
    return out;
}

std::string situation_text(const Court& court, const Draft& d, const Key& key, Random& random) {
    const Catalogue& catalogue = court.catalogue();
    const NamedMatter* shared = find_named(catalogue.matters, key.matter);
    NamedMatter matter = shared ? *shared : NamedMatter();
    if (!shared) matter.id = matter.title = key.matter;
    const Matter* own = find_matter(court.pack(), key.matter);
    const std::string scene = own && key.kind != Kind::allowed ? own->scene : "";  // which what is forbidden need not fit
    const std::string begins = opening(matter, scene, key.facts, random);  // drawn in any case, so that what follows does not depend on it
    if (key.kind == Kind::difference) return d.opening + "。" + facts_in_words(catalogue, court.pack(), court.situation()) + d.added;
    Case said = court.situation();
    if (key.kind == Kind::meeting) said.facts.erase("topic");
    if (d.opening.empty()) said.facts = beyond_opening(matter, scene, std::move(said.facts));
    return "【" + court.pack().city + "】" + (d.opening.empty() ? begins : d.opening) + "。" + facts_in_words(catalogue, court.pack(), said) + d.added;
}

// What the reader sees before the choices: the matter by its name, the case, what is asked. Who reviews is asked with every
// sort of review listed, which tells nothing.
std::string stem_of(const Court& court, const Key& key, const std::string& situation, const std::string& ask) {
    const Matter* own = find_matter(court.pack(), key.matter);
    return (own && names_matter(key) ? own->title + "。" : "") + situation + (key.kind == Kind::who_reviews ? "" : ask);
}

bool gives_away(Kind kind, const std::string& stem, const std::string& right, const std::vector<Weighed>& wrong) {
    std::vector<std::string> texts;
    for (const Weighed& w : wrong) texts.push_back(w.offer.text);
    return !quotes_the_stem(kind) && !given_away(stem, right, texts, about_the_case(kind)).empty();
}

// Whoever takes the one step that is the answer stands in the stem by name, and in no other choice.
bool names_actor(const Catalogue& catalogue, Kind kind, const std::string& stem, const Offer& right, const std::vector<Weighed>& wrong) {
    constexpr const char* everybody[] = {"department", "government", "unit"};
    if (quotes_the_stem(kind) || right.claim.steps.size() != 1) return false;
    const std::string& role = right.claim.steps.front().role;
    if (role.empty() || std::any_of(std::begin(everybody), std::end(everybody), [&](const char* e) { return role == e; })) return false;
    const std::string title = role_title(catalogue, role);
    return has_word(stem, title) && std::none_of(wrong.begin(), wrong.end(), [&](const Weighed& w) { return has_word(w.offer.text, title); });
}

// As many as somebody would follow; the first ones are what the sentence cites.
std::vector<Clause> few(std::vector<Clause> clauses) {
    constexpr std::size_t most = 4;
    clauses = once(std::move(clauses));
    if (clauses.size() > most) clauses.resize(most);
    return clauses;
}

void put_choices(Question& q, std::vector<Weighed> wrong, Weighed right, const Pack& pack, Random& random) {
    const std::size_t at = random.below(wrong.size() + 1);
    const std::string answer = right.offer.text;
    wrong.insert(wrong.begin() + static_cast<std::ptrdiff_t>(at), std::move(right));
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        const std::string id(1, static_cast<char>('a' + i));
        if (i == at) q.right = id;
        else q.refutations.push_back({id, wrong[i].ruling.why, few(wrong[i].ruling.clauses), wrong[i].ruling.pack.empty() ? pack.id : wrong[i].ruling.pack});
        q.choices.push_back({id, std::move(wrong[i].offer.text), std::move(wrong[i].offer.claim)});
    }
}

}  // namespace

Case case_of(const Key& key) {
    Case out;
    out.matters = {key.matter};
    out.facts = key.facts;
    for (const auto& [thing, done] : key.done) out.done[thing].truth = done ? Truth::yes : Truth::no;
    return out;
}

std::optional<Question> make(const Ground& all, const Key& key, std::uint64_t seed) {
    Ground ground = all;
    ground.packs.clear();
    for (const std::string& id : key.packs) {
        const Pack* p = pack_of(all, id);
        if (!p) return std::nullopt;
        ground.packs.push_back(p);
    }
    if (ground.packs.empty()) return std::nullopt;
    Random random(seed ^ hash_of(id_of(ground, key, {})));
    const Court before(ground, *ground.packs.front(), case_of(key));
    if (of_route(key.kind) && !one_reading(before.answer())) return std::nullopt;
    const Drafted d = draft(before, key, random);
    if (!d) return std::nullopt;
    const bool same = !d->situation.has_plan && d->situation.events.empty() && !d->situation.today;
    const Court court = same ? before : Court(ground, *ground.packs.front(), d->situation);
    Weighed right{d->right, court.rule(d->right.claim)};
    if (right.ruling.truth != Truth::yes || right.ruling.clauses.empty()) return std::nullopt;
    const std::string situation = situation_text(court, *d, key, random);
    const std::string stem = stem_of(court, key, situation, d->ask);
    std::vector<Weighed> wrong = refuted(court, *d, key.kind, stem, random.below(4) == 0 ? 4 : 3, random);
    if (wrong.size() < 3) return std::nullopt;
    if (names_actor(court.catalogue(), key.kind, stem, right.offer, wrong)) return std::nullopt;
    if (gives_away(key.kind, stem, right.offer.text, wrong)) {
        if (d->plain.empty() || gives_away(key.kind, stem, d->plain, wrong)) return std::nullopt;
        right.offer.text = d->plain;
    }
    Question q;
    q.key = key;
    q.seed = seed;
    q.clauses = once(right.ruling.clauses);
    q.id = id_of(ground, key, q.clauses);
    std::uint64_t hash = hash_of(d->answer);
    for (const Clause& c : q.clauses) hash = hash_of(clause_code(c, "") + ";", hash);
    q.hash = hex(hash);
    q.situation = situation;
    q.ask = d->ask;
    q.proof = right.ruling.why.empty() ? d->right.text + "。" : right.ruling.why;
    q.situation_case = d->situation;
    q.limit = d->limit;
    put_choices(q, std::move(wrong), std::move(right), *ground.packs.front(), random);
    return q;
}

}  // namespace signroute::quiz
