#include "core/statute/figures.h"

#include <optional>

#include "core/base/text.h"
#include "core/statute/fold.h"
#include "core/statute/number.h"

namespace signroute {

namespace {

struct Unit {
    std::string_view word;
    std::string_view as;  // what it is reported as, "" as it is written
    bool arabic_only;     // 十分, 一时, 一点 are no measures
};

// Longest first where one begins with another.
constexpr Unit kUnits[] = {
    {"个工作日", "工作日", false},
    {"工作日", "", false},
    {"个自然日", "自然日", false},
    {"自然日", "", false},
    {"个小时", "小时", false},
    {"小时", "", false},
    {"分钟", "", false},
    {"个季度", "季度", false},
    {"季度", "", false},
    {"个星期", "星期", false},
    {"星期", "", false},
    {"个月", "月", false},
    {"个年度", "年", false},
    {"年", "", false},
    {"周", "", false},
    {"日", "", false},
    {"天", "", false},
    {"元", "", false},
    {"%", "", false},
    {"次", "", false},
    {"字", "", false},
    {"名", "", false},
    {"人", "", false},
    {"位", "", false},
    {"份", "", false},
    {"件", "", false},
    {"项", "", false},
    {"种", "", false},
    {"家", "", false},
    {"篇", "", false},
    {"页", "", false},
    {"票", "", false},
    {"倍", "", false},
    {"条", "", false},
    {"套", "", false},
    {"批", "", false},
    {"期", "", false},
    {"个", "", false},
    {"时", "", true},
    {"分", "", true},
    {"点", "", true},
    {"号", "", true},
};

// Set phrases whose numerals measure nothing, beside whatever stands in quotes.
constexpr std::string_view kNames[] = {
    "三重一大",     "四不两直", "一岗双责", "八项规定", "四个意识", "四个自信", "两个维护", "两个确立",
    "三个代表",     "四个全面", "八个本领", "五个过硬", "三个务必", "两个大局", "五位一体", "三严三实",
    "五大发展理念", "十四五",   "十三五",   "十五五",   "十八大",   "十九大",   "二十大",   "十八届",
    "十九届",       "二十届",   "一中",     "二中",     "三中",     "四中",     "五中",     "六中",
    "七中",         "三会一课", "一次性",   "一条龙",   "千家万户", "千篇一律", "三番五次"};

constexpr std::string_view kPeriodUnits[] = {"半年", "季度", "季", "年", "月", "周", "星期", "日", "天"};

std::string joined(std::string_view a, std::string_view b) {
    std::string out(a);
    out += b;
    return out;
}

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    std::vector<Figure> run() {
        while (at_ < text_.size()) {
            if (title() || quoted() || document_number() || name() || ordinal() || date() || share() || half() ||
                measure() || period() || bare())
                continue;
            previous_ = next_code_point(text_, at_);
        }
        return std::move(out_);
    }

  private:
    bool starts(std::size_t at, std::string_view word) const { return text_.compare(at, word.size(), word) == 0; }

    bool put(Figure figure, std::size_t end) {
        figure.begin = at_;
        figure.end = end;
        if (figure.unit.empty() && figure.kind != FigureKind::measure)
            figure.unit = std::string(text_.substr(at_, end - at_));
        out_.push_back(std::move(figure));
        previous_ = 0;
        at_ = end;
        return true;
    }

    bool skip(std::size_t end) {
        previous_ = 0;
        at_ = end;
        return true;
    }

    bool has_numeral(std::size_t from, std::size_t to) const {
        while (from < to) {
            const char32_t c = next_code_point(text_, from);
            if (is_number_char(c)) return true;
        }
        return false;
    }

    // 《……》: figures in a title are part of its name.
    bool title() {
        if (!starts(at_, "《")) return false;
        const std::size_t close = text_.find("》", at_);
        if (close == std::string_view::npos) return false;
        const std::size_t end = close + std::string_view("》").size();
        return has_numeral(at_, end) ? put({FigureKind::name}, end) : skip(end);
    }

    // “12345”, “三重一大”: short words in quotes.
    bool quoted() {
        if (!starts(at_, "“")) return false;
        const std::size_t close = text_.find("”", at_);
        if (close == std::string_view::npos) return false;
        const std::size_t end = close + std::string_view("”").size();
        if (length(text_.substr(at_, end - at_)) > 14) return false;
        return has_numeral(at_, end) ? put({FigureKind::name}, end) : skip(end);
    }

