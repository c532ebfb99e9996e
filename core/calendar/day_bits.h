// A long row of bits that counts and finds its ones in constant time (rank and select), with a tail that repeats for
// ever.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace signroute {

class DayBits {
  public:
    DayBits() = default;
    // `size` zeros; the last `period` of them stand for every further stretch of that length. 0 < period <= size.
    DayBits(std::int64_t size, std::int64_t period);

    // Changes need index() again before rank and select.
    void set(std::int64_t at, bool value);
    void index();

    bool operator[](std::int64_t at) const;    // at >= 0, without end
    std::int64_t rank(std::int64_t at) const;  // ones in [0, at)
    // The place of the k-th one, counted from 0; nullopt if k < 0 or there are never so many.
    std::optional<std::int64_t> select(std::int64_t k) const;

  private:
    std::int64_t fold(std::int64_t at) const;
    std::int64_t stored_rank(std::int64_t at) const;
    std::int64_t stored_select(std::int64_t k) const;

    std::int64_t size_ = 0, period_ = 0;
    std::int64_t ones_ = 0, ones_before_tail_ = 0;
    std::vector<std::uint64_t> words_;
    std::vector<std::uint32_t> before_word_;  // ones before each word
    std::vector<std::uint32_t> samples_;      // place of every kSample-th one
    std::vector<std::int32_t> far_;           // per sample: where its ones are listed in far_places_, or -1
    std::vector<std::uint32_t> far_places_;   // for samples whose ones lie too far apart to be scanned
};

}  // namespace signroute
