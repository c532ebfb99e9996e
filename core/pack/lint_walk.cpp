#include "core/pack/lint_walk.h"

namespace signroute::linting {

namespace {

using Visit = std::function<void(const Condition&, const Place&)>;

void parts(const Condition& c, const Place& at, bool skip_shared, const Visit& visit) {
    if (skip_shared && c.pointer.rfind("/limits/", 0) == 0) return;
    visit(c, at);
    for (const Condition& part : c.parts) parts(part, at, skip_shared, visit);
}

template <class T>
void elements(const std::vector<T>& list, const char* kind, const std::string& matter, const Visit& visit) {
    for (const T& e : list) parts(e.when, place_of(e, kind, matter), !matter.empty(), visit);
}

void in_matter(const Matter& m, const std::string& pointer, const Visit& visit) {
    parts(m.applies_when, {"事项“" + m.id + "”", m.id, "", pointer, &m.clauses}, true, visit);
    elements(m.steps, "步骤", m.id, visit);
    elements(m.prerequisites, "前置", m.id, visit);
    elements(m.prohibitions, "禁止", m.id, visit);
    for (const Prohibition& p : m.prohibitions) parts(p.breach, place_of(p, "禁止", m.id), true, visit);
    elements(m.caps, "限额", m.id, visit);
    elements(m.limits, "时限", m.id, visit);
    elements(m.silent, "未规定事项", m.id, visit);
    elements(m.notes, "说明", m.id, visit);
    elements(m.readings, "口径分歧", m.id, visit);
}

}  // namespace

std::vector<std::string> facts_asked_by(const Body& body) {
    constexpr std::pair<const char*, const char*> asks[] = {
        {"quorum", "due"},       {"quorum", "present"}, {"chair", "chair"},        {"stand_in", "chair"},
        {"member", "attending"}, {"scope", "topic"},    {"frequency", "last_held"}};
    std::vector<std::string> out;
    for (const BodyEntry& e : body.entries) {
        for (const auto& [attribute, fact] : asks) {
            if (e.attribute == attribute) out.emplace_back(fact);
        }
    }
    return out;
}

void each_condition(const Pack& pack, const Visit& visit) {
    for (const Body& b : pack.bodies) {
        const std::string matter = find_matter(pack, b.id) ? b.id : "";
        elements(b.entries, "会议要素", matter, visit);
        elements(b.silent, "未规定事项", matter, visit);
    }
    elements(pack.limits, "时限", "", visit);
    for (const TimeLimit& l : pack.limits) {
        for (const GivesWay& g : l.gives_way_to) parts(g.when, place_of(l, "时限", ""), false, visit);
    }
    for (std::size_t i = 0; i < pack.matters.size(); ++i)
        in_matter(pack.matters[i], "/matters/" + std::to_string(i), visit);
    elements(pack.silent, "未规定事项", "", visit);
    elements(pack.notes, "说明", "", visit);
}

}  // namespace signroute::linting
