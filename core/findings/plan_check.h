// One plan held against one route; private to core/findings. Actors, actions and addressees are in plan_actors.cpp, who
// signs in plan_signers.cpp, the rest in findings_from_plan.cpp.
#pragma once

#include <optional>

#include "core/findings/finding.h"

namespace signroute {

// Whether it is stated that the step was taken, or that a thing was done which shows it.
bool shown_done(const Case& situation, const RouteStep& step);

bool is_paper(const Catalogue& catalogue, const std::string& thing);

// Whether it is stated that this paper is not there.
bool paper_missing(const Catalogue& catalogue, const Case& situation, const std::string& thing);

// Whether the step is required and shows the thing, and so does whatever may stand in its place.
bool shows_for_sure(const Route& route, const RouteStep& step, const std::string& thing);

// Whether both name one form (书面, 书面形式), or one of them none.
// Whether somebody may be both: 副市长 and 市政府分管领导, as 分管副市长 is.
bool may_be_one(const Catalogue& catalogue, std::string_view a, std::string_view b);
// Whether who is planned, by his own name, may be the part of the matter that the role stands for: 市教育局 as 相关部门.
// Not who stands apart, as 市司法局.
bool may_have_part(const Catalogue& catalogue, const std::string& role, const PlannedStep& planned);
// 主办 says whose matter it is: no act that another word could stand for.
bool says_a_part(const PlannedStep& planned);
// 市政府 is named and one of its leaders acts: which of them does is a matter of how they share the work.
bool acts_as_government(const Catalogue& catalogue, const RouteStep& step, const PlannedStep& planned);
// 市财政局负责人, of 市财政局办公室 written where 相关部门负责人 is meant; "" where no bureau was named.
std::string of_same_bureau(const NamedRole& role, std::string_view written);
bool same_form(const std::string& got, const std::string& want);

class PlanCheck {
  public:
    PlanCheck(const Rules& rules, const Route& route, const Case& situation, const Alignment& alignment, Findings& out)
        : rules_(rules), catalogue_(*rules.catalogue), route_(route), case_(situation), alignment_(alignment), out_(out) {}

    void run();

  private:
    const RouteStep& step(std::size_t s) const { return route_.steps[s]; }
    const PlannedStep* planned(std::size_t s) const {
        return alignment_.planned_of[s] == kNoStep ? nullptr : &case_.planned[alignment_.planned_of[s]];
    }
    bool taken(std::size_t s) const { return planned(s) || shown_done(case_, step(s)); }
    Finding about(FindingCode code, std::size_t s, Severity severity) const;
    void say_result(std::size_t s, CheckResult result) { out_.checked.push_back({step(s).id, step(s).because.clauses, result}); }
    void check_step(std::size_t s);
    void check_actor(std::size_t s);
    void wrong_actor(std::size_t s, const PlannedStep& p);
    void check_delegation(std::size_t s);
    void not_authorised(std::size_t s);
    void unknown_actor(std::size_t s, const PlannedStep& p, Finding& f) const;
    void confirm_actor(std::size_t s, const PlannedStep& p, Finding& f) const;
    void note_leader(std::size_t s, const PlannedStep& p);
    bool may_turn_out(const std::string& wanted, const std::string& got) const;
    void unknown_action(std::size_t s, const PlannedStep& p, Finding& f) const;
    void check_addressee(std::size_t s);
    void check_form(std::size_t s);
    Edit insertion(std::size_t s) const;
    Edit replacement(std::size_t s) const;
    bool asked_as_paper(std::size_t s) const;
    bool group_satisfied(const std::string& group, bool open = false) const;
    void check_group(const std::string& group);
    std::string title_of_missing(std::size_t s) const;
    void missing(const std::vector<std::size_t>& alternatives, const std::vector<std::size_t>& all);
    std::vector<std::size_t> path_of(std::size_t s) const;
    std::vector<std::size_t> known_before(std::size_t s) const;
    void ask_only(std::size_t from);
    void check_order(std::size_t s);
    void check_spare(std::size_t p);
    void say_what_is_spare(std::size_t p, Finding& f) const;
    bool comes_too_late(std::size_t p, Finding& f) const;
    bool meets_too_late(std::size_t p, Finding& f) const;
    std::vector<std::size_t> signatures() const;
    bool check_signer(std::size_t p);
    bool ask_who_signs(std::size_t p, const std::vector<std::size_t>& signatures);
    bool may_sign(std::size_t s, const PlannedStep& planned) const;
    bool is_surely_signed(const std::vector<std::size_t>& signatures) const;
    bool is_surely_signed(const std::string& matter, const std::vector<std::size_t>& signatures) const;
    std::vector<std::string> facts_of_signatures() const;
    static Edit removal(std::size_t p);
    std::optional<Edit> instead(std::size_t p, const std::vector<std::size_t>& signatures) const;
    Finding signer_open(std::size_t s, const PlannedStep& by) const;
    void ask(Finding& f, const std::string& fact, const std::string& thing) const;
    void ask_about_signer(std::size_t s);
    void ask_about_unknown_signer(const PlannedStep& spare, Finding& f) const;
    std::string titles_of(const std::vector<std::size_t>& signatures) const;
    std::string decides_who(const std::vector<std::size_t>& signatures) const;
    std::size_t place_for(std::size_t s) const;

    const Rules& rules_;
    const Catalogue& catalogue_;
    const Route& route_;
    const Case& case_;
    const Alignment& alignment_;
    Findings& out_;
};

}  // namespace signroute
