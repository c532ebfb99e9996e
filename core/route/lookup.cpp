#include "core/route/lookup.h"

#include <algorithm>
#include <span>

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

// The steps whose act has another word in the text of this city than in the catalogue.
template <class Take>
void each_word(const Pack& pack, Take take) {
    for (const Matter& m : pack.matters) {
        for (const StepRule& s : m.steps) {
            if (!s.word.empty()) take(s);
        }
    }
}

constexpr std::string_view kNoSurnames = "副代前原老新各正";
constexpr std::string_view kHeads[] = {"主要负责人", "主要负责同志", "主要领导", "一把手"};
constexpr std::string_view kOffices[] = {"局长", "主任"};  // of a department, by its own name
constexpr std::string_view kDeputies[] = {"副局长", "副主任", "副职", "分管负责人", "分管负责同志", "分管领导", "分管局长"};
constexpr std::string_view kDepartments[] = {"局", "发改委", "卫健委", "住建委", "国资委", "经信委", "改革委员会", "健康委员会"};
constexpr std::string_view kSections[] = {"科", "处", "股", "组", "办公室"};  // within a unit
constexpr std::string_view kAndAnother[] = {"、", "和", "与", "及"};
constexpr std::string_view kTowns[] = {"街道办事处", "街道办", "街道", "镇政府", "镇"};

bool ends_with(std::string_view text, std::string_view end) { return text.size() > end.size() && starts_at(text, text.size() - end.size(), end); }

bool ends_with_any(std::string_view text, std::span<const std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return ends_with(text, end); });
}

// The unit whose section it is: 市财政局办公室 is of 市财政局. Its own name goes no further than its section's.
std::string unit_of_section(const Rules& rules, std::string_view name) {
    constexpr std::size_t kLongest = 21;  // bytes: seven characters
    for (std::size_t size = 3; size <= kLongest && size < name.size(); size += 3) {
        if (!role_id(rules, name.substr(name.size() - size)).empty()) break;  // that one is a unit of its own
        const NamedRole* r = find_named(rules.catalogue->roles, role_id(rules, name.substr(0, name.size() - size)));
        if (r && r->kind == RoleKind::unit) return r->id;
    }
    return "";
}

// 李市长（分管工业）: no 市长.
std::string leader_in_charge(const Rules& rules, std::string_view name) {
    for (const std::string_view open : {"（分管", "(分管"}) {
        const std::size_t at = name.find(open);
        const std::string leader = at == std::string_view::npos ? "" : role_id(rules, name.substr(0, at));
        if (is_role(*rules.catalogue, leader, "government_leader")) return leader == "mayor" || leader == "vice_mayor" ? "vice_mayor_in_charge" : leader;
    }
    return "";
}

// A bureau or a town by its own name, somebody by his surname and office: "市教育局", "滨江镇", "李副市长", "市教育局主要负责人".
std::string role_by_form(const Rules& rules, std::string_view name) {
    constexpr std::size_t kShortest = 9, kSurname = 3;  // bytes: three characters, and one
    const auto known = [&](const char* id) { return std::string(find_named(rules.catalogue->roles, id) ? id : ""); };
    for (const std::string_view apart : {"：", ":", " ", "　"}) {
        if (contains(name, apart)) return "";  // more than a name
    }
    const auto of_department = [&](std::string_view of) { return !ends_with_any(of, kSections) && is_role(*rules.catalogue, role_id(rules, of), "department"); };
    if (name.size() > kSurname && kNoSurnames.find(name.substr(0, kSurname)) == std::string_view::npos) {
        const NamedRole* r = find_named(rules.catalogue->roles, name.substr(kSurname));
        if (r && r->kind == RoleKind::person) return r->id;
    }
    if (const std::string leader = leader_in_charge(rules, name); !leader.empty()) return known(leader.c_str());
    for (const std::string_view head : kHeads) {
        if (!ends_with(name, head)) continue;
        const std::string_view of = name.substr(0, name.size() - head.size());
        if (of_department(of)) return known("department_head");
        return is_role(*rules.catalogue, role_id(rules, of), "town_government") ? known("town_head") : "";
    }
    for (const bool deputy : {true, false}) {
        for (const std::string_view title : deputy ? std::span<const std::string_view>(kDeputies) : kOffices) {
            if (!ends_with(name, title)) continue;
            std::string_view of = name.substr(0, name.size() - title.size());
            for (const std::string_view word : {"分管", "有关", "一名"}) {
                if (deputy && ends_with(of, word)) of.remove_suffix(word.size());
            }
            if (of_department(of)) return known(deputy ? "department_deputy_head" : "department_head");
        }
    }
    for (const std::string_view leader : {"负责人", "负责同志"}) {
        if (ends_with(name, leader) && of_department(name.substr(0, name.size() - leader.size()))) return known("department_leader");
    }
    if (name.size() < kShortest) return "";
    for (const std::string_view word : kAndAnother) {  // 发改委和教育局 are two, 自然资源和规划局 is one
        const std::size_t at = name.find(word);
        if (at != std::string_view::npos && (at == 0 || word == kAndAnother[0] || !role_id(rules, name.substr(0, at)).empty())) return "";
    }
    if (ends_with_any(name, kTowns)) return known("town_government");
    if (ends_with_any(name, kSections)) return unit_of_section(rules, name);
    return ends_with_any(name, kDepartments) && name.find("局") >= name.size() - 3 ? known("department") : "";
}

}  // namespace

std::string role_id(const Rules& rules, std::string_view name) {
    for (const RoleRule& r : rules.pack->roles) {
        if (std::find(r.aliases.begin(), r.aliases.end(), name) != r.aliases.end()) return r.id;
    }
    const NamedRole* r = find_named(rules.catalogue->roles, name);
    return r ? r->id : role_by_form(rules, name);
}

std::string action_id(const Rules& rules, std::string_view name) {
    if (const Named* a = find_named(rules.catalogue->actions, name)) return a->id;
    std::string out;
    bool one = true;
    each_word(*rules.pack, [&](const StepRule& s) {
        if (s.word != name) return;
        one = one && (out.empty() || out == s.action);
        out = s.action;
    });
    return one ? out : "";
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
    const std::string_view act = std::string_view(text).substr(role.size);
    longest(rules.catalogue->actions, act, true, action);
    each_word(*rules.pack, [&](const StepRule& s) {
        const std::string_view word = s.word;
        if (word.size() > action.size && word.size() <= act.size() && act.substr(act.size() - word.size()) == word) action = {action_id(rules, word), word.size()};
    });
    out.role = role.id;
    out.action = action.id;
    out.role_text = text.substr(0, role.size);
    const std::string rest = trim(std::string_view(text).substr(role.size));
    out.action_text = action.size ? rest.substr(rest.size() - action.size) : rest;
    if (!role.size && action.size) {
        out.role_text = trim(rest.substr(0, rest.size() - action.size));
        if (out.role_text.size() < rest.size()) out.role = role_by_form(rules, out.role_text);
    }
    return out;
}

}  // namespace signroute
