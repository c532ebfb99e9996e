#include "core/statute/fold.h"

#include "core/base/text.h"

namespace signroute {

namespace {

// U+2F00 … U+2FD5, the Kangxi radicals, as the characters that they look like (Unicode's compatibility mapping).
constexpr std::u32string_view kKangxi =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕"
    U"大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日"
    U"曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
    U"目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"
    U"衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音"
    U"頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
static_assert(kKangxi.size() == 214);

bool is_white(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_letter(char32_t c) { return c >= 'a' && c <= 'z'; }

bool is_doubled_mark(char32_t c) { return c == U'。' || c == U'、' || c == ',' || c == ';' || c == ':'; }

// Words that are rightly written twice: 人人, 天天 …; and numerals.
bool may_repeat(char32_t c) {
    constexpr std::u32string_view kept = U"人天种层时处清规矩步个家事一二三四五六七八九十百千";
    return !is_han(c) || kept.find(c) != std::u32string_view::npos;
}

char32_t one_quote(char32_t c) {
    if (c == U'“' || c == U'”' || c == U'「' || c == U'」' || c == U'『' || c == U'』') return '"';
    return c == U'‘' || c == U'’' ? U'\'' : c;
}

class Folder {
  public:
    Folder(std::string_view text, FoldFor purpose) : text_(text), purpose_(purpose) {}

    void add(Span piece) {
        bool first = last_ != 0;
        for (std::size_t at = piece.begin; at < piece.end && at < text_.size();) {
            const std::size_t begin = at;
            char32_t c = fold_char(next_code_point(text_, at));
            if (c == ' ') gap_ = true;
            if (c == 0 || c == ' ') continue;
            if (purpose_ == FoldFor::search) c = one_quote(c);
            if (!(first && c == last_ && !may_repeat(c)) && !(c == last_ && is_doubled_mark(c))) put(c, {begin, at});
            first = false;
        }
        gap_ = true;
    }

    Folded take() { return std::move(out_); }

  private:
    void put(char32_t c, Span from) {
        // A space is kept only where two Latin words would run together.
        if (gap_ && is_letter(last_) && is_letter(c)) append(' ', {from.begin, from.begin});
        gap_ = false;
        append(c, from);
        last_ = c;
    }

    void append(char32_t c, Span from) {
        append_utf8(out_.text, c);
        out_.from.resize(out_.text.size(), from);
    }

    std::string_view text_;
    FoldFor purpose_;
    Folded out_;
    char32_t last_ = 0;
    bool gap_ = false;
};

}  // namespace

bool is_han(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007; }

char32_t fold_char(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c < 0x80 && c != 0) return is_white(c) ? U' ' : c;
    if (is_white(c)) return ' ';
    if (c == 0 || c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF) return 0;
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500) return '-';
    if (c >= 0x2F00 && c <= 0x2FD5) return kKangxi[c - 0x2F00];
    switch (c) {
        case 0x301C:
            return '~';
        case 0x25CB:
            return 0x3007;  // ○ written for 〇
        case 0xFF61:
            return U'。';
        case 0xFE5D:
            return U'〔';
        case 0xFE5E:
            return U'〕';
        case 0x2022:
        case 0x2027:
        case 0x30FB:
            return 0xB7;
        default:
            return c;
    }
}

Span Folded::original(std::size_t begin, std::size_t end) const {
    if (begin >= end || end > from.size()) return {};
    return {from[begin].begin, from[end - 1].end};
}

Folded fold(std::string_view text, const std::vector<Span>& pieces, FoldFor purpose) {
    Folder folder(text, purpose);
    for (const Span& piece : pieces) folder.add(piece);
    return folder.take();
}

std::string fold(std::string_view text) { return fold(text, {{0, text.size()}}).text; }

}  // namespace signroute
