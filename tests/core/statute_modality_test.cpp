#include <doctest/doctest.h>

#include "core/statute/fold.h"
#include "core/statute/modality.h"

using namespace signroute;

namespace {

// The words found, each with the sign of its force: ! must, ~ should, ? may.
std::string seen(std::string_view text) {
    std::string out;
    for (const ModalWord& w : modal_words(fold(text))) {
        if (!out.empty()) out += " ";
        out += w.word;
        out += w.force == Force::must ? "!" : w.force == Force::should ? "~" : "?";
    }
    return out;
}

Force force(std::string_view text) { return modality_of(fold(text)).force; }

}  // namespace

TEST_CASE("binding, weakened and permitting words are found") {
    CHECK(seen("各单位必须报告，应当留痕，应存档，须签字，要按时，需复核") == "必须! 应当! 应! 须! 要! 需!");
    CHECK(seen("一律公开，不得拖延，严禁代签，禁止外传，不可缺席") == "一律! 不得! 严禁! 禁止! 不可!");
    CHECK(seen("经同意后方可外出") == "方可!");
    CHECK(seen("原则上不得请假，一般每周开会") == "原则上~ 不得! 一般~");
    CHECK(seen("可委托，可以授权，必要时邀请，如有需要报告，视情安排") == "可? 可以? 必要时? 如有需要? 视情?");
    CHECK(seen("根据工作需要召开，根据需要邀请") == "根据工作需要? 根据需要?");
}

TEST_CASE("words that only contain a modal word are none") {
    for (const char* text : {"主要任务重要而必要", "按照要求写好纪要和概要，抓住要点", "响应反应相应供应适应，应急预案",
                             "应到人数、应诉、回应", "可行、认可、许可、可能、可靠、可操作", "工作需要、需求、所需",
                             "一般性支出、一般工作、一般人员", "如需、确需、亟需", "令行禁止，千篇一律", "不可抗力",
                             "市政府根据经济社会发展需要制定", "《应当可以要点》", "“三个务必”", "摘要、只要、首要",
                             "可发可不发的公文", "尽可能"}) {
        CAPTURE(text);
        CHECK(seen(text) == "");
        CHECK(force(text) == Force::none);
    }
}

TEST_CASE("a word in a condition binds nobody") {
    CHECK(seen("因故需请假的，向主持人报告。") == "");
    CHECK(seen("除交办和必须直报的事项外，公文一律送办公室。") == "一律!");
    CHECK(seen("可以自行办理的，不再上报。") == "");
    CHECK(seen("会议应当按时召开。") == "应当!");
}

TEST_CASE("within a segment a weakening word decides, over segments the strongest") {
    CHECK(force("原则上须在会后印发") == Force::should);
    CHECK(force("一般由秘书长签发;重要文件应报市长") == Force::must);
    CHECK(force("原则上不发文;可以电话通知") == Force::should);
    CHECK(force("可由市长委托,但必须书面") == Force::must);
    CHECK(force("必要时可请列席") == Force::may);
    CHECK(force("由秘书长审核后报市长签发") == Force::none);
    CHECK(force("") == Force::none);
    const ModalWord w = modality_of(fold("一般由甲签发；重要文件须报乙"));
    CHECK(w.word == "须");
    CHECK(w.begin == fold("一般由甲签发；重要文件").size());
}
