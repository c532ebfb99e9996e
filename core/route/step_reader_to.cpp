// Steps that go to somebody, and what is done to something.
#include "core/base/text.h"
#include "core/route/step_reader.h"

namespace signroute::written {

namespace {

constexpr View kObjects[] = {"议题材料", "会议材料", "汇报材料", "会议通知", "材料", "请示", "报告", "文件", "公文", "文稿", "方案", "草案", "通知", "意见"};
constexpr View kRelays[] = {"征得", "报请", "报送", "呈报", "呈送", "提请", "提交", "送请", "报", "送"};

}  // namespace

// "征求市司法局意见", "市民政局发函征求市财政局、市人社局意见（急）", "向市财政局、市人社局征求意见": a step for each who is asked.
std::vector<PlannedStep> StepReader::asking_all(View text) const {
    constexpr View asks = "征求", opinion = "意见";
    const std::size_t at = text.find(asks);
    std::size_t from = at + asks.size(), end = at == View::npos ? at : text.find(opinion, from);
    if (end == View::npos) return {};
    View head = text.substr(0, at), remark = text.substr(end + opinion.size());
    if (!remark.empty() && !starts(remark, "（") && !starts(remark, "(")) return {};
    if (const std::size_t toward = head.find("向"); end == from && toward != View::npos) {
        from = toward + View("向").size(), end = at;
        head = head.substr(0, toward);
    }
    PlannedStep step;
    for (const View how : {View(), View("发函"), View("书面"), View("发文"), View("以书面形式"), View("致函")}) {
        if (!step.role.empty() || !(how.empty() || ends(head, how))) continue;
        step.role = role_id(rules_, head.substr(0, head.size() - how.size()));
        step.role_text = head.substr(0, head.size() - how.size());
    }
    if (!head.empty() && step.role.empty()) return {};
    step.action = action_id(rules_, "征求意见");
    std::vector<PlannedStep> out;
    for (const PlannedStep& one : listed(text.substr(from, end - from))) {
        if (one.role.empty() || !one.action.empty()) return {};
        step.to = one.role;
        step.action_text = std::string(text).replace(from, end - from, one.role_text).erase(0, step.role_text.size());
        out.push_back(step);
    }
    return out;
}

PlannedStep StepReader::asking(View text) const {
    const std::vector<PlannedStep> all = asking_all(text);
    return all.size() == 1 ? all.front() : PlannedStep();
}

// "送市政府办公室": with no act behind it. What goes to a leader waits for his act, which the words leave out.
PlannedStep StepReader::handed(View text) const {
    for (const View verb : {View("报送"), View("呈送"), View("送交"), View("提交"), View("送")}) {
        const std::size_t at = text.find(verb);
        const std::string actor = at == View::npos || at == 0 ? "" : role_id(rules_, text.substr(0, at));
        const std::string to = at == View::npos || (at > 0 && actor.empty()) ? "" : role_id(rules_, text.substr(at + verb.size()));
        if (to.empty() || is_role(*rules_.catalogue, to, "government_leader")) continue;
        PlannedStep out;
        out.role = actor, out.role_text = text.substr(0, at), out.to = to;
        out.action = action_id(rules_, "报送"), out.action_text = text.substr(at);
        return out;
    }
    return {};
}

// "部门报送市政府办公室": the action in the middle, and whom it goes to.
PlannedStep StepReader::sent(View text) const {
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
    const PlannedStep asks = asking(text);
    return asks.to.empty() ? handed(text) : asks;
}

// The act of a verb with what it is done to: 报送请示, 起草议题材料, 发布通知.
std::string StepReader::act_of(View words) const {
    std::string out = action_id(rules_, words == "书面意见" ? "提出书面意见" : words);
    if (const std::size_t title = words.find("《"); out.empty() && title != View::npos && ends(words, "》")) out = action_id(rules_, words.substr(0, title));
    for (const View object : kObjects) {
        if (!out.empty() || !ends(words, object)) continue;
        const View verb = words.substr(0, words.size() - object.size());
        const bool notice = ends(object, "通知") || object == "通知";
        out = action_id(rules_, notice && (verb == "发布" || verb == "下发") ? View("通知") : verb);
    }
    for (const View filler : kFillers) {
        if (out.empty() && starts(words, filler)) out = act_of(words.substr(filler.size()));
    }
    return out;
}

// "市应急管理局向市政府报送请示", "向市长汇报": whom it goes to, then the act.
PlannedStep StepReader::toward(View text) const {
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

PlannedStep StepReader::with_object(View text) const {
    PlannedStep out;
    for (std::size_t end = text.size() + 1; out.action.empty() && end-- > 0;) {
        out.role = role_id(rules_, text.substr(0, end));
        if (out.role.empty() && end > 0) continue;
        out.action = act_of(text.substr(end));
        out.role_text = text.substr(0, end), out.action_text = text.substr(end);
    }
    if (out.action.empty()) return {};
    to_public(out);
    return out;
}

// "直接报送副市长", "直接报分管副市长审批": like what is sent, and all its words stay.
PlannedStep StepReader::direct(View text) const {
    for (const View way : {View("直接报送"), View("直接报"), View("直接送"), View("直接呈"), View("直报"), View("直送")}) {
        const std::size_t at = text.find(way);
        if (at == View::npos) continue;
        PlannedStep out = one(std::string(text).replace(at, way.size(), "报送"));
        if (out.to.empty()) out.role_text = text.substr(0, text.size() - out.action_text.size());
        else out.action_text = text.substr(out.role_text.size());
        return out;
    }
    return {};
}

// "市政府办公室报分管副市长审核": it is sent by one, then another acts. Nothing if it is no such phrase.
std::vector<PlannedStep> StepReader::relayed(View text) const {
    for (const View relay : kRelays) {
        const std::size_t at = text.find(relay);
        View head = text.substr(0, at);
        if (ends(head, "直接")) head.remove_suffix(View("直接").size());
        const std::string actor = at == View::npos ? "" : role_id(rules_, head);
        const PlannedStep then = actor.empty() ? PlannedStep() : plain(text.substr(at + relay.size()));
        if (!complete(then)) continue;
        if (relay == "征得") return {then};  // whoever is asked agrees
        PlannedStep sends;
        sends.role = actor, sends.role_text = head;
        sends.action = action_id(rules_, "报送"), sends.action_text = std::string(text.substr(head.size(), at + relay.size() - head.size())) + then.role_text;
        sends.to = then.role;
        return {sends, then};
    }
    return {};
}

}  // namespace signroute::written
