#include "core/contract/answer.h"

#include <algorithm>
#include <iterator>

#include "core/base/text.h"
#include "core/contract/audit_verb.h"
#include "core/contract/compare_verb.h"
#include "core/contract/deadline_verb.h"
#include "core/contract/json_out.h"
#include "core/contract/quiz_verb.h"
#include "core/contract/report_verb.h"
#include "core/contract/plan_verb.h"
#include "core/contract/request.h"
#include "core/contract/training_verbs.h"
#include "core/contract/why_verb.h"

namespace signroute {

namespace {

Reply refused(const Error& e) {
    return {write_json({{"error", {{"code", e.code}, {"pointer", e.pointer}, {"message", e.message}}}}), 2};
}

Reply assessed(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors, bool checked) {
    ObjectIn in(request);
    const auto use = pack_in_use(library, pack, in, errors);
    if (!use) return {};
    const auto calendar = calendar_in_use(library, in, errors);
    const Rules rules = rules_by(library, use->get());
    const Case situation = read_case(rules, in, false);
    in.finish();
    if (!errors.empty()) return {};
    const Assessment a = assess(rules, calendar->get(), situation);
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
    if (verb == "why") return why_verb(library, pack, request, errors);
    if (verb == "compare") return compare_verb(library, request, errors);
    if (verb == "quiz") return quiz_verb(library, request, errors);
    if (verb == "grade") return grade_verb(library, request, errors);
    if (verb == "review") return review_verb(request, errors);
    if (verb == "course") return course_verb(library, pack, request, errors);
    if (verb == "exam") return exam_verb(library, request, errors);
    if (verb == "result") return result_verb(library, request, errors);
    if (verb == "tally") return tally_verb(library, request, errors);
    if (verb == "deck") return deck_verb(library, request, errors);
    if (verb == "report") return report_verb(library, pack, request, errors);
    if (verb == "lint") return linted(library, pack, request, errors);
    if (verb == "pack") return described(library, pack, request, errors);
    errors.push_back({"unknown_verb", "", "不认识的命令“" + std::string(verb) + "”。"});
    return {};
}

}  // namespace

bool needs_request(std::string_view verb) {
    constexpr std::string_view kAsked[] = {"route", "assess", "why",    "plan",   "report", "deadline", "audit", "compare",
                                           "quiz",  "grade",  "review", "course", "exam",   "result",   "tally", "deck"};
    return std::find(std::begin(kAsked), std::end(kAsked), verb) != std::end(kAsked);
}

void keep_source(Library& library, std::string_view path, std::string text) {
    path.remove_prefix(std::min(path.size(), path.rfind('/') + 1));
    library.sources.push_back({std::string(path.substr(0, path.rfind('.'))), std::move(text)});
}

Reply answer(const Library& library, std::string_view verb, std::string_view pack, std::string_view request) {
    const auto json = parse_json(trim(request).empty() ? "{}" : request);
    if (!json) return refused(json.error());
    Errors errors;
    Reply out = dispatch(library, verb, pack, JsonIn(*json, "", errors), errors);
    if (!errors.empty()) return refused(errors.front());
    return out;
}

}  // namespace signroute
