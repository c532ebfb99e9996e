#include "shell/ui/text.h"

#include "shell/ui/layout.h"
#include "shell/ui/parts.h"

namespace signroute::ui {
namespace {

void lay_out(std::string_view words, const TextLook& look, int max_lines, Role role, int level) {
    const Measure measure = measure_of(look);
    const float natural = width_of(words, measure);
    Row* row = kit().row;
    const bool shortens = row && max_lines == 1 && row->room() >= px(120);  // ends with … rather than on the next line
    if (row && natural > row->room() && !shortens) row->break_line();  // starts on a line of its own rather than in a corner
    const float width = shortens ? row->room() : room_left();
    std::vector<Line> lines = break_lines(words, width, measure);
    std::string last;
    if (max_lines > 0 && static_cast<int>(lines.size()) > max_lines) {
        lines.resize(static_cast<std::size_t>(max_lines));
        const char* from = lines.back().text.data();
        last = shortened({from, static_cast<std::size_t>(words.data() + words.size() - from)}, width, measure);
        lines.back().text = last;
    }
    float widest = 0;
    for (const Line& l : lines) widest = ImMax(widest, l.width);
    const ImRect box = place({widest, line_height(look) * static_cast<float>(lines.size())}, text_offset(look));
    ImGui::ItemAdd(box, 0);
    draw_lines(ImGui::GetWindowDrawList(), box.Min, lines, look);
    record_text(box, words, look.em, role, level);
}

}  // namespace

void heading(std::string_view words, int level) {
    const float sizes[] = {em::title, em::heading, em::body};
    const int i = level < 1 ? 0 : level > 3 ? 2 : level - 1;
    lay_out(words, {sizes[i], Weight::bold, palette().ink}, 0, Role::heading, level);
}

float text_width(std::string_view words, const TextOptions& o) {
    return width_of(words, measure_of({o.small ? em::small : em::body, o.bold ? Weight::bold : Weight::regular, palette().ink})) / px(1);
}

void text(std::string_view words, const TextOptions& o) {
    TextLook look{o.small ? em::small : em::body, o.bold ? Weight::bold : Weight::regular, palette().ink};
    if (o.tone != Tone::neutral) look.colour = look_of(o.tone).text;
    else if (o.second) look.colour = palette().second;
    lay_out(words, look, o.max_lines, Role::text, 0);
}

void labelled(std::string_view label, std::string_view value, float label_width) {
    const TextLook second{em::body, Weight::regular, palette().second};
    const float indent = px(label_width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImRect box(at, {at.x + indent, at.y + line_height(second)});
    draw_text(ImGui::GetWindowDrawList(), at, label, second);
    record_text(box, label, em::body);
    ImGui::Indent(indent);
    text(value);
    ImGui::Unindent(indent);
}

}  // namespace signroute::ui
