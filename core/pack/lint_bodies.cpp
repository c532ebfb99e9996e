// Meetings: two chairs, quorums or frequencies at once, one role as member and as observer, one topic for two bodies.
#include <algorithm>

#include "core/pack/lint_matter.h"

namespace signroute::linting {

namespace {

using Ref = Diagram::Ref;

std::vector<std::string> everyone(const BodyEntry& e) {
    std::vector<std::string> out = e.roles;
    if (!e.role.empty()) out.push_back(e.role);
    return out;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

class EntryCheck {
  public:
    explicit EntryCheck(MatterLint& m) : m_(m), d_(m.diagram()) {}

    void run();

  private:
    const BodyEntry& entry(std::size_t i) const { return m_.body->entries[i]; }
    void alone(std::size_t i);
    void pair(std::size_t a, std::size_t b, Ref both);
    void add(Severity severity, const char* code, std::size_t a, std::size_t b, const std::string& message, Ref where) {
        m_.add(severity, code, &m_.entries[b], "与" + m_.entries[a].label + message, where,
               {&entry(a).when, &entry(b).when});
    }

    MatterLint& m_;
    Diagram& d_;
};

void EntryCheck::alone(std::size_t i) {
    const BodyEntry& e = entry(i);
    const Part* p = &m_.entries[i];
    if (e.n && *e.n < 1) m_.add(Severity::error, "entry_figure", p, "的数字为零或者为负。", p->applies);
    each_part(e.when, [&](const Condition& c) {
        if (c.op == Condition::Op::reading)
            m_.add(Severity::error, "reading_out_of_place", p, "的条件不能取决于口径。", p->applies);
    });
}

void EntryCheck::pair(std::size_t a, std::size_t b, Ref both) {
    const BodyEntry &e = entry(a), &f = entry(b);
    const auto are = [&](const char* one, const char* other) {
        return (e.attribute == one && f.attribute == other) || (e.attribute == other && f.attribute == one);
    };
    if (are("chair", "chair") && everyone(e) != everyone(f) && e.strength == f.strength && e.strength == Strength::must)
        add(Severity::warning, "two_chairs", a, b, "写明不同的主持人，同时成立。", both);
    if (are("chair", "stand_in") && everyone(e) == everyone(f))
        add(Severity::error, "stands_in_for_itself", a, b, "落在同一人：由本人代本人主持。", both);
    if (are("quorum", "quorum") && e.numerator * f.denominator != f.numerator * e.denominator)
        add(Severity::error, "quorums_disagree", a, b, "的法定人数不同，同时成立。", both);
    if (are("frequency", "frequency") && e.per == f.per && e.n && f.n && (*e.n != *f.n || e.n_max != f.n_max) && e.strength == f.strength)
        add(Severity::error, "frequencies_disagree", a, b, "的次数不同，同时成立。", both);
    if (are("member", "attend") && share(everyone(e), everyone(f)))
        add(Severity::warning, "member_and_observer", a, b, "把同一角色既列为组成人员又列为列席人员。", both);
    if (are("scope", "scope") && share(e.topics, f.topics))
        add(Severity::warning, "duplicate_topic", a, b, "列有同一议题类别。", both);
}

void EntryCheck::run() {
    for (std::size_t a = 0; a < m_.entries.size(); ++a) {
        alone(a);
        for (std::size_t b = a + 1; b < m_.entries.size(); ++b) {
            const Ref both = d_.both(m_.entries[a].applies, m_.entries[b].applies);
            if (both != Diagram::no) pair(a, b, both);
        }
    }
}

}  // namespace

void lint_entries(MatterLint& m) {
    if (m.body) EntryCheck(m).run();
}

void lint_bodies(const Rules& rules, LintReport& report) {
    for (const Body& b : rules.pack->bodies) {
        if (b.entries.empty() && b.silent.empty()) {
            const std::string pointer = "/bodies/" + std::to_string(&b - rules.pack->bodies.data());
            report.findings.push_back({Severity::warning,
                                       "empty_body",
                                       "会议“" + b.title + "”没有任何要素，也没有注明原文未规定。",
                                       b.clauses,
                                       find_matter(*rules.pack, b.id) ? b.id : "",
                                       b.id,
                                       pointer,
                                       std::nullopt,
                                       {}});
        }
        for (const Silent& s : b.silent) {
            std::optional<Case> example;
            if (find_matter(*rules.pack, b.id)) example.emplace().matters = {b.id};
            report.silences.push_back({&s, "", b.id, example});
        }
    }
}

}  // namespace signroute::linting
