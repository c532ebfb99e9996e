#include "core/audit/audited_text.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/statute/marker.h"

namespace signroute {

namespace {

std::vector<Stretch> split(std::string_view text, Stretch whole, char mark) {
    std::vector<Stretch> out;
    std::size_t from = whole.begin;
    for (std::size_t at = whole.begin; at < whole.end; ++at) {
        if (text[at] != mark) continue;
        out.push_back({from, at + 1});
        from = at + 1;
    }
    if (from < whole.end) out.push_back({from, whole.end});
    return out;
}

// A segment cut where a new modal word takes over: before the comma part that holds it.
std::vector<Stretch> rules_in(const AuditedSentence& s, Stretch segment) {
    std::vector<Stretch> out;
    bool governed = false;
    for (const Stretch& part : split(s.text, segment, ',')) {
        const bool modal =
            std::any_of(s.modals.begin(), s.modals.end(), [&](const ModalWord& m) { return part.holds(m.begin); });
        if (out.empty() || (modal && governed)) out.push_back(part);
        out.back().end = part.end;
        governed |= modal;
    }
    return out;
}

bool is_wider(const Rules& rules, const Mention& inner, const Mention& outer) {
    const auto any = [&](const auto& test) {
        return std::any_of(outer.ids.begin(), outer.ids.end(), [&](const std::string& o) {
            const NamedRole* long_one = find_named(rules.catalogue->roles, o);
            return std::any_of(inner.ids.begin(), inner.ids.end(), [&](const std::string& i) {
                const NamedRole* short_one = find_named(rules.catalogue->roles, i);
                return long_one && short_one && test(*long_one, *short_one);
            });
        });
    };
    return any([&](const NamedRole& o, const NamedRole& i) {
        if (std::find(o.is_a.begin(), o.is_a.end(), i.id) != o.is_a.end()) return true;
        if (i.kind != RoleKind::unit) return false;
        if (o.kind == RoleKind::person) return inner.begin == outer.begin;  // 主办部门 in 主办部门主要负责人
        return o.kind == RoleKind::unit && inner.end == outer.end;          // 部门 in 有关部门
    });
}

// The names of roles that count: 副市长 names no 市长, nor does 市长办公会议.
std::vector<Mention> roles_in(const Rules& rules, const Vocabulary& words, std::string_view text) {
    std::vector<Mention> out;
    const std::vector<Mention> all = words.roles.mentions(text);
    for (const Mention& m : all) {
        const bool counts = std::all_of(all.begin(), all.end(), [&](const Mention& o) {
            const bool around = !o.shared && o.begin <= m.begin && m.end <= o.end && o.end - o.begin > m.end - m.begin;
            return !around || is_wider(rules, m, o);
        });
        if (counts) out.push_back(m);
    }
    return out;
}

// A role that a sentence does not name is meant where a term of its entry stands: the host by 主持会议.
void add_described_roles(const Rules& rules, AuditedText& text) {
    for (const RoleRule& r : rules.pack->roles) {
        for (const Clause& c : r.clauses) {
            for (const std::size_t i : text.at(c)) {
                AuditedSentence& s = text.sentences[i];
                if (s.names(r.id)) continue;
                for (const std::string& term : r.terms) {
                    const std::string plain = fold(term);
                    const std::size_t at = s.text.find(plain);
                    if (at != std::string::npos) s.roles.push_back({{r.id}, at, at + plain.size(), true});
                }
                std::stable_sort(s.roles.begin(), s.roles.end(),
                                 [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
            }
        }
    }
}

void find_leads(std::vector<AuditedSentence>& sentences) {
    for (std::size_t i = 0, lead = 0; i < sentences.size(); ++i) {
        if (sentences[i].clause.item == 0) lead = i;
        else sentences[i].lead = lead;
    }
}

AuditedSentence sentence_of(const Rules& rules, const Vocabulary& words, const Statute& statute, const SentencePlace& place) {
    AuditedSentence out;
    out.clause = place.clause;
    out.text = normal_form(statute, place.span).text;
    out.modals = modal_words(out.text);
    out.segments = split(out.text, {0, out.text.size()}, ';');
    for (const Stretch& segment : out.segments) {
        for (const Stretch& rule : rules_in(out, segment)) out.rules.push_back(rule);
    }
    out.figures = figures_in(out.text);
    for (const Stretch& segment : out.segments) {
        for (const Stretch& part : split(out.text, segment, ',')) out.parts.push_back(part);
    }
    out.roles = roles_in(rules, words, out.text);
    for (const Mention& action : words.actions.mentions(out.text)) {
        const bool inside = action.inner || std::any_of(out.roles.begin(), out.roles.end(), [&](const Mention& r) {
                                return r.begin < action.end && action.begin < r.end;
                            });
        if (!inside) out.actions.push_back(action);
    }
    return out;
}

bool ends_with(std::string_view text, std::size_t end, std::string_view word) {
    return end >= word.size() && text.compare(end - word.size(), word.size(), word) == 0;
}

// Roles named in one breath: 副市长、秘书长, 市长或副市长.
bool in_one_breath(const AuditedSentence& s, const Mention& a, const Mention& b) {
    const std::string_view between = std::string_view(s.text).substr(a.end, b.begin - a.end);
    for (const std::string_view link : {"、", "或", "和", "与", "及", "以及", "或者", "、其他", ""}) {
        if (between == link) return true;
    }
    return false;
}

// 通报, 提请, 面向 are words of their own.
std::string_view preposition(const AuditedSentence& s, const Mention& role) {
    for (const std::string_view none : {"通报", "面向", "机会", "社会"}) {
        if (ends_with(s.text, role.begin, none)) return "";
    }
    for (const std::string_view word :
         {"经", "由", "报", "请", "送", "向", "对", "与", "给", "委托", "从", "会", "为", "受"}) {
        if (ends_with(s.text, role.begin, word)) return word;
    }
    return "";
}

// Roles named together, with the preposition before the first: 经 | 副市长、秘书长.
struct Breath {
    Stretch where;
    std::string_view preposition;
};

std::vector<Breath> breaths_in(const AuditedSentence& s) {
    std::vector<Breath> out;
    const Mention* last = nullptr;
    for (const Mention& m : s.roles) {
        if (m.inner && (!last || m.end <= last->end)) continue;
        if (last && m.begin < last->end) {
            out.back().where.end = std::max(out.back().where.end, m.end);
        } else if (last && in_one_breath(s, *last, m)) {
            out.back().where.end = m.end;
        } else {
            out.push_back({{m.begin, m.end}, preposition(s, m)});
        }
        last = &m;
    }
    return out;
}

}  // namespace

bool AuditedSentence::names(const std::string& role) const {
    return std::any_of(roles.begin(), roles.end(), [&](const Mention& m) { return m.names(role); });
}

// The notice stands before all documents and belongs to none, whichever of them the pack names with it.
static Clause of_any_document(Clause cited) {
    if (cited.article == kNotice) cited.doc.clear();
    return cited;
}

std::vector<std::size_t> AuditedText::at(const Clause& wanted) const {
    const Clause cited = of_any_document(wanted);
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const Clause& here = sentences[i].clause;
        if (cited.article != 0 && cited.article != here.article) continue;
        if (!covers(cited, here)) continue;
        if (cited.sentence > 0 && cited.item != here.item) continue;
        out.push_back(i);
    }
    return out;
}

bool AuditedText::has(const Clause& cited) const {
    return span_of(statute, of_any_document(cited)).has_value() && !at(cited).empty();
}

AuditedText audited_text(const Rules& rules, const Vocabulary& words, Statute statute) {
    AuditedText out;
    std::vector<DocumentName> names;
    for (const PackDocument& d : rules.pack->documents) names.push_back({d.id, d.title});
    out.named = name_documents(statute, names);
    for (const SentencePlace& place : sentences(statute)) out.sentences.push_back(sentence_of(rules, words, statute, place));
    out.statute = std::move(statute);
    find_leads(out.sentences);
    add_described_roles(rules, out);
    return out;
}

void Forces::add(const Forces& more) {
    must |= more.must;
    should |= more.should;
    may |= more.may;
}

// 每年不超过1次 binds by itself, whatever word stands in the next part.
static bool sets_bound(const AuditedSentence& s, Stretch part) {
    const std::string_view words = std::string_view(s.text).substr(part.begin, part.end - part.begin);
    return contains(words, "不超过") || contains(words, "不少于");
}

Forces forces_in(const AuditedSentence& s, Stretch part) {
    const auto own = [&](Stretch where) {
        Forces out;
        bool weakened = false;
        for (const ModalWord& m : s.modals) {
            if (!where.holds(m.begin)) continue;
            weakened |= m.force == Force::should;
            out.must |= m.force == Force::must && !weakened;
            out.should |= m.force == Force::should;
            out.may |= m.force == Force::may;
        }
        return out;
    };
    Forces out = own(part), before, after;
    const bool plain = !out.any();
    for (const Stretch& segment : s.segments) {
        if (!segment.holds(part.begin)) continue;
        for (const Stretch& other : s.parts) {
            if (!segment.holds(other.begin)) continue;
            if (other.begin < part.begin && own(other).any()) before = own(other);
            if (other.begin > part.begin && !after.any()) after = own(other);
        }
    }
    const bool condition =
        ends_with(s.text, part.end, "的,") || ends_with(s.text, part.end, "时,") || ends_with(s.text, part.end, "外,");
    if (plain) out.must = sets_bound(s, part) || before.any() || !after.any() || after.must || !(after.should || condition);
    if (plain) out.add(after);
    if (plain || before.should) out.add(before);
    return out;
}

namespace {

bool is_preceded(const AuditedSentence& s, const Mention& role, const std::vector<std::string_view>& words) {
    const std::vector<Breath> breaths = breaths_in(s);
    return std::any_of(breaths.begin(), breaths.end(), [&](const Breath& b) {
        return b.where.holds(role.begin) && std::find(words.begin(), words.end(), b.preposition) != words.end();
    });
}

}  // namespace

bool is_marked(const AuditedSentence& s, const Mention& role) {
    return is_preceded(s, role, {"经", "由", "报", "请", "送", "向", "委托", "会"});
}

bool is_agent(const AuditedSentence& s, const Mention& role) { return is_preceded(s, role, {"经", "由"}); }

bool is_addressed(const AuditedSentence& s, const Mention& role) {
    return is_preceded(s, role, {"向", "对", "与", "给"});
}

bool names_within(const AuditedSentence& s, const std::string& role, Stretch segment) {
    if (std::any_of(s.roles.begin(), s.roles.end(),
                    [&](const Mention& m) { return m.names(role) && m.begin < segment.end && segment.begin < m.end; }))
        return true;
    for (const Breath& breath : breaths_in(s)) {
        if (breath.where.begin >= segment.begin || !breath.preposition.empty()) continue;
        const bool named = std::any_of(s.roles.begin(), s.roles.end(),
                                       [&](const Mention& m) { return breath.where.holds(m.begin) && m.names(role); });
        if (named) return true;
    }
    return false;
}

// Who is spoken to, or on what basis: 由办公室按照领导分工呈批 is the office's act.
static constexpr std::string_view kBeside[] = {"向", "对", "与", "给", "会", "按照", "依照", "根据", "在"};

bool may_act(const AuditedSentence& s, const std::string& role, const Mention& action) {
    const auto segment =
        std::find_if(s.segments.begin(), s.segments.end(), [&](const Stretch& g) { return g.holds(action.begin); });
    const std::vector<Breath> breaths = breaths_in(s);
    bool nearest = true;  // while walking back through the breath next to the action, and past addressees
    for (std::size_t i = breaths.size(); i-- > 0;) {
        const Breath& here = breaths[i];
        if (here.where.begin >= action.begin) continue;
        const bool same_segment = segment != s.segments.end() && here.where.begin >= segment->begin;
        const bool subject = here.preposition.empty();
        const bool named = std::any_of(s.roles.begin(), s.roles.end(),
                                       [&](const Mention& m) { return here.where.holds(m.begin) && m.names(role); });
        if (named && ((nearest && same_segment) || subject)) return true;
        const bool beside = std::any_of(std::begin(kBeside), std::end(kBeside),
                                        [&](std::string_view word) { return ends_with(s.text, here.where.begin, word); });
        if (!beside) nearest = false;
    }
    return false;
}

}  // namespace signroute
