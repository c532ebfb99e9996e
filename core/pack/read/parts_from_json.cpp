// What all elements share: clauses, identifiers, strength, silences.
#include <algorithm>

#include "core/pack/read/pack_reader.h"

namespace signroute {

namespace {

// Takes a run of digits off the front; nullopt if there is none or it is absurdly long.
std::optional<int> take_number(std::string_view& text) {
    std::size_t n = 0;
    while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
    if (n == 0 || n > 4) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, n)) value = value * 10 + (c - '0');
    text.remove_prefix(n);
    return value;
}

bool take(std::string_view& text, std::string_view prefix) {
    if (text.substr(0, prefix.size()) != prefix) return false;
    text.remove_prefix(prefix.size());
    return true;
}

// "50", "50.2", "50.2.3", each with an optional "#sentence"; "tail", "notice".
bool parse_place(std::string_view text, Clause& out) {
    if (take(text, "tail")) out.article = kTail;
    else if (take(text, "notice")) out.article = kNotice;
    else if (const auto n = take_number(text); n && *n > 0) out.article = *n;
    else return false;
    for (int* level : {&out.para, &out.item}) {
        if (!take(text, ".")) break;
        const auto n = take_number(text);
        if (!n || *n == 0) return false;
        *level = *n;
    }
    if (take(text, "#")) {
        const auto n = take_number(text);
        if (!n || *n == 0) return false;
        out.sentence = *n;
    }
    return text.empty();
}

const std::pair<const char*, const char*> kKinds[] = {{"matter", "事项"},     {"role", "角色"},  {"action", "动作"},
                                                      {"fact", "情形"},       {"limit", "时限"}, {"thing", "前置事项"},
                                                      {"event", "时间节点"}, {"aspect", "方面"}};

}  // namespace

std::optional<Clause> PackReader::clause(const JsonIn& in) {
    const auto text = in.text();
    if (!text) return std::nullopt;
    Clause out;
    if (documents_.empty()) return out;  // said once, not for every clause
    std::string_view rest = *text;
    const std::size_t colon = rest.find(':');
    out.doc = colon == rest.npos ? (documents_.empty() ? "" : documents_.front().first) : std::string(rest.substr(0, colon));
    if (colon != rest.npos) rest.remove_prefix(colon + 1);
    if (std::none_of(documents_.begin(), documents_.end(), [&](const auto& d) { return d.first == out.doc; })) {
        in.fail("unknown_document", "条款“" + *text + "”所指的文件不在本规则包中。");
    } else if (!parse_place(rest, out)) {
        in.fail("bad_clause", "“" + *text + "”不是条款号；应写作 50、50.2、50.2.3、50.2#1、tail 或 notice。");
    } else if (!article_exists(out)) {
        in.fail("unknown_article", "条款“" + *text + "”超出所指文件的条数。");
    }
    out.arabic = std::any_of(arabic_.begin(), arabic_.end(), [&](const Clause& list) { return covers(list, out); });
    return out;
}

bool PackReader::article_exists(const Clause& c) const {
    return c.article <= 0 || std::any_of(documents_.begin(), documents_.end(), [&](const auto& d) {
        return d.first == c.doc && c.article <= d.second;
    });
}

std::optional<int> PackReader::small(ObjectIn& in, const char* key, int least, int most) {
    const auto v = in.get(key);
    const auto n = v ? v->integer() : std::nullopt;
    if (!n) return std::nullopt;
    if (*n >= least && *n <= most) return static_cast<int>(*n);
    v->fail("out_of_range", "此处应为 " + std::to_string(least) + " 至 " + std::to_string(most) + " 之间的整数。");
    return std::nullopt;
}

std::vector<Clause> PackReader::clauses(ObjectIn& in, const char* key, bool required) {
    std::vector<Clause> out;
    const auto list = required ? in.require(key) : in.get(key);
    if (!list) return out;
    for (const JsonIn& item : list->items()) {
        if (const auto c = clause(item)) out.push_back(*c);
    }
    if (required && list->value() == Json::array()) list->fail("no_clause", "至少要写明一个条款。");
    return out;
}

bool PackReader::known(std::string_view kind, std::string_view id) const {
    const auto in = [&](const auto& list) {
        return std::any_of(list.begin(), list.end(), [&](const auto& e) { return e.id == id; });
    };
    if (kind == "matter") return in(catalogue_.matters);
    if (kind == "role") return in(catalogue_.roles);
    if (kind == "action") return in(catalogue_.actions);
    if (kind == "fact") return in(catalogue_.facts);
    if (kind == "limit") return in(catalogue_.limits);
    if (kind == "thing") return in(catalogue_.things);
    if (kind == "event") return in(catalogue_.events);
    return in(catalogue_.aspects);
}

std::string PackReader::identifier(const JsonIn& in, const char* kind) {
    const auto text = in.text();
    if (!text) return "";
    const std::string& id = *text;
    if (id.empty()) {
        in.fail("empty", "此处不能为空。");
    } else if (!known(kind, id)) {
        const auto* label = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto& k) { return std::string_view(k.first) == kind; });
        in.fail(std::string("unknown_") + kind, "目录中没有" + std::string(label->second) + "“" + id + "”。");
    }
    return id;
}

std::string PackReader::identifier(ObjectIn& in, const char* key, const char* kind, bool required) {
    const auto v = required ? in.require(key) : in.get(key);
    return v ? identifier(*v, kind) : "";
}

std::vector<std::string> PackReader::identifiers(ObjectIn& in, const char* key, const char* kind) {
    std::vector<std::string> out;
    const auto v = in.get(key);
    if (!v) return out;
    if (v->value().is_string()) return {identifier(*v, kind)};
    for (const JsonIn& item : v->items()) out.push_back(identifier(item, kind));
    return out;
}

Strength PackReader::strength(ObjectIn& in, Strength otherwise) {
    const auto v = in.get("strength");
    if (!v) return otherwise;
    const Strength* s = word(*v, kStrengths, "约束强度应为 must、should、may 或 unclear。");
    return s ? *s : otherwise;
}

void PackReader::element(ObjectIn& in, Element& out, bool needs_say) {
    out.pointer = in.in().pointer();
    out.id = in.need_text("id");
    out.say = needs_say ? in.need_text("say") : in.text("say");
    out.clauses = clauses(in, "clauses", true);
    out.terms = in.texts("terms");
    out.strength = strength(in, Strength::must);
    out.strength_word = in.text("strength_word");
    out.when = condition(in, "when");
}

std::vector<Note> PackReader::notes(ObjectIn& in) {
    std::vector<Note> out;
    for (const JsonIn& i : in.items("notes")) {
        ObjectIn n(i);
        element(n, out.emplace_back());
        n.finish();
    }
    return out;
}

std::vector<Silent> PackReader::silents(ObjectIn& in) {
    std::vector<Silent> out;
    for (const JsonIn& item : in.items("silent")) {
        ObjectIn o(item);
        Silent s;
        element(o, s);
        s.strength = Strength::unclear;
        s.about = o.need_text("about");
        s.aspect = identifier(o, "aspect", "aspect", true);
        s.look_in = o.texts("look_in");
        s.asks = o.boolean("asks", false);
        o.finish();
        out.push_back(std::move(s));
    }
    unique(out, in.in().pointer() + "/silent");
    return out;
}

std::string PackReader::date(ObjectIn& in, const char* key) {
    const auto v = in.get(key);
    const std::string text = v ? v->text().value_or("") : "";
    if (!text.empty()) {
        const auto day = day_from_text(text, v->pointer());
        if (!day) errors_.push_back(day.error());
    }
    return text;
}

}  // namespace signroute
