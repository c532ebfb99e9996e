// The command line: signroute VERB [--pack ID] [--assets DIR] [--text FILE] [--raw] [--lines] [FILE]
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/contract/answer.h"

namespace {

namespace fs = std::filesystem;
using signroute::Library;
using signroute::Reply;

constexpr const char* kUsage =
    "用法：signroute VERB [--pack ID] [--assets DIR] [--lines] [FILE]\n"
    "VERB：packs catalogue matters pack route assess why plan deadline compare lint audit report quiz grade review\n"
    "course exam result tally deck。\n"
    "audit 另有 --text FILE；report、exam、result、tally 另有 --raw，只写文件内容。\n";

std::optional<std::string> read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::string out;
    for (char part[1 << 16]; in.read(part, sizeof part), in.gcount() > 0;) out.append(part, static_cast<std::size_t>(in.gcount()));
    return out;
}

std::vector<fs::path> json_files(const fs::path& folder) {
    std::vector<fs::path> out;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().extension() == ".json") out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

int complain(const fs::path& file, const signroute::Error& e) {
    std::cerr << file.string() << (e.line ? ":" + std::to_string(e.line) : "") << " " << e.pointer << " [" << e.code << "] " << e.message << "\n";
    return 2;
}

int cannot_open(const fs::path& file) {
    std::cerr << "打不开文件：" << file.string() << "\n";
    return 2;
}

// A folder may do without them.
int load_general(const fs::path& file, Library& out) {
    auto bytes = read_file(file);
    if (!bytes) return 0;
    auto general = signroute::general_rules_from_json(*bytes, out.catalogue);
    if (!general) return complain(file, general.error());
    out.general = std::move(general.value());
    signroute::keep_source(out, file.filename().string(), std::move(*bytes));
    return 0;
}

int load_packs(const fs::path& assets, Library& out) {
    const auto bytes = read_file(assets / "catalogue.json");
    if (!bytes) return cannot_open(assets / "catalogue.json");
    const auto catalogue = signroute::catalogue_from_json(*bytes);
    if (!catalogue) return complain(assets / "catalogue.json", catalogue.error());
    out.catalogue = *catalogue;
    signroute::keep_source(out, "catalogue.json", *bytes);
    if (const int failed = load_general(assets / "general_rules.json", out)) return failed;
    int status = 0;
    for (const fs::path& file : json_files(assets / "packs")) {
        std::string text = read_file(file).value_or("");
        signroute::PackRead read = signroute::pack_from_json(text, out.catalogue);
        for (const auto& e : read.errors) status = complain(file, e);
        if (read.pack) out.packs.push_back(std::move(*read.pack));
        signroute::keep_source(out, file.filename().string(), std::move(text));
    }
    return status;
}

int load_calendar(const fs::path& assets, Library& out) {
    std::vector<signroute::CalendarYear> years;
    for (const fs::path& file : json_files(assets / "calendars")) {
        std::string text = read_file(file).value_or("");
        auto year = signroute::calendar_from_json(text);
        if (!year) return complain(file, year.error());
        years.push_back(*year);
        signroute::keep_source(out, file.filename().string(), std::move(text));
    }
    auto calendar = signroute::Calendar::make(std::move(years));
    if (!calendar) return complain(assets / "calendars", calendar.error());
    out.calendar = *calendar;
    return 0;
}

struct Arguments {
    std::string verb, pack, text, file;
    fs::path assets = SIGNROUTE_ASSETS;
    bool lines = false, raw = false;
};

std::optional<Arguments> parse(int argc, char** argv) {
    Arguments out;
    for (int i = 1; i < argc; ++i) {
        const std::string a = argv[i];
        const bool valued = a == "--pack" || a == "--assets" || a == "--text";
        if (valued && i + 1 == argc) return std::nullopt;
        if (a == "--lines") out.lines = true;
        else if (a == "--raw") out.raw = true;
        else if (a == "--pack") out.pack = argv[++i];
        else if (a == "--assets") out.assets = argv[++i];
        else if (a == "--text") out.text = argv[++i];
        else if (out.verb.empty() && a.rfind("--", 0) != 0) out.verb = a;
        else if (out.file.empty() && a.rfind("--", 0) != 0) out.file = a;
        else return std::nullopt;
    }
    if (!out.text.empty() && (out.verb != "audit" || out.lines || !out.file.empty())) return std::nullopt;
    constexpr const char* kWriters[] = {"report", "exam", "result", "tally"};
    if (out.raw && (out.lines || std::find(std::begin(kWriters), std::end(kWriters), out.verb) == std::end(kWriters))) return std::nullopt;
    return out.verb.empty() ? std::nullopt : std::optional(out);
}

// {"text":"…"} for a file as it is; bytes that are no UTF-8 are left to the reader of the request to refuse.
std::string text_request(const std::string& text) {
    constexpr char kHex[] = "0123456789abcdef";
    std::string out = "{\"text\":\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) out += std::string("\\u00") + kHex[byte >> 4] + kHex[byte & 15];
        else if (c == '"' || c == '\\') out += std::string("\\") + c;
        else out += c;
    }
    return out + "\"}";
}

constexpr std::size_t kTogether = 256;

// The next line and those that lie ready behind it; none at the end.
std::vector<std::string> ready_lines(std::istream& in) {
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) {
        out.push_back(std::move(line));
        if (out.size() == kTogether || in.rdbuf()->in_avail() <= 0) break;
    }
    return out;
}

// The answers in the order of the lines, worked out on every processor.
std::vector<Reply> answer_together(const Library& library, const Arguments& args, const std::vector<std::string>& lines) {
    std::vector<Reply> out(lines.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < lines.size(); i = next++) out[i] = signroute::answer(library, args.verb, args.pack, lines[i]);
    };
    std::vector<std::future<void>> others;
    const std::size_t hands = std::min<std::size_t>(std::thread::hardware_concurrency(), lines.size());
    for (std::size_t i = 1; i < hands; ++i) others.push_back(std::async(std::launch::async, work));
    work();
    for (auto& one : others) one.get();
    return out;
}

int answer_lines(const Library& library, const Arguments& args, std::istream& in) {
    int status = 0;
    for (auto lines = ready_lines(in); !lines.empty(); lines = ready_lines(in)) {
        for (const Reply& reply : answer_together(library, args, lines)) {
            std::cout << reply.json;
            status = std::max(status, reply.status);
        }
        std::cout.flush();
    }
    return status;
}

int run(const Arguments& args) {
    Library library;
    if (const int failed = load_packs(args.assets, library)) return failed;
    if (const int failed = load_calendar(args.assets, library)) return failed;
    std::ifstream file;
    const std::string& named = args.text.empty() ? args.file : args.text;
    if (!named.empty()) {
        file.open(named, std::ios::binary);
        if (!file) return cannot_open(named);
    }
    std::istream& in = named.empty() ? std::cin : file;
    if (args.lines) return answer_lines(library, args, in);
    std::string request;
    if (signroute::needs_request(args.verb) || !named.empty()) request.assign(std::istreambuf_iterator<char>(in), {});
    if (!args.text.empty()) request = text_request(request);
    const Reply reply = signroute::answer(library, args.verb, args.pack, request);
    std::cout << (args.raw && !reply.document.empty() ? reply.document : reply.json);
    if (reply.json.rfind("{\"error\":{\"code\":\"unknown_verb\"", 0) == 0) std::cerr << kUsage;
    return reply.status;
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const auto args = parse(argc, argv);
    if (args) return run(*args);
    std::cerr << kUsage;
    return 2;
}
