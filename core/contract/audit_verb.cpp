// The verb `audit`: a pack against the official text that the request carries.
#include "core/contract/audit_verb.h"

#include "core/audit/audit.h"
#include "core/contract/json_out.h"
#include "core/contract/request.h"

namespace signroute {

namespace {

// With its sentence: an audit is the one place that speaks of sentences.
Json place(const Clause& clause) {
    Json out = to_json(clause);
    if (clause.sentence) out["sentence"] = clause.sentence;
    return out;
}

Json element_to_json(const AuditElement& e) {
    Json out = {{"kind", e.kind}, {"id", e.id}};
    if (!e.of.empty()) out["of"] = e.of;
    if (!e.pointer.empty()) out["pointer"] = e.pointer;
    return out;
}

Json clause_to_json(const AuditedClause& c) {
    Json elements = Json::array();
    for (const AuditElement& e : c.elements) elements.push_back(element_to_json(e));
    return {{"clause", place(c.clause)},
            {"status", c.status ? Json(name_of(*c.status, kAccountStatuses)) : Json(nullptr)},
            {"elements", std::move(elements)},
            {"reason", text_or_null(c.reason)}};
}

Json audit_to_json(const Pack& pack, const Audit& a) {
    Json out = {{"clauses", Json::array()},
                {"unaccounted", Json::array()},
                {"not_found", Json::array()},
                {"untaken", Json::array()}};
    for (const AuditedClause& c : a.clauses) out["clauses"].push_back(clause_to_json(c));
    for (const Unaccounted& u : a.unaccounted)
        out["unaccounted"].push_back({{"clause", place(u.clause)}, {"words", text_or_null(u.words)}});
    for (const NotFound& n : a.not_found) {
        out["not_found"].push_back(
            {{"element", element_to_json(n.element)}, {"clause", place(n.clause)}, {"kind", n.kind}, {"claimed", n.claimed}});
    }
    for (const Untaken& u : a.untaken) out["untaken"].push_back({{"clause", place(u.clause)}, {"figure", u.figure}});
    out["citations"] = Json::object();
    for (const Citation& c : a.citations) out["citations"][clause_code(pack, c.clause)] = c.count;
    out["names"] = Json::object();
    for (const NameTotal& n : a.names) out["names"][n.role] = n.count;
    return out;
}

}  // namespace

Reply audit_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    const auto use = pack_in_use(library, pack, in, errors);
    const std::string text = in.need_text("text");
    in.finish();
    if (!use || !errors.empty()) return {};
    auto statute = read_statute(text);
    if (!statute) {
        errors.push_back({statute.error().code, "/text", statute.error().message, statute.error().line});
        return {};
    }
    const Audit found = audit({&library.catalogue, &use->get()}, std::move(*statute));
    return {write_json(audit_to_json(use->get(), found)), found.clean() ? 0 : 1};
}

}  // namespace signroute
