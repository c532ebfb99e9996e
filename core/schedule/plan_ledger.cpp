// The day-by-day ledgers behind the dates of a plan.
#include <algorithm>

#include "core/schedule/plan_parts.h"

namespace signroute {

namespace {

class Ledgers {
  public:
    Ledgers(const PlanWork& work, Plan& out) : w_(work), out_(out) {}
    void add_decided(const PlanBothDays& on, PlanUse use, const char* date);
    void add_latest();
    void add_limits();
    void add_start_by();

  private:
    void add(const char* of, const std::string& id, const char* date, std::size_t from, const PlanCount& count, Day start);
    void add_to_next(const PlanStep& step, std::size_t node);
    bool certain(const PlanBothDays& on, std::size_t node) const { return on.best.at[node].day == on.worst.at[node].day; }
    const char* kind(std::size_t node) const { return w_.network.nodes[node].step ? "step" : "event"; }

    const PlanWork& w_;
    Plan& out_;
};

void Ledgers::add(const char* of, const std::string& id, const char* date, std::size_t from, const PlanCount& count, Day start) {
    auto ledger = ledger_of(w_.source.calendar, count, start);
    if (!ledger) return;
    ledger->of = of;
    ledger->id = id;
    ledger->date = date;
    ledger->from = w_.network.nodes[from].id;
    out_.ledger.push_back(std::move(*ledger));
}

// Each date by the count that decided it, from the day of the step or event before.
void Ledgers::add_decided(const PlanBothDays& on, PlanUse use, const char* date) {
    for (std::size_t i = kStartNode + 1; i < w_.network.nodes.size(); ++i) {
        const PlanNode& n = w_.network.nodes[i];
        if (!n.shown || !certain(on, i)) continue;
        const PlanLink link = deciding(w_.bounds.worst(), on.worst, i, use);
        if (link.arc < 0 || !certain(on, link.node)) continue;
        const PlanArc& a = w_.network.arcs[static_cast<std::size_t>(link.arc)];
        const bool back = a.kind == PlanArc::Kind::advance;  // the event keeps its distance: counted back from it
        add(kind(i), n.id, date, back ? i : link.node, a.count, on.worst.at[back ? i : link.node].day);
    }
}

// The last day of a step by the count that a later day would push too far.
void Ledgers::add_to_next(const PlanStep& step, std::size_t node) {
    const Day last = *step.latest.earliest;
    for (const PlanArc& a : w_.network.arcs) {
        if (a.from != node || a.kind == PlanArc::Kind::advance) continue;
        const auto next = std::find_if(out_.steps.begin(), out_.steps.end(), [&](const PlanStep& s) { return s.step == w_.network.nodes[a.to].step; });
        if (next == out_.steps.end() || !next->latest.certain || last == kLastDay) continue;
        if (reach(w_.source.calendar, a.count, last + days{1}, PlanBound::worst).day <= *next->latest.earliest) continue;
        return add("step", step.step->id, "latest", node, a.count, last);
    }
    for (const PlanArc& a : w_.network.arcs) {
        const bool ends_here = a.to == node && a.kind != PlanArc::Kind::gap && certain(w_.full, a.from);
        if (ends_here && reach(w_.source.calendar, a.count, w_.full.worst.at[a.from].day, PlanBound::worst).day == last)
            return add("step", step.step->id, "latest", a.from, a.count, w_.full.worst.at[a.from].day);
    }
    PlanCount same_day;
    same_day.legs = {{0, DeadlineUnit::calendar_day}};
    add("step", step.step->id, "latest", node, same_day, last);
}

void Ledgers::add_latest() {
    for (const PlanStep& s : out_.steps) {
        if (s.latest.certain && !s.done) add_to_next(s, static_cast<std::size_t>(node_of_step(w_.network, s.step->id)));
    }
}

void Ledgers::add_limits() {
    for (const NetworkLimit& l : w_.network.limits) {
        if (l.arc < 0) continue;
        const PlanArc& a = w_.network.arcs[static_cast<std::size_t>(l.arc)];
        if (certain(w_.full, a.from)) add("limit", l.limit.scheduled.limit.rule->id, "due", a.from, a.count, w_.full.worst.at[a.from].day);
    }
}

// The way from the latest start to the day to meet.
void Ledgers::add_start_by() {
    if (!out_.start_by.certain) return;
    const PlanDays on = forward(w_.bounds, *out_.start_by.earliest, PlanUse::all).worst;
    std::vector<PlanLink> chain = critical_chain(w_);
    for (const PlanLink& l : chain) {
        if (l.arc < 0) continue;
        const PlanArc& a = w_.network.arcs[static_cast<std::size_t>(l.arc)];
        const std::size_t from = a.from;
        add(kind(l.node), w_.network.nodes[l.node].id, "start_by", from, a.count, on.at[from].day);
    }
}

}  // namespace

void put_ledger(const PlanWork& work, Plan& out) {
    Ledgers ledgers(work, out);
    ledgers.add_decided(work.none, PlanUse::none, "earliest");
    ledgers.add_decided(work.full, PlanUse::all, "due");
    ledgers.add_latest();
    ledgers.add_limits();
    ledgers.add_start_by();
}

}  // namespace signroute
