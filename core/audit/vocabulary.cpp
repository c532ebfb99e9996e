#include "core/audit/vocabulary.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/statute/fold.h"

namespace signroute {

bool Mention::names(std::string_view id) const { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

void NameList::add(const std::string& id, std::string_view name) {
    const std::string folded = fold(name);
    if (folded.empty()) return;
    std::vector<std::string>& ids = ids_[folded];
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    longest_ = std::max(longest_, folded.size());
}

void NameList::add_all_at(std::string_view text, std::size_t at, std::vector<Mention>& out) const {
    for (std::size_t size = std::min(longest_, text.size() - at); size > 0; --size) {
        const auto found = ids_.find(text.substr(at, size));
        if (found != ids_.end()) out.push_back({found->second, at, at + size});
    }
}

// 部门、单位主要负责人 and 主办部门的主要负责人 name the 部门主要负责人 too.
void NameList::add_shared_heads(std::string_view text, std::vector<Mention>& out) const {
    constexpr std::size_t kFar = 24;  // bytes between the unit and the head that it shares
    for (const std::string_view head : {"主要负责人", "负责人", "主要负责同志", "负责同志"}) {
        for (const auto& [name, ids] : ids_) {
            if (name.size() <= head.size() || name.compare(name.size() - head.size(), head.size(), head) != 0) continue;
            const std::string_view unit = std::string_view(name).substr(0, name.size() - head.size());
            for (std::size_t at = text.find(unit); at != text.npos; at = text.find(unit, at + 1)) {
                const std::size_t from = at + unit.size(), to = text.find(head, from);
                if (to == text.npos || to == from || to - from > kFar) continue;
                const std::string_view between = text.substr(from, to - from);
                const bool list = between.compare(0, 3, "、") == 0 && between.find_first_of(",;:") == between.npos;
                if (list || between == "的") out.push_back({ids, at, to + head.size(), false, true});
            }
        }
    }
}

std::vector<Mention> NameList::mentions(std::string_view text) const {
    std::vector<Mention> out;
    for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) add_all_at(text, at, out);
    add_shared_heads(text, out);
    std::stable_sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
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
