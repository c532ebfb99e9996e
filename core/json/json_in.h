// Reading JSON with located errors. Only .cpp files that read or write JSON include this.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace signroute {

using Json = nlohmann::json;

// Parses without exceptions. Errors: not_utf8, not_json (with line and column), duplicate_key, too_deep.
Result<Json> parse_json(std::string_view bytes);
// The same without saying what is wrong, and with whatever key comes last: a discarded value where it is no JSON.
Json plain_json(std::string_view bytes);

std::string escape_pointer(std::string_view key);  // RFC 6901 ~0 ~1

using Errors = std::vector<Error>;

// A JSON value, where it stands, and where its errors go. Each getter reports a wrong type and answers a default.
class JsonIn {
  public:
    JsonIn(const Json& value, std::string pointer, Errors& errors) : value_(&value), pointer_(std::move(pointer)), errors_(&errors) {}

    const Json& value() const { return *value_; }
    const std::string& pointer() const { return pointer_; }
    void fail(std::string code, std::string message) const { errors_->push_back({std::move(code), pointer_, std::move(message)}); }

    bool is_object() const { return value_->is_object(); }
    std::optional<std::string> text() const;
    std::optional<bool> boolean() const;
    std::optional<std::int64_t> integer() const;  // within ±2^53
    std::vector<JsonIn> items() const;            // of an array
    std::vector<std::string> texts() const;       // array of texts; a single text counts as one
    JsonIn child(const std::string& key) const { return {(*value_)[key], pointer_ + "/" + escape_pointer(key), *errors_}; }

  private:
    void wrong_type(const char* wanted) const;
    const Json* value_;
    std::string pointer_;
    Errors* errors_;
};

// The keys of one object. What was not asked for is an error when the reader is done.
class ObjectIn {
  public:
    explicit ObjectIn(const JsonIn& in);

    std::optional<JsonIn> get(const std::string& key);      // absent or null: nullopt
    std::optional<JsonIn> require(const std::string& key);  // absent: missing_key
    std::string text(const std::string& key);               // "" when absent
    std::string need_text(const std::string& key);
    bool boolean(const std::string& key, bool otherwise);
    std::optional<std::int64_t> integer(const std::string& key);
    std::vector<std::string> texts(const std::string& key);
    std::vector<JsonIn> items(const std::string& key);
    bool has(const std::string& key) const;
    void finish();  // reports unknown_key for what nobody asked for
    const JsonIn& in() const { return in_; }

  private:
    JsonIn in_;
    std::set<std::string> seen_;
};

std::string write_json(const Json& value);  // compact, keys sorted, UTF-8 unescaped, one line with its newline

}  // namespace signroute
