#include "core/report/route_svg.h"

#include "core/base/text.h"
#include "core/report/markup.h"
#include "core/report/route_layout.h"
#include "core/words.h"

namespace signroute {

namespace {

constexpr int kInset = 7;  // between a card's edge and its words
constexpr int kHang = 4;   // with that, room for a mark that hangs over the end of its line

// One line of a card: its class, what it says, the size of its characters and the height of its line.
struct CardLine {
    const char* look;
    std::string text;
    int size, height;
};

std::string status_words(const ReportCard& card) {
    return status_text(card.status) + (card.either ? "·" + beside_text(Beside::alternatives) : "") + (card.decides ? "·决定环节" : "");
}

std::string marks(const ReportCard& card) {
    std::string out;
    if (card.errors) out += "✕" + std::to_string(card.errors) + "处错误";
    if (card.warnings) out += (out.empty() ? "！" : "　！") + std::to_string(card.warnings) + "处提示";
    return out;
}

std::vector<CardLine> lines_of(const ReportCard& card, int width) {
    std::vector<CardLine> out;
    const auto add = [&](const char* look, const std::string& text, int size, int height) {
        for (std::string& line : wrapped(text, (width - 2 * kInset - kHang) * 10 / size)) out.push_back({look, std::move(line), size, height});
    };
    add("r", card.role, 13, 17);
    add("a", card.action, 12, 16);
    add("s", status_words(card), 10, 14);
    add("s", card.remark, 10, 14);
    add("c", card.clauses, 10, 14);
    add(card.errors ? "e" : "w", marks(card), 10, 15);
    return out;
}

int height_of(const std::vector<CardLine>& lines) {
    int h = kInset + kInset / 2;
    for (const CardLine& l : lines) h += l.height;
    return h;
}

const char* look_of(StepStatus status) {
    switch (status) {
        case StepStatus::required: return "must";
        case StepStatus::if_needed: return "need";
        case StepStatus::permitted: return "may";
        case StepStatus::judgement:
        case StepStatus::unknown: return "open";
        case StepStatus::not_required: return "not";
    }
    return "must";
}

std::string digits(int n) { return std::to_string(n); }

std::string rect(const PrintBox& b, const std::string& look) {
    return "<rect class=\"" + look + "\" x=\"" + digits(b.x) + "\" y=\"" + digits(b.y) + "\" width=\"" + digits(b.w) + "\" height=\"" + digits(b.h) + "\" rx=\"4\"/>";
}

std::string text_at(int x, int y, const std::string& look, const std::string& words) {
    return "<text class=\"" + look + "\" x=\"" + digits(x) + "\" y=\"" + digits(y) + "\">" + escaped(words) + "</text>";
}

std::string drawn(const ReportCard& card, const std::vector<CardLine>& lines, const PrintBox& box) {
    std::string out = "<g>" + rect(box, std::string(look_of(card.status)) + (card.decides ? " end" : ""));
    int y = box.y + kInset / 2;
    for (const CardLine& l : lines) {
        y += l.height;
        out += text_at(box.x + kInset, y - (l.height - l.size) / 2 - 1, l.look, l.text);
    }
    return out + "</g>\n";
}

// The line, and a small arrow head where it ends.
std::string drawn(const std::vector<PrintPoint>& line) {
    std::string out = "<path class=\"line\" d=\"M";
    for (std::size_t i = 0; i < line.size(); ++i) out += (i ? " L" : "") + digits(line[i].x) + " " + digits(line[i].y);
    const PrintPoint tip = line.back();
    return out + "\"/><path class=\"tip\" d=\"M" + digits(tip.x) + " " + digits(tip.y) + " l-7 -4 v8 z\"/>\n";
}

bool closes(char32_t c) { return std::u32string_view(U"，。、；：？！）」』》〉”’】").find(c) != std::u32string_view::npos; }
bool opens(char32_t c) { return std::u32string_view(U"（「『《〈“‘【").find(c) != std::u32string_view::npos; }

}  // namespace

std::vector<std::string> wrapped(const std::string& text, int width) {
    std::vector<std::string> out;
    std::string line;
    int used = 0;
    for (const char32_t c : code_points(text)) {
        const int w = c < 0x2000 ? 6 : 10, needed = opens(c) ? w + 10 : w;  // what opens stays with what comes next
        if (used + needed > width && !line.empty() && !closes(c)) {
            out.push_back(std::move(line));
            line.clear();
            used = 0;
        }
        append_utf8(line, c);
        used += w;
    }
    if (!line.empty()) out.push_back(std::move(line));
    return out;
}

std::string route_svg(const ReportPicture& picture, const std::string& label) {
    if (picture.stages.empty()) return "";
    PrintLayout layout = print_grid(picture);
    std::vector<std::vector<std::vector<CardLine>>> lines;
    std::vector<std::vector<int>> heights;
    for (const ReportStage& stage : picture.stages) {
        lines.emplace_back();
        heights.emplace_back();
        for (const ReportCard& card : stage.cards) {
            lines.back().push_back(lines_of(card, layout.card_width));
            heights.back().push_back(height_of(lines.back().back()));
        }
    }
    lay_out(picture, heights, layout);
    const std::string w = digits(layout.width), h = digits(layout.height);
    std::string out = "<svg class=\"route\" role=\"img\" aria-label=\"" + escaped(label) + "\" width=\"" + w + "\" height=\"" + h + "\" viewBox=\"0 0 " + w + " " + h + "\">\n";
    for (std::size_t s = 0; s < picture.stages.size(); ++s) {
        const PrintBox& frame = layout.frames[s];
        if (frame.w) out += rect(frame, "frame") + text_at(frame.x + frame.w / 2, frame.y + 13, "f", beside_text(picture.stages[s].beside)) + "\n";
    }
    for (const auto& line : layout.lines) out += drawn(line);
    for (std::size_t s = 0; s < picture.stages.size(); ++s) {
        for (std::size_t c = 0; c < picture.stages[s].cards.size(); ++c)
            out += drawn(picture.stages[s].cards[c], lines[s][c], layout.cards[s][c]);
    }
    return out + "</svg>\n";
}

}  // namespace signroute
