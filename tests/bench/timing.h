// How long a piece of work takes, however busy the machine is.
#pragma once

#include <algorithm>
#include <cstdint>
#include <ctime>

// Nanoseconds of processor time for one call, the best of nine rounds of enough calls to be measured.
template <class Work>
double nanoseconds(Work work) {
    double least = 1e18;
    std::int64_t calls = 1;
    for (int round = 0; round < 9;) {
        const std::clock_t began = std::clock();
        for (std::int64_t i = 0; i < calls; ++i) work();
        const double spent = 1e9 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
        if (spent < 2e7) {
            calls *= 2;
            continue;
        }
        least = std::min(least, spent / static_cast<double>(calls));
        ++round;
    }
    return least;
}
