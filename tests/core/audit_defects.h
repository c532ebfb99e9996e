// Defects against its text, put into a pack one at a time wherever they fit.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/pack/pack.h"

namespace signroute::test {

struct TextDefect {
    std::string kind, where;
    std::function<void(Pack&)> change;
    // Makes a pack with nothing but the changed element, in the same place; the same for all defects of one element,
    // null where what it says of the text depends on more than the element.
    std::shared_ptr<const std::function<Pack()>> alone;
    bool dropped = false;  // then only a total tells, by itself
};

std::vector<TextDefect> text_defects(const Pack& pack);

}  // namespace signroute::test
