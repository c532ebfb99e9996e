#include "tests/core/defects.h"

#include <algorithm>
#include <random>
#include <set>

#include "core/facts/condition.h"

namespace signroute::test {

void Defects::in_matter(const std::string& kind, const Json& matter, const std::string& where,
                        std::function<void(Json&)> change) {
    const std::string id = matter["id"];
    list.push_back(
        {kind, id + "/" + where, id, "", "", [id, change](Json& pack) { change(by_id(pack["matters"], id)); }, ""});
}

void Defects::in_body(const std::string& kind, const Json& body, const std::string& where,
                      std::function<void(Json&)> change) {
    const std::string id = body["id"];
    list.push_back(
        {kind, id + "/" + where, "", id, "", [id, change](Json& pack) { change(by_id(pack["bodies"], id)); }, ""});
}

void Defects::in_list(const std::string& kind, const char* which, const Json& entry,
                      std::function<void(Json&)> change) {
    const std::string id = entry["id"], key = which;
    std::string matter;
    for (const Json& m : p.json["matters"]) {
        for (const Json& used : list_in(m, "limits")) {
            if (key == "limits" && matter.empty() && name_in(used) == id) matter = m["id"];
        }
    }
    list.push_back(
        {kind, key + "/" + id, matter, "", id, [key, id, change](Json& pack) { change(by_id(pack[key], id)); }, ""});
}

void Defects::in_pack(const std::string& kind, const std::string& where, std::function<void(Json&)> change) {
    list.push_back({kind, where, "", "", "", std::move(change), ""});
}

std::string full_pointer(const Defect& d, const Json& pack) {
    const char* list = d.matter.empty() ? "bodies" : "matters";
    const std::string& id = d.matter.empty() ? d.body : d.matter;
    if (id.empty()) return d.pointer;
    for (std::size_t i = 0; i < pack[list].size(); ++i) {
        if (pack[list][i]["id"] == id) return "/" + std::string(list) + "/" + std::to_string(i) + d.pointer;
    }
    return "";
}

Json& by_id(Json& list, const std::string& id) {
    return *std::find_if(list.begin(), list.end(), [&](const Json& e) { return e["id"] == id; });
}

const Json& by_id(const Json& list, const std::string& id) {
    return *std::find_if(list.begin(), list.end(), [&](const Json& e) { return e["id"] == id; });
}

const Json& list_in(const Json& object, const char* key) {
    static const Json none = Json::array();
    const auto at = object.find(key);
    return at == object.end() || !at->is_array() ? none : *at;
}

Json none_of(const Json& condition) { return {{"not", condition}}; }

static Json joined(const char* how, std::vector<Json> parts) {
    Json list = Json::array();
    for (Json& part : parts) {
        if (!part.is_null()) list.push_back(std::move(part));
    }
    if (list.size() == 1) return list[0];
    return {{how, std::move(list)}};
}

Json all_of(std::vector<Json> parts) { return joined("all", std::move(parts)); }
Json any_of(std::vector<Json> parts) { return joined("any", std::move(parts)); }

Json condition_of(const Json& element, const char* key) {
    return element.is_object() && element.contains(key) ? element[key] : Json();
}

void set_condition(Json& element, const Json& condition, const char* key) {
    if (element.is_string()) element = {{"limit", element}};
    if (condition.is_null()) element.erase(key);
    else element[key] = condition;
}

std::string name_in(const Json& element) {
    if (element.is_string()) return element;
    return element.contains("id") ? element["id"] : element["limit"];
}

Json first_question(const Json& condition) {
    if (condition.is_null()) return {};
    for (const char* how : {"all", "any"}) {
        if (!condition.is_object() || !condition.contains(how)) continue;
        for (const Json& part : condition[how]) {
            if (const Json found = first_question(part); !found.is_null()) return found;
        }
        return {};
    }
    if (condition.is_object() && condition.contains("not")) return first_question(condition["not"]);
    return condition;
}

std::string spare_fact(const PackUnderTest& p, const Json& matter, FactType type, std::size_t skip) {
    const Matter* m = matter.is_null() ? nullptr : find_matter(p.pack, matter["id"].get<std::string>());
    for (const FactRule& f : p.pack.facts) {
        const NamedFact* named = find_named(p.catalogue.facts, f.id);
        if (!named || named->type != type) continue;
        if (type == FactType::choice &&
            (named->options_are_roles || named->options.size() < 3 || (!f.options.empty() && f.options.size() < 3)))
            continue;
        if (m && std::find(m->facts.begin(), m->facts.end(), f.id) != m->facts.end()) continue;
        if (skip-- == 0) return f.id;
    }
    return "";
}

namespace {

// What the conditions of a matter look at.
struct Looked {
    std::map<std::string, std::set<std::string>> values;  // of choices and lists
    std::map<std::string, std::set<std::int64_t>> numbers, counts;
    std::set<std::string> booleans, things;
    std::map<std::string, std::set<std::string>> readings;

