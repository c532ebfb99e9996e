#include "core/compare/statements.h"

#include <algorithm>
#include <functional>
#include <set>

#include "core/compare/functions.h"
#include "core/findings/finding.h"
#include "core/pack/names.h"
#include "core/words.h"

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

// 报 goes upward only; whoever is written to otherwise is 向…, and who is entrusted is named as he is.
const char* word_before_addressee(const std::string& action) {
    constexpr std::pair<const char*, const char*> words[] = {
        {"submit", "报"}, {"submit_for_instruction", "报"}, {"submit_jointly", "报"}, {"forward", "送"}, {"deliver", "送"}, {"refer", "转"},
        {"assign", "交"}, {"commission", ""},               {"authorize", ""},        {"designate", ""}, {"invite", ""}};
    for (const auto& [id, word] : words) {
        if (action == id) return word;
    }
    return "向";
}

class Statements {
  public:
    Statements(const ComparedColumn& column, const Catalogue& shared, std::size_t index)
        : catalogue_(column.pack->words ? *column.pack->words : shared), shared_(shared), index_(index), matter_(*column.matter) {}

    std::vector<Statement> all() {
        if (matter_.regulated) add("matter", "", "是否规定", "regulated", "有规定", matter_.clauses, {});
        for (const StepRule& s : matter_.steps) step(s);
        for (const Prerequisite& p : matter_.prerequisites) prerequisite(p);
        for (const StepRule& s : matter_.steps) order(s);
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
        out_.push_back({index_, aspect, std::move(key), std::move(title), std::move(same), std::move(say), clauses, std::move(when)});
    }

    std::string title_of(const StepRule& s) const {
        const std::string role = s.role.empty() ? "（原文未写明由谁）" : role_title(catalogue_, s.role);
        return role + action_title(catalogue_, s) + (s.to.empty() ? "" : "（" + (word_before_addressee(s.action) + role_title(catalogue_, s.to)) + "）");
    }

    static std::string function_of(const StepRule& s) { return signroute::function_of(s.action, s.thing); }

    // What stands before the step: nothing where it is simply asked for.
    static std::string asked(const StepRule& s) {
        const std::string by = s.role.empty() ? "" : "由";
        switch (s.status) {
            case StepStatus::if_needed: return "视需要" + by;
            case StepStatus::judgement: return "是否需要由人判断：";
            case StepStatus::permitted: return "可以" + by;
            case StepStatus::required:
            case StepStatus::not_required:
            case StepStatus::unknown: break;
        }
        if (s.strength == Strength::must) return "";
        return s.strength == Strength::unclear ? "原文用语不明：" : strength_words(s) + by;
    }

