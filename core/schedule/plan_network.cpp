#include "core/schedule/plan_network.h"

#include <algorithm>
#include <set>

namespace signroute {

namespace {

constexpr const char* kSilent = "原文未规定";

Assumption no_time() {
    return {"no_duration", "没有规定办理时间，也没有填写，按0日计", kSilent};
}

const Done* done_of(const Case& situation, const RouteStep& step) {
    for (const std::string& id : {step.id, step.matter + "." + step.rule->id, step.rule->id, step.rule->thing}) {
        const auto at = situation.done.find(id);
        if (at != situation.done.end() && !id.empty()) return &at->second;
    }
    return nullptr;
}

class Steps {
  public:
    Steps(const PlanSource& source, PlanNetwork& out) : s_(source), out_(out) {}
    std::optional<Error> add();

  private:
    PlanNode node(const RouteStep& step) const;
    std::string path_of(const RouteStep& step) const;
    void choose_alternatives();
    std::optional<Error> order();
    PlanCount own_time(std::size_t node);

    const PlanSource& s_;
    PlanNetwork& out_;
};

// Needed for certain, planned, or of some length by the user's word: it counts. Otherwise it may come to nothing.
PlanNode Steps::node(const RouteStep& step) const {
    PlanNode out;
    out.id = step.id;
    out.step = &step;
    const Done* done = done_of(s_.situation, step);
    const auto date = s_.question.step_dates.find(step.id);
    const auto now = s_.situation.today ? s_.situation.today : s_.question.start;
    if (done && done->truth == Truth::yes) {
        out.over = true;
        out.fixed = done->date;
    }
    if (!out.fixed && date != s_.question.step_dates.end()) {
        out.fixed = date->second;
        out.over |= now && *out.fixed < *now;
    }
    const bool timed = s_.question.step_figures.count(step.id) > 0;
    out.taken = s_.question.taken.count(step.id) > 0 || out.fixed || out.over;
    const bool for_the_asking = step.status != StepStatus::required && !(timed && step.status != StepStatus::unknown);
    out.unsure = !out.taken && for_the_asking;
    return out;
}

std::string Steps::path_of(const RouteStep& step) const { return step.rule->path.empty() ? step.id : step.rule->path; }

// Of each group of steps that replace each other: the path that the plan takes, or that a time is given for, else the first.
void Steps::choose_alternatives() {
    std::map<std::string, std::string> chosen;
    std::set<std::string> settled, several;
    for (const PlanNode& n : out_.nodes) {
        if (!n.step || n.step->group.empty()) continue;
        const std::string path = path_of(*n.step);
        const auto first = chosen.emplace(n.step->group, path);
        if (first.first->second != path) several.insert(n.step->group);
        const bool wanted = n.taken || s_.question.step_figures.count(n.id);
        if (wanted && settled.insert(n.step->group).second) chosen[n.step->group] = path;
    }
    for (PlanNode& n : out_.nodes) {
        if (!n.step || n.step->group.empty()) continue;
        n.shown = chosen[n.step->group] == path_of(*n.step);
        if (n.shown && several.count(n.step->group) && !settled.count(n.step->group))
            out_.said[static_cast<std::size_t>(&n - out_.nodes.data())].push_back(
                {"alternative", "几种办法任选其一，按所列第一种计", clause_labels(s_.rules, n.step->rule->clauses)});
    }
}

PlanCount Steps::own_time(std::size_t node) {
    PlanCount out;
    const auto figure = s_.question.step_figures.find(out_.nodes[node].id);
    if (figure == s_.question.step_figures.end() || !out_.nodes[node].shown) {
        out.legs = {{0, DeadlineUnit::working_day}};
        return out;
    }
    out.legs = {{figure->second.n, figure->second.unit}};
    out.bases = {figure->second.basis};
    out_.said[node].push_back({"own_duration", "办理时间由提问给定", figure->second.basis});
    return out;
}

// Each step waits for the start and for the steps before it, and then takes its own time.
std::optional<Error> Steps::order() {
    const std::size_t steps = out_.nodes.size();
    for (std::size_t i = kStartNode + 1; i < steps; ++i) {
        const auto count = interrupted(s_, own_time(i), out_.nodes[i].id, nullptr);
        if (!count) return count.error();
        const auto wait_for = [&](std::size_t from) { out_.arcs.push_back({from, i, PlanArc::Kind::gap, *count, out_.nodes[i].unsure, false, -1}); };
        for (const std::string& before : out_.nodes[i].step->after) {
            const int from = node_of_step(out_, before);
            if (from >= 0) wait_for(static_cast<std::size_t>(from));
        }
        wait_for(kStartNode);
    }
    return std::nullopt;
}

std::optional<Error> Steps::add() {
    out_.nodes.push_back({"start"});
    for (const RouteStep& step : s_.route.steps) {
        if (step.status != StepStatus::not_required) out_.nodes.push_back(node(step));
    }
    choose_alternatives();
    return order();
}

// What comes before a step that is done is done as well, and waits for nothing.
void end_what_is_over(PlanNetwork& out) {
    for (bool more = true; more;) {
        more = false;
        for (const PlanArc& a : out.arcs) {
            PlanNode& before = out.nodes[a.from];
            if (!out.nodes[a.to].over || before.over || a.from == kStartNode) continue;
            before.over = more = true;
            out.said[a.from].push_back({"done_before", "后面的步骤已经办结，按已办结计", "所填的情况"});
        }
    }
}

std::optional<Error> bad_target(const PlanTarget& target, const char* message) { return Error{"bad_target", target.pointer, message}; }

// Before the day of an event all has to be done that does not wait for it.
std::optional<Error> add_target_event(const PlanSource& source, PlanNetwork& out, const PlanTarget& target) {
    const int at = event_node(source, out, {target.id, -1, false, true});
    if (at == static_cast<int>(kStartNode)) return bad_target(target, "这是开始的时间节点，不能从它倒推。");
    out.target = at;
    const auto node = static_cast<std::size_t>(at);
    if (out.nodes[node].step) {
        if (out.nodes[node].over) return bad_target(target, "这一步骤已经办结，不能从它倒推。");
        out.dated.push_back({node, target.date, -1, true});
        return std::nullopt;
    }
    out.nodes[node].fixed = target.date;
    out.events[target.id].given = true;
    for (std::size_t i = 1; i < out.nodes.size(); ++i) {
        if (i == node || !out.nodes[i].step || !out.nodes[i].shown || out.nodes[i].over || comes_after(out, i, node)) continue;
        out.dated.push_back({i, target.date, -1, true});
    }
    out.assumptions.push_back({"all_before", "不以“" + title_of_event(source.rules, target.id) + "”为起点的步骤，都应在该日以前（含当日）办结", "按提问要求"});
    return std::nullopt;
}

}  // namespace

bool said_not_done(const Case& situation, const RouteStep& step) {
    const Done* done = done_of(situation, step);
    return done && done->truth == Truth::no;
}

int node_of_step(const PlanNetwork& network, const std::string& id) {
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        if (network.nodes[i].step && network.nodes[i].id == id) return static_cast<int>(i);
    }
    return -1;
}

