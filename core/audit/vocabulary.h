// The names under which a text may speak of roles and actions: those of the catalogue and those that the pack adds.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/route/route.h"

namespace signroute {

// A stretch of a folded text that names one thing, or several that share a name.
struct Mention {
    std::vector<std::string> ids;
    std::size_t begin = 0, end = 0;
    bool inner = false;   // part of a longer name: 主办部门 in 主办部门主要负责人
    bool shared = false;  // a head shared by a list: 部门、单位主要负责人
    bool names(std::string_view id) const;
};

class NameList {
  public:
    void add(const std::string& id, std::string_view name);
    // Every name, by where it begins; one within a longer one is `inner`. 主要负责人 and 负责人 may be shared by a list
    // (有关部门、单位主要负责人) or follow 的.
    std::vector<Mention> mentions(std::string_view folded) const;

  private:
    void add_all_at(std::string_view text, std::size_t at, std::vector<Mention>& out) const;

    struct Name {
        std::string name;  // folded
        std::vector<std::string> ids;
        std::string unit, head;  // 部门 and 主要负责人, "" where it does not end so
    };
    std::map<std::string, std::vector<Name>, std::less<>> names_;  // by their first three bytes
};

struct Vocabulary {
    NameList roles, actions;
};

Vocabulary vocabulary_of(const Rules& rules);

// Chinese title of an id, for findings; the id itself where the catalogue has none.
std::string role_title(const Rules& rules, const std::string& id);
std::string action_title(const Rules& rules, const std::string& id);

}  // namespace signroute
