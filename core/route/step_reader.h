// One step as it was written: who, what, to whom. Private to plan_from_text.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/route/lookup.h"

namespace signroute::written {

using View = std::string_view;

inline bool starts(View text, View part) { return text.substr(0, part.size()) == part; }
inline bool ends(View text, View part) { return text.size() > part.size() && text.substr(text.size() - part.size()) == part; }
inline bool complete(const PlannedStep& s) { return !s.role.empty() && !s.action.empty(); }
inline int known(const PlannedStep& s) { return (s.role.empty() ? 0 : 2) + (s.action.empty() ? 0 : 1); }

inline constexpr View kBetweenNames[] = {"、", "以及", "及", "和", "与", "或者", "或", "并"};
// What stands before an act and makes no other of it.
inline constexpr View kFillers[] = {"：", ":", "同志", "进行", "予以", "负责", "依法", "最终", "直接", "统一", "组织", "充分", "认真", "及时", "向社会", "公开"};

// The parts between any of the separators, trimmed, without empty ones. What stands in brackets stays whole if `brackets`.
std::vector<std::string> split(View text, std::span<const View> separators, bool brackets = false);

class StepReader {
  public:
    explicit StepReader(const Rules& rules) : rules_(rules) {}

    PlannedStep one(const std::string& text) const;  // by whichever of its forms says most
    PlannedStep step(View text) const;
    PlannedStep sent(View text) const;
    PlannedStep toward(View text) const;
    PlannedStep with_object(View text) const;
    std::vector<PlannedStep> relayed(View text) const;
    std::vector<PlannedStep> asking_all(View text) const;
    PlannedStep on_behalf(View text) const;
    PlannedStep together(View text) const;
    PlannedStep direct(View text) const;
    std::vector<PlannedStep> listed(View text) const;
    std::vector<PlannedStep> row(View text) const;

    using Form = PlannedStep (StepReader::*)(View) const;

  private:
    void to_public(PlannedStep& step) const;
    PlannedStep exactly(const std::string& text) const;
    bool mentions_more(View text) const;
    PlannedStep plain(View text) const;
    PlannedStep remarked(View text) const;
    PlannedStep in_parts(View text) const;
    PlannedStep handed(View text) const;
    PlannedStep asking(View text) const;
    PlannedStep with_actor(View text) const;
    std::string act_of(View words) const;

    const Rules& rules_;
};

}  // namespace signroute::written
