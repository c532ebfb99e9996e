#include "core/words.h"

#include <algorithm>

#include "core/findings/finding_groups.h"

namespace signroute {

std::string clause_text(const Pack& pack, const Clause& clause) {
    Clause shown = clause;
    shown.sentence = 0;
    return document_prefix(pack, clause.doc) + clause_label(shown);
}

std::string clauses_text(const Pack& pack, std::span<const Clause> clauses) {
    std::vector<std::string> labels;
    const auto has_item = [&](const Clause& of) {  // 第一款第（四）项 says 第一款 too
        return !of.item && std::any_of(clauses.begin(), clauses.end(), [&](const Clause& c) { return c.item && c.doc == of.doc && c.article == of.article && c.para == of.para; });
    };
    for (const Clause& c : clauses) {
        if (has_item(c)) continue;
        const std::string label = clause_text(pack, c);
        if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
    }
    std::string out;
    for (const std::string& l : labels) out += (out.empty() ? "" : "、") + l;
    return out;
}

std::string strength_text(const Element& element) {
    if (!element.strength_word.empty()) return element.strength_word;
    switch (element.strength) {
        case Strength::must: return "应当";
        case Strength::should: return "一般";
        case Strength::may: return "可以";
        case Strength::unclear: return "须人工判断";
    }
    return "";
}

std::string beside_text(Beside beside) {
    switch (beside) {
        case Beside::one: return "";
        case Beside::order_open: return "次序原文未定";
        case Beside::alternatives: return "择一办理";
        case Beside::one_by_facts: return "视情形只办其一";
        case Beside::some_by_facts: return "视情形，次序未定";
        case Beside::by_facts: return "视情形办理";
    }
    return "";
}

std::string status_text(StepStatus status) {
    switch (status) {
        case StepStatus::required: return "应当办理";
        case StepStatus::if_needed: return "如有需要";
        case StepStatus::judgement: return "需人工判断";
        case StepStatus::permitted: return "可以办理";
        case StepStatus::not_required: return "不需要";
        case StepStatus::unknown: return "待答后确定";
    }
    return "";
}

std::string unit_text(DeadlineUnit unit) {
    switch (unit) {
        case DeadlineUnit::working_day: return "个工作日";
        case DeadlineUnit::calendar_day: return "日";
        case DeadlineUnit::month: return "个月";
        case DeadlineUnit::year: return "年";
    }
    return "";
}

std::string open_days(const TimeLimit& limit) {
    const std::string n = std::to_string(limit.n.value_or(0));
    for (const char* day : {"天", "日"}) {
        if (limit.say.find(n + day) != std::string::npos) return n + day;
    }
    constexpr std::string_view numerals = "一二三四五六七八九十";
    const std::size_t end = std::min(limit.say.find("日内"), limit.say.size());
    std::size_t from = end;
    while (from >= 3 && numerals.find(limit.say.substr(from - 3, 3)) != numerals.npos) from -= 3;
    return (from < end ? limit.say.substr(from, end - from) : n) + "日";
}

std::string limit_text(const TimeLimit& limit) {
    if (limit.day_of_month) return "每月" + std::to_string(*limit.day_of_month) + (limit.day_open ? "日之前，当天是否在内原文未写明" : "日前");
    if (!limit.n) return limit.term;
    return limit.unit_open ? open_days(limit) + "，未写明是否工作日" : std::to_string(*limit.n) + unit_text(limit.unit);
}

std::string open_end_text(const TimeLimit& limit) {
    if (limit.day_open) return "原文没有写明" + std::to_string(*limit.day_of_month) + "日当天是否在期限之内";
    return "原文没有写明按工作日还是按自然日计算，两种算法不同";
}

std::string limit_figure(const Catalogue& catalogue, const TimeLimit& limit) {
    if (limit.day_of_month || !limit.n) return limit_text(limit);
    const bool before = limit.direction == Direction::before;
    const std::string count = limit.unit_open ? open_days(limit) : limit_text(limit);
    return event_title(catalogue, limit.from) + (before ? "前" : "后") + (limit.minimum ? before ? "至少" : "满" : "") + count +
           (before || limit.minimum ? "" : "内") + (limit.unit_open ? "（未写明是否工作日）" : "");
}

std::string fact_text(const Catalogue& catalogue, const std::string& fact, const FactValue& value) {
    const NamedFact* named = find_named(catalogue.facts, fact);
    const auto option = [&](const std::string& id) {
        const Named* o = named ? find_named(named->options, id) : nullptr;
        return o ? o->title : named && named->options_are_roles ? role_title(catalogue, id) : id;
    };
    if (const auto* b = std::get_if<bool>(&value)) return *b ? "是" : "否";
    if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
    if (const auto* s = std::get_if<std::string>(&value)) return option(*s);
    std::string out;
    for (const std::string& s : std::get<std::vector<std::string>>(value)) out += (out.empty() ? "" : "、") + option(s);
    return out;
}

std::string matter_title(const Rules& rules, const std::string& matter) {
    if (const Matter* m = find_matter(*rules.pack, matter)) return m->title;
    return title_in(rules.catalogue->matters, matter);
}

std::string role_text(const Rules& rules, const std::string& role) {
    return role.empty() ? "原文未写明由谁" : role_title(*rules.catalogue, role);
}

std::string finding_text(FindingCode code) {
    constexpr const char* words[kFindingCodes] = {"缺少", "多余", "次序不对", "人员不对", "事项不对", "人员不明", "未经授权", "前置未办", "不得这样办",
                                                  "机构不对", "超过限额", "逾期", "过早", "日期有误", "须人工判断", "情形未说明", "原文未规定", "两种读法"};
    return words[static_cast<int>(code)];
}

std::string severity_text(Severity severity) {
    switch (severity) {
        case Severity::error: return "错误";
        case Severity::warning: return "提示";
        case Severity::ask: return "待确认";
        case Severity::note: return "备注";
    }
    return "";
}

std::string badge_text(const Finding& finding) { return finding.safe ? "按稳妥读法为" + severity_text(*finding.safe) : severity_text(finding.severity); }

std::string verdict_text(const Assessment& assessment) {
    int counts[4] = {}, open = 0;  // of questions: about the plan or the text, and what was not answered yet
    for (const Finding& f : assessment.findings.list) {
        const FindingKind kind = kind_of(f);
        ++(kind == FindingKind::fact || kind == FindingKind::thing ? open : counts[static_cast<int>(f.severity)]);
    }
    const ReadingAnswer* safe = safe_reading(assessment);
    int errors = 0;
    for (const Finding& f : safe ? safe->answer->findings.list : assessment.findings.list) errors += f.severity == Severity::error;
    if (safe && (safe->answer->verdict < assessment.verdict || errors > counts[0])) return "按稳妥的读法，" + verdict_text(*safe->answer);
    std::string parts;
    const auto add = [&](Severity s, const char* what) {
        const int n = counts[static_cast<int>(s)];
        if (n) parts += (parts.empty() ? "" : "，") + std::to_string(n) + what;
    };
    add(Severity::error, "处错误");
    add(Severity::warning, "处提示");
    add(Severity::ask, "处待确认");
    if (open) parts += (parts.empty() ? "" : counts[0] ? "；另有" : "，") + std::to_string(open) + "项情形未答";
    switch (assessment.verdict) {
        case Verdict::fail: return "不能报送：" + parts;
        case Verdict::ask: return "尚不能断定：" + parts;
        case Verdict::warn: return "可以报送，请留意：" + parts;
        case Verdict::pass: return "未发现问题";
    }
    return parts;
}

std::string outcome_text(Outcome outcome) {
    switch (outcome) {
        case Outcome::regulated: return "原文有规定";
        case Outcome::not_regulated: return "原文未规定";
        case Outcome::readings: return "原文有两种以上读法";
        case Outcome::depends: return "取决于尚未回答的问题";
        case Outcome::not_in_hand: return "当时的规则不在手中";
    }
    return "";
}

std::string own_text(const Catalogue& catalogue, const Assessment& other, const Assessment& reading) {
    std::string out;
    const auto add = [&](const std::string& words) { out += (out.empty() ? "" : "；") + words; };
    const auto has = [](const auto& list, const auto& same) { return std::any_of(list.begin(), list.end(), same); };
    const auto wrong = [](const Finding& f) { return f.severity == Severity::error || f.severity == Severity::warning; };
    for (const RouteStep& s : reading.route.steps) {
        const auto same = [&](const RouteStep& o) { return o.id == s.id && o.role == s.role && o.status == s.status; };
        const auto told = [&](const Finding& f) { return wrong(f) && f.step == s.id; };
        if (s.status == StepStatus::not_required || has(other.route.steps, same) || has(reading.findings.list, told)) continue;
        add(step_title(catalogue, s.role, *s.rule) + (s.status == StepStatus::required ? "" : "（" + status_text(s.status) + "）"));
    }
    for (const Finding& f : reading.findings.list) {
        if (wrong(f) && !has(other.findings.list, [&](const Finding& o) { return o.message == f.message; })) add(f.message.substr(0, f.message.rfind("。")));
    }
    return out;
}

std::string mark_text(const Assessment& assessment, const ToldReading& told) {
    std::string out;
    if (!told.apart) return out;
    const std::vector<Reading>& all = assessment.points[told.point].question->readings;
    const auto add = [&](bool Reading::* is, const char* word) {
        if (told.apart->*is && !std::all_of(all.begin(), all.end(), [&](const Reading& r) { return r.*is; })) out += (out.empty() ? "" : "、") + std::string(word);
    };
    add(&Reading::literal, "字面");
    add(&Reading::cautious, "稳妥");
    return out;
}

namespace {

std::string quoted(const std::string& words) { return "“" + words + "”"; }

std::string turned(const std::string& was, const std::string& is) { return (was.empty() ? "写明为" : "由" + quoted(was) + "改为") + quoted(is); }

// What of a step is another: its title, which `becomes` so, its addressee, its form; what it is called already is not said again.
std::string changes(const Catalogue& catalogue, const PlannedStep& was, const PlannedStep& is, const char* becomes) {
    const std::string title = step_title(catalogue, is);
    std::string out = title == step_title(catalogue, was) ? "" : becomes + quoted(title);
    if (is.to != was.to && !is.to.empty()) out += "，对象" + turned(was.to.empty() ? "" : role_title(catalogue, was.to), role_title(catalogue, is.to));
    if (is.form != was.form && !is.form.empty() && !was.form.empty()) out += "，形式" + turned(was.form, is.form);
    return out;
}

}  // namespace

std::string edit_text(const Catalogue& catalogue, const Edit& edit, const std::vector<PlannedStep>& planned) {
    const auto named = [&](std::size_t at) {
        const std::string title = step_title(catalogue, planned[at]);
        const auto same = std::count_if(planned.begin(), planned.end(), [&](const PlannedStep& s) { return step_title(catalogue, s) == title; });
        return (same > 1 ? "第" + std::to_string(at + 1) + "步" : "") + quoted(title);
    };
    const auto place = [&](std::size_t at) { return at == 0 ? std::string("最前面") : named(at - 1) + "之后"; };
    const auto day = day_from_text(edit.date);
    switch (edit.op) {
        case Edit::Op::insert: return "在" + place(edit.at) + "补上" + quoted(step_title(catalogue, edit.step)) + "。";
        case Edit::Op::replace: {
            const std::string what = changes(catalogue, planned[edit.at], edit.step, "改为");
            return named(edit.at) + (what.rfind("，", 0) == 0 ? "的" + what.substr(std::string("，").size()) : what) + "。";
        }
        case Edit::Op::move: {
            const PlannedStep& was = planned[edit.from];
            const bool changed = !edit.step.action.empty(), another_day = changed && edit.step.date != was.date;
            const bool same = was.role == edit.step.role || actor_words(catalogue, was).empty();  // else it is another person's
            const std::string what = changed ? changes(catalogue, was, edit.step, same ? "，写明为" : "，改为") : "";
            return named(edit.from) + "移到" + place(edit.at) + what + (another_day ? "，日期另行填写" : "") + "。";
        }
        case Edit::Op::remove: return "删去" + named(edit.at) + "。";
        case Edit::Op::redate: return named(edit.at) + (day ? "的日期改为" + to_chinese(*day) + "。" : "的日期另行填写。");
        case Edit::Op::enclose: return "附上" + quoted(thing_title(catalogue, edit.thing)) + "。";
        case Edit::Op::perform: return "先行办理：" + thing_title(catalogue, edit.thing) + "。";
    }
    return "";
}

}  // namespace signroute
