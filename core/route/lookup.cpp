#include "core/route/lookup.h"

#include <algorithm>

#include "core/base/text.h"

namespace signroute {

namespace {

constexpr std::string_view kLeadIns[] = {"经", "由", "报", "送", "请", "再由", "并报", "然后由"};

// The longest name of the list that stands at the front (or the end) of the text: its id and how long it is.
struct Match {
    std::string id;
    std::size_t size = 0;
};
template <class T>
void longest(const std::vector<T>& list, std::string_view text, bool at_end, Match& out) {
    const auto consider = [&](const T& e, const std::string& name) {
        if (name.size() <= out.size || name.size() > text.size()) return;
        const std::string_view part = at_end ? text.substr(text.size() - name.size()) : text.substr(0, name.size());
        if (part == name) out = {e.id, name.size()};
    };
    for (const T& e : list) {
        if constexpr (requires { e.title; }) consider(e, e.title);
        for (const std::string& a : e.aliases) consider(e, a);
    }
}

}  // namespace

std::string role_id(const Rules& rules, std::string_view name) {
    for (const RoleRule& r : rules.pack->roles) {
        if (std::find(r.aliases.begin(), r.aliases.end(), name) != r.aliases.end()) return r.id;
    }
    const NamedRole* r = find_named(rules.catalogue->roles, name);
    return r ? r->id : "";
}

std::string action_id(const Rules& rules, std::string_view name) {
    const Named* a = find_named(rules.catalogue->actions, name);
    return a ? a->id : "";
}

std::string matter_id(const Rules& rules, std::string_view name) {
    for (const Matter& m : rules.pack->matters) {
        if (m.title == name || std::find(m.aliases.begin(), m.aliases.end(), name) != m.aliases.end()) return m.id;
    }
    const NamedMatter* m = find_named(rules.catalogue->matters, name);
    return m ? m->id : "";
}

PlannedStep step_from_text(const Rules& rules, std::string_view written) {
    PlannedStep out;
    std::string text = trim(written);
    Match role;
    const auto find_role_at_front = [&] {
        longest(rules.catalogue->roles, text, false, role);
        longest(rules.pack->roles, text, false, role);
    };
    find_role_at_front();
    if (!role.size) {
        for (const std::string_view lead : kLeadIns) {
            if (text.rfind(lead, 0) != 0) continue;
            const std::string whole = text;
            text = text.substr(lead.size());
            find_role_at_front();
            if (role.size) break;
            text = whole;
        }
    }
    Match action;
    longest(rules.catalogue->actions, std::string_view(text).substr(role.size), true, action);
    out.role = role.id;
    out.action = action.id;
    out.role_text = text.substr(0, role.size);
    const std::string rest = trim(std::string_view(text).substr(role.size));
    out.action_text = action.size ? rest.substr(rest.size() - action.size) : rest;
    if (!role.size && action.size) out.role_text = trim(rest.substr(0, rest.size() - action.size));
    return out;
}

}  // namespace signroute
