#include "core/quiz/fsrs.h"

#include <algorithm>
#include <cmath>

namespace signroute::quiz {

namespace {

constexpr const auto& weight = kFsrsDefaults;
constexpr double kLeast = 0.001, kMost = 36500;
constexpr double kRetention = 0.9;
constexpr Minute kLearningSteps[] = {1, 10};
constexpr Minute kRelearningStep = 10;

double rounded(double x) { return std::floor(x * 1e8 + 0.5) / 1e8; }
double clamp(double x, double least, double most) { return std::min(std::max(x, least), most); }
int grade(Rating r) { return static_cast<int>(r); }

// The curve of forgetting is made to pass through 90 % where the days are the stability.
double factor() { return rounded(std::exp(std::log(0.9) / -weight[20]) - 1); }
double recall_after(double days, double stability) { return rounded(std::pow(1 + factor() * days / stability, -weight[20])); }

std::int64_t interval(double stability) {
    const double modifier = rounded((std::pow(kRetention, 1 / -weight[20]) - 1) / factor());
    return static_cast<std::int64_t>(clamp(std::floor(stability * modifier + 0.5), 1, kMost));
}

double first_difficulty(Rating r) { return rounded(weight[4] - std::exp((grade(r) - 1) * weight[5]) + 1); }
double first_stability(Rating r) { return std::max(weight[static_cast<std::size_t>(grade(r) - 1)], 0.1); }

// A step towards or away from 10 that grows smaller near it, drawn back a little towards what an easy card begins with.
double next_difficulty(double d, Rating r) {
    const double step = -weight[6] * (grade(r) - 3);
    const double next = d + rounded(step * (10 - d) / 9);
    return clamp(rounded(weight[7] * first_difficulty(Rating::easy) + (1 - weight[7]) * next), 1, 10);
}

double after_recall(double d, double s, double r, Rating rating) {
    const double hard = rating == Rating::hard ? weight[15] : 1, easy = rating == Rating::easy ? weight[16] : 1;
    const double grown = s * (1 + std::exp(weight[8]) * (11 - d) * std::pow(s, -weight[9]) * (std::exp((1 - r) * weight[10]) - 1) * hard * easy);
    return rounded(clamp(grown, kLeast, kMost));
}

// What was forgotten keeps something, but never more than an answer within the day would leave.
double after_lapse(double d, double s, double r) {
    const double kept = weight[11] * std::pow(d, -weight[12]) * (std::pow(s + 1, weight[13]) - 1) * std::exp((1 - r) * weight[14]);
    return clamp(rounded(s / std::exp(weight[17] * weight[18])), kLeast, rounded(clamp(kept, kLeast, kMost)));
}

double within_the_day(double s, Rating rating) {
    const double grown = std::pow(s, -weight[19]) * std::exp(weight[17] * (grade(rating) - 3 + weight[18]));
    return rounded(clamp(s * (grade(rating) >= 3 ? std::max(grown, 1.0) : grown), kLeast, kMost));
}

std::int64_t day_number(Minute m) { return m >= 0 ? m / kMinutesOfDay : -((-m + kMinutesOfDay - 1) / kMinutesOfDay); }

void wait(Card& card, Minute now, std::int64_t days) {
    card.state = CardState::review;
    card.step = 0;
    card.scheduled_days = days;
    card.due = now + days * kMinutesOfDay;
}

void wait_minutes(Card& card, Minute now, CardState state, Minute minutes, int step) {
    card.state = state;
    card.step = step;
    card.scheduled_days = 0;
    card.due = now + minutes;
}

// A new or half-learnt card: after minutes again, until it has been through its steps.
void learn(Card& card, const Card& was, Minute now, Rating rating) {
    const bool again = was.state == CardState::relearning;
    const CardState state = again ? CardState::relearning : CardState::learning;
    switch (rating) {
        case Rating::again: return wait_minutes(card, now, state, again ? kRelearningStep : kLearningSteps[0], 0);
        case Rating::hard: return wait_minutes(card, now, state, again ? kRelearningStep * 3 / 2 : (kLearningSteps[0] + kLearningSteps[1] + 1) / 2, was.step);
        case Rating::good:
            if (was.state == CardState::fresh) return wait_minutes(card, now, state, kLearningSteps[1], 1);
            return wait(card, now, interval(card.stability));
        case Rating::easy: return wait(card, now, interval(card.stability));
    }
}

// Good waits longer than hard, easy longer than good.
std::int64_t days_after(double d, double s, double r, Rating rating) {
    const auto of = [&](Rating one) { return interval(after_recall(d, s, r, one)); };
    const std::int64_t hard = std::min(of(Rating::hard), of(Rating::good)), good = std::max(of(Rating::good), hard + 1);
    if (rating == Rating::hard) return hard;
    return rating == Rating::good ? good : std::max(of(Rating::easy), good + 1);
}

}  // namespace

std::string_view name(Rating rating) {
    constexpr std::string_view names[] = {"again", "hard", "good", "easy"};
    return names[grade(rating) - 1];
}

std::string_view name(CardState state) {
    constexpr std::string_view names[] = {"new", "learning", "review", "relearning"};
    return names[static_cast<int>(state)];
}

std::optional<Rating> rating_from_text(std::string_view text) {
    for (const Rating r : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
        if (text == name(r)) return r;
    }
    return std::nullopt;
}

Card reviewed(const Card& was, Minute now, Rating rating) {
    Card out = was;
    ++out.reps;
    out.last_review = now;
    if (was.state == CardState::fresh) {
        out.difficulty = clamp(first_difficulty(rating), 1, 10);
        out.stability = first_stability(rating);
        learn(out, was, now, rating);
        return out;
    }
    out.difficulty = next_difficulty(was.difficulty, rating);
    if (was.state != CardState::review) {
        out.stability = within_the_day(was.stability, rating);
        learn(out, was, now, rating);
        return out;
    }
    const double r = recall_after(static_cast<double>(day_number(now) - day_number(was.last_review)), was.stability);
    if (rating == Rating::again) {
        ++out.lapses;
        out.stability = after_lapse(was.difficulty, was.stability, r);
        wait_minutes(out, now, CardState::relearning, kRelearningStep, 0);
        return out;
    }
    out.stability = after_recall(was.difficulty, was.stability, r, rating);
    wait(out, now, days_after(was.difficulty, was.stability, r, rating));
    return out;
}

double recall(const Card& card, Minute now) {
    if (card.state == CardState::fresh) return 0;
    return recall_after(static_cast<double>(std::max<std::int64_t>(0, day_number(now) - day_number(card.last_review))), card.stability);
}

}  // namespace signroute::quiz
