#include <algorithm>
#include <set>

#include "core/base/order.h"
#include "core/findings/finding.h"
#include "core/training/course.h"
#include "core/words.h"

namespace signroute::training {

namespace {

std::string listed(const std::vector<std::string>& parts, const char* between = "、") {
    std::string out;
    for (const std::string& p : parts) out += (out.empty() ? "" : between) + p;
    return out;
}

std::string without_stop(std::string text) {
    const std::string stop = "。";
    if (text.size() >= stop.size() && text.compare(text.size() - stop.size(), stop.size(), stop) == 0) text.resize(text.size() - stop.size());
    return text;
}

void once(std::vector<std::string>& list, const std::string& one) {
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

// 受委托召集和主持会议, 受权签发函件, 市长外出期间主持工作: what a text lets somebody do for another.
bool is_entrusted(const std::string& power) {
    constexpr const char* words[] = {"受委托", "受托", "受市长委托", "受权", "外出期间"};
    return std::any_of(std::begin(words), std::end(words), [&](const char* w) { return power.find(w) != std::string::npos; });
}

// That the text has no rule of its own for the matter, and by which it goes; null where it has one.
const Note* general_rule_of(const Matter& m) {
    const auto at = std::find_if(m.notes.begin(), m.notes.end(), [](const Note& n) { return n.id == "general_rule" && n.when.op == Condition::Op::always; });
    return at == m.notes.end() ? nullptr : &*at;
}

void add_clauses(std::vector<Clause>& to, const std::vector<Clause>& from) {
    for (Clause c : from) {
        c.sentence = 0;
        if (std::find(to.begin(), to.end(), c) == to.end()) to.push_back(std::move(c));
    }
}

// Whom one has to know first; the others follow in the catalogue's order.
constexpr const char* kFromTheTop[] = {"mayor",           "executive_vice_mayor",  "vice_mayor",     "vice_mayor_in_charge", "leader_in_charge", "secretary_general",
                                       "deputy_secretary_general", "office_director", "office_deputy_director", "department_head", "government", "office",
                                       "justice_bureau",  "department",            "plenary_meeting", "executive_meeting",    "mayor_office_meeting", "special_meeting"};

class Glossary {
  public:
    Glossary(const Catalogue& catalogue, const Pack& pack) : catalogue_(catalogue), pack_(pack) {}

    std::vector<GlossaryEntry> entries() {
        for (const char* id : kFromTheTop) {
            if (const NamedRole* r = find_named(catalogue_.roles, id)) role(*r);
        }
        for (const NamedRole& r : catalogue_.roles) {
            if (std::none_of(std::begin(kFromTheTop), std::end(kFromTheTop), [&](const char* id) { return r.id == id; })) role(r);
        }
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

    // Other names, each once, and not the title again.
    static void call(GlossaryEntry& e, const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            if (name != e.title) once(e.aliases, name);
        }
    }

    void role(const NamedRole& named) {
        constexpr const char* kKinds[] = {"person", "unit", "body"};
        const RoleRule* rule = find_role(pack_, named.id);
        GlossaryEntry e{"role", named.id, kKinds[static_cast<int>(named.kind)], named.title, {}, "", {}, {}, {}, {}, {}};
        std::vector<Signs> signs;
        each_step([&](const Matter& m, const StepRule& s) {
            if (s.role == named.id || s.to == named.id) once(e.matters, m.id);
            if (s.role == named.id && is_written(s) && s.decides && !general_rule_of(m)) signs.push_back({action_title(catalogue_, s) + "“" + m.title + "”", m.id, {s.clauses.front()}});
        });
        if (!rule && e.matters.empty()) return;
        call(e, named.aliases);
        if (rule) {
            call(e, rule->aliases);
            e.powers = rule->powers;
            for (const std::string& other : rule->stands_in_for) e.stands_in_for.push_back(role_title(catalogue_, other));
            add_clauses(e.clauses, rule->clauses);
            e.meaning = without_stop(rule->say);
            if (e.meaning.rfind(named.title, 0) == 0 && (e.meaning.size() == named.title.size() || e.meaning.compare(named.title.size(), 3, "；") == 0))
                e.meaning.erase(0, named.title.size() + 3);  // it says no more of itself than its name
        }
        const auto say = [&](const std::string& more) { e.meaning += (e.meaning.empty() ? "" : "；") + more; };
        if (!e.stands_in_for.empty()) entrusted(e);
        e.signs = few_of(signs);
        std::vector<std::string> words;
        std::set<std::string> matters;
        for (const Signs& one : e.signs) words.push_back(one.text);
        for (const Signs& one : signs) matters.insert(one.matter);
        if (!words.empty()) say("由其" + listed(words) + (matters.size() > words.size() ? "等" + std::to_string(matters.size()) + "类事项" : ""));
        if (!e.meaning.empty()) e.meaning += "。";
        if (e.clauses.empty()) clauses_of_steps(e, [&](const StepRule& s) { return s.role == named.id || s.to == named.id; });
        out_.push_back(std::move(e));
    }

    // Of each act one first: 签发, 签署, 审批 tell more than three times 签发. What an office does daily before the rest.
    static std::vector<Signs> few_of(std::vector<Signs> all) {
        constexpr const char* daily[] = {"government_document", "office_document", "executive_minutes", "request_to_government", "executive_agenda_item"};
        const auto is_daily = [&](const Signs& s) { return std::any_of(std::begin(daily), std::end(daily), [&](const char* id) { return s.matter == id; }); };
        std::stable_partition(all.begin(), all.end(), is_daily);
        std::vector<Signs> out;
        std::set<std::string> acts, matters;
        for (const bool again : {false, true}) {
            for (const Signs& s : all) {
                const std::string act = s.text.substr(0, s.text.find("“"));
                if (out.size() == kFewSigns || matters.count(s.matter) || (!again && acts.count(act))) continue;
                acts.insert(act);
                matters.insert(s.matter);
                out.push_back(s);
            }
        }
        return out;
    }

    // What may be done for another is said with its scope; that somebody may stand in at all would say more than the text.
    static void entrusted(GlossaryEntry& e) {
        std::vector<std::string> scope;
        for (const std::string& power : e.powers) {
            if (is_entrusted(power)) scope.push_back(power);
        }
        if (!scope.empty()) e.meaning += (e.meaning.empty() ? "" : "；") + ("条文写明的受托事项：" + listed(scope, "，"));
        else if (e.meaning.find("委托") == std::string::npos) e.meaning += (e.meaning.empty() ? "" : "；") + ("可以受托代替" + listed(e.stands_in_for) + "，事项以条文写明的为准");
    }

    template <class Fits>
    void clauses_of_steps(GlossaryEntry& e, Fits fits) const {
        each_step([&](const Matter&, const StepRule& s) {
            if (fits(s)) add_clauses(e.clauses, s.clauses);
        });
        put_in_order(e.clauses);
    }

    void action(const Named& named) {
        GlossaryEntry e{"action", named.id, "", named.title, {}, "", {}, {}, {}, {}, {}};
        call(e, named.aliases);
        std::vector<std::string> who;
        each_step([&](const Matter& m, const StepRule& s) {
            if (s.action != named.id) return;
            once(e.matters, m.id);
            if (!s.role.empty() && is_written(s)) once(who, role_title(catalogue_, s.role));
        });
        if (e.matters.empty()) return;
        if (!who.empty() && who.size() <= kFewPeople) e.meaning = "在本市规则中由" + listed(who) + "办理。";
        clauses_of_steps(e, [&](const StepRule& s) { return s.action == named.id; });
        out_.push_back(std::move(e));
    }

    void matter(const NamedMatter& named) {
        const Matter* m = find_matter(pack_, named.id);
        if (!m || !m->regulated) return;
        GlossaryEntry e{"matter", m->id, m->topic, m->title, {}, "", {}, {}, {}, {}, {}};
        call(e, named.aliases);
        call(e, m->aliases);
        add_clauses(e.clauses, m->clauses);
        if (const Note* general = general_rule_of(*m)) {
            e.meaning = general->say;
            out_.push_back(std::move(e));
            return;
        }
        std::vector<std::string> who;
        for (const StepRule& s : m->steps) {
            if (s.decides && !s.role.empty() && is_written(s)) once(who, step_title(catalogue_, s.role, s));
        }
        const Named* topic = find_named(catalogue_.topics, m->topic);
        e.meaning = "“" + (topic ? topic->title : m->topic) + "”一类的事项";
        if (!who.empty()) e.meaning += std::string("，") + (who.size() > 1 ? "视情形由" : "由") + listed(who);
        e.meaning += "。";
        out_.push_back(std::move(e));
    }

    const Catalogue& catalogue_;
    const Pack& pack_;
    std::vector<GlossaryEntry> out_;
};

}  // namespace

std::vector<GlossaryEntry> people_of(const Catalogue& catalogue, const Pack& pack, const Lesson& lesson) {
    const std::string kind = lesson.id.substr(lesson.id.find('/') + 1);
    std::vector<GlossaryEntry> out;
    for (GlossaryEntry& e : glossary(catalogue, pack)) {
        if (e.group == "role" && e.kind == kind && !e.signs.empty() && out.size() < kFewPeople) out.push_back(std::move(e));
    }
    return out;
}

std::vector<GlossaryEntry> glossary(const Catalogue& catalogue, const Pack& pack) { return Glossary(pack.words ? *pack.words : catalogue, pack).entries(); }

}  // namespace signroute::training
