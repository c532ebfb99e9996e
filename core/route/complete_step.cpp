#include "core/route/complete_step.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"

namespace signroute {

namespace {

constexpr std::size_t kInside = 6;  // after all that begins with what is typed

struct Ranked {
    std::size_t rank = 0, size = 0;
    StepCompletion one;
};

class Completer {
  public:
    Completer(const Rules& rules, const Route& route, std::string_view typed) : rules_(rules), route_(route), typed_(trim(typed)) {}

    void add_steps(const std::vector<const RouteStep*>& missing);
    void add_roles();
    void add_actions();
    std::vector<StepCompletion> best(std::size_t most);

  private:
    enum class Fit { none, inside, from_start };
    Fit fit(const RouteStep& step) const;
    std::size_t nearness(const std::string& role) const;
    void add(std::size_t rank, StepCompletion::Kind kind, std::string text);

    const Rules& rules_;
    const Route& route_;
    const std::string typed_;
    std::vector<Ranked> found_;
};

std::string title_of(const Named* named) { return named ? named->title : ""; }

void Completer::add(std::size_t rank, StepCompletion::Kind kind, std::string text) {
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Ranked& r) { return r.one.text == text; });
    if (!known) found_.push_back({rank, text.size(), {kind, std::move(text)}});
}

Completer::Fit Completer::fit(const RouteStep& step) const {
    const NamedRole* role = find_named(rules_.catalogue->roles, step.role);
    const std::string initials = role ? role->initials : "", title = title_of(role) + title_of(find_named(rules_.catalogue->actions, step.rule->action));
    if (typed_of(title, initials, typed_).taken == typed_.size()) return Fit::from_start;
    return title.find(typed_) != std::string::npos || has_initials(title, typed_) ? Fit::inside : Fit::none;
}

void Completer::add_steps(const std::vector<const RouteStep*>& missing) {
    const auto add_step = [&](const RouteStep& s, std::size_t rank) {
        const Fit fits = s.status == StepStatus::not_required || s.role.empty() ? Fit::none : fit(s);
        if (fits != Fit::none)
            add(fits == Fit::inside ? kInside : rank, StepCompletion::Kind::of_rules, title_of(find_named(rules_.catalogue->roles, s.role)) + title_of(find_named(rules_.catalogue->actions, s.rule->action)));
    };
    for (const RouteStep* s : missing) add_step(*s, 0);
    if (typed_.empty()) return;
    for (const RouteStep& s : route_.steps) add_step(s, 1);
}

// 0 in the route, 1 in the pack, 2 elsewhere.
std::size_t Completer::nearness(const std::string& role) const {
    if (std::any_of(route_.steps.begin(), route_.steps.end(), [&](const RouteStep& s) { return s.role == role; })) return 0;
    return std::any_of(rules_.pack->roles.begin(), rules_.pack->roles.end(), [&](const RoleRule& r) { return r.id == role; }) ? 1 : 2;
}

// An actor that is begun; one that is written, with each action that is begun.
void Completer::add_roles() {
    for (const NamedRole& role : rules_.catalogue->roles) {
        const Typed t = typed_of(role.title, role.initials, typed_);
        const std::string_view rest = std::string_view(typed_).substr(t.taken);
        if (rest.empty()) add(2 + nearness(role.id), StepCompletion::Kind::role, role.title);
        if (rest.empty() || !t.all) continue;
        for (const Named& action : rules_.catalogue->actions) {
            if (typed_of(action.title, "", rest).taken == rest.size()) add(2 + nearness(role.id), StepCompletion::Kind::step, role.title + action.title);
        }
    }
}

void Completer::add_actions() {
    for (const Named& action : rules_.catalogue->actions) {
        if (typed_of(action.title, "", typed_).taken == typed_.size()) add(5, StepCompletion::Kind::action, action.title);
    }
}

std::vector<StepCompletion> Completer::best(std::size_t most) {
    const bool by_size = !typed_.empty();
    put_in_order(found_, [by_size](const Ranked& a, const Ranked& b) { return a.rank != b.rank ? a.rank < b.rank : by_size && a.size < b.size; });
    std::vector<StepCompletion> out;
    for (Ranked& r : found_) {
        if (out.size() < most) out.push_back(std::move(r.one));
    }
    return out;
}

}  // namespace

std::vector<StepCompletion> step_completions(const Rules& rules, const Route& route, const std::vector<const RouteStep*>& missing,
                                             std::string_view typed, std::size_t most) {
    Completer completer(rules, route, typed);
    completer.add_steps(missing);
    if (!trim(typed).empty()) {
        completer.add_roles();
        completer.add_actions();
    }
    return completer.best(most);
}

}  // namespace signroute
