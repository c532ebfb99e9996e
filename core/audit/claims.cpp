#include "core/audit/claims.h"

#include "core/audit/figure_claims.h"
#include "core/audit/vocabulary.h"
#include "core/statute/fold.h"

namespace signroute {

namespace {

std::vector<std::string> folded(const std::vector<std::string>& words) {
    std::vector<std::string> out;
    for (const std::string& word : words) {
        std::string plain = fold(word);
        if (!plain.empty()) out.push_back(std::move(plain));
    }
    return out;
}

std::vector<std::string> names_of(const Named* named) {
    if (!named) return {};
    std::vector<std::string> out = folded(named->aliases);
    out.push_back(fold(named->title));
    return out;
}

void append(std::vector<std::string>& to, const std::vector<std::string>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

void append_named(std::vector<std::string>& to, const std::string& id) {
    if (!id.empty()) to.push_back(id);
}

// Words that say why a limit gives way, or what its running out means; one of them has to be there.
std::vector<std::string> words_of_giving_way(const std::string& id) {
    if (id == "agreed") return {"商定", "协商", "约定", "同意", "沟通"};
    if (id == "set_by_superior") return {"明确", "要求", "指定", "确定", "批示", "规定", "交办"};
    if (id == "urgent") return {"急", "突发", "立即", "随时"};
    return {"规定", "另有"};
}

class ClaimCollector {
  public:
    explicit ClaimCollector(const Rules& rules) : rules_(rules), pack_(*rules.pack) {}

    std::vector<Claims> run() {
        for (const PackDocument& d : pack_.documents) document(d);
        for (const AppliesTo& a : pack_.applies_to) applies_to(a);
        for (const RoleRule& r : pack_.roles) role(r);
        for (const FactRule& f : pack_.facts) put("fact", "", f.id, f.clauses);
        for (const Body& b : pack_.bodies) body(b);
        for (const TimeLimit& l : pack_.limits) limit(l);
        for (const Matter& m : pack_.matters) matter(m);
        for (const Silent& s : pack_.silent) element("silent", "", s);
        for (const Note& n : pack_.notes) rule("note", "", n).strength.reset();
        return std::move(out_);
    }

  private:
    Claims& put(const char* kind, const std::string& of, const std::string& id, const std::vector<Clause>& clauses) {
        Claims one;
        one.element = {kind, of, id, ""};
        one.clauses = clauses;
        out_.push_back(std::move(one));
        return out_.back();
    }

    Claims& element(const char* kind, const std::string& of, const Element& e) {
        Claims& out = put(kind, of, e.id, e.clauses);
        out.element.pointer = e.pointer;
        out.terms = folded(e.terms);
        for (const FigureClaim& f : figures_of(e.when)) out.figures.push_back(f);
        return out;
    }

    // An element that takes up what it cites.
    Claims& rule(const char* kind, const std::string& of, const Element& e) {
        Claims& out = element(kind, of, e);
        out.strength = e.strength;
        if (!e.strength_word.empty()) out.said.push_back(fold(e.strength_word));
        out.takes_up = out.needs_anchor = true;
        return out;
    }

    void document(const PackDocument& d) {
        Claims& out = put("document", "", d.id, d.clauses);
        out.figures = figures_of(d);
        out.takes_up = true;
        for (const std::string& title : d.repeals) out.words.push_back(fold(title));
        append(out.words, {"施行", "执行", "实施", "废止", "解释", fold(d.title)});
    }

    void applies_to(const AppliesTo& a) {
        Claims& out = put("applies_to", "", a.role, a.clauses);
        out.terms = folded(a.terms);
        out.takes_up = a.answer != "silent";
        if (out.takes_up) out.roles.push_back(a.role);
    }

    void role(const RoleRule& r) {
        Claims& out = put("role", "", r.id, r.clauses);
        out.terms = folded(r.terms);
        out.roles = r.stands_in_for;
        out.roles.push_back(r.id);
        out.takes_up = true;
    }

    void body(const Body& b) {
        put("body", "", b.id, b.clauses).roles.push_back(b.id);
        for (const BodyEntry& e : b.entries) {
            Claims& out = rule("entry", b.id, e);
            append_named(out.roles, e.role);
            append(out.roles, e.roles);
            append(out.words, names_of(find_named(rules_.catalogue->actions, e.status)));
            for (const FigureClaim& f : figures_of(e)) out.figures.push_back(f);
            out.judgement = e.judgement;
        }
        for (const Silent& s : b.silent) element("silent", b.id, s);
    }

    void limit(const TimeLimit& l) {
        Claims& out = rule("limit", "", l);
        append_named(out.roles, l.by);
        if (!l.term.empty()) out.terms.push_back(fold(l.term));
        for (const FigureClaim& f : figures_of(l)) out.figures.push_back(f);
        for (const GivesWay& g : l.gives_way_to) {
            Claims& way = put("gives_way", l.id, g.id, g.clauses);
            way.one_of = words_of_giving_way(g.id);
            way.takes_up = true;
        }
        if (!l.runs_out) return;
        Claims& end = put("runs_out", l.id, l.runs_out->effect, l.runs_out->clauses);
        end.takes_up = true;
        if (!l.runs_out->effect.empty()) end.one_of = {"视为", "视同", "逾期", "不予", "不再"};
    }

    void step(const Matter& m, const StepRule& s) {
        Claims& out = rule("step", m.id, s);
        append_named(out.roles, s.role);
        append_named(out.roles, s.to);
        append(out.roles, s.delegable_to);
        if (!s.form.empty()) out.terms.push_back(fold(s.form));
        out.actor = s.role;
        out.action = s.action;
        out.words = names_of(find_named(rules_.catalogue->actions, s.action));
        if (!s.word.empty()) out.said.push_back(fold(s.word));
        out.judgement = s.status == StepStatus::judgement;
    }

    void prerequisite(const Matter& m, const Prerequisite& p) {
        Claims& out = rule("prerequisite", m.id, p);
        append_named(out.roles, p.by);
        if (!p.term.empty()) out.terms.push_back(fold(p.term));
        out.words = names_of(find_named(rules_.catalogue->things, p.thing));
    }

    void matter(const Matter& m) {
        put("matter", "", m.id, m.clauses);
        for (const StepRule& s : m.steps) step(m, s);
        for (const Prerequisite& p : m.prerequisites) prerequisite(m, p);
        for (const Prohibition& p : m.prohibitions) {
            Claims& out = rule("prohibition", m.id, p);
            for (const FigureClaim& f : figures_of(p.breach)) out.figures.push_back(f);
        }
        for (const Cap& c : m.caps) {
            Claims& out = rule("cap", m.id, c);
            for (const FigureClaim& f : figures_of(c)) out.figures.push_back(f);
        }
        for (const Silent& s : m.silent) element("silent", m.id, s);
        for (const Note& n : m.notes) rule("note", m.id, n).strength.reset();
        for (const OpenReading& q : m.readings) question(m, q);
    }

    void question(const Matter& m, const OpenReading& q) {
        Claims& out = rule("question", m.id, q);
        out.strength.reset();
        out.judgement = true;
        for (const Reading& r : q.readings) put("reading", q.id, r.id, r.basis);
    }

    const Rules& rules_;
    const Pack& pack_;
    std::vector<Claims> out_;
};

}  // namespace

std::vector<Claims> claims_of(const Rules& rules) { return ClaimCollector(rules).run(); }

}  // namespace signroute