    void step(const StepRule& s) {
        std::vector<std::string> others;
        bool replaced = false;
        for (const StepRule& o : matter_.steps) {
            const bool replaces = !s.one_of.empty() && o.one_of == s.one_of && (s.path.empty() || o.path != s.path);
            if (!replaces || o.id == s.id) continue;
            replaced = true;
            if (function_of(o) != function_of(s)) others.push_back(title_of(o));
        }
        std::vector<std::string> delegates = s.delegable_to;
        std::sort(delegates.begin(), delegates.end());
        const std::string same = key_of(s) + "|" + joined({name_of(s.status, kStepStatuses), name_of(s.strength, kStrengths), s.form}, "|") +
                                 (s.decides ? "|decides" : "") + "|" + joined(delegates, ",") + (replaced ? "|one_of" : "");
        const std::string more = joined({s.decides ? "最后环节" : "", s.form, replaced ? "择一" : "", others.empty() ? "" : "可由“" + joined(others, "”“") + "”代替",
                                         delegates.empty() ? "" : "可授权、委托" + role_list(catalogue_, delegates)}, "，");
        const std::string function = function_of(s);
        add("step", function, function_title(shared_, function), same, asked(s) + title_of(s) + (more.empty() ? "" : "（" + more + "）"), s.clauses, {&s.when});
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
            const std::string first = function_of(earlier), then = function_of(s);
            const bool alike = first == then;  // two reviews, one after the other: who comes first is what is said
            add("order", first + "<" + then, function_title(shared_, then) + (alike ? "的先后" : "在" + function_title(shared_, first) + "之后"),
                alike ? key_of(earlier) + "<" + key_of(s) : "", title_of(s) + "在" + title_of(earlier) + "之后", s.clauses, {&s.when, &earlier.when});
        }
    }

    void prerequisite(const Prerequisite& p) {
        const NamedThing* thing = find_named(catalogue_.things, p.thing);
        const NamedThing* shared = find_named(shared_.things, p.thing);
        const StepRule* before = step_of(matter_, p.before);
        const std::string function = function_of_thing(p.thing);
        const std::string what = thing ? thing->title : p.thing;
        const std::string same = joined({function.empty() ? "" : p.thing, name_of(p.strength, kStrengths), p.duty ? "duty" : "", p.by,
                                         before ? function_of(*before) : "", p.term}, "|");
        const std::string more = joined({p.strength == Strength::must ? "" : strength_words(p), p.by.empty() ? "" : "由" + role_title(catalogue_, p.by) + "办理",
                                         before ? "在" + title_of(*before) + "之前" : p.duty ? "" : "报送、提交之前", p.term}, "，");
        if (function.empty()) return add("prerequisite", p.thing, shared ? shared->title : p.thing, same, more.empty() ? "应当办理" : more, p.clauses, {&p.when});
        add("step", function, function_title(shared_, function), same, what + (more.empty() ? "" : "（" + more + "）"), p.clauses, {&p.when});
    }

    void prohibition(const Prohibition& p) {
        const Named* shared = find_named(catalogue_.prohibitions, p.id);
        const bool open = asks_reading(p.breach) || asks_reading(p.when);
        add("prohibition", p.id, shared ? shared->title : p.say, std::string(name_of(p.strength, kStrengths)) + (open ? "|reading" : ""),
            (open ? "读法不一，其中一种：" : "") + p.say, p.clauses, {&p.when});
    }

    void cap(const Cap& c) {
        const NamedFact* fact = find_named(catalogue_.facts, c.fact);
        const std::string least = c.at_least ? "不少于" + std::to_string(*c.at_least) : "", most = c.at_most ? "不超过" + std::to_string(*c.at_most) : "";
        add("cap", c.fact + "/" + c.unit, fact ? fact->title : c.fact, joined({least, most, name_of(c.strength, kStrengths)}, "|"),
            joined({c.strength == Strength::must ? "" : strength_words(c), least, most}, "，"), c.clauses, {&c.when});
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
        const Named* from = find_named(catalogue_.events, l.from);
        const std::string figure = l.n && l.unit_open ? open_days(l) + "（是否工作日原文未写明）" : l.n ? std::to_string(*l.n) + units[static_cast<int>(l.unit)] : l.day_of_month ? "每月" + std::to_string(*l.day_of_month) + "日" : "“" + l.term + "”（无数字）";
        const std::string where = from && !l.day_of_month ? from->title + (l.direction == Direction::after ? "之后" : "之前") : "";
        const Named* to = find_named(catalogue_.events, l.to);
        std::vector<std::string> yields;
        for (const GivesWay& g : l.gives_way_to) yields.push_back(g.id == "urgent" ? "紧急的除外" : g.id == "agreed" ? "另行商定的除外" : "另有规定的除外");
        return joined({l.strength == Strength::must ? "" : strength_words(l), where + figure + (l.minimum ? "以上" : "") + (to ? "：" + to->title : ""), joined(yields, "，"),
                       l.runs_out ? "期满：" + l.runs_out->say : ""}, "，");
    }

    const Catalogue& catalogue_;  // with the words of the city
    const Catalogue& shared_;     // for the rows
    std::size_t index_;
    const Matter& matter_;
    std::vector<Statement> out_;
};

}  // namespace

std::string strength_words(const Element& element) {
    if (!element.strength_word.empty()) return element.strength_word;
    switch (element.strength) {
        case Strength::must: return "应当";
        case Strength::should: return "一般";
        case Strength::may: return "可以";
        case Strength::unclear: return "原文用语不明";
    }
    return "";
}

std::string role_list(const Catalogue& catalogue, const std::vector<std::string>& roles) {
    std::vector<std::string> titles;
    for (const std::string& r : roles) titles.push_back(role_title(catalogue, r));
    return joined(titles, "、");
}

bool names_role(const Pack& pack, const std::string& role) {
    if (find_role(pack, role) || find_body(pack, role)) return true;
    const auto is = [&](const std::string& other) { return other == role; };
    for (const Matter& m : pack.matters) {
        if (std::any_of(m.steps.begin(), m.steps.end(), [&](const StepRule& s) { return is(s.role) || is(s.to); })) return true;
    }
    for (const Body& b : pack.bodies) {
        if (std::any_of(b.entries.begin(), b.entries.end(), [&](const BodyEntry& e) { return is(e.role) || std::any_of(e.roles.begin(), e.roles.end(), is); })) return true;
    }
    return false;
}

std::vector<Statement> statements_of(const ComparedColumn& column, const Catalogue& shared, std::size_t index) {
    return Statements(column, shared, index).all();
}

}  // namespace signroute