    // 〔2022〕10号 with the Han characters before it taken along.
    bool document_number() {
        const bool round = starts(at_, "〔");
        if (!round && !starts(at_, "[")) return false;
        const std::size_t year_at = at_ + (round ? 3 : 1);
        const std::optional<Number> year = number_at(text_, year_at);
        if (!year || !year->arabic || !starts(year->end, round ? "〕" : "]")) return false;
        std::size_t from = year->end + (round ? 3 : 1);
        if (starts(from, "第")) from += 3;
        const std::optional<Number> number = number_at(text_, from);
        if (!number || !starts(number->end, "号")) return false;
        std::size_t begin = at_;
        const std::size_t last = out_.empty() ? 0 : out_.back().end;
        for (int n = 0; n < 6 && begin >= last + 3; ++n) {
            std::size_t before = begin - 3;
            if (!is_han(next_code_point(text_, before)) || before != begin) break;
            begin -= 3;
        }
        at_ = begin;
        return put({FigureKind::document_number, number->n}, number->end + 3);
    }

    bool name() {
        for (const std::string_view known : kNames) {
            if (!starts(at_, known)) continue;
            if (known.substr(3) == "中" && !starts(at_ + known.size(), "全会") && !starts(at_ + known.size(), "、"))
                continue;
            return put({FigureKind::name}, at_ + known.size());
        }
        return false;
    }

    bool ordinal() {
        if (!starts(at_, "第")) return false;
        std::size_t from = at_ + 3;
        const bool paren = starts(from, "(");
        const std::optional<Number> number = number_at(text_, from + (paren ? 1 : 0));
        if (!number) return false;
        from = number->end + (paren && starts(number->end, ")") ? 1 : 0);
        if (starts(from, "时间")) return skip(from);  // 第一时间 is a vague word, no number
        for (const std::string_view counted :
             {"条", "款", "项", "章", "节", "次", "届", "号", "批", "期", "季度", "轮", "位", "名", "个"}) {
            if (!starts(from, counted)) continue;
            return put({FigureKind::ordinal_reference, number->n, 1, number->upto, std::string(counted)},
                       from + counted.size());
        }
        return put({FigureKind::name, number->n}, from);
    }

    // 2012年9月7日, 2023年, 3月1日; 二〇二二年 too. 三年 and 30日 are measures.
    bool date() {
        const std::optional<Number> first = number_at(text_, at_);
        if (!first || first->over != 1) return false;
        if (first->upto > 0) {
            const bool years = first->n >= 1900 && first->upto < 2200;
            return years &&
                   put({FigureKind::date, first->n, 1, first->upto}, first->end + (starts(first->end, "年") ? 3 : 0));
        }
        if (starts(first->end, "年") && first->n >= 1900 && first->n < 2200) {
            std::size_t end = first->end + 3;
            long long n = first->n;
            if (const auto day = month_and_day(end)) n = n * 10000 + *day;
            return put({FigureKind::date, n}, end);
        }
        std::size_t end = at_;
        const auto day = month_and_day(end);
        return day && put({FigureKind::date, *day}, end);
    }

    std::optional<long long> month_and_day(std::size_t& at) const {
        const std::optional<Number> month = number_at(text_, at);
        if (!month || month->n < 1 || month->n > 12 || !starts(month->end, "月")) return std::nullopt;
        const std::optional<Number> day = number_at(text_, month->end + 3);
        if (!day || day->n < 1 || day->n > 31 || !(starts(day->end, "日") || starts(day->end, "号")))
            return std::nullopt;
        at = day->end + 3;
        return month->n * 100 + day->n;
    }

    // 三分之二; 百分之二十 as 20%.
    bool share() {
        const std::optional<Number> whole = number_at(text_, at_);
        if (whole && whole->arabic && starts(whole->end, "/")) {
            const std::optional<Number> below = number_at(text_, whole->end + 1);
            return below && below->arabic && below->n > 0 &&
                   put({FigureKind::measure, whole->n, below->n, 0, "分之"}, below->end);
        }
        if (!whole || !starts(whole->end, "分之")) return false;
        const std::optional<Number> part = number_at(text_, whole->end + 6);
        if (!part || whole->n <= 0) return false;
        if (whole->n == 100) return put({FigureKind::measure, part->n, part->over, part->upto, "%"}, part->end);
        return put({FigureKind::measure, part->n, whole->n, 0, "分之"}, part->end);
    }

