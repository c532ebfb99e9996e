// The whole text as a picture: what became of each clause, or, once a text was audited, of each sentence.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "shell/session/session.h"

namespace signroute {

enum class ClauseState { encoded, judgement, principle, out_of_scope, wrong };  // wrong: pack and text differ
inline constexpr std::size_t kClauseStates = 5;

ClauseState state_of(AccountStatus status);

struct MappedArticle {
    Clause clause;
    std::vector<ClauseState> parts;  // never empty
};

struct StatuteMap {
    std::vector<MappedArticle> articles;  // of all documents, in reading order; none is left out
    std::array<int, kClauseStates> counts{};
    bool by_sentence = false;
};
// `audit`: of the text, or null.
StatuteMap statute_map(const Rules& rules, const TextAudit* audit);

// The audit of this text, if it was asked for.
const TextAudit* audit_of(const Session& session, const Rules& rules);

}  // namespace signroute
