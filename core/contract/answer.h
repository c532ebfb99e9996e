// The machine contract: one JSON request in, one JSON answer out, the same bytes natively and in WebAssembly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/route/route.h"

namespace signroute {

// A data file as it came. `name`: the id of the pack, the year of the calendar, catalogue.
struct SourceFile {
    std::string name, text;
};

// All rules at hand. The application and the command line fill it from the files they are given.
struct Library {
    Catalogue catalogue;
    std::vector<Pack> packs;
    Calendar calendar = Calendar::empty();
    GeneralRules general;             // may be left empty
    std::vector<SourceFile> sources;  // for the hashes of the verb `report`; whoever does not answer it may leave them out
};

// Keeps a file of assets/ by the stem of its path, which is its name: packs/wuxi-2022.json, calendars/2025.json.
void keep_source(Library& library, std::string_view path, std::string text);

// What is asked of one of its packs, or of one that a request brings along.
Rules rules_by(const Library& library, const Pack& pack);

const Pack* find_pack_by_id(const Library& library, std::string_view id);

// `json` is compact, keys sorted, UTF-8 unescaped, with a newline. `status`: 0 answered; 1 an assessment that fails, or
// lint or audit with an error; 2 a bad request, then {"error":{"code","pointer","message"}}. `document`: the text of a
// document that `report`, `exam`, `result` or `tally` made, which their `json` carries too.
struct Reply {
    std::string json;
    int status = 0;
    std::string document = {};
};

// Verbs that need no request: packs, catalogue, matters, pack, lint. `pack` (an id, a city or a title) is used where the
// request names none.
bool needs_request(std::string_view verb);
Reply answer(const Library& library, std::string_view verb, std::string_view pack, std::string_view request);

}  // namespace signroute
