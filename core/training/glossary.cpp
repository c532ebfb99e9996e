#include <algorithm>

#include "core/base/order.h"
#include "core/findings/finding.h"
#include "core/training/course.h"
#include "core/words.h"

namespace signroute::training {

namespace {

std::string listed(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& p : parts) out += (out.empty() ? "" : "、") + p;
    return out;
}

std::string counted(std::size_t n, const char* what) { return std::to_string(n) + what; }

std::string without_stop(std::string text) {
    const std::string stop = "。";
    if (text.size() >= stop.size() && text.compare(text.size() - stop.size(), stop.size(), stop) == 0) text.resize(text.size() - stop.size());
    return text;
}

void once(std::vector<std::string>& list, const std::string& one) {
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

void add_clauses(std::vector<Clause>& to, const std::vector<Clause>& from) {
    for (Clause c : from) {
        c.sentence = 0;
        if (std::find(to.begin(), to.end(), c) == to.end()) to.push_back(std::move(c));
    }
}

class Glossary {
  public:
    Glossary(const Catalogue& catalogue, const Pack& pack) : catalogue_(catalogue), pack_(pack) {}

    std::vector<GlossaryEntry> entries() {
        for (const NamedRole& r : catalogue_.roles) role(r);
        for (const Named& a : catalogue_.actions) action(a);
        for (const NamedMatter& m : catalogue_.matters) matter(m);
        return std::move(out_);
    }

  private:
    template <class Visit>
    void each_step(Visit visit) const {
        for (const Matter& m : pack_.matters) {
            for (const StepRule& s : m.steps) visit(m, s);
        }
    }

    void role(const NamedRole& named) {
        constexpr const char* kKinds[] = {"person", "unit", "body"};
        const RoleRule* rule = find_role(pack_, named.id);
        GlossaryEntry e{"role", named.id, kKinds[static_cast<int>(named.kind)], named.title, named.aliases, "", {}, {}, {}, {}};
        std::vector<std::string> decides, acts;
        each_step([&](const Matter& m, const StepRule& s) {
            if (s.role == named.id || s.to == named.id) once(e.matters, m.id);
            if (s.role != named.id) return;
            once(acts, action_title(catalogue_, s));
            if (s.decides) once(decides, m.id);
        });
        if (!rule && e.matters.empty()) return;
        if (rule) {
            for (const std::string& alias : rule->aliases) once(e.aliases, alias);
            e.powers = rule->powers;
            for (const std::string& other : rule->stands_in_for) e.stands_in_for.push_back(role_title(catalogue_, other));
            add_clauses(e.clauses, rule->clauses);
            e.meaning = without_stop(rule->say);
        }
        if (e.meaning.empty()) e.meaning = named.title;
        if (!e.stands_in_for.empty()) e.meaning += "；可以受托代替" + listed(e.stands_in_for);
        if (!acts.empty()) e.meaning += "；经办的环节有" + listed(acts);
        if (!e.matters.empty()) e.meaning += "，涉及" + counted(e.matters.size(), "个事项");
        if (!decides.empty()) e.meaning += "，其中" + counted(decides.size(), "个由其决定");
        e.meaning += "。";
        if (e.clauses.empty()) clauses_of_steps(e, [&](const StepRule& s) { return s.role == named.id || s.to == named.id; });
        out_.push_back(std::move(e));
    }

    template <class Fits>
    void clauses_of_steps(GlossaryEntry& e, Fits fits) const {
        each_step([&](const Matter&, const StepRule& s) {
            if (fits(s)) add_clauses(e.clauses, s.clauses);
        });
        put_in_order(e.clauses);
    }

    void action(const Named& named) {
        GlossaryEntry e{"action", named.id, "", named.title, named.aliases, "", {}, {}, {}, {}};
        std::vector<std::string> who, decides;
        each_step([&](const Matter& m, const StepRule& s) {
            if (s.action != named.id) return;
            once(e.matters, m.id);
            once(who, s.role.empty() ? "原文未写明的人" : role_title(catalogue_, s.role));
            if (s.decides) once(decides, m.id);
        });
        if (e.matters.empty()) return;
        const std::size_t all = who.size();
        if (all > 4) who.resize(4);
        e.meaning = "办理环节之一，由" + listed(who) + (all > 4 ? "等" + counted(all, "方") : "") + "办理，见于" + counted(e.matters.size(), "个事项");
        if (!decides.empty()) e.meaning += "，其中" + counted(decides.size(), "个以它作出决定");
        e.meaning += "。";
        clauses_of_steps(e, [&](const StepRule& s) { return s.action == named.id; });
        out_.push_back(std::move(e));
    }

    void matter(const NamedMatter& named) {
        const Matter* m = find_matter(pack_, named.id);
        if (!m || !m->regulated) return;
        GlossaryEntry e{"matter", m->id, m->topic, m->title, named.aliases, "", {}, {}, {}, {}};
        for (const std::string& alias : m->aliases) once(e.aliases, alias);
        add_clauses(e.clauses, m->clauses);
        std::vector<std::string> who;
        for (const StepRule& s : m->steps) {
            if (s.decides && !s.role.empty()) once(who, step_title(catalogue_, s.role, s));
        }
        const Named* topic = find_named(catalogue_.topics, m->topic);
        e.meaning = "“" + (topic ? topic->title : m->topic) + "”一类的事项";
        if (!who.empty()) e.meaning += std::string("，") + (who.size() > 1 ? "视情形由" : "由") + listed(who);
        e.meaning += amounts(*m) + "。";
        out_.push_back(std::move(e));
    }

    // "，规则写有6个环节、2项时限、1项禁止".
    static std::string amounts(const Matter& m) {
        std::vector<std::string> parts;
        if (!m.steps.empty()) parts.push_back(counted(m.steps.size(), "个环节"));
        if (!m.prerequisites.empty()) parts.push_back(counted(m.prerequisites.size(), "项前置条件或者材料"));
        if (!m.limits.empty()) parts.push_back(counted(m.limits.size(), "项时限"));
        if (!m.caps.empty()) parts.push_back(counted(m.caps.size(), "项数量限制"));
        if (!m.prohibitions.empty()) parts.push_back(counted(m.prohibitions.size(), "项禁止"));
        if (!m.notes.empty()) parts.push_back(counted(m.notes.size(), "条说明"));
        return parts.empty() ? "" : "，规则写有" + listed(parts);
    }

    const Catalogue& catalogue_;
    const Pack& pack_;
    std::vector<GlossaryEntry> out_;
};

}  // namespace

std::vector<GlossaryEntry> glossary(const Catalogue& catalogue, const Pack& pack) { return Glossary(catalogue, pack).entries(); }

}  // namespace signroute::training
