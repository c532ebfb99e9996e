#include "core/compare/compare.h"

#include <algorithm>

#include "core/compare/functions.h"
#include "core/compare/statements.h"
#include "core/findings/finding.h"
#include "core/pack/lint_space.h"

namespace signroute {

namespace {

using linting::Diagram;
using linting::Space;
using Ref = Diagram::Ref;

constexpr const char* kNoSuchOffice = "本市原文无此职务";

// The facts of all the cities as one: an option is known if any of them knows it.
Pack common_facts(const std::vector<ComparedColumn>& columns) {
    Pack out;
    for (const ComparedColumn& c : columns) {
        for (const FactRule& f : c.pack->facts) {
            const auto at = std::find_if(out.facts.begin(), out.facts.end(), [&](const FactRule& o) { return o.id == f.id; });
            if (at == out.facts.end()) {
                out.facts.push_back(f);
                continue;
            }
            if (at->options.empty() || f.options.empty()) at->options.clear();
            else for (const std::string& o : f.options) {
                if (std::find(at->options.begin(), at->options.end(), o) == at->options.end()) at->options.push_back(o);
            }
        }
    }
    return out;
}

class Comparing {
  public:
    Comparing(const Catalogue& catalogue, Comparison& out, const Facts& facts)
        : out_(out), facts_(facts), common_(common_facts(out.columns)), space_({&catalogue, &common_}, out.matter) {
        for (std::size_t i = 0; i < out.columns.size(); ++i) {
            const ComparedColumn& c = out.columns[i];
            if (c.matter) append(statements_of(c, catalogue, i));
            if (const Body* body = find_body(*c.pack, out.matter)) append(statements_of_body(c, catalogue, i, *body));
            if (c.matter) gather_questions(*c.pack, *c.matter);
        }
        for (const Statement& s : said_) {
            for (const Condition* c : s.when) space_.gather(*c);
        }
        space_.close();
        for (const Statement& s : said_) truth_.push_back(compiled(s));
    }

