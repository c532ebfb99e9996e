#include <algorithm>
#include <set>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/questions.h"
#include "core/report/report.h"
#include "core/words.h"

namespace signroute {

namespace {

// The questions that were answered, then answers that no rule here asked for. What is still open is among the findings.
std::vector<ReportFact> facts_of(const Rules& rules, const Case& situation, const Assessment& assessment) {
    std::vector<ReportFact> out;
    std::set<std::string> told;
    const auto add = [&](const std::string& id, bool judgement, const std::vector<Clause>& clauses) {
        const auto at = situation.facts.find(id);
        if (at == situation.facts.end() || !told.insert(id).second) return;
        out.push_back({fact_question(rules, id), fact_text(*rules.catalogue, id, at->second), judgement, clauses_text(*rules.pack, clauses)});
    };
    for (const Question& q : questions_of(rules, situation, assessment)) {
        add(q.fact, q.judgement, q.clauses);  // also what no longer makes a difference: it was said
    }
    for (const std::string& id : assessment.unused_facts) add(id, false, {});
    for (const auto& [id, day] : situation.events) out.push_back({event_title(*rules.catalogue, id), to_chinese(day), false, ""});
    return out;
}

std::string reading_title(const Assessment& all, const ToldReading& told, std::size_t number) {
    const bool many = all.points.size() > 1;
    if (many && !told.apart) return told.reading->cautious ? "各处都按稳妥的读法" : "各处都按第一种读法";
    const std::string mark = mark_text(all, told), place = chinese_number(static_cast<int>(told.point + 1));
    const auto which = many ? told.apart - all.points[told.point].question->readings.data() + 1 : 0;
    const bool several = many && all.points[told.point].question->readings.size() > 2;
    return (many ? "只有第" + place + "处另" + (several ? "按第" + chinese_number(static_cast<int>(which)) : "作一") + "种读法" : "读法" + chinese_number(static_cast<int>(number))) + (mark.empty() ? "" : "（" + mark + "）");
}

// How many readings, and of what.
std::vector<std::string> points_of(const Rules& rules, const Assessment& all) {
    std::vector<std::string> out;
    if (all.readings.empty()) return out;
    out.push_back(readings_text(all) + "。");
    for (const ArisingReading& p : all.points) {
        const std::string place = all.points.size() > 1 ? "第" + chinese_number(static_cast<int>(out.size())) + "处：" : "";
        out.push_back(place + p.question->say + "（" + clauses_text(*rules.pack, p.question->clauses) + "）");
    }
    return out;
}

// Those of the places that some time limit of this case rests on.
std::vector<Clause> of_limits(const std::vector<Clause>& clauses, const Route& route) {
    std::vector<Clause> out;
    for (const Clause& c : clauses) {
        const auto here = [&](const Clause& l) { return c.doc == l.doc && c.article == l.article && (c.para == l.para || !c.para || !l.para); };
        const bool used = std::any_of(route.limits.begin(), route.limits.end(), [&](const auto& l) {
            return l.applies != Truth::no && std::any_of(l.rule->clauses.begin(), l.rule->clauses.end(), here);
        });
        if (used) out.push_back(c);
    }
    return out;
}

// What the text leaves out of this matter, when it came into force, and how the days of this case's time limits count.
std::vector<ReportSilence> silences_of(const Rules& rules, const Route& route) {
    std::vector<ReportSilence> out;
    const auto add = [&](const Silent& s, const std::vector<Clause>& clauses) { out.push_back({s.about, s.say, clauses_text(*rules.pack, clauses)}); };
    for (const auto& s : route.silent) {
        if (s.applies != Truth::no) add(*s.rule, s.rule->clauses);
    }
    for (const Silent& s : rules.pack->silent) {
        const auto clauses = s.aspect == "period" ? of_limits(s.clauses, route) : s.clauses;
        if (s.aspect == "in_force" || (s.aspect == "period" && !clauses.empty())) add(s, clauses);
    }
    return out;
}

// Every place that the report cites, each once.
class Citations {
  public:
    void add(const std::vector<Clause>& clauses) {
        for (Clause c : clauses) {
            c.sentence = 0;
            list_.push_back(std::move(c));
        }
    }