bool comes_after(const PlanNetwork& network, std::size_t later, std::size_t earlier) {
    std::vector<bool> seen(network.nodes.size());
    std::vector<std::size_t> open = {earlier};
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const PlanArc& a : network.arcs) {
            if (a.from != at || a.kind == PlanArc::Kind::advance || seen[a.to]) continue;
            if (a.to == later) return true;
            seen[a.to] = true;
            open.push_back(a.to);
        }
    }
    return false;
}

std::optional<Error> add_steps(const PlanSource& source, PlanNetwork& out) { return Steps(source, out).add(); }

std::optional<Error> add_target(const PlanSource& source, PlanNetwork& out) {
    if (!source.question.target) return std::nullopt;
    const PlanTarget& target = *source.question.target;
    out.has_target = true;
    switch (target.kind) {
        case PlanTarget::Kind::event: return add_target_event(source, out, target);
        case PlanTarget::Kind::step: {
            out.target = node_of_step(out, target.id);
            if (out.target < 0) return Error{"not_in_route", target.pointer, "本次办理的路线没有这一步骤。"};
            PlanNode& node = out.nodes[static_cast<std::size_t>(out.target)];
            if (node.over) return bad_target(target, "这一步骤已经办结，不能从它倒推。");
            if (!node.shown) return bad_target(target, "这一步骤由别的步骤代替，请先在拟走流程中写明走哪一种。");
            out.dated.push_back({static_cast<std::size_t>(out.target), target.date, -1, true});
            return std::nullopt;
        }
        case PlanTarget::Kind::limit: break;
    }
    for (std::size_t i = 0; i < out.limits.size(); ++i) {
        NetworkLimit& l = out.limits[i];
        if (l.limit.scheduled.limit.rule->id != target.id) continue;
        if (l.dated < 0) return Error{"not_monthly", target.pointer, "时限“" + title_of_limit(source.rules, *l.limit.scheduled.limit.rule) + "”不是每月截止的时限，或者没有属于它的步骤。"};
        out.dated[static_cast<std::size_t>(l.dated)].target = true;
        out.target = static_cast<int>(out.dated[static_cast<std::size_t>(l.dated)].node);
        return std::nullopt;
    }
    return Error{"not_in_route", target.pointer, "本次办理没有这一时限。"};
}

namespace {

// What is taken for granted about a step: that it takes no time, where nobody says how long; that it may not be needed.
void say_of_step(const PlanSource& source, PlanNetwork& out, std::size_t at) {
    const PlanNode& node = out.nodes[at];
    if (!node.step || !node.shown) return;
    if (node.unsure) out.said[at].push_back({"may_be_needed", "是否需要这一步骤尚未确定，较早的日期按不需要计，较晚的日期按需要计", "所填的情况"});
    if (node.over) return;
    bool limited = source.question.step_figures.count(node.id) > 0;
    for (const NetworkLimit& l : out.limits) {
        if (l.limit.step != node.id) continue;
        const TimeLimit& rule = *l.limit.scheduled.limit.rule;
        limited |= l.limit.state == PlanLimitState::runs;
        if (l.limit.state == PlanLimitState::runs || l.limit.scheduled.limit.applies != Truth::yes) continue;
        limited = true;
        const char* why = l.limit.state == PlanLimitState::no_start ? "”从何日起算没有填写，未计入" : "”没有天数，按0日计";
        out.said[at].push_back({"no_figure", "“" + title_of_limit(source.rules, rule) + why, clause_labels(source.rules, rule.clauses)});
    }
    if (!limited) out.said[at].push_back(no_time());
}

}  // namespace

Result<PlanNetwork> network_of(const PlanSource& source) {
    PlanNetwork out;
    if (auto e = add_steps(source, out)) return *e;
    end_what_is_over(out);
    if (auto e = add_limits(source, out)) return *e;
    end_what_is_over(out);
    if (auto e = add_target(source, out)) return *e;
    for (std::size_t i = 1; i < out.nodes.size(); ++i) say_of_step(source, out, i);
    return out;
}

}  // namespace signroute
