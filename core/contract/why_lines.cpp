#include "core/contract/why_lines.h"

#include "core/contract/json_out.h"
#include "core/words.h"

namespace signroute {

namespace {

class WhyLines {
  public:
    WhyLines(const Rules& rules, const Case& situation) : rules_(rules), case_(situation) {}
    Json whole(const Why& why);

  private:
    void line(const char* kind, std::string say, const std::vector<Clause>& clauses = {});
    std::string named(const Statable& what) const;
    std::string stated(const Statable& what) const;
    std::string stated(const Statable& what, const FactValue& value) const;
    std::string said(const Told& told) const;
    void rests_on(const Explanation& e);
    void change(const Explanation& e);
    void refused(const Explanation& e);

    const Rules& rules_;
    const Case& case_;
    Json lines_ = Json::array(), other_ = nullptr;
};

void WhyLines::line(const char* kind, std::string say, const std::vector<Clause>& clauses) {
    lines_.push_back({{"kind", kind}, {"say", std::move(say)}, {"clauses", to_json(clauses)}});
}

std::string WhyLines::named(const Statable& what) const {
    if (what.fact.empty()) return thing_title(*rules_.catalogue, what.thing);
    const NamedFact* fact = find_named(rules_.catalogue->facts, what.fact);
    return fact ? fact->title : what.fact;
}

// 是否属于行政规范性文件：否; of a thing: 合法性审查意见：已办.
std::string WhyLines::stated(const Statable& what, const FactValue& value) const {
    if (!what.fact.empty()) return named(what) + "：" + fact_text(*rules_.catalogue, what.fact, value);
    const bool* done = std::get_if<bool>(&value);
    return named(what) + (done && !*done ? "：未办" : "：已办");
}

std::string WhyLines::stated(const Statable& what) const {
    if (const auto at = case_.facts.find(what.fact); at != case_.facts.end()) return stated(what, at->second);
    const auto done = case_.done.find(what.thing);
    if (done == case_.done.end()) return named(what) + "：未答";
    return stated(what, done->second.date || done->second.truth == Truth::yes);
}

// In a few words.
std::string WhyLines::said(const Told& told) const {
    if (told.verdict) {
        switch (*told.verdict) {
            case Verdict::fail: return "不能报送";
            case Verdict::ask: return "尚不能断定";
            case Verdict::warn: return "可以报送，请留意";
            case Verdict::pass: return "可以报送";
        }
    }
    if (told.rules.size() == 1) return told.rules.front().applies == Truth::yes ? "适用" : told.rules.front().applies == Truth::no ? "不适用" : "尚不能断定是否适用";
    if (told.steps.size() != 1 || !told.matters.empty()) return "流程共" + std::to_string(told.steps.size()) + "个步骤";
    const ToldStep& s = told.steps.front();
    const std::string who = s.status == StepStatus::not_required || s.role.empty() ? "" : "（" + role_title(*rules_.catalogue, s.role) + "）";
    return status_text(s.status) + who;
}

void WhyLines::rests_on(const Explanation& e) {
    const std::string now = "结论：" + said(e.told) + "。";
    if (e.told.verdict == Verdict::ask) {  // what was answered is not what it waits for
        line("text", now + (e.told.asks.empty() ? "有待人工确认之处，见结论各项，依据下列条款：" : "还缺下列各项："));
        for (const Statable& open : e.told.asks) line("point", named(open));
        if (!e.clauses.empty()) line("point", "", e.clauses);
        return;
    }
    line("text", now + (e.facts.empty() && e.clauses.empty() ? "凡本事项都是如此。" : e.facts.empty() ? "依据下列条款即足以得出：" : "依据下列情形和条款即足以得出，缺一不可："));
    for (const Statable& f : e.facts) line("point", stated(f));
    if (!e.clauses.empty()) line("point", "", e.clauses);
}

void WhyLines::change(const Explanation& e) {
    if (!e.change) return e.next ? void() : line("text", "改动少数几项情形，结论不变。");
    if (e.told.verdict == Verdict::ask && e.change->becomes.verdict == Verdict::ask) return;  // it waits for something else then
    std::string say;
    Json facts = Json::object();
    bool all = true;
    for (const ChangedFact& c : e.change->facts) {
        say += (say.empty() ? "" : "、") + stated(c.what, c.to);
        if (c.what.fact.empty()) all = false;
        else facts[c.what.fact] = to_json(c.to);
    }
    line("text", "改为“" + say + "”，结论就变为：" + said(e.change->becomes) + "。");
    if (all) other_ = {{"say", say}, {"facts", std::move(facts)}};
}

void WhyLines::refused(const Explanation& e) {
    bool first = true;
    for (const RefusedRule& r : e.refused) {
        if (r.say.empty()) continue;
        if (first) line("text", "考虑过而不适用的规则：");
        first = false;
        std::string because;
        for (const Statable& f : r.facts) because += (because.empty() ? "因为" : "、") + stated(f);
        line("point", r.say + (because.empty() ? "" : "（" + because + "）"), r.clauses);
    }
}

Json WhyLines::whole(const Why& why) {
    const Explanation* e = &why.explanation;
    if (why.outcome == Outcome::not_in_hand) {
        line("text", "所问日期不在现有规则的施行期内。");
    } else {
        for (const ReadingExplained& r : why.readings) {
            if (!r.label.cautious && &r != &why.readings.back()) continue;
            line("note", "按这种读法：" + r.label.say);
            e = &r.explanation;
            break;
        }
        rests_on(*e);
        change(*e);
        if (e->next) line("text", "先答这一项，最能定下来：" + named(e->next->what));
        refused(*e);
    }
    return {{"lines", std::move(lines_)}, {"other", std::move(other_)}};
}

}  // namespace

Json why_in_lines(const Rules& rules, const Case& situation, const Why& why) { return WhyLines(rules, situation).whole(why); }

}  // namespace signroute
