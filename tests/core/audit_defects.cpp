#include "tests/core/audit_defects.h"

#include <algorithm>
#include <set>

namespace signroute::test {

namespace {

constexpr Strength kStrengthsHeld[] = {Strength::must, Strength::should, Strength::may};

class Collector {
  public:
    explicit Collector(const Pack& pack) : pack_(pack) {
        std::set<std::string> actors;
        for (const Matter& m : pack.matters) {
            for (const StepRule& s : m.steps) actors.insert(s.role);
        }
        actors.erase("");
        actors_.assign(actors.begin(), actors.end());
    }

    std::vector<TextDefect> run() {
        for (std::size_t m = 0; m < pack_.matters.size(); ++m) matter(m);
        for (std::size_t b = 0; b < pack_.bodies.size(); ++b) {
            of_ = pack_.bodies[b].id + "/";
            each(
                "entry", [b](Pack & p) -> auto& { return p.bodies[b].entries; },
                [this](const BodyEntry& e) { entry(e); });
            each(
                "silent", [b](Pack & p) -> auto& { return p.bodies[b].silent; }, [](const Silent&) {});
        }
        of_ = "";
        each(
            "limit", [](Pack & p) -> auto& { return p.limits; }, [this](const TimeLimit& l) { limit(l); });
        each(
            "silent", [](Pack & p) -> auto& { return p.silent; }, [](const Silent&) {});
        each(
            "note", [](Pack & p) -> auto& { return p.notes; }, [](const Note&) {});
        wider(
            "role", [](Pack & p) -> auto& { return p.roles; });
        wider(
            "applies_to", [](Pack & p) -> auto& { return p.applies_to; });
        return std::move(out_);
    }

  private:
    void matter(std::size_t m) {
        of_ = pack_.matters[m].id + "/";
        each(
            "step", [m](Pack & p) -> auto& { return p.matters[m].steps; }, [this](const StepRule& s) { step(s); });
        each(
            "prerequisite", [m](Pack & p) -> auto& { return p.matters[m].prerequisites; },
            [this](const Prerequisite& q) {
                role(
                    "role of prerequisite", q.by, [](auto& c) -> auto& { return c.by; }, q);
            });
        each(
            "prohibition", [m](Pack & p) -> auto& { return p.matters[m].prohibitions; }, [](const Prohibition&) {});
        each(
            "cap", [m](Pack & p) -> auto& { return p.matters[m].caps; }, [this](const Cap& c) { cap(c); });
        each(
            "note", [m](Pack & p) -> auto& { return p.matters[m].notes; }, [](const Note&) {});
        each(
            "question", [m](Pack & p) -> auto& { return p.matters[m].readings; }, [](const OpenReading&) {});
        each(
            "silent", [m](Pack & p) -> auto& { return p.matters[m].silent; }, [](const Silent&) {});
        const auto used = [m](Pack & p) -> auto& { return p.matters[m].limits; };
        for (std::size_t i = 0; i < pack_.matters[m].limits.size(); ++i) drop("used limit", used, i);
    }

    // Every element of one list: struck, its clauses shifted, its strength altered, and what `more` does.
    template <class ListOf, class More>
    void each(const char* kind, const ListOf& list_of, const More& more) {
        auto& list = list_of(const_cast<Pack&>(pack_));  // only read
        for (std::size_t i = 0; i < list.size(); ++i) {
            drop(kind, list_of, i);
            alone_ = lone(list_of, i);
            where_ = of_ + list[i].id;
            in_place_ = [list_of, i](Pack& p) -> void* { return &list_of(p)[i]; };
            shift<std::decay_t<decltype(list[i])>>(kind, list[i].clauses);
            using Rule = std::decay_t<decltype(list[i])>;
            if (std::string(kind) != "note" && std::string(kind) != "silent" && std::string(kind) != "question")
                strength<Rule>(list[i]);
            more(list[i]);
        }
    }

    // Roles and the scope: what they say of the text is looked for in all of it.
    template <class ListOf>
    void wider(const char* kind, const ListOf& list_of) {
        auto& list = list_of(const_cast<Pack&>(pack_));
        for (std::size_t i = 0; i < list.size(); ++i) {
            drop(kind, list_of, i);
            alone_ = nullptr;
            where_ = kind;
            in_place_ = [list_of, i](Pack& p) -> void* { return &list_of(p)[i]; };
            shift<std::decay_t<decltype(list[i])>>(kind, list[i].clauses);
        }
    }

    template <class ListOf>
    void drop(const char* kind, const ListOf& list_of, std::size_t i) {
        out_.push_back({std::string("drop ") + kind, std::to_string(i),
                        [list_of, i](Pack& p) {
                            auto& list = list_of(p);
                            list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
                        },
                        lone(list_of, i), true});
    }

