#include "core/pack/matter_list.h"
#include "shell/ui/ui.h"
#include "shell/views/route_parts.h"

namespace signroute::views {

namespace {

constexpr std::string_view kSilent = "原文未规定的事项";

bool holds(const MatterTopic& topic, const std::string& matter) {
    for (const ListedMatter& m : topic.matters) {
        if (m.id == matter) return true;
    }
    return false;
}

// Open before anything is chosen: the first topic.
bool& open_state(RouteLook& look, const std::string& key, bool at_first) { return look.open.try_emplace(key, at_first).first->second; }

class MatterTree {
  public:
    MatterTree(const Scene& scene, RouteLook& look, Intents& intents)
        : scene_(scene), look_(look), intents_(intents), chosen_(scene.session.place.matter), arrived_(look.matter != chosen_), tree_("事项") {}

    void topics(const std::vector<MatterTopic>& list, const std::string& prefix, bool silent) {
        for (const MatterTopic& topic : list) {
            const ui::Ids scope(prefix + topic.id);
            bool found = true;
            bool& open = look_.filter.empty() ? open_state(look_, prefix + topic.id, !silent && chosen_.empty() && &topic == &list.front()) : found;
            open |= arrived_ && holds(topic, chosen_);
            if (!tree_.branch(topic.title, open)) continue;
            for (const ListedMatter& m : topic.matters) leaf(m, silent);
            tree_.end();
        }
    }

    void silent(const std::vector<MatterTopic>& list) {
        bool found = true, chosen_here = false;
        for (const MatterTopic& t : list) chosen_here |= holds(t, chosen_);
        bool& open = look_.filter.empty() ? open_state(look_, "silent", false) : found;
        open |= arrived_ && chosen_here;
        if (!tree_.branch(kSilent, open)) return;
        topics(list, "silent.", true);
        tree_.end();
    }

  private:
    void leaf(const ListedMatter& m, bool silent) {
        const std::string also = m.found_by.empty() ? "" : "又称：" + m.found_by;
        ui::TreeItem item{.detail = also, .selected = m.id == chosen_, .key = m.id};
        if (silent) item.tone_word = "原文未规定";
        if (!tree_.leaf(m.title, item) || m.id == chosen_) return;
        intents_.push_back(intent::Go{{.room = Room::route, .pack = scene_.rules.pack->id, .matter = m.id}});
    }

    const Scene& scene_;
    RouteLook& look_;
    Intents& intents_;
    const std::string& chosen_;
    const bool arrived_;  // at another matter: its topic opens
    ui::Tree tree_;
};

}  // namespace

void matter_tree(const Scene& scene, const ui::Box& box, RouteLook& look, Intents& intents) {
    const ui::Area area("事项列表", box, {.role = ui::Role::navigation, .padding_x = 0, .padding_y = 16, .ground = ui::Ground::page, .line_right = true, .scrolls = false});
    {
        const ui::Indent indent(12);
        ui::text_field("查找事项", look.filter, {.placeholder = "标题、俗称或拼音首字母", .hide_label = true, .width = ui::room() - 12});
    }
    constexpr float above = 16 + ui::target + 8;  // the field stays while the list below it scrolls
    const ui::Area below("事项", box.h / ui::kit().scale() - above, {.padding_x = 12, .padding_y = 4, .ground = ui::Ground::none});
    const MatterList list = list_matters(*scene.rules.catalogue, *scene.rules.pack, look.filter);
    if (list.regulated.empty() && list.silent.empty()) {
        ui::text("没有找到“" + look.filter + "”。", {.second = true});
        ui::note("请换一个说法，或清空上面的查找框。");
        if (ui::button("清空查找")) look.filter.clear();
        return;
    }
    MatterTree tree(scene, look, intents);
    tree.topics(list.regulated, "", false);
    if (!list.silent.empty()) tree.silent(list.silent);
}

}  // namespace signroute::views
