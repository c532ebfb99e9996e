#include <algorithm>

#include "core/findings/finding.h"

namespace signroute {

std::vector<PlannedStep> applied(const Edit& edit, std::vector<PlannedStep> planned) {
    const auto at = [&](std::size_t i) { return planned.begin() + static_cast<std::ptrdiff_t>(std::min(i, planned.size())); };
    switch (edit.op) {
        case Edit::Op::insert: planned.insert(at(edit.at), edit.step); break;
        case Edit::Op::replace:
            if (edit.at < planned.size()) planned[edit.at] = edit.step;
            break;
        case Edit::Op::move:
            if (edit.from < planned.size()) {
                const PlannedStep moved = edit.step.action.empty() ? planned[edit.from] : edit.step;
                planned.erase(at(edit.from));
                planned.insert(at(edit.at > edit.from ? edit.at - 1 : edit.at), moved);
            }
            break;
        case Edit::Op::remove:
            if (edit.at < planned.size()) planned.erase(at(edit.at));
            break;
        case Edit::Op::redate:
            if (edit.at < planned.size()) planned[edit.at].date = edit.date;
            break;
        case Edit::Op::enclose:
        case Edit::Op::perform: break;
    }
    return planned;
}

}  // namespace signroute
