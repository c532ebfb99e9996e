#include "core/findings/side_by_side.h"

namespace signroute {

namespace {

constexpr int kOwn = -1;  // no stage: a column of its own

int stage_of(const Stages& stages, const RouteStep& step) {
    for (std::size_t s = 0; s < stages.stages.size(); ++s) {
        for (const RouteStep* r : stages.stages[s].steps) {
            if (r == &step) return static_cast<int>(s);
        }
    }
    return kOwn;
}

// Keeps the longest row of stages that never goes back; the others become kOwn.
void keep_in_order(std::vector<int>& stages) {
    std::vector<int> length(stages.size(), 0), before(stages.size(), kOwn);
    int last = kOwn;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (stages[i] == kOwn) continue;
        length[i] = 1;
        for (std::size_t j = 0; j < i; ++j) {
            if (stages[j] != kOwn && stages[j] <= stages[i] && length[j] >= length[i]) length[i] = length[j] + 1, before[i] = static_cast<int>(j);
        }
        if (last == kOwn || length[i] > length[static_cast<std::size_t>(last)]) last = static_cast<int>(i);
    }
    std::vector<bool> kept(stages.size(), false);
    for (; last != kOwn; last = before[static_cast<std::size_t>(last)]) kept[static_cast<std::size_t>(last)] = true;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (!kept[i]) stages[i] = kOwn;
    }
}

template <class Says>
const Finding* worst(const Findings& findings, const Says& says) {
    const Finding* out = nullptr;
    for (const Finding& f : findings.list) {
        if (says(f) && f.severity != Severity::note && (!out || f.severity < out->severity)) out = &f;
    }
    return out;
}

}  // namespace

std::vector<LaidColumn> side_by_side(const Stages& stages, const Route& route, const Alignment& alignment) {
    std::vector<int> at;
    for (const int s : alignment.step_of) at.push_back(s == kNoStep ? kOwn : stage_of(stages, route.steps[static_cast<std::size_t>(s)]));
    keep_in_order(at);
    std::vector<LaidColumn> out;
    int drawn = 0, open = kOwn;  // stages that have their column; the one whose column is the last
    const auto draw_until = [&](int end) {
        for (; drawn < end; ++drawn) out.push_back({stages.stages[static_cast<std::size_t>(drawn)].steps, {}}), open = drawn;
    };
    for (std::size_t p = 0; p < at.size(); ++p) {
        draw_until(at[p] + 1);
        if (at[p] == kOwn || at[p] != open) out.emplace_back(), open = kOwn;
        out.back().planned.push_back(static_cast<int>(p));
    }
    draw_until(static_cast<int>(stages.stages.size()));
    return out;
}

const Finding* finding_on_planned(const Findings& findings, int planned) {
    return worst(findings, [&](const Finding& f) { return f.planned == planned; });
}

const Finding* finding_on_missing(const Findings& findings, const std::string& step) {
    return worst(findings, [&](const Finding& f) { return f.planned == kNoStep && f.step == step; });
}

}  // namespace signroute
