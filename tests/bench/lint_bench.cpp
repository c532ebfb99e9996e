#include "tests/bench/lint_bench.h"

#include <chrono>
#include <cstdio>
#include <filesystem>

#include "core/pack/lint.h"
#include "tests/bench/installed.h"

using namespace signroute;

void print_lint_times() {
    using Clock = std::chrono::steady_clock;
    const std::filesystem::path assets = std::filesystem::path(SIGNROUTE_SOURCE_DIR) / "assets";
    const auto catalogue = catalogue_from_json(text_of(assets / "catalogue.json"));
    if (!catalogue) return;
    double all = 0;
    for (const auto& entry : std::filesystem::directory_iterator(assets / "packs")) {
        const PackRead read = pack_from_json(text_of(entry.path()), *catalogue);
        if (!read.pack) continue;
        const Clock::time_point began = Clock::now();
        const LintReport report = lint({&*catalogue, &*read.pack});
        const double spent = std::chrono::duration<double, std::milli>(Clock::now() - began).count();
        double combinations = 0;
        for (const LintSpan& span : report.spans) combinations += span.combinations;
        std::printf("lint %-20s %8.2f ms, %zu matters, %.0f combinations, %zu findings\n", read.pack->id.c_str(), spent,
                    report.spans.size(), combinations, report.findings.size());
        all += spent;
    }
    std::printf("lint of all packs: %.2f ms\n", all);
}
