#include "core/json/json_in.h"
#include "shell/session/reducer.h"

namespace signroute {

Result<AssetIndex> asset_index_from_json(std::string_view text) {
    const auto json = parse_json(text);
    if (!json) return json.error();
    Errors errors;
    ObjectIn in(JsonIn(*json, "", errors));
    AssetIndex out;
    out.packs = in.texts("packs");
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
