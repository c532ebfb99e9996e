#include "shell/session/statute_map.h"

#include <algorithm>

#include "core/pack/cited.h"

namespace signroute {

ClauseState state_of(AccountStatus status) {
    switch (status) {
        case AccountStatus::encoded: return ClauseState::encoded;
        case AccountStatus::judgement: return ClauseState::judgement;
        case AccountStatus::principle: return ClauseState::principle;
        case AccountStatus::out_of_scope: return ClauseState::out_of_scope;
    }
    return ClauseState::wrong;
}

namespace {

bool is_wrong(const std::vector<Mismatch>& list, const Clause& sentence) {
    return std::any_of(list.begin(), list.end(), [&](const Mismatch& m) { return covers(m.clause, sentence); });
}

std::vector<Clause> articles_of(const Pack& pack) {
    std::vector<Clause> out;
    for (const PackDocument& d : pack.documents) {
        for (int n = 1; n <= d.articles; ++n) out.push_back({.doc = d.id, .article = n});
        if (d.tail > 0) out.push_back({.doc = d.id, .article = kTail});
    }
    return out;
}

}  // namespace

StatuteMap statute_map(const Rules& rules, const TextAudit* audit) {
    StatuteMap out;
    out.by_sentence = audit && audit->answered && audit->problem.empty();
    for (const Clause& article : articles_of(*rules.pack)) {
        MappedArticle& mapped = out.articles.emplace_back(MappedArticle{article, {}});
        for (std::size_t i = 0; out.by_sentence && i < audit->sentences.size(); ++i) {
            const SentenceStatus& s = audit->sentences[i];
            if (!covers(article, s.clause)) continue;
            mapped.parts.push_back(!s.status || is_wrong(audit->mismatches, s.clause) ? ClauseState::wrong : state_of(*s.status));
        }
        if (mapped.parts.empty()) mapped.parts.push_back(out.by_sentence ? ClauseState::wrong : state_of(status_of_article(*rules.pack, *rules.catalogue, article)));
        for (const ClauseState s : mapped.parts) ++out.counts[static_cast<std::size_t>(s)];
    }
    return out;
}

const TextAudit* audit_of(const Session& session, const Rules& rules) {
    const std::string* text = text_of(session, rules.pack->id);
    const auto& audit = session.audit;
    return text && audit && audit->pack == rules.pack->id && audit->text == *text ? &*audit : nullptr;
}

}  // namespace signroute
