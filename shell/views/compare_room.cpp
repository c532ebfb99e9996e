// 对照: one matter in several cities side by side, or all matters at a glance.
#include <algorithm>

#include "core/base/text.h"
#include "core/base/order.h"
#include "core/pack/matter_list.h"
#include "core/quiz/words.h"
#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr float kMatterColumn = 200, kRowColumn = 160;
constexpr const char* kSilent = "原文未规定";

constexpr std::pair<const char*, const char*> kGroups[] = {
    {"matter", "是否规定"},  {"step", "签批步骤"},      {"order", "先后次序"}, {"prerequisite", "前置条件"},
    {"limit", "时限"},       {"cap", "数量限制"},       {"prohibition", "禁止"}, {"", "会议要素"}, {"reading", "有两种理解之处"}};

// The aspects of bodies have one group.
std::string_view group_of(const std::string& aspect) {
    for (const auto& [id, title] : kGroups) {
        if (aspect == id) return title;
    }
    return "会议要素";
}

const Catalogue& catalogue_of(const Scene& scene) { return scene.session.library.catalogue; }

std::string shared_title(const Scene& scene, const std::string& matter) {
    const NamedMatter* m = find_named(catalogue_of(scene).matters, matter);
    return m ? m->title : matter;
}

std::string_view city_of(const Scene& scene, const std::string& pack) {
    for (const OfferedPack& p : scene.session.offered) {
        if (p.id == pack) return p.city.empty() ? p.id : p.city;
    }
    return pack;
}

Place place_of(const Scene& scene, const std::string& matter) {
    Place out{.room = Room::compare, .matter = matter};
    const auto packs = scene.session.place.query.find("packs");
    if (packs != scene.session.place.query.end()) out.query["packs"] = packs->second;
    return out;
}

void cities(const Scene& scene, Intents& intents) {
    const auto& compared = scene.session.compared.packs;
    const ui::Row row(16, 32);
    for (const OfferedPack& offered : scene.session.offered) {
        const ui::Ids scope(offered.id);
        bool on = std::any_of(compared.begin(), compared.end(), [&](const std::string& id) { return id == offered.id; });
        const std::string name = offered.city.empty() ? offered.id : offered.city;
        if (!ui::checkbox(name, on)) continue;
        std::vector<std::string> wanted;
        for (const OfferedPack& o : scene.session.offered) {
            const bool was = std::any_of(compared.begin(), compared.end(), [&](const std::string& id) { return id == o.id; });
            if (o.id == offered.id ? on : was) wanted.push_back(o.id);
        }
        if (wanted.size() == scene.session.offered.size()) wanted.clear();
        intents.push_back(intent::ComparePacks{wanted});
    }
}

std::vector<ui::TableColumn> columns_of(const Scene& scene, std::string_view first, float width) {
    std::vector<ui::TableColumn> out{{first, 0, width}};
    for (const std::string& id : scene.session.compared.packs) out.push_back({city_of(scene, id)});
    return out;
}

// ---- all matters -----------------------------------------------------------------------------------------------

void value_of_summary(const ComparedValue& v) {
    if (v.truth == Truth::no) return ui::text(kSilent, {.small = true, .second = true});
    ui::text(v.say.empty() ? "有规定" : v.say, {.small = true});
}

// In the order of the list of matters, which is that of the city's text; what it does not regulate comes last.
std::vector<const ComparedMatter*> in_order(const Scene& scene) {
    std::vector<std::string> listed;
    if (scene.rules.pack) {
        const MatterList list = list_matters(catalogue_of(scene), *scene.rules.pack, "");
        for (const auto* topics : {&list.regulated, &list.silent}) {
            for (const MatterTopic& t : *topics) {
                for (const ListedMatter& m : t.matters) listed.push_back(m.id);
            }
        }
    }
    std::vector<const ComparedMatter*> out;
    for (const ComparedMatter& m : scene.session.compared.matters) out.push_back(&m);
    const auto place = [&](const ComparedMatter* m) { return std::find(listed.begin(), listed.end(), m->matter) - listed.begin(); };
    put_in_order(out, [&](const ComparedMatter* a, const ComparedMatter* b) { return place(a) < place(b); });
    return out;
}

