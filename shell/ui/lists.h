// Many things of a kind: a tree or list with one of them chosen, a table.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shell/ui/recorder.h"
#include "shell/ui/theme.h"

struct ImDrawListSplitter;

namespace signroute::ui {

class Row;
struct TextOptions;

struct TreeItem {
    std::string_view detail{};  // small, below the label
    bool selected = false;
    Tone tone = Tone::neutral;  // its symbol stands at the right, unless neutral …
    std::string_view sign{};    // … or this in its place
    std::string_view tone_word{};
    std::string_view key{};  // where labels repeat
};
// { Tree t("事项"); if (t.branch("公文制发", open)) { if (t.leaf("以市政府名义发文", {.selected = …})) …; t.end(); } }
// Up, Down, Left, Right, Home, End and Enter work in it.
class Tree {
  public:
    explicit Tree(std::string_view label);
    ~Tree();
    Tree(const Tree&) = delete;

    bool branch(std::string_view label, bool& open);  // its things are drawn only while open; then call end()
    void end() { --level_; }
    bool leaf(std::string_view label, const TreeItem& item = {});  // true when it was chosen in this frame

  private:
    struct Stop {
        ItemId id;
        int node, level;
        bool expandable, expanded;
    };
    bool item(std::string_view label, const TreeItem& item, const bool* open);
    void move(int by);
    void keys();

    int node_;
    int level_ = 1;
    int selected_ = -1;  // index among stops_
    std::vector<Stop> stops_;
};

struct TableColumn {
    std::string_view title;
    float share = 1;     // of the width that the fixed columns leave
    float width = 0;     // fixed, design pixels
    bool right = false;  // figures
};
struct TableRow {
    std::string_view key{};  // where rows may be alike
    bool selectable = false;
    bool selected = false;
    Tone tone = Tone::neutral;  // its ground
};
// { Table t("时限", columns); t.row(); t.cell("起草"); t.cell(…); if (t.row({.selectable = true})) … }
class Table {
  public:
    Table(std::string_view label, std::span<const TableColumn> columns);
    ~Table();
    Table(const Table&) = delete;

    // Begins a row; true when it was chosen (which is known one frame after the press).
    bool row(const TableRow& options = {});
    void cell(std::string_view text, const TextOptions& options);
    void cell(std::string_view text);
    void begin_cell();  // anything may stand in it; ends with the next cell or row

  private:
    void end_cell();
    void end_row();
    void header();

    std::vector<TableColumn> columns_;
    std::vector<float> x_;  // left edges and, last, the right edge
    int node_, row_node_ = -1, cell_node_ = -1;
    std::size_t at_ = 0;
    float top_ = 0, bottom_ = 0, work_min_, work_max_;
    TableRow options_;
    ItemId row_id_ = 0;
    int rows_ = 0;
    Row* outer_row_;
    ImDrawListSplitter* splitter_;
};

}  // namespace signroute::ui
