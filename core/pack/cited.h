// From a clause to everything that the pack takes from it.
#pragma once

#include <string>
#include <vector>

#include "core/pack/pack.h"

namespace signroute {

// One element in words. `kind`: step, prerequisite, prohibition, cap, limit, silent, note, question, body, role,
// applies_to, account. `of`: id of the matter or body that it belongs to, "" for the pack itself.
struct Cited {
    std::string kind;
    std::string of;
    std::string id;
    std::string say;
    std::vector<Clause> clauses;
};

// Every element that cites `place`, a part of it or a whole that it is part of; in the pack's order. An account says why
// nothing is taken, so it is there only where nothing is; those of figures are the audit's.
std::vector<Cited> cited_at(const Pack& pack, const Catalogue& catalogue, const Clause& place);

// How an article is dealt with: encoded where some element cites it, otherwise as its account says.
AccountStatus status_of_article(const Pack& pack, const Catalogue& catalogue, const Clause& article);

}  // namespace signroute