void summary(const Scene& scene, CompareLook& look, Intents& intents) {
    const std::vector<const ComparedMatter*> all = in_order(scene);
    ui::text_field("查找事项", look.filter, {.placeholder = "标题或者俗称", .hide_label = true, .width = 320});
    for (const Named* topic : topics_in_order(catalogue_of(scene))) {
        std::vector<const ComparedMatter*> here;
        for (const ComparedMatter* m : all) {
            const NamedMatter* named = find_named(catalogue_of(scene).matters, m->matter);
            if (!named || named->topic != topic->id) continue;
            const bool found = contains(named->title, look.filter) || std::any_of(named->aliases.begin(), named->aliases.end(), [&](const std::string& a) { return contains(a, look.filter); });
            if (found) here.push_back(m);
        }
        if (here.empty()) continue;
        const ui::Ids scope(topic->id);
        ui::gap(8);
        ui::heading(topic->title, 3);
        const auto columns = columns_of(scene, "事项", kMatterColumn);
        ui::Table t(topic->title, columns);
        for (const ComparedMatter* m : here) {
            const ui::Ids ids(m->matter);
            t.row({.key = m->matter});
            t.begin_cell();
            if (ui::link(shared_title(scene, m->matter))) intents.push_back(intent::Go{place_of(scene, m->matter)});
            ui::note(m->differing.empty() ? "没有不同" : std::to_string(m->differing.size()) + "处不同");
            for (const ComparedValue& v : m->values) {
                t.begin_cell();
                value_of_summary(v);
            }
        }
    }
}

// ---- one matter ------------------------------------------------------------------------------------------------

class MatterComparison {
  public:
    MatterComparison(const Scene& scene, CompareLook& look, Intents& intents)
        : scene_(scene), comparison_(*scene.session.compared.matter), look_(look), intents_(intents) {}

    void draw() {
        const auto all = std::count_if(comparison_.rows.begin(), comparison_.rows.end(), is_news);
        const auto differing = std::count_if(comparison_.rows.begin(), comparison_.rows.end(), [](const ComparedRow& r) { return r.differs && is_news(r); });
        {
            ui::Row row(16, 32);
            ui::text("共" + std::to_string(all) + "项，" + std::to_string(differing) + "项不同");
            ui::checkbox("只看不同", look_.only_differing);
        }
        alike_ = differing == 0 && !comparison_.rows.empty();
        if (alike_) ui::callout(ui::Tone::good, comparison_.columns.size() == 2 ? "两市规定相同" : "各市规定相同", "");
        for (const auto& [id, title] : kGroups) group(title);
    }

  private:
    // That a city regulates the matter is news only beside one that says nothing of it.
    static bool is_news(const ComparedRow& r) {
        return r.aspect != "matter" || std::any_of(r.values.begin(), r.values.end(), [](const ComparedValue& v) { return v.truth == Truth::no; });
    }

    void group(std::string_view title) {
        std::vector<const ComparedRow*> rows;
        for (const ComparedRow& r : comparison_.rows) {
            if (group_of(r.aspect) == title && is_news(r) && (r.differs || !look_.only_differing || alike_)) rows.push_back(&r);
        }
        if (rows.empty()) return;
        const ui::Ids scope(title);
        ui::gap(8);
        ui::heading(title, 3);
        const auto columns = columns_of(scene_, "内容", kRowColumn);
        ui::Table t(title, columns);
        for (const ComparedRow* r : rows) {
            const ui::Ids ids(r->aspect + r->key);
            t.row({.key = r->key});
            t.begin_cell();
            head(*r);
            for (std::size_t i = 0; i < comparison_.columns.size(); ++i) {
                const ui::Ids column(static_cast<int>(i));
                t.begin_cell();
                value(*r, i);
            }
        }
    }

    void head(const ComparedRow& r) {
        ui::text(r.title, {.bold = true});
        if (!r.differs) return ui::tag("相同", ui::Tone::good);
        if (!look_.only_differing) ui::tag("不同", ui::Tone::warning);
        if (const std::string when = case_words(r); !when.empty()) ui::note("例如：" + when);
        cases(r);
    }

    // Links to the case in the cities of which it says something.
    void cases(const ComparedRow& r) {
        if (!r.witness) return;
        const ui::Row row(8, 24);
        bool any = false;
        for (std::size_t i = 0; i < comparison_.columns.size(); ++i) {
            if (r.values[i].clauses.empty() || r.values[i].truth != Truth::unknown) continue;
            if (!std::exchange(any, true)) ui::note("打开此情形：");
            const std::string& pack = scene_.session.compared.packs[i];
            const std::string city(city_of(scene_, pack)), name = "在" + city + "打开：" + r.title;
            const Place place{.room = Room::route, .pack = pack, .matter = comparison_.matter, .query = query_from_facts(r.witness->situation.facts)};
            if (ui::link(city, {.small = true, .name = name})) intents_.push_back(intent::Go{place});
        }
    }

