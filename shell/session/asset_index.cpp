#include "core/json/json_in.h"
#include "shell/session/reducer.h"

namespace signroute {

namespace {

// A path alone, or what the list says of the pack as well. `packed` is for the platform.
PackListing pack_listing(const JsonIn& entry) {
    PackListing out;
    if (!entry.is_object()) {
        out.path = entry.text().value_or("");
        out.id = out.path.substr(out.path.rfind('/') + 1);
        out.id = out.id.substr(0, out.id.rfind('.'));
        return out;
    }
    ObjectIn in(entry);
    out.path = in.need_text("path");
    out.id = in.need_text("id");
    out.city = in.need_text("city");
    in.get("packed");
    in.finish();
    return out;
}

}  // namespace

Result<AssetIndex> asset_index_from_json(std::string_view text) {
    const auto json = parse_json(text);
    if (!json) return json.error();
    Errors errors;
    ObjectIn in(JsonIn(*json, "", errors));
    AssetIndex out;
    if (const auto v = in.get("packs")) {
        for (const JsonIn& entry : v->items()) out.packs.push_back(pack_listing(entry));
    }
    out.calendars = in.texts("calendars");
    if (const auto v = in.get("statutes"); v && v->is_object()) {
        for (const auto& [pack, path] : v->value().items()) out.statutes[pack] = v->child(pack).text().value_or("");
    }
    in.get("packed");  // for the platform, which loads the files
    in.finish();
    if (!errors.empty()) return errors.front();
    return out;
}

}  // namespace signroute
