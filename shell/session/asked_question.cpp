// A question as it is asked: its days, and where else the same case can be opened.
#include <algorithm>

#include "shell/session/trainer.h"

namespace signroute {

// In which rooms the same case can be opened, and the days of a question of dates.
AskedQuestion Trainer::asked(quiz::Question question) const {
    AskedQuestion out;
    out.question = std::move(question);
    const quiz::Question& q = out.question;
    const Pack* pack = find_pack_by_id(s_.library, q.key.packs.front());
    const bool matter = pack && find_matter(*pack, q.key.matter);
    if (matter) out.rooms.push_back(Room::route);
    if (matter && q.key.packs.size() == 1 && q.situation_case.has_plan) out.rooms.push_back(Room::check);  // with the route that was asked about
    if (!q.limit.empty()) out.rooms.push_back(Room::deadline);
    if (q.key.packs.size() > 1) out.rooms.push_back(Room::compare);
    count_days(out);
    return out;
}

void Trainer::count_days(AskedQuestion& asked) const {
    const quiz::Question& q = asked.question;
    const Pack* pack = find_pack_by_id(s_.library, q.key.packs.front());
    const TimeLimit* limit = pack && !q.limit.empty() ? find_limit(*pack, q.limit) : nullptr;
    const auto right = std::find_if(q.choices.begin(), q.choices.end(), [&](const quiz::Choice& c) { return c.id == q.right; });
    if (!limit || right == q.choices.end() || !right->claim.day) return;
    const auto event = q.situation_case.events.find(limit->from);
    const bool backwards = right->claim.until.has_value();  // the start is what was asked for
    asked.due = right->claim.day;
    if (event != q.situation_case.events.end()) asked.start = event->second;
    const std::optional<Day> from = backwards ? right->claim.day : asked.start;
    if (!from || !limit->n || limit->day_of_month) return;
    const auto answer = deadline(s_.library.calendar, {.start = *from, .n = *limit->n, .unit = limit->unit, .direction = limit->direction});
    if (!answer) return;
    if (backwards) asked.began = from, asked.due = answer->due;
    const auto total = static_cast<int>(std::count_if(answer->ledger.begin(), answer->ledger.end(), [](const LedgerEntry& e) { return e.counted; }));
    int n = 0;
    for (const LedgerEntry& e : answer->ledger) {
        if (!e.counted) continue;
        ++n;
        asked.counted.emplace_back(e.date, limit->direction == Direction::before ? total - n + 1 : n);
    }
}

void Trainer::open_in_check(const quiz::Question& q) {
    CaseFile file;
    file.pack = q.key.packs.front();
    file.situation = q.situation_case;
    file.situation.has_plan = true;
    file.situation.today.reset();
    file.title = "培训题：" + std::string(quiz::title(q.key.kind));
    const Pack* pack = find_pack_by_id(s_.library, file.pack);
    if (const Matter* matter = pack ? find_matter(*pack, q.key.matter) : nullptr) file.title += "·" + matter->title;
    for (const auto& [id, known] : s_.cases) {  // opened once already
        if (known.title == file.title && known.pack == file.pack && known.situation.facts == file.situation.facts && known.situation.planned.size() == file.situation.planned.size())
            return r_.open(id);
    }
    r_.open(r_.add(std::move(file)).id);
}

void Trainer::operator()(const train::OpenCase& i) {
    const quiz::Question& q = i.question;
    const std::string& pack = q.key.packs.front();
    if (i.room == Room::check) return open_in_check(q);
    if (i.room == Room::deadline) {
        s_.deadline = {};
        s_.deadline.limit = q.limit;
        s_.deadline.facts = q.situation_case.facts;
        s_.deadline.start = asked(q).start;
        Place place{.room = Room::deadline, .pack = pack, .limit = q.limit};
        if (s_.deadline.start) place.query["start"] = to_text(*s_.deadline.start);
        return r_(intent::Go{place});
    }
    if (i.room == Room::compare) {
        Place place{.room = Room::compare, .matter = q.key.matter, .query = query_from_facts(q.key.facts)};
        std::string& packs = place.query["packs"];
        for (const std::string& id : q.key.packs) packs += (packs.empty() ? "" : ",") + id;
        return r_(intent::Go{place});
    }
    r_(intent::Go{{.room = Room::route, .pack = pack, .matter = q.key.matter, .query = query_from_facts(q.situation_case.facts)}});
}

}  // namespace signroute
