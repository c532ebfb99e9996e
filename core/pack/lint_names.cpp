// Every identifier of a pack leads somewhere: to the catalogue, to an entry of the pack, to an option of a fact.
#include <algorithm>
#include <set>

#include "core/pack/lint_matter.h"
#include "core/pack/lint_walk.h"
#include "core/pack/names.h"

namespace signroute::linting {

namespace {

using Op = Condition::Op;

// An identifier, as opposed to a word of the text.
bool in_latin(const std::string& word) { return !word.empty() && static_cast<unsigned char>(word[0]) < 0x80; }

class NameCheck {
  public:
    NameCheck(const Rules& rules, LintReport& report)
        : rules_(rules), catalogue_(*rules.catalogue), pack_(*rules.pack), report_(report) {}

    void run();

  private:
    template <class T>
    void known(const std::vector<T>& list, const std::string& id, const char* code, const char* kind, const Place& at);
    void roles(const std::vector<std::string>& ids, const Place& at) {
        for (const std::string& id : ids) known(catalogue_.roles, id, "unknown_role", "角色", at);
    }
    void option(const std::string& fact, const std::string& value, const Place& at);
    void asked(const std::string& fact, const Place& at);
    void condition(const Condition& c, const Place& at);
    void matter(const Matter& m, const std::string& pointer);
    void limit(const TimeLimit& l, const std::string& matter);
    void body(const Body& b);
    void silent(const std::vector<Silent>& list, const std::string& matter);
    void role(const RoleRule& r, const std::string& pointer);
    void fact(const FactRule& f, const std::string& pointer);
    void add(Severity severity, const char* code, const std::string& message, const Place& at);

