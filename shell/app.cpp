#include "shell/app.h"

#include "shell/ui/surfaces.h"
#include "shell/views/rooms.h"
#include "shell/views/words.h"

namespace signroute {

// Every change goes through here, so that whatever it asks of the platform goes out with the frame.
void App::take(const Intent& intent) {
    for (Effect& e : reduce(session_, intent)) kit_.emit(std::move(e));
    kit_.settle();
}

void App::draw() {
    views::Intents intents;
    const auto rules = rules_of(session_);
    if (elsewhere()) {
        other_->draw();
    } else if (!rules) {
        views::page(session_, nullptr, look_, intents);
    } else {
        const Case situation = situation_of(session_);
        const Assessment assessment = assess_without_mend(*rules, session_.library.calendar, situation);
        const views::Scene scene{session_, *rules, situation, assessment};
        views::page(session_, &scene, look_, intents);
    }
    for (const Intent& i : intents) take(i);
}

FrameOutput App::frame(const FrameInput& input) {
    kit_.begin_frame(input);
    if (!started_) take(intent::Start{});
    started_ = true;
    const Day today = views::day_from(input.today);
    // The clock alone draws nothing anew: only what follows from it.
    for (Effect& e : reduce(session_, intent::Now{today, input.second})) kit_.emit(std::move(e));
    for (const PlatformReport& r : input.reports) {
        if (other_) other_->hear(r);
        take(intent::Platform{r});
    }
    if (!elsewhere()) kit_.set_scale(session_.text_size);
    draw();
    if (!session_.message.empty()) ui::toast(session_.message);
    session_.message.clear();
    return kit_.end_frame();
}

}  // namespace signroute
