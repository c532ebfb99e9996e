// The figures in a clause: how many, how long, how often, what share. An audit holds each against what a pack says.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signroute {

enum class FigureKind {
    measure,            // 7个工作日, 半数, 三分之二, 每半年, 1-2次, 5000字, 20%
    date,               // 2012年9月7日, 2023年, 3月1日
    ordinal_reference,  // 第五十条, 第二次
    document_number,    // 锡政发〔2022〕10号
    name,  // 十九大, 八项规定, “12345”, and bare numbers: nothing to measure, an audit asks for a reason
};

struct Figure {
    FigureKind kind = FigureKind::measure;
    // The value is n / over; with `upto` > 0 it is a range from n to upto. Dates: n is yyyymmdd, mmdd, yyyy or the
    // month alone.
    // document_number: the number before 号. 0 where there is none.
    long long n = 0;
    long long over = 1;
    long long upto = 0;
    // measure: the unit without 个 (工作日, 日, 天, 月, 年, 次, 字, 名, 数 for 半数, % …), "每" before it for a period
    // (每月, 每2个月); 个 where it counts things. ordinal_reference: what is counted (条, 款, 次). Else the words.
    std::string unit;
    // 一 with a classifier of things (一个部门, 一位副市长): often no more than the article "a".
    bool indefinite = false;
    std::size_t begin = 0, end = 0;  // bytes in the folded text
};

// In the order of the text (folded, FoldFor::reading). The numbers of items ("五、", "（三）", "1.") are no figures.
std::vector<Figure> figures_in(std::string_view folded);

}  // namespace signroute