    const Rules& rules_;
    const Catalogue& catalogue_;
    const Pack& pack_;
    LintReport& report_;
    std::set<std::string> without_entry_;
};

void NameCheck::add(Severity severity, const char* code, const std::string& message, const Place& at) {
    LintFinding f;
    f.severity = severity;
    f.code = code;
    f.message = at.name + message;
    if (at.clauses) f.clauses = *at.clauses;
    f.matter = at.matter;
    f.element = at.element;
    f.pointer = at.pointer;
    if (!at.matter.empty()) f.counterexample.emplace().matters = {at.matter};
    report_.findings.push_back(std::move(f));
}

template <class T>
void NameCheck::known(const std::vector<T>& list, const std::string& id, const char* code, const char* kind,
                      const Place& at) {
    const bool there = id.empty() || std::any_of(list.begin(), list.end(), [&](const T& e) { return e.id == id; });
    if (!there) add(Severity::error, code, std::string("所用的") + kind + "“" + id + "”在目录中没有。", at);
}

void NameCheck::asked(const std::string& fact, const Place& at) {
    known(catalogue_.facts, fact, "unknown_fact", "情形", at);
    if (find_named(catalogue_.facts, fact) && !find_fact(pack_, fact) && without_entry_.insert(fact).second)
        add(Severity::error, "fact_without_entry",
            "所问的情形“" + find_named(catalogue_.facts, fact)->title + "”没有写明如何提问（facts）。", at);
}

void NameCheck::option(const std::string& fact, const std::string& value, const Place& at) {
    const NamedFact* shared = find_named(catalogue_.facts, fact);
    if (!shared || (shared->options.empty() && !shared->options_are_roles)) return;
    if (shared->options_are_roles) return known(catalogue_.roles, value, "unknown_role", "角色", at);
    const auto own = options_of(rules_, fact);
    if (std::find(own.begin(), own.end(), value) != own.end()) return;
    const Named* named = find_named(shared->options, value);
    if (!named)
        add(Severity::error, "unknown_option", "所用的选项“" + value + "”在情形“" + shared->title + "”中没有。", at);
    else
        add(Severity::error, "option_not_known",
            "用到“" + shared->title + "”的选项“" + named->title + "”，而本规则包没有列出这一选项。", at);
}

void NameCheck::condition(const Condition& c, const Place& at) {
    Place here = at;
    if (!c.pointer.empty()) here.pointer = c.pointer;
    switch (c.op) {
        case Op::is_in:
        case Op::contains:
            for (const std::string& v : c.values) option(c.name, v, here);
            asked(c.name, here);
            break;
        case Op::is_true:
        case Op::compare:
        case Op::count:
            asked(c.name, here);
            break;
        case Op::done:
            known(catalogue_.things, c.name, "unknown_thing", "前置事项", here);
            break;
        case Op::planned:
            roles(c.pattern.roles, here);
            roles(c.pattern.to, here);
            for (const std::string& a : c.pattern.actions) known(catalogue_.actions, a, "unknown_action", "动作", here);
            break;
        case Op::always:
        case Op::all:
        case Op::any:
        case Op::negation:
        case Op::reading:
            break;
    }
}

void NameCheck::limit(const TimeLimit& l, const std::string& matter) {
    const Place at = place_of(l, "时限", matter);
    known(catalogue_.limits, l.id, "unknown_limit", "时限", at);
    known(catalogue_.events, l.from, "unknown_event", "时间节点", at);
    known(catalogue_.events, l.to, "unknown_event", "时间节点", at);
    roles({l.by}, at);
}

void NameCheck::silent(const std::vector<Silent>& list, const std::string& matter) {
    for (const Silent& s : list)
        known(catalogue_.aspects, s.aspect, "unknown_aspect", "方面", place_of(s, "未规定事项", matter));
}

void NameCheck::matter(const Matter& m, const std::string& pointer) {
    const Place own{"事项“" + m.title + "”", m.id, "", pointer, &m.clauses};
    known(catalogue_.matters, m.id, "unknown_matter", "事项", own);
    for (const StepRule& s : m.steps) {
        const Place at = place_of(s, "步骤", m.id);
        roles({s.role, s.to}, at);
        roles(s.delegable_to, at);
        known(catalogue_.actions, s.action, "unknown_action", "动作", at);
        known(catalogue_.things, s.thing, "unknown_thing", "前置事项", at);
    }
    for (const Prerequisite& p : m.prerequisites) {
        const Place at = place_of(p, "前置", m.id);
        known(catalogue_.things, p.thing, "unknown_thing", "前置事项", at);
        roles({p.by}, at);
    }
    for (const Cap& c : m.caps) {
        asked(c.fact, place_of(c, "限额", m.id));
        const bool unit =
            std::any_of(std::begin(kCapUnits), std::end(kCapUnits), [&](const CapUnit& u) { return c.unit == u.id; });
        if (!unit && in_latin(c.unit))
            add(Severity::error, "unknown_unit", "所用的单位“" + c.unit + "”不认识。", place_of(c, "限额", m.id));
    }
    for (const TimeLimit& l : m.limits) {
        if (!find_limit(pack_, l.id))
            add(Severity::error, "unknown_limit", "在本规则包的时限中没有。", place_of(l, "时限", m.id));
    }
    for (const std::string& e : m.events) known(catalogue_.events, e, "unknown_event", "时间节点", own);
    silent(m.silent, m.id);
}

void NameCheck::body(const Body& b) {
    known(catalogue_.roles, b.id, "unknown_role", "会议", {"会议“" + b.title + "”", "", b.id, "", &b.clauses});
    for (const BodyEntry& e : b.entries) {
        const Place at = place_of(e, "会议要素", find_matter(pack_, b.id) ? b.id : "");
        roles({e.role}, at);
        roles(e.roles, at);
        if (in_latin(e.status) && e.status != "observer")
            known(catalogue_.actions, e.status, "unknown_action", "动作", at);
        for (const std::string& t : e.topics) option("topic", t, at);
    }
    for (const std::string& f : facts_asked_by(b))
        asked(f, {"会议“" + b.title + "”", find_matter(pack_, b.id) ? b.id : "", b.id, "", &b.clauses});
    silent(b.silent, "");
}

void NameCheck::role(const RoleRule& r, const std::string& pointer) {
    const Place at{"角色“" + role_title(catalogue_, r.id) + "”", "", r.id, pointer, &r.clauses};
    roles({r.id}, at);
    roles(r.stands_in_for, at);
    if (std::find(r.stands_in_for.begin(), r.stands_in_for.end(), r.id) != r.stands_in_for.end())
        add(Severity::error, "stands_in_for_itself", "代行的是自己。", at);
    if (r.resolved_by.empty()) return;
    asked(r.resolved_by, at);
    const auto options = options_of(rules_, r.resolved_by);
    const bool any = std::any_of(options.begin(), options.end(),
                                 [&](const std::string& o) { return find_named(catalogue_.roles, o); });
    if (!any) add(Severity::error, "unresolved_role", "所指的情形“" + r.resolved_by + "”没有一个选项是角色。", at);
}

void NameCheck::fact(const FactRule& f, const std::string& pointer) {
    const NamedFact* shared = find_named(catalogue_.facts, f.id);
    const Place at{"情形“" + (shared ? shared->title : f.id) + "”", "", f.id, pointer, &f.clauses};
    known(catalogue_.facts, f.id, "unknown_fact", "情形", at);
    for (const std::string& o : f.options) {
        if (shared && !find_named(shared->options, o))
            add(Severity::error, "unknown_option", "列出的选项“" + o + "”在目录中没有。", at);
    }
    if (f.options.size() == 1) add(Severity::error, "single_option", "只有一个选项，不成为问题。", at);
}

void NameCheck::run() {
    for (std::size_t i = 0; i < pack_.applies_to.size(); ++i) {
        const AppliesTo& a = pack_.applies_to[i];
        roles({a.role}, {"适用范围", "", a.role, "/applies_to/" + std::to_string(i), &a.clauses});
    }
    for (std::size_t i = 0; i < pack_.roles.size(); ++i) role(pack_.roles[i], "/roles/" + std::to_string(i));
    for (std::size_t i = 0; i < pack_.facts.size(); ++i) fact(pack_.facts[i], "/facts/" + std::to_string(i));
    for (const Body& b : pack_.bodies) body(b);
    for (const TimeLimit& l : pack_.limits) limit(l, "");
    for (std::size_t i = 0; i < pack_.matters.size(); ++i) matter(pack_.matters[i], "/matters/" + std::to_string(i));
    silent(pack_.silent, "");
    each_condition(pack_, [&](const Condition& c, const Place& at) { condition(c, at); });
}

}  // namespace

void lint_names(const Rules& rules, LintReport& report) { NameCheck(rules, report).run(); }

}  // namespace signroute::linting
