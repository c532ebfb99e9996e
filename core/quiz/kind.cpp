#include <iterator>

#include "core/quiz/make.h"

namespace signroute::quiz {

namespace {

struct KindName {
    Kind kind;
    const char* name;
    const char* title;
};
constexpr KindName kNames[] = {{Kind::who_signs, "who_signs", "由谁签发或决定"},
                               {Kind::who_reviews, "who_reviews", "由谁审核"},
                               {Kind::order, "order", "先后次序"},
                               {Kind::missing, "missing", "缺少哪一步"},
                               {Kind::wrong_step, "wrong_step", "哪一步有错"},
                               {Kind::prerequisite, "prerequisite", "须先办理什么"},
                               {Kind::due, "due", "哪天到期"},
                               {Kind::latest_start, "latest_start", "最迟哪天启动"},
                               {Kind::silence, "silence", "逾期不复"},
                               {Kind::meeting, "meeting", "由哪个会议决定"},
                               {Kind::allowed, "allowed", "能否这样办"},
                               {Kind::clause, "clause", "依据哪一条"},
                               {Kind::difference, "difference", "各市有何不同"},
                               {Kind::decisive_fact, "decisive_fact", "什么情形会改变结果"},
                               {Kind::unsaid, "unsaid", "原文未规定与人工判断"}};
static_assert(std::size(kNames) == kKinds);

}  // namespace

std::string_view name(Kind kind) { return kNames[static_cast<int>(kind)].name; }
std::string_view title(Kind kind) { return kNames[static_cast<int>(kind)].title; }

std::string_view title(const Key& key) { return key.kind == Kind::who_reviews && key.variant == "spared" ? "哪个环节不须经过" : title(key.kind); }
bool names_matter(const Key& key) { return key.kind != Kind::meeting; }

std::optional<Kind> kind_from_text(std::string_view text) {
    for (const KindName& k : kNames) {
        if (text == k.name || text == k.title) return k.kind;
    }
    return std::nullopt;
}

bool of_route(Kind kind) {
    return kind == Kind::who_signs || kind == Kind::who_reviews || kind == Kind::order || kind == Kind::missing || kind == Kind::wrong_step ||
           kind == Kind::decisive_fact;
}

bool asks_for_a_word(const Key& key) {
    if (key.kind == Kind::silence) return key.variant == "unwritten" || key.variant.rfind("expired_without", 0) == 0;
    return (key.kind == Kind::due || key.kind == Kind::latest_start) && (key.variant == "word" || key.variant == "open_unit");
}

const Pack* pack_of(const Ground& ground, std::string_view id) {
    for (const Pack* p : ground.packs) {
        if (p->id == id) return p;
    }
    return nullptr;
}

}  // namespace signroute::quiz
