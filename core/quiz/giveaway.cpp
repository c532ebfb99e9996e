#include "core/quiz/giveaway.h"

#include <algorithm>
#include <string_view>

namespace signroute::quiz {

namespace {

using Letters = std::vector<std::string_view>;

// One UTF-8 character each.
Letters letters_of(std::string_view text) {
    Letters out;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t n = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        out.push_back(text.substr(at, n));
        at += n;
    }
    return out;
}

bool is_han(std::string_view letter) { return letter.size() == 3 && letter >= "一" && letter <= "龥"; }

// They say nothing of the answer: the frame of every question, and what any office and paper is called.
constexpr std::string_view kIdleWords[] = {"条文", "原文", "规定", "有关", "相关", "事项", "工作", "办理", "没有", "还没有", "尚未", "已经", "时限", "期限", "要求", "情况",
                                      "市政府", "政府", "部门", "单位", "公文", "文件", "会议", "意见", "管理", "进行", "按照", "应当", "必须", "依法", "依规定", "本件",
                                      "一般", "各方", "其他", "是否", "属于", "需要", "提出", "以及", "或者", "方面", "法规", "市领导", "领导", "负责", "主要", "负责人",
                                      "主要负责人", "内容", "全市", "起草", "报送", "承办", "材料", "审批", "审核", "准备", "方案", "之前", "之后", "由其"};

bool is_idle(std::string_view run) {
    for (std::size_t at = 0; at < run.size();) {
        std::size_t longest = 0;
        for (const std::string_view word : kIdleWords) {
            if (run.compare(at, word.size(), word) == 0) longest = std::max(longest, word.size());
        }
        if (longest == 0) return false;
        at += longest;
    }
    return true;
}

std::size_t length_of(const std::string& text) { return letters_of(text).size(); }

}  // namespace

bool has_word(const std::string& text, const std::string& word) {
    const std::string deputy = "副";
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const bool other = at >= deputy.size() && text.compare(at - deputy.size(), deputy.size(), deputy) == 0;
        if (!other) return true;
    }
    return word.empty();
}

std::vector<std::string> words_in_both(const std::string& text, const std::string& stem) {
    const Letters letters = letters_of(text);
    std::vector<std::string> out;
    std::size_t reached = 0;  // the end of the run before
    for (std::size_t i = 0; i < letters.size(); ++i) {
        std::string run;
        std::size_t end = i;
        while (end < letters.size() && is_han(letters[end]) && has_word(stem, run + std::string(letters[end]))) run += letters[end++];
        if (end - i < 2 || end <= reached) continue;
        reached = end;
        if (!is_idle(run)) out.push_back(std::move(run));
    }
    return out;
}

std::string given_away(const std::string& stem, const std::string& key, const std::vector<std::string>& wrong, bool fair) {
    if (has_word(stem, key) && std::none_of(wrong.begin(), wrong.end(), [&](const std::string& w) { return has_word(stem, w); })) return key;
    for (const std::string& word : words_in_both(key, stem)) {
        if (std::any_of(wrong.begin(), wrong.end(), [&](const std::string& w) { return has_word(w, word); })) continue;
        const auto rivals = [&](const std::string& w) {
            const auto own = words_in_both(w, stem);
            return std::any_of(own.begin(), own.end(), [&](const std::string& o) { return !has_word(key, o) && length_of(o) >= std::min<std::size_t>(length_of(word), 3); });
        };
        if (!fair || std::none_of(wrong.begin(), wrong.end(), rivals)) return word;
    }
    return "";
}

}  // namespace signroute::quiz
