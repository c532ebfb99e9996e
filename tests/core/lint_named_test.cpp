// Every open reading and every silence that a pack attributes to the text is named by a written case: the case fails once
// the answer leaves it out.
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/contract/answer.h"
#include "core/pack/lint.h"
#include "tests/core/calendar_files.h"
#include "tests/core/case_pattern.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

using Json = nlohmann::json;
using Attributed = std::set<std::pair<std::string, std::string>>;  // matter or body, "" of the whole text; id

bool fits(const WrittenCase& c, const Json& answer) { return mismatches(c.expect, answer.dump()).empty(); }
bool mentions(const WrittenCase& c, const char* word) { return c.expect.find(word) != c.expect.npos; }

// Whether the answer bears each reading of the question, and the case sees when it is settled, whichever way.
bool names(const WrittenCase& c, const Json& answer, const OpenReading& question) {
    for (const Reading& r : question.readings) {
        Json after = answer, left = Json::array();
        for (const Json& one : answer["readings"]) {
            if (("+" + one["id"].get<std::string>() + "+").find("+" + r.id + "+") != std::string::npos) left.push_back(one);
        }
        if (left.empty() || left == answer["readings"]) return false;
        after["readings"] = left;
        if (left.size() == 1) after.erase("readings"), after["outcome"] = "regulated";
        if (fits(c, after)) return false;
    }
    return true;
}

// The lists of silences of an answer: its own, and that of each reading.
std::vector<Json*> lists_of(Json& answer) {
    std::vector<Json*> out;
    if (answer.contains("silent")) out.push_back(&answer["silent"]);
    if (!answer.contains("readings")) return out;
    for (Json& r : answer["readings"]) {
        if (r["answer"].contains("silent")) out.push_back(&r["answer"]["silent"]);
    }
    return out;
}

std::set<std::string> silent_in(Json answer) {
    std::set<std::string> out;
    for (const Json* list : lists_of(answer)) {
        for (const Json& s : *list) out.insert(s["id"]);
    }
    return out;
}

Json without(Json answer, const std::string& id) {
    for (Json* list : lists_of(answer)) {
        Json rest = Json::array();
        for (const Json& s : *list) {
            if (s["id"] != id) rest.push_back(s);
        }
        *list = rest;
    }
    return answer;
}

struct Cases {
    Attributed readings, silences;
};

class Gather {
  public:
    Gather(const Pack& pack, const LintReport& report) : pack_(pack), report_(report) {}

    void take(const WrittenCase& c, const Json& whole) {
        Json answer = Json::object();  // what the case looks at, and no more
        for (const auto& [key, value] : whole.items()) {
            if (mentions(c, ("\"" + key + "\"").c_str()) || key == "outcome" || key == "readings") answer[key] = value;
        }
        for (const std::string matter : whole.value("matter", Json::array({""}))) {
            if (whole.contains("readings")) readings(c, answer, matter);
            if (mentions(c, "\"silent\"")) silences(c, answer, matter);
            if (mentions(c, "\"not_regulated\"")) unregulated(c, answer, matter);
        }
    }

    Cases found;

  private:
    void readings(const WrittenCase& c, const Json& answer, const std::string& matter) {
        for (const LintConflict& q : report_.conflicts) {
            if (q.matter == matter && names(c, answer, *q.question)) found.readings.emplace(matter, q.question->id);
        }
    }
    void silences(const WrittenCase& c, const Json& answer, const std::string& matter) {
        for (const std::string& id : silent_in(answer)) {
            if (fits(c, without(answer, id))) continue;
            found.silences.emplace(matter, id);
            found.silences.emplace("", id);
        }
    }
    // Of a matter that the text leaves out as a whole, this is the silence.
    void unregulated(const WrittenCase& c, const Json& answer, const std::string& matter) {
        const Matter* m = find_matter(pack_, matter);
        Json otherwise = answer;
        otherwise["outcome"] = "regulated";
        if (!m || m->regulated || fits(c, otherwise)) return;
        for (const LintSilence& s : report_.silences) {
            if (s.matter == matter && s.silent->aspect == "procedure") found.silences.emplace(matter, s.silent->id);
        }
    }

    const Pack& pack_;
    const LintReport& report_;
};

// Of one pack, those that ask for a silence, for readings, or that there is no rule.
std::vector<WrittenCase> speaking_cases(const std::string& pack) {
    std::vector<WrittenCase> out;
    for (const std::string& path : case_files()) {
        for (const WrittenCase& c : cases_of(path)) {
            const bool speaks = mentions(c, "\"readings\"") || mentions(c, "\"silent\"") || mentions(c, "\"not_regulated\"");
            const bool mine = c.fault.empty() && Json::parse(c.request).value("pack", "") == pack;
            if (mine && speaks && c.verb != "deadline") out.push_back(c);
        }
    }
    return out;
}

std::string listed(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& one : list) out += "\n    " + one;
    return out;
}

}  // namespace

TEST_CASE("every silence and every open reading that lint lists is named by a written case") {
    if (std::getenv("SIGNROUTE_CASES")) return;  // some files only
    for (const Pack& pack : installed_library().packs) {
        if (kStride > 1 && pack.id != "wuxi-2022") continue;
        const LintReport report = lint({&installed_library().catalogue, &pack});
        Gather gather(pack, report);
        for (const WrittenCase& c : speaking_cases(pack.id))
            gather.take(c, Json::parse(signroute::answer(installed_library(), c.verb, "", c.request).json, nullptr, false));
        std::vector<std::string> unnamed;
        for (const LintConflict& q : report.conflicts) {
            if (!gather.found.readings.count({q.matter, q.question->id})) unnamed.push_back(q.matter + " " + q.question->id);
        }
        for (const LintSilence& s : report.silences) {
            const std::string& where = s.matter.empty() ? s.body : s.matter;
            if (!gather.found.silences.count({where, s.silent->id})) unnamed.push_back(where + " " + s.silent->id);
        }
        CHECK_MESSAGE(unnamed.empty(), pack.id << ": no case names" << listed(unnamed));
        MESSAGE(pack.id << ": " << report.silences.size() << " silences, " << report.conflicts.size() << " open readings");
    }
}
