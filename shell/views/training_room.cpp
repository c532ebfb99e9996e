#include "core/pack/matter_list.h"
#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/training_parts.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

struct Part {
    const char* id;
    const char* title;
    void (*draw)(const Scene&, TrainingLook&, Intents&);
};
constexpr Part kParts[] = {{"practice", "练习", practice_part}, {"courses", "课程", courses_part}, {"progress", "进度", progress_part},
                           {"exam", "考试", exam_part},         {"results", "成绩汇总", results_part}};

void parts(const Scene& scene, int at, Intents& intents) {
    std::vector<ui::Tab> tabs;
    for (const Part& p : kParts) tabs.push_back({p.title});
    tabs[0].count = scene.session.training.figures.due > 0 ? scene.session.training.figures.due : -1;
    if (ui::tabs("培训", tabs, at)) intents.push_back(intent::Go{{.room = Room::training, .part = kParts[at].id}});
}

}  // namespace

bool choose_packs(const Scene& scene, std::vector<std::string>& packs) {
    bool changed = false;
    ui::text("城市");
    const ui::Row row(16, 32);
    for (const OfferedPack& offered : scene.session.offered) {
        const ui::Ids scope(offered.id);
        const auto at = std::find(packs.begin(), packs.end(), offered.id);
        bool on = at != packs.end();
        if (!ui::checkbox(city_title(scene, offered.id), on)) continue;
        if (on) packs.push_back(offered.id);
        else packs.erase(at);
        changed = true;
    }
    return changed;
}

bool choose_kinds(std::vector<quiz::Kind>& kinds) {
    bool changed = false;
    const ui::Row row(16, 32);
    for (int i = 0; i < quiz::kKinds; ++i) {
        const auto kind = static_cast<quiz::Kind>(i);
        const ui::Ids scope(i);
        const auto at = std::find(kinds.begin(), kinds.end(), kind);
        bool on = at != kinds.end();
        if (!ui::checkbox(quiz::title(kind), on)) continue;
        if (on) kinds.push_back(kind);
        else kinds.erase(at);
        changed = true;
    }
    return changed;
}

bool choose_topic(const Scene& scene, std::string& topic) {
    const auto topics = topics_in_order(*scene.rules.catalogue);
    std::vector<ui::Choice> choices{{"全部类别"}};
    int chosen = 0;
    for (const Named* t : topics) {
        if (t->id == topic) chosen = static_cast<int>(choices.size());
        choices.push_back({t->title});
    }
    if (!ui::select("类别", choices, chosen, {.width = 280})) return false;
    topic = chosen == 0 ? "" : topics[static_cast<std::size_t>(chosen - 1)]->id;
    return true;
}

void training_room(const Scene& scene, const ui::Frame& frame, TrainingLook& look, Intents& intents) {
    int at = 0;
    for (int i = 0; i < static_cast<int>(std::size(kParts)); ++i) {
        if (scene.session.place.part == kParts[i].id) at = i;
    }
    const ui::Ids scope(kParts[at].id);
    const ui::Area area("培训", frame.rest, {.role = ui::Role::main});
    parts(scene, at, intents);
    if (!scene.session.training.open) return ui::text("正在读取练习记录和各市规则…", {.second = true});
    kParts[at].draw(scene, look, intents);
}

}  // namespace signroute::views
