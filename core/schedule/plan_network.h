// A route as a network of days: steps and events, with what has to lie between them. Private to the plan.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/schedule/plan_count.h"

namespace signroute {

inline constexpr std::size_t kStartNode = 0;

struct PlanNode {
    std::string id;                   // of the step or event; "start"
    const RouteStep* step = nullptr;  // null: an event
    std::optional<Day> fixed;         // its day is given
    bool over = false;                // done, on `fixed` or nobody says when: it waits for nothing any more
    bool shown = true;                // false: the alternative that is not taken; it only hands the order on
    bool unsure = false;              // may turn out not to be needed
    bool taken = false;               // the plan takes it, or its day is given
    bool counts_time() const { return shown && !(over && !fixed); }
};

struct PlanArc {
    // gap: `to` not before the count's end. allowance: `to` by the count's end. advance: `to` by the count's end, counted
    // back from the event `from`, which keeps its distance where its day is not given.
    enum class Kind { gap, allowance, advance };
    std::size_t from = 0, to = 0;
    Kind kind = Kind::gap;
    PlanCount count;
    bool unsure = false;
    bool may_yield = false;  // the text lets something stand in its place, and it is not said whether that is so
    int limit = -1;          // place in PlanNetwork::limits
};

// A node that must be done by a given day.
struct PlanDated {
    std::size_t node = 0;
    Day by;
    int limit = -1;
    bool target = false;
    bool may_yield = false;
};

struct NetworkLimit {
    PlanLimit limit;
    int arc = -1, dated = -1;  // where it stands in the network; neither: it does not run
    int from = -1, to = -1;    // nodes
};

struct NetworkEvent {
    std::size_t node = 0;
    std::string tied;   // as PlanEvent::step
    bool given = false;
};

struct PlanNetwork {
    std::vector<PlanNode> nodes;  // the start, the steps in the order of the route, events
    std::vector<PlanArc> arcs;
    std::vector<PlanDated> dated;
    std::vector<NetworkLimit> limits;
    std::map<std::string, NetworkEvent> events;
    std::map<std::size_t, std::vector<Assumption>> said;  // of a node
    std::vector<Assumption> assumptions;
    std::vector<std::string> unused;
    int target = -1;              // the node that the target is about; limits: none
    bool has_target = false;
};

// What the builders share. Never outlives its parts.
struct PlanSource {
    const Rules& rules;
    const Calendar& calendar;
    const Route& route;
    const Schedule& schedule;
    const Case& situation;
    const PlanQuestion& question;
};

Result<PlanNetwork> network_of(const PlanSource& source);

// The parts of it, in this order: nodes and the order of the steps; the limits; the day to meet.
std::optional<Error> add_steps(const PlanSource& source, PlanNetwork& out);
std::optional<Error> add_limits(const PlanSource& source, PlanNetwork& out);
std::optional<Error> add_target(const PlanSource& source, PlanNetwork& out);

// The node of a step; -1 if the route has none of this id.
int node_of_step(const PlanNetwork& network, const std::string& id);

// How a limit comes by an event (plan.h says in which order). -1: nobody says when it is.
struct EventAsked {
    std::string event;
    int owner = -1;       // node of the limit's own step
    bool from = true;     // what the limit runs from; else what must have happened by then
    bool before = false;  // the limit counts back from it
};
int event_node(const PlanSource& source, PlanNetwork& out, const EventAsked& asked);

// Whether `later` waits for `earlier`, near or far.
bool comes_after(const PlanNetwork& network, std::size_t later, std::size_t earlier);

// `base` with what is laid over it: the interruptions of `limit` (null: of the step's own time) and of `step`.
Result<PlanCount> interrupted(const PlanSource& source, PlanCount base, const std::string& step, const ScheduledLimit* limit);

// Whether the situation says that the step was not done.
bool said_not_done(const Case& situation, const RouteStep& step);

// Titles in the city's words; the id itself where there is none.
std::string title_of_limit(const Rules& rules, const TimeLimit& limit);
std::string title_of_event(const Rules& rules, const std::string& id);
std::string title_of_step(const Rules& rules, const RouteStep& step);
std::string clause_labels(const Rules& rules, const std::vector<Clause>& clauses);

}  // namespace signroute
