// Which open question leaves the fewest answers, counted over every way to answer all of them.
#include <algorithm>
#include <set>

#include "core/why/inquiry.h"

namespace signroute::explaining {

namespace {

constexpr std::size_t kMostCompletions = 2048, kMostOfVerdict = 256;  // a verdict takes longer to work out

class Counting {
  public:
    explicit Counting(const Inquiry& q) : q_(q) {
        const std::vector<Statable> waits = open_in(q.answer());
        for (const Askable& a : q.askables) {
            if (std::find(waits.begin(), waits.end(), a.what) != waits.end()) open_.push_back(&a);
        }
        for (const Askable* a : open_) ways_ = a->values.empty() ? kMostCompletions + 1 : std::min(ways_ * a->values.size(), kMostCompletions + 1);
    }

    std::optional<NextQuestion> run() {
        if (open_.empty()) return std::nullopt;
        if (ways_ > (q_.about.kind == AboutKind::verdict ? kMostOfVerdict : kMostCompletions)) return most_waited_for();
        for (std::size_t n = 0; n < ways_; ++n) answer_of_.push_back(answer_of(n));
        std::optional<NextQuestion> best;
        for (std::size_t i = 0; i < open_.size(); ++i) {
            NextQuestion one{open_[i]->what, answers_.size(), left_after(i)};
            if (!best || fewer(one, *best)) best = std::move(one);
        }
        return best;
    }

  private:
    static bool fewer(const NextQuestion& a, const NextQuestion& b) { return a.left.first * b.left.second < b.left.first * a.left.second; }

    // The value of the i-th open question in the n-th way to answer all.
    std::size_t value_of(std::size_t n, std::size_t i) const {
        for (std::size_t before = 0; before < i; ++before) n /= open_[before]->values.size();
        return n % open_[i]->values.size();
    }

    std::size_t answer_of(std::size_t n) {
        Case in = q_.situation;
        for (std::size_t i = 0; i < open_.size(); ++i) state(in, open_[i]->what, open_[i]->values[value_of(n, i)]);
        Told one = q_.tell(in, q_.general());
        const auto at = std::find(answers_.begin(), answers_.end(), one);
        if (at != answers_.end()) return static_cast<std::size_t>(at - answers_.begin());
        answers_.push_back(std::move(one));
        return answers_.size() - 1;
    }

    std::pair<std::size_t, std::size_t> left_after(std::size_t i) const {
        std::set<std::pair<std::size_t, std::size_t>> value_and_answer;
        for (std::size_t n = 0; n < ways_; ++n) value_and_answer.insert({value_of(n, i), answer_of_[n]});
        return {value_and_answer.size(), open_[i]->values.size()};
    }

    // Too many ways to count: what most of the answer waits for.
    NextQuestion most_waited_for() const {
        const Told& t = q_.answer();
        std::size_t most = 0;
        const Askable* best = open_.front();
        for (const Askable* a : open_) {
            std::size_t n = 0;
            const auto count = [&](const auto& list) {
                for (const auto& e : list) n += std::find(e.open.begin(), e.open.end(), a->what) != e.open.end();
            };
            count(t.matters), count(t.steps), count(t.rules);
            if (n > most) most = n, best = a;
        }
        return {best->what};
    }

    const Inquiry& q_;
    std::vector<const Askable*> open_;
    std::size_t ways_ = 1;
    std::vector<Told> answers_;
    std::vector<std::size_t> answer_of_;
};

}  // namespace

std::optional<NextQuestion> next_question(const Inquiry& inquiry) { return Counting(inquiry).run(); }

}  // namespace signroute::explaining
