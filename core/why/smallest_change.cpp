// Breadth first over the number of changed facts. Facts that leave the answer as it is while they are open are passed
// over together: no value of theirs can alter it. So are those on which it does not rest.
#include <algorithm>
#include <functional>

#include "core/why/inquiry.h"

namespace signroute::explaining {

namespace {

constexpr int kMostChanged = 3;
constexpr std::size_t kMostTried = 4096;

class Search {
  public:
    Search(const Inquiry& q, const std::vector<Statable>& facts) : q_(q), now_(q.situation) {
        for (const Askable& a : q.askables) {
            const auto now = stated(q.situation, a.what);
            if (!now) continue;
            // What the plan shows without being stated bears the answer too.
            const bool bears = std::find(facts.begin(), facts.end(), a.what) != facts.end() || (a.what.fact.empty() && q.situation.has_plan);
            open_.push_back({a.what, *now, nearest_values(a, now), bears});
        }
    }

    std::optional<SmallestChange> run(int& searched) {
        for (searched = 0; searched < kMostChanged; ++searched) {
            if (pick(0, searched + 1)) return found_;
            if (tried_ > kMostTried) break;
        }
        return std::nullopt;
    }

  private:
    struct Stated {
        Statable what;
        FactValue now;
        std::vector<FactValue> values;
        bool bears = false;  // the answer may rest on it
    };

    // A thing that is left open may be shown by the plan: that tells nothing.
    bool while_open_altered() {
        for (const std::size_t i : picked_) {
            if (q_.situation.has_plan && open_[i].what.fact.empty()) return true;
        }
        for (const std::size_t i : picked_) leave_open(now_, open_[i].what);
        return altered();
    }

    bool altered() {
        ++tried_;
        return !q_.same(now_);
    }

    void restore(const Statable& what) {
        leave_open(now_, what);
        const auto fact = q_.situation.facts.find(what.fact);
        if (fact != q_.situation.facts.end()) now_.facts.insert(*fact);
        const auto thing = q_.situation.done.find(what.thing);
        if (thing != q_.situation.done.end()) now_.done.insert(*thing);
    }

    bool pick(std::size_t from, int more) {
        if (more == 0) return try_values();
        for (std::size_t i = from; i < open_.size() && tried_ <= kMostTried; ++i) {
            picked_.push_back(i);
            if (pick(i + 1, more - 1)) return true;
            picked_.pop_back();
        }
        return false;
    }

    bool try_values() {
        if (std::none_of(picked_.begin(), picked_.end(), [&](std::size_t i) { return open_[i].bears; })) return false;
        const bool found = while_open_altered() && assign(0);
        for (const std::size_t i : picked_) restore(open_[i].what);
        return found;
    }

    // Every fact that was picked gets another value than it has.
    bool assign(std::size_t at) {
        if (at == picked_.size()) return altered() && keep();
        const Stated& s = open_[picked_[at]];
        for (const FactValue& value : s.values) {
            if (value == s.now || tried_ > kMostTried) continue;
            state(now_, s.what, value);
            if (assign(at + 1)) return true;
        }
        return false;
    }

    bool keep() {
        SmallestChange out;
        for (const std::size_t i : picked_) out.facts.push_back({open_[i].what, open_[i].now, *stated(now_, open_[i].what)});
        out.becomes = q_.tell(now_, q_.general());
        found_ = std::move(out);
        return true;
    }

    const Inquiry& q_;
    Case now_;  // the situation with what is being tried
    std::vector<Stated> open_;
    std::vector<std::size_t> picked_;
    std::size_t tried_ = 0;
    std::optional<SmallestChange> found_;
};

}  // namespace

std::optional<SmallestChange> smallest_change(const Inquiry& inquiry, const std::vector<Statable>& facts, int& searched) {
    return Search(inquiry, facts).run(searched);
}

}  // namespace signroute::explaining
