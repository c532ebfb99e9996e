#include "core/compare/statements.h"

#include <algorithm>
#include <functional>
#include <set>

#include "core/findings/finding.h"
#include "core/pack/names.h"

namespace signroute {

namespace {

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string out;
    for (const std::string& p : parts) {
        if (!p.empty()) out += (out.empty() ? "" : between) + p;
    }
    return out;
}

const StepRule* step_of(const Matter& matter, const std::string& id) {
    const auto at = std::find_if(matter.steps.begin(), matter.steps.end(), [&](const StepRule& s) { return s.id == id; });
    return at == matter.steps.end() ? nullptr : &*at;
}

std::string key_of(const StepRule& s) { return s.role + "/" + s.action + (s.to.empty() ? "" : "/" + s.to); }

class Statements {
  public:
    Statements(const Catalogue& catalogue, std::size_t column, const Matter& matter) : catalogue_(catalogue), column_(column), matter_(matter) {}

    std::vector<Statement> all() {
        if (matter_.regulated) add("matter", "", "是否规定", "regulated", "有规定", matter_.clauses, {});
        for (const StepRule& s : matter_.steps) step(s);
        for (const StepRule& s : matter_.steps) order(s);
        for (const Prerequisite& p : matter_.prerequisites) prerequisite(p);
        for (const Prohibition& p : matter_.prohibitions) prohibition(p);
        for (const Cap& c : matter_.caps) cap(c);
        for (const TimeLimit& l : matter_.limits) limit(l);
        for (const OpenReading& q : matter_.readings) add("reading", q.id, "有两种理解", "", q.say, q.clauses, {&q.when});
        return std::move(out_);
    }

  private:
    void add(const char* aspect, std::string key, std::string title, std::string same, std::string say, const std::vector<Clause>& clauses,
             std::vector<const Condition*> when) {
        when.insert(when.begin(), &matter_.applies_when);
        out_.push_back({column_, aspect, std::move(key), std::move(title), std::move(same), std::move(say), clauses, std::move(when)});
    }

    std::string title_of(const StepRule& s) const {
        const std::string role = s.role.empty() ? "（未写明由谁）" : role_title(catalogue_, s.role);
        return role + action_title(catalogue_, s.action) + (s.to.empty() ? "" : "（报" + role_title(catalogue_, s.to) + "）");
    }

    // How strongly a step is asked for, in one word.
    static std::string status_words(const StepRule& s) {
        switch (s.status) {
            case StepStatus::if_needed: return "视需要";
            case StepStatus::judgement: return "由人判断";
            case StepStatus::permitted: return "可以";
            case StepStatus::required:
            case StepStatus::not_required:
            case StepStatus::unknown: break;
        }
        return strength_words(s.strength);
    }

    void step(const StepRule& s) {
        std::vector<std::string> others;
        for (const StepRule& o : matter_.steps) {
            const bool replaces = !s.one_of.empty() && o.one_of == s.one_of && (s.path.empty() || o.path != s.path);
            if (replaces && o.id != s.id) others.push_back(title_of(o));
        }
        std::vector<std::string> delegates = s.delegable_to;
        std::sort(delegates.begin(), delegates.end());
        const std::string same = joined({name_of(s.status, kStepStatuses), name_of(s.strength, kStrengths), s.form}, "|") + (s.decides ? "|decides" : "") +
                                 "|" + joined(delegates, ",") + (others.empty() ? "" : "|one_of");
        const std::string say = joined({status_words(s), s.decides ? "由此决定" : "", s.form, others.empty() ? "" : "可由“" + joined(others, "”“") + "”代替",
                                        delegates.empty() ? "" : "可以授权或委托" + role_list(catalogue_, delegates)}, "，");
        add("step", key_of(s), title_of(s), same, say, s.clauses, {&s.when});
    }

    // Every step that the text puts before this one, directly or by way of others.
    void order(const StepRule& s) {
        std::set<std::string> before;
        const std::function<void(const StepRule&)> walk = [&](const StepRule& of) {
            for (const std::string& id : of.after) {
                const StepRule* earlier = step_of(matter_, id);
                if (earlier && before.insert(id).second) walk(*earlier);
            }
        };
        walk(s);
        for (const StepRule& earlier : matter_.steps) {
            if (!before.count(earlier.id)) continue;
            add("order", key_of(earlier) + "<" + key_of(s), title_of(s) + "在" + title_of(earlier) + "之后", "", "须在其后", s.clauses,
                {&s.when, &earlier.when});
        }
    }

