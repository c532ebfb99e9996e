// The questions that a matter gives, each once. Private to core/quiz.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/quiz/question.h"

namespace signroute::quiz {

class KeyList {
  public:
    KeyList(const Ground& the_ground, const Pack& the_pack, std::string the_matter) : ground(the_ground), pack(the_pack), matter(std::move(the_matter)) {}

    void add(const Case& c, std::string element, std::string variant);

    const Ground& ground;
    const Pack& pack;
    const std::string matter;     // or body
    Kind kind = Kind::who_signs;  // of what is added
    std::vector<Key> keys;

  private:
    std::set<std::string> seen_;
};

bool binds(const Element& element);

// What takes no going through the matter's scenarios: the topics of a meeting, what is left to somebody's judgement, the
// prohibitions, what is otherwise in the pack that follows (the packs are gone round).
void add_topics(KeyList& list);
void add_judged(KeyList& list);
void add_prohibitions(KeyList& list);
void add_differences(KeyList& list);

}  // namespace signroute::quiz
