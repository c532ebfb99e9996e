#include "core/readings.h"

#include <algorithm>
#include <numeric>

namespace signroute {

namespace {

bool mentions(const Condition& c, const std::string& question) {
    if (c.op == Condition::Op::reading) return c.name == question;
    return std::any_of(c.parts.begin(), c.parts.end(), [&](const Condition& part) { return mentions(part, question); });
}

// Whether the condition has one known truth under every reading of the questions that it mentions.
bool one_truth(const Rules& rules, const Case& situation, const Condition& c, const std::string& matter, const std::vector<ArisingReading>& all) {
    std::vector<ArisingReading> mentioned;
    for (const ArisingReading& q : all) {
        if (q.matter == matter && mentions(c, q.question->id)) mentioned.push_back(q);
    }
    std::optional<Truth> shared;
    for (const Choice& choice : choices_among(mentioned)) {
        const Truth here = truth_in(rules, c, situation, choice, matter);
        if (here == Truth::unknown || (shared && *shared != here)) return false;
        shared = here;
    }
    return true;
}

bool makes_no_difference(const Rules& rules, const Case& situation, const ArisingReading& q, const std::vector<ArisingReading>& all) {
    const Matter& m = *find_matter(*rules.pack, q.matter);
    const auto same = [&](const Condition& c) { return !mentions(c, q.question->id) || one_truth(rules, situation, c, m.id, all); };
    const auto every = [&](const auto& list) { return std::all_of(list.begin(), list.end(), [&](const auto& e) { return same(e.when); }); };
    return same(m.applies_when) && every(m.steps) && every(m.prerequisites) && every(m.prohibitions) && every(m.caps) && every(m.limits) && every(m.silent) &&
           every(m.notes) && every(m.readings) &&
           std::all_of(m.prohibitions.begin(), m.prohibitions.end(), [&](const Prohibition& p) { return same(p.breach); }) &&
           std::all_of(m.limits.begin(), m.limits.end(), [&](const TimeLimit& l) { return every(l.gives_way_to); });
}

}  // namespace

const std::string* chosen(const Choice& choice, const ArisingReading& q) {
    const auto matter = choice.find(q.matter);
    if (matter == choice.end()) return nullptr;
    const auto at = matter->second.find(q.question->id);
    return at == matter->second.end() ? nullptr : &at->second;
}

Choice take_settled(const Rules& rules, const Case& situation, std::vector<ArisingReading>& questions) {
    Choice out;
    const std::vector<ArisingReading> all = questions;
    questions.clear();
    for (const ArisingReading& q : all) {
        if (makes_no_difference(rules, situation, q, all)) out[q.matter][q.question->id] = q.question->readings.front().id;
        else questions.push_back(q);
    }
    return out;
}

std::vector<std::size_t> drop_idle(std::vector<ArisingReading>& questions, const std::vector<Choice>& choices,
                                   const std::function<bool(std::size_t, std::size_t)>& same) {
    std::vector<std::size_t> left(choices.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    for (std::size_t i = 0; i < questions.size();) {
        const ArisingReading q = questions[i];
        std::vector<std::size_t> kept;
        bool idle = true;
        for (const std::size_t a : left) {
            const auto twin = std::find_if(kept.begin(), kept.end(), [&](std::size_t k) {
                Choice with = choices[k];
                if (const std::string* id = chosen(choices[a], q)) with[q.matter][q.question->id] = *id;
                return with == choices[a];
            });
            if (twin == kept.end()) kept.push_back(a);
            else idle = idle && same(*twin, a);
        }
        if (!idle) {
            ++i;
            continue;
        }
        questions.erase(questions.begin() + static_cast<std::ptrdiff_t>(i));
        left = std::move(kept);
    }
    return left;
}

ReadingAnswer label_of(const Choice& choice, const std::vector<ArisingReading>& questions) {
    ReadingAnswer out;
    out.literal = out.cautious = true;
    for (const ArisingReading& q : questions) {
        const std::string* id = chosen(choice, q);
        if (!id) continue;
        for (const Reading& r : q.question->readings) {
            if (r.id != *id) continue;
            out.id += (out.id.empty() ? "" : "+") + r.id;
            out.say += r.say;
            out.taken.push_back(&r);
            out.basis.insert(out.basis.end(), r.basis.begin(), r.basis.end());
            out.literal &= r.literal;
            out.cautious &= r.cautious;
        }
    }
    return out;
}

}  // namespace signroute
