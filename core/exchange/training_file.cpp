#include "core/exchange/training_file.h"

#include "core/contract/training_in.h"

namespace signroute {

namespace {

template <class Value>
Result<Value> from_text(std::string_view text, Value (*read)(const JsonIn&, Errors&)) {
    const auto json = parse_json(text);
    if (!json) return json.error();
    Errors errors;
    Value out = read(JsonIn(*json, "", errors), errors);
    if (!errors.empty()) return errors.front();
    return out;
}

}  // namespace

std::string exam_to_text(const training::ExamSpec& exam) { return write_json(to_json(exam)); }
Result<training::ExamSpec> exam_from_text(std::string_view text) { return from_text(text, read_exam); }

std::string sheet_to_text(const training::AnswerSheet& sheet) { return write_json(sealed(sheet)); }
Result<training::AnswerSheet> sheet_from_text(std::string_view text) { return from_text(text, read_sheet); }

std::string deck_to_text(const training::Deck& deck) { return write_json(to_json(deck)); }
Result<training::Deck> deck_from_text(std::string_view text) { return from_text(text, read_deck); }

}  // namespace signroute
