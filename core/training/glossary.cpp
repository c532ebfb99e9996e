#include <algorithm>

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

// 签署、签发 are two words, each of which may be there already.
void each_once(std::vector<std::string>& list, const std::string& words) {
    const std::string comma = "、";
    for (std::size_t at = 0; at <= words.size();) {
        const std::size_t end = std::min(words.find(comma, at), words.size());
        once(list, words.substr(at, end - at));
        at = end + comma.size();
    }
}

// 受委托召集和主持会议, 受权签发函件, 市长外出期间主持工作: what a text lets somebody do for another.
bool is_entrusted(const std::string& power) {
    constexpr const char* words[] = {"受委托", "受托", "受市长委托", "受权", "外出期间"};
    return std::any_of(std::begin(words), std::end(words), [&](const char* w) { return power.find(w) != std::string::npos; });
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

constexpr std::size_t kFewMatters = 3;  // that are named one by one

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
        GlossaryEntry e{"role", named.id, kKinds[static_cast<int>(named.kind)], named.title, {}, "", {}, {}, {}, {}};
        std::vector<std::string> decides, acts, decided;
        each_step([&](const Matter& m, const StepRule& s) {
            if (s.role == named.id || s.to == named.id) once(e.matters, m.id);
            if (s.role != named.id || !is_written(s)) return;
            each_once(s.decides ? decides : acts, action_title(catalogue_, s));
            if (s.decides) once(decided, m.title);
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
        acts.erase(std::remove_if(acts.begin(), acts.end(), [&](const std::string& act) { return std::find(decides.begin(), decides.end(), act) != decides.end(); }), acts.end());
        if (!decides.empty()) say((decided.size() <= kFewMatters ? "在“" + listed(decided, "”“") + "”中，" : "") + "最后由其" + listed(decides));
        if (!acts.empty()) say("参与" + listed(acts));
        if (e.meaning.empty()) e.meaning = named.title;
        e.meaning += "。";
        if (e.clauses.empty()) clauses_of_steps(e, [&](const StepRule& s) { return s.role == named.id || s.to == named.id; });
        out_.push_back(std::move(e));
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
        GlossaryEntry e{"action", named.id, "", named.title, {}, "", {}, {}, {}, {}};
        call(e, named.aliases);
        std::vector<std::string> who;
        bool decides = false;
        each_step([&](const Matter& m, const StepRule& s) {
            if (s.action != named.id) return;
            once(e.matters, m.id);
            if (!s.role.empty() && is_written(s)) once(who, role_title(catalogue_, s.role));
            decides |= s.decides;
        });
        if (e.matters.empty()) return;
        e.meaning = std::string(decides ? "办理环节之一，有的事项以它作最后决定" : "办理环节之一");
        if (!who.empty()) e.meaning += "；由" + listed(who) + "办理";
        e.meaning += "。";
        clauses_of_steps(e, [&](const StepRule& s) { return s.action == named.id; });
        out_.push_back(std::move(e));
    }

    void matter(const NamedMatter& named) {
        const Matter* m = find_matter(pack_, named.id);
        if (!m || !m->regulated) return;
        GlossaryEntry e{"matter", m->id, m->topic, m->title, {}, "", {}, {}, {}, {}};
        call(e, named.aliases);
        call(e, m->aliases);
        add_clauses(e.clauses, m->clauses);
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

std::vector<GlossaryEntry> glossary(const Catalogue& catalogue, const Pack& pack) { return Glossary(pack.words ? *pack.words : catalogue, pack).entries(); }

}  // namespace signroute::training
