// The exam as a word: "e1.", the fields in base64url, ".", eight hexadecimal digits over the fields.
#include <algorithm>
#include <array>
#include <charconv>

#include "core/base/text.h"
#include "core/quiz/draw.h"
#include "core/quiz/random.h"
#include "core/training/exam.h"

namespace signroute::training {

namespace {

constexpr std::string_view kVersion = "e1";
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
enum Field { title_field, packs_field, topics_field, matters_field, kinds_field, n_field, seed_field, minutes_field, pass_field, print_field, fields };
using Fields = std::array<std::string, fields>;

std::string hex(std::uint64_t n, int digits) {
    std::string out(static_cast<std::size_t>(digits), '0');
    for (std::size_t i = out.size(); i-- > 0; n >>= 4) out[i] = "0123456789abcdef"[n & 15];
    return out;
}

std::string check_of(std::string_view text) {
    const std::uint64_t h = quiz::hash_of(text);
    return hex(h ^ (h >> 32), 8);
}

std::string base64url(std::string_view bytes) {
    std::string out;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : bytes) {
        held = (held << 8) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6) out += kLetters[(held >> (bits - 6)) & 63];
    }
    if (bits > 0) out += kLetters[(held << (6 - bits)) & 63];
    return out;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string out;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : text) {
        const std::size_t at = kLetters.find(c);
        if (at == kLetters.npos) return std::nullopt;
        held = (held << 6) | static_cast<std::uint32_t>(at);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        out += static_cast<char>((held >> bits) & 255);
    }
    return out;
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t to = std::min(text.find(at), text.size());
        out.emplace_back(text.substr(0, to));
        text.remove_prefix(std::min(to + 1, text.size()));
    }
    return out;
}

std::string joined(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& one : list) out += (out.empty() ? "" : "+") + one;
    return out;
}

template <class N>
bool read_number(const std::string& text, int base, N& out) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out, base);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

Error bad(std::string_view pointer, const char* code, const char* message) { return {code, std::string(pointer), message}; }

Result<ExamSpec> spec_of(const Fields& f, std::string_view pointer) {
    ExamSpec out;
    out.title = f[title_field];
    out.packs = split(f[packs_field], '+');
    out.topics = split(f[topics_field], '+');
    out.matters = split(f[matters_field], '+');
    out.fingerprint = f[print_field];
    std::uint64_t kinds = 0;
    const bool read = read_number(f[kinds_field], 16, kinds) && read_number(f[n_field], 10, out.n) && read_number(f[seed_field], 16, out.seed) &&
                      read_number(f[minutes_field], 10, out.minutes) && read_number(f[pass_field], 10, out.pass_mark);
    if (!read) return bad(pointer, "bad_link", "考试链接中的数字无法识别。");
    if (kinds >> quiz::kKinds) return bad(pointer, "unknown_kind", "考试链接中有本程序没有的题型，请使用新版本打开。");
    for (int k = 0; k < quiz::kKinds; ++k) {
        if (kinds >> k & 1) out.kinds.push_back(static_cast<quiz::Kind>(k));
    }
    return out;
}

}  // namespace

std::string exam_to_link(const ExamSpec& spec) {
    std::uint64_t kinds = 0;
    for (const quiz::Kind k : spec.kinds) kinds |= std::uint64_t{1} << static_cast<int>(k);
    const Fields f = {spec.title, joined(spec.packs), joined(spec.topics), joined(spec.matters), hex(kinds, 4), std::to_string(spec.n), hex(spec.seed, 14),
                      std::to_string(spec.minutes), std::to_string(spec.pass_mark), spec.fingerprint};
    std::string text;
    for (std::size_t i = 0; i < f.size(); ++i) text += (i ? "\n" : "") + f[i];
    return std::string(kVersion) + "." + base64url(text) + "." + check_of(text);
}

Result<ExamSpec> exam_from_link(std::string_view link, std::string_view pointer) {
    const std::string whole = trim(link);
    std::string_view text = whole;
    for (const std::string_view mark : {"#", "exam="}) {
        const std::size_t at = text.rfind(mark);
        if (at != text.npos) text.remove_prefix(at + mark.size());
    }
    text = text.substr(0, text.find_first_not_of(std::string(kLetters) + "."));
    const std::size_t first = text.find('.'), last = text.rfind('.');
    if (first == text.npos || text.empty() || text[0] != 'e') return bad(pointer, "bad_link", "这不是考试链接。");
    if (text.substr(0, first) != kVersion) return bad(pointer, "unknown_version", "考试链接的版本本程序不认识，请使用新版本打开。");
    const auto body = from_base64url(last > first ? text.substr(first + 1, last - first - 1) : text.substr(first + 1));
    if (last == first || !body || text.substr(last + 1) != check_of(*body) || !is_utf8(*body))
        return bad(pointer, "damaged_link", "考试链接不完整或者被改动，请向出卷人重新索取。");
    const auto lines = split(*body + "\n", '\n');
    Fields f;
    if (lines.size() != f.size()) return bad(pointer, "bad_link", "考试链接的内容不齐全。");
    std::move(lines.begin(), lines.end(), f.begin());
    const auto spec = spec_of(f, pointer);
    if (!spec) return spec.error();
    if (const auto wrong = out_of_bounds(*spec, std::string(pointer))) return *wrong;
    return in_order(*spec);
}

std::string exam_code(const ExamSpec& spec) { return check_of(exam_to_link(spec)); }

}  // namespace signroute::training
