// A value or a located error. Nothing in core throws: what can fail returns a Result.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace signroute {

// What a reader found wrong. `code` is stable ASCII snake_case for programs; `pointer` is a JSON pointer (RFC 6901)
// to the offending value, "" for the whole; `message` is one Chinese sentence for people; `line` is 1-based, 0 if unknown.
struct Error {
    std::string code;
    std::string pointer;
    std::string message;
    int line = 0;
    bool operator==(const Error&) const = default;
};

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::move(value)) {}
    Result(Error error) : state_(std::move(error)) {}

    explicit operator bool() const { return std::holds_alternative<T>(state_); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(value()); }
    const T* operator->() const { return &value(); }
    const T& value() const {
        assert(*this);
        return *std::get_if<T>(&state_);
    }
    T& value() {
        assert(*this);
        return *std::get_if<T>(&state_);
    }
    const Error& error() const {
        assert(!*this);
        return *std::get_if<Error>(&state_);
    }

  private:
    std::variant<T, Error> state_;
};

}  // namespace signroute
