#include "core/contract/document_out.h"

#include "core/base/text.h"
#include "core/json/json_in.h"

namespace signroute {

namespace {

constexpr std::size_t kLongestTitle = 60;  // characters of it in a file name

std::string file_name(const std::string& title, const char* otherwise, const char* suffix) {
    std::string out;
    std::size_t n = 0;
    for (std::size_t at = 0; at < title.size() && n < kLongestTitle; ++n) {
        const char32_t c = next_code_point(title, at);
        const bool barred = c < 0x20 || c == 0x7f || (c < 0x80 && std::string_view("\\/:*?\"<>|").find(static_cast<char>(c)) != std::string_view::npos);
        append_utf8(out, barred ? U'_' : c);
    }
    return (trim(out).empty() ? otherwise : trim(out)) + suffix;
}

}  // namespace

Reply document_reply(const DocumentKind& kind, const std::string& title, const char* otherwise, std::string text) {
    return {write_json({{"format", kind.format}, {"name", file_name(title, otherwise, kind.suffix)}, {"type", kind.type}, {"text", text}}), 0, std::move(text)};
}

}  // namespace signroute
