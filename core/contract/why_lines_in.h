// The answer of the verb `why` in lines, read back for whoever shows it.
#pragma once

#include "core/route/route.h"

namespace signroute {

struct WhyLine {
    enum class Kind { text, point, note };
    Kind kind = Kind::text;
    std::string say;  // "" = its clauses alone
    std::vector<Clause> clauses;
};

struct ShownWhy {
    std::vector<WhyLine> lines;
    std::string other;  // the smallest change of facts that alters the answer, in words; "" = none that facts alone make
    Facts changed;      // those facts
};
// Errors: that of the answer where it is one.
Result<ShownWhy> shown_why_in(const Rules& rules, std::string_view answer);

}  // namespace signroute
