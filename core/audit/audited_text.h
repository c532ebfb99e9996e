// The official text as the audit sees it: every sentence folded, with what can be claimed of it. Private to core/audit.
#pragma once

#include <optional>

#include "core/audit/vocabulary.h"
#include "core/statute/figures.h"
#include "core/statute/modality.h"
#include "core/statute/statute.h"

namespace signroute {

struct Stretch {
    std::size_t begin = 0, end = 0;  // bytes of the folded sentence
    bool holds(std::size_t at) const { return begin <= at && at < end; }
};

struct AuditedSentence {
    Clause clause;
    std::string text;               // folded, without the article's or item's number
    std::vector<Stretch> segments;  // its parts at ；
    std::vector<Stretch> rules;     // parts of segments that one modal word governs; a segment without one is one part
    std::vector<Stretch> parts;     // its parts at commas
    std::vector<ModalWord> modals;
    std::vector<Figure> figures;
    std::vector<Mention> roles;       // longest names, and the units and wider roles within them
    std::vector<Mention> actions;     // longest names outside those of roles
    std::optional<std::size_t> lead;  // of an item: the sentence that introduces the items
    bool names(const std::string& role) const;
};

struct AuditedText {
    Statute statute;  // documents named as in the pack
    std::vector<AuditedSentence> sentences;
    int named = 0;  // how many documents got a name

    // Indexes of the sentences that `cited` means; a sentence of a paragraph is none of its items.
    std::vector<std::size_t> at(const Clause& cited) const;
    bool has(const Clause& cited) const;
};

// How a part of a sentence may be taken to bind.
struct Forces {
    bool must = false, should = false, may = false;
    bool any() const { return must || should || may; }
    void add(const Forces& more);
};

// The modal words of a part at commas; 一般 before a binding word weakens it. A part without one binds, and may share
// the word of another part of its segment: it leads in to the next, or goes on from the last. 原则上 reaches on.
Forces forces_in(const AuditedSentence& sentence, Stretch part);

AuditedText audited_text(const Rules& rules, const Vocabulary& words, Statute statute);

// True if the role may be who acts in this mention of an action: the nearest role named before it in its segment, or
// one named before it that no preposition makes an object.
bool may_act(const AuditedSentence& sentence, const std::string& role, const Mention& action);

// True if a preposition stands before the mention, or before the roles named in one breath with it: 经, 由, 报, 请, 向
// …
bool is_marked(const AuditedSentence& sentence, const Mention& role);
bool is_agent(const AuditedSentence& sentence, const Mention& role);      // 经 or 由
bool is_addressed(const AuditedSentence& sentence, const Mention& role);  // 向, 对, 与

// True if the role is named in the segment, or as a subject before it.
bool names_within(const AuditedSentence& sentence, const std::string& role, Stretch segment);

}  // namespace signroute
