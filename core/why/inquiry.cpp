#include "core/why/inquiry.h"

#include <algorithm>

namespace signroute::explaining {

bool is_sure(const Told& told) {
    return open_in(told).empty() && told.verdict != Verdict::ask &&
           std::none_of(told.steps.begin(), told.steps.end(), [](const ToldStep& s) { return s.status == StepStatus::unknown; }) &&
           std::none_of(told.rules.begin(), told.rules.end(), [](const ToldRule& r) { return r.applies == Truth::unknown; });
}

Inquiry::Inquiry(const Rules& reduced, const Calendar& calendar, Case in, About asked)
    : rules(reduced), about(std::move(asked)), situation(std::move(in)),
      askables(explaining::askables(rules, situation, about.kind == AboutKind::verdict)), calendar_(calendar) {}

void Inquiry::look_into(Told answer, const Choice& general, std::vector<Choice> choices) {
    answer_ = std::move(answer);
    general_ = general;
    choices_ = std::move(choices);
    sure_ = is_sure(answer_) && (choices_.front() == general_ || tell(situation, general_) == answer_);
    signatures_.clear();
    if (about.kind != AboutKind::route && about.kind != AboutKind::step) return;
    general_signature_ = signature(rules, situation, general_);
    for (const Choice& c : choices_) signatures_.push_back(c == general_ ? general_signature_ : signature(rules, situation, c));
}

bool Inquiry::told_under_all(const Case& in) const {
    const auto as_answered = [&](const Choice& c) { return tell(in, c) == answer_; };
    return (sure_ && as_answered(general_)) || std::all_of(choices_.begin(), choices_.end(), as_answered);
}

bool Inquiry::same(const Case& in) const {
    if (signatures_.empty()) return told_under_all(in);
    if (sure_ && signature(rules, in, general_, &general_signature_) == general_signature_) return true;
    bool alike = true;
    for (std::size_t i = 0; i < choices_.size() && alike; ++i) alike = signature(rules, in, choices_[i], &signatures_[i]) == signatures_[i];
    return alike || (about.kind != AboutKind::route && told_under_all(in));
}

bool Inquiry::same_by_rules() const { return told_under_all(situation); }

}  // namespace signroute::explaining