    // Nothing but the element, and what every audit needs.
    template <class ListOf>
    std::shared_ptr<const std::function<Pack()>> lone(const ListOf& list_of, std::size_t i) {
        return std::make_shared<const std::function<Pack()>>([list_of, i, &pack = pack_] {
            Pack out;
            out.id = pack.id;
            out.documents = pack.documents;
            out.matters.resize(pack.matters.size());
            for (std::size_t k = 0; k < pack.matters.size(); ++k) out.matters[k].id = pack.matters[k].id;
            out.bodies.resize(pack.bodies.size());
            for (std::size_t k = 0; k < pack.bodies.size(); ++k) out.bodies[k].id = pack.bodies[k].id;
            auto& list = list_of(out);
            list.resize(i + 1);
            list[i] = list_of(const_cast<Pack&>(pack))[i];
            return out;
        });
    }

    template <class Rule>
    void put(const std::string& kind, const std::string& what, std::function<void(Rule&)> change) {
        out_.push_back({kind, where_ + what, [at = in_place_, change](Pack& p) { change(*static_cast<Rule*>(at(p))); },
                        alone_, false});
    }

    template <class Rule>
    void shift(const char* kind, const std::vector<Clause>& clauses) {
        if (std::none_of(clauses.begin(), clauses.end(), [](const Clause& c) { return c.article > 0; })) return;
        for (const int by : {-1, 1}) {
            put<Rule>(std::string("clause of ") + kind, by > 0 ? "+1" : "-1", [by](Rule& r) {
                for (Clause& c : r.clauses) c.article += c.article > 0 ? by : 0;
            });
        }
    }

    template <class Rule>
    void strength(const Rule& rule) {
        if (rule.strength == Strength::unclear) return;
        for (const Strength other : kStrengthsHeld) {
            if (other != rule.strength)
                put<Rule>("strength", std::to_string(static_cast<int>(other)),
                          [other](Rule& r) { r.strength = other; });
        }
    }

    // By every other that acts in the pack.
    template <class Rule, class Field>
    void role(const char* kind, const std::string& mine, const Field& field, const Rule&) {
        if (mine.empty()) return;
        for (const std::string& other : actors_) {
            if (other != mine) put<Rule>(kind, ">" + other, [field, other](Rule& r) { field(r) = other; });
        }
    }

    template <class Rule>
    void figure(const std::string& what, std::function<void(Rule&, int)> change) {
        for (const int by : {-1, 1}) put<Rule>("figure", what, [change, by](Rule& r) { change(r, by); });
    }

    void step(const StepRule& s) {
        role(
            "role of step", s.role, [](auto& c) -> auto& { return c.role; }, s);
        role(
            "addressee", s.to, [](auto& c) -> auto& { return c.to; }, s);
    }

    void cap(const Cap& c) {
        if (c.at_most) figure<Cap>("at_most", [](Cap& r, int by) { *r.at_most += by; });
        if (c.at_least) figure<Cap>("at_least", [](Cap& r, int by) { *r.at_least += by; });
        for (const char* unit : {"character", "time", "copy", "day"}) {
            if (c.unit != unit) put<Cap>("unit", unit, [unit](Cap& r) { r.unit = unit; });
        }
    }

    void limit(const TimeLimit& l) {
        role(
            "role of limit", l.by, [](auto& c) -> auto& { return c.by; }, l);
        if (l.n) figure<TimeLimit>("n", [](TimeLimit& r, int by) { *r.n += by; });
        if (l.day_of_month) figure<TimeLimit>("day_of_month", [](TimeLimit& r, int by) { *r.day_of_month += by; });
        if (!l.n) return;
        for (const auto unit :
             {DeadlineUnit::working_day, DeadlineUnit::calendar_day, DeadlineUnit::month, DeadlineUnit::year}) {
            if (l.unit_open && unit == DeadlineUnit::calendar_day) continue;  // 日, as the text says
            if (l.unit_open || unit != l.unit)
                put<TimeLimit>("unit", std::to_string(static_cast<int>(unit)), [unit](TimeLimit& r) {
                    r.unit = unit;
                    r.unit_open = false;
                });
        }
    }

    void entry(const BodyEntry& e) {
        role(
            "role of entry", e.role, [](auto& c) -> auto& { return c.role; }, e);
        for (std::size_t i = 0; i < e.roles.size(); ++i)
            role(
                "role of entry", e.roles[i], [i](auto& c) -> auto& { return c.roles[i]; }, e);
        if (e.n) figure<BodyEntry>("n", [](BodyEntry& r, int by) { *r.n += by; });
        if (e.n_max) figure<BodyEntry>("n_max", [](BodyEntry& r, int by) { *r.n_max += by; });
        if (e.attribute != "quorum") return;
        figure<BodyEntry>("numerator", [](BodyEntry& r, int by) { r.numerator += by; });
        figure<BodyEntry>("denominator", [](BodyEntry& r, int by) { r.denominator += by; });
    }

    const Pack& pack_;
    std::vector<std::string> actors_;
    std::vector<TextDefect> out_;
    std::shared_ptr<const std::function<Pack()>> alone_;
    std::string of_, where_;
    std::function<void*(Pack&)> in_place_;
};

}  // namespace

std::vector<TextDefect> text_defects(const Pack& pack) { return Collector(pack).run(); }

}  // namespace signroute::test
