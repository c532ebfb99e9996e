// Defects put into a real pack, one at a time, wherever they fit; counted by kind is how many an audit finds.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>

#include "core/audit/audit.h"
#include "tests/core/statute_cases.h"

using namespace signroute;

namespace {

std::set<std::string> findings(const Audit& a) {
    std::set<std::string> out;
    for (const Unaccounted& u : a.unaccounted) out.insert("u" + clause_label(u.clause) + u.words);
    for (const Untaken& u : a.untaken) out.insert("t" + clause_label(u.clause) + u.figure);
    for (const NotFound& n : a.not_found)
        out.insert("n" + n.element.kind + n.element.of + "/" + n.element.id + clause_label(n.clause) + n.kind +
                   n.claimed);
    return out;
}

// An element of a rule, found again in a copy of the pack.
struct Site {
    std::string kind;
    std::function<std::vector<Clause>*(Pack&)> clauses;
    std::function<void(Pack&)> drop;
};

template <class List>
void remove_at(List& list, std::size_t at) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
}

// `list_of` gives the list in a pack.
template <class ListOf>
void add_sites(std::vector<Site>& out, const Pack& pack, const char* kind, const ListOf& list_of) {
    Pack& writable = const_cast<Pack&>(pack);  // only its size is read
    for (std::size_t i = 0; i < list_of(writable).size(); ++i) {
        out.push_back(
            {kind, [=](Pack& p) { return &list_of(p)[i].clauses; }, [=](Pack& p) { remove_at(list_of(p), i); }});
    }
}

std::vector<Site> sites(const Pack& pack) {
    std::vector<Site> out;
    for (std::size_t m = 0; m < pack.matters.size(); ++m) {
        add_sites(
            out, pack, "step", [m](Pack & p) -> auto& { return p.matters[m].steps; });
        add_sites(
            out, pack, "prerequisite", [m](Pack & p) -> auto& { return p.matters[m].prerequisites; });
        add_sites(
            out, pack, "prohibition", [m](Pack & p) -> auto& { return p.matters[m].prohibitions; });
        add_sites(
            out, pack, "cap", [m](Pack & p) -> auto& { return p.matters[m].caps; });
        add_sites(
            out, pack, "note", [m](Pack & p) -> auto& { return p.matters[m].notes; });
        add_sites(
            out, pack, "question", [m](Pack & p) -> auto& { return p.matters[m].readings; });
        add_sites(
            out, pack, "silent", [m](Pack & p) -> auto& { return p.matters[m].silent; });
        add_sites(
            out, pack, "used limit", [m](Pack & p) -> auto& { return p.matters[m].limits; });
    }
    for (std::size_t b = 0; b < pack.bodies.size(); ++b) {
        add_sites(
            out, pack, "entry", [b](Pack & p) -> auto& { return p.bodies[b].entries; });
        add_sites(
            out, pack, "silent", [b](Pack & p) -> auto& { return p.bodies[b].silent; });
    }
    add_sites(
        out, pack, "limit", [](Pack & p) -> auto& { return p.limits; });
    add_sites(
        out, pack, "role", [](Pack & p) -> auto& { return p.roles; });
    add_sites(
        out, pack, "applies_to", [](Pack & p) -> auto& { return p.applies_to; });
    return out;
}

class Run {
  public:
    Run(const Catalogue& catalogue, const Statute& statute, const Pack& pack)
        : catalogue_(catalogue),
          statute_(statute),
          pack_(pack),
          before_(findings(audit({&catalogue, &pack}, statute))) {}

    void mutant(const std::string& operation, const std::function<void(Pack&)>& change) {
        Pack changed = pack_;
        change(changed);
        ++tried_[operation];
        for (const std::string& f : findings(audit({&catalogue_, &changed}, statute_))) {
            if (before_.count(f)) continue;
            ++found_[operation];
            return;
        }
    }

    void figures() {
        for (const int by : {-1, 1}) {
            for (std::size_t i = 0; i < pack_.limits.size(); ++i) {
                if (pack_.limits[i].n) mutant("figure", [=](Pack& p) { *p.limits[i].n += by; });
                if (pack_.limits[i].day_of_month) mutant("figure", [=](Pack& p) { *p.limits[i].day_of_month += by; });
            }
            for (std::size_t m = 0; m < pack_.matters.size(); ++m) {
                for (std::size_t i = 0; i < pack_.matters[m].caps.size(); ++i) {
                    const Cap& cap = pack_.matters[m].caps[i];
                    if (cap.at_most) mutant("figure", [=](Pack& p) { *p.matters[m].caps[i].at_most += by; });
                    if (cap.at_least) mutant("figure", [=](Pack& p) { *p.matters[m].caps[i].at_least += by; });
                }
            }
            for (std::size_t b = 0; b < pack_.bodies.size(); ++b) entry_figures(b, by);
        }
    }

    void entry_figures(std::size_t b, int by) {
        for (std::size_t i = 0; i < pack_.bodies[b].entries.size(); ++i) {
            const BodyEntry& e = pack_.bodies[b].entries[i];
            if (e.n) mutant("figure", [=](Pack& p) { *p.bodies[b].entries[i].n += by; });
            if (e.attribute != "quorum") continue;
            mutant("figure", [=](Pack& p) { p.bodies[b].entries[i].numerator += by; });
            mutant("figure", [=](Pack& p) { p.bodies[b].entries[i].denominator += by; });
        }
    }

