#include "core/route/plan_from_text.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/route/plan_from_text_lines.h"

namespace signroute {

namespace {

using View = std::string_view;

constexpr View kBetweenSteps[] = {"-->", "->", "=>", "→", "➔", "➜", "➝", "⟶", "⇒", "—>", "－>", "—＞", ">", "＞", "》", "\n", "\r", "\t", "；", ";", "。", "，", ",", "｜", "|",
                                  "后报", "后由", "后经", "后送", "后请", "后再", "后提", "后呈", "后交", "然后", "最后", "接着", "随后", "再报", "再由", "再经", "再送", "并报", "并由", "并送"};
constexpr View kBetweenNames[] = {"、", "以及", "及", "和", "与", "或者", "或"};
constexpr View kBlanks[] = {"　", " "};
constexpr View kBetweenParts[] = {"（", "）", "(", ")", "：", ":", "【", "】", "[", "]", "——", "—", "－", "-", "/", "　", " "};
constexpr View kBefore[] = {"首先", "其次", "之后", "再次", "最终", "先", "再", "并", "后", "经过", "经", "由", "报送", "报请", "报",
                            "送请", "送", "提请", "提交", "呈报", "呈送", "呈", "交由", "交", "转", "请", "征得", "须", "需", "应当", "应", "于", "在"};
constexpr View kAfter[] = {"之后", "以后", "后", "即可", "同意", "通过", "意见"};
constexpr View kLeads[] = {"由", "请", "首先", "其次", "最终"};  // no name begins with these: they go also where nobody is known by what follows
constexpr View kFillers[] = {"：", ":", "同志", "进行", "予以", "负责", "依法", "最终", "直接", "统一", "组织"};
constexpr View kObjects[] = {"议题材料", "会议材料", "汇报材料", "会议通知", "材料", "请示", "报告", "文件", "公文", "文稿", "方案", "草案", "通知", "意见"};
constexpr View kRelays[] = {"征得", "报请", "报送", "呈报", "呈送", "提请", "提交", "送请", "报", "送"};
constexpr View kSections[] = {"科", "处", "股", "组"};
constexpr View kHeadings[] = {"纪要", "公文", "文件", "流程", "会议", "事项", "请示", "报告"};
constexpr std::size_t kLongestName = 4;  // characters of a person's name

bool starts(View text, View part) { return text.substr(0, part.size()) == part; }
bool ends(View text, View part) { return text.size() > part.size() && text.substr(text.size() - part.size()) == part; }

// The parts between any of the separators, trimmed, without empty ones. What stands in brackets stays whole if `brackets`.
template <std::size_t N>
std::vector<std::string> split(View text, const View (&separators)[N], bool brackets = false) {
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

bool complete(const PlannedStep& s) { return !s.role.empty() && !s.action.empty(); }
int known(const PlannedStep& s) { return (s.role.empty() ? 0 : 2) + (s.action.empty() ? 0 : 1); }

class Reader {
  public:
    Reader(const Rules& rules, int year) : rules_(rules), year_(year) {}
    void read(std::string part, std::vector<PlannedStep>& out) const;
    PlannedStep step(View text) const;
    PlannedStep sent(View text) const;
    PlannedStep toward(View text) const;
    PlannedStep with_object(View text) const;

  private:
    bool mentions_more(View text) const;
    PlannedStep asking(View text) const;
    PlannedStep with_actor(View text) const;
    PlannedStep remarked(View text) const;
    PlannedStep one(const std::string& text) const;
    PlannedStep plain(View text) const;
    PlannedStep in_parts(View text) const;
    PlannedStep on_behalf(View text) const;
    std::string act_of(View words) const;
    std::vector<PlannedStep> relayed(View text) const;
    std::vector<PlannedStep> several(View text) const;
    std::vector<PlannedStep> labelled(View text) const;

    const Rules& rules_;
    int year_;  // of days without one, 0: none is known
};

// Whether some actor or action is named in it.
bool Reader::mentions_more(View text) const {
    for (std::size_t from = 0; from < text.size(); ++from) {
        for (std::size_t size = 1; from + size <= text.size(); ++size) {
            const View part = text.substr(from, size);
            if (!role_id(rules_, part).empty() || !action_id(rules_, part).empty()) return true;
        }
    }
    return false;
}

// What stands between actor and action is a name, or says nothing; where it may be more, the actor stays as it was written.
PlannedStep Reader::step(View text) const {
    PlannedStep out = step_from_text(rules_, text);
    const std::size_t at = out.role.empty() ? View::npos : text.find(out.role_text);
    if (!complete(out) || at == View::npos) return out;
    const std::size_t from = at + out.role_text.size();
    std::string between = trim(text.substr(from));
    if (ends(between, out.action_text)) between.resize(between.size() - out.action_text.size());
    else between.clear();
    for (const View filler : kFillers) {
        if (const std::size_t f = between.find(filler); f != std::string::npos) between.erase(f, filler.size());
    }
    if (starts(between, "通过") && (ends(between, "系统") || ends(between, "平台"))) between.clear();
    between = trim(between);
    if (between.empty()) return out;
    const bool section = std::any_of(std::begin(kSections), std::end(kSections), [&](View s) { return ends(between, s); });
    if (section && !mentions_more(between)) {  // 市政府办公室秘书科 is of the office
        out.role_text += between;
        return out;
    }
    if (length(between) > 1 && length(between) <= kLongestName && !mentions_more(between)) {
        out.who = between;
        return out;
    }
    out.role_text = std::string(text.substr(at, from - at)) + between;
    out.role = role_id(rules_, out.role_text);  // 市教育局主要负责人 is not 市教育局
    return out;
}

// Actor and action in a row, with the words around them that say no more than the order. Where nothing more is understood
// without such a word it may be part of a name (经开区, 报业集团), and stays.
PlannedStep Reader::plain(View written) const {
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

// "征求市司法局意见", "主办部门征求相关部门意见".
PlannedStep Reader::asking(View text) const {
    constexpr View asks = "征求", opinion = "意见";
    PlannedStep out;
    const std::size_t at = text.find(asks);
    if (at == View::npos || !ends(text, opinion)) return out;
    const View whom = text.substr(at + asks.size(), text.size() - at - asks.size() - opinion.size());
    const std::string actor = at == 0 ? "" : role_id(rules_, text.substr(0, at)), to = role_id(rules_, whom);
    if (to.empty() || (at > 0 && actor.empty())) return out;
    out.role = actor, out.role_text = text.substr(0, at), out.to = to;
    out.action = action_id(rules_, "征求意见"), out.action_text = text.substr(at);
    return out;
}

// "部门报送市政府办公室": the action in the middle, and whom it goes to.
PlannedStep Reader::sent(View text) const {
    PlannedStep out;
    for (std::size_t from = 0; from < text.size(); from += 3) {
        const std::string before(text.substr(0, from));
        const std::string actor = before.empty() ? "" : role_id(rules_, before);
        if (!before.empty() && actor.empty()) continue;
        for (std::size_t end = text.size(); end > from; --end) {
            const std::string action = action_id(rules_, text.substr(from, end - from));
            const std::string to = action.empty() ? "" : role_id(rules_, text.substr(end));
            if (action.empty() || to.empty()) continue;
            out.role = actor, out.role_text = before;
            out.action = action, out.action_text = text.substr(from);  // with whom it goes to, as it was written
            out.to = to;
            return out;
        }
    }
    return asking(text);
}

// "王副市长审核（已口头同意）": what is bracketed behind a whole step is a remark, and stays with it.
PlannedStep Reader::remarked(View text) const {
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
PlannedStep Reader::in_parts(View text) const {
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
        const PlannedStep s = plain(part);
        if ((!s.role.empty() && !out.role.empty()) || (!s.action.empty() && !out.action.empty())) return {};  // steps of their own
        if (!s.role.empty()) out.role = s.role, out.role_text = s.role_text;
        if (!s.action.empty()) out.action = s.action, out.action_text = s.action_text;
        const bool heading = std::any_of(std::begin(kHeadings), std::end(kHeadings), [&](View h) { return ends(part, h); });
        if (known(s) == 0 && !heading) out.who = part;
    }
    return complete(out) ? out : PlannedStep();
}

// "秘书长受市长委托签发", "秘书长代市长签发".
PlannedStep Reader::on_behalf(View text) const {
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
        return for_whom;
    }
    return {};
}

// The act of a verb with what it is done to: 报送请示, 起草议题材料, 发布通知.
std::string Reader::act_of(View words) const {
    std::string out = action_id(rules_, words);
    if (const std::size_t title = words.find("《"); out.empty() && title != View::npos && ends(words, "》")) out = action_id(rules_, words.substr(0, title));
    for (const View object : kObjects) {
        if (!out.empty() || !ends(words, object)) continue;
        const View verb = words.substr(0, words.size() - object.size());
        const bool notice = ends(object, "通知") || object == "通知";
        out = action_id(rules_, notice && (verb == "发布" || verb == "下发") ? View("通知") : verb);
    }
    return out;
}

// "市应急管理局向市政府报送请示", "向市长汇报": whom it goes to, then the act.
PlannedStep Reader::toward(View text) const {
    constexpr View sign = "向";
    PlannedStep out;
    const std::size_t at = text.find(sign), from = at + sign.size();
    const std::string actor = at == View::npos ? "" : role_id(rules_, text.substr(0, at));
    if (at == View::npos || (at > 0 && actor.empty())) return out;
    for (std::size_t end = text.size(); end > from && out.action.empty(); --end) {
        out.to = role_id(rules_, text.substr(from, end - from));
        if (!out.to.empty()) out.action = act_of(text.substr(end));
    }
    if (out.action.empty()) return {};
    out.role = actor, out.role_text = text.substr(0, at), out.action_text = text.substr(at);
    return out;
}

// Somebody who is known, and an act that is not: as it was written.
PlannedStep Reader::with_actor(View text) const {
    PlannedStep out = step(text);
    for (std::size_t end = text.size(); end > 0 && out.role.empty(); --end) {
        out.role = role_id(rules_, text.substr(0, end));
        if (!out.role.empty()) out.role_text = text.substr(0, end), out.action_text = text.substr(end);
    }
    return out;
}

PlannedStep Reader::with_object(View text) const {
    PlannedStep out;
    for (std::size_t end = text.size(); end > 0 && out.action.empty(); --end) {
        out.role = role_id(rules_, text.substr(0, end));
        if (out.role.empty()) continue;
        out.action = act_of(text.substr(end));
        out.role_text = text.substr(0, end), out.action_text = text.substr(end);
    }
    return out.action.empty() ? PlannedStep() : out;
}

// "市政府办公室报分管副市长审核": it is sent by one, then another acts. Nothing if it is no such phrase.
std::vector<PlannedStep> Reader::relayed(View text) const {
    for (const View relay : kRelays) {
        const std::size_t at = text.find(relay);
        const std::string actor = at == View::npos ? "" : role_id(rules_, text.substr(0, at));
        const PlannedStep then = actor.empty() ? PlannedStep() : plain(text.substr(at + relay.size()));
        if (!complete(then)) continue;
        if (relay == "征得") return {then};  // whoever is asked agrees
        PlannedStep sends;
        sends.role = actor, sends.role_text = text.substr(0, at);
        sends.action = action_id(rules_, "报送"), sends.action_text = std::string(relay) + then.role_text;
        sends.to = then.role;
        return {sends, then};
    }
    return {};
}

PlannedStep Reader::one(const std::string& text) const {
    for (const PlannedStep& s : {on_behalf(text), remarked(text)}) {
        if (complete(s)) return s;
    }
    PlannedStep out;
    // What is sent to somebody weighs as much as actor and action: "报送分管副市长" is no act of his.
    const auto weight = [](const PlannedStep& s) { return known(s) + (s.to.empty() ? 0 : s.action.empty() ? 1 : 2); };
    for (const PlannedStep& s : {plain(text), in_parts(text), sent(text)}) {
        if (weight(s) > weight(out)) out = s;
    }
    if (const PlannedStep s = toward(text); !s.to.empty()) out = s;
    if (const PlannedStep s = complete(out) || !out.to.empty() ? PlannedStep() : with_object(text); complete(s)) out = s;
    if (known(out) == 0) out = step(text);
    return known(out) == 0 ? with_actor(text) : out;
}

// "甲、乙会签": one action of several; "市长审核、签发": several of one. Nothing if some part is neither actor nor action.
std::vector<PlannedStep> Reader::several(View text) const {
    std::vector<std::string> parts = split(text, kBlanks, true);  // a line break that was pasted into one line
    const bool steps = std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return complete(one(part)); });
    if (!steps) parts = split(text, kBetweenNames, true);
    std::vector<PlannedStep> out;
    if (parts.size() < 2) return out;
    for (const std::string& part : parts) {
        out.push_back(one(part));
        if (known(out.back()) == 0) return {};
    }
    for (std::size_t i = 1; i < out.size(); ++i) {
        if (out[i].role.empty()) out[i].role = out[i - 1].role, out[i].role_text = out[i - 1].role_text;
    }
    for (std::size_t i = out.size() - 1; i-- > 0;) {
        if (out[i].action.empty()) out[i].action = out[i + 1].action, out[i].action_text = out[i + 1].action_text;
    }
    return out;
}

// "会签：市财政局、市司法局": one action of several, written before them. Nothing if the line is no such list.
std::vector<PlannedStep> Reader::labelled(View text) const {
    std::vector<PlannedStep> out;
    for (const View colon : {View("："), View(":")}) {
        const std::size_t at = text.find(colon);
        const std::string action = at == View::npos ? "" : action_id(rules_, trim(text.substr(0, at)));
        if (action.empty()) continue;
        for (const std::string& name : split(text.substr(at + colon.size()), kBetweenNames, true)) {
            PlannedStep s = one(name + trim(text.substr(0, at)));
            if (s.action != action) return {};
            out.push_back(std::move(s));
        }
    }
    return out.size() > 1 ? out : std::vector<PlannedStep>();
}

void Reader::read(std::string part, std::vector<PlannedStep>& out) const {
    const std::string date = take_date(part, year_);  // first: "2026.3.5" begins like a number of a list
    part = trim(without_number(trim(part)));
    for (const View empty : {View("（）"), View("()")}) {
        if (const std::size_t at = part.find(empty); at != std::string::npos) part.erase(at, empty.size());
    }
    if (part.empty()) {
        if (!out.empty() && out.back().date.empty()) out.back().date = date;
        return;
    }
    std::vector<PlannedStep> steps = labelled(part);
    const PlannedStep whole = one(part);
    if (steps.empty() && !complete(whole)) steps = relayed(part);
    if (steps.empty() && !complete(whole)) steps = several(part);
    if (steps.empty()) steps = {whole};
    for (PlannedStep& s : steps) {
        s.date = date;
        out.push_back(std::move(s));
    }
}

}  // namespace

PlannedStep step_as_typed(const Rules& rules, View text) {
    const Reader reader(rules, 0);
    const std::string words = trim(text);
    const auto whole = [&](const PlannedStep& s) { return s.role_text + s.action_text == words; };
    for (const PlannedStep& s : {reader.sent(words), reader.toward(words)}) {
        if (!s.to.empty() && whole(s)) return s;
    }
    if (const PlannedStep s = reader.with_object(words); complete(s) && whole(s)) return s;
    PlannedStep out = reader.step(words);
    if (whole(out)) return out;
    out.who.clear();  // what stands between the two is shown with the actor
    out.role_text = words.substr(0, words.size() - std::min(words.size(), out.action_text.size()));
    return out;
}

std::vector<PlannedStep> plan_from_text(const Rules& rules, View text, int year) {
    std::vector<PlannedStep> out;
    const Reader reader(rules, year);
    for (const std::string& part : split(with_lines(text), kBetweenSteps, true)) reader.read(part, out);
    return out;
}

}  // namespace signroute
