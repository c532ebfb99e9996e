#include "core/route/plan_from_text.h"

#include <algorithm>

#include "core/base/text.h"

namespace signroute {

namespace {

using View = std::string_view;

constexpr View kBetweenSteps[] = {"-->", "->", "=>", "→", "➔", "➜", "➝", "⟶", "⇒", "—>", "－>", "—＞", ">", "＞", "》", "\n", "\r", "\t", "；", ";", "。", "，", ",", "｜", "|",
                                  "后报", "后由", "后经", "后送", "后请", "后再", "后提", "后呈", "后交", "然后", "最后", "接着", "随后", "再报", "再由", "再经", "再送", "并报", "并由", "并送"};
constexpr View kBetweenNames[] = {"、", "以及", "及", "和", "与", "或者", "或"};
constexpr View kBlanks[] = {"　", " "};
constexpr View kBetweenParts[] = {"（", "）", "(", ")", "：", ":", "【", "】", "[", "]", "——", "—", "－", "-", "/", "　", " "};
constexpr View kBefore[] = {"首先", "其次", "之后", "再次", "最终", "先", "再", "并", "后", "经过", "经", "由", "报送", "报请", "报",
                            "送请", "送", "提请", "提交", "呈报", "呈送", "呈", "交由", "交", "转", "请", "须", "需", "应当", "应", "于", "在"};
constexpr View kAfter[] = {"之后", "以后", "后", "即可", "同意", "通过", "意见"};
constexpr View kFillers[] = {"：", ":", "同志", "进行", "予以", "负责", "依法", "最终", "直接", "统一"};
constexpr std::size_t kLongestName = 4;  // characters of a person's name
constexpr View kBullets[] = {"•", "·", "●", "○", "*", "-", "—", "√"};

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
        if (brackets && (starts(rest, "（") || starts(rest, "("))) ++depth;
        if (brackets && depth > 0 && (starts(rest, "）") || starts(rest, ")"))) --depth;
        View found;
        for (const View s : separators) {
            if (depth == 0 && found.empty() && starts(rest, s)) found = s;
        }
        if (found.empty()) part += text[at++];
        else close(), at += found.size();
    }
    close();
    return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads the digits at `at`, at most four; -1 if there is none.
int number_at(View text, std::size_t& at) {
    int out = -1;
    for (std::size_t n = 0; n < 4 && at < text.size() && is_digit(text[at]); ++n) out = std::max(out, 0) * 10 + (text[at++] - '0');
    return out;
}

bool pass(View text, std::size_t& at, std::initializer_list<View> any) {
    for (const View one : any) {
        if (!starts(text.substr(at), one)) continue;
        at += one.size();
        return true;
    }
    return false;
}

// Takes the first day out of the text: "2026年3月5日", "2026-03-05", "2026/3/5"; of `year`, where it is not 0, also "3月5日".
std::string take_date(std::string& text, int year) {
    for (std::size_t from = 0; from < text.size(); ++from) {
        if (!is_digit(text[from]) || (from > 0 && is_digit(text[from - 1]))) continue;
        std::size_t at = from;
        int of = year, month = number_at(text, at);
        if (at == from + 4 && pass(text, at, {"年", "-", "/", "."})) of = month, month = number_at(text, at);
        else if (year == 0 || !starts(View(text).substr(at), "月")) continue;
        if (month < 1 || month > 12 || !pass(text, at, {"月", "-", "/", "."})) continue;
        const int day = number_at(text, at);
        if (day < 1 || day > 31) continue;
        pass(text, at, {"日", "号"});
        text.erase(from, at - from);
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return std::to_string(of) + "-" + two(month) + "-" + two(day);
    }
    return "";
}

// Passes digits or Chinese numerals; false if there are none.
bool count_at(View text, std::size_t& at) {
    const std::size_t first = at;
    if (number_at(text, at) >= 0) return true;
    while (at + 3 <= text.size() && parse_chinese_number(text.substr(first, at + 3 - first))) at += 3;
    return at > first;
}

bool is_circled(View text) { return text.size() > 3 && text[0] == '\xE2' && text[1] == '\x91'; }  // ① … ⑳

// What stands before a step to number it: "1.", "（一）", "①", "第二步：", "步骤3", "•".
std::string without_number(View text) {
    for (const View b : kBullets) {
        if (starts(text, b)) return without_number(trim(text.substr(b.size())));
    }
    std::size_t at = 0;
    if (is_circled(text)) return trim(text.substr(3));
    const bool named = pass(text, at, {"第", "步骤", "环节"}), bracket = pass(text, at, {"（", "("});
    const std::size_t first = at;
    if (!count_at(text, at)) return std::string(text);
    const bool closed = pass(text, at, {"步骤", "步", "环节", "）", ")", ".", "．", "、", ":", "："}) || named;
    if (!closed || (bracket && at == first)) return std::string(text);
    pass(text, at, {"：", ":", "、", "."});
    return trim(text.substr(at));
}

// Numbers in the middle of a line begin a line too: "1、经办人起草 2、市长签发", "①经办人起草②市长签发", "一、起草 二、签发".
std::string with_lines(View text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t end = at + 1;
        const bool blank = text[at] == ' ', number = blank && count_at(text, end) && pass(text, end, {"、", ".", "．", ")", "）"});
        if (number || is_circled(text.substr(at))) out += '\n';
        out += text[at];
    }
    return out;
}

