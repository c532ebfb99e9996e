#include "core/statute/modality.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/text.h"

namespace signroute {

namespace {

struct ListedWords {
    Force force;
    std::string_view list;  // separated by one space
};

// Longest match wins, so a longer word takes a shorter one with it. Force::none: contains a modal word and is none.
constexpr ListedWords kWords[] = {
    {Force::must,
     "必须 务必 务须 应当 应该 应 须 要 需 还要 还需 不要 一律 不得 不准 不许 不可 严禁 禁止 方可 方能 不得不"},
    {Force::should, "原则上 一般 通常 一般情况下"},
    {Force::may, "可 可以 如有需要 如有必要 必要时 有必要时 根据需要 视情 视情况"},
    {Force::none,
     "主要 重要 必要 需要 要求 要点 纪要 纲要 概要 摘要 提要 要素 要件 要事 要情 要闻 要务 要害 要领 要旨 要职 要目 "
     "要约 "
     "紧要 首要 次要 扼要 简要 只要 若要 将要 想要 索要 机要 政要 要么 要是 要紧 不要求 节要 切要 精要 冲要 要塞 要道"},
    {Force::none,
     "响应 反应 相应 供应 适应 对应 回应 呼应 顺应 感应 照应 因应 效应 应急 应到 应诉 应对 应用 应邀 应付 应收 应答 "
     "应试 应聘 应届 应变 应允 应验 应景 应战 应约 应酬 应纳税 应有的 一应 应运 应时 应景"},
    {Force::none,
     "须知 无须 毋须 如需 确需 亟需 急需 不需 无需 毋需 需求 必需 所需 供需 军需 内需 特需 按需 如须 确须 对需 讨论需 "
     "其他需 其他需要 其它需 其它需要 凡需 或须 或者须 其他须 其他应 其他应当"},
    {Force::none,
     "可行 认可 许可 可能 尽可能 可靠 可控 可信 可见 可持续 可操作 可视 可研 可执行 可复制 可比 可读 可观 可喜 可贵 "
     "可惜 "
     "可谓 可及 可用 可再生 可追溯 可预期 可感 可知 可循 可否 可逆 可燃 可发可不发 宁可 无可 两可 适可而止 可塑 可爱 "
     "不可抗力 不可分割 不可避免 不可或缺 必不可少 不可移动 不可撤销 不可预见 不可逆"},
    {Force::none,
     "一般性 一般工作 一般人员 一般专项 一般事项 一般干部 一般公文 一般文件 一般支出 一般问题 一般情况 一般公共 "
     "一般规定 "
     "一般程序 一般纳税人 一般行政 一般企业 一般债务"},
    {Force::none, "千篇一律 令行禁止 舍不得 不得已 不得人心 禁止性 必要性 重要性"},
};

struct Match {
    Force force = Force::none;
    std::size_t size = 0;
};

struct Listed {
    std::string_view word;
    Force force;
};
using ByFirst = std::unordered_map<std::string_view, std::vector<Listed>>;
constexpr std::size_t kWordStart = 3;  // bytes of a Han character

ByFirst words_by_first() {
    ByFirst out;
    for (const ListedWords& words : kWords) {
        for (std::string_view rest = words.list; !rest.empty();) {
            const std::size_t space = rest.find(' ');
            const std::string_view word = rest.substr(0, space);
            rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
            out[word.substr(0, kWordStart)].push_back({word, words.force});
        }
    }
    return out;
}

Match longest_at(std::string_view text, std::size_t at) {
    static const ByFirst lists = words_by_first();
    Match best;
    const auto list = lists.find(text.substr(at, kWordStart));
    if (list == lists.end()) return best;
    for (const Listed& l : list->second) {
        if (l.word.size() > best.size && text.compare(at, l.word.size(), l.word) == 0) best = {l.force, l.word.size()};
    }
    return best;
}

// 根据工作需要, 根据议题需要: a permission, with up to four characters between. 根据……发展需要 says why, not whether.
Match need_at(std::string_view text, std::size_t at) {
    constexpr std::string_view opening = "根据", need = "需要";
    if (!starts_at(text, at, opening)) return {};
    std::size_t end = at + opening.size();
    for (int n = 0; n <= 4 && end < text.size(); ++n) {
        if (starts_at(text, end, need)) return {Force::may, end + need.size() - at};
        if (starts_at(text, end, "发展") || starts_at(text, end, "、")) break;
        const char32_t c = next_code_point(text, end);
        if (c == ',' || c == U'。' || c == ';') break;
    }
    return {};
}

// 《……》 and short words in quotes: names bind nobody.
Match name_at(std::string_view text, std::size_t at) {
    const bool title = starts_at(text, at, "《");
    if (!title && !starts_at(text, at, "“")) return {};
    const std::size_t close = text.find(title ? "》" : "”", at);
    if (close == std::string_view::npos) return {};
    const std::size_t size = close + 3 - at;
    return title || length(text.substr(at, size)) <= 14 ? Match{Force::none, size} : Match{};
}

// True if the words between two commas are a condition: "需作调整的," "除……必须直报的事项外,".
bool in_condition(std::string_view text, std::size_t at) {
    constexpr std::string_view marks = ",;:";
    std::size_t end = std::min(text.find_first_of(marks, at), text.find("。", at));
    if (end == std::string_view::npos) return false;
    if (end >= 3 && starts_at(text, end - 3, "的")) return true;
    const std::size_t comma = at == 0 ? std::string_view::npos : text.find_last_of(marks, at - 1);
    const std::size_t stop = text.rfind("。", at);
    std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    if (stop != std::string_view::npos) begin = std::max(begin, stop + 3);
    return starts_at(text, begin, "除") && end >= 3 && starts_at(text, end - 3, "外");
}

ModalWord weigh(const std::vector<ModalWord>& words) {
    ModalWord best;
    for (const ModalWord& w : words) {
        if (w.force == Force::should) return w;
        if (w.force > best.force) best = w;
    }
    return best;
}

}  // namespace

std::vector<ModalWord> modal_words(std::string_view text) {
    std::vector<ModalWord> out;
    for (std::size_t at = 0; at < text.size();) {
        Match match = name_at(text, at);
        if (match.size == 0) match = need_at(text, at);
        if (match.size == 0) match = longest_at(text, at);
        if (match.size == 0) {
            next_code_point(text, at);
            continue;
        }
        const bool conditional = match.force != Force::should && in_condition(text, at);
        if (match.force != Force::none && !conditional) {
            out.push_back({match.force, std::string(text.substr(at, match.size)), at});
        }
        at += match.size;
    }
    return out;
}

ModalWord modality_of(std::string_view text) {
    ModalWord best;
    std::vector<ModalWord> segment;
    const std::vector<ModalWord> words = modal_words(text);
    std::size_t end = 0;
    for (std::size_t i = 0; i <= words.size(); ++i) {
        if (i == words.size() || words[i].begin >= end) {
            const ModalWord weighed = weigh(segment);
            if (weighed.force > best.force) best = weighed;
            segment.clear();
            if (i == words.size()) break;
            end = std::min(text.find(';', words[i].begin), text.size());
        }
        segment.push_back(words[i]);
    }
    return best;
}

}  // namespace signroute
