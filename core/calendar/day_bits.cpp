#include "core/calendar/day_bits.h"

#include <bit>
#include <cassert>

namespace signroute {

namespace {

constexpr std::int64_t kSample = 64;     // a sample for every so many ones
constexpr std::int64_t kScanWords = 16;  // and at most so many words scanned from it

std::int64_t ones(std::uint64_t word) { return std::popcount(word); }

// The place of the k-th one of `word`, which has more than k.
int nth_one(std::uint64_t word, std::int64_t k) {
    for (; k > 0; --k) word &= word - 1;
    return std::countr_zero(word);
}

}  // namespace

DayBits::DayBits(std::int64_t size, std::int64_t period) : size_(size), period_(period) {
    assert(0 < period && period <= size);
    words_.resize(static_cast<std::size_t>(size / 64 + 1));
}

void DayBits::set(std::int64_t at, bool value) {
    assert(0 <= at && at < size_);
    const std::uint64_t bit = std::uint64_t{1} << (at % 64);
    std::uint64_t& word = words_[static_cast<std::size_t>(at / 64)];
    word = value ? word | bit : word & ~bit;
}

void DayBits::index() {
    before_word_.clear();
    samples_.clear();
    far_.clear();
    far_places_.clear();
    ones_ = 0;
    std::vector<std::uint32_t> places;
    for (std::size_t w = 0; w < words_.size(); ++w) {
        before_word_.push_back(static_cast<std::uint32_t>(ones_));
        for (std::uint64_t rest = words_[w]; rest; rest &= rest - 1) {
            places.push_back(static_cast<std::uint32_t>(w * 64) + static_cast<std::uint32_t>(std::countr_zero(rest)));
        }
        ones_ += ones(words_[w]);
    }
    for (std::size_t i = 0; i < places.size(); i += kSample) {
        const std::size_t end = i + kSample < places.size() ? i + kSample : places.size();
        const bool far = places[end - 1] / 64 - places[i] / 64 >= kScanWords;
        samples_.push_back(places[i]);
        far_.push_back(far ? static_cast<std::int32_t>(far_places_.size()) : -1);
        if (far) far_places_.insert(far_places_.end(), places.begin() + i, places.begin() + end);
    }
    ones_before_tail_ = stored_rank(size_ - period_);
}

std::int64_t DayBits::fold(std::int64_t at) const {
    const std::int64_t tail = size_ - period_;
    return at < size_ ? at : tail + (at - tail) % period_;
}

bool DayBits::operator[](std::int64_t at) const {
    assert(at >= 0);
    const std::int64_t i = fold(at);
    return words_[static_cast<std::size_t>(i / 64)] >> (i % 64) & 1;
}

std::int64_t DayBits::stored_rank(std::int64_t at) const {
    const std::size_t word = static_cast<std::size_t>(at / 64);
    const std::uint64_t below = (std::uint64_t{1} << (at % 64)) - 1;
    return before_word_[word] + ones(words_[word] & below);
}

std::int64_t DayBits::rank(std::int64_t at) const {
    assert(at >= 0);
    if (at < size_) return stored_rank(at);
    const std::int64_t tail = size_ - period_;
    return stored_rank(fold(at)) + (at - tail) / period_ * (ones_ - ones_before_tail_);
}

std::int64_t DayBits::stored_select(std::int64_t k) const {
    const std::size_t sample = static_cast<std::size_t>(k / kSample);
    if (far_[sample] >= 0) return far_places_[static_cast<std::size_t>(far_[sample] + k % kSample)];
    std::size_t word = samples_[sample] / 64;
    std::int64_t left = k - before_word_[word];
    for (; ones(words_[word]) <= left; ++word) left -= ones(words_[word]);
    return static_cast<std::int64_t>(word) * 64 + nth_one(words_[word], left);
}

std::optional<std::int64_t> DayBits::select(std::int64_t k) const {
    if (k < 0) return std::nullopt;
    if (k < ones_) return stored_select(k);
    const std::int64_t in_tail = ones_ - ones_before_tail_;
    if (in_tail == 0) return std::nullopt;
    const std::int64_t beyond = k - ones_before_tail_;
    return stored_select(ones_before_tail_ + beyond % in_tail) + beyond / in_tail * period_;
}

}  // namespace signroute
