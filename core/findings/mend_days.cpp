#include "core/findings/mend_days.h"

#include <algorithm>

#include "core/findings/check.h"
#include "core/route/readings.h"

namespace signroute {

namespace {

// A finding about the day of a planned step, and the day that would do; "" = none that is known.
struct WrongDay {
    std::size_t planned = 0;
    std::string wanted;
    std::vector<Clause> clauses;
};

std::string due(const Parts& parts) {
    for (const auto& [part, value] : parts) {
        const auto* text = std::get_if<std::string>(&value);
        if (part == "due" && text) return *text;
    }
    return "";
}

bool is_prerequisite(const Route& route, const std::string& element) {
    return std::any_of(route.prerequisites.begin(), route.prerequisites.end(), [&](const auto& p) { return p.rule->id == element; });
}

class Days {
  public:
    Days(MendJudge& judge, const Needs& needs, Case& situation) : judge_(judge), needs_(needs), case_(situation) {}
    std::vector<ChangedDay> run();

  private:
    std::size_t trouble() const { return in_the_way(judge_.rules(), judge_.calendar(), case_, judge_.choice()).size(); }
    std::vector<WrongDay> wrong_days();
    void look_at(const Check& check, const Finding& f, std::vector<WrongDay>& out);
    std::string good_day(const Check& check, const Finding& f, const std::string& wanted) const;
    bool is_past(const std::string& date) const;
    bool change(const WrongDay& wrong, const std::string& date);
    std::vector<std::string> with(const WrongDay& wrong, const std::string& date) const;

    MendJudge& judge_;
    const Needs& needs_;
    Case& case_;
    std::vector<int> need_of_;  // by planned step, as the check laid it
    std::vector<ChangedDay> out_;
};

// The working day nearest to the end of a limit, on its safe side. Of a day of the month (15号之前) the day itself is in dispute.
std::string Days::good_day(const Check& check, const Finding& f, const std::string& wanted) const {
    const auto end = day_from_text(wanted);
    if (!end) return wanted;
    Day day = *end;
    for (const ScheduledLimit& s : check.schedule.limits) {
        if (s.limit.rule->id == f.element && s.limit.rule->day_of_month) day -= days{1};
    }
    const bool later = f.code == FindingCode::too_early;
    const DayInterval works = later ? judge_.calendar().working_day_from(day) : judge_.calendar().working_day_until(day);
    return to_text((later ? works.latest : works.earliest).value_or(day));
}

// A day that is past is not chosen any more: what was not done by then is late.
bool Days::is_past(const std::string& date) const {
    const auto day = day_from_text(date);
    return day && case_.today && *day < *case_.today;
}

void Days::look_at(const Check& check, const Finding& f, std::vector<WrongDay>& out) {
    if (f.code == FindingCode::impossible_date) {
        const int s = check.alignment.step_of[static_cast<std::size_t>(f.planned)];
        const bool laid = s != kNoStep;
        out.push_back({static_cast<std::size_t>(f.planned), "", laid ? clause_list(check.route.steps[static_cast<std::size_t>(s)].because.clauses) : f.clauses});
    }
    if ((f.code != FindingCode::too_late && f.code != FindingCode::too_early) || f.step.empty()) return;
    for (std::size_t s = 0; s < check.route.steps.size(); ++s) {
        const int p = check.alignment.planned_of[s];
        if (check.route.steps[s].id != f.step || p == kNoStep || case_.planned[static_cast<std::size_t>(p)].date.empty()) continue;
        // What was done too late stays done on its day; the step can wait for it.
        const bool waits = is_prerequisite(check.route, f.element);
        const std::string wanted = due(waits ? f.got : f.want);
        out.push_back({static_cast<std::size_t>(p), waits ? wanted : good_day(check, f, wanted), f.clauses});
    }
}

std::vector<WrongDay> Days::wrong_days() {
    std::vector<WrongDay> out;
    need_of_.assign(case_.planned.size(), kNoStep);
    for (const Choice& c : choices_among(readings_arising(judge_.rules(), case_))) {
        if (!agree(c, judge_.choice())) continue;
        const Check now = check(judge_.rules(), judge_.calendar(), case_, c);
        for (std::size_t p = 0; p < case_.planned.size(); ++p) {
            const int s = now.alignment.step_of[p];
            if (s != kNoStep) need_of_[p] = needs_.find(now.route.steps[static_cast<std::size_t>(s)].id);
        }
        for (const Finding& f : now.findings.list) {
            if (stands_in_the_way(f)) look_at(now, f, out);
        }
    }
    return out;
}

// The days of the plan with this one changed, and those that would then lie on the wrong side of it.
std::vector<std::string> Days::with(const WrongDay& wrong, const std::string& date) const {
    std::vector<std::string> out;
    for (const PlannedStep& s : case_.planned) out.push_back(s.date);
    out[wrong.planned] = date;
    const auto here = day_from_text(date);
    const int need = need_of_[wrong.planned];
    for (std::size_t p = 0; here && need != kNoStep && p < out.size(); ++p) {
        const auto there = day_from_text(out[p]);
        if (!there || need_of_[p] == kNoStep) continue;
        const auto mine = static_cast<std::size_t>(need), other = static_cast<std::size_t>(need_of_[p]);
        const bool before = needs_.list()[mine].before_any[other], after = needs_.list()[other].before_any[mine];
        if ((before && *there > *here) || (after && *there < *here)) out[p] = date;
    }
    return out;
}

bool Days::change(const WrongDay& wrong, const std::string& date) {
    const std::vector<PlannedStep> was = case_.planned;
    const std::size_t trouble_before = trouble();
    const std::vector<std::string> days = with(wrong, date);
    for (std::size_t p = 0; p < was.size(); ++p) case_.planned[p].date = days[p];
    if (trouble() >= trouble_before) {
        case_.planned = was;
        return false;
    }
    for (std::size_t p = 0; p < was.size(); ++p) {
        if (days[p] == was[p].date) continue;
        const auto known = std::find_if(out_.begin(), out_.end(), [&](const ChangedDay& d) { return d.at == p; });
        if (known == out_.end()) out_.push_back({p, days[p], wrong.clauses});
        else known->date = days[p];
    }
    return true;
}

std::vector<ChangedDay> Days::run() {
    for (bool changed = true; changed;) {
        changed = false;
        for (const WrongDay& w : wrong_days()) {
            if (is_past(w.wanted)) continue;
            changed = change(w, w.wanted) || (!w.wanted.empty() && change(w, ""));
            if (changed) break;  // the rest may look different now
        }
    }
    return std::move(out_);
}

}  // namespace

std::vector<ChangedDay> mend_days(MendJudge& judge, const Needs& needs, Case& situation) { return Days(judge, needs, situation).run(); }

}  // namespace signroute
