// The combinations of a matter's facts: each fact with one value for every way in which some condition tells its values
// apart, and with them the readings of open questions, the things done and the steps planned that conditions look at.
// Private to lint.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/pack/lint_diagram.h"
#include "core/route/route.h"

namespace signroute::linting {

struct Variable {
    enum class Kind { fact, thing, planned, reading };
    Kind kind = Kind::fact;
    std::string name;               // fact, thing, question
    StepPattern pattern;            // planned
    std::vector<FactValue> values;  // fact; the others have true and false, or a reading each
    bool exhaustive = true;
    bool foreign = false;  // the last value is an option of the catalogue that this pack does not list
};

// What is asked about one fact, from which its values follow.
struct Asked {
    std::vector<std::set<std::string>> sets;  // options that conditions name together
    std::set<std::int64_t> cuts;              // c: some condition tells c - 1 from c
    bool each = false;                        // every option for itself
};

// The values to try of a fact; `exhaustive` is cleared where a list has more named entries than can be combined.
std::vector<FactValue> values_to_try(const Rules& rules, const std::string& fact, const Asked& asked, bool& exhaustive);

// An option that the catalogue has, this pack does not list and no condition names; it may be answered all the same.
std::optional<std::string> foreign_option(const Rules& rules, const std::string& fact, const Asked& asked);

// The options of a fact that this pack knows.
std::vector<std::string> options_of(const Rules& rules, const std::string& fact);

class Space {
  public:
    using Ref = Diagram::Ref;
    // Takes the place of a part of a condition; nullopt = as it stands.
    using Instead = std::function<std::optional<Ref>(const Condition&)>;

    Space(const Rules& rules, std::string matter) : rules_(rules), matter_(std::move(matter)) {}

    // First everything that will be asked is gathered; then `close`, then conditions can be compiled.
    void gather(const Condition& condition);
    void gather_cut(const std::string& fact, std::int64_t cut);
    void gather_each(const std::string& fact);
    void gather_question(const OpenReading& question);
    void close();

    Ref compile(const Condition& condition, const Instead& instead = nullptr);
    Diagram& diagram() { return diagram_; }
    Ref world() const { return world_; }  // no fact has an option that this pack does not list
    const std::vector<Variable>& variables() const { return variables_; }
    int index_of(Variable::Kind kind, const std::string& name) const;  // -1: not asked
    Ref fact_is(const std::string& fact, const std::string& option);

    // The smallest case in which f is true and each of the conditions is settled also where facts are missing.
    struct Example {
        Case situation;
        std::map<std::string, std::string, std::less<>> readings;
    };
    // `enough`, where f implies it, is what the case has to show; it may leave open what else f excludes.
    std::optional<Example> example(Ref f, const std::vector<const Condition*>& settled = {},
                                   std::optional<Ref> enough = std::nullopt);
    Example example_of(const Diagram::Setting& setting) const;
    double combinations() const;
    bool exhaustive() const;

  private:
    int add(Variable::Kind kind, const std::string& name);
    int planned_index(const StepPattern& pattern) const;
    Ref leaf(const Condition& c);
    Truth judged(const Condition& c, const Example& in) const;
    void settle(Ref f, const Condition& c, Diagram::Setting& setting);

    Rules rules_;
    std::string matter_;
    std::vector<Variable> variables_;
    std::vector<Asked> asked_;
    Diagram diagram_;
    Ref world_ = Diagram::yes;
};

}  // namespace signroute::linting