    void rows(bool with_witnesses) {
        std::vector<std::vector<std::size_t>> grouped;  // the statements of each row
        for (std::size_t i = 0; i < said_.size(); ++i) {
            auto at = std::find_if(grouped.begin(), grouped.end(), [&](const auto& g) {
                return said_[g.front()].aspect == said_[i].aspect && said_[g.front()].key == said_[i].key;
            });
            if (at == grouped.end()) grouped.push_back({i});
            else at->push_back(i);
        }
        const auto rank = [&](const std::vector<std::size_t>& g) {
            const Statement& s = said_[g.front()];
            return std::pair(rank_of(s.aspect), s.aspect == "step" ? function_rank(s.key) : 0);
        };
        std::stable_sort(grouped.begin(), grouped.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
        for (const auto& g : grouped) {
            const bool idle = said_[g.front()].key != "other" && std::all_of(g.begin(), g.end(), [&](std::size_t i) { return said_[i].aside; });
            if (!idle) row(g, with_witnesses);
        }
    }

  private:
    static std::size_t rank_of(const std::string& aspect) {
        constexpr const char* order[] = {"matter", "step", "order", "prerequisite", "limit", "cap", "prohibition"};
        return static_cast<std::size_t>(std::find(std::begin(order), std::end(order), aspect) - std::begin(order)) + (aspect == "reading" ? 1 : 0);
    }

    void append(std::vector<Statement> list) { said_.insert(said_.end(), std::make_move_iterator(list.begin()), std::make_move_iterator(list.end())); }

    void gather_questions(const Pack& pack, const Matter& matter) {
        for (OpenReading q : matter.readings) {
            q.id = pack.id + "/" + q.id;
            space_.gather_question(q);
        }
    }

    // Nothing is planned, the facts given are settled, and a reading is that of its own pack.
    Ref compiled(const Statement& s) {
        Diagram& d = space_.diagram();
        const Space::Instead instead = [&](const Condition& c) -> std::optional<Ref> {
            if (c.op == Condition::Op::planned) return Diagram::no;
            if (c.op == Condition::Op::reading) {
                Condition own = c;
                own.name = out_.columns[s.column].pack->id + "/" + c.name;
                return d.where(space_.index_of(linting::Variable::Kind::reading, own.name), reading_holds(own));
            }
            if (!facts_.count(c.name) || c.op == Condition::Op::done || !c.parts.empty() || c.op == Condition::Op::always) return std::nullopt;
            Circumstances in;
            in.facts = &facts_;
            return judge(c, in).truth == Truth::yes ? Diagram::yes : Diagram::no;
        };
        Ref out = space_.world();
        for (const Condition* c : s.when) out = d.both(out, space_.compile(*c, instead));
        return out;
    }

    std::vector<bool> reading_holds(const Condition& c) const {
        std::vector<bool> out;
        const int at = space_.index_of(linting::Variable::Kind::reading, c.name);
        for (const FactValue& v : space_.variables()[static_cast<std::size_t>(at)].values)
            out.push_back(std::find(c.values.begin(), c.values.end(), std::get<std::string>(v)) != c.values.end());
        return out;
    }

    // Where column `column` says `same` to the row.
    Ref where(const std::vector<std::size_t>& row, std::size_t column, const std::string& same) {
        Ref out = Diagram::no;
        for (const std::size_t i : row) {
            if (said_[i].column == column && said_[i].same == same && !said_[i].aside) out = space_.diagram().either(out, truth_[i]);
        }
        return out;
    }

    // Whether some reading of the city's text asks for it whatever the facts are: then no fact decides, the readings differ.
    bool by_reading(std::size_t statement, const Diagram::Setting& setting) {
        Diagram& d = space_.diagram();
        const std::string own = out_.columns[said_[statement].column].pack->id + "/";
        const auto& variables = space_.variables();
        for (std::size_t v = 0; v < variables.size(); ++v) {
            if (variables[v].kind != linting::Variable::Kind::reading || variables[v].name.compare(0, own.size(), own) != 0) continue;
            for (std::size_t value = 0; value < variables[v].values.size(); ++value) {
                Diagram::Setting read = setting;
                read[static_cast<int>(v)] = static_cast<int>(value);
                const Ref world = d.given(space_.world(), read);
                if (world != Diagram::no && d.given(truth_[statement], read) == world) return true;
            }
        }
        return false;
    }

    // What the columns say under a setting; what the world rules out counts for nothing. What is said for certain stands
    // first; a value is only settled where nothing else may be said.
    std::vector<ComparedValue> values(const std::vector<std::size_t>& row, const Diagram::Setting& setting) {
        Diagram& d = space_.diagram();
        const Ref world = d.given(space_.world(), setting);
        std::vector<ComparedValue> out(out_.columns.size());
        std::vector<std::vector<std::string>> certain(out.size()), read(out.size()), open(out.size());
        const auto once = [](auto& list, const auto& one) {
            if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
        };
        for (const std::size_t i : row) {
            const Statement& s = said_[i];
            for (const Clause& c : s.clauses) once(out[s.column].clauses, c);
            const Ref here = d.given(truth_[i], setting);
            if (here == Diagram::no) continue;
            if (here == world) once(certain[s.column], s.say);
            else if (by_reading(i, setting)) once(read[s.column], s.say);
            else once(open[s.column], s.say);
        }
        for (std::size_t k = 0; k < out.size(); ++k) {
            const auto said_in = [](const auto& list) { return [&list](const std::string& say) { return std::find(list.begin(), list.end(), say) != list.end(); }; };
            std::erase_if(read[k], said_in(certain[k]));
            std::erase_if(open[k], said_in(certain[k]));
            std::erase_if(open[k], said_in(read[k]));
            out[k].truth = !open[k].empty() || !read[k].empty() ? Truth::unknown : !certain[k].empty() ? Truth::yes : Truth::no;
            for (const std::string& say : certain[k]) out[k].say += (out[k].say.empty() ? "" : "；") + say;
            for (const std::string& say : read[k]) out[k].say += (out[k].say.empty() ? "" : "；") + say + "（读法不一）";
            for (std::size_t i = 0; i < open[k].size(); ++i) out[k].say += (i ? "；或者" : out[k].say.empty() ? "视情形：" : "；视情形：") + open[k][i];
        }
        return out;
    }

    // Which values of a fact are known to every city that asks for it; all of them where it has no options.
    std::vector<bool> everywhere(std::size_t variable) const {
        const linting::Variable& v = space_.variables()[variable];
        std::vector<bool> out(v.values.size(), true);
        for (std::size_t i = 0; i < out.size() && v.kind == linting::Variable::Kind::fact; ++i) {
            const auto* option = std::get_if<std::string>(&v.values[i]);
            for (const ComparedColumn& c : out_.columns) {
                const FactRule* f = option ? find_fact(*c.pack, v.name) : nullptr;
                if (f && !f->options.empty() && std::find(f->options.begin(), f->options.end(), *option) == f->options.end()) out[i] = false;
            }
        }
        return out;
    }

    bool is_foreign(int variable, int value) const {
        const std::vector<bool> known = everywhere(static_cast<std::size_t>(variable));
        return static_cast<std::size_t>(value) < known.size() && !known[static_cast<std::size_t>(value)];
    }

    // Shows more the less it has in it that one of the cities does not know, then the less it has at all.
    std::pair<bool, std::size_t> awkward(const Diagram::Setting& setting) const {
        bool foreign = false;
        for (const auto& [variable, value] : setting) foreign |= is_foreign(variable, value);
        return {foreign, setting.size()};
    }

    // The smallest setting in which f is true, with nobody in it whom one of the cities has not, if there is one.
    std::optional<Diagram::Setting> shown_by(Ref f) {
        Diagram& d = space_.diagram();
        const auto first = d.smallest(f);
        auto one = first;
        for (Ref g = f; one;) {
            Ref narrower = g;
            for (const auto& [variable, value] : *one) {
                if (is_foreign(variable, value)) narrower = d.both(narrower, d.where(variable, everywhere(static_cast<std::size_t>(variable))));
            }
            if (narrower == g) return one;
            g = narrower;
            one = d.smallest(g);
        }
        return first;
    }

    // The smallest setting in which two columns do not say the same; none if they always do.
    std::optional<Diagram::Setting> difference(const std::vector<std::size_t>& row, bool smallest, bool& differs) {
        Diagram& d = space_.diagram();
        std::optional<Diagram::Setting> out;
        for (const std::size_t i : row) {
            for (std::size_t column = 0; column < out_.columns.size() && !said_[i].aside; ++column) {
                const Ref f = d.differ(where(row, said_[i].column, said_[i].same), where(row, column, said_[i].same));
                if (f == Diagram::no) continue;
                differs = true;
                if (!smallest) return std::nullopt;
                auto one = shown_by(f);
                if (one && (!out || awkward(*one) < awkward(*out))) out = std::move(one);
                if (out && out->empty()) return out;
            }
        }
        return out;
    }

    std::vector<std::string> readings_in_words(const std::map<std::string, std::string, std::less<>>& readings) const {
        std::vector<std::string> out;
        for (const ComparedColumn& c : out_.columns) {
            for (const OpenReading& q : c.matter ? c.matter->readings : std::vector<OpenReading>()) {
                const auto taken = readings.find(c.pack->id + "/" + q.id);
                if (taken == readings.end()) continue;
                for (const Reading& r : q.readings) {
                    if (r.id == taken->second) out.push_back(c.pack->city + "：" + r.say);
                }
            }
        }
        return out;
    }

    void row(const std::vector<std::size_t>& members, bool with_witness) {
        const Statement& first = said_[members.front()];
        ComparedRow r;
        r.aspect = first.aspect;
        r.key = first.key;
        r.title = first.title;
        r.values = values(members, {});
        for (std::size_t i = 0; i < r.values.size() && !first.role.empty(); ++i) {
            if (r.values[i].truth == Truth::no && !names_role(*out_.columns[i].pack, first.role)) r.values[i].say = kNoSuchOffice;
        }
        const auto setting = difference(members, with_witness, r.differs);
        if (setting) {
            const Space::Example example = space_.example_of(*setting);
            Witness w{example.situation, example.readings, readings_in_words(example.readings), values(members, *setting)};
            w.situation.facts.insert(facts_.begin(), facts_.end());
            r.witness = std::move(w);
        }
        out_.rows.push_back(std::move(r));
    }

    Comparison& out_;
    const Facts& facts_;
    Pack common_;
    Space space_;
    std::vector<Statement> said_;
    std::vector<Ref> truth_;  // of each statement
};

Comparison compared(const Catalogue& catalogue, const std::vector<const Pack*>& packs, const std::string& matter, const Facts& facts, bool with_witnesses) {
    Comparison out;
    out.matter = matter;
    for (const Pack* p : packs) {
        const Matter* m = find_matter(*p, matter);
        out.columns.push_back({p, m, m && m->regulated, {}});
        for (const PackDocument& d : p->documents) out.columns.back().documents[d.id] = document_prefix(*p, d.id);
    }
    Comparing(catalogue, out, facts).rows(with_witnesses);
    return out;
}

void say_once(std::vector<std::string>& list, std::string title) {
    if (std::find(list.begin(), list.end(), title) == list.end()) list.push_back(std::move(title));
}

// Who decides, where nothing is answered yet.
ComparedValue decision(const Catalogue& catalogue, const ComparedColumn& column, const std::string& matter) {
    ComparedValue out;
    if (!column.regulated) return out;
    Case nothing;
    nothing.matters = {matter};
    const Route route = route_from_facts({&catalogue, column.pack}, nothing, {});
    out.truth = Truth::yes;
    out.clauses = column.matter->clauses;
    std::vector<std::string> titles;  // compared whole: 市长签发 stands within 副市长签发
    for (const FinalStep& f : route.final_steps) {
        for (const RouteStep& s : route.steps) {
            if (s.id == f.step) say_once(titles, step_title(catalogue, f.role, *s.rule));
        }
    }
    for (const std::string& title : titles) out.say += (out.say.empty() ? "" : " / ") + title;
    return out;
}

}  // namespace

Comparison compare(const Catalogue& catalogue, const std::vector<const Pack*>& packs, const std::string& matter, const Facts& facts) {
    return compared(catalogue, packs, matter, facts, true);
}

std::vector<ComparedMatter> compare_all(const Catalogue& catalogue, const std::vector<const Pack*>& packs) {
    std::vector<ComparedMatter> out;
    for (const NamedMatter& m : catalogue.matters) {
        const Comparison c = compared(catalogue, packs, m.id, {}, false);
        const bool known = std::any_of(c.columns.begin(), c.columns.end(), [](const ComparedColumn& column) { return column.matter != nullptr; });
        if (!known) continue;
        ComparedMatter one{m.id, {}, {}, static_cast<int>(c.rows.size())};
        for (const ComparedColumn& column : c.columns) one.values.push_back(decision(catalogue, column, m.id));
        for (const ComparedRow& r : c.rows) {
            if (r.differs) one.differing.push_back(r);
        }
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace signroute
