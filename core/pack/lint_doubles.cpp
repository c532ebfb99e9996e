// The same said twice of one matter or body: two elements that differ in nothing but their ids.
#include <tuple>

#include "core/pack/lint_matter.h"

namespace signroute::linting {

namespace {

using Ref = Diagram::Ref;

bool same(const Note& a, const Note& b) { return a.say == b.say; }

bool same(const Silent& a, const Silent& b) { return a.about == b.about && a.aspect == b.aspect; }

bool same(const BodyEntry& a, const BodyEntry& b) {
    const auto parts = [](const BodyEntry& e) {
        return std::tie(e.attribute, e.role, e.roles, e.status, e.topics, e.n, e.n_max, e.per, e.numerator, e.denominator,
                        e.exclusive, e.judgement, e.strength);
    };
    return a.attribute != "scope" && parts(a) == parts(b);  // of two lists with one topic lint_entries tells
}

class DoubleCheck {
  public:
    explicit DoubleCheck(MatterLint& m) : m_(m) {}

    template <class Rule>
    void among(const std::vector<Part>& parts, const std::vector<Rule>& rules) {
        for (std::size_t b = 0; b < parts.size(); ++b) {
            for (std::size_t a = 0; a < b; ++a) {
                if (same(rules[a], rules[b]))
                    tell(parts[a], parts[b], m_.diagram().both(parts[a].applies, parts[b].applies));
            }
        }
    }

    // Two prohibitions of the same, however they put it.
    void prohibitions() {
        for (std::size_t b = 0; b < m_.breaches.size(); ++b) {
            for (std::size_t a = 0; a < b; ++a) {
                if (m_.breaches[a] == m_.breaches[b] &&
                    m_.matter.prohibitions[a].strength == m_.matter.prohibitions[b].strength)
                    tell(m_.prohibitions[a], m_.prohibitions[b], m_.breaches[b]);
            }
        }
    }

  private:
    void tell(const Part& a, const Part& b, Ref both) {
        if (both == Diagram::no) return;
        m_.add(Severity::warning, "duplicate_element", &b, "与" + a.label + "相同，同时成立。", both,
               {&a.element->when, &b.element->when});
    }

    MatterLint& m_;
};

}  // namespace

void lint_doubles(MatterLint& m) {
    DoubleCheck check(m);
    check.among(m.notes, m.matter.notes);
    check.among(m.silent, m.matter.silent);
    check.prohibitions();
    if (!m.body) return;
    check.among(m.entries, m.body->entries);
    check.among(m.body_silent, m.body->silent);
}

}  // namespace signroute::linting
