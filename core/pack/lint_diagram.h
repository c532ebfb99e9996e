// Functions of variables with few values each, as reduced ordered decision diagrams: equal functions are the same
// reference, so that "never", "always" and "changes nothing" are comparisons. Private to lint.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace signroute::linting {

class Diagram {
  public:
    using Ref = std::uint32_t;
    static constexpr Ref no = 0, yes = 1;
    using Setting = std::map<int, int>;  // variable → value

    Diagram() = default;
    explicit Diagram(std::vector<int> sizes);

    // True where the variable has one of the values marked.
    Ref where(int variable, const std::vector<bool>& values);
    Ref both(Ref a, Ref b) { return apply(Op::both, a, b); }
    Ref either(Ref a, Ref b) { return apply(Op::either, a, b); }
    Ref differ(Ref a, Ref b) { return apply(Op::differ, a, b); }
    Ref negation(Ref a) { return apply(Op::differ, a, yes); }
    Ref but_not(Ref a, Ref b) { return both(a, negation(b)); }
    Ref given(Ref f, int variable, int value);
    Ref given(Ref f, const Setting& setting);
    // True where f is, whatever the variable is.
    Ref whatever(Ref f, int variable);
    bool implies(Ref a, Ref b) { return but_not(a, b) == no; }
    std::vector<int> support(Ref f) const;
    int size_of(int variable) const { return sizes_[static_cast<std::size_t>(variable)]; }

    // The fewest variables, and their values, that make f true whatever the others are; none if f is never true.
    // Beyond a bound on the work the answer is still irreducible, though perhaps not the fewest.
    std::optional<Setting> smallest(Ref f);

  private:
    enum class Op { both, either, differ };
    struct Node {
        int variable = 0;
        std::size_t first = 0;  // of its values in kids_
    };
    Ref make(int variable, const std::vector<Ref>& kids);
    Ref apply(Op op, Ref a, Ref b);
    int top(Ref f) const { return f <= yes ? static_cast<int>(sizes_.size()) : nodes_[f].variable; }
    Ref given(Ref f, int variable, int value, std::unordered_map<Ref, Ref>& seen);
    Ref kid(Ref f, int variable, int value) const;
    bool search(Ref f, int from, int depth, Setting& setting, int& work);
    Setting irreducible(Ref f);

    std::vector<int> sizes_;
    std::vector<Node> nodes_{2};
    std::vector<Ref> kids_;
    std::unordered_multimap<std::uint64_t, Ref> unique_;
    std::unordered_map<std::uint64_t, Ref> done_[3];
};

}  // namespace signroute::linting
