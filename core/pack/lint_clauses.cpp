// Every clause that the pack cites lies in its document.
#include <algorithm>

#include "core/pack/lint_matter.h"

namespace signroute::linting {

namespace {

class ClauseCheck {
  public:
    ClauseCheck(const Rules& rules, LintReport& report) : pack_(*rules.pack), report_(report) {}

    void run();

  private:
    void cited(const std::vector<Clause>& clauses, const std::string& where, const std::string& pointer,
               const std::string& matter = "");
    void element(const Element& e, const std::string& matter) { cited(e.clauses, "“" + e.id + "”", e.pointer, matter); }
    template <class T>
    void elements(const std::vector<T>& list, const std::string& matter) {
        for (const T& e : list) element(e, matter);
    }
    void matter(const Matter& m, const std::string& pointer);
    void limit(const TimeLimit& l, const std::string& matter);

    const Pack& pack_;
    LintReport& report_;
};

void ClauseCheck::cited(const std::vector<Clause>& clauses, const std::string& where, const std::string& pointer,
                        const std::string& matter) {
    for (const Clause& c : clauses) {
        const auto doc = std::find_if(pack_.documents.begin(), pack_.documents.end(),
                                      [&](const PackDocument& d) { return d.id == c.doc; });
        const bool known = doc != pack_.documents.end();
        const bool there =
            known && (c.article == kNotice || c.article == 0 ||
                      (c.article == kTail ? doc->tail > 0 : c.article > 0 && c.article <= doc->articles));
        if (there && c.para >= 0 && c.item >= 0 && c.sentence >= 0) continue;
        LintFinding f;
        f.code = "no_such_clause";
        const std::string range = known ? "该文件共" + std::to_string(doc->articles) + "条" : "没有文件“" + c.doc + "”";
        f.message = where + "引用的" + clause_label(c) + "不存在：" + range + "。";
        f.clauses = {c};
        f.matter = matter;
        f.pointer = pointer;
        if (!matter.empty()) f.counterexample.emplace().matters = {matter};
        report_.findings.push_back(std::move(f));
    }
}

void ClauseCheck::limit(const TimeLimit& l, const std::string& matter) {
    element(l, matter);
    if (l.runs_out) cited(l.runs_out->clauses, "“" + l.id + "”期满效果", l.pointer, matter);
    for (const GivesWay& g : l.gives_way_to) cited(g.clauses, "“" + l.id + "”让位情形", l.pointer, matter);
}

void ClauseCheck::matter(const Matter& m, const std::string& pointer) {
    cited(m.clauses, "事项“" + m.title + "”", pointer, m.id);
    elements(m.steps, m.id);
    elements(m.prerequisites, m.id);
    elements(m.prohibitions, m.id);
    elements(m.caps, m.id);
    elements(m.silent, m.id);
    elements(m.notes, m.id);
    elements(m.readings, m.id);
    for (const OpenReading& q : m.readings) {
        for (const Reading& r : q.readings) cited(r.basis, "读法“" + r.id + "”", q.pointer, m.id);
    }
}

void ClauseCheck::run() {
    const auto at = [](const char* list, std::size_t i) { return std::string(list) + "/" + std::to_string(i); };
    for (std::size_t i = 0; i < pack_.documents.size(); ++i)
        cited(pack_.documents[i].clauses, "文件“" + pack_.documents[i].title + "”", at("/documents", i));
    for (std::size_t i = 0; i < pack_.applies_to.size(); ++i)
        cited(pack_.applies_to[i].clauses, "适用范围“" + pack_.applies_to[i].role + "”", at("/applies_to", i));
    for (std::size_t i = 0; i < pack_.roles.size(); ++i)
        cited(pack_.roles[i].clauses, "角色“" + pack_.roles[i].id + "”", at("/roles", i));
    for (std::size_t i = 0; i < pack_.facts.size(); ++i)
        cited(pack_.facts[i].clauses, "情形“" + pack_.facts[i].id + "”", at("/facts", i));
    for (std::size_t i = 0; i < pack_.bodies.size(); ++i) {
        cited(pack_.bodies[i].clauses, "会议“" + pack_.bodies[i].title + "”", at("/bodies", i));
        elements(pack_.bodies[i].entries, "");
        elements(pack_.bodies[i].silent, "");
    }
    for (const TimeLimit& l : pack_.limits) limit(l, "");
    for (std::size_t i = 0; i < pack_.matters.size(); ++i) matter(pack_.matters[i], at("/matters", i));
    elements(pack_.silent, "");
    elements(pack_.notes, "");
    for (std::size_t i = 0; i < pack_.accounts.size(); ++i)
        cited({pack_.accounts[i].clause}, "条款账目", at("/accounts", i) + "/clause");
}

}  // namespace

void lint_clauses(const Rules& rules, LintReport& report) { ClauseCheck(rules, report).run(); }

}  // namespace signroute::linting
