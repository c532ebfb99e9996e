// The part of a pack that one answer can depend on, and what is left of it without a clause. Private to core/why.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "core/why/why.h"

namespace signroute::explaining {

// The pack with the matters of the situation, and of these only what `about` can depend on: of a step what may come
// before it, of the route all steps, of a rule that one (with a plan the steps too, which may show that a thing was
// done), of the verdict everything. What is told by it is what is told by the whole pack.
Pack reduced(const Rules& rules, const Case& situation, const About& about);

// Calls `visit` for each condition on which something in the pack depends, with the id of its matter or body.
void each_condition(const Pack& pack, const std::function<void(const Condition&, const std::string&)>& visit);

// The clauses of its elements, each once, in reading order, without sentences. What has clauses of its own: every
// element, what a limit gives way to, that one role stands for another, and where a matter applies.
std::vector<Clause> cited_clauses(const Pack& pack);

// A pack of which the elements that rest on a clause, alone or together with others, are put out of force for a while:
// nothing then applies them or waits for them, as if they were not there.
class Restricted {
  public:
    explicit Restricted(Pack& pack) : pack_(pack) {}
    ~Restricted();  // everything is in force again
    Restricted(const Restricted&) = delete;
    Restricted& operator=(const Restricted&) = delete;

    void put_out(const Clause& clause);
    void put_back();  // what was put out since the last `keep_out`
    void keep_out();

  private:
    template <class Rule>
    void put_out(std::vector<Rule>& list, const Clause& clause);
    struct Lengths {
        std::size_t conditions = 0, orders = 0, roles = 0, bodies = 0;
    };
    void undo(const Lengths& until);

    Pack& pack_;
    Lengths kept_;
    // What was there before, the last one last.
    std::vector<std::pair<Condition*, Condition>> conditions_;
    std::vector<std::pair<StepRule*, std::vector<std::string>>> orders_;
    std::vector<std::pair<RoleRule*, std::string>> roles_;
    std::vector<std::pair<Body*, std::vector<BodyEntry>>> bodies_;
};

}  // namespace signroute::explaining
