#include "shell/ui/recorder.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"
#include "shell/ui/kit.h"

namespace signroute::ui {
namespace {

constexpr std::string_view kNames[] = {
    "",         "heading", "list",     "listitem", "region",   "navigation", "banner",     "main",    "group",
    "note",     "status",  "button",   "link",     "checkbox", "radio",      "radiogroup", "textbox", "searchbox",
    "combobox", "listbox", "option",   "tab",      "tablist",  "tabpanel",   "table",      "row",     "columnheader",
    "cell",     "grid",    "gridcell", "tree",     "treeitem", "dialog",     "figure",
};

// FNV-1a, 64 bits.
struct Hash {
    std::uint64_t value = 1469598103934665603ull;
    void bytes(const void* data, std::size_t n) {
        const auto* p = static_cast<const unsigned char*>(data);
        for (std::size_t i = 0; i < n; ++i) value = (value ^ p[i]) * 1099511628211ull;
    }
    void text(std::string_view s) {
        bytes(s.data(), s.size());
        number(s.size());
    }
    template <class T>
    void number(T n) {
        bytes(&n, sizeof n);
    }
};

void hash_node(Hash& h, const Node& n) {
    h.number(n.id);
    h.number(n.parent);
    h.number(n.role);
    h.number(n.states);
    for (float f : {n.box.x, n.box.y, n.box.w, n.box.h, n.em, n.scroll_x, n.scroll_y, n.content_w, n.content_h})
        h.number(f);
    h.number(n.level);
    h.text(n.label);
    h.text(n.value);
    h.text(n.description);
}

}  // namespace

std::string_view aria_name(Role role) { return kNames[static_cast<int>(role)]; }

void Recorder::begin_frame() {
    nodes_.clear();
    std::fill(slots_.begin(), slots_.end(), 0);
    open_.clear();
    seen_.clear();
    accepted_.clear();
}

bool Recorder::end_frame() {
    Hash h;
    for (const Node& n : nodes_) hash_node(h, n);
    return std::exchange(hash_, h.value) != h.value;
}

// Plain text has no id in ImGui: its container, role and words make one; a repetition takes the next.
ItemId Recorder::id_for(const Node& node) const {
    Hash h;
    h.number(node.parent < 0 ? 0 : nodes_[static_cast<std::size_t>(node.parent)].id);
    h.number(node.role);
    h.text(node.label);
    auto id = static_cast<ItemId>(h.value ^ (h.value >> 32));
    while (id == 0 || find(id)) id = id * 1664525u + 1013904223u;
    return id;
}

int Recorder::add(Node node) {
    node.parent = open_.empty() ? -1 : open_.back();
    if (node.id == 0) node.id = id_for(node);
    nodes_.push_back(std::move(node));
    index_last();
    return static_cast<int>(nodes_.size()) - 1;
}

int Recorder::open(Node node) {
    const int index = add(std::move(node));
    open_.push_back(index);
    return index;
}

void Recorder::close(int index) {
    Node& node = at(index);
    if (!open_.empty() && open_.back() == index) open_.pop_back();
    if (node.box.w > 0 || node.box.h > 0) return;
    float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
    for (std::size_t i = static_cast<std::size_t>(index) + 1; i < nodes_.size(); ++i) {
        const Box& b = nodes_[i].box;
        if (nodes_[i].parent != index) continue;
        x0 = std::min(x0, b.x);
        y0 = std::min(y0, b.y);
        x1 = std::max(x1, b.x + b.w);
        y1 = std::max(y1, b.y + b.h);
    }
    if (x1 >= x0) node.box = {x0, y0, x1 - x0, y1 - y0};
}

std::vector<int> Recorder::enter_page_level() { return std::exchange(open_, {}); }

std::size_t Recorder::slot_of(ItemId id) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = (id * 2654435769u >> 7) & mask;
    while (slots_[slot] && nodes_[static_cast<std::size_t>(slots_[slot]) - 1].id != id) slot = (slot + 1) & mask;
    return slot;
}

// Enters the node added last; an id that is there already keeps its first node.
void Recorder::index_last() {
    if (nodes_.size() * 2 > slots_.size()) {
        slots_.assign(std::max<std::size_t>(256, slots_.size() * 2), 0);
        for (std::size_t i = 0; i + 1 < nodes_.size(); ++i) slots_[slot_of(nodes_[i].id)] = static_cast<int>(i) + 1;
    }
    int& slot = slots_[slot_of(nodes_.back().id)];
    if (!slot) slot = static_cast<int>(nodes_.size());
}

const Node* Recorder::find(ItemId id) const {
    if (slots_.empty()) return nullptr;
    const int i = slots_[slot_of(id)];
    return i ? &nodes_[static_cast<std::size_t>(i) - 1] : nullptr;
}

std::vector<ItemId> Recorder::undescribed() const {
    std::vector<ItemId> out;
    for (ItemId id : seen_)
        if (!find(id) && std::find(accepted_.begin(), accepted_.end(), id) == accepted_.end()) out.push_back(id);
    return out;
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char b[8];
            std::snprintf(b, sizeof b, "\\u%04x", c);
            out += b;
        } else {
            out += c;
        }
    }
    out += '"';
}

std::string mirror_json(std::span<const Node> nodes) {
    std::string out = "[";
    char b[192];
    for (const Node& n : nodes) {
        const Node* parent = n.parent < 0 ? nullptr : &nodes[static_cast<std::size_t>(n.parent)];
        const float x = parent ? n.box.x - parent->box.x + parent->scroll_x : n.box.x;
        const float y = parent ? n.box.y - parent->box.y + parent->scroll_y : n.box.y;
        if (out.size() > 1) out += ',';
        std::snprintf(b, sizeof b, "[%u,%u,\"%s\",%u,%.0f,%.0f,%.0f,%.0f,", n.id, parent ? parent->id : 0,
                      std::string(aria_name(n.role)).c_str(), n.states, x, y, n.box.w, n.box.h);
        out += b;
        append_json_string(out, n.label);
        out += ',';
        append_json_string(out, n.value);
        out += ',';
        append_json_string(out, n.description);
        std::snprintf(b, sizeof b, ",%d,%.1f", n.level, n.em);
        out += b;
        if (n.content_h > 0) {
            std::snprintf(b, sizeof b, ",%.0f,%.0f,%.0f,%.0f", n.scroll_x, n.scroll_y, n.content_w, n.content_h);
            out += b;
        }
        out += ']';
    }
    return out += ']';
}

}  // namespace signroute::ui

// The hooks that ImGui calls when IMGUI_ENABLE_TEST_ENGINE is defined.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID id, const ImRect&, const ImGuiLastItemData*) {
    signroute::ui::kit().recorder.item_seen(id);
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return ""; }
