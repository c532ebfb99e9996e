#include "core/route/step_reader.h"

#include <algorithm>

#include "core/base/text.h"

namespace signroute::written {

namespace {

constexpr View kBetweenParts[] = {"（", "）", "(", ")", "：", ":", "【", "】", "[", "]", "——", "—", "－", "-", "/", "　", " "};
constexpr View kBefore[] = {"首先", "其次", "之后", "再次", "最终", "先", "再", "并", "后", "经过", "经", "由", "报送", "报请", "报",
                            "送请", "送", "提请", "提交", "呈报", "呈送", "呈", "交由", "交", "转", "请", "征得", "须", "需", "应当", "应", "于", "在"};
constexpr View kAfter[] = {"之后", "以后", "后", "即可", "同意", "通过"};
constexpr View kLeads[] = {"由", "请", "首先", "其次", "最终"};  // no name begins with these: they go also where nobody is known by what follows
constexpr View kAsks = "征求意见";
constexpr View kCells[] = {"　", " ", "：", ":"};
constexpr View kHeadings[] = {"纪要", "公文", "文件", "流程", "会议", "事项", "请示", "报告"};
constexpr std::size_t kLongestName = 4;  // characters of a person's name
constexpr View kNoNames[] = {"负责", "主任", "局长", "书记", "意见", "材料", "书面", "会议"};  // as long as one, and none

bool names_no_person(View text) {
    return std::any_of(std::begin(kNoNames), std::end(kNoNames), [&](View word) { return text.find(word) != View::npos; });
}

}  // namespace

std::vector<std::string> split(View text, std::span<const View> separators, bool brackets) {
    std::vector<std::string> out;
    std::string part;
    int depth = 0;
    const auto close = [&] {
        if (const std::string t = trim(part); !t.empty()) out.push_back(t);
        part.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const View rest = text.substr(at);
        if (brackets && (starts(rest, "（") || starts(rest, "(") || starts(rest, "《"))) ++depth;
        const bool closes = brackets && depth > 0 && (starts(rest, "）") || starts(rest, ")") || starts(rest, "》"));
        View found;
        for (const View s : separators) {
            if (depth == 0 && found.empty() && starts(rest, s)) found = s;
        }
        if (closes) --depth;
        if (found.empty()) part += text[at++];
        else close(), at += found.size();
    }
    close();
    return out;
}

// Whether some actor or action is named in it.
bool StepReader::mentions_more(View text) const {
    for (std::size_t from = 0; from < text.size(); ++from) {
        for (std::size_t size = 1; from + size <= text.size(); ++size) {
            const View part = text.substr(from, size);
            if (!role_id(rules_, part).empty() || !action_id(rules_, part).empty()) return true;
        }
    }
    return false;
}

// No department is asked.
void StepReader::to_public(PlannedStep& step) const {
    if (contains(step.action_text, "公开征求")) step.to = role_id(rules_, "公众");
}

// What stands between actor and action is a name, or says nothing; where it may be more, the actor stays as it was written.
PlannedStep StepReader::step(View text) const {
    PlannedStep out = step_from_text(rules_, text);
    const std::size_t at = out.role.empty() ? View::npos : text.find(out.role_text);
    if (!complete(out) || at == View::npos) return out;
    const std::size_t from = at + out.role_text.size();
    std::string between = trim(text.substr(from));
    if (ends(between, out.action_text)) between.resize(between.size() - out.action_text.size());
    else between.clear();
    const std::string written = between;
    for (const View filler : kFillers) {
        const std::size_t f = between.find(filler);
        if (f != std::string::npos && !starts(View(between).substr(f), "负责人")) between.erase(f, filler.size());
    }
    if (starts(between, "通过") && (ends(between, "系统") || ends(between, "平台"))) between.clear();
    between = trim(between);
    if (between.empty() && written.find("：") == View::npos && written.find(':') == View::npos) out.action_text = written + out.action_text, to_public(out);  // 负责审核, as it was written
    if (between.empty()) return out;
    const std::string all = role_id(rules_, out.role_text + between);  // 市教育局主要负责人 is not 市教育局
    if (all.empty() && length(between) > 1 && length(between) <= kLongestName && !names_no_person(between) && !mentions_more(between)) {
        out.who = between;
        return out;
    }
    out.role = all;
    out.role_text += all.empty() ? written : between;
    return out;
}

// Actor and action in a row, with the words around them that say no more than the order. Where nothing more is understood
// without such a word it may be part of a name (经开区, 报业集团), and stays.
PlannedStep StepReader::plain(View written) const {
    PlannedStep best = step(written), now = best;
    std::string text(written);
    for (bool changed = true; changed && !complete(best);) {
        changed = false;
        const auto consider = [&](std::string rest, bool says_nothing, bool is_lead = false) {
            const PlannedStep s = step(rest);
            if (changed || rest.empty() || known(s) + (says_nothing ? 1 : 0) <= known(now)) return;
            text = std::move(rest);
            now = s;
            if (known(s) > known(best) || is_lead) best = s;
            changed = true;
        };
        for (std::size_t i = 0; i < std::size(kAfter); ++i) {
            const std::string rest = ends(text, kAfter[i]) ? text.substr(0, text.size() - kAfter[i].size()) : "";
            if (i < 3 || complete(step(rest))) consider(rest, i < 3);
        }
        for (const View head : kBefore) {
            const bool actor_is_first = !now.role.empty() && starts(text, now.role_text);
            const bool is_lead = std::find(std::begin(kLeads), std::end(kLeads), head) != std::end(kLeads);
            if (starts(text, head) && !actor_is_first) consider(text.substr(head.size()), true, is_lead);
        }
    }
    return best;
}

// "王副市长审核（已口头同意）": what is bracketed behind a whole step is a remark, and stays with it.
PlannedStep StepReader::remarked(View text) const {
    for (const View open : {View("（"), View("(")}) {
        const std::size_t at = text.find(open);
        if (at == View::npos || at == 0 || (!ends(text, "）") && !ends(text, ")"))) continue;
        PlannedStep out = plain(trim(text.substr(0, at)));
        const std::vector<std::string> inner = split(text.substr(at), kBetweenParts);
        const bool names = std::any_of(inner.begin(), inner.end(), [&](const std::string& i) { return !role_id(rules_, i).empty() || !action_id(rules_, i).empty(); });
        if (!complete(out) || names) continue;
        out.action_text += text.substr(at);
        return out;
    }
    return {};
}

// "签发：市长", "市长（签发）", "市长 签发", "市长（某某）签发".
PlannedStep StepReader::in_parts(View text) const {
    PlannedStep out;
    std::vector<std::string> parts = split(text, kBetweenParts);
    for (const View open : {View("（"), View("(")}) {  // a title may have brackets of its own: 市（县）区政府（备案）
        const std::size_t at = text.rfind(open);
        if (at == View::npos || at == 0 || (!ends(text, "）") && !ends(text, ")"))) continue;
        const std::vector<std::string> inner = split(text.substr(at), kBetweenParts);
        if (inner.size() == 1) parts = {trim(text.substr(0, at)), inner[0]};
    }
    if (parts.size() < 2 || parts.size() > 3) return out;
    for (const std::string& part : parts) {
        const PlannedStep s = exactly(part);
        if (!s.to.empty() || (known(s) == 0 && known(plain(part)) > 0)) return {};  // some word would be lost
        if ((!s.role.empty() && !out.role.empty()) || (!s.action.empty() && !out.action.empty())) return {};  // steps of their own
        if (!s.role.empty()) out.role = s.role, out.role_text = s.role_text;
        if (!s.action.empty()) out.action = s.action, out.action_text = s.action_text;
        const bool heading = std::any_of(std::begin(kHeadings), std::end(kHeadings), [&](View h) { return ends(part, h); });
        if (known(s) == 0 && !heading) out.who = part;
    }
    return complete(out) ? out : PlannedStep();
}

// "秘书长受市长委托签发", "秘书长代市长签发".
PlannedStep StepReader::on_behalf(View text) const {
    for (const View sign : {View("受"), View("代")}) {
        const std::size_t at = text.find(sign);
        if (at == View::npos || at == 0) continue;
        const std::string actor = role_id(rules_, text.substr(0, at));
        PlannedStep for_whom = plain(text.substr(at + sign.size()));
        if (sign == "受") {
            const std::size_t end = text.find("委托", at);
            if (end == View::npos) continue;
            for_whom.role = role_id(rules_, text.substr(at + sign.size(), end - at - sign.size()));
            const PlannedStep done = plain(text.substr(end + View("委托").size()));
            for_whom.action = done.action, for_whom.action_text = done.action_text;
        }
        if (actor.empty() || !complete(for_whom)) continue;
        for_whom.on_behalf_of = for_whom.role;
        for_whom.role = actor, for_whom.role_text = text.substr(0, at);
        for_whom.action_text = text.substr(at);  // with whom he acts for, as it was written
        return for_whom;
    }
    return {};
}

// "市住建局会同市城管局、市水务局会商": the act of the one who leads, with the others as they were written.
PlannedStep StepReader::together(View text) const {
    constexpr View with = "会同";
    PlannedStep out;
    const std::size_t at = text.find(with);
    if (at == View::npos || at == 0) return out;
    out.role = role_id(rules_, text.substr(0, at)), out.role_text = text.substr(0, at), out.action_text = text.substr(at);
    for (std::size_t from = at + with.size(); from < text.size() && out.action.empty(); from += 3) out.action = action_id(rules_, text.substr(from));
    return out;
}

// Somebody who is known, and an act that is not: as it was written.
PlannedStep StepReader::with_actor(View text) const {
    PlannedStep out = step(text);
    for (std::size_t end = text.size(); end > 0 && out.role.empty(); --end) {
        out.role = role_id(rules_, text.substr(0, end));
        if (!out.role.empty()) out.role_text = text.substr(0, end), out.action_text = text.substr(end);
    }
    return out;
}

// A row of a table: the cell of who and the cell of what, in any order, and what else stands there as a remark. Nothing if it is none.
std::vector<PlannedStep> StepReader::row(View text) const {
    std::vector<PlannedStep> names, acts, out;
    std::string who, rest;
    for (const std::string& cell : split(text, kCells, true)) {
        std::vector<PlannedStep> all = listed(cell);
        if (all.empty()) rest += (rest.empty() ? "" : " ") + cell;
        else if (names.empty() && all.front().action.empty() && all.back().action.empty()) names = std::move(all), who = cell;
        else if (acts.empty() && all.front().role_text.empty() && all.back().role_text.empty()) acts = std::move(all);
        else return {};  // steps of their own
    }
    if (names.empty() || acts.empty()) {
        if (rest.empty() || names.size() + acts.size() == 0) return {};
        if (names.empty() && acts[0].action_text != kAsks) out = listed(rest + acts[0].action_text);  // one of them whom nobody knows
        if (out.size() > 1) return out;
        out.clear();
        PlannedStep unknown;
        (names.empty() ? unknown.role_text : unknown.action_text) = std::move(rest);
        rest.clear();
        (names.empty() ? names : acts).push_back(std::move(unknown));
    }
    if (!rest.empty()) rest = "（" + rest + "）";
    if (names.size() > 1 && acts[0].action_text == kAsks) return asking_all(who.insert(0, "征求") + "意见" + rest);  // who is asked
    for (const PlannedStep& act : acts) {
        for (const PlannedStep& name : names) {
            out.push_back(act);
            out.back().role = name.role, out.back().role_text = name.role_text;
            out.back().action_text += rest;
        }
    }
    return out;
}

// Nothing if a word is left over.
PlannedStep StepReader::exactly(const std::string& text) const {
    PlannedStep out;
    out.role = role_id(rules_, text), out.role_text = text;
    if (out.role.empty()) out = one(text);
    return (out.role.empty() && !out.role_text.empty()) || (out.action.empty() && !out.action_text.empty()) ? PlannedStep() : out;
}

// "甲、乙会签", "审核并呈批", "市财政局、市自然资源和规划局": a step for each, by the longest names. Nothing if something else stands there.
std::vector<PlannedStep> StepReader::listed(View text) const {
    std::vector<PlannedStep> out;
    for (std::size_t end = text.size(), next = end; !text.empty();) {
        const std::string words = trim(text.substr(0, end));
        PlannedStep found = exactly(words);
        if (known(found) == 0 && !out.empty() && split(words, kBetweenNames).size() == 1) found = one(words);  // one of them whom nobody knows
        if (found.action.empty() && !found.action_text.empty()) found = {};
        if (known(found) > 0) {
            out.push_back(std::move(found));
            text.remove_prefix(next);
            end = next = text.size();
            continue;
        }
        for (std::size_t size = 0; size == 0;) {  // back to the separator before
            if (end-- == 0) return {};
            for (const View s : kBetweenNames) {
                if (size == 0 && starts(text.substr(end), s)) size = s.size();
            }
            next = end + size;
        }
    }
    return out;
}

PlannedStep StepReader::one(const std::string& text) const {
    for (const Form form : {&StepReader::on_behalf, &StepReader::together, &StepReader::remarked}) {
        PlannedStep s = (this->*form)(text);
        if (complete(s)) return s;
    }
    PlannedStep out;
    // What is sent to somebody weighs as much as actor and action: "报送分管副市长" is no act of his.
    const auto weight = [](const PlannedStep& s) { return known(s) + (s.to.empty() ? 0 : s.action.empty() ? 1 : 2); };
    for (const Form form : {&StepReader::plain, &StepReader::in_parts, &StepReader::sent}) {
        PlannedStep s = (this->*form)(text);
        if (weight(s) > weight(out)) out = std::move(s);
    }
    for (const Form form : {&StepReader::toward, &StepReader::with_object, &StepReader::direct}) {
        if (form != &StepReader::toward && (complete(out) || !out.to.empty())) break;
        PlannedStep s = (this->*form)(text);
        if (complete(s) || !s.to.empty() || (s.role_text.empty() && !s.action.empty())) out = std::move(s);
    }
    if (known(out) == 0) out = step(text);
    return known(out) == 0 ? with_actor(text) : out;
}

}  // namespace signroute::written
