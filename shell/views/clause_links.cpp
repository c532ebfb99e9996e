#include "shell/views/clause_links.h"

#include <algorithm>
#include <optional>

#include "core/base/order.h"
#include "core/route/stages.h"
#include "shell/ui/ui.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

std::string fact_title(const Rules& rules, const std::string& fact) {
    const NamedFact* named = find_named(rules.catalogue->facts, fact);
    return named ? named->title : fact_question(rules, fact);
}

// In the words of the question, so that it is found among them: 属于规范性文件; “由谁起草”为市政府办公室.
std::string said(const Rules& rules, const std::string& fact, const std::string& answer) {
    std::string question = fact_question(rules, fact);
    constexpr std::string_view open = "（", close = "）";
    for (std::size_t at; (at = question.find(open)) != question.npos;) {
        const std::size_t end = question.find(close, at);
        question.erase(at, end == question.npos ? end : end + close.size() - at);
    }
    question.erase(std::min(question.find("？"), question.size()));
    const std::string whether = "是否";
    const std::size_t at = question.find(whether);
    if (at == question.npos || answer != "是") return "“" + question + "”为" + answer;
    return question.erase(at, whether.size());
}

}  // namespace

std::vector<Clause> in_order(const Pack& pack, std::vector<Clause> clauses) {
    const std::string& main = pack.documents.front().id;
    const auto other = [&](const Clause& c) { return !c.doc.empty() && c.doc != main; };
    put_in_order(clauses, [&](const Clause& a, const Clause& b) { return other(a) != other(b) ? other(b) : a < b; });
    return clauses;
}

void clause_links(const Rules& rules, const std::vector<Clause>& clauses, Intents& intents) {
    std::optional<ui::Row> own;
    if (!ui::kit().row) own.emplace(12, 24);
    const ui::Ids scope("clauses");
    std::vector<std::string> shown;
    for (Clause c : in_order(*rules.pack, clauses)) {
        c.sentence = 0;
        const std::string label = clause_text(*rules.pack, c);
        if (label.empty() || std::find(shown.begin(), shown.end(), label) != shown.end()) continue;
        shown.push_back(label);
        if (of_no_pack(c)) {
            ui::note(label);  // its text is none that this application could show
            continue;
        }
        if (!ui::link(label, {.small = true, .tip = "查看条文"})) continue;
        const std::string code = clause_code(c, rules.pack->documents.front().id);
        intents.push_back(intent::Go{{.room = Room::statute, .pack = rules.pack->id, .clause = code}});
    }
}

std::string decided_text(const Rules& rules, const Facts& facts, const Because& because) {
    std::string out;
    for (const std::string& fact : because.facts) {
        const auto at = facts.find(fact);
        if (at == facts.end()) continue;
        out += (out.empty() ? "" : "；") + said(rules, fact, fact_text(*rules.catalogue, fact, at->second));
    }
    return out;
}

std::string called_text(const Rules& rules, const Case& situation, const RouteStep& step) {
    std::vector<FactValue> values = answers_that_call(rules, situation, step);
    if (values.empty()) return "";
    constexpr std::size_t kMost = 3;
    const std::string& fact = step.because.open.front();
    std::vector<FactValue> others = values_of(rules, fact);
    std::erase_if(others, [&](const FactValue& v) { return std::find(values.begin(), values.end(), v) != values.end(); });
    const bool except = !others.empty() && others.size() < values.size() && others.size() <= kMost;  // said more briefly by what it is not
    if (except) values = others;
    std::string out;
    for (std::size_t i = 0; i < values.size() && i < kMost; ++i) out += (i ? "、" : "") + fact_text(*rules.catalogue, fact, values[i]);
    if (values.size() > kMost) out += "等" + std::to_string(values.size()) + "类";
    return "如" + said(rules, fact, out + (except ? "以外的" : ""));
}

std::string open_text(const Rules& rules, const Because& because, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < because.open.size() && i < most; ++i) out += (i ? "、" : "") + fact_title(rules, because.open[i]);
    if (because.open.size() > most) out += "等" + std::to_string(because.open.size()) + "项";
    return out;
}

}  // namespace signroute::views
