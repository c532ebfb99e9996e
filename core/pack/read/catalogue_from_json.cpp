#include <algorithm>
#include <map>
#include <set>

#include "core/json/json_in.h"
#include "core/pack/catalogue.h"
#include "core/pack/names.h"

namespace signroute {

namespace {

void read_named(ObjectIn& o, Named& out) {
    out.id = o.need_text("id");
    out.title = o.need_text("title");
    out.aliases = o.texts("aliases");
}

Named plain(const JsonIn& in) {
    ObjectIn o(in);
    Named out;
    read_named(o, out);
    o.finish();
    return out;
}

// A word of a closed list at `key`; `message` says which there are.
void need_word(const JsonIn& in, const char* key, const std::string& word, std::initializer_list<const char*> words, const char* message) {
    const bool known = std::any_of(words.begin(), words.end(), [&](const char* w) { return word == w; });
    if (!word.empty() && !known) in.child(key).fail("bad_value", message);
}

NamedMatter matter(const JsonIn& in) {
    ObjectIn o(in);
    NamedMatter out;
    read_named(o, out);
    out.topic = o.need_text("topic");
    out.kind = o.need_text("kind");
    need_word(in, "kind", out.kind, {"document", "meeting", "travel", "decision", "duty", "other"},
              "事项类别应为 document、meeting、travel、decision、duty 或 other。");
    o.finish();
    return out;
}

NamedRole role(const JsonIn& in) {
    ObjectIn o(in);
    NamedRole out;
    read_named(o, out);
    const std::string kind = o.need_text("kind");
    if (const RoleKind* k = value_of(kind, kRoleKinds)) out.kind = *k;
    need_word(in, "kind", kind, {"person", "unit", "body"}, "角色类别应为 person、unit 或 body。");
    out.initials = o.text("initials");
    out.is_a = o.texts("is_a");
    out.may_be = o.texts("may_be");
    out.part = o.boolean("part", false);
    out.side = o.text("side");
    out.apart = o.boolean("apart", false);
    o.finish();
    return out;
}

NamedFact fact(const JsonIn& in) {
    ObjectIn o(in);
    NamedFact out;
    read_named(o, out);
    const std::string type = o.need_text("type");
    if (const FactType* t = value_of(type, kFactTypes)) out.type = *t;
    else if (!type.empty()) in.child("type").fail("bad_value", "情形类型应为 bool、choice、integer、amount_cny、rank、date 或 list。");
    if (const auto options = o.get("options")) {
        out.options_are_roles = options->value() == "roles";
        if (!out.options_are_roles) {
            for (const JsonIn& i : options->items()) out.options.push_back(plain(i));
        }
    }
    o.finish();
    return out;
}

NamedEvent event(const JsonIn& in) {
    ObjectIn o(in);
    NamedEvent out;
    read_named(o, out);
    out.acts = o.texts("acts");
    o.finish();
    return out;
}

NamedThing thing(const JsonIn& in) {
    ObjectIn o(in);
    NamedThing out;
    read_named(o, out);
    const std::string kind = o.need_text("kind");
    need_word(in, "kind", kind, {"done", "enclosure"}, "事物类别应为 done 或 enclosure。");
    out.enclosure = kind == "enclosure";
    o.finish();
    return out;
}

// One name must not lead to two entries of a list.
template <class T>
void check_names(const std::vector<T>& list, const std::string& pointer, Errors& errors) {
    std::map<std::string, std::string> owner;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const T& e = list[i];
        const std::string at = pointer + "/" + std::to_string(i);
        const auto claim = [&](const std::string& name) {
            const auto [other, fresh] = owner.emplace(name, e.id);
            if (!fresh && other->second != e.id)
                errors.push_back({"ambiguous_name", at, "名称“" + name + "”同时指“" + other->second + "”与“" + e.id + "”。"});
        };
        const bool twice = std::any_of(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i), [&](const T& other) { return other.id == e.id; });
        if (twice) errors.push_back({"duplicate_id", at + "/id", "标识“" + e.id + "”重复。"});
        claim(e.id);
        claim(e.title);
        for (const std::string& a : e.aliases) claim(a);
    }
}

