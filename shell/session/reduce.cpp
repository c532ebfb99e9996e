#include "shell/session/reducer.h"

namespace signroute {

namespace {

constexpr const char* kTextAudit = "text.audit";

}  // namespace

std::vector<Effect> reduce(Session& session, const Intent& intent) {
    Reducer reducer(session);
    std::visit(reducer, intent);
    return std::move(reducer.effects);
}

std::optional<Rules> rules_of(const Session& session) {
    const CaseFile* file = open_case(session);
    if (session.tries_incoming && session.incoming && session.incoming->pack) return Rules{&session.library.catalogue, &*session.incoming->pack};
    const Pack* pack = find_pack_by_id(session.library, file ? file->pack : session.pack);
    if (!session.ready || !pack) return std::nullopt;
    Rules out = rules_by(session.library, *pack);
    const std::vector<std::string>& matters = file ? file->situation.matters : session.draft.matters;
    if (session.place.room == Room::deadline) out.matter = session.deadline.limit;
    else if (!matters.empty()) out.matter = matters.front();
    return out;
}

const CaseFile* open_case(const Session& session) {
    const auto at = session.cases.find(session.place.record);
    const bool shown = session.place.room == Room::check || session.place.room == Room::plan;
    return shown && at != session.cases.end() ? &at->second : nullptr;
}

Case situation_of(const Session& session) {
    const CaseFile* file = open_case(session);
    Case out = file ? file->situation : session.draft;
    if (session.place.room == Room::deadline) out.facts = session.deadline.facts;
    if (!out.today) out.today = session.today;
    return out;
}

std::optional<Assessment> assess_case(const Session& session, const CaseFile& file) {
    const Pack* pack = find_pack_by_id(session.library, file.pack);
    if (!pack || file.situation.matters.empty()) return std::nullopt;
    Case situation = file.situation;
    if (!situation.today) situation.today = session.today;
    return assess_without_mend(rules_by(session.library, *pack), session.library.calendar, situation);
}

const std::string* text_of(const Session& session, const std::string& pack) {
    for (const auto* texts : {&session.texts, &session.shipped_texts}) {
        const auto at = texts->find(pack);
        if (at != texts->end() && !at->second.empty()) return &at->second;
    }
    return nullptr;
}

void Reducer::operator()(const intent::Now& i) {
    const quiz::Minute before = s_.second / 60;
    s_.today = i.day;
    s_.second = static_cast<quiz::Second>(i.day.time_since_epoch().count()) * 86400 + i.second;
    tick_training(s_.second / 60 != before);
}

// ---- places ----------------------------------------------------------------------------------------------------

void Reducer::operator()(const intent::Go& i) {
    arrive(i.place);
    emit(effect::Navigate{address_of(s_.place), i.replace});
}

// Takes over what the address says; called for links, back and forward as well.
void Reducer::arrive(const Place& place) {
    s_.place = place;
    s_.example.clear();
    s_.tries_incoming = s_.tries_incoming && place.room == Room::route;
    const bool was_ready = s_.ready;
    advance();
    if (s_.ready && was_ready) settle_place();
}

void Reducer::settle_place() {
    if (!s_.ready) return;
    Place& p = s_.place;
    if (p.room == Room::settings) want("");  // it lists them all
    if (p.room == Room::route) {
        p.pack = s_.pack;
        s_.draft = {};
        if (!p.matter.empty()) s_.draft.matters.push_back(p.matter);
        s_.draft.facts = facts_from_query(s_.library.catalogue, p.query);
    }
    if (p.room == Room::deadline) {
        p.pack = s_.pack;
        s_.deadline.limit = p.limit;
        if (const auto at = p.query.find("start"); at != p.query.end()) {
            const auto day = day_from_text(at->second);
            if (day) s_.deadline.start = *day;
        }
    }
    if (p.room == Room::statute || (p.room == Room::training && p.part == "courses")) p.pack = s_.pack;
    s_.asked_why.reset();
    settle_further();
}

void Reducer::operator()(const intent::ChoosePack& i) {
    s_.pack = i.pack;
    s_.tries_incoming = false;
    save_setting("pack", i.pack);
    Place place = s_.place;
    place.pack = i.pack;
    place.clause.clear();
    if (place.part == "courses") place.record.clear();
    (*this)(intent::Go{place});
}

void Reducer::operator()(const intent::CopyLink&) { emit(effect::Copy{address_of(s_.place)}); }

// The address of 签批链 says the facts too, so that a link or a reload brings them back.
void Reducer::show_draft_address() {
    s_.asked_why.reset();
    if (s_.place.room != Room::route) return;
    s_.place.query = query_from_facts(s_.draft.facts);
    emit(effect::Navigate{address_of(s_.place), true});
}

// ---- the situation at hand -------------------------------------------------------------------------------------

void Reducer::operator()(const intent::SetFact& i) {
    CaseFile* file = current();
    Facts& facts = file ? file->situation.facts : s_.place.room == Room::deadline ? s_.deadline.facts : s_.draft.facts;
    if (i.value) facts[i.fact] = *i.value;
    else facts.erase(i.fact);
    if (file) save(*file);
    else show_draft_address();
}

void Reducer::operator()(const intent::ClearFacts&) {
    CaseFile* file = current();
    (file ? file->situation.facts : s_.draft.facts).clear();
    if (file) save(*file);
    else show_draft_address();
}

void Reducer::operator()(const intent::SetDeadline& i) {
    s_.deadline = i.form;
    if (s_.place.room != Room::deadline) return;
    s_.place.limit = i.form.limit;
    s_.place.query.clear();
    if (i.form.start) s_.place.query["start"] = to_text(*i.form.start);
    emit(effect::Navigate{address_of(s_.place), true});
}

// ---- settings and texts ----------------------------------------------------------------------------------------

void Reducer::put(const std::string& store, const std::string& key, const std::string& value) {
    emit(effect::Save{store, key, value});
    ++s_.saves_pending;
    if (s_.save == SaveState::saved || s_.save == SaveState::failed) s_.save = SaveState::saving;
}

void Reducer::save_setting(const std::string& key, const std::string& value) { put("settings", key, value); }

void Reducer::operator()(const intent::SetTextSize& i) {
    s_.text_size = i.size < 1 ? 1 : i.size > 2 ? 2 : i.size;
    save_setting("text_size", std::to_string(static_cast<int>(s_.text_size * 100)));
}

void Reducer::operator()(const intent::SetText& i) {
    if (i.text.empty()) {
        s_.texts.erase(i.pack);
        emit(effect::Erase{"texts", i.pack});
        return;
    }
    s_.texts[i.pack] = i.text;
    put("texts", i.pack, i.text);
}

void Reducer::operator()(const intent::AuditText&) {
    const std::string* text = text_of(s_, s_.pack);
    if (!text) return;
    const auto own = s_.own_packs.find(s_.pack);
    s_.audit = TextAudit{s_.pack, *text, text_audit_request(s_.pack, own == s_.own_packs.end() ? "" : own->second, *text)};
    emit(effect::Ask{kTextAudit, "audit", s_.audit->request});
}

bool Reducer::text_audit_answered(const PlatformReport& r, const std::string& problem) {
    if (r.name != kTextAudit) return false;
    if (!s_.audit || s_.audit->request != r.key) return true;  // of a question that is asked no more
    s_.audit->answered = true;
    s_.audit->problem = problem;
    if (problem.empty()) take_audit_answer(*s_.audit, r.value);
    return true;
}

void Reducer::operator()(const intent::PickFile& i) { emit(effect::PickFile{i.accept, i.purpose}); }

void Reducer::operator()(const intent::EraseAll&) {
    emit(effect::Erase{"", ""});
    s_.cases.clear();
    s_.unreadable.clear();
    s_.texts.clear();
    s_.audit.reset();
    s_.draft = {};
    s_.deadline = {};
    forget_training();
    s_.text_size = 1;
    s_.message = "本机保存的案卷、练习记录、原文和设置已全部清除。";
    Place home;
    (*this)(intent::Go{home});
}

}  // namespace signroute
