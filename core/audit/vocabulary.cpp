#include "core/audit/vocabulary.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/statute/fold.h"

namespace signroute {

namespace {

constexpr std::size_t kHanBytes = 3;  // bytes of a Han character

}  // namespace

bool Mention::names(std::string_view id) const { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

void NameList::add(const std::string& id, std::string_view name) {
    Name entry{fold(name), {id}, "", ""};
    if (entry.name.empty()) return;
    std::vector<Name>& list = names_[entry.name.substr(0, kHanBytes)];
    for (Name& known : list) {
        if (known.name != entry.name) continue;
        if (std::find(known.ids.begin(), known.ids.end(), id) == known.ids.end()) known.ids.push_back(id);
        return;
    }
    for (const std::string_view head : {"主要负责人", "主要负责同志", "负责人", "负责同志"}) {
        if (!entry.head.empty() || entry.name.size() <= head.size()) continue;
        if (entry.name.compare(entry.name.size() - head.size(), head.size(), head) != 0) continue;
        entry.unit = entry.name.substr(0, entry.name.size() - head.size());
        entry.head = head;
    }
    list.push_back(std::move(entry));
}

// The names that begin at `at`; and 部门主要负责人 where 部门、单位主要负责人 or 部门的主要负责人 does.
void NameList::add_all_at(std::string_view text, std::size_t at, std::vector<Mention>& out) const {
    constexpr std::size_t kFar = 24;  // bytes between the unit and the head that it shares
    const auto list = names_.find(text.substr(at, kHanBytes));
    if (list == names_.end()) return;
    for (const Name& n : list->second) {
        if (text.compare(at, n.name.size(), n.name) == 0) out.push_back({n.ids, at, at + n.name.size()});
        if (n.unit.empty() || text.compare(at, n.unit.size(), n.unit) != 0) continue;
        const std::size_t from = at + n.unit.size(),
                          to = text.substr(0, from + kFar + n.head.size()).find(n.head, from);
        if (to == text.npos || to == from) continue;
        const std::string_view between = text.substr(from, to - from);
        const bool listed = between.compare(0, 3, "、") == 0 && between.find_first_of(",;:") == between.npos;
        if (listed || between == "的") out.push_back({n.ids, at, to + n.head.size(), false, true});
    }
}

std::vector<Mention> NameList::mentions(std::string_view text) const {
    std::vector<Mention> out;
    for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) add_all_at(text, at, out);
    for (Mention& m : out) {
        m.inner = std::any_of(out.begin(), out.end(), [&](const Mention& other) {
            return !other.shared && other.begin <= m.begin && m.end <= other.end &&
                   other.end - other.begin > m.end - m.begin;
        });
    }
    return out;
}

Vocabulary vocabulary_of(const Rules& rules) {
    Vocabulary out;
    const auto add = [](NameList& list, const Named& named) {
        list.add(named.id, named.title);
        for (const std::string& alias : named.aliases) list.add(named.id, alias);
    };
    for (const NamedRole& role : rules.catalogue->roles) add(out.roles, role);
    for (const Named& action : rules.catalogue->actions) add(out.actions, action);
    for (const RoleRule& role : rules.pack->roles) {
        for (const std::string& alias : role.aliases) out.roles.add(role.id, alias);
    }
    return out;
}

std::string role_title(const Rules& rules, const std::string& id) {
    const NamedRole* role = find_named(rules.catalogue->roles, id);
    return role ? role->title : id;
}

std::string action_title(const Rules& rules, const std::string& id) {
    const Named* action = find_named(rules.catalogue->actions, id);
    return action ? action->title : id;
}

}  // namespace signroute
