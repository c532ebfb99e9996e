// What the kit drew in this frame, as a tree of roles, names, values, states and boxes: the mirror that screen readers,
// the keyboard and tests use is made of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiLastItemData;
struct ImRect;

namespace signroute::ui {

using ItemId = std::uint32_t;

// ARIA roles; `text` is plain text.
enum class Role : unsigned char {
    text,
    heading,
    paragraph_list,
    list_item,
    region,
    navigation,
    banner,
    main,
    group,
    note,
    status,
    button,
    link,
    checkbox,
    radio,
    radiogroup,
    textbox,
    searchbox,
    combobox,
    listbox,
    option,
    tab,
    tablist,
    tabpanel,
    table,
    row,
    columnheader,
    cell,
    grid,
    gridcell,
    tree,
    treeitem,
    dialog,
    figure,
};
std::string_view aria_name(Role role);

enum State : std::uint32_t {
    checkable = 1u << 0,
    checked = 1u << 1,
    selected = 1u << 2,
    disabled = 1u << 3,
    clipped = 1u << 4,  // wholly outside of what is shown of its area
    expandable = 1u << 5,
    expanded = 1u << 6,
    invalid = 1u << 7,
    required = 1u << 8,
    multiline = 1u << 9,
    modal = 1u << 10,     // a dialog that the rest of the page waits for
    floating = 1u << 11,  // drawn over what stands before and after it
    hit = 1u << 12,       // reacts to the pointer
    tabbable = 1u << 13,  // a stop for the Tab key
    inert = 1u << 14,     // a dialog is open in front
    current = 1u << 15,   // the place where the user is, in navigation
    numeric = 1u << 16,   // a field for figures
    editable = 1u << 17,  // text can be entered
};

struct Box {
    float x = 0, y = 0, w = 0, h = 0;
    bool operator==(const Box&) const = default;
};

struct Node {
    ItemId id = 0;
    int parent = -1;  // index of the node that contains it
    Role role = Role::text;
    std::uint32_t states = 0;
    Box box;            // on the page, CSS pixels; for what is clipped, where it would be
    std::string label;  // the accessible name
    std::string value;  // of a field
    std::string description;
    int level = 0;                                                   // of a heading or tree item, from 1
    float em = 0;                                                    // size of the text
    float scroll_x = 0, scroll_y = 0, content_w = 0, content_h = 0;  // of a scroll area: content_h > 0

    bool is(State s) const { return (states & s) != 0; }
};

class Recorder {
  public:
    void begin_frame();
    // True if the tree differs from that of the frame before.
    bool end_frame();

    // Containers nest; what is added between open and close lies inside. Returns the node's index.
    int open(Node node);
    // Its box, if it was given none, becomes the union of what it contains.
    void close(int index);
    int add(Node node);
    // The innermost open container becomes that of the page (for what floats) until `leave_page_level`.
    std::vector<int> enter_page_level();
    void leave_page_level(std::vector<int> outer) { open_ = std::move(outer); }

    Node& at(int index) { return nodes_[static_cast<std::size_t>(index)]; }
    std::span<const Node> nodes() const { return nodes_; }
    const Node* find(ItemId id) const;

    // Items with an id that ImGui saw and nobody described: invisible to screen readers, so a mistake in a view.
    std::vector<ItemId> undescribed() const;
    void item_seen(ItemId id) { seen_.push_back(id); }
    // `id` needs no description: a window, a scroll bar.
    void accept(ItemId id) { accepted_.push_back(id); }

  private:
    ItemId id_for(const Node& node) const;
    std::size_t slot_of(ItemId id) const;
    void index_last();

    std::vector<Node> nodes_;
    std::vector<int> slots_;  // open addressing over ids: index + 1, 0 empty; a power of two in size
    std::vector<int> open_;
    std::vector<ItemId> seen_, accepted_;
    std::uint64_t hash_ = 0;
};

// The tree as JSON for the mirror: [[id, parent id, role, states, x, y, w, h, label, value, description, level, em,
// scroll_x, scroll_y, content_w, content_h], …]; x and y are from the containing node's content.
std::string mirror_json(std::span<const Node> nodes);
void append_json_string(std::string& out, std::string_view text);

}  // namespace signroute::ui
