// Which values of a fact must be tried so that every condition takes all the values it can.
#include <algorithm>
#include <set>

#include "core/pack/lint_space.h"

namespace signroute::linting {

namespace {

constexpr std::size_t kMostNamed = 9;           // entries of a list combined with each other
constexpr const char* kOtherDate = "2000-01-";  // dates that no condition names

std::vector<bool> signature(const std::string& option, const std::vector<std::set<std::string>>& sets) {
    std::vector<bool> out;
    for (const auto& s : sets) out.push_back(s.count(option) > 0);
    return out;
}

// Options in classes that no condition tells apart, in the order of the options.
std::vector<std::vector<std::string>> classes_of(const std::vector<std::string>& options, const Asked& asked) {
    std::vector<std::vector<std::string>> out;
    for (const std::string& option : options) {
        auto at = std::find_if(out.begin(), out.end(), [&](const auto& c) {
            return !asked.each && signature(c.front(), asked.sets) == signature(option, asked.sets);
        });
        if (at == out.end()) out.push_back({option});
        else at->push_back(option);
    }
    return out;
}

std::vector<std::int64_t> smallest_of_intervals(const std::set<std::int64_t>& cuts) {
    std::vector<std::int64_t> out{0};
    for (const std::int64_t c : cuts) {
        if (c > 0) out.push_back(c);
    }
    return out;
}

// What stands for options that are not enumerated: dates, free words.
std::vector<std::string> with_unnamed(std::vector<std::string> named, std::size_t n) {
    for (std::size_t i = 1; i <= n; ++i)
        named.push_back(kOtherDate + std::string(i < 10 ? "0" : "") + std::to_string(i));
    return named;
}

// The smallest list that has one entry of each class marked and at least `least` entries, less than `below`.
std::optional<std::vector<std::string>> list_of(const std::vector<std::vector<std::string>>& named, unsigned mask,
                                                const std::vector<std::string>& unnamed, std::int64_t least,
                                                std::int64_t below) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < named.size(); ++i) {
        if (mask >> i & 1U) out.push_back(named[i].front());
    }
    const auto room = [&] { return static_cast<std::int64_t>(out.size()) < least; };
    for (std::size_t i = 0; i < unnamed.size() && room(); ++i) out.push_back(unnamed[i]);
    for (std::size_t i = 0; i < named.size(); ++i) {
        for (std::size_t j = 1; j < named[i].size() && (mask >> i & 1U) && room(); ++j) out.push_back(named[i][j]);
    }
    const auto n = static_cast<std::int64_t>(out.size());
    return n < least || n >= below ? std::nullopt : std::optional(out);
}

std::vector<FactValue> lists_to_try(const std::vector<std::string>& options, const Asked& asked, bool& exhaustive) {
    std::vector<std::vector<std::string>> named;
    std::vector<std::string> unnamed;
    for (auto& one : classes_of(options, asked)) {
        const auto bits = signature(one.front(), asked.sets);
        const bool any = asked.each || std::find(bits.begin(), bits.end(), true) != bits.end();
        if (any) named.push_back(std::move(one));
        else unnamed = std::move(one);
    }
    if (named.size() > kMostNamed) exhaustive = false, named.resize(kMostNamed);
    const std::vector<std::int64_t> sizes = smallest_of_intervals(asked.cuts);
    std::vector<FactValue> out;
    for (unsigned mask = 0; mask < 1U << named.size(); ++mask) {
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const std::int64_t below = i + 1 < sizes.size() ? sizes[i + 1] : INT64_MAX;
            if (auto list = list_of(named, mask, unnamed, sizes[i], below)) out.push_back(std::move(*list));
        }
    }
    return out;
}

}  // namespace

std::vector<std::string> options_of(const Rules& rules, const std::string& fact) {
    const FactRule* rule = find_fact(*rules.pack, fact);
    if (rule && !rule->options.empty()) return rule->options;
    std::vector<std::string> out;
    const NamedFact* shared = find_named(rules.catalogue->facts, fact);
    if (!shared) return out;
    for (const Named& o : shared->options) out.push_back(o.id);
    if (shared->options_are_roles) {
        for (const NamedRole& r : rules.catalogue->roles) out.push_back(r.id);
    }
    return out;
}

std::optional<std::string> foreign_option(const Rules& rules, const std::string& fact, const Asked& asked) {
    const FactRule* rule = find_fact(*rules.pack, fact);
    const NamedFact* shared = find_named(rules.catalogue->facts, fact);
    if (!rule || !shared || rule->options.empty() || shared->type == FactType::list) return std::nullopt;
    for (const Named& o : shared->options) {
        const auto bits = signature(o.id, asked.sets);
        const bool own = std::find(rule->options.begin(), rule->options.end(), o.id) != rule->options.end();
        if (!own && std::find(bits.begin(), bits.end(), true) == bits.end()) return o.id;
    }
    return std::nullopt;
}

std::vector<FactValue> values_to_try(const Rules& rules, const std::string& fact, const Asked& asked,
                                     bool& exhaustive) {
    const NamedFact* shared = find_named(rules.catalogue->facts, fact);
    const FactType type = shared ? shared->type : FactType::boolean;
    std::vector<FactValue> out;
    if (type == FactType::boolean) return {true, false};
    if (type == FactType::integer || type == FactType::amount_cny) {
        for (const std::int64_t n : smallest_of_intervals(asked.cuts)) out.emplace_back(n);
        return out;
    }
    std::vector<std::string> options = options_of(rules, fact);
    if (options.empty()) {
        std::set<std::string> named;
        for (const auto& s : asked.sets) named.insert(s.begin(), s.end());
        const std::int64_t most = asked.cuts.empty() ? 1 : std::min<std::int64_t>(*asked.cuts.rbegin(), 28);
        options = with_unnamed({named.begin(), named.end()}, static_cast<std::size_t>(std::max<std::int64_t>(most, 1)));
    }
    if (type == FactType::list) return lists_to_try(options, asked, exhaustive);
    for (const auto& one : classes_of(options, asked)) out.emplace_back(one.front());
    return out;
}

}  // namespace signroute::linting
