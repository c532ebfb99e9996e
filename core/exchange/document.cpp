#include "core/exchange/document.h"

#include <algorithm>

#include "core/contract/plan_form_json.h"
#include "core/contract/answer_in.h"

namespace signroute {

namespace {

Json request_of(const CaseFile& file, const OwnRules& own, Day today) {
    Json out = plain_json(case_to_text(file));
    for (const char* head : {"created", "modified", "schedule"}) out.erase(head);
    if (!out.contains("today")) out["today"] = to_text(today);
    if (!own.pack.empty()) {
        out.erase("pack");
        out["pack_source"] = plain_json(own.pack);
    }
    if (own.years.empty() && own.local_days.empty()) return out;
    Json& calendar = out["calendar_source"];
    calendar["years"] = Json::array();
    for (const auto& [year, text] : own.years) calendar["years"].push_back(plain_json(text));
    if (!own.local_days.empty()) calendar["local_days"] = plain_json(own.local_days);
    return out;
}

// Without what only a document says.
Json question_of(const CaseFile& file, const OwnRules& own, Day today) {
    Json out = request_of(file, own, today);
    for (const char* head : {"format", "id", "title", "note"}) out.erase(head);
    return out;
}

// Null where there is none.
Json mend_of(const Json& answer) {
    if (answer.contains("mend") && !answer["mend"].is_null()) return answer["mend"];
    if (!answer.contains("readings")) return nullptr;
    for (const Json& r : answer["readings"]) {
        if (r.value("cautious", false)) return mend_of(r["answer"]);
    }
    return nullptr;
}

Proposal::Change change_in(const Json& edit) {
    return {words_in(edit, "say"), clauses_in(edit), edit["op"] != "enclose" && edit["op"] != "perform"};
}

// An answer has no words that somebody wrote: those of what stays as it was are taken from there.
void keep_words(const std::vector<PlannedStep>& was, std::vector<PlannedStep>& now) {
    std::vector<bool> used(was.size(), false);
    for (PlannedStep& s : now) {
        for (std::size_t i = 0; i < was.size(); ++i) {
            if (used[i] || was[i].action != s.action || (!was[i].role.empty() && was[i].role != s.role)) continue;
            used[i] = true;
            if (was[i].role == s.role) s.role_text = was[i].role_text;
            if (was[i].to == s.to) s.action_text = was[i].action_text;
            break;
        }
    }
}

// What stands in the plan since, and bears no words, is called as the city calls it.
void take_words_of_the_pack(const Library& library, const CaseFile& file, std::vector<PlannedStep>& plan) {
    const Pack* pack = find_pack_by_id(library, file.pack);
    for (const std::string& id : file.situation.matters) {
        const Matter* matter = pack ? find_matter(*pack, id) : nullptr;
        for (PlannedStep& s : plan) {
            if (!matter || !s.action_text.empty()) continue;
            const auto rule = std::find_if(matter->steps.begin(), matter->steps.end(), [&](const StepRule& r) { return r.role == s.role && r.action == s.action && r.to.empty() && s.to.empty(); });
            if (rule != matter->steps.end()) s.action_text = rule->word;
        }
    }
}

}  // namespace

std::string report_request(const CaseFile& file, const OwnRules& own, std::string_view format, Day today) {
    Json out = request_of(file, own, today);
    out["format"] = format;
    if (format == "ics") out["alarm"]["n"] = 2;
    return write_json(out);
}

std::string assess_request(const CaseFile& file, const OwnRules& own, Day today) { return write_json(question_of(file, own, today)); }

std::string plan_request(const CaseFile& file, const PlanForm& form, const OwnRules& own, Day today) {
    Json out = question_of(file, own, today);
    out.update(to_json(form, true));
    if (form.kind == PlanTarget::Kind::event && form.date && out.contains("events")) out["events"].erase(form.target);  // said once
    return write_json(out);
}

std::string why_request(const CaseFile& file, const OwnRules& own, Day today, std::string_view about) {
    Json out = question_of(file, own, today);
    out["about"] = about;
    out["lines"] = true;
    return write_json(out);
}

Result<Proposal> proposal_in(const CaseFile& file, const Library& library, std::string_view answer) {
    const auto json = answer_in(answer);
    if (!json) return json.error();
    const Json mend = mend_of(*json);
    if (mend.is_null()) return Error{"no_mend", "", "原文此处有不同读法，没有共同的补齐办法。"};
    Proposal out;
    for (const Json& e : mend["edits"]) out.changes.push_back(change_in(e));
    for (const Json& f : mend["remains"]) out.remains.push_back(f.value("message", "") + f.value("advice", ""));
    Json mended = plain_json(case_to_text(file));
    mended["planned"] = mend["planned"];
    const auto read = case_from_text(write_json(mended), library);
    if (!read) return read.error();
    out.planned = read->situation.planned;
    keep_words(file.situation.planned, out.planned);
    take_words_of_the_pack(library, file, out.planned);
    return out;
}

Result<WrittenDocument> document_in(std::string_view answer) {
    const auto json = answer_in(answer);
    if (!json) return json.error();
    return WrittenDocument{json->value("name", ""), json->value("type", ""), json->value("text", "")};
}

}  // namespace signroute
