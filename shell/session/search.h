// The search in the bar: matters by title, alias or everyday word, cases by title, clauses by number.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/session/session.h"

namespace signroute {

struct SearchHit {
    std::string title;
    std::string kind;  // 事项, 案卷, 条款
    Place place;
};

// At most `most` hits, the best first: exact titles, then starts, then anything that contains the words.
std::vector<SearchHit> search(const Session& session, const Rules& rules, std::string_view words, std::size_t most = 12);

}  // namespace signroute
