// Whether a claim about a case holds, by the engine: what the text leaves open, and what differs between its readings, is
// unknown and proves nothing.
#pragma once

#include <memory>

#include "core/compare/compare.h"
#include "core/quiz/question.h"

namespace signroute::quiz {

struct Ruling {
    Truth truth = Truth::unknown;
    std::string why;              // one Chinese sentence
    std::vector<Clause> clauses;  // that confirm or refute it
    std::string pack;             // whose they are; "" = that of the question
};

// Rules on the claims of one case. The ground and the pack outlive it.
class Court {
  public:
    // `answer` may be the assessment of `situation`, if it is at hand.
    Court(const Ground& ground, const Pack& pack, Case situation, std::shared_ptr<const Assessment> answer = nullptr);

    Ruling rule(const Claim& claim) const;
    const Assessment& answer() const { return *answer_; }
    const Case& situation() const { return case_; }

    // The last step of the route and who takes it, where every reading of the text agrees and it is neither optional nor
    // one of several; null otherwise.
    const RouteStep* last_step() const;
    // The route as a plan, where all readings agree; empty otherwise.
    std::vector<PlannedStep> plan() const;
    // The required checks (reviews, countersigning, consent) of the route.
    std::vector<PlannedStep> checks() const;
    // The required steps without alternatives, where every reading agrees and no step is open; none otherwise.
    std::optional<std::vector<const RouteStep*>> required() const;
    // The matter in the packs of the ground under the facts of the case; worked out once.
    const Comparison& comparison() const;
    const Pack& pack() const { return pack_; }
    const Catalogue& catalogue() const { return *rules_.catalogue; }  // in the words of the city
    // 审批, 市长审批: as the matter's own clause has it, of the role's step before another's.
    std::string act(const std::string& role, const std::string& action) const;
    std::string title(const std::string& role, const std::string& action) const;
    std::string title(const RouteStep& step) const { return step_title(catalogue(), step.role, *step.rule); }
    const Ground& ground() const { return ground_; }
    // Whether the matter's rules know these people by a wider or narrower name alone (分管副市长 for 市政府分管领导), or as whoever presides: then a
    // question must not offer them as others.
    bool named_otherwise(const std::string& role) const;
    // Whether another clause of the text lets this role take such a step, though the matter's own steps do not: a
    // prerequisite in force asks for what the role does elsewhere, or it is one of the meetings that decide what is major.
    bool let_elsewhere(const PlannedStep& who) const;

  private:
    Ruling decides(const Claim& claim) const;
    Ruling certain(const Claim& claim) const;
    Ruling depends(const Claim& claim) const;
    Ruling checks(const Claim& claim) const;
    Ruling passes(const Claim& claim) const;
    Ruling sequence(const Claim& claim) const;
    Ruling unordered(const Claim& claim) const;
    Ruling dispensable(const Claim& claim) const;
    std::string in_order(const RouteStep& first, const RouteStep& then) const;
    Ruling missing(const Claim& claim) const;
    Ruling complete() const;
    Ruling wrong_step(const Claim& claim) const;
    Ruling faultless() const;
    Ruling disordered() const;
    Ruling requires_thing(const Claim& claim) const;
    Ruling owed(const Assessment& a, const Claim& claim, const Finding& finding) const;
    Ruling belongs_elsewhere(const Claim& claim) const;
    Ruling limit(const Claim& claim) const;
    Ruling latest_start(const Claim& claim) const;
    Ruling silence(const Claim& claim) const;
    Ruling takes(const Claim& claim) const;
    Ruling unlisted(const Claim& claim) const;
    Ruling forbidden(const Claim& claim) const;
    Ruling spared(const Claim& claim) const;
    Ruling unruled(const Claim& claim) const;
    Ruling lawful(const Claim& claim) const;
    std::string says_there(const Clause& place) const;
    Ruling said_in(const Claim& claim) const;
    Ruling says(const Claim& claim) const;
    Ruling turns(const Claim& claim) const;
    bool beside_its_like(const Assessment& a, const std::string& role) const;  // 全体会议 and 常务会议 in one route
    std::vector<const StepRule*> in_groups() const;  // steps of which one of several is required
    Ruling turns_route(const Court& changed) const;
    Ruling unsaid(const Claim& claim) const;
    Ruling judged(const Claim& claim) const;
    Assessment assessed(const Case& situation) const;
    const std::vector<Clause>& matter_clauses() const;

    const Ground& ground_;
    const Pack& pack_;
    Rules rules_;
    Case case_;
    std::shared_ptr<const Assessment> answer_;
    mutable std::shared_ptr<const Comparison> compared_;  // worked out when a claim first needs it
};

// A figure of days of which the unit is open, in the clause's own word: 2天内, 十日内.
std::string own_form(const TimeLimit& limit);

// Whether one of the roles is always the other too.
bool related(const Catalogue& catalogue, const std::string& a, const std::string& b);
// Whether the two name the same people, wider or narrower, or a deputy of the mayor of whom it is not said which: 副市长,
// 分管副市长, 市政府分管领导.
bool one_person(const Catalogue& catalogue, const std::string& a, const std::string& b);
// Whether two choices give one act to such two: 副市长签发, 分管副市长签发.
bool same_people(const Catalogue& catalogue, const Claim& a, const Claim& b);
// Whether somebody who asks for the one would be content with the other: the same action, and of meetings 讨论决定, 讨论通过
// and 研究讨论.
bool one_act(const Catalogue& catalogue, const PlannedStep& a, const PlannedStep& b);
// Whether the two may turn out to be one and the same in some case: 会议主持人 and 市长, 主办部门 and 报送单位, 市政府 and its
// meetings; a question must not tell them apart.
bool confusable(const Catalogue& catalogue, const std::string& a, const std::string& b);
// One of the government's own meetings.
bool is_meeting(const std::string& body);
// 审核、核稿、会签、同意、审查、审阅、审定: what others do to a document before it is signed. Asking for opinions, the reviews
// of legality, fair competition and secrecy are works of their own and never counted among these.
bool is_check(const std::string& action);
// Whether the text bears one answer only, as far as the pack can tell.
bool one_reading(const Assessment& assessment);

// Which steps are to be taken is certain, though what goes beside them may hang on facts that are not stated.
bool steps_settled(const Assessment& assessment);

// A review of legality, which people call 审核 too.
bool reviews_law(const RouteStep& step);

// Whether the text puts one step of the route before the other, at once or by way of others.
bool comes_before(const Route& route, const RouteStep& first, const RouteStep& then);
// The longest row of required steps that ends with this one and of which each is put before the next by the text.
std::vector<const RouteStep*> row_to(const Route& route, const RouteStep& last);

// An element of the matter that is in force: what kind and id name it ("step:sign_off"). Null: it is not there.
const Element* element_of(const Matter& matter, const std::string& element);
// "step:sign_off" and so on.
std::vector<std::string> elements_of(const Matter& matter);

}  // namespace signroute::quiz
