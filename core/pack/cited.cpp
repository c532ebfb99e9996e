#include "core/pack/cited.h"

#include <algorithm>

namespace signroute {

namespace {

class Collector {
  public:
    Collector(const Catalogue& catalogue, const Clause& place) : catalogue_(catalogue), place_(place) {}

    template <class T>
    void take(const char* kind, const std::string& of, const std::vector<T>& list) {
        for (const T& e : list) add(kind, of, e.id, e.say, e.clauses);
    }
    void add(const char* kind, const std::string& of, const std::string& id, const std::string& say, const std::vector<Clause>& clauses) {
        const bool here = std::any_of(clauses.begin(), clauses.end(), [&](const Clause& c) { return covers(c, place_) || covers(place_, c); });
        if (here) found.push_back({kind, of, id, say, clauses});
    }
    void take_steps(const Matter& m) {
        for (const StepRule& s : m.steps) {
            const NamedRole* role = find_named(catalogue_.roles, s.role);
            const Named* action = find_named(catalogue_.actions, s.action);
            add("step", m.id, s.id, s.say.empty() ? (role ? role->title : "") + (action ? action->title : s.action) : s.say, s.clauses);
        }
    }

    std::vector<Cited> found;

  private:
    const Catalogue& catalogue_;
    const Clause& place_;
};

}  // namespace

std::vector<Cited> cited_at(const Pack& pack, const Catalogue& catalogue, const Clause& place) {
    Collector out(catalogue, place);
    for (const AppliesTo& a : pack.applies_to) out.add("applies_to", "", a.role, a.say, a.clauses);
    for (const RoleRule& r : pack.roles) {
        std::string say = r.say;  // whole sentences, or none
        for (const std::string& power : r.powers) say += (say == r.say ? "" : "；") + power;
        if (!say.empty()) out.add("role", "", r.id, say, r.clauses);
    }
    for (const Body& b : pack.bodies) out.take("body", b.id, b.entries), out.take("silent", b.id, b.silent);
    out.take("limit", "", pack.limits);
    for (const Matter& m : pack.matters) {
        out.take_steps(m);
        out.take("prerequisite", m.id, m.prerequisites);
        out.take("prohibition", m.id, m.prohibitions);
        out.take("cap", m.id, m.caps);
        out.take("silent", m.id, m.silent);
        out.take("note", m.id, m.notes);
        out.take("question", m.id, m.readings);
    }
    out.take("silent", "", pack.silent);
    out.take("note", "", pack.notes);
    // Why a place has no rule, where it has none; why a figure of it needs none is for the audit.
    const bool none = out.found.empty();
    for (const Account& a : pack.accounts) {
        if (none && a.figures.empty()) out.add("account", "", "", a.reason, {a.clause});
    }
    return out.found;
}

AccountStatus status_of_article(const Pack& pack, const Catalogue& catalogue, const Clause& article) {
    const std::vector<Cited> cited = cited_at(pack, catalogue, article);
    const bool encoded = std::any_of(cited.begin(), cited.end(), [](const Cited& c) { return c.kind != "account" && c.kind != "silent"; });
    if (encoded) return AccountStatus::encoded;
    AccountStatus best = AccountStatus::out_of_scope;
    for (const Account& a : pack.accounts) {
        if (covers(article, a.clause) || covers(a.clause, article)) best = std::min(best, a.status);
    }
    return best;
}

}  // namespace signroute
