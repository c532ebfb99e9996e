// Are the written cases strong enough? One rule of a pack is changed at a time, and some case of its city must notice.
// What nobody notices is printed; equivalent changes count as not noticed too.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/route/lookup.h"
#include "tests/core/calendar_files.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

using Json = nlohmann::json;

constexpr double kLeast = 0.95;

struct Mutant {
    std::string kind, where;
    std::string matter;  // whose cases are run; "" = those of `limit`
    std::string limit;
    std::function<void(Pack&)> change;
};

Condition negated(const Condition& c) {
    Condition out;
    out.op = Condition::Op::negation;
    out.parts.push_back(c);
    return out;
}

template <class T>
T& by_id(std::vector<T>& list, const std::string& id) {
    return *std::find_if(list.begin(), list.end(), [&](const T& e) { return e.id == id; });
}

// The step is gone; what came after it comes after whatever it came after.
void drop_step(Matter& m, std::size_t i) {
    const StepRule gone = m.steps[i];
    m.steps.erase(m.steps.begin() + static_cast<std::ptrdiff_t>(i));
    for (StepRule& s : m.steps) {
        const auto at = std::find(s.after.begin(), s.after.end(), gone.id);
        if (at == s.after.end()) continue;
        s.after.erase(at);
        s.after.insert(s.after.end(), gone.after.begin(), gone.after.end());
    }
    for (Prerequisite& p : m.prerequisites) {
        if (p.before == gone.id) p.before.clear();
    }
}

// Another actor of the same pack: the next one that is neither the same nor a kind of it.
std::string other_role(const Catalogue& catalogue, const std::vector<std::string>& roles, const std::string& role) {
    const std::size_t from = static_cast<std::size_t>(std::find(roles.begin(), roles.end(), role) - roles.begin());
    for (std::size_t i = 1; i < roles.size(); ++i) {
        const std::string& other = roles[(from + i) % roles.size()];
        if (!is_role(catalogue, other, role) && !is_role(catalogue, role, other)) return other;
    }
    return role;
}

class Mutants {
  public:
    Mutants(const Catalogue& catalogue, const Pack& pack) : catalogue_(catalogue), pack_(pack) {
        for (const Matter& m : pack.matters) {
            for (const StepRule& s : m.steps) {
                if (!s.role.empty() && std::find(roles_.begin(), roles_.end(), s.role) == roles_.end()) roles_.push_back(s.role);
            }
        }
    }

    std::vector<Mutant> all() {
        for (const Matter& m : pack_.matters) {
            if (!m.regulated) continue;
            steps(m);
            figures(m);
            conditions(m);
            for (std::size_t i = 0; i < m.prerequisites.size(); ++i) {
                add("drop_prerequisite", m, m.prerequisites[i].id, [i](Matter& c) { c.prerequisites.erase(c.prerequisites.begin() + static_cast<std::ptrdiff_t>(i)); });
            }
        }
        for (const TimeLimit& l : pack_.limits) limit(l);
        for (const Body& b : pack_.bodies) body(b);
        return std::move(out_);
    }

  private:
    void add(const char* kind, const Matter& m, const std::string& element, std::function<void(Matter&)> change) {
        const std::string id = m.id;
        out_.push_back({kind, m.id + "/" + element, m.id, "", [id, change](Pack& p) { change(by_id(p.matters, id)); }});
    }

    void steps(const Matter& m) {
        for (std::size_t i = 0; i < m.steps.size(); ++i) {
            add("drop_step", m, m.steps[i].id, [i](Matter& c) { drop_step(c, i); });
            if (m.steps[i].role.empty()) continue;
            const std::string other = other_role(catalogue_, roles_, m.steps[i].role);
            if (other != m.steps[i].role) add("swap_role", m, m.steps[i].id + ">" + other, [i, other](Matter& c) { c.steps[i].role = other; });
        }
    }

    void figures(const Matter& m) {
        for (std::size_t i = 0; i < m.caps.size(); ++i) {
            for (const int by : {1, -1}) {
                add("figure", m, m.caps[i].id + (by > 0 ? "+1" : "-1"), [i, by](Matter& c) {
                    if (c.caps[i].at_most) *c.caps[i].at_most += by;
                    if (c.caps[i].at_least) *c.caps[i].at_least += by;
                });
            }
        }
    }

    template <class Rule>
    void flips(const Matter& m, std::vector<Rule> Matter::*list) {
        for (std::size_t i = 0; i < (m.*list).size(); ++i) {
            const Rule& r = (m.*list)[i];
            if (r.when.op != Condition::Op::always)
                add("flip_condition", m, r.id, [i, list](Matter& c) { (c.*list)[i].when = negated((c.*list)[i].when); });
        }
    }

    void conditions(const Matter& m) {
        if (m.applies_when.op != Condition::Op::always) add("flip_condition", m, "applies_when", [](Matter& c) { c.applies_when = negated(c.applies_when); });
        flips(m, &Matter::steps);
        flips(m, &Matter::prerequisites);
        flips(m, &Matter::prohibitions);
        flips(m, &Matter::caps);
        for (std::size_t i = 0; i < m.prohibitions.size(); ++i)
            add("flip_condition", m, m.prohibitions[i].id + "/breach", [i](Matter& c) { c.prohibitions[i].breach = negated(c.prohibitions[i].breach); });
    }

