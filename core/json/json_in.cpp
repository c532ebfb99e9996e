#include "core/json/json_in.h"

#include "core/base/text.h"

namespace signroute {

namespace {

constexpr int kDeepest = 64;

// Builds nothing: finds the first duplicate key or too deep nesting, and where a syntax error stands.
class Scan : public nlohmann::json_sax<Json> {
  public:
    std::string code, pointer, name;
    std::size_t position = 0;

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool string(string_t&) override { return value(); }
    bool binary(binary_t&) override { return value(); }
    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& key) override {
        levels_.back().key = key;
        if (levels_.back().keys.insert(key).second) return true;
        code = "duplicate_key";
        name = key;
        pointer = where();
        return false;
    }
    bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception&) override {
        code = "not_json";
        position = at;
        return false;
    }

  private:
    struct Level {
        bool object;
        std::size_t index = 0;
        std::string key;
        std::set<std::string> keys;
    };
    bool value() {
        if (!levels_.empty() && !levels_.back().object) ++levels_.back().index;
        return true;
    }
    bool open(bool object) {
        if (levels_.size() >= kDeepest) {
            code = "too_deep";
            pointer = where();
            return false;
        }
        levels_.push_back({object, 0, {}, {}});
        return true;
    }
    bool close() {
        levels_.pop_back();
        return value();
    }
    std::string where() const {
        std::string out;
        for (const Level& l : levels_) out += "/" + (l.object ? escape_pointer(l.key) : std::to_string(l.index));
        return out;
    }
    std::vector<Level> levels_;
};

// Builds the value. By way of the interface, so that the parser is compiled once.
class Build : public nlohmann::json_sax<Json> {
  public:
    Json root = Json(Json::value_t::discarded);

