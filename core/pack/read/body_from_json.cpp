// Bodies: the government itself, every meeting, the study sessions.
#include <algorithm>

#include "core/pack/read/pack_reader.h"

namespace signroute {

namespace {

constexpr const char* kAttributes[] = {"member",    "attend",        "invite",  "convener",   "chair",   "stand_in", "quorum",      "frequency",
                                       "scope",     "topics_set_by", "cut_off", "decides_by", "outcome", "minutes",  "publication", "leave"};
constexpr const char* kPeriods[] = {"week", "month", "quarter", "half_year", "year"};

template <std::size_t N>
bool listed(const char* const (&list)[N], const std::string& text) {
    return std::any_of(std::begin(list), std::end(list), [&](const char* a) { return text == a; });
}

}  // namespace

BodyEntry PackReader::body_entry(const JsonIn& in) {
    ObjectIn o(in);
    BodyEntry out;
    element(o, out);
    out.attribute = o.need_text("attribute");
    if (!out.attribute.empty() && !listed(kAttributes, out.attribute))
        o.require("attribute")->fail("bad_value", "不认识的会议要素“" + out.attribute + "”。");
    out.role = identifier(o, "role", "role");
    out.roles = identifiers(o, "roles", "role");
    out.status = o.text("status");
    if (const auto topics = o.get("topics")) {
        out.topics = topics->texts();
        const NamedFact* topic = find_named(catalogue_.facts, "topic");
        for (const std::string& t : out.topics) {
            if (!topic || !find_named(topic->options, t)) topics->fail("unknown_option", "议题类别没有选项“" + t + "”。");
        }
    }
    out.n = small(o, "n", 0, 1000000);
    out.n_max = small(o, "n_max", 1, 1000000);
    if (out.n_max && (out.attribute != "frequency" || !out.n || *out.n_max <= *out.n))
        in.fail("bad_value", "“n_max”是频次的上限，应大于“n”。");
    out.per = o.text("per");
    if (!out.per.empty() && !listed(kPeriods, out.per))
        o.require("per")->fail("bad_value", "周期应为 week、month、quarter、half_year 或 year。");
    if (out.attribute == "frequency" && out.n && out.per.empty()) in.fail("missing_key", "缺少“per”。");
    out.numerator = small(o, "numerator", 1, 1000).value_or(0);
    out.denominator = small(o, "denominator", 1, 1000).value_or(0);
    if (out.attribute == "quorum" && (out.numerator < 1 || out.denominator <= out.numerator))
        in.fail("bad_value", "法定人数应写作 0 与 1 之间的分数（numerator、denominator）。");
    out.exclusive = o.boolean("exclusive", false);
    out.judgement = o.boolean("judgement", false);
    o.finish();
    return out;
}

Body PackReader::body(const JsonIn& in) {
    ObjectIn o(in);
    Body out;
    out.id = identifier(o, "id", "role", true);
    out.title = o.text("title");
    const NamedRole* r = find_named(catalogue_.roles, out.id);
    if (r && r->kind != RoleKind::body) o.require("id")->fail("bad_value", "“" + r->title + "”不是会议或者集体。");
    if (r && out.title.empty()) out.title = r->title;
    out.clauses = clauses(o, "clauses", true);
    for (const JsonIn& i : o.items("entries")) out.entries.push_back(body_entry(i));
    unique(out.entries, in.pointer() + "/entries");
    out.silent = silents(o);
    o.finish();
    return out;
}

}  // namespace signroute
