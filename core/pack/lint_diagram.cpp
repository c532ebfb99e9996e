#include "core/pack/lint_diagram.h"

#include <algorithm>
#include <set>

namespace signroute::linting {

namespace {

constexpr int kMostWork = 20000;  // steps of the search for the fewest variables

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash ^= value + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
    return hash * 0xff51afd7ed558ccdULL;
}

}  // namespace

Diagram::Diagram(std::vector<int> sizes) : sizes_(std::move(sizes)) {}

Diagram::Ref Diagram::make(int variable, const std::vector<Ref>& kids) {
    if (std::all_of(kids.begin(), kids.end(), [&](Ref k) { return k == kids.front(); })) return kids.front();
    std::uint64_t hash = static_cast<std::uint64_t>(variable);
    for (const Ref k : kids) hash = mix(hash, k);
    const auto [from, to] = unique_.equal_range(hash);
    for (auto at = from; at != to; ++at) {
        const Node& n = nodes_[at->second];
        if (n.variable == variable &&
            std::equal(kids.begin(), kids.end(), kids_.begin() + static_cast<std::ptrdiff_t>(n.first)))
            return at->second;
    }
    const Ref out = static_cast<Ref>(nodes_.size());
    nodes_.push_back({variable, kids_.size()});
    kids_.insert(kids_.end(), kids.begin(), kids.end());
    unique_.emplace(hash, out);
    return out;
}

Diagram::Ref Diagram::where(int variable, const std::vector<bool>& values) {
    std::vector<Ref> kids;
    for (const bool v : values) kids.push_back(v ? yes : no);
    return make(variable, kids);
}

Diagram::Ref Diagram::kid(Ref f, int variable, int value) const {
    return top(f) == variable ? kids_[nodes_[f].first + static_cast<std::size_t>(value)] : f;
}

Diagram::Ref Diagram::apply(Op op, Ref a, Ref b) {
    if (a > b) std::swap(a, b);
    if (a == b) return op == Op::differ ? no : a;
    if (a == no) return op == Op::both ? no : b;
    if (a == yes && op != Op::differ) return op == Op::both ? b : yes;
    auto& done = done_[static_cast<int>(op)];
    const std::uint64_t key = static_cast<std::uint64_t>(a) << 32 | b;
    if (const auto at = done.find(key); at != done.end()) return at->second;
    Ref out;
    if (std::min(top(a), top(b)) == static_cast<int>(sizes_.size())) {
        out = yes;  // no differs from yes
    } else {
        const int variable = std::min(top(a), top(b));
        std::vector<Ref> kids;
        for (int v = 0; v < size_of(variable); ++v) kids.push_back(apply(op, kid(a, variable, v), kid(b, variable, v)));
        out = make(variable, kids);
    }
    done.emplace(key, out);
    return out;
}

Diagram::Ref Diagram::given(Ref f, int variable, int value) {
    std::unordered_map<Ref, Ref> seen;
    return given(f, variable, value, seen);
}

Diagram::Ref Diagram::given(Ref f, int variable, int value, std::unordered_map<Ref, Ref>& seen) {
    if (top(f) > variable) return f;
    if (top(f) == variable) return kid(f, variable, value);
    if (const auto at = seen.find(f); at != seen.end()) return at->second;
    std::vector<Ref> kids;
    const int here = top(f);
    for (int v = 0; v < size_of(here); ++v) kids.push_back(given(kid(f, here, v), variable, value, seen));
    const Ref out = make(here, kids);
    seen.emplace(f, out);
    return out;
}

Diagram::Ref Diagram::given(Ref f, const Setting& setting) {
    for (const auto& [variable, value] : setting) f = given(f, variable, value);
    return f;
}

Diagram::Ref Diagram::whatever(Ref f, int variable) {
    Ref out = yes;
    for (int v = 0; v < size_of(variable); ++v) out = both(out, given(f, variable, v));
    return out;
}

std::vector<int> Diagram::support(Ref f) const {
    std::set<int> out;
    std::set<Ref> seen;
    std::vector<Ref> open{f};
    while (!open.empty()) {
        const Ref r = open.back();
        open.pop_back();
        if (r <= yes || !seen.insert(r).second) continue;
        out.insert(top(r));
        for (int v = 0; v < size_of(top(r)); ++v) open.push_back(kid(r, top(r), v));
    }
    return {out.begin(), out.end()};
}

bool Diagram::search(Ref f, int from, int depth, Setting& setting, int& work) {
    if (f == yes) return true;
    if (f == no || depth == 0 || ++work > kMostWork) return false;
    for (const int variable : support(f)) {
        if (variable < from) continue;
        for (int v = 0; v < size_of(variable); ++v) {
            setting[variable] = v;
            if (search(given(f, variable, v), variable + 1, depth - 1, setting, work)) return true;
        }
        setting.erase(variable);
    }
    return false;
}

// Any setting that makes f true, less what it does not need.
Diagram::Setting Diagram::irreducible(Ref f) {
    Setting out;
    for (Ref at = f; at != yes;) {
        const int variable = top(at);
        int value = 0;
        while (kid(at, variable, value) == no) ++value;
        out[variable] = value;
        at = kid(at, variable, value);
    }
    const Setting all = out;
    for (const auto& [variable, value] : all) {
        out.erase(variable);
        if (given(f, out) != yes) out[variable] = value;
    }
    return out;
}

std::optional<Diagram::Setting> Diagram::smallest(Ref f) {
    if (f == no) return std::nullopt;
    const Setting bound = irreducible(f);
    int work = 0;
    for (int depth = 0; depth < static_cast<int>(bound.size()) && work <= kMostWork; ++depth) {
        Setting out;
        if (search(f, 0, depth, out, work)) return out;
    }
    return bound;
}

}  // namespace signroute::linting