    // 半数, 过半数, 半年, 半个月, 一半; 每半年.
    bool half() {
        std::size_t from = at_;
        const bool every = starts(from, "每");
        if (every) from += 3;
        if (starts(from, "一半") && !starts(from + 6, "年")) return put({FigureKind::measure, 1, 2, 0, "数"}, from + 6);
        if (!starts(from, "半")) return false;
        from += 3;
        if (starts(from, "个")) from += 3;
        for (const std::string_view unit : {"数", "年", "月", "天", "日", "小时"}) {
            if (starts(from, unit)) {
                return put({FigureKind::measure, 1, 2, 0, joined(every ? "每" : "", unit)}, from + unit.size());
            }
        }
        return previous_ == U'过' && put({FigureKind::measure, 1, 2, 0, "数"}, at_ + 3);
    }

    const Unit* unit_at(std::size_t at, bool arabic) const {
        for (const Unit& u : kUnits) {
            if (starts(at, u.word) && (arabic || !u.arabic_only)) return &u;
        }
        return nullptr;
    }

    // 统一, 唯一, 之一 …: the 一 belongs to the word before it.
    bool belongs_before(const Number& number) const {
        constexpr std::u32string_view words = U"统唯专同单划归之不合逐任万均";
        return !number.arabic && number.n == 1 && words.find(previous_) != std::u32string_view::npos;
    }

    bool measure() {
        const bool every = starts(at_, "每");
        const std::optional<Number> number = number_at(text_, at_ + (every ? 3 : 0));
        if (!number) return one_matter();
        if (number->n < 0 || belongs_before(*number)) return skip(number->end);
        std::size_t from = number->end;
        for (const std::string_view about : {"余", "多", "来"}) {
            if (starts(from, about)) from += about.size();
        }
        if (month_named(*number, from)) return put({FigureKind::date, number->n, 1, number->upto}, from + 3);
        const Unit* unit = starts(from, "月") ? &kMonth : unit_at(from, number->arabic);
        if (!unit) return one_matter();
        Figure out{FigureKind::measure, number->n, number->over, number->upto};
        out.unit = joined(every ? "每" : "", unit->as.empty() ? unit->word : unit->as);
        out.indefinite = !number->arabic && number->n == 1 && is_classifier(unit->word);
        return put(std::move(out), from + unit->word.size());
    }

    static bool is_classifier(std::string_view unit) {
        for (const std::string_view w : {"个", "位", "名", "项", "种", "件", "家", "条", "套", "批"}) {
            if (unit == w) return true;
        }
        return false;
    }

    // 3月 is March, 三月内 three months.
    bool month_named(const Number& number, std::size_t from) const {
        if (!starts(from, "月") || number.n < 1 || number.n > 12) return false;
        return !starts(from + 3, "内") && !starts(from + 3, "以内");
    }

    // 一文一事, 一事一文: one matter to one document.
    bool one_matter() {
        for (const std::string_view phrase : {"一文一事", "一事一文", "一事一报"}) {
            if (starts(at_, phrase)) return put({FigureKind::measure, 1, 1, 0, "事"}, at_ + phrase.size());
        }
        return false;
    }

    // 每月, 每周, 每年 without a number.
    bool period() {
        if (!starts(at_, "每")) return false;
        for (const std::string_view unit : kPeriodUnits) {
            if (starts(at_ + 3, unit))
                return put({FigureKind::measure, 1, 1, 0, joined("每", unit)}, at_ + 3 + unit.size());
        }
        return false;
    }

    // A number with no unit: an Arabic one is reported, a Chinese one is part of some word.
    bool bare() {
        const std::optional<Number> number = number_at(text_, at_);
        if (!number) return false;
        const bool opens_item = starts(number->end, ".") || starts(number->end, ")");
        if (!number->arabic || opens_item) return skip(number->end);
        return put({FigureKind::name, number->n}, number->end);
    }

    static constexpr Unit kMonth{"月", "", false};

    std::string_view text_;
    std::size_t at_ = 0;
    char32_t previous_ = 0;
    std::vector<Figure> out_;
};

}  // namespace

std::vector<Figure> figures_in(std::string_view folded) { return Scanner(folded).run(); }

}  // namespace signroute