    void units() {
        for (std::size_t i = 0; i < pack_.limits.size(); ++i) {
            if (!pack_.limits[i].n) continue;
            for (const auto unit :
                 {DeadlineUnit::working_day, DeadlineUnit::calendar_day, DeadlineUnit::month, DeadlineUnit::year}) {
                if (unit != pack_.limits[i].unit) mutant("unit", [=](Pack& p) { p.limits[i].unit = unit; });
            }
        }
    }

    // Every step done by another role: by each that acts in the pack, or by every `stride`-th of them.
    void roles(std::size_t stride) {
        std::set<std::string> all;
        for (const Matter& m : pack_.matters) {
            for (const StepRule& s : m.steps) all.insert(s.role);
        }
        all.erase("");
        std::size_t n = 0;
        for (std::size_t m = 0; m < pack_.matters.size(); ++m) {
            for (std::size_t i = 0; i < pack_.matters[m].steps.size(); ++i) {
                const std::string& mine = pack_.matters[m].steps[i].role;
                for (const std::string& other : all) {
                    if (mine.empty() || other == mine || n++ % stride != 0) continue;
                    mutant("role", [=](Pack& p) { p.matters[m].steps[i].role = other; });
                }
            }
        }
    }

    void clauses_and_elements(std::size_t stride) {
        std::size_t n = 0;
        for (const Site& site : sites(pack_)) {
            if (n++ % stride != 0) continue;
            mutant("drop " + site.kind, site.drop);
            Pack copy = pack_;
            const std::vector<Clause>& cited = *site.clauses(copy);
            const bool numbered =
                std::any_of(cited.begin(), cited.end(), [](const Clause& c) { return c.article > 0; });
            if (!numbered || site.kind == "used limit") continue;
            for (const int by : {-1, 1}) {
                mutant("clause of " + site.kind, [&](Pack& p) {
                    for (Clause& c : *site.clauses(p)) c.article += c.article > 0 ? by : 0;
                });
            }
        }
    }

    // The share found of the operations whose name begins so, "" for all.
    double share(const std::string& prefix = "") const {
        int tried = 0, found = 0;
        for (const auto& [name, n] : tried_) {
            if (name.compare(0, prefix.size(), prefix) != 0) continue;
            tried += n;
            found += found_.count(name) ? found_.at(name) : 0;
        }
        return tried ? static_cast<double>(found) / tried : 1;
    }

    void print(const char* title) const {
        std::printf("%s\n", title);
        for (const auto& [name, n] : tried_)
            std::printf("  %-24s %5d of %5d\n", name.c_str(), found_.count(name) ? found_.at(name) : 0, n);
        std::printf("  %-24s %.4f\n", "share", share());
    }

  private:
    const Catalogue& catalogue_;
    const Statute& statute_;
    const Pack& pack_;
    std::set<std::string> before_;
    std::map<std::string, int> tried_, found_;
};

// A sample of the many; SIGNROUTE_MUTANTS=all tries every one.
std::size_t every_nth() {
    if (const char* how = std::getenv("SIGNROUTE_MUTANTS"); how && std::string(how) == "all") return 1;
#ifdef SIGNROUTE_SAMPLE
    return 499;
#else
    return 23;
#endif
}

}  // namespace

TEST_CASE("defects put into the pack of 无锡 are found in its text") {
    const std::size_t stride = every_nth();
    const std::string text = official_text("002_0f434f7dd5ef12f9.txt");
    const std::string assets = std::string(SIGNROUTE_SOURCE_DIR) + "/assets";
    const std::string bytes = file_text(assets + "/packs/wuxi-2022.json");
    if (text.empty() || bytes.empty()) {
        MESSAGE("skipped: the text or the pack is not at hand (set SEEDS_DIR)");
        return;
    }
    const auto catalogue = catalogue_from_json(file_text(assets + "/catalogue.json"));
    const auto statute = read_statute(text);
    REQUIRE((catalogue && statute));
    const PackRead read = pack_from_json(bytes, *catalogue);
    REQUIRE(read.pack);
    Pack pack = *read.pack;
    pack.citations.clear();
    Run alone(*catalogue, *statute, pack);
    alone.figures();
    alone.units();
    alone.roles(stride);
    alone.clauses_and_elements(stride);
    alone.print("无锡, the text alone:");
    CHECK(alone.share("figure") == 1);
    CHECK(alone.share("unit") >= 0.98);
    CHECK(alone.share("role") >= (stride > 50 ? 0.8 : 0.95));  // a handful under the sanitizers
    CHECK(alone.share("clause of step") >= 0.95);
    CHECK(alone.share("clause of pro") >= 0.95);
    pack.citations = audit({&*catalogue, &pack}, *statute).citations;
    Run counted(*catalogue, *statute, pack);
    counted.clauses_and_elements(stride);
    counted.print("无锡, with control totals:");
    CHECK(counted.share() >= 0.99);
}
