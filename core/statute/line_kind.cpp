#include "core/statute/line_kind.h"

#include <initializer_list>

#include "core/base/text.h"

namespace signroute {

namespace {

using Words = std::initializer_list<std::string_view>;

bool starts_with_any(std::string_view line, Words words) {
    for (const std::string_view w : words) {
        if (line.substr(0, w.size()) == w) return true;
    }
    return false;
}

bool ends_with(std::string_view line, std::string_view w) {
    return line.size() >= w.size() && line.substr(line.size() - w.size()) == w;
}

bool ends_with_any(std::string_view line, Words words) {
    for (const std::string_view w : words) {
        if (ends_with(line, w)) return true;
    }
    return false;
}

bool contains_any(std::string_view line, Words words) {
    for (const std::string_view w : words) {
        if (contains(line, w)) return true;
    }
    return false;
}

bool equals_any(std::string_view line, Words words) {
    for (const std::string_view w : words) {
        if (line == w) return true;
    }
    return false;
}

bool made_of(std::string_view line, std::u32string_view set) {
    for (const char32_t c : code_points(line)) {
        if (set.find(c) == std::u32string_view::npos) return false;
    }
    return !line.empty();
}

std::string_view without_closers(std::string_view line) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view w : {")", "\"", "”", "’", "》", "〉", "」", "』", "】", "]"}) {
            if (!ends_with(line, w)) continue;
            line.remove_suffix(w.size());
            again = true;
        }
    }
    return line;
}

// A key that opens a line of metadata: "来源:…", "发布日期2022-01-01". A whole sentence may begin so too; the caller
// excludes what ends as a sentence unless a colon follows the key.
bool is_metadata(std::string_view line) {
    static constexpr std::string_view keys[] = {
        "来源",     "信息来源", "文章来源", "稿件来源", "发布时间", "发布日期",  "发布机构", "发文机关", "发文机构",
        "成文日期", "生成日期", "公开日期", "公开方式", "公开属性", "公开类别",  "公开范围", "索引号",   "信息索引号",
        "文件编号", "发文字号", "文号",     "主题词",   "主题分类", "组配分类",  "效力状况", "有效性",   "时效性",
        "内容概述", "信息名称", "附件下载", "抄送",     "分送",     "责任编辑",  "编辑",     "作者",     "审核人",
        "阅读次数", "浏览次数", "浏览量",   "点击数",   "访问量",   "文字大小",  "字体",     "字号",     "字体大小",
        "当前位置", "您的位置", "所在位置", "上一篇",   "下一篇",   "相关链接",  "相关文档", "关联稿件", "分享到",
        "关键词",   "主办单位", "承办单位", "版权所有", "联系电话", "网站标识码"};
    for (const std::string_view key : keys) {
        if (line.substr(0, key.size()) != key) continue;
        const std::string_view rest = line.substr(key.size());
        if (rest.substr(0, 1) == ":" || (length(line) <= 60 && !ends_with(line, "。"))) return true;
    }
    return false;
}

}  // namespace

bool is_page_number(std::string_view line) {
    if (made_of(line, U"-~·0123456789/") && length(line) <= 9)
        return contains_any(line, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"});
    return made_of(line, U"第共页0123456789一二三四五六七八九十,()/-") && starts_with_any(line, {"第", "-第", "共"}) &&
           contains(line, "页");
}

bool is_clutter(std::string_view line) {
    if (line.substr(0, 3) == "【") line.remove_prefix(3);
    if (line.substr(0, 1) == "[") line.remove_prefix(1);
    if (is_metadata(line)) return true;
    if (equals_any(line, {"打印",   "关闭",       "收藏",     "分享",       "收起",     "展开",     "提示",
                          "首页",   "正文",       "目录",     "大中小",     "打印关闭", "智能问答", "无障碍浏览",
                          "长者版", "微信公众号", "政务微博", "手机客户端", "网站地图", "返回",     "朗读"}))
        return true;
    const std::size_t n = length(line);
    if (n > 60 || ends_with_any(line, {"。", ";"})) return false;
    return contains_any(line, {"扫码", "扫一扫", "二维码", "分享到", "打印本", "关闭窗口", "关闭本", "返回顶部",
                               "回到顶部", "浏览次数", "网站地图", "繁体版", "无障碍", "微信公众号", "大中小", "备案号",
                               "icp备", "公网安备", "版权所有"}) ||
           (contains(line, ">") && contains(line, "首页"));
}

bool is_date(std::string_view line) {
    if (ends_with(line, "印发")) line.remove_suffix(6);
    if (ends_with(line, "发")) line.remove_suffix(3);
    return made_of(line, U"年月日0123456789〇零一二三四五六七八九十") && contains(line, "年") && ends_with(line, "日");
}

bool is_remark(std::string_view line) {
    return line.size() > 2 && line.front() == '(' && line.back() == ')' && length(line) <= 30 &&
           contains_any(line, {"此件", "此页", "无正文", "公开发布", "主动公开", "通过", "印发", "修订", "修正"});
}

bool is_signature(std::string_view line) {
    return length(line) <= 30 && !has_stop(line) && !contains(line, ":") &&
           ends_with_any(
               line, {"人民政府", "办公室", "办公厅", "委员会", "秘书科", "秘书处", "管委会", "局", "人民政府文件"});
}

bool is_finished(std::string_view line) {
    return ends_with_any(without_closers(line), {"。", ";", ":", "!", "?", ".", "…"});
}

bool has_stop(std::string_view line) { return contains_any(line, {",", "。", ";", "!", "?"}); }

bool ends_as_title(std::string_view line) {
    if (length(line) > 50 || has_stop(line)) return false;
    const std::size_t bracket = line.rfind('(');
    if (ends_with(line, ")") && bracket != std::string_view::npos && bracket > 0) line = line.substr(0, bracket);
    return ends_with_any(line, {"规则", "办法", "规定", "制度", "细则", "条例", "规程", "规范", "准则", "章程"});
}

bool ends_as_notice(std::string_view line) {
    return length(line) <= 80 && ends_with_any(line, {"的通知", "的通告", "的公告", "的决定"});
}

std::optional<std::string> document_number(std::string_view line) {
    const std::size_t none = std::string_view::npos;
    const std::size_t open = line.find("〔"), close = line.find("〕");
    if (open == none || close == none) return std::nullopt;
    const std::size_t end = line.find("号", close);
    if (end == none) return std::nullopt;
    if (close != open + 7 || end <= close + 3 || end > close + 8) return std::nullopt;
    if (!made_of(line.substr(open + 3, 4), U"0123456789")) return std::nullopt;
    std::size_t begin = open;  // the Han characters before the bracket, at most eight: 锡政办发
    for (int n = 0; n < 8 && begin >= 3; ++n, begin -= 3) {
        std::size_t at = begin - 3;
        if (!is_utf8(line.substr(at, 3)) || next_code_point(line, at) < 0x3400) break;
    }
    for (const std::string_view key : {"文件编号", "发文字号", "文号"}) {
        const std::size_t key_at = line.substr(begin, open - begin).find(key);
        if (key_at != std::string_view::npos) begin += key_at + key.size();
    }
    if (begin == open) return std::nullopt;
    return std::string(line.substr(begin, end + 3 - begin));
}

}  // namespace signroute
