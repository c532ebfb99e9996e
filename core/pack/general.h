// Rules for all of the country that apply beside a city's own text, where that says nothing: 《党政机关公文处理工作条例》.
// The JSON form (assets/general_rules.json) is described in assets/README.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/pack/pack.h"

namespace signroute {

// A reason to send a document back (退文). It is a warning and nothing else: it asks nothing, changes no route, and stands
// back where one of the matters has an element of its own for the same thing.
struct GeneralRule : Element {
    std::vector<std::string> matters;
    Condition breach;
    std::vector<std::string> behind;  // the planned step of `breach` is one only behind one of these acts
    std::optional<Condition> unless;  // where this is known to hold, it is no breach
    std::vector<std::string> own;     // what a city's element for it goes by: id of a prohibition or a cap, the cap's fact,
                                      // a step's action, the thing of a prerequisite
    std::string instead;              // what to do
};

struct GeneralRules {
    std::string title, number, in_force_from;
    std::vector<GeneralRule> rules;
};

// True for a place in a document that is none of a pack's. Its id is its title in 《》, and stands in the label of the clause.
inline bool of_no_pack(const Clause& clause) { return clause.doc.rfind("《", 0) == 0; }

// Errors: those of JSON, and of conditions and identifiers in a pack.
Result<GeneralRules> general_rules_from_json(std::string_view bytes, const Catalogue& catalogue);

}  // namespace signroute
