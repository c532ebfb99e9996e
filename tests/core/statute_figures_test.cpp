#include <doctest/doctest.h>

#include <optional>

#include "core/base/text.h"
#include "core/statute/figures.h"
#include "core/statute/number.h"
#include "core/statute/statute.h"
#include "tests/core/statute_cases.h"

using namespace signroute;

namespace {

const char* kind_name(FigureKind kind) {
    switch (kind) {
        case FigureKind::measure:
            return "";
        case FigureKind::date:
            return "date ";
        case FigureKind::ordinal_reference:
            return "ordinal ";
        case FigureKind::document_number:
            return "document ";
        case FigureKind::name:
            return "name ";
    }
    return "?";
}

// One line a figure: kind, value, unit.
std::string figure_words(std::string_view text) {
    std::string out;
    for (const Figure& f : figures_in(fold(text))) {
        if (!out.empty()) out += "; ";
        out += kind_name(f.kind) + std::to_string(f.n);
        if (f.over != 1) out.append("/").append(std::to_string(f.over));
        if (f.upto != 0) out.append("..").append(std::to_string(f.upto));
        out += " ";
        out += f.unit;
        if (f.indefinite) out += "?";
    }
    return out;
}

std::string in_article(const Statute& s, int article) {
    std::string out;
    for (const SentencePlace& p : sentences(s)) {
        if (p.clause.article != article || p.clause.doc != "doc1") continue;
        const std::string found = figure_words(normal_form(s, p.span).text);
        if (!out.empty() && !found.empty()) out += "; ";
        out += found;
    }
    return out;
}

}  // namespace

TEST_CASE("a figure is its number and its unit, in Arabic or in Chinese") {
    CHECK(figure_words("在7个工作日内办结") == "7 工作日");
    CHECK(figure_words("在１０ 个工作日内") == "10 工作日");
    CHECK(figure_words("不超过5000字，或者3,500字") == "5000 字; 3500 字");
    CHECK(figure_words("十五日内、三日内、十日") == "15 日; 3 日; 10 日");
    CHECK(figure_words("两个以上单位") == "2 个");
    CHECK(figure_words("两个月安排一次") == "2 月; 1 次");
    CHECK(figure_words("一式三份") == "3 份");
    CHECK(figure_words("1.5万元以上") == "15000 元");
    CHECK(figure_words("二百五十万元") == "2500000 元");
    CHECK(figure_words("3个小时30分钟") == "3 小时; 30 分钟");
    CHECK(figure_words("每月15号之前") == "1 每月; 15 号");
    CHECK(figure_words("三月内答复") == "3 月");
}

TEST_CASE("shares, halves, ranges and periods are figures") {
    CHECK(figure_words("三分之二以上同意") == "2/3 分之");
    CHECK(figure_words("2/3以上") == "2/3 分之");
    CHECK(figure_words("占百分之二十，即20%") == "20 %; 20 %");
    CHECK(figure_words("超过应到人数的半数") == "1/2 数");
    CHECK(figure_words("须过半通过") == "1/2 数");
    CHECK(figure_words("每半年召开1次") == "1/2 每年; 1 次");
    CHECK(figure_words("每月召开1—2次") == "1 每月; 1..2 次");
    CHECK(figure_words("各2至3名") == "2..3 名");
    CHECK(figure_words("三至五日") == "3..5 日");
    CHECK(figure_words("两三天") == "2..3 天");
    CHECK(figure_words("每2个月开1次") == "2 每月; 1 次");
    CHECK(figure_words("每季度、每周") == "1 每季度; 1 每周");
}

TEST_CASE("一 with a classifier may be no more than an article, and is marked so") {
    CHECK(figure_words("由一个部门牵头，一位副职负责") == "1 个?; 1 位?");
    CHECK(figure_words("每周一次") == "1 每周; 1 次");
    CHECK(figure_words("一文一事") == "1 事");
}

TEST_CASE("dates, references and document numbers are told from measures") {
    CHECK(figure_words("2012年9月7日印发") == "date 20120907 2012年9月7日");
    CHECK(figure_words("二○一二年九月七日") == "date 20120907 二〇一二年九月七日");
    CHECK(figure_words("自3月1日起，2015—2020年") == "date 301 3月1日; date 2015..2020 2015-2020年");
    CHECK(figure_words("每年3月前") == "1 每年; date 3 3月");
    CHECK(figure_words("依照第五十条第二款第（三）项") == "ordinal 50 条; ordinal 2 款; ordinal 3 项");
    CHECK(figure_words("第6次常务会议") == "ordinal 6 次");
    CHECK(figure_words("（某政发〔2022〕10号）") == "document 10 某政发〔2022〕10号");
}

