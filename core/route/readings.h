// Which open readings of the text arise in a situation, and every way to read them together.
#pragma once

#include <string>
#include <vector>

#include "core/route/route.h"

namespace signroute {

// A place of one matter that bears more than one reading, in a situation that brings it up.
struct ArisingReading {
    std::string matter;
    const OpenReading* question = nullptr;
};

// In the order of the matters and of their rules.
std::vector<ArisingReading> readings_arising(const Rules& rules, const Case& situation);

// Every combination of readings beside `settled`, the first reading first; one choice where nothing arises. Beyond the most
// that is shown the rest stays open.
std::vector<Choice> choices_among(const std::vector<ArisingReading>& arising, const Choice& settled = {});

// Whether no question is read in two ways by them; a question that only one of them reads is no disagreement.
bool agree(const Choice& a, const Choice& b);

}  // namespace signroute
