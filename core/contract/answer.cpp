#include "core/contract/answer.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/contract/audit_verb.h"
#include "core/contract/compare_verb.h"
#include "core/contract/deadline_verb.h"
#include "core/contract/json_out.h"
#include "core/contract/plan_verb.h"
#include "core/contract/request.h"

namespace signroute {

namespace {

Reply refused(const Error& e) {
    return {write_json({{"error", {{"code", e.code}, {"pointer", e.pointer}, {"message", e.message}}}}), 2};
}

Reply assessed(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors, bool checked) {
    ObjectIn in(request);
    const auto use = pack_in_use(library, pack, in, errors);
    if (!use) return {};
    const Rules rules{&library.catalogue, &use->get()};
    const Case situation = read_case(rules, in, false);
    in.finish();
    if (!errors.empty()) return {};
    const Assessment a = assess(rules, library.calendar, situation);
    return {write_json(to_json(rules, situation, a, checked)), checked && a.verdict == Verdict::fail ? 1 : 0};
}

Reply matters(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    const auto use = pack_in_use(library, pack, in, errors);
    if (!use) return {};
    const Rules rules{&library.catalogue, &use->get()};
    const bool asked = in.has("facts");
    const Case situation = read_case(rules, in, true);
    in.finish();
    if (!errors.empty()) return {};
    return {write_json(matters_to_json(rules, asked ? &situation : nullptr)), 0};
}

Reply described(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    const auto use = pack_in_use(library, pack, in, errors);
    in.finish();
    if (!use || !errors.empty()) return {};
    return {write_json(pack_to_json({&library.catalogue, &use->get()})), 0};
}

Reply linted(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    const auto use = pack_in_use(library, pack, in, errors);
    in.finish();
    if (!use || !errors.empty()) return {};
    const Rules rules{&library.catalogue, &use->get()};
    const LintReport report = lint(rules);
    const bool wrong = std::any_of(report.findings.begin(), report.findings.end(), [](const LintFinding& f) { return f.severity == Severity::error; });
    return {write_json(lint_to_json(rules, report)), wrong ? 1 : 0};
}

Reply dispatch(const Library& library, std::string_view verb, std::string_view pack, const JsonIn& request, Errors& errors) {
    if (verb == "route" || verb == "assess") return assessed(library, pack, request, errors, verb == "assess");
    if (verb == "deadline") {
        const Json out = deadline_verb(library, pack, request, errors);
        return {errors.empty() ? write_json(out) : "", 0};
    }
    if (verb == "plan") return plan_verb(library, pack, request, errors);
    if (verb == "packs" || verb == "catalogue") {
        ObjectIn(request).finish();
        return {write_json(verb == "packs" ? packs_to_json(library.packs) : catalogue_to_json(library.catalogue)), 0};
    }
    if (verb == "matters") return matters(library, pack, request, errors);
    if (verb == "audit") return audit_verb(library, pack, request, errors);
    if (verb == "compare") return compare_verb(library, request, errors);
    if (verb == "lint") return linted(library, pack, request, errors);
    if (verb == "pack") return described(library, pack, request, errors);
    errors.push_back({"unknown_verb", "", "不认识的命令“" + std::string(verb) + "”。"});
    return {};
}

}  // namespace

bool needs_request(std::string_view verb) { return verb == "route" || verb == "assess" || verb == "deadline" || verb == "plan" || verb == "audit" || verb == "compare"; }

Reply answer(const Library& library, std::string_view verb, std::string_view pack, std::string_view request) {
    const auto json = parse_json(trim(request).empty() ? "{}" : request);
    if (!json) return refused(json.error());
    Errors errors;
    const Reply out = dispatch(library, verb, pack, JsonIn(*json, "", errors), errors);
    return errors.empty() ? out : refused(errors.front());
}

}  // namespace signroute