TEST_CASE("names with numerals in them measure nothing, and are reported as names") {
    CHECK(figure_words("贯彻十九大和十九届六中全会") == "name 0 十九大; name 0 十九届; name 0 六中");
    CHECK(figure_words("“12345”热线、“三重一大”事项") == "name 0 “12345”; name 0 “三重一大”");
    CHECK(figure_words("八项规定及四不两直") == "name 0 八项规定; name 0 四不两直");
    CHECK(figure_words("《某办法（2021—2025年）》") == "name 0 《某办法(2021-2025年)》");
    CHECK(figure_words("拨打96888") == "name 96888 96888");
}

TEST_CASE("words with a numeral in them are no figures") {
    for (const char* text : {"一般不再进一步统一安排", "一律一致，一旦一经发现", "统一项目、唯一名额、之一",
                             "十分重要，万一不成", "第一时间报告", "千方百计", "五、会议", "（三）讨论", "1. 承办",
                             "多个部门、若干份", "同意、专一、四川、三亚", "《三国》以外的"}) {
        CAPTURE(text);
        const std::string found = figure_words(text);
        CHECK((found.empty() || found == "name 0 《三国》"));
    }
}

TEST_CASE("a figure knows where it stands") {
    const std::string text = fold("应在 7 个工作日内");
    const std::vector<Figure> found = figures_in(text);
    REQUIRE(found.size() == 1);
    CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "7个工作日");
}

TEST_CASE("every number from 1 to 9999 is read in both scripts, alone and as the end of a range") {
    for (int n = 1; n <= 9999; ++n) {
        const auto arabic = number_at(std::to_string(n) + "日", 0), chinese = number_at(chinese_number(n) + "日", 0);
        REQUIRE((arabic && chinese));
        REQUIRE(arabic->n == n);
        REQUIRE(chinese->n == n);
        const auto range = number_at(std::to_string(n) + "-" + std::to_string(n + 1) + "日", 0);
        REQUIRE((range && range->n == n && range->upto == n + 1));
    }
    CHECK_FALSE(number_at("日", 0));
    CHECK(number_at("99999999999999999999日", 0)->n == 0);
}

TEST_CASE("the figures of the official texts, read in them by eye") {
    const auto read = [](const char* name) -> std::optional<Statute> {
        const std::string text = official_text(name);
        if (text.empty()) {
            MESSAGE("skipped: " << name << " is not at hand (set SEEDS_DIR)");
            return std::nullopt;
        }
        Result<Statute> s = read_statute(text);
        REQUIRE(s);
        return *std::move(s);
    };
    if (const auto s = read("000_5e77e75344fe8c7c.txt")) {
        CHECK(in_article(*s, 38) == "1 每月; 1..2 次");
        CHECK(in_article(*s, 53) == "7 工作日; 7 工作日; 10 工作日; 30 工作日");
    }
    if (const auto s = read("001_8f7be185268f82c9.txt")) {
        CHECK(in_article(*s, 19) == "15 日; 2 个");
        CHECK(in_article(*s, 41) == "1 每月; 1 次; 2..3 名; 3 份; 1 每月; 15 号; 15 号");
        CHECK(in_article(*s, 42) == "1 每周; 1 次");
        CHECK(in_article(*s, 44) == "1 每年; 1 次");
        CHECK(in_article(*s, 63) == "date 20120907 2012年9月7日; document 121 溧政发〔2012〕121号");
    }
    if (const auto s = read("002_0f434f7dd5ef12f9.txt")) {
        CHECK(in_article(*s, 35) == "name 0 “12345”");
        CHECK(in_article(*s, 39) == "1/2 每年; 1 次");
        CHECK(in_article(*s, 40) == "1/2 数; 1 每月; 2 次");
        CHECK(in_article(*s, 51) == "5000 字; 3500 字");
        CHECK(in_article(*s, 53) == "7 工作日; 7 工作日; 10 工作日; 15 工作日; 7 工作日");
        CHECK(in_article(*s, 61).empty());
    }
    if (const auto s = read("003_1183c3d82349a2a9.txt")) {
        CHECK(in_article(*s, 20) == "1 每月; 2..3 次");
        CHECK(in_article(*s, 22) == "2 天; 5 工作日");
        CHECK(in_article(*s, 26) == "2 月; 1 次");
        CHECK(in_article(*s, 34) == "1 种");
    }
    if (const auto s = read("004_bdb69ba6f3de2813.txt")) {
        CHECK(in_article(*s, 47) == "10 日");
        CHECK(in_article(*s, 54) == "6 工作日; 6 工作日; 9 工作日; 20 工作日");
        CHECK(in_article(*s, 57) == "1 天");
    }
}
