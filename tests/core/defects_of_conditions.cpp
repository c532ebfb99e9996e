// Defects of conditions: that never hold, that always hold, that have parts which never matter; readings and facts for
// nothing.
#include <algorithm>
#include <set>

#include "tests/core/defects.h"

namespace signroute::test {

namespace {

using Element = std::function<Json&(Json&)>;  // in its matter or body
using Adder = std::function<void(const std::string& kind, std::function<void(Json&)> change)>;

class OfElement {
  public:
    OfElement(const PackUnderTest& p, const Json& holder, const Json& element, const char* key, Element at, Adder add)
        : p_(p),
          holder_(holder),
          when_(condition_of(element, key)),
          key_(key),
          at_(std::move(at)),
          add_(std::move(add)) {}

    void run() {
        const std::string spare = spare_fact(p_, matter(), FactType::boolean);
        Json x = first_question(when_);
        if (x.is_null()) x = spare;
        put("never_x_and_not_x", all_of({when_, x, none_of(x)}));
        if (const Json both = two_options(); !both.is_null()) put("never_two_options", all_of({when_, both}));
        if (const std::string n = spare_fact(p_, matter(), FactType::integer); !n.empty())
            put("never_two_numbers", all_of({when_, {{"fact", n}, {"more_than", 9}}, {{"fact", n}, {"less_than", 3}}}));
        put("always_x_or_not_x", any_of({when_, x, none_of(x)}));
        put("part_always", all_of({when_, any_of({spare, none_of(spare)})}));
        if (when_.is_null()) return;
        put("part_twice", all_of({when_, when_}));
        put("part_absorbed", any_of({when_, all_of({when_, spare})}));
    }

    // Where the matter has rules at all, the element has none to apply to.
    void outside(const Json& applies_when) {
        put("never_where_matter_applies", all_of({when_, none_of(applies_when)}));
    }

  private:
    const Json& matter() const {
        static const Json none;
        return holder_.contains("entries") || holder_.contains("from") ? none : holder_;
    }
    Json two_options() const {
        const std::string fact = spare_fact(p_, matter(), FactType::choice);
        if (fact.empty()) return {};
        const FactRule* rule = find_fact(p_.pack, fact);
        std::vector<std::string> options = rule->options;
        if (options.empty()) {
            for (const Named& o : find_named(p_.catalogue.facts, fact)->options) options.push_back(o.id);
        }
        return all_of({{{"fact", fact}, {"is", options[0]}}, {{"fact", fact}, {"is", options[1]}}});
    }
    void put(const std::string& kind, const Json& condition) {
        add_(kind, [at = at_, key = key_, condition](Json& holder) { set_condition(at(holder), condition, key); });
    }

