#include "core/findings/mend_edits.h"

#include <algorithm>

namespace signroute {

namespace {

class Editing {
  public:
    Editing(MendJudge& judge, Needs& needs, const MendJudge::Plan& plan, const MendedPlan& mended)
        : judge_(judge), needs_(needs), plan_(plan), mended_(mended), regime_(judge.regime_of(plan)) {
        for (std::size_t i = 0; i < plan.size(); ++i) now_.push_back(static_cast<int>(i));
    }

    std::vector<Edit> run(const std::vector<ChangedDay>& days);

  private:
    const Need* need(int e) const { return e == kNoStep ? nullptr : &needs_.list()[static_cast<std::size_t>(e)]; }
    Edit edit(Edit::Op op, std::size_t at, int e) const;
    std::vector<Clause> why_not(std::size_t origin) const;
    bool comes_before(std::size_t a, std::size_t b) const;
    std::vector<Clause> order_of(std::size_t origin, int e) const;
    void change_in_place();
    void take_out();
    void move();
    void put_in();

    MendJudge& judge_;
    Needs& needs_;
    const MendJudge::Plan& plan_;
    const MendedPlan& mended_;
    const MendJudge::Regime& regime_;
    std::vector<int> now_;  // the plan as it is after the edits so far: which planned step each one was
    std::vector<Edit> out_;
};

Edit Editing::edit(Edit::Op op, std::size_t at, int e) const {
    Edit out;
    out.op = op;
    out.at = at;
    if (const Need* n = need(e)) {
        out.route_step = n->step->id;
        out.clauses = clause_list(n->step->because.clauses);
    }
    return out;
}

// Why a step cannot be where it is: the prohibitions that it breaks, else the order or the step that it stood for.
std::vector<Clause> Editing::why_not(std::size_t origin) const {
    std::vector<Clause> out;
    for (const Finding& f : regime_.broken) {
        const Route& route = regime_.routes.front();
        for (const auto& p : route.prohibitions) {
            if (p.rule->id != f.element) continue;
            bool names_it = false;
            each_part(p.rule->breach, [&](const Condition& c) {
                names_it |= c.op == Condition::Op::planned && matches(judge_.catalogue(), judge_.step(plan_[origin]), c.pattern) == Truth::yes;
            });
            if (names_it) merge_clauses(out, f.clauses);
        }
    }
    if (!out.empty()) return out;
    const StepSet near = needs_.near(plan_[origin]);
    for (std::size_t e = 0; e < needs_.list().size(); ++e) {
        if (near[e]) merge_clauses(out, order_of(origin, static_cast<int>(e)));
    }
    for (const Route& route : regime_.routes) {
        if (!out.empty()) break;
        const Alignment laid = align(judge_.rules(), route, judge_.original());
        const int s = laid.step_of[origin];
        if (s != kNoStep) {
            merge_clauses(out, route.steps[static_cast<std::size_t>(s)].because.clauses);
            continue;
        }
        Findings found;
        findings_from_plan(judge_.rules(), route, judge_.original(), laid, found);
        for (const Finding& f : found.list) {
            if (f.planned == static_cast<int>(origin)) merge_clauses(out, f.clauses);
        }
    }
    return out;
}

// Whether planned step `a` stands, or is dated, before `b`.
bool Editing::comes_before(std::size_t a, std::size_t b) const {
    const auto day_a = day_from_text(judge_.step(plan_[a]).date), day_b = day_from_text(judge_.step(plan_[b]).date);
    return day_a && day_b && *day_a != *day_b ? *day_a < *day_b : a < b;
}

// The clauses of the later of two steps that stand the wrong way round; of the step itself where there are none.
std::vector<Clause> Editing::order_of(std::size_t origin, int e) const {
    std::vector<Clause> out;
    for (std::size_t k = 0; k < plan_.size(); ++k) {
        const StepSet other = needs_.near(plan_[k]);
        for (std::size_t f = 0; f < needs_.list().size(); ++f) {
            if (!other[f] || k == origin) continue;
            const Need& there = needs_.list()[f];
            if (need(e)->before[f] && comes_before(origin, k)) merge_clauses(out, need(e)->step->because.clauses);
            if (there.before[static_cast<std::size_t>(e)] && comes_before(k, origin)) merge_clauses(out, there.step->because.clauses);
        }
    }
    if (out.empty()) out = clause_list(need(e)->step->because.clauses);
    return out;
}

void Editing::change_in_place() {
    for (std::size_t i = 0; i < plan_.size(); ++i) {
        const Fate& f = mended_.fates[i];
        if (f.kind == Fate::Kind::replace) {
            out_.push_back(edit(Edit::Op::replace, i, f.need));
            const auto slot = std::find_if(mended_.slots.begin(), mended_.slots.end(), [&](const Slot& s) { return s.origin == static_cast<int>(i); });
            out_.back().step = judge_.step(slot->number);
        }
        if (f.kind == Fate::Kind::redate) {
            out_.push_back(edit(Edit::Op::redate, i, f.need));
            out_.back().date = f.date;
            out_.back().clauses = order_of(i, f.need);
        }
    }
}

void Editing::take_out() {
    for (std::size_t i = 0; i < plan_.size(); ++i) {
        if (mended_.fates[i].kind != Fate::Kind::remove) continue;
        const auto at = std::find(now_.begin(), now_.end(), static_cast<int>(i));
        out_.push_back(edit(Edit::Op::remove, static_cast<std::size_t>(at - now_.begin()), kNoStep));
        out_.back().clauses = why_not(i);
        now_.erase(at);
    }
}

// Each behind the step that it follows then.
void Editing::move() {
    int follows = kNoStep;
    for (const Slot& s : mended_.slots) {
        if (s.origin == kNoStep) continue;
        if (s.placed) {
            const auto place = [&](int origin) { return static_cast<std::size_t>(std::find(now_.begin(), now_.end(), origin) - now_.begin()); };
            const std::size_t from = place(s.origin), to = follows == kNoStep ? 0 : place(follows) + 1;
            const bool in_place = to == from || to == from + 1;  // only its day is given up
            Edit e = edit(in_place ? Edit::Op::redate : Edit::Op::move, in_place ? from : to, s.need);
            e.from = from;
            if (!in_place && s.number != plan_[static_cast<std::size_t>(s.origin)]) e.step = judge_.step(s.number);
            e.clauses = order_of(static_cast<std::size_t>(s.origin), s.need);
            out_.push_back(std::move(e));
            now_.erase(now_.begin() + static_cast<std::ptrdiff_t>(from));
            now_.insert(now_.begin() + static_cast<std::ptrdiff_t>(to > from ? to - 1 : to), s.origin);
        }
        follows = s.origin;
    }
}

void Editing::put_in() {
    for (std::size_t k = 0; k < mended_.slots.size(); ++k) {
        const Slot& s = mended_.slots[k];
        if (s.origin != kNoStep) continue;
        out_.push_back(edit(Edit::Op::insert, k, s.need));
        out_.back().step = judge_.step(s.number);
    }
}

std::vector<Edit> Editing::run(const std::vector<ChangedDay>& days) {
    change_in_place();
    take_out();
    move();
    put_in();
    for (const ChangedDay& d : days) {
        out_.push_back(edit(Edit::Op::redate, d.at, mended_.slots[d.at].need));
        out_.back().date = d.date;
        out_.back().clauses = d.clauses;
    }
    return std::move(out_);
}

}  // namespace

std::vector<Edit> edits_of(MendJudge& judge, Needs& needs, const MendJudge::Plan& plan, const MendedPlan& mended, const std::vector<ChangedDay>& redated) {
    return Editing(judge, needs, plan, mended).run(redated);
}

}  // namespace signroute
