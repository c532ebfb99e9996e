// What is asked in a lesson: first one question of each kind, then others.
#include <algorithm>
#include <set>
#include <utility>

#include "core/base/order.h"
#include "core/quiz/make.h"
#include "core/quiz/random.h"
#include "core/training/course.h"

namespace signroute::training {

namespace {

using quiz::Kind;

// As the kinds build upon each other: who and in which order, then what goes with it, then what is wrong, then what is open.
const std::vector<Kind> kBuilding = {Kind::who_signs, Kind::who_reviews, Kind::order,  Kind::meeting,    Kind::prerequisite,  Kind::due,   Kind::allowed,
                                     Kind::clause,    Kind::missing,     Kind::wrong_step, Kind::latest_start, Kind::silence, Kind::decisive_fact, Kind::unsaid};
const std::vector<Kind> kOfGaps = {Kind::unsaid, Kind::silence};

constexpr std::uint64_t kGuidedSeed = 1, kTestSeed = 2;

class Asking {
  public:
    explicit Asking(const quiz::Ground& ground) : ground_(ground) {}

    void take(const Pack& pack, const std::string& matter, const std::vector<Kind>& kinds) {
        for (quiz::Key& key : quiz::keys_of(ground_, pack.id, matter, kinds)) keys_.push_back(std::move(key));
    }

    // The case that was looked at comes first, though the same rule may be asked under other facts as well.
    void about(const Pack& pack, const Case& seen) {
        for (const Kind kind : {Kind::who_signs, Kind::who_reviews, Kind::order}) {
            quiz::Key key{kind, {pack.id}, seen.matters.front(), seen.facts, {}, "route:", ""};
            for (const auto& [thing, done] : seen.done) key.done[thing] = done.truth == Truth::yes;
            if (std::find(keys_.begin(), keys_.end(), key) == keys_.end()) keys_.push_back(std::move(key));
        }
        seen_ = seen.facts;
    }

    // One of each kind, the nearest to the case that was looked at.
    std::vector<quiz::Question> guided(const std::vector<Kind>& kinds) {
        std::vector<quiz::Question> out;
        for (const Kind kind : kinds) {
            const std::vector<std::size_t> fit = of_kind(kind);
            for (std::size_t i = 0; i < fit.size() && out.size() < kMostGuided; ++i) {
                if (ask(fit[i], kGuidedSeed, out)) break;
            }
        }
        return out;
    }

    // The kinds take turns over the keys that were not asked; where none is left, those that were come in other words.
    std::vector<quiz::Question> test(const std::vector<Kind>& kinds) {
        std::vector<quiz::Question> out;
        for (bool again : {false, true}) {
            for (bool any = true; any && out.size() < kMostTested;) {
                any = false;
                for (const Kind kind : kinds) any |= out.size() < kMostTested && one_of(kind, again, out);
            }
            if (out.size() >= kMostGuided) break;
        }
        return out;
    }

  private:
    // How many facts of the key are not those of the case that was looked at, and how many there are.
    std::pair<std::size_t, std::size_t> distance(const quiz::Key& key) const {
        std::size_t other = 0;
        for (const auto& [fact, value] : key.facts) {
            const auto at = seen_.find(fact);
            other += at == seen_.end() || at->second != value;
        }
        return {other, key.facts.size() + key.done.size()};
    }

    // Near ones first; what is as near stays in the pack's order.
    std::vector<std::size_t> of_kind(Kind kind) const {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            if (keys_[i].kind == kind) out.push_back(i);
        }
        put_in_order(out, [&](std::size_t a, std::size_t b) { return distance(keys_[a]) < distance(keys_[b]); });
        return out;
    }

    bool ask(std::size_t key, std::uint64_t seed, std::vector<quiz::Question>& out) {
        asked_.insert(key);
        auto q = quiz::make(ground_, keys_[key], seed);
        if (!q) return false;
        made_.insert(key);
        out.push_back(std::move(*q));
        return true;
    }

    bool one_of(Kind kind, bool again, std::vector<quiz::Question>& out) {
        for (const std::size_t i : of_kind(kind)) {
            if (again ? made_.count(i) && repeated_.insert(i).second && ask(i, kTestSeed, out) : !asked_.count(i) && ask_new(i, out)) return true;
        }
        return false;
    }

    bool ask_new(std::size_t key, std::vector<quiz::Question>& out) {
        repeated_.insert(key);
        return ask(key, kTestSeed, out);
    }

    const quiz::Ground& ground_;
    std::vector<quiz::Key> keys_;
    Facts seen_;
    std::set<std::size_t> asked_, made_, repeated_;
};

}  // namespace

namespace {

// Who decides, of each of the people one matter, then of each another.
std::vector<quiz::Question> about_people(const quiz::Ground& ground, const Pack& pack, const Lesson& lesson) {
    std::vector<quiz::Question> out;
    const std::vector<GlossaryEntry> people = people_of(*ground.catalogue, pack, lesson);
    for (std::size_t nth = 0; nth < kFewSigns; ++nth) {
        for (const GlossaryEntry& one : people) {
            if (nth >= one.signs.size() || out.size() == kMostGuided) continue;
            for (const quiz::Key& key : quiz::keys_of(ground, pack.id, one.signs[nth].matter, Kind::who_signs)) {
                auto q = quiz::make(ground, key, kGuidedSeed);
                const bool known = q && std::any_of(out.begin(), out.end(), [&](const quiz::Question& o) { return o.id == q->id; });
                if (!q || known || q->choices[static_cast<std::size_t>(q->right[0] - 'a')].claim.steps.front().role != one.id) continue;
                out.push_back(std::move(*q));
                break;
            }
        }
    }
    return out;
}

}  // namespace

LessonParts lesson_parts(const quiz::Ground& ground, const Pack& pack, const Lesson& lesson) {
    LessonParts out;
    if (lesson.kind == LessonKind::people) {
        out.guided = about_people(ground, pack, lesson);
        return out;
    }
    const bool gaps = lesson.kind != LessonKind::matter;
    const std::vector<Kind>& kinds = gaps ? kOfGaps : kBuilding;
    Asking asking(ground);
    for (const std::string& m : lesson.matters) asking.take(pack, m, kinds);
    if (!lesson.matter.empty()) {
        out.look = look_at(ground, pack, lesson.matter);
        asking.take(pack, lesson.matter, kinds);
        if (!gaps) asking.about(pack, out.look.situation);
    } else {
        out.look = look_at_silence(ground, pack, lesson.matters);
    }
    out.guided = asking.guided(kinds);
    out.test = asking.test(kinds);
    if (gaps || out.guided.size() + out.test.size() > kMostGuided) return out;
    Asking elsewhere(ground);  // the text says little by itself: then how the next city differs
    elsewhere.take(pack, lesson.matter, {Kind::difference});
    for (auto* list : {&out.guided, &out.test}) {
        for (quiz::Question& q : list == &out.guided ? elsewhere.guided({Kind::difference}) : elsewhere.test({Kind::difference})) {
            if (list->size() < kMostGuided) list->push_back(std::move(q));
        }
    }
    return out;
}

}  // namespace signroute::training
