#include "shell/session/place.h"

#include <array>
#include <utility>
#include <vector>

namespace signroute {

namespace {

constexpr std::pair<Room, std::string_view> kRooms[] = {{Room::route, "route"},     {Room::deadline, "deadline"}, {Room::plan, "plan"},       {Room::check, "check"},       {Room::training, "training"},
                                                        {Room::compare, "compare"}, {Room::statute, "statute"},   {Room::cases, "cases"},       {Room::settings, "settings"}};

// RFC 3986, section 2.3: unreserved characters stand for themselves.
bool plain(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~' || c == ':' || c == ',';
}

std::string encode(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    for (const unsigned char c : text) {
        if (plain(c)) out += static_cast<char>(c);
        else out += {'%', hex[c >> 4], hex[c & 15]};
    }
    return out;
}

int digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

std::string decode(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() + 0 && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
        if (escape) {
            out += static_cast<char>(digit(text[i + 1]) << 4 | digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> out;
    for (;;) {
        const std::size_t end = text.find(at);
        out.emplace_back(text.substr(0, end));
        if (end == text.npos) return out;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string> parts_of(const Place& p) {
    switch (p.room) {
        case Room::route: return {p.pack, p.matter};
        case Room::deadline: return {p.pack, p.limit};
        case Room::plan:
        case Room::check: return {p.record};
        case Room::training: return p.part == "courses" ? std::vector<std::string>{p.part, p.pack, p.record} : std::vector<std::string>{p.part};
        case Room::compare: return {p.matter};
        case Room::statute: return {p.pack, p.clause};
        case Room::cases:
        case Room::settings: return {};
    }
    return {};
}

void take_parts(Place& p, const std::vector<std::string>& parts) {
    const auto part = [&](std::size_t i) { return i < parts.size() ? decode(parts[i]) : std::string(); };
    if (p.room == Room::check || p.room == Room::plan) {
        p.record = part(1);
        return;
    }
    if (p.room == Room::training) {
        p.part = part(1);
        if (p.part == "courses") p.pack = part(2), p.record = part(3);
        return;
    }
    if (p.room == Room::compare) {
        p.matter = part(1);
        return;
    }
    p.pack = part(1);
    if (p.room == Room::route) p.matter = part(2);
    if (p.room == Room::deadline) p.limit = part(2);
    if (p.room == Room::statute) p.clause = part(2);
}

}  // namespace

std::string address_of(const Place& place) {
    std::string out = "#/";
    for (const auto& [room, name] : kRooms) {
        if (room == place.room) out += name;
    }
    std::vector<std::string> parts = parts_of(place);
    while (!parts.empty() && parts.back().empty()) parts.pop_back();
    for (const std::string& p : parts) out += "/" + encode(p);
    char mark = '?';
    for (const auto& [key, value] : place.query) {
        out += mark + encode(key) + "=" + encode(value);
        mark = '&';
    }
    return out;
}

Place place_from_address(std::string_view address) {
    Place out;
    if (address.substr(0, 2) == "#/") address.remove_prefix(2);
    const std::size_t mark = address.find('?');
    const std::vector<std::string> parts = split(address.substr(0, mark), '/');
    bool known = false;
    for (const auto& [room, name] : kRooms) {
        if (parts.front() != name) continue;
        out.room = room;
        known = true;
    }
    if (!known) return out;
    take_parts(out, parts);
    if (mark == address.npos) return out;
    for (const std::string& pair : split(address.substr(mark + 1), '&')) {
        const std::size_t is = pair.find('=');
        if (is != pair.npos) out.query[decode(std::string_view(pair).substr(0, is))] = decode(std::string_view(pair).substr(is + 1));
    }
    if (out.room == Room::training && out.query.count("city")) out.pack = out.query["city"];
    return out;
}

}  // namespace signroute
