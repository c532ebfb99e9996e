// 为什么: asked of the machine contract when somebody wants to know.
#include "core/exchange/document.h"
#include "shell/session/reducer.h"

namespace signroute {

namespace {

constexpr const char* kTag = "why";

}  // namespace

void Reducer::operator()(const intent::AskWhy& i) {
    s_.asked_why.reset();
    if (i.about.empty()) return;
    const CaseFile* open = current();
    CaseFile drawn;
    drawn.pack = s_.pack;
    drawn.situation = s_.draft;
    const CaseFile& file = open ? *open : drawn;
    s_.asked_why = AskedWhy{i.about, why_request(file, own_rules(file), s_.today, i.about)};
    emit(effect::Ask{kTag, "why", s_.asked_why->request});
}

bool Reducer::why_answered(const PlatformReport& r, const std::string& problem) {
    if (r.name != kTag) return false;
    const auto rules = rules_of(s_);
    if (!s_.asked_why || s_.asked_why->request != r.key || !rules) return true;  // the situation is another by now
    s_.asked_why->problem = problem;
    if (!problem.empty()) return true;
    auto why = shown_why_in(*rules, r.value);
    if (why) s_.asked_why->why = std::move(*why);
    else s_.asked_why->problem = why.error().message;
    return true;
}

}  // namespace signroute