// Wider roles are roles, and none is wider than itself by way of others. Those of wider roles are the role's own too.
void take_wider(std::vector<NamedRole>& roles, Errors& errors) {
    std::map<std::string, std::vector<std::string>> wider;
    for (const NamedRole& r : roles) wider[r.id] = r.is_a;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        NamedRole& r = roles[i];
        const std::string at = "/roles/" + std::to_string(i) + "/is_a";
        for (const std::string& w : r.is_a) {
            if (!wider.count(w)) errors.push_back({"unknown_role", at, "角色“" + r.id + "”的上位角色“" + w + "”不在目录中。"});
        }
        for (const std::string& w : r.may_be) {
            if (!wider.count(w)) errors.push_back({"unknown_role", "/roles/" + std::to_string(i) + "/may_be", "角色“" + r.id + "”的“" + w + "”不在目录中。"});
        }
        std::set<std::string> seen;
        std::vector<std::string> open = r.is_a;
        while (!open.empty()) {
            const std::string one = open.back();
            open.pop_back();
            if (!seen.insert(one).second) continue;
            if (const auto next = wider.find(one); next != wider.end()) open.insert(open.end(), next->second.begin(), next->second.end());
        }
        if (seen.count(r.id)) errors.push_back({"cyclic_role", at, "角色“" + r.id + "”的上位角色又是它自己。"});
        for (const std::string& w : r.is_a) seen.erase(w);
        r.is_a.insert(r.is_a.end(), seen.begin(), seen.end());
    }
}

template <class T, class Read>
std::vector<T> read_list(ObjectIn& o, const char* key, const Read& read, Errors& errors) {
    std::vector<T> out;
    for (const JsonIn& i : o.items(key)) out.push_back(read(i));
    check_names(out, std::string("/") + key, errors);
    return out;
}

void check_topics(const Catalogue& c, Errors& errors) {
    for (std::size_t i = 0; i < c.matters.size(); ++i) {
        const std::string& topic = c.matters[i].topic;
        const bool known = std::any_of(c.topics.begin(), c.topics.end(), [&](const Named& t) { return t.id == topic; });
        if (!known && !topic.empty()) errors.push_back({"unknown_topic", "/matters/" + std::to_string(i) + "/topic", "目录中没有主题“" + topic + "”。"});
    }
}

void check_acts(const Catalogue& c, Errors& errors) {
    for (std::size_t i = 0; i < c.events.size(); ++i) {
        for (const std::string& act : c.events[i].acts) {
            const bool known = std::any_of(c.actions.begin(), c.actions.end(), [&](const Named& a) { return a.id == act; });
            if (!known) errors.push_back({"unknown_action", "/events/" + std::to_string(i) + "/acts", "目录中没有动作“" + act + "”。"});
        }
    }
}

void check_options(const std::vector<NamedFact>& facts, Errors& errors) {
    for (std::size_t i = 0; i < facts.size(); ++i) check_names(facts[i].options, "/facts/" + std::to_string(i) + "/options", errors);
}

}  // namespace

Result<Catalogue> catalogue_from_json(std::string_view bytes) {
    const auto json = parse_json(bytes);
    if (!json) return json.error();
    Errors errors;
    const JsonIn in(*json, "", errors);
    ObjectIn o(in);
    Catalogue out;
    if (o.need_text("format") != "signroute-catalogue/1" && errors.empty())
        errors.push_back({"unknown_format", "/format", "目录格式不认识；本程序读 signroute-catalogue/1。"});
    out.topics = read_list<Named>(o, "topics", plain, errors);
    out.matters = read_list<NamedMatter>(o, "matters", matter, errors);
    check_topics(out, errors);
    out.roles = read_list<NamedRole>(o, "roles", role, errors);
    take_wider(out.roles, errors);
    out.actions = read_list<Named>(o, "actions", plain, errors);
    out.facts = read_list<NamedFact>(o, "facts", fact, errors);
    check_options(out.facts, errors);
    out.limits = read_list<Named>(o, "limits", plain, errors);
    out.things = read_list<NamedThing>(o, "things", thing, errors);
    out.events = read_list<NamedEvent>(o, "events", event, errors);
    check_acts(out, errors);
    out.prohibitions = read_list<Named>(o, "prohibitions", plain, errors);
    out.aspects = read_list<Named>(o, "aspects", plain, errors);
    o.finish();
    if (!errors.empty()) return errors.front();
    return out;
}

}  // namespace signroute
