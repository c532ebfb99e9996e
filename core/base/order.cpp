#include "core/base/order.h"

#include <algorithm>
#include <numeric>

namespace signroute {

std::vector<std::size_t> order_of(std::size_t n, const std::function<bool(std::size_t, std::size_t)>& less) {
    std::vector<std::size_t> out(n);
    std::iota(out.begin(), out.end(), std::size_t{0});
    std::stable_sort(out.begin(), out.end(), less);
    return out;
}

}  // namespace signroute
