// Reads calendar files. Everything unexpected is an error: a misspelt key must not pass for a day that is not named.
#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "core/base/order.h"
#include "core/base/text.h"
#include "core/calendar/calendar_year.h"
#include "core/json/json_in.h"

namespace signroute {

namespace {

Error error(const char* code, std::string pointer, std::string message) {
    return {code, std::move(pointer), std::move(message)};
}

std::string in_quotes(std::string_view text) { return "“" + std::string(text) + "”"; }

// A key as a part of a JSON pointer (RFC 6901).
std::string escaped_key(std::string_view key) {
    std::string out;
    for (const char c : key) {
        if (c == '~' || c == '/') {
            out += '~';
            out += c == '~' ? '0' : '1';
        } else {
            out += c;
        }
    }
    return out;
}

// Walks the text once, for what the tree no longer shows: where it stops being JSON, and keys given twice.
class Scan : public nlohmann::json_sax<Json> {
  public:
    explicit Scan(std::string_view text) : text_(text) {}
    std::optional<Error> found;

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

    bool key(string_t& name) override {
        Level& level = levels_.back();
        if (std::find(level.keys.begin(), level.keys.end(), name) != level.keys.end()) {
            found = error("duplicate_key", pointer() + "/" + escaped_key(name), "键" + in_quotes(name) + "重复");
            return false;
        }
        level.keys.push_back(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        const std::size_t end = std::min(position, text_.size());
        found = error("not_json", "", "不是有效的 JSON");
        found->line = 1 + static_cast<int>(std::count(text_.begin(), text_.begin() + end, '\n'));
        return false;
    }

  private:
    struct Level {
        bool object = false;
        std::size_t items = 0;
        std::vector<std::string> keys;
    };

    bool value() {
        if (!levels_.empty() && !levels_.back().object) ++levels_.back().items;
        return true;
    }
    bool open(bool object) {
        value();
        levels_.push_back({object, 0, {}});
        return true;
    }
    bool close() {
        levels_.pop_back();
        return true;
    }
    std::string pointer() const {
        std::string out;
        for (std::size_t i = 0; i + 1 < levels_.size(); ++i) {
            const Level& level = levels_[i];
            out += '/';
            out += level.object ? escaped_key(level.keys.back()) : std::to_string(level.items - 1);
        }
        return out;
    }

    std::string_view text_;
    std::vector<Level> levels_;
};

// Reads values and remembers the first error; after one, what it returns is of no use.
class Reader {
  public:
    std::optional<Error> failed;

    void fail(const char* code, std::string pointer, std::string message) {
        if (!failed) failed = error(code, std::move(pointer), std::move(message));
    }

    // `json` is an object with all of `keys` and none but them and `optional`.
    bool object(const Json& json, const std::string& at, std::initializer_list<const char*> keys,
                std::initializer_list<const char*> optional = {}) {
        if (!json.is_object()) return fail("wrong_type", at, "应为对象"), false;
        for (const auto& [key, value] : json.items()) {
            const auto same = [&, &name = key](const char* known) { return name == known; };
            if (std::any_of(keys.begin(), keys.end(), same)) continue;
            if (std::any_of(optional.begin(), optional.end(), same)) continue;
            return fail("unknown_key", at + "/" + escaped_key(key), "不认识的键" + in_quotes(key)), false;
        }
        for (const char* key : keys) {
            if (!json.contains(key)) return fail("missing_key", at, "缺少" + in_quotes(key)), false;
        }
        return !failed;
    }

    const Json& array(const Json& json, const std::string& at) {
        static const Json none = Json::array();
        if (json.is_array()) return json;
        fail("wrong_type", at, "应为数组");
        return none;
    }

    std::int64_t integer(const Json& json, const std::string& at) {
        if (json.is_number_integer()) return json.get<std::int64_t>();
        fail("wrong_type", at, "应为整数");
        return 0;
    }

    bool boolean(const Json& json, const std::string& at) {
        if (json.is_boolean()) return json.get<bool>();
        fail("wrong_type", at, "应为 true 或 false");
        return false;
    }

    std::string text(const Json& json, const std::string& at) {
        if (!json.is_string()) return fail("wrong_type", at, "应为字符串"), "";
        const std::string text = json.get<std::string>();
        if (trim(text).empty()) fail("empty_text", at, "不能为空");
        return text;
    }

    Day day(const Json& json, const std::string& at) {
        if (!json.is_string()) return fail("wrong_type", at, "应为字符串"), Day{};
        const Result<Day> day = day_from_text(json.get<std::string>(), at);
        if (day) return *day;
        if (!failed) failed = day.error();
        return Day{};
    }

    void format(const Json& json) {
        const std::int64_t version = integer(json["format"], "/format");
        if (!failed && version != 1) {
            fail("wrong_format", "/format", "格式版本" + std::to_string(version) + "无法读取，应为1");
        }
    }
};

// One entry of a list of days, where it came from, and whether it works.
struct Entry {
    Day date;
    std::string pointer;
    bool works = false;
};

// All days of the file are different; `entries` in the order of the file.
void check_distinct(Reader& read, const std::vector<Entry>& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (entries[i].date != entries[j].date) continue;
            if (entries[i].works == entries[j].works) {
                read.fail("duplicate_day", entries[i].pointer, to_text(entries[i].date) + "重复");
            } else {
                read.fail("off_and_make_up", entries[i].pointer, to_text(entries[i].date) + "既列为放假又列为调休上班");
            }
        }
    }
}

class YearReader {
  public:
    Reader read;
    CalendarYear year;

