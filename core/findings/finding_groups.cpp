#include "core/findings/finding_groups.h"

#include <algorithm>

namespace signroute {

FindingKind kind_of(const Finding& f) {
    switch (f.severity) {
        case Severity::error: return FindingKind::error;
        case Severity::warning: return FindingKind::warning;
        case Severity::note: return FindingKind::note;
        case Severity::ask: break;
    }
    if (f.planned != kNoStep || f.code == FindingCode::too_late || f.code == FindingCode::too_early) return FindingKind::plan;
    if (f.code == FindingCode::needs_judgement && !f.facts.empty()) return FindingKind::judgement;
    if (!f.asks_fact.empty()) return FindingKind::fact;
    if (!f.asks_thing.empty()) return FindingKind::thing;
    if (f.code == FindingCode::not_regulated) return FindingKind::silence;
    if (f.code == FindingCode::two_readings) return FindingKind::reading;
    return FindingKind::plan;
}

std::vector<FindingGroup> grouped(const std::vector<Finding>& list) {
    std::vector<FindingGroup> out;
    for (const Finding& f : list) {
        const FindingKind kind = kind_of(f);
        auto at = std::find_if(out.begin(), out.end(), [&](const FindingGroup& g) { return g.kind >= kind; });
        if (at == out.end() || at->kind != kind) at = out.insert(at, FindingGroup{kind, {}});
        at->findings.push_back(&f);
    }
    return out;
}

}  // namespace signroute