    const PackUnderTest& p_;
    const Json& holder_;
    Json when_;
    const char* key_;
    Element at_;
    Adder add_;
};

void of_matter(Defects& out, const Json& m) {
    const auto element = [&](const Json& e, const char* key, const std::string& where, Element at) {
        static const std::set<std::string> remarks = {"notes", "silent"},
                                           apart = {"notes", "silent", "prerequisites", "prohibitions", "caps"};
        const std::string list = where.substr(0, where.find('/')),
                          prefix = std::string(key) == "breach" ? "breach_" : "";
        OfElement one(out.p, m, e, key, std::move(at),
                      [&, where, list, prefix](const std::string& kind, std::function<void(Json&)> change) {
                          out.in_matter(prefix + kind, m, where, std::move(change));
                          out.list.back().apart = apart.count(list);
                          if (apart.count(list)) out.list.back().element = name_in(e);
                      });
        one.run();
        // Notes and silences are shown where the rules of the matter do not apply, too.
        if (m.contains("applies_when") && std::string(key) == "when" && !remarks.count(list))
            one.outside(m["applies_when"]);
    };
    for (const std::string list :
         {"steps", "prerequisites", "prohibitions", "caps", "limits", "notes", "silent", "readings"}) {
        for (std::size_t i = 0; i < list_in(m, list.c_str()).size(); ++i) {
            const Json& e = m[list][i];
            const Element at = [list, i](Json& holder) -> Json& { return holder[list][i]; };
            element(e, "when", list + "/" + name_in(e), at);
            if (list == "prohibitions") element(e, "breach", list + "/" + name_in(e), at);
        }
    }
    if (m.contains("applies_when"))
        element(m, "applies_when", "applies_when", [](Json& holder) -> Json& { return holder; });
}

void of_body(Defects& out, const Json& b) {
    for (const std::string list : {"entries", "silent"}) {
        for (std::size_t i = 0; i < list_in(b, list.c_str()).size(); ++i) {
            const Json& e = b[list][i];
            // "delegated" stands in an entry for a word of the text, not for a question of the matter.
            OfElement(
                out.p, b, e, "when", [list, i](Json& holder) -> Json& { return holder[list][i]; },
                [&](const std::string& kind, std::function<void(Json&)> change) {
                    out.in_body("body_" + kind, b, name_in(e), std::move(change));
                })
                .run();
        }
    }
}

// What a limit says for itself, whoever uses it, and what it gives way to.
void of_limit(Defects& out, const Json& l) {
    const auto element = [&](const Json& e, const std::string& kind, Element at) {
        OfElement(out.p, l, e, "when", std::move(at),
                  [&, kind](const std::string& what, std::function<void(Json&)> change) {
                      out.in_list(kind + what, "limits", l, std::move(change));
                  })
            .run();
    };
    element(l, "limit_", [](Json& limit) -> Json& { return limit; });
    for (std::size_t i = 0; i < list_in(l, "gives_way_to").size(); ++i)
        element(l["gives_way_to"][i], "gives_way_", [i](Json& limit) -> Json& { return limit["gives_way_to"][i]; });
}

// The condition with another question in the place of every one about this reading.
Json without(const Json& condition, const std::string& question, const Json& instead) {
    if (condition.is_object() && condition.value("reading", "") == question) return instead;
    Json out = condition;
    if (!out.is_object()) return out;
    for (const char* how : {"all", "any"}) {
        if (!out.contains(how)) continue;
        for (Json& part : out[how]) part = without(part, question, instead);
    }
    if (out.contains("not")) out["not"] = without(out["not"], question, instead);
    return out;
}

void of_readings(Defects& out, const Json& m) {
    for (const Json& q : list_in(m, "readings")) {
        const std::string id = q["id"];
        const auto edit = [&](const char* kind, std::function<void(Json&)> change) {
            out.in_matter(kind, m, id, [id, change](Json& c) { change(by_id(c["readings"], id)); });
        };
        const Json spare = spare_fact(out.p, m, FactType::boolean);
        out.in_matter("reading_for_nothing", m, id, [id, spare](Json& c) {
            for (const char* list :
                 {"steps", "prerequisites", "prohibitions", "caps", "limits", "notes", "silent", "readings"}) {
                if (!c.contains(list)) continue;
                for (Json& e : c[list]) {
                    for (const char* key : {"when", "breach"}) {
                        if (e.is_object() && e.contains(key)) e[key] = without(e[key], id, spare);
                    }
                }
            }
        });
        edit("reading_of_one", [](Json& c) { c["readings"] = Json::array({c["readings"][0]}); });
        edit("reading_of_none", [](Json& c) { c["readings"] = Json::array(); });
        edit("reading_none_cautious", [](Json& c) {
            for (Json& r : c["readings"]) r.erase("cautious");
        });
        edit("reading_all_cautious", [](Json& c) {
            for (Json& r : c["readings"]) r["cautious"] = true;
        });
    }
    if (list_in(m, "steps").empty()) return;
    const Json clauses = m["clauses"];
    out.in_matter("reading_for_nothing", m, "new", [clauses](Json& c) {
        const Json one = {{"id", "wide"}, {"say", "作宽的理解。"}, {"basis", clauses}, {"literal", true}};
        const Json two = {{"id", "narrow"}, {"say", "作窄的理解。"}, {"basis", clauses}, {"cautious", true}};
        c["readings"].push_back(
            {{"id", "idle_question"}, {"say", "有两种理解。"}, {"clauses", clauses}, {"readings", {one, two}}});
    });
}

void of_facts(Defects& out) {
    const Json clauses = out.p.json["facts"][0]["clauses"];
    for (const NamedFact& f : out.p.catalogue.facts) {
        if (find_fact(out.p.pack, f.id)) continue;
        const Json idle = {{"id", f.id}, {"question", "是否如此？"}, {"why", "没有用处。"}, {"clauses", clauses}};
        out.in_pack("fact_for_nothing", f.id, [idle](Json& pack) { pack["facts"].push_back(idle); });
        out.list.back().element = f.id;
    }
    for (const Json& f : out.p.json["facts"]) {
        const std::string id = f["id"];
        std::string asker;
        for (const Matter& m : out.p.pack.matters) {
            if (std::find(m.facts.begin(), m.facts.end(), id) != m.facts.end()) asker = m.id;
        }
        out.list.push_back({"fact_not_declared", id, asker, "", id,
                            [id](Json& pack) {
                                Json rest = Json::array();
                                for (const Json& other : pack["facts"]) {
                                    if (other["id"] != id) rest.push_back(other);
                                }
                                pack["facts"] = rest;
                            },
                            ""});
    }
    for (const Json& l : out.p.json["limits"]) {
        const std::string id = l["id"];
        out.in_pack("limit_for_nothing", id, [id](Json& pack) {
            for (Json& m : pack["matters"]) {
                Json rest = Json::array();
                for (const Json& used : list_in(m, "limits")) {
                    if (name_in(used) != id) rest.push_back(used);
                }
                if (m.contains("limits")) m["limits"] = rest;
            }
        });
    }
}

}  // namespace

void add_condition_defects(Defects& out) {
    for (const Json& m : out.p.json["matters"]) {
        of_matter(out, m);
        of_readings(out, m);
    }
    for (const Json& b : list_in(out.p.json, "bodies")) of_body(out, b);
    for (const Json& l : out.p.json["limits"]) of_limit(out, l);
    of_facts(out);
}

}  // namespace signroute::test
