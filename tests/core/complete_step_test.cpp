// What a step that is begun may become: by its characters, by their initials, by both.
#include "core/base/pinyin.h"
#include "core/route/complete_step.h"
#include "tests/core/harbour.h"
#include "tests/core/pack_files.h"

using namespace signroute;
using namespace signroute::test;

namespace {

struct Begun {
    Catalogue catalogue = harbour_catalogue();
    Pack pack = harbour_pack();
    Rules rules{&catalogue, &pack};
    Case situation;
    Route route;

    Begun() {
        situation.matters = {"edict"};
        situation.facts["important"] = true;
        route = route_from_facts(rules, situation, {});
    }
    std::vector<std::string> found(std::string_view typed) const {
        std::vector<const RouteStep*> missing;
        for (const RouteStep& s : route.steps) missing.push_back(&s);
        std::vector<std::string> out;
        for (const StepCompletion& c : step_completions(rules, route, missing, typed)) out.push_back(c.text);
        return out;
    }
    std::string first(std::string_view typed) const {
        const auto all = found(typed);
        return all.empty() ? "" : all.front();
    }
};

}  // namespace

TEST_CASE("a step of the rules is found by its characters, by initials in either case, and by both mixed") {
    const Begun b;
    for (const char* typed : {"书记拟稿", "sjng", "SJNG", "书记ng", "sj拟g", "书"}) CHECK_MESSAGE(b.first(typed) == "书记拟稿", typed);
    for (const char* typed : {"gzqf", "港zqf", "港主签"}) CHECK_MESSAGE(b.first(typed) == "港主签发", typed);
}

TEST_CASE("an actor and an action that no rule puts together are a step too, and each is found alone") {
    const Begun b;
    CHECK(b.found("gzng") == std::vector<std::string>{"港主拟稿"});
    const auto actor = b.found("fgz");
    CHECK(std::find(actor.begin(), actor.end(), "副港主") != actor.end());
    const auto action = b.found("gy");
    CHECK(action == std::vector<std::string>{"盖印", "文书房盖印"});
    CHECK(b.found("xq").empty());
}

TEST_CASE("what begins with what is typed comes before what holds it further in") {
    const Begun b;
    const auto found = b.found("gz");
    REQUIRE(!found.empty());
    CHECK(found.front().rfind("港主", 0) == 0);
    const auto inside = std::find_if(found.begin(), found.end(), [](const std::string& s) { return s.rfind("副港主", 0) == 0; });
    const auto whole = std::find(found.begin(), found.end(), "港主");
    CHECK(whole < inside);
}

TEST_CASE("the initials that the catalogue gives its roles are those of a table by pronunciation") {
    for (const NamedRole& r : shared_catalogue().roles) {
        const Typed t = typed_of(r.title, "", r.initials);
        CHECK_MESSAGE((t.all && t.taken == r.initials.size() && !r.initials.empty()), r.title << " " << r.initials);
    }
}
