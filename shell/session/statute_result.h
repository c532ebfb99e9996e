// What the room 条文 shows: the official text, if anybody gave it, and the place that is open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/statute/statute.h"
#include "shell/session/session.h"

namespace signroute {

struct StatuteResult {
    std::optional<Statute> statute;  // of the pack in use, its documents named as the pack names them
    std::string problem;             // why the text could not be read
};
StatuteResult statute_of(const Session& session, const Rules& rules);

// "50", "50.2", "rules:50", "tail" of an address as a clause of the pack; the first article where it is none.
Clause clause_from_place(const Pack& pack, std::string_view place);
std::string place_from_clause(const Pack& pack, const Clause& clause);

}  // namespace signroute
