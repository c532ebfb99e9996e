// The room 排程: the open case in time, asked for whenever the case changes.
#include "core/exchange/document.h"
#include "shell/session/reducer.h"

namespace signroute {

namespace {

constexpr const char* kPlanTag = "plan";

}  // namespace

Result<PlanForm> plan_form_of(const CaseFile& file, Day today) {
    auto out = plan_form_from_text(file.schedule);
    if (out && out->empty()) out.value().start = today;
    return out;
}

void Reducer::operator()(const intent::SetSchedule& i) {
    if (CaseFile* file = current()) file->schedule = i.schedule, save(*file);
}

void Reducer::plan_again() {
    const CaseFile* file = s_.place.room == Room::plan ? current() : nullptr;
    const auto form = file && !file->situation.matters.empty() ? plan_form_of(*file, s_.today) : PlanForm{};
    if (!form || !form->asks()) return s_.asked_plan.reset();
    const std::string request = plan_request(*file, *form, own_rules(*file), s_.today);
    if (s_.asked_plan && s_.asked_plan->request == request) return;
    if (!s_.asked_plan) s_.asked_plan.emplace();
    s_.asked_plan->request = request;
    emit(effect::Ask{kPlanTag, "plan", request});
}

bool Reducer::plan_answered(const PlatformReport& r, const std::string& problem) {
    if (r.name != kPlanTag) return false;
    if (!s_.asked_plan || s_.asked_plan->request != r.key) return true;  // of a question that is asked no more
    s_.asked_plan->problem = problem;
    s_.asked_plan->plan.reset();
    if (!problem.empty()) return true;
    auto plan = shown_plan_in(r.value);
    if (plan) s_.asked_plan->plan = std::move(*plan);
    else s_.asked_plan->problem = plan.error().message;
    return true;
}

}  // namespace signroute
