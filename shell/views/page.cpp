#include <algorithm>

#include "shell/session/search.h"
#include "shell/ui/ui.h"
#include "shell/views/rooms.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr ui::RailItem kRail[] = {{"签批链"}, {"时限"}, {"自查"}, {"培训"}, {"对照"}, {"条文"}, {"案卷"}, {"设置", true}};
constexpr Room kRooms[] = {Room::route, Room::deadline, Room::check, Room::training, Room::compare, Room::statute, Room::cases, Room::settings};

void rail(const Session& session, const ui::Box& box, Intents& intents) {
    const Room here = session.place.room == Room::plan ? Room::deadline : session.place.room;
    int current = 0;
    for (int i = 0; i < static_cast<int>(std::size(kRooms)); ++i) {
        if (kRooms[i] == here) current = i;
    }
    if (!ui::rail("功能", kRail, current, box)) return;
    Place place;
    place.room = kRooms[current];
    place.pack = session.pack;
    if (place.room == Room::training) {  // where one was, in the city in use
        place = session.training.place;
        if (place.pack != session.pack) place.record.clear();
        place.pack = session.pack;
    }
    if (place.room == Room::route && !session.draft.matters.empty()) {
        place.matter = session.draft.matters.front();
        place.query = query_from_facts(session.draft.facts);
    }
    intents.push_back(intent::Go{place});
}

std::string save_text(const Session& session) {
    switch (session.save) {
        case SaveState::loading: return "正在读取…";
        case SaveState::saved: return "已保存 ✓";
        case SaveState::saving: return "保存中…";
        case SaveState::failed: return "未能保存 ✕";
        case SaveState::outdated: return "本页已停止保存 !";
    }
    return "";
}

std::string document_text(const Pack& pack) {
    const PackDocument& d = pack.documents.front();
    const std::optional<CivilDay> from = ui::read_day(d.in_force_from);
    const std::string day = from ? std::to_string(from->year) + "年" + std::to_string(from->month) + "月" + std::to_string(from->day) + "日" : "";
    const std::string since = !d.in_force_words.empty() ? d.in_force_words + "起施行" + (from ? "（印发日期" + day + "）" : "")
                              : from                    ? day + "起施行"
                                                        : "施行日期原文未载";
    return d.number.empty() ? since : d.number + "　" + since;
}

// Completions are those of the text as it stands; a press takes the place that belongs to it.
void search_field(const Session& session, const Rules& rules, float width, PageLook& look, Intents& intents) {
    const std::vector<SearchHit> hits = search(session, rules, look.search);
    std::vector<ui::Completion> completions;
    for (const SearchHit& h : hits) completions.push_back({h.title, h.kind});
    const ui::FieldOptions options{.placeholder = "搜索事项、条款、案卷", .hide_label = true, .width = width};
    const ui::SearchResult result = ui::search_box("搜索", look.search, completions, options);
    const int taken = result.chosen >= 0 ? result.chosen : result.submitted && !hits.empty() ? 0 : -1;
    if (taken < 0 || taken >= static_cast<int>(hits.size())) return;
    intents.push_back(intent::Go{hits[static_cast<std::size_t>(taken)].place});
    look.search.clear();
}

void bar(const Session& session, const Scene* scene, const ui::Box& box, PageLook& look, Intents& intents) {
    const ui::Area area("顶栏", box, {.role = ui::Role::banner, .padding_x = 16, .padding_y = 8, .line_bottom = true, .scrolls = false});
    ui::Row row;
    constexpr float city = 112, gap = 8;
    const bool bad = session.save == SaveState::failed || session.save == SaveState::outdated;
    const ui::TextOptions saved{.small = true, .second = !bad, .tone = bad ? ui::Tone::error : ui::Tone::neutral};
    const float save = ui::text_width(save_text(session), saved) + 1;
    const float search = std::max(160.0f, std::min(320.0f, ui::room() - city - save - 2 * gap));
    if (scene) {
        const std::string document = document_text(*scene->rules.pack);
        const bool fits = ui::room() >= city + ui::button_width(document) + search + save + 2 * gap;
        std::vector<ui::Choice> cities;
        int chosen = 0;
        for (const OfferedPack& p : session.offered) {
            if (p.id == scene->rules.pack->id) chosen = static_cast<int>(cities.size());
            cities.push_back({p.city.empty() ? p.id : p.city});
        }
        if (session.tries_incoming) {
            chosen = static_cast<int>(cities.size());
            cities.push_back({"拟安装"});
        }
        if (ui::select("城市", cities, chosen, {.hide_label = true, .width = city}) && chosen < static_cast<int>(session.offered.size()))
            intents.push_back(intent::ChoosePack{session.offered[static_cast<std::size_t>(chosen)].id});
        if (fits) ui::text(document, {.small = true, .second = true});
    }
    row.to_right(scene ? search + save + gap : save);
    if (scene) search_field(session, scene->rules, search, look, intents);
    ui::text(save_text(session), saved);
}

void room(const Scene& scene, Look& look, Intents& intents) {
    const Room r = scene.session.place.room;
    const ui::Frame frame = ui::page_frame(r == Room::route || r == Room::check || r == Room::statute);
    switch (r) {
        case Room::route: return route_room(scene, frame, look.route, intents);
        case Room::deadline: return deadline_room(scene, frame, look.deadline, intents);
        case Room::check: return check_room(scene, frame, look.check, intents);
        case Room::plan:
        case Room::training:
        case Room::compare:
        case Room::settings: return further_room(scene, frame, look, intents);
        case Room::statute: return statute_room(scene, frame, look.statute, intents);
        case Room::cases: return cases_room(scene, frame, look.cases, intents);
    }
}

void city_question(const Session& session, Intents& intents) {
    ui::heading("签批向导", 1);
    ui::text("按本市政府工作规则，查公文和会议由谁办理、次序和时限；报送之前核对拟走的流程。不是官方解释，请勿录入涉密内容。");
    ui::gap(16);
    ui::heading("请选择城市", 2);
    ui::text("各市规则不同，答案只适用于所选的城市。以后可以在左上角更换。");
    ui::gap(8);
    ui::Row row(12);
    for (const OfferedPack& p : session.offered) {
        const ui::Ids scope(p.id);
        if (p.state != PackState::failed && ui::button(p.city.empty() ? p.id : p.city, {.width = 120})) intents.push_back(intent::ChoosePack{p.id});
    }
}

// Before the rules are there, or when they could not be read.
void waiting(const Session& session, const ui::Box& box, Intents& intents) {
    const ui::Area area("载入", box, {.role = ui::Role::main});
    if (session.asks_city) return city_question(session, intents);
    if (session.load_errors.empty()) {
        ui::text("正在载入规则包和日历…");
        return;
    }
    ui::callout(ui::Tone::error, "规则包或日历未能载入", "请联系维护本页面的人员，并提供以下信息。");
    for (const std::string& e : session.load_errors) ui::text(e);
}

}  // namespace

void page(const Session& session, const Scene* scene, Look& look, Intents& intents) {
    const ui::Frame frame = ui::page_frame(false);
    rail(session, frame.rail, intents);
    bar(session, scene, frame.bar, look.page, intents);
    if (scene) room(*scene, look, intents);
    else waiting(session, frame.rest, intents);
}

}  // namespace signroute::views
