#include "core/quiz/draw.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/quiz/key_text.h"
#include "core/quiz/make.h"
#include "core/quiz/random.h"

namespace signroute::quiz {

namespace {

constexpr int kTries = 40;          // for one question
constexpr std::size_t kOften = 3;   // a matter asked so often stands back until every other one was

struct Place {
    const Pack* pack = nullptr;
    std::string matter;
    std::size_t asked = 0;
};

// Whether the matter may give questions of this kind at all; the keys tell for certain.
bool may_give(const Place& p, Kind kind) {
    const Matter* m = find_matter(*p.pack, p.matter);
    if (kind == Kind::meeting) return m ? !m->steps.empty() || find_body(*p.pack, p.matter) : true;
    if (kind == Kind::difference) return true;
    if (!m || (!m->regulated && kind != Kind::unsaid)) return false;
    switch (kind) {
        case Kind::prerequisite: return !m->prerequisites.empty();
        case Kind::due:
        case Kind::latest_start:
        case Kind::silence: return !m->limits.empty();
        case Kind::allowed: return !m->prohibitions.empty();
        case Kind::decisive_fact: return !m->steps.empty() && !m->facts.empty();
        case Kind::who_signs:
        case Kind::who_reviews:
        case Kind::order:
        case Kind::missing:
        case Kind::wrong_step: return !m->steps.empty();
        case Kind::meeting:
        case Kind::clause:
        case Kind::difference:
        case Kind::unsaid: return true;
    }
    return true;
}

class Drawing {
  public:
    Drawing(const Ground& ground, const Wish& wish) : ground_(ground), wish_(wish), random_(wish.seed) {
        for (const Pack* pack : ground.packs) {
            for (const std::string& id : matters_of(*pack)) {
                const NamedMatter* shared = find_named(ground.catalogue->matters, id);
                const bool wanted = (wish.matters.empty() || wish.matters.count(id)) && (wish.topics.empty() || (shared && wish.topics.count(shared->topic)));
                if (wanted) places_.push_back({pack, id});
            }
        }
        kinds_ = wish.kinds;
        for (int k = 0; kinds_.size() < kKinds && wish.kinds.empty(); ++k) kinds_.push_back(static_cast<Kind>(k));
        random_.shuffle(kinds_);
    }

    std::vector<Question> run() {
        std::size_t dry = 0;  // kinds in a row that gave nothing
        for (std::size_t turn = 0; out_.size() < wish_.n && dry < kinds_.size(); ++turn) dry = one(kinds_[turn % kinds_.size()]) ? 0 : dry + 1;
        return std::move(out_);
    }

  private:
    // What asks for a word and not for a day stands back nine times in ten, unless there is nothing else.
    bool one(Kind kind) {
        std::vector<Place*> fit;
        for (Place& p : places_) {
            if (may_give(p, kind)) fit.push_back(&p);
        }
        if (wish_.even) return one_evenly(kind, std::move(fit));
        const bool words = random_.below(10) == 0;
        return one_at_random(kind, fit, words) || (!words && one_at_random(kind, std::move(fit), true));
    }

    bool one_at_random(Kind kind, std::vector<Place*> fit, bool words) {
        for (int i = 0; i < kTries && !fit.empty();) {
            const std::size_t at = random_.below(fit.size());
            const std::vector<Key>& keys = keys_at(*fit[at], kind);
            if (std::none_of(keys.begin(), keys.end(), [&](const Key& k) { return words || !asks_for_a_word(k); })) {
                fit.erase(fit.begin() + static_cast<std::ptrdiff_t>(at));
                continue;
            }
            ++i;
            const Key& key = keys[random_.below(keys.size())];
            if (!words && asks_for_a_word(key)) continue;
            auto q = make(ground_, key, random_.next() % kSeeds);
            if (!q || !ids_.insert(q->id).second) continue;
            out_.push_back(std::move(*q));
            return true;
        }
        return false;
    }

    // The place whose turn it is, and whatever it has left; if that is nothing, the next one.
    bool one_evenly(Kind kind, std::vector<Place*> fit) {
        if (one_of(kind, fit, random_.below(10) == 0)) return true;
        return one_of(kind, std::move(fit), true);
    }
    bool one_of(Kind kind, std::vector<Place*> fit, bool words) {
        while (!fit.empty()) {
            const std::size_t at = next(fit);
            if (auto q = unasked(keys_at(*fit[at], kind), words)) {
                out_.push_back(std::move(*q));
                ++fit[at]->asked;
                ++asked_[fit[at]->pack];
                return true;
            }
            fit.erase(fit.begin() + static_cast<std::ptrdiff_t>(at));
        }
        return false;
    }

    std::optional<Question> unasked(const std::vector<Key>& keys, bool words) {
        const std::size_t from = keys.empty() ? 0 : random_.below(keys.size());
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const Key& key = keys[(from + i) % keys.size()];
            if ((asks_for_a_word(key) && !words) || !ids_.insert(id_of(ground_, key, {})).second) continue;
            if (auto q = make(ground_, key, random_.next() % kSeeds)) return q;
        }
        return std::nullopt;
    }

    std::size_t next(const std::vector<Place*>& fit) {
        std::vector<std::size_t> least;
        for (std::size_t i = 0; i < fit.size(); ++i) {
            const auto load = [&](std::size_t k) { return std::tuple(fit[k]->asked >= kOften, asked_[fit[k]->pack], fit[k]->asked); };
            if (!least.empty() && load(i) < load(least.front())) least.clear();
            if (least.empty() || load(i) == load(least.front())) least.push_back(i);
        }
        return least[random_.below(least.size())];
    }

    const std::vector<Key>& keys_at(const Place& p, Kind kind) {
        const auto [at, fresh] = keys_.try_emplace({p.pack->id, p.matter, kind});
        if (fresh) at->second = keys_of(ground_, p.pack->id, p.matter, kind);
        return at->second;
    }

    const Ground& ground_;
    const Wish& wish_;
    Random random_;
    std::vector<Place> places_;
    std::vector<Kind> kinds_;
    std::map<std::tuple<std::string, std::string, Kind>, std::vector<Key>> keys_;
    std::map<const Pack*, std::size_t> asked_;
    std::set<std::string> ids_;
    std::vector<Question> out_;
};

}  // namespace

std::vector<Question> draw(const Ground& ground, const Wish& wish) { return Drawing(ground, wish).run(); }

}  // namespace signroute::quiz
