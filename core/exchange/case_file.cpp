#include "core/exchange/case_file.h"

#include "core/contract/json_out.h"
#include "core/contract/request.h"

namespace signroute {

namespace {

constexpr const char* kFormat = "signroute-case/1";

Json done_to_json(const Done& done) {
    if (done.date) return to_text(*done.date);
    if (done.truth == Truth::unknown) return nullptr;
    return done.truth == Truth::yes;
}

}  // namespace

std::string case_to_text(const CaseFile& file) {
    const Case& c = file.situation;
    Json out = {{"format", kFormat}, {"id", file.id}, {"title", file.title}, {"created", file.created}, {"modified", file.modified},
                {"pack", file.pack}, {"note", file.note}, {"matter", c.matters}};
    for (const char* key : {"facts", "done", "events"}) out[key] = Json::object();
    for (const auto& [id, value] : c.facts) out["facts"][id] = to_json(value);
    for (const auto& [id, done] : c.done) out["done"][id] = done_to_json(done);
    for (const auto& [id, day] : c.events) out["events"][id] = to_text(day);
    if (c.has_plan) {
        out["planned"] = Json::array();
        for (const PlannedStep& s : c.planned) out["planned"].push_back(to_json(s));
    }
    if (c.on) out["on"] = to_text(*c.on);
    if (c.today) out["today"] = to_text(*c.today);
    return write_json(out);
}

Result<CaseFile> case_from_text(std::string_view text, const Library& library) {
    const auto json = parse_json(text);
    if (!json) return json.error();
    Errors errors;
    ObjectIn in(JsonIn(*json, "", errors));
    const std::string format = in.need_text("format");
    if (format != kFormat) return Error{"unknown_format", "/format", "不是签批向导的案卷文件。"};
    CaseFile out;
    out.id = in.need_text("id");
    out.title = in.text("title");
    out.created = in.text("created");
    out.modified = in.text("modified");
    out.note = in.text("note");
    const auto use = pack_in_use(library, "", in, errors);
    if (!use) return errors.front();
    out.pack = use->get().id;
    out.situation = read_case({&library.catalogue, &use->get()}, in, true);
    in.finish();
    if (!errors.empty()) return errors.front();
    return out;
}

std::string pack_of_case(std::string_view text) {
    const auto json = parse_json(text);
    if (!json || !json->is_object()) return "";
    const auto pack = json->find("pack");
    return pack != json->end() && pack->is_string() ? pack->get<std::string>() : "";
}

}  // namespace signroute