    void at(const Condition& c) {
        each_part(c, [&](const Condition& part) {
            switch (part.op) {
                case Condition::Op::is_true:
                    booleans.insert(part.name);
                    break;
                case Condition::Op::is_in:
                case Condition::Op::contains:
                    values[part.name].insert(part.values.begin(), part.values.end());
                    break;
                case Condition::Op::compare:
                    numbers[part.name].insert({part.number - 1, part.number, part.number + 1});
                    break;
                case Condition::Op::count:
                    values[part.name];
                    break;
                case Condition::Op::done:
                    things.insert(part.name);
                    break;
                case Condition::Op::reading:
                    readings[part.name].insert(part.values.begin(), part.values.end());
                    break;
                default:
                    break;
            }
        });
    }
};

class Drawing {
  public:
    Drawing(const Catalogue& catalogue, const Matter& matter) : catalogue_(catalogue) {
        looked_.at(matter.applies_when);
        for (const StepRule& s : matter.steps) looked_.at(s.when);
        for (const OpenReading& q : matter.readings) {
            for (const Reading& r : q.readings) looked_.readings[q.id].insert(r.id);
        }
    }

    void operator()(Facts& facts, std::map<std::string, Truth, std::less<>>& done,
                    std::map<std::string, std::string, std::less<>>& readings) {
        for (const std::string& b : looked_.booleans) facts[b] = flip();
        for (const auto& [fact, numbers] : looked_.numbers) facts[fact] = pick(numbers);
        for (const auto& [fact, values] : looked_.values) {
            const NamedFact* named = find_named(catalogue_.facts, fact);
            std::set<std::string> all = values;
            if (named && !named->options.empty())
                all.insert(named->options.front().id), all.insert(named->options.back().id);
            if (named && named->type == FactType::list) {
                std::vector<std::string> some;
                std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                             [&](const std::string&) { return flip(); });
                facts[fact] = some;
            } else if (!all.empty()) facts[fact] = pick(all);
        }
        for (const std::string& t : looked_.things) done[t] = flip() ? Truth::yes : Truth::no;
        for (const auto& [question, all] : looked_.readings) readings[question] = pick(all);
    }
    bool flip() { return random_() & 1; }

  private:
    template <class T>
    T pick(const std::set<T>& all) {
        return *std::next(all.begin(), static_cast<std::ptrdiff_t>(random_() % all.size()));
    }
    const Catalogue& catalogue_;
    Looked looked_;
    std::mt19937 random_{1};
};

std::string key_of(const StepPattern& p) {
    std::string out;
    for (const auto* list : {&p.roles, &p.actions, &p.to, &p.forms}) {
        for (const std::string& s : *list) out += s + ",";
        out += ";";
    }
    return out;
}

}  // namespace

Worlds::Worlds(const PackUnderTest& p, const Matter& matter) : matter_(matter) {
    constexpr int kWorlds = 400;
    Drawing draw(p.catalogue, matter);
    for (int i = 0; i < kWorlds; ++i) {
        Facts facts;
        std::map<std::string, Truth, std::less<>> done;
        std::map<std::string, std::string, std::less<>> readings;
        std::map<std::string, bool> planned;
        draw(facts, done, readings);
        const Circumstances world{&facts, &done, &readings, [&](const StepPattern& pattern) {
                                      const auto [at, fresh] = planned.try_emplace(key_of(pattern), false);
                                      if (fresh) at->second = draw.flip();
                                      return at->second ? Truth::yes : Truth::no;
                                  }};
        if (judge(matter.applies_when, world).truth != Truth::yes) continue;
        std::vector<bool> active;
        for (const StepRule& s : matter.steps) active.push_back(judge(s.when, world).truth == Truth::yes);
        active_.push_back(std::move(active));
    }
}

bool Worlds::both(std::size_t step, std::size_t other) const {
    return std::any_of(active_.begin(), active_.end(), [&](const std::vector<bool>& w) { return w[step] && w[other]; });
}

bool Worlds::decides_alone(std::size_t step) const {
    return std::any_of(active_.begin(), active_.end(), [&](const std::vector<bool>& w) {
        for (std::size_t i = 0; i < w.size(); ++i) {
            if (matter_.steps[i].decides && w[i] != (i == step)) return false;
        }
        return true;
    });
}

}  // namespace signroute::test