    void prerequisite(const Prerequisite& p) {
        const NamedThing* thing = find_named(catalogue_.things, p.thing);
        const StepRule* before = step_of(matter_, p.before);
        const std::string same = joined({name_of(p.strength, kStrengths), p.duty ? "duty" : "", p.by, before ? key_of(*before) : "", p.term}, "|");
        const std::string say = joined({strength_words(p.strength), p.by.empty() ? "" : "由" + role_title(catalogue_, p.by) + "办理",
                                        before ? "在" + title_of(*before) + "之前" : "", p.term}, "，");
        add("prerequisite", p.thing, thing ? thing->title : p.thing, same, say, p.clauses, {&p.when});
    }

    void prohibition(const Prohibition& p) {
        const Named* shared = find_named(catalogue_.prohibitions, p.id);
        add("prohibition", p.id, shared ? shared->title : p.say, name_of(p.strength, kStrengths), p.say, p.clauses, {&p.when});
    }

    void cap(const Cap& c) {
        const NamedFact* fact = find_named(catalogue_.facts, c.fact);
        const std::string least = c.at_least ? "不少于" + std::to_string(*c.at_least) : "", most = c.at_most ? "不超过" + std::to_string(*c.at_most) : "";
        add("cap", c.fact + "/" + c.unit, fact ? fact->title : c.fact, joined({least, most, name_of(c.strength, kStrengths)}, "|"),
            joined({c.strength == Strength::must ? "" : strength_words(c.strength), least, most}, "，"), c.clauses, {&c.when});
    }

    void limit(const TimeLimit& l) {
        std::string gives_way;
        for (const GivesWay& g : l.gives_way_to) gives_way += g.id + ",";
        const std::string figure = l.n ? std::to_string(*l.n) : l.day_of_month ? "day " + std::to_string(*l.day_of_month) : l.term;
        const std::string same = joined({figure, std::string(l.unit_open ? "open" : name(l.unit)), std::string(name(l.direction)), l.from, l.to,
                                         l.minimum ? "minimum" : "", name_of(l.strength, kStrengths), l.runs_out ? l.runs_out->effect : "", gives_way}, "|");
        const Named* shared = find_named(catalogue_.limits, l.id);
        add("limit", l.id, !l.title.empty() || !shared ? l.title : shared->title, same, limit_words(l), l.clauses, {&l.when});
    }

    std::string limit_words(const TimeLimit& l) const {
        constexpr const char* units[] = {"个工作日", "日", "个月", "年"};
        const std::string unit = l.unit_open ? "日（是否工作日原文未写明）" : units[static_cast<int>(l.unit)];
        const Named* from = find_named(catalogue_.events, l.from);
        const std::string figure = l.n ? std::to_string(*l.n) + unit : l.day_of_month ? "每月" + std::to_string(*l.day_of_month) + "日" : "“" + l.term + "”（无数字）";
        const std::string where = from && !l.day_of_month ? from->title + (l.direction == Direction::after ? "之后" : "之前") : "";
        return joined({l.strength == Strength::must ? "" : strength_words(l.strength), where + figure + (l.minimum ? "以上" : ""),
                       l.runs_out ? "期满：" + l.runs_out->say : ""}, "，");
    }

    const Catalogue& catalogue_;
    std::size_t column_;
    const Matter& matter_;
    std::vector<Statement> out_;
};

}  // namespace

std::string strength_words(Strength strength) {
    switch (strength) {
        case Strength::must: return "应当";
        case Strength::should: return "原则上";
        case Strength::may: return "可以";
        case Strength::unclear: return "用语不明";
    }
    return "";
}

std::string role_list(const Catalogue& catalogue, const std::vector<std::string>& roles) {
    std::vector<std::string> titles;
    for (const std::string& r : roles) titles.push_back(role_title(catalogue, r));
    return joined(titles, "、");
}

std::vector<Statement> statements_of(const Catalogue& catalogue, std::size_t column, const Matter& matter) {
    return Statements(catalogue, column, matter).all();
}

}  // namespace signroute
