// From the words of a request to the element that they name.
#include <algorithm>
#include <set>

#include "core/why/why.h"

namespace signroute {

namespace {

constexpr std::pair<const char*, AboutKind> kKinds[] = {
    {"route", AboutKind::route},           {"verdict", AboutKind::verdict},     {"step", AboutKind::step},   {"prerequisite", AboutKind::prerequisite},
    {"prohibition", AboutKind::prohibition}, {"cap", AboutKind::cap},             {"limit", AboutKind::limit}, {"matter", AboutKind::matter}};


// Every element that may be asked about, with its title.
class Elements {
  public:
    Elements(const Rules& rules, const Case& situation) : catalogue_(*rules.catalogue) {
        for (const std::string& id : situation.matters) {
            const Matter* m = find_matter(*rules.pack, id);
            if (!m) continue;
            for (const StepRule& s : m->steps) add(AboutKind::step, *m, s, step_title(catalogue_, s.role, s));
            for (const Prerequisite& p : m->prerequisites) add(AboutKind::prerequisite, *m, p, title_of(catalogue_.things, p.thing));
            for (const Prohibition& p : m->prohibitions) add(AboutKind::prohibition, *m, p, title_of(catalogue_.prohibitions, p.id));
            for (const Cap& c : m->caps) add(AboutKind::cap, *m, c, title_of(catalogue_.facts, c.fact));
            for (const TimeLimit& l : m->limits) add(AboutKind::limit, *m, l, l.title.empty() ? title_of(catalogue_.limits, l.id) : l.title);
        }
    }

    // By id; where there is none of that id, by title.
    std::vector<About> named(std::optional<AboutKind> kind, std::string_view text) const {
        std::vector<About> by_id, by_title;
        for (const auto& [about, title] : all_) {
            if (kind && about.kind != *kind) continue;
            if (about.id == text || about.matter + "." + about.id == text) by_id.push_back(about);
            if (title == text) by_title.push_back(about);
        }
        return by_id.empty() ? by_title : by_id;
    }

  private:
    template <class List>
    static std::string title_of(const List& list, const std::string& id) {
        const auto* found = find_named(list, id);
        return found ? found->title : id;
    }
    void add(AboutKind kind, const Matter& matter, const Element& e, std::string title) {
        all_.emplace_back(About{kind, matter.id, e.id}, std::move(title));
    }
    const Catalogue& catalogue_;
    std::vector<std::pair<About, std::string>> all_;
};

// Of several steps those that belong to the route as things stand.
std::vector<About> in_route(const Rules& rules, const Case& situation, const std::vector<About>& named) {
    const Route route = route_from_facts(rules, situation, {});
    std::vector<About> out;
    for (const About& a : named) {
        const RouteStep* s = a.kind == AboutKind::step ? find_step(route, a.matter, a.id) : nullptr;
        if (s && s->status != StepStatus::not_required) out.push_back(a);
    }
    return out;
}

}  // namespace

std::string_view name(AboutKind kind) {
    for (const auto& [text, k] : kKinds) {
        if (k == kind) return text;
    }
    return "";
}

Result<About> about_from_text(const Rules& rules, const Case& situation, std::string_view text, const std::string& pointer) {
    if (text == "route") return About{AboutKind::route, "", ""};
    if (text == "verdict") return About{AboutKind::verdict, "", ""};
    std::optional<AboutKind> kind;
    std::string_view rest = text;
    for (const auto& [prefix, k] : kKinds) {
        const std::string_view p = prefix;
        if (text.size() <= p.size() || text.substr(0, p.size()) != p || text[p.size()] != ':') continue;
        kind = k;
        rest = text.substr(p.size() + 1);
    }
    std::vector<About> found = Elements(rules, situation).named(kind, rest);
    if (found.size() > 1) {
        const std::vector<About> taken = in_route(rules, situation, found);
        if (taken.size() == 1) found = taken;
    }
    if (found.size() == 1) return found.front();
    if (found.empty()) return Error{"unknown_element", pointer, "所问事项没有要素“" + std::string(text) + "”。"};
    std::string ways;
    for (const About& a : found) ways += (ways.empty() ? "" : "、") + std::string(name(a.kind)) + ":" + a.matter + "." + a.id;
    return Error{"ambiguous_element", pointer, "“" + std::string(text) + "”不止指一个要素，请写明是哪一个：" + ways + "。"};
}

}  // namespace signroute