    // The facts of the case that shows the difference; none where it shows in any case.
    std::string case_words(const ComparedRow& r) const {
        std::string out;
        const auto add = [&](const std::string& part) { out += (out.empty() ? "" : "，") + part; };
        if (!r.witness) return out;
        for (const auto& [fact, value] : r.witness->situation.facts) {
            const NamedFact* named = find_named(catalogue_of(scene_).facts, fact);
            const auto* list = std::get_if<std::vector<std::string>>(&value);
            if (list && list->empty()) add((named ? named->title : fact) + "：列举的各项均不涉及");
            else add(quiz::fact_in_words(catalogue_of(scene_), comparison_.matter, fact, value));
        }
        for (const auto& [thing, done] : r.witness->situation.done) add(quiz::thing_in_words(catalogue_of(scene_), thing, done.truth == Truth::yes));
        for (const std::string& reading : r.witness->said) add("采用这一读法：" + quiz::without_stop(reading));
        return out;
    }

    // What the city says in every case; where that is open, what it says in the case that shows the difference.
    void value(const ComparedRow& r, std::size_t column) {
        const ComparedValue& always = r.values[column];
        const ComparedValue& shown = always.truth == Truth::unknown && r.witness ? r.witness->values[column] : always;
        if (always.truth == Truth::no) {
            ui::text(always.say.empty() ? kSilent : always.say, {.second = true});
        } else if (shown.truth == Truth::no) {
            ui::text(r.aspect == "reading" ? "此情形下没有" : "此情形下不要求", {.second = true});
        } else {
            ui::text((always.truth == Truth::unknown && shown.truth == Truth::yes ? "此情形下：" : "") + shown.say);
        }
        if (!always.clauses.empty()) clauses(column, always.clauses);
    }

    // Links to the room 条文 of that city, whose pack need not be at hand.
    void clauses(std::size_t column, const std::vector<Clause>& list) {
        const std::string& pack = scene_.session.compared.packs[column];
        const auto& documents = comparison_.columns[column].documents;
        ui::Row row(8, 24);
        for (const Clause& c : list) {
            const auto document = documents.find(c.doc);
            const std::string label = (document == documents.end() ? "" : document->second) + clause_label({.doc = c.doc, .article = c.article, .para = c.para, .item = c.item, .arabic = c.arabic});
            const std::string name = std::string(city_of(scene_, pack)) + label;
            const ui::Ids scope(name);
            if (!ui::link(label, {.small = true, .name = name})) continue;
            const std::string article = c.article == kTail ? "tail" : std::to_string(c.article);
            intents_.push_back(intent::Go{{.room = Room::statute, .pack = pack, .clause = (document == documents.end() || document->second.empty() ? "" : c.doc + ":") + article}});
        }
    }

    const Scene& scene_;
    const Comparison& comparison_;
    CompareLook& look_;
    Intents& intents_;
    bool alike_ = false;  // nothing differs: then all of it is shown
};

}  // namespace

void compare_room(const Scene& scene, const ui::Frame& frame, CompareLook& look, Intents& intents) {
    const std::string& matter = scene.session.place.matter;
    const bool unknown = !matter.empty() && !find_named(catalogue_of(scene).matters, matter);
    const ui::Ids scope(matter);
    const ui::Area area("对照", frame.rest, {.role = ui::Role::main});
    {
        ui::Row row(16, 40);
        ui::heading(matter.empty() || unknown ? "对照" : "对照：" + shared_title(scene, matter), 1);
        if (!matter.empty() && ui::link("全部事项")) intents.push_back(intent::Go{place_of(scene, "")});
    }
    if (unknown) return ui::callout(ui::Tone::error, "没有这个事项", "地址中的事项不在目录中，请从“全部事项”中选择。");
    ui::note("各城市的规定并列显示，只比较规则本身，不比较措辞。一市原文未规定的，不以别市规定代替。");
    cities(scene, intents);
    if (scene.session.compared.packs.size() < 2) {
        ui::callout(ui::Tone::neutral, "请至少选择两个城市", "");
        return;
    }
    const Compared& compared = scene.session.compared;
    if (!compared.answered) return ui::text("正在对照…", {.second = true});
    if (!compared.problem.empty()) return ui::callout(ui::Tone::error, "未能对照", compared.problem);
    if (compared.matter) MatterComparison(scene, look, intents).draw();
    else summary(scene, look, intents);
}

}  // namespace signroute::views