    void file(const Json& json) {
        if (!read.object(json, "", {"format", "year", "notices", "days_off", "make_up"}, {"also_changes"})) return;
        read.format(json);
        const std::int64_t number = read.integer(json["year"], "/year");
        if (!read.failed && (number < kFirstCalendarYear || number > kLastCalendarYear)) {
            read.fail("bad_year", "/year",
                      "年份" + std::to_string(number) + "不在" + std::to_string(kFirstCalendarYear) + "至" +
                          std::to_string(kLastCalendarYear) + "之间");
        }
        if (read.failed) return;
        year.year = static_cast<int>(number);
        notices(json["notices"]);
        const Day first = day_of(year.year, 1, 1), last = day_of(year.year, 12, 31);
        lists(json, "", first, last);
        if (json.contains("also_changes")) {
            const Json& also = json["also_changes"];
            if (!read.object(also, "/also_changes", {}, {"days_off", "make_up"})) return;
            lists(also, "/also_changes", day_of(year.year - 1, 12, 1), first - days{1});
        }
        check_distinct(read, entries_);
        sort(year.days_off);
        sort(year.make_up);
    }

  private:
    std::vector<Entry> entries_;

    static void sort(std::vector<NoticeDay>& list) {
        put_in_order(list, [](const NoticeDay& a, const NoticeDay& b) { return a.date < b.date; });
    }

    void notices(const Json& json) {
        for (const Json& item : read.array(json, "/notices")) {
            const std::string at = "/notices/" + std::to_string(year.notices.size());
            if (!read.object(item, at, {"number", "title"}, {"date"})) return;
            HolidayNotice notice{read.text(item["number"], at + "/number"), std::nullopt,
                          read.text(item["title"], at + "/title")};
            if (item.contains("date")) notice.date = read.day(item["date"], at + "/date");
            year.notices.push_back(std::move(notice));
        }
        if (year.notices.empty()) read.fail("no_notice", "/notices", "至少应列出一份放假通知");
    }

    void lists(const Json& json, const std::string& at, Day first, Day last) {
        if (json.contains("days_off")) list(json["days_off"], at + "/days_off", "holiday", false, first, last);
        if (json.contains("make_up")) list(json["make_up"], at + "/make_up", "for", true, first, last);
    }

    void list(const Json& json, const std::string& at, const char* name, bool works, Day first, Day last) {
        std::size_t i = 0;
        for (const Json& item : read.array(json, at)) {
            const std::string here = at + "/" + std::to_string(i++);
            if (!read.object(item, here, {"date", name, "notice"})) return;
            const Day date = read.day(item["date"], here + "/date");
            std::string holiday = read.text(item[name], here + "/" + name);
            const std::int64_t notice = read.integer(item["notice"], here + "/notice");
            if (read.failed) return;
            check(date, here, works, first, last);
            if (notice < 0 || notice >= static_cast<std::int64_t>(year.notices.size())) {
                read.fail("unknown_notice", here + "/notice", "没有序号为" + std::to_string(notice) + "的通知");
            }
            entries_.push_back({date, here + "/date", works});
            (works ? year.make_up : year.days_off)
                .push_back({date, std::move(holiday), static_cast<std::size_t>(notice)});
        }
    }

    void check(Day date, const std::string& here, bool works, Day first, Day last) {
        if (date < first || date > last) {
            read.fail("day_outside_year", here + "/date",
                      to_text(date) + "不在" + to_text(first) + "至" + to_text(last) + "之内");
        } else if (works && !is_weekend(date)) {
            read.fail("make_up_on_weekday", here + "/date", to_chinese(date) + "本是工作日，不能列为调休上班");
        }
    }
};

std::vector<LocalDay> read_local(Reader& read, const Json& json) {
    std::vector<LocalDay> out;
    if (!read.object(json, "", {"format", "source", "days"})) return out;
    read.format(json);
    const std::string source = read.text(json["source"], "/source");
    std::vector<Entry> entries;
    for (const Json& item : read.array(json["days"], "/days")) {
        const std::string at = "/days/" + std::to_string(out.size());
        if (!read.object(item, at, {"date", "works", "reason"})) return out;
        LocalDay day{read.day(item["date"], at + "/date"), read.boolean(item["works"], at + "/works"),
                     read.text(item["reason"], at + "/reason"), source};
        entries.push_back({day.date, at + "/date", false});
        out.push_back(std::move(day));
    }
    if (!read.failed) check_distinct(read, entries);
    return out;
}

std::optional<Error> scan(std::string_view bytes) {
    if (!is_utf8(bytes)) return error("not_json", "", "不是 UTF-8 文本");
    Scan scan(bytes);
    Json::sax_parse(bytes.begin(), bytes.end(), static_cast<nlohmann::json_sax<Json>*>(&scan));
    return scan.found;
}

}  // namespace

Result<CalendarYear> calendar_from_json(std::string_view bytes) {
    if (std::optional<Error> found = scan(bytes)) return *std::move(found);
    YearReader reader;
    reader.file(plain_json(bytes));
    if (reader.read.failed) return *std::move(reader.read.failed);
    return std::move(reader.year);
}

Result<std::vector<LocalDay>> local_days_from_json(std::string_view bytes) {
    if (std::optional<Error> found = scan(bytes)) return *std::move(found);
    Reader reader;
    std::vector<LocalDay> out = read_local(reader, plain_json(bytes));
    if (reader.failed) return *std::move(reader.failed);
    return out;
}

}  // namespace signroute
