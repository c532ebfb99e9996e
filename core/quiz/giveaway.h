// Whether an answer can be read off the question: a word of the key that stands in the stem and in no wrong choice.
// Private to core/quiz.
#pragma once

#include <string>
#include <vector>

namespace signroute::quiz {

// The longest runs of two characters and more that both have, without words that stand in every question (条文, 办理, 市政府 …).
// 市长 in 副市长 is another word.
std::vector<std::string> words_in_both(const std::string& text, const std::string& stem);
// As a word of its own.
bool has_word(const std::string& text, const std::string& word);

// What stands in the stem and speaks for the key alone; "" where nothing does. `fair`: it is enough that some wrong choice
// has words of its own in the stem too, as where every choice is about the case.
std::string given_away(const std::string& stem, const std::string& key, const std::vector<std::string>& wrong, bool fair);

}  // namespace signroute::quiz
