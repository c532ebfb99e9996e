// Packs, years and local days that an office installs: brought, looked over, shown, and only then kept.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/contract/comparison_in.h"
#include "shell/session/reducer.h"

namespace signroute {

namespace {

constexpr const char* kLint = "incoming.lint";
constexpr const char* kAudit = "incoming.audit";
constexpr const char* kDifference = "incoming.difference";
constexpr const char* kLintPack = "pack.lint";

void fail(Incoming& incoming, const Error& e) { incoming.errors.push_back(located(incoming.text, e)); }

template <class T>
void take(Checking& into, Result<T> answer, T& lines) {
    if (answer) lines = std::move(answer.value());
    else into.problem = answer.error().message;
}

bool has_error(const Checking& c) {
    return !c.problem.empty() || std::any_of(c.lines.begin(), c.lines.end(), [](const CheckLine& l) { return l.error; });
}

}  // namespace

bool Incoming::checked() const {
    const auto settled = [](const Checking& c) { return c.request.empty() || c.answered; };
    return settled(lint) && settled(audit) && settled(difference);
}

bool Incoming::may_be_installed() const { return errors.empty() && checked() && !has_error(lint) && !has_error(audit); }

// False for a file that is nothing of this kind.
bool Reducer::bring(const std::string& name, const std::string& text) {
    const RulesFile kind = kind_of_rules_file(text);
    if (kind == RulesFile::none) return false;
    Incoming incoming;
    incoming.kind = kind;
    incoming.name = name;
    incoming.text = text;
    look_over(incoming);
    s_.incoming = std::move(incoming);
    Place place;
    place.room = Room::settings;
    (*this)(intent::Go{place});
    return true;
}

void Reducer::look_over(Incoming& in) {
    if (in.kind == RulesFile::calendar) {
        const auto year = calendar_from_json(in.text);
        if (!year) return fail(in, year.error());
        in.year = *year;
        in.changed_days = changes_of_year(s_.library.calendar, *year);
        return;
    }
    if (in.kind == RulesFile::local_days) {
        const auto local = local_days_from_json(in.text);
        if (local) in.local = *local;
        else fail(in, local.error());
        return;
    }
    PackRead read = pack_from_json(in.text, s_.library.catalogue);
    for (const Error& e : read.errors) fail(in, e);
    if (!read.pack) return;
    in.pack = std::move(*read.pack);
    in.lint.request = lint_request(in.text);
    emit(effect::Ask{kLint, "lint", in.lint.request});
    if (const std::string* official = text_of(s_, in.pack->id)) {
        in.audit.request = audit_request(in.text, *official);
        emit(effect::Ask{kAudit, "audit", in.audit.request});
    }
    // Against the pack of the same name, else another one of the same city.
    for (const OfferedPack& p : s_.offered) {
        if (p.id == in.pack->id || (in.in_force.empty() && p.city == in.pack->city)) in.in_force = p.id;
    }
    if (in.in_force.empty()) return;
    const auto own = s_.own_packs.find(in.in_force);
    in.difference.request = difference_request(own == s_.own_packs.end() ? in.in_force : own->second, in.text);
    emit(effect::Ask{kDifference, "compare", in.difference.request});
}

void Reducer::check_answered(const PlatformReport& r, const std::string& problem) {
    if (r.name == kLintPack && r.key == s_.lint.request) {
        s_.lint.answered = true;
        s_.lint.problem = problem;
        if (problem.empty()) take(s_.lint, lint_in(r.value), s_.lint.lines);
    }
    if (!s_.incoming) return;
    Incoming& in = *s_.incoming;
    for (Checking* c : {&in.lint, &in.audit, &in.difference}) {
        const bool mine = r.name == (c == &in.lint ? kLint : c == &in.audit ? kAudit : kDifference);
        if (!mine || r.key != c->request) continue;
        c->answered = true;
        c->problem = problem;
        if (!problem.empty()) continue;
        if (c == &in.difference) take(*c, comparison_of_all_in(r.value), in.changes);
        else take(*c, c == &in.lint ? lint_in(r.value) : audit_in(r.value), c->lines);
    }
}

void Reducer::operator()(const intent::Install&) {
    if (!s_.incoming || !s_.incoming->may_be_installed()) return;
    const Incoming in = *std::exchange(s_.incoming, std::nullopt);
    const bool pack = in.kind == RulesFile::pack;
    const std::string key = pack ? in.pack->id : in.year ? std::to_string(in.year->year) : kLocalDays;
    put(pack ? "packs" : "calendars", key, in.text);
    own_record(pack ? "packs" : "calendars", key, in.text);
    s_.message = pack ? "已安装规则包“" + in.pack->title + "”。" : in.year ? "已安装" + key + "年节假日安排。" : "已安装本单位工作日安排。";
}

void Reducer::operator()(const intent::LintPack& i) {
    const auto own = s_.own_packs.find(i.pack);
    s_.linted = i.pack;
    s_.lint = {.request = lint_request(own == s_.own_packs.end() ? i.pack : own->second)};
    emit(effect::Ask{kLintPack, "lint", s_.lint.request});
}

// A brought pack that is wrong cannot be installed, so it answers from where it is.
void Reducer::operator()(const intent::ShowExample& i) {
    const bool brought = i.pack.empty();
    if (brought && !(s_.incoming && s_.incoming->pack)) return;
    const Pack* pack = brought ? &*s_.incoming->pack : find_pack_by_id(s_.library, i.pack);
    if (!pack) return;
    const Case shown = example_in({&s_.library.catalogue, pack}, i.line.example);
    if (shown.matters.empty()) return;
    Place place{.room = Room::route, .pack = i.pack, .matter = shown.matters.front(), .query = query_from_facts(shown.facts)};
    s_.tries_incoming = brought;
    if (brought) (*this)(intent::Go{place});
    else s_.place = place, (*this)(intent::ChoosePack{i.pack});
    s_.example = i.line.text;
    s_.draft = shown;
}

void Reducer::operator()(const intent::RemovePack& i) {
    emit(effect::Erase{"packs", i.pack});
    own_record("packs", i.pack, "");
}

void Reducer::operator()(const intent::RemoveYear& i) {
    const std::string key = i.year ? std::to_string(i.year) : kLocalDays;
    emit(effect::Erase{"calendars", key});
    own_record("calendars", key, "");
}

}  // namespace signroute
