#include <algorithm>

#include "core/contract/request.h"

namespace signroute {

namespace {

// A pack carried along by the request; none, and why, if it cannot be read.
const Pack* carried(const Library& library, const JsonIn& item, std::deque<Pack>& own, Errors& errors) {
    PackRead read = pack_from_json(item.value().dump(), library.catalogue);
    for (Error& e : read.errors) errors.push_back({e.code, item.pointer() + e.pointer, e.message});
    if (!read.pack) return nullptr;
    own.push_back(std::move(*read.pack));
    return &own.back();
}

}  // namespace

std::vector<const Pack*> packs_in_use(const Library& library, ObjectIn& in, std::deque<Pack>& own, Errors& errors) {
    std::vector<const Pack*> out;
    const auto named = in.get("packs");
    if (!named) {
        for (const Pack& p : library.packs) out.push_back(&p);
        return out;
    }
    for (const JsonIn& item : named->items()) {
        if (item.is_object()) {
            if (const Pack* pack = carried(library, item, own, errors)) out.push_back(pack);
            continue;
        }
        const std::string name = item.text().value_or("");
        const Pack* pack = find_pack(library, name);
        if (!pack) item.fail("unknown_pack", "没有规则包“" + name + "”。");
        else if (std::find(out.begin(), out.end(), pack) != out.end()) item.fail("stated_twice", "规则包“" + pack->id + "”写了两次。");
        else out.push_back(pack);
    }
    return out;
}

}  // namespace signroute