    // In the list of the pack and in the matters that use it.
    void limit(const TimeLimit& l) {
        const std::string id = l.id;
        for (const int by : {1, -1}) {
            if (!l.n && !l.day_of_month) continue;
            const auto shift = [by, id](std::vector<TimeLimit>& list) {
                for (TimeLimit& t : list) {
                    if (t.id == id && t.n) *t.n += by;
                    if (t.id == id && t.day_of_month) *t.day_of_month += by;
                }
            };
            out_.push_back({"figure", id + (by > 0 ? "+1" : "-1"), "", id, [shift](Pack& p) {
                                shift(p.limits);
                                for (Matter& m : p.matters) shift(m.limits);
                            }});
        }
    }

    void body(const Body& b) {
        for (std::size_t i = 0; i < b.entries.size(); ++i) {
            const BodyEntry& e = b.entries[i];
            const std::string id = b.id;
            const auto add_entry = [&](const std::string& what, std::function<void(BodyEntry&)> change) {
                out_.push_back({"figure", b.id + "/" + e.id + what, b.id, "", [id, i, change](Pack& p) { change(by_id(p.bodies, id).entries[i]); }});
            };
            for (const int by : {1, -1}) {
                if (e.n && *e.n + by > 0) add_entry(by > 0 ? "+1" : "-1", [by](BodyEntry& c) { *c.n += by; });
            }
            if (e.denominator) add_entry("+1", [](BodyEntry& c) { ++c.denominator; });
        }
    }

    const Catalogue& catalogue_;
    const Pack& pack_;
    std::vector<std::string> roles_;
    std::vector<Mutant> out_;
};

// The cases of one city, by what they ask about.
struct CityCases {
    std::vector<WrittenCase> list;
    std::map<std::string, std::vector<std::size_t>> of_matter, of_limit;
};

CityCases cases_of_city(const Library& library, const Pack& pack, const std::string& city) {
    CityCases out;
    int n = 0;
    const Rules rules{&library.catalogue, &pack};
    for (const std::string& path : case_files()) {
        if (path.find("/" + city + "/") == std::string::npos) continue;
        for (const WrittenCase& c : cases_of(path)) {
            if (kSampled && n++ % kStride) continue;
            if (!c.fault.empty() || !differences(library, c).empty()) continue;  // another test says so
            const std::size_t i = out.list.size();
            out.list.push_back(c);
            const Json request = Json::parse(c.request);
            std::vector<std::string> names;
            if (request.contains("matter") && request["matter"].is_array()) names = request["matter"].get<std::vector<std::string>>();
            else if (request.contains("matter")) names = {request["matter"].get<std::string>()};
            for (const std::string& name : names) out.of_matter[matter_id(rules, name)].push_back(i);
            if (!request.contains("limit")) continue;
            const Named* limit = find_named(library.catalogue.limits, request["limit"].get<std::string>());
            if (limit) out.of_limit[limit->id].push_back(i);
        }
    }
    return out;
}

std::vector<std::size_t> relevant(const Pack& pack, const CityCases& cases, const Mutant& m) {
    const auto of = [](const std::map<std::string, std::vector<std::size_t>>& index, const std::string& id) {
        const auto at = index.find(id);
        return at == index.end() ? std::vector<std::size_t>() : at->second;
    };
    if (!m.matter.empty()) return of(cases.of_matter, m.matter);
    std::vector<std::size_t> out = of(cases.of_limit, m.limit);
    for (const Matter& matter : pack.matters) {
        const bool uses = std::any_of(matter.limits.begin(), matter.limits.end(), [&](const TimeLimit& l) { return l.id == m.limit; });
        const auto more = uses ? of(cases.of_matter, matter.id) : std::vector<std::size_t>();
        out.insert(out.end(), more.begin(), more.end());
    }
    return out;
}

std::string city_of(const Pack& pack) { return pack.id.substr(0, pack.id.find('-')); }

}  // namespace

TEST_CASE("at least 95 % of the changes to one rule of a pack are noticed by a written case of its city") {
    Library changed = installed_library();
    for (const Pack& pack : installed_library().packs) {
        const CityCases cases = cases_of_city(installed_library(), pack, city_of(pack));
        if (cases.list.empty() && std::getenv("SIGNROUTE_CASES")) continue;
        int tried = 0, noticed = 0;
        std::vector<int> notices(cases.list.size(), 0);
        std::string survivors;
        const std::vector<Mutant> mutants = Mutants(installed_library().catalogue, pack).all();
        for (std::size_t i = 0; i < mutants.size(); i += kStrideOfMany) {
            const Mutant& m = mutants[i];
            changed.packs = {pack};
            m.change(changed.packs.front());
            std::vector<std::size_t> run = relevant(pack, cases, m);
            // Who noticed much is asked first: most changes are then found at once.
            std::stable_sort(run.begin(), run.end(), [&](std::size_t a, std::size_t b) { return notices[a] > notices[b]; });
            const auto by = std::find_if(run.begin(), run.end(), [&](std::size_t c) { return !differences(changed, cases.list[c]).empty(); });
            const bool caught = by != run.end();
            if (caught) ++notices[*by];
            ++tried;
            if (caught) ++noticed;
            else survivors += "\n    " + m.kind + " " + m.where;
        }
        REQUIRE(tried > 0);
        MESSAGE(pack.id << ": 改动 " << tried << " 处，案例发现 " << noticed << " 处（" << noticed * 1000 / tried / 10.0 << "%），未发现：" << survivors);
        if (kStride == 1) CHECK_MESSAGE(noticed >= kLeast * tried, pack.id);
    }
}