    void add(const Assessment& a) {
        for (const RouteStep& s : a.route.steps) {
            if (s.status != StepStatus::not_required) add(s.rule->clauses);
        }
        for (const auto& p : a.route.prerequisites) {
            if (p.applies != Truth::no) add(p.rule->clauses);
        }
        for (const ScheduledLimit& l : a.schedule.limits) add(l.limit.rule->clauses);
        for (const Finding& f : a.findings.list) add(f.clauses);
        for (const ReadingAnswer& r : a.readings) {
            add(r.basis);
            add(*r.answer);
        }
    }

    const std::vector<Clause>& in_order() {
        put_in_order(list_);
        list_.erase(std::unique(list_.begin(), list_.end()), list_.end());
        return list_;
    }

  private:
    std::vector<Clause> list_;
};

// The words at `clause` a paragraph a line: what a page break tore apart is joined, what is no part of the text left out.
std::string official_words(const Statute& statute, const Clause& clause) {
    const std::optional<Span> span = span_of(statute, clause);
    if (!span || span->empty()) return "";
    std::string out;
    for (int n = line_of(statute, span->begin); n <= line_of(statute, span->end - 1); ++n) {
        const Line& line = statute.lines[static_cast<std::size_t>(n - 1)];
        if (line.kind == LineKind::blank || line.kind == LineKind::clutter || line.kind == LineKind::page_number) continue;
        const std::size_t begin = std::max(line.span.begin, span->begin), end = std::min(line.span.end, span->end);
        if (begin >= end) continue;
        if (!out.empty() && line.kind != LineKind::continuation) out += '\n';
        out += trim(std::string_view(statute.text).substr(begin, end - begin));
    }
    return out;
}

std::string titles_of(const Rules& rules, const std::vector<std::string>& matters) {
    std::string out;
    for (const std::string& id : matters) out += (out.empty() ? "" : "、") + matter_title(rules, id);
    return out;
}

}  // namespace

Report report_from_assessment(const Rules& by, const Calendar& calendar, const Case& situation, const Assessment& assessment,
                              const ReportHead& head, const Statute* text) {
    const Rules rules = in_words_of(by, situation);
    Report out;
    out.head = head;
    out.city = rules.pack->city;
    out.rules = rules.pack->title;
    out.matter = titles_of(rules, situation.matters);
    if (out.head.title.empty()) out.head.title = out.matter;
    out.date = situation.today;
    if (out.date) out.date_text = to_chinese_date(*out.date);
    out.has_plan = situation.has_plan;
    out.facts = facts_of(rules, situation, assessment);
    out.parts.push_back(report_part(rules, calendar, situation, assessment, head));
    out.points = points_of(rules, assessment);
    for (const ToldReading& told : told_readings(assessment)) {
        ReportPart part = report_part(rules, calendar, situation, *told.reading->answer, head);
        part.title = reading_title(assessment, told, out.parts.size());
        part.say = told.say();
        part.basis = clauses_text(*rules.pack, told.apart ? told.apart->basis : told.reading->basis);
        out.parts.push_back(std::move(part));
    }
    out.silences = silences_of(rules, assessment.route);
    Citations cited;
    cited.add(assessment);
    for (const Clause& c : cited.in_order()) {
        const std::string label = clause_text(*rules.pack, c);
        if (label.empty()) continue;
        const auto document = std::find_if(rules.pack->documents.begin(), rules.pack->documents.end(), [&](const PackDocument& d) { return d.id == c.doc; });
        out.clauses.push_back({label, text ? official_words(*text, c) : "", document == rules.pack->documents.end() ? rules.pack->title : document->title, clause_label(c)});
    }
    return out;
}

}  // namespace signroute
