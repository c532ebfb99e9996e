// Sorting, with one sorter for all types: every instance of the library's own would be a few kilobytes of the download.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace signroute {

// The places 0 … n-1 in ascending order by `less`; what is equal stays as it was.
std::vector<std::size_t> order_of(std::size_t n, const std::function<bool(std::size_t, std::size_t)>& less);

template <class T, class Less = std::less<T>>
void put_in_order(std::vector<T>& list, Less less = {}) {
    std::vector<T> out;
    out.reserve(list.size());
    for (const std::size_t i : order_of(list.size(), [&](std::size_t a, std::size_t b) { return less(list[a], list[b]); }))
        out.push_back(std::move(list[i]));
    list = std::move(out);
}

}  // namespace signroute
