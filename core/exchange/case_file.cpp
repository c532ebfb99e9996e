#include "core/exchange/case_file.h"

#include "core/contract/json_out.h"
#include "core/contract/request.h"

namespace signroute {

namespace {

constexpr const char* kCaseFormat = "signroute-case/1";

}  // namespace

std::string case_to_text(const CaseFile& file) {
    Json out = to_json(file.situation);
    out["format"] = kCaseFormat;
    out["id"] = file.id;
    out["title"] = file.title;
    out["created"] = file.created;
    out["modified"] = file.modified;
    out["pack"] = file.pack;
    out["note"] = file.note;
    if (!file.schedule.empty()) out["schedule"] = plain_json(file.schedule);
    return write_json(out);
}

Result<CaseFile> case_from_text(std::string_view text, const Library& library) {
    const auto json = parse_json(text);
    if (!json) return json.error();
    Errors errors;
    ObjectIn in(JsonIn(*json, "", errors));
    const std::string format = in.need_text("format");
    if (format != kCaseFormat) return Error{"unknown_format", "/format", "不是签批向导的案卷文件。"};
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
    if (const auto schedule = in.get("schedule")) out.schedule = write_json(schedule->value());
    in.finish();
    if (!errors.empty()) return errors.front();
    return out;
}

bool later_id(const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() > b.size() : a > b; }

std::string pack_of_case(std::string_view text) {
    const auto json = parse_json(text);
    if (!json || !json->is_object()) return "";
    const auto pack = json->find("pack");
    return pack != json->end() && pack->is_string() ? pack->get<std::string>() : "";
}

}  // namespace signroute
