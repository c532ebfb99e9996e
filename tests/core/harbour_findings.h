// Plans and meetings in the fictional city of harbour.h, and what is found in them, in words.
#pragma once

#include "tests/core/harbour.h"

namespace signroute::test {

inline const Facts kPlain = {{"important", false}, {"wide", false}, {"kind", std::string("notice")}, {"urgent", false}, {"pages", std::int64_t{3}}};
inline const std::vector<std::string> kGoodPlan = {"书记拟稿", "文书官审核", "副港主签发"};

inline Facts with(Facts facts, const std::string& fact, FactValue value) {
    facts[fact] = std::move(value);
    return facts;
}

inline Facts without(Facts facts, const std::string& fact) {
    facts.erase(fact);
    return facts;
}

// A plain notice with its map, planned as given.
inline Case edict(const std::vector<std::string>& plan = kGoodPlan, Facts facts = kPlain) {
    Case out = harbour_case("edict", std::move(facts), plan);
    out.done["map"] = {Truth::yes, std::nullopt};
    return out;
}

inline Case important(const std::string& signer, Facts facts = with(kPlain, "important", true)) {
    return edict({"书记拟稿", "文书房征求意见", "文书官审核", signer}, std::move(facts));
}

inline Case meeting(Facts facts) {
    for (const auto& [id, value] : Facts{{"chair", std::string("mayor")}, {"due", std::int64_t{10}}, {"present", std::int64_t{6}}, {"topic", std::string("tolls")},
                                         {"last_held", std::vector<std::string>{"2025-02-03", "2025-02-17"}}})
        facts.emplace(id, value);
    Case out = harbour_case("council", std::move(facts));
    out.on = day("2025-03-12");
    return out;
}

inline std::string told(const Parts& parts) {
    std::string out;
    for (const auto& [key, value] : parts) {
        const auto* text = std::get_if<std::string>(&value);
        out += (out.empty() ? "" : ", ") + key + " " + (text ? *text : std::to_string(std::get<std::int64_t>(value)));
    }
    return out;
}

// "severity code element message" of all findings, a line each.
inline std::string told(const Assessment& a) {
    std::string out;
    for (const Finding& f : a.findings.list) out += std::string(name(f.severity)) + " " + std::string(name(f.code)) + " " + f.element + " " + f.message + "\n";
    return out;
}

inline const Finding& only(const Assessment& a) {
    REQUIRE_MESSAGE(a.findings.list.size() == 1, told(a));
    return a.findings.list.front();
}

inline CheckResult result_of(const Assessment& a, const std::string& element) {
    for (const Checked& c : a.findings.checked) {
        if (c.element == element) return c.result;
    }
    FAIL("not checked: " << element);
    return CheckResult::unknown;
}

inline std::vector<std::string> words(const std::vector<PlannedStep>& plan) {
    std::vector<std::string> out;
    for (const PlannedStep& s : plan) out.push_back(step_title(harbour_catalogue(), s));
    return out;
}

// The plan as a whole mended, and the edits of each finding made one after the other, both pass.
inline void check_mended(const Case& situation, const std::vector<std::string>& want) {
    const Assessment a = assessed(situation);
    CHECK(words(a.mended) == want);
    Case whole = situation;
    whole.planned = a.mended;
    CHECK_MESSAGE(assessed(whole).verdict == Verdict::pass, told(assessed(whole)));
    Case edited = situation;
    for (const Finding& f : a.findings.list) {
        for (const Edit& e : f.mend) edited.planned = applied(e, edited.planned);
    }
    CHECK_MESSAGE(assessed(edited).verdict == Verdict::pass, told(assessed(edited)));
}

}  // namespace signroute::test
