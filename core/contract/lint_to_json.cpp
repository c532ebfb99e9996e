#include "core/contract/json_out.h"

namespace signroute {

namespace {

constexpr double kMostExact = 9007199254740992.0;  // 2^53

// A request that opens as a case.
Json case_to_json(const Rules& rules, const std::optional<Case>& situation) {
    if (!situation) return nullptr;
    Json out = {{"pack", rules.pack->id}, {"matter", situation->matters.front()}, {"facts", Json::object()}};
    for (const auto& [id, value] : situation->facts) out["facts"][id] = to_json(value);
    for (const auto& [id, d] : situation->done) out["done"][id] = d.truth == Truth::yes;
    for (const PlannedStep& step : situation->planned) out["planned"].push_back(to_json(step));
    return out;
}

Json finding_to_json(const Rules& rules, const LintFinding& f) {
    Json out = {{"severity", name(f.severity)},
                {"code", f.code},
                {"message", f.message},
                {"clauses", to_json(f.clauses)},
                {"matter", text_or_null(f.matter)},
                {"element", text_or_null(f.element)},
                {"pointer", f.pointer}};
    out["counterexample"] = case_to_json(rules, f.counterexample);
    for (const auto& [question, reading] : f.readings) out["readings"][question] = reading;
    return out;
}

Json silence_to_json(const Rules& rules, const LintSilence& s) {
    Json out = to_json(*s.silent);
    out["asks"] = s.silent->asks;
    out["matter"] = text_or_null(s.matter);
    out["body"] = text_or_null(s.body);
    out["case"] = case_to_json(rules, s.example);
    return out;
}

Json conflict_to_json(const Rules& rules, const LintConflict& c) {
    Json out = element_to_json(*c.question);
    out["matter"] = c.matter;
    out["case"] = case_to_json(rules, c.example);
    out["readings"] = Json::array();
    for (const Reading& r : c.question->readings)
        out["readings"].push_back({{"id", r.id},
                                   {"say", r.say},
                                   {"basis", to_json(r.basis)},
                                   {"literal", r.literal},
                                   {"cautious", r.cautious}});
    return out;
}

// Numbers beyond what every reader of JSON holds exactly are left at the bound.
Json combinations(double n) { return static_cast<std::int64_t>(n < kMostExact ? n : kMostExact); }

}  // namespace

Json lint_to_json(const Rules& rules, const LintReport& report) {
    Json out = {{"pack", rules.pack->id}};
    for (const char* key : {"findings", "silences", "conflicts", "checked"}) out[key] = Json::array();
    for (const LintFinding& f : report.findings) out["findings"].push_back(finding_to_json(rules, f));
    for (const LintSilence& s : report.silences) out["silences"].push_back(silence_to_json(rules, s));
    for (const LintConflict& c : report.conflicts) out["conflicts"].push_back(conflict_to_json(rules, c));
    for (const LintSpan& s : report.spans)
        out["checked"].push_back({{"matter", s.matter},
                                  {"facts", s.facts},
                                  {"combinations", combinations(s.combinations)},
                                  {"exhaustive", s.exhaustive}});
    return out;
}

}  // namespace signroute