bool complete(const PlannedStep& s) { return !s.role.empty() && !s.action.empty(); }
int known(const PlannedStep& s) { return (s.role.empty() ? 0 : 2) + (s.action.empty() ? 0 : 1); }

class Reader {
  public:
    Reader(const Rules& rules, int year) : rules_(rules), year_(year) {}
    void read(std::string part, std::vector<PlannedStep>& out) const;

  private:
    bool mentions_more(View text) const;
    PlannedStep step(View text) const;
    PlannedStep one(const std::string& text) const;
    PlannedStep plain(View text) const;
    PlannedStep sent(View text) const;
    PlannedStep in_parts(View text) const;
    PlannedStep on_behalf(View text) const;
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
    between = trim(between);
    if (between.empty()) return out;
    if (length(between) <= kLongestName && !mentions_more(between)) {
        out.who = between;
        return out;
    }
    out.role_text = std::string(text.substr(at, from - at)) + between;
    out.role = role_id(rules_, out.role_text);  // 市教育局主要负责人 is not 市教育局
    return out;
}

// Actor and action in a row, with the words around them that say no more than the order.
PlannedStep Reader::plain(View written) const {
    PlannedStep best = step(written);
    std::string text(written);
    for (bool changed = true; changed && !complete(best);) {
        changed = false;
        const auto consider = [&](std::string rest, bool says_nothing) {
            const PlannedStep s = step(rest);
            if (changed || rest.empty() || known(s) + (says_nothing ? 1 : 0) <= known(best)) return;
            text = std::move(rest);
            best = s;
            changed = true;
        };
        for (std::size_t i = 0; i < std::size(kAfter); ++i) {
            if (ends(text, kAfter[i])) consider(text.substr(0, text.size() - kAfter[i].size()), i < 3);
        }
        for (const View head : kBefore) {
            const bool actor_is_first = !best.role.empty() && starts(text, best.role_text);
            if (starts(text, head) && !actor_is_first) consider(text.substr(head.size()), true);
        }
    }
    return best;
}

// "部门报送市政府办公室", "征求市司法局意见": the action in the middle, and whom it goes to.
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
            out.action = action, out.action_text = text.substr(from, end - from);
            out.to = to;
            return out;
        }
    }
    constexpr View asks = "征求", opinion = "意见";
    if (!starts(text, asks) || !ends(text, opinion)) return out;
    const View whom = text.substr(asks.size(), text.size() - asks.size() - opinion.size());
    out.to = role_id(rules_, whom);
    if (!out.to.empty()) out.action = action_id(rules_, "征求意见"), out.action_text = "征求意见";
    return out;
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
        if (known(s) == 0) out.who = part;
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

PlannedStep Reader::one(const std::string& text) const {
    PlannedStep out = on_behalf(text);
    if (complete(out)) return out;
    // What is sent to somebody weighs as much as actor and action: "报送分管副市长" is no act of his.
    const auto weight = [](const PlannedStep& s) { return known(s) + (s.to.empty() ? 0 : s.action.empty() ? 1 : 2); };
    for (const PlannedStep& s : {plain(text), in_parts(text), sent(text)}) {
        if (weight(s) > weight(out)) out = s;
    }
    if (known(out) == 0) out = step(text);
    return out;
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
    if (steps.empty() && !complete(whole)) steps = several(part);
    if (steps.empty()) steps = {whole};
    for (PlannedStep& s : steps) {
        s.date = date;
        out.push_back(std::move(s));
    }
}

}  // namespace

std::vector<PlannedStep> plan_from_text(const Rules& rules, View text, int year) {
    std::vector<PlannedStep> out;
    const Reader reader(rules, year);
    for (const std::string& part : split(with_lines(text), kBetweenSteps, true)) reader.read(part, out);
    return out;
}

}  // namespace signroute