    bool null() override { return put(nullptr); }
    bool boolean(bool v) override { return put(v); }
    bool number_integer(number_integer_t v) override { return put(v); }
    bool number_unsigned(number_unsigned_t v) override { return put(v); }
    bool number_float(number_float_t v, const string_t&) override { return put(v); }
    bool string(string_t& v) override { return put(std::move(v)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& key) override {
        key_ = std::move(key);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        root = Json(Json::value_t::discarded);
        return false;
    }

  private:
    Json* place(Json value) {
        if (open_.empty()) return &(root = std::move(value));
        Json& in = *open_.back();
        if (in.is_object()) return &(in[key_] = std::move(value));
        in.push_back(std::move(value));
        return &in.back();
    }
    bool put(Json value) { return place(std::move(value)) != nullptr; }
    bool open(Json value) {
        open_.push_back(place(std::move(value)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }
    std::vector<Json*> open_;  // an element is added to the innermost only, so that none of these moves
    std::string key_;
};

bool run(std::string_view bytes, nlohmann::json_sax<Json>& sax) { return Json::sax_parse(bytes.begin(), bytes.end(), &sax); }

Error located(std::string_view bytes, std::size_t at, const std::string& code) {
    int line = 1;
    std::size_t start = 0;
    const std::size_t end = std::min(at ? at - 1 : 0, bytes.size());
    for (std::size_t i = 0; i < end; ++i) {
        if (bytes[i] == '\n') ++line, start = i + 1;
    }
    const std::size_t column = length(bytes.substr(start, end - start)) + 1;
    return {code, "", "第" + std::to_string(line) + "行第" + std::to_string(column) + "个字符处不是正确的 JSON。", line};
}

}  // namespace

std::string escape_pointer(std::string_view key) {
    std::string out;
    for (const char c : key) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

Result<Json> parse_json(std::string_view bytes) {
    if (!is_utf8(bytes)) return Error{"not_utf8", "", "内容不是 UTF-8 编码。"};
    Scan scan;
    if (!run(bytes, scan)) {
        if (scan.code == "duplicate_key") return Error{scan.code, scan.pointer, "键“" + scan.name + "”重复出现。"};
        if (scan.code == "too_deep") return Error{scan.code, scan.pointer, "嵌套超过 64 层。"};
        return located(bytes, scan.position, "not_json");
    }
    return plain_json(bytes);
}

Json plain_json(std::string_view bytes) {
    Build build;
    run(bytes, build);
    return std::move(build.root);
}

void JsonIn::wrong_type(const char* wanted) const { fail("wrong_type", std::string("此处应为") + wanted + "。"); }

std::optional<std::string> JsonIn::text() const {
    if (value_->is_string()) return value_->get<std::string>();
    wrong_type("文字");
    return std::nullopt;
}

std::optional<bool> JsonIn::boolean() const {
    if (value_->is_boolean()) return value_->get<bool>();
    wrong_type(" true 或 false");
    return std::nullopt;
}

std::optional<std::int64_t> JsonIn::integer() const {
    constexpr std::int64_t kMost = std::int64_t{1} << 53;
    if (value_->is_number_integer()) {
        const bool huge = value_->is_number_unsigned() && value_->get<std::uint64_t>() > static_cast<std::uint64_t>(kMost);
        const std::int64_t n = huge ? kMost + 1 : value_->get<std::int64_t>();
        if (n >= -kMost && n <= kMost) return n;
        fail("out_of_range", "数值过大。");
        return std::nullopt;
    }
    wrong_type("整数");
    return std::nullopt;
}

std::vector<JsonIn> JsonIn::items() const {
    std::vector<JsonIn> out;
    if (!value_->is_array()) {
        wrong_type("数组");
        return out;
    }
    for (std::size_t i = 0; i < value_->size(); ++i) out.emplace_back((*value_)[i], pointer_ + "/" + std::to_string(i), *errors_);
    return out;
}

std::vector<std::string> JsonIn::texts() const {
    std::vector<std::string> out;
    if (value_->is_string()) return {value_->get<std::string>()};
    if (!value_->is_array()) {
        wrong_type("文字，或者文字的数组");
        return out;
    }
    for (const JsonIn& item : items()) {
        if (const auto t = item.text()) out.push_back(*t);
    }
    return out;
}

ObjectIn::ObjectIn(const JsonIn& in) : in_(in) {
    if (!in.is_object()) in.fail("wrong_type", "此处应为对象。");
}

bool ObjectIn::has(const std::string& key) const {
    return in_.is_object() && in_.value().contains(key) && !in_.value()[key].is_null();
}

std::optional<JsonIn> ObjectIn::get(const std::string& key) {
    seen_.insert(key);
    if (!has(key)) return std::nullopt;
    return in_.child(key);
}

std::optional<JsonIn> ObjectIn::require(const std::string& key) {
    auto out = get(key);
    if (!out && in_.is_object()) in_.fail("missing_key", "缺少“" + key + "”。");
    return out;
}

std::string ObjectIn::text(const std::string& key) {
    const auto v = get(key);
    return v ? v->text().value_or("") : "";
}

std::string ObjectIn::need_text(const std::string& key) {
    const auto v = require(key);
    if (!v) return "";
    const auto t = v->text();
    if (t && t->empty()) v->fail("empty", "此处不能为空。");
    return t.value_or("");
}

bool ObjectIn::boolean(const std::string& key, bool otherwise) {
    const auto v = get(key);
    return v ? v->boolean().value_or(otherwise) : otherwise;
}

std::optional<std::int64_t> ObjectIn::integer(const std::string& key) {
    const auto v = get(key);
    return v ? v->integer() : std::nullopt;
}

std::vector<std::string> ObjectIn::texts(const std::string& key) {
    const auto v = get(key);
    return v ? v->texts() : std::vector<std::string>();
}

std::vector<JsonIn> ObjectIn::items(const std::string& key) {
    const auto v = get(key);
    return v ? v->items() : std::vector<JsonIn>();
}

void ObjectIn::finish() {
    if (!in_.is_object()) return;
    for (const auto& [key, value] : in_.value().items()) {
        if (!seen_.count(key)) in_.child(key).fail("unknown_key", "不认识的键“" + key + "”。");
    }
}

}  // namespace signroute
