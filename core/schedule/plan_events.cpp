// On which day of the network an event is: plan.h says in which order the ways are tried.
#include <algorithm>

#include "core/base/text.h"
#include "core/schedule/plan_network.h"

namespace signroute {

namespace {

constexpr const char* kNotSaid = "原文未写明起算的日期";

// The action that the event's name holds; of several the one with the longest name. "" = none.
std::string action_in(const Catalogue& catalogue, const std::string& event) {
    const Named* named = find_named(catalogue.events, event);
    if (!named) return "";
    std::string out;
    std::size_t most = 0;
    const auto look = [&](const std::string& text, const Named& action, const std::string& name) {
        if (!contains(text, name) || name.size() <= most) return;
        most = name.size();
        out = action.id;
    };
    for (const Named& action : catalogue.actions) {
        std::vector<std::string> names = action.aliases, texts = named->aliases;
        names.push_back(action.title);
        texts.push_back(named->title);
        for (const std::string& name : names) {
            for (const std::string& text : texts) look(text, action, name);
        }
    }
    return out;
}

class Resolver {
  public:
    Resolver(const PlanSource& source, PlanNetwork& out, const EventAsked& asked) : s_(source), out_(out), asked_(asked) {}
    int node();

  private:
    int step_by_limit() const;
    int step_by_action(const std::string& action) const;
    int handed_in();
    int own_day(std::optional<Day> day);
    int given(Day day, const std::string& action);
    int record(int node, const std::string& tied, const char* id, const std::string& chosen);
    int at_step(int node, const char* id);
    bool fits(std::size_t node) const;

    const PlanSource& s_;
    PlanNetwork& out_;
    const EventAsked& asked_;
};

// A limit runs from what comes before its step, and counts back from what does not.
bool Resolver::fits(std::size_t node) const {
    const PlanNode& n = out_.nodes[node];
    if (!n.step || !n.shown || static_cast<int>(node) == asked_.owner) return false;
    if (asked_.owner < 0) return true;
    const auto owner = static_cast<std::size_t>(asked_.owner);
    return asked_.before ? !comes_after(out_, owner, node) : comes_after(out_, owner, node);
}

// The step whose limit ends with this event; of several the last.
int Resolver::step_by_limit() const {
    int out = -1;
    for (const ScheduledLimit& l : s_.schedule.limits) {
        if (l.limit.rule->to != asked_.event || l.step.empty()) continue;
        const int node = node_of_step(out_, l.step);
        if (node > out && fits(static_cast<std::size_t>(node))) out = node;
    }
    return out;
}

int Resolver::step_by_action(const std::string& action) const {
    int out = -1;
    for (std::size_t i = 0; i < out_.nodes.size(); ++i) {
        if (fits(i) && out_.nodes[i].step->rule->action == action) out = static_cast<int>(i);
    }
    return out;
}

int Resolver::record(int node, const std::string& tied, const char* id, const std::string& chosen) {
    out_.events[asked_.event] = {static_cast<std::size_t>(node), tied, false};
    if (!chosen.empty()) out_.assumptions.push_back({id, "“" + title_of_event(s_.rules, asked_.event) + "”" + chosen, kNotSaid});
    return node;
}

int Resolver::at_step(int node, const char* id) {
    const PlanNode& n = out_.nodes[static_cast<std::size_t>(node)];
    return record(node, n.id, id, "按“" + title_of_step(s_.rules, *n.step) + "”之日计");
}

int Resolver::own_day(std::optional<Day> day) {
    PlanNode node;
    node.id = asked_.event;
    node.fixed = day;
    out_.nodes.push_back(node);
    const int at = static_cast<int>(out_.nodes.size()) - 1;
    out_.events[asked_.event] = {static_cast<std::size_t>(at), "", day.has_value()};
    return at;
}

// A day that is given is also that of the one step that brings the event about, where nothing else is said of the step.
int Resolver::given(Day day, const std::string& action) {
    int step = step_by_limit();
    if (step < 0 && !action.empty()) {
        step = step_by_action(action);
        const auto same = [&](const PlanNode& n) { return n.step && n.shown && n.step->rule->action == action; };
        if (std::count_if(out_.nodes.begin(), out_.nodes.end(), same) != 1) step = -1;
    }
    PlanNode* const node = step < 0 ? nullptr : &out_.nodes[static_cast<std::size_t>(step)];
    if (!node || node->fixed || node->over) return own_day(day);
    const auto now = s_.situation.today ? s_.situation.today : s_.question.start;
    node->fixed = day;
    node->over = now && day < *now;
    node->unsure = false;
    out_.events[asked_.event] = {static_cast<std::size_t>(step), node->id, true};
    out_.said[static_cast<std::size_t>(step)].push_back({"dated_by_event", "按所填“" + title_of_event(s_.rules, asked_.event) + "”的日期计", "所填的情况"});
    return step;
}

// The day on which all is done that comes before the step, so that it can be handed over to it.
int Resolver::handed_in() {
    const int at = own_day(std::nullopt);
    const auto owner = static_cast<std::size_t>(asked_.owner);
    PlanCount same_day;
    same_day.legs = {{0, DeadlineUnit::calendar_day}};
    std::vector<PlanArc> waits;
    for (const PlanArc& a : out_.arcs) {
        if (a.to == owner && a.kind == PlanArc::Kind::gap && a.limit < 0) waits.push_back({a.from, static_cast<std::size_t>(at), PlanArc::Kind::gap, same_day, false, false, -1});
    }
    out_.arcs.insert(out_.arcs.end(), waits.begin(), waits.end());
    return record(at, "", "event_when_handed_in", "按前面的步骤都已办结之日计");
}

int Resolver::node() {
    const auto known = out_.events.find(asked_.event);
    if (known != out_.events.end()) return static_cast<int>(known->second.node);
    const auto tie = s_.question.ties.find(asked_.event);
    if (tie != s_.question.ties.end()) {
        const int at = tie->second.empty() ? static_cast<int>(kStartNode) : node_of_step(out_, tie->second);
        if (at >= 0) return record(at, tie->second.empty() ? "start" : tie->second, "", "");
    }
    const std::string action = action_in(*s_.rules.catalogue, asked_.event);
    if (const auto day = event_day(*s_.rules.catalogue, s_.situation, asked_.event)) return given(*day, action);
    if (const int at = step_by_limit(); at >= 0) return at_step(at, "event_by_limit");
    const bool runs_from = asked_.from && !asked_.before;
    if (runs_from && asked_.owner >= 0 && out_.nodes[static_cast<std::size_t>(asked_.owner)].step->rule->action == action) return handed_in();
    if (const int at = action.empty() ? -1 : step_by_action(action); at >= 0) return at_step(at, "event_by_step");
    if (!runs_from) return own_day(std::nullopt);
    if (asked_.owner < 0) return -1;
    return record(kStartNode, "start", "event_at_start", "按开始之日计");
}

}  // namespace

int event_node(const PlanSource& source, PlanNetwork& out, const EventAsked& asked) { return Resolver(source, out, asked).node(); }

}  // namespace signroute
