#include <algorithm>
#include <utility>

#include "core/pack/read/pack_reader.h"

namespace signroute {

namespace {

template <class T>
const T* with_id(const std::vector<T>& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& e) { return e.id == id; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

PackDocument PackReader::document(const JsonIn& in) {
    ObjectIn o(in);
    PackDocument out;
    out.id = o.need_text("id");
    out.title = o.need_text("title");
    out.number = o.text("number");
    out.issued = date(o, "issued");
    out.in_force_from = date(o, "in_force_from");
    out.until = date(o, "until");
    out.in_force_words = o.text("in_force_words");
    out.adopted_by = o.text("adopted_by");
    out.short_title = o.text("short_title");
    out.interpreter = o.text("interpreter");
    out.sent_to = o.texts("sent_to");
    out.repeals = o.texts("repeals");
    if (o.require("articles")) out.articles = small(o, "articles", 1, 9999).value_or(9999);
    out.tail = small(o, "tail", 0, 99).value_or(0);
    documents_.emplace_back(out.id, out.articles);
    for (Clause& list : clauses(o, "arabic_items", false)) arabic_.push_back(std::move(list));
    out.clauses = clauses(o, "clauses", false);
    o.finish();
    return out;
}

AppliesTo PackReader::applies_to(const JsonIn& in) {
    ObjectIn o(in);
    AppliesTo out;
    out.role = identifier(o, "role", "role", true);
    out.answer = o.need_text("answer");
    const bool known_answer = out.answer == "yes" || out.answer == "no" || out.answer == "silent";
    if (!known_answer && !out.answer.empty()) o.require("answer")->fail("bad_value", "answer 应为 yes、no 或 silent。");
    out.say = o.need_text("say");
    out.clauses = clauses(o, "clauses", out.answer != "silent");
    out.terms = o.texts("terms");
    o.finish();
    return out;
}

RoleRule PackReader::role(const JsonIn& in) {
    ObjectIn o(in);
    RoleRule out;
    out.id = identifier(o, "id", "role", true);
    out.unit_kind = o.text("unit_kind");
    out.post = o.text("post");
    out.aliases = o.texts("aliases");
    out.powers = o.texts("powers");
    out.stands_in_for = identifiers(o, "stands_in_for", "role");
    out.resolved_by = identifier(o, "resolved_by", "fact");
    out.say = o.text("say");
    out.clauses = clauses(o, "clauses", true);
    out.terms = o.texts("terms");
    o.finish();
    return out;
}

// The question as a matter, or a limit, asks it.
void PackReader::own_questions(const JsonIn& in, std::map<std::string, std::string, std::less<>>& out) {
    ObjectIn o(in);
    if (!in.is_object()) return;
    for (const auto& item : in.value().items()) {
        const std::string& key = item.key();
        if (!o.get(key)) continue;
        if (known("matter", key) || known("limit", key)) out[key] = o.need_text(key);
        else in.child(key).fail("unknown_matter", "目录中没有事项或者时限“" + key + "”。");
    }
}

FactRule PackReader::fact(const JsonIn& in) {
    ObjectIn o(in);
    FactRule out;
    out.id = identifier(o, "id", "fact", true);
    out.question = o.need_text("question");
    out.why = o.text("why");
    out.judgement = o.boolean("judgement", false);
    out.clauses = clauses(o, "clauses", false);
    out.options = o.texts("options");
    if (const auto v = o.get("in")) own_questions(*v, out.in);
    const NamedFact* shared = find_named(catalogue_.facts, out.id);
    for (const std::string& option : out.options) {
        if (shared && !with_id(shared->options, option))
            o.require("options")->fail("unknown_option", "情形“" + shared->title + "”没有选项“" + option + "”。");
    }
    o.finish();
    return out;
}

Account PackReader::account(const JsonIn& in) {
    ObjectIn o(in);
    Account out;
    if (const auto v = o.require("clause")) out.clause = clause(*v).value_or(Clause{});
    const auto v = o.require("status");
    const AccountStatus* s = v ? word(*v, kAccountStatuses, "处理方式应为 encoded、judgement、principle 或 out_of_scope。") : nullptr;
    if (s) out.status = *s;
    out.reason = o.need_text("reason");
    out.figures = o.texts("figures");
    o.finish();
    return out;
}

std::vector<Citation> PackReader::citations(const JsonIn& in) {
    std::vector<Citation> out;
    ObjectIn o(in);
    if (!in.is_object()) return out;
    for (const auto& [place, count] : in.value().items()) {
        const auto n = o.integer(place);
        const Json name = place;
        const auto c = clause(JsonIn(name, in.child(place).pointer(), errors_));
        if (c && !count.is_null()) out.push_back({*c, static_cast<int>(n.value_or(0))});
    }
    return out;
}

std::vector<NameTotal> PackReader::names(const JsonIn& in) {
    std::vector<NameTotal> out;
    ObjectIn o(in);
    if (!in.is_object()) return out;
    for (const auto& item : in.value().items()) {
        const std::string role = item.key();
        const auto n = o.integer(role);
        const auto& all = catalogue_.roles;
        const bool known = std::any_of(all.begin(), all.end(), [&](const NamedRole& r) { return r.id == role; });
        if (!known) in.child(role).fail("unknown_role", "目录中没有角色“" + role + "”。");
        if (known && n) out.push_back({role, static_cast<int>(*n)});
    }
    return out;
}

namespace {

// The entry under its new title; the catalogue's own stays as an alias, so that what people write is still understood.
template <class T>
void retitle(std::vector<T>& list, const JsonIn& in, const std::string& id, const std::string& title) {
    const T* other = find_named(list, title);
    if (title.empty() || (other && other->id != id)) return in.fail("ambiguous_name", "“" + title + "”不能作名称：是空的，或者另有条目用它。");
    for (T& entry : list) {
        if (entry.id != id) continue;
        std::erase(entry.aliases, title);
        if (entry.title != title) entry.aliases.push_back(std::exchange(entry.title, title));
    }
}

}  // namespace

// {"actions": {"legality_review": "合法性审核"}, "things": {…}, "roles": {…}, "facts": {…}}
std::shared_ptr<const Catalogue> PackReader::words(const JsonIn& in) {
    ObjectIn o(in);
    auto out = std::make_shared<Catalogue>(catalogue_);
    const auto table = [&](const char* key, const char* kind, auto& list) {
        const auto v = o.get(key);
        if (!v) return;
        ObjectIn entries(*v);
        if (!v->is_object()) return;
        for (const auto& item : v->value().items()) {
            const JsonIn here = v->child(item.key());
            const auto title = entries.get(item.key());
            if (!title) continue;
            if (!known(kind, item.key())) here.fail("unknown_" + std::string(kind), "目录中没有标识“" + item.key() + "”。");
            else if (const auto text = title->text()) retitle(list, here, item.key(), *text);
        }
    };
    table("actions", "action", out->actions);
    table("things", "thing", out->things);
    table("roles", "role", out->roles);
    table("facts", "fact", out->facts);
    o.finish();
    return out;
}

void PackReader::read_head(ObjectIn& o, Pack& out) {
    if (const std::string format = o.need_text("format"); format != "signroute-pack/1" && !format.empty())
        errors_.push_back({"unknown_format", "/format", "规则包格式“" + format + "”不认识；本程序读 signroute-pack/1。"});
    out.id = o.need_text("id");
    const bool plain = std::all_of(out.id.begin(), out.id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!plain) errors_.push_back({"bad_value", "/id", "标识只用小写英文字母、数字和连字符。"});
    out.city = o.need_text("city");
    out.title = o.need_text("title");
    out.checked_on = date(o, "checked_on");
    if (o.require("documents")) {
        for (const JsonIn& i : o.items("documents")) out.documents.push_back(document(i));
        if (o.in().value()["documents"] == Json::array()) errors_.push_back({"empty", "/documents", "至少要有一份文件。"});
    }
}

void PackReader::read_lists(ObjectIn& o, Pack& out) {
    for (const JsonIn& i : o.items("applies_to")) out.applies_to.push_back(applies_to(i));
    for (const JsonIn& i : o.items("roles")) out.roles.push_back(role(i));
    for (const JsonIn& i : o.items("facts")) out.facts.push_back(fact(i));
    for (const JsonIn& i : o.items("bodies")) out.bodies.push_back(body(i));
    for (const JsonIn& i : o.items("limits")) out.limits.push_back(limit(i));
    for (const JsonIn& i : o.items("matters")) out.matters.push_back(matter(i, out));
    out.silent = silents(o);
    out.notes = notes(o);
    for (const JsonIn& i : o.items("accounts")) out.accounts.push_back(account(i));
    if (const auto v = o.get("citations")) out.citations = citations(*v);
    if (const auto v = o.get("names")) out.names = names(*v);
    if (const auto v = o.get("titles")) out.words = words(*v);
}

void PackReader::check_ids(const Pack& pack) {
    unique(pack.documents, "/documents");
    unique(pack.roles, "/roles");
    unique(pack.facts, "/facts");
    unique(pack.bodies, "/bodies");
    unique(pack.limits, "/limits");
    unique(pack.matters, "/matters");
    unique(pack.notes, "/notes");
}

Pack PackReader::read(const Json& root) {
    const JsonIn in(root, "", errors_);
    ObjectIn o(in);
    Pack out;
    read_head(o, out);
    read_lists(o, out);
    o.finish();
    check_ids(out);
    return out;
}

PackRead pack_from_json(std::string_view bytes, const Catalogue& catalogue) {
    PackRead out;
    const auto json = parse_json(bytes);
    if (!json) {
        out.errors.push_back(json.error());
        return out;
    }
    PackReader reader(catalogue, out.errors);
    Pack pack = reader.read(*json);
    if (out.errors.empty()) out.pack = std::move(pack);
    return out;
}

const Matter* find_matter(const Pack& pack, std::string_view id) { return with_id(pack.matters, id); }
const Body* find_body(const Pack& pack, std::string_view id) { return with_id(pack.bodies, id); }
const FactRule* find_fact(const Pack& pack, std::string_view id) { return with_id(pack.facts, id); }
const RoleRule* find_role(const Pack& pack, std::string_view id) { return with_id(pack.roles, id); }
const TimeLimit* find_limit(const Pack& pack, std::string_view id) { return with_id(pack.limits, id); }

std::string document_prefix(const Pack& pack, const std::string& document) {
    if (document.empty() || pack.documents.empty() || pack.documents.front().id == document) return "";
    for (const PackDocument& d : pack.documents) {
        if (d.id == document) return d.short_title.empty() ? "《" + d.title + "》" : d.short_title;
    }
    return "";
}

}  // namespace signroute
