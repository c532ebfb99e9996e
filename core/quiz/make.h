// From what tells a question from others to the question itself.
#pragma once

#include <vector>

#include "core/quiz/question.h"
#include "core/quiz/ruling.h"

namespace signroute::quiz {

// Every question that these packs give, of one matter and kind; a matter of a body's id is the body. Of `difference`: of
// each two packs that follow each other. What cannot be proven after all, `make` refuses.
std::vector<Key> keys_of(const Ground& ground, const std::string& pack, const std::string& matter, Kind kind);
// Of several kinds, one after the other: quicker than each alone.
std::vector<Key> keys_of(const Ground& ground, const std::string& pack, const std::string& matter, const std::vector<Kind>& kinds);
// Of all packs, in the order of the packs, their matters, the kinds.
std::vector<Key> all_questions(const Ground& ground);
// The matters and bodies of a pack, for going through them one by one.
std::vector<std::string> matters_of(const Pack& pack);

// Whether what is asked of a limit is a word of the text (及时, no effect of silence) and not a day. One in ten of its kind at most.
bool asks_for_a_word(const Key& key);

// The same seed and packs give the same question anywhere. Nothing where the key cannot be proven or too few choices can
// be refuted.
std::optional<Question> make(const Ground& ground, const Key& key, std::uint64_t seed);

}  // namespace signroute::quiz
