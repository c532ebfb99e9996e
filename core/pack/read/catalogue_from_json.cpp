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

NamedMatter matter(const JsonIn& in) {
    ObjectIn o(in);
    NamedMatter out;
    read_named(o, out);
    out.topic = o.need_text("topic");
    out.kind = o.need_text("kind");
    o.finish();
    return out;
}

NamedRole role(const JsonIn& in) {
    ObjectIn o(in);
    NamedRole out;
    read_named(o, out);
    const std::string kind = o.need_text("kind");
    if (const RoleKind* k = value_of(kind, kRoleKinds)) out.kind = *k;
    else in.fail("bad_value", "角色类别应为 person、unit 或 body。");
    out.initials = o.text("initials");
    out.is_a = o.texts("is_a");
    o.finish();
    return out;
}

NamedFact fact(const JsonIn& in) {
    ObjectIn o(in);
    NamedFact out;
    read_named(o, out);
    const std::string type = o.need_text("type");
    if (const FactType* t = value_of(type, kFactTypes)) out.type = *t;
    else in.fail("bad_value", "情形类型“" + type + "”不认识。");
    if (const auto options = o.get("options")) {
        out.options_are_roles = options->value() == "roles";
        if (!out.options_are_roles) {
            for (const JsonIn& i : options->items()) out.options.push_back(plain(i));
        }
    }
    o.finish();
    return out;
}

NamedThing thing(const JsonIn& in) {
    ObjectIn o(in);
    NamedThing out;
    read_named(o, out);
    const std::string kind = o.need_text("kind");
    if (kind != "done" && kind != "enclosure") in.fail("bad_value", "类别应为 done 或 enclosure。");
    out.enclosure = kind == "enclosure";
    o.finish();
    return out;
}

// One name must not lead to two entries of a list.
template <class T>
void check_names(const std::vector<T>& list, const std::string& key, Errors& errors) {
    std::map<std::string, std::string> owner;
    const auto claim = [&](const std::string& name, const T& e) {
        const auto [at, fresh] = owner.emplace(name, e.id);
        if (!fresh && at->second != e.id)
            errors.push_back({"ambiguous_name", "/" + key, "名称“" + name + "”同时指“" + at->second + "”与“" + e.id + "”。"});
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (list[i].id == list[j].id) errors.push_back({"duplicate_id", "/" + key, "标识“" + list[i].id + "”重复。"});
        }
        claim(list[i].id, list[i]);
        claim(list[i].title, list[i]);
        for (const std::string& a : list[i].aliases) claim(a, list[i]);
    }
}

// Wider roles are roles, and none is wider than itself by way of others.
void check_wider(const std::vector<NamedRole>& roles, Errors& errors) {
    std::map<std::string, std::vector<std::string>> wider;
    for (const NamedRole& r : roles) wider[r.id] = r.is_a;
    for (const NamedRole& r : roles) {
        for (const std::string& w : r.is_a) {
            if (!wider.count(w)) errors.push_back({"unknown_role", "/roles", "角色“" + r.id + "”的上位角色“" + w + "”不在目录中。"});
        }
        std::set<std::string> seen;
        std::vector<std::string> open = r.is_a;
        while (!open.empty()) {
            const std::string at = open.back();
            open.pop_back();
            if (!seen.insert(at).second) continue;
            if (const auto next = wider.find(at); next != wider.end()) open.insert(open.end(), next->second.begin(), next->second.end());
        }
        if (seen.count(r.id)) errors.push_back({"cyclic_role", "/roles", "角色“" + r.id + "”的上位角色又是它自己。"});
    }
}

template <class T, class Read>
std::vector<T> read_list(ObjectIn& o, const char* key, const Read& read, Errors& errors) {
    std::vector<T> out;
    for (const JsonIn& i : o.items(key)) out.push_back(read(i));
    check_names(out, key, errors);
    return out;
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
    out.roles = read_list<NamedRole>(o, "roles", role, errors);
    check_wider(out.roles, errors);
    out.actions = read_list<Named>(o, "actions", plain, errors);
    out.facts = read_list<NamedFact>(o, "facts", fact, errors);
    out.limits = read_list<Named>(o, "limits", plain, errors);
    out.things = read_list<NamedThing>(o, "things", thing, errors);
    out.events = read_list<Named>(o, "events", plain, errors);
    out.prohibitions = read_list<Named>(o, "prohibitions", plain, errors);
    out.aspects = read_list<Named>(o, "aspects", plain, errors);
    o.finish();
    if (!errors.empty()) return errors.front();
    return out;
}

}  // namespace signroute
