// The required route and the planned one, one under the other.
#include "core/findings/side_by_side.h"
#include "core/route/plan_from_text.h"
#include "tests/core/harbour.h"

using namespace signroute;
using namespace signroute::test;

namespace {

struct Laid {
    Catalogue catalogue = harbour_catalogue();
    Pack pack = harbour_pack();
    Rules rules{&catalogue, &pack};
    Case situation;
    Route route;
    Stages stages;
    std::vector<LaidColumn> columns;

    explicit Laid(std::string_view plan) {
        situation.matters = {"edict"};
        situation.facts["important"] = true;
        situation.facts["wide"] = false;
        situation.planned = plan_from_text(rules, plan);
        situation.has_plan = true;
        route = route_from_facts(rules, situation, {});
        stages = stages_of(rules, situation, route);
        columns = side_by_side(stages, route, align(rules, route, situation));
    }
    // The titles of the required steps above a planned one.
    std::string above(int planned) const {
        std::string out;
        for (const LaidColumn& c : columns) {
            if (std::find(c.planned.begin(), c.planned.end(), planned) == c.planned.end()) continue;
            for (const RouteStep* s : c.required) out += step_title(catalogue, s->role, s->rule->action);
        }
        return out;
    }
};

}  // namespace

TEST_CASE("every planned step and every step that may be required has one place, both in their order") {
    for (const char* plan : {"", "书记拟稿", "港主签发、书记拟稿", "书记拟稿→文书房征求意见→文书官审核→港主签发", "港务官盖印→港主签发→文书官审核→书记拟稿→文书房征求意见→书记拟稿"}) {
        const Laid laid(plan);
        std::vector<int> planned;
        std::size_t required = 0, listed = 0;
        for (const LaidColumn& c : laid.columns) {
            planned.insert(planned.end(), c.planned.begin(), c.planned.end());
            required += c.required.size();
            CHECK_FALSE((c.required.empty() && c.planned.empty()));
        }
        for (const Stage& s : laid.stages.stages) listed += s.steps.size();
        CHECK(required == listed);
        REQUIRE(planned.size() == laid.situation.planned.size());
        for (std::size_t i = 0; i < planned.size(); ++i) CHECK(planned[i] == static_cast<int>(i));
    }
}

TEST_CASE("a step stands under the one it takes; one that is out of order stands by itself") {
    const Laid good("书记拟稿→文书房征求意见→文书官审核→港主签发");
    CHECK(good.above(0) == "书记拟稿");
    CHECK(good.above(3).find("港主签发") != std::string::npos);
    const Laid wrong("文书官审核→书记拟稿→文书房征求意见→港主签发");
    CHECK(wrong.above(0) == "");
    CHECK(wrong.above(1) == "书记拟稿");
}
