#include "core/json/json_place.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace signroute {

namespace {

// Walks a JSON text that was found to be well formed before; stops at its end in any case.
class Walk {
  public:
    explicit Walk(std::string_view text) : text_(text) {}

    void blanks() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
    }

    bool take(char c) {
        blanks();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    // A string as it is written, without its quotes; escapes stay, which no key of ours has.
    std::string_view string() {
        if (!take('"')) return {};
        const std::size_t from = at_;
        while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
        const std::size_t end = std::min(at_, text_.size());
        at_ = std::min(end + 1, text_.size());
        return text_.substr(from, end - from);
    }

    void skip() {
        blanks();
        if (at_ >= text_.size()) return;
        const char c = text_[at_];
        if (c == '"') {
            string();
            return;
        }
        if (c != '{' && c != '[') {
            at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
            return;
        }
        int depth = 0;
        do {
            if (text_[at_] == '"') {
                string();
                continue;
            }
            depth += text_[at_] == '{' || text_[at_] == '[' ? 1 : text_[at_] == '}' || text_[at_] == ']' ? -1 : 0;
            ++at_;
        } while (depth > 0 && at_ < text_.size());
    }

    // Into the value that the key or number leads to; false, and nowhere, if there is none.
    bool enter(const std::string& part) {
        const std::size_t from = at_;
        if (take('{')) {
            while (!take('}') && at_ < text_.size()) {
                const bool here = string() == part;
                if (!take(':')) break;
                if (here) return blanks(), true;
                skip();
                take(',');
            }
        } else if (take('[')) {
            for (int i = 0; !take(']') && at_ < text_.size(); ++i) {
                if (std::to_string(i) == part) return blanks(), true;
                skip();
                take(',');
            }
        }
        at_ = from;
        return false;
    }

    int line() const { return 1 + static_cast<int>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, text_.size())), '\n')); }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::string unescaped(std::string_view part) {
    std::string out;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const bool escape = part[i] == '~' && i + 1 < part.size();
        out += !escape ? part[i] : part[++i] == '1' ? '/' : '~';
    }
    return out;
}

}  // namespace

int line_of(std::string_view json, std::string_view pointer) {
    Walk walk(json);
    walk.blanks();
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        if (!walk.enter(unescaped(pointer.substr(0, end)))) break;
        pointer.remove_prefix(end);
    }
    return walk.line();
}

}  // namespace signroute
