// The identifiers that all packs share, so that one question can be put to any city with the same words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/facts/fact.h"

namespace signroute {

struct Named {
    std::string id;     // stable English snake_case
    std::string title;  // Chinese
    std::vector<std::string> aliases;
};

struct NamedMatter : Named {
    std::string topic;
    std::string kind;  // document, meeting, travel, decision, duty, other
};

enum class RoleKind { person, unit, body };

struct NamedRole : Named {
    RoleKind kind = RoleKind::person;
    std::string initials;              // pinyin initials, for completion
    std::vector<std::string> is_a;     // wider roles that this one always is (分管副市长 is a 副市长), all of them
    bool part = false;                 // a part in the matter (相关部门): anybody of the wider role may have it, by his own name
    std::vector<std::string> may_be;   // roles of which anybody may have this part, which is none of them by itself (报送单位)
    std::string side;                  // of such a part: "drafter" who drafts the document has it (主办部门), "others" who does not
    bool apart = false;                // who has steps of his own everywhere (市司法局): never just somebody of the wider role
};

struct NamedFact : Named {
    FactType type = FactType::boolean;
    std::vector<Named> options;        // choice, rank, list
    bool options_are_roles = false;    // a list of roles
};

struct NamedEvent : Named {
    std::vector<std::string> acts;  // actions that bring it about: the day of a planned step with one of them is its day
};

struct NamedThing : Named {
    bool enclosure = false;  // a paper that is enclosed; otherwise a thing that is done
};

struct Catalogue {
    std::vector<Named> topics, actions, limits, prohibitions, aspects;
    std::vector<NamedEvent> events;
    std::vector<NamedMatter> matters;
    std::vector<NamedRole> roles;
    std::vector<NamedFact> facts;
    std::vector<NamedThing> things;
};

// Reads assets/catalogue.json. Errors: not_json, wrong_type, missing_key, unknown_key, bad_value, duplicate_id,
// unknown_topic, unknown_role, cyclic_role, ambiguous_name (a title or alias that names two entries of one list or two
// options of one fact).
Result<Catalogue> catalogue_from_json(std::string_view bytes);

// The entry with this id, title or alias; null if none. Quick where the list is in the order of its ids, as most are.
template <class T>
const T* find_named(const std::vector<T>& list, std::string_view name) {
    for (std::size_t from = 0, to = list.size(); from < to;) {
        const std::size_t at = (from + to) / 2;
        const int side = name.compare(list[at].id);
        if (side == 0) return &list[at];
        if (side < 0) to = at;
        else from = at + 1;
    }
    for (const T& entry : list) {
        if (entry.id == name) return &entry;
    }
    for (const T& entry : list) {
        if (entry.title == name) return &entry;
        for (const std::string& alias : entry.aliases) {
            if (alias == name) return &entry;
        }
    }
    return nullptr;
}

// Its title; the name itself where the list has none such.
template <class T>
std::string title_in(const std::vector<T>& list, const std::string& name) {
    const T* named = find_named(list, name);
    return named ? named->title : name;
}

}  // namespace signroute
