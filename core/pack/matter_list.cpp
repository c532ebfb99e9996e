#include "core/pack/matter_list.h"

#include <algorithm>
#include <optional>

#include "core/base/order.h"
#include "core/base/pinyin.h"
#include "core/base/text.h"

namespace signroute {

namespace {

std::vector<std::string> words_of(std::string_view filter) {
    std::vector<std::string> out(1);
    for (const char32_t c : code_points(filter)) {
        const bool blank = c == ' ' || c == U'　' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) append_utf8(out.back(), c);
        else if (!out.back().empty()) out.emplace_back();
    }
    if (out.back().empty()) out.pop_back();
    return out;
}

bool fits(std::string_view text, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(), [&](const std::string& w) { return contains(text, w) || has_initials(text, w); });
}

void add(std::vector<MatterTopic>& topics, const Catalogue& catalogue, const std::string& topic, ListedMatter matter) {
    auto at = std::find_if(topics.begin(), topics.end(), [&](const MatterTopic& t) { return t.id == topic; });
    if (at == topics.end()) {
        const Named* named = find_named(catalogue.topics, topic);
        at = topics.insert(topics.end(), {topic, named ? named->title : topic, {}});
    }
    at->matters.push_back(std::move(matter));
}

// What a clerk does most comes first; the rest in the catalogue's order.
constexpr std::string_view kFirstTopics[] = {"outgoing_documents", "submitted_documents", "consultation", "normative_documents", "minutes", "agenda", "meetings", "city_meetings"};

std::size_t place_of(const std::string& topic) {
    return static_cast<std::size_t>(std::find(std::begin(kFirstTopics), std::end(kFirstTopics), topic) - std::begin(kFirstTopics));
}

void sort_topics(std::vector<MatterTopic>& topics) {
    put_in_order(topics, [](const MatterTopic& a, const MatterTopic& b) { return place_of(a.id) < place_of(b.id); });
}

}  // namespace

std::vector<const Named*> topics_in_order(const Catalogue& catalogue) {
    std::vector<const Named*> out;
    for (const Named& t : catalogue.topics) out.push_back(&t);
    put_in_order(out, [](const Named* a, const Named* b) { return place_of(a->id) < place_of(b->id); });
    return out;
}

namespace {

// Nothing if the filter leaves it out.
std::optional<ListedMatter> listed(const NamedMatter& named, const Matter* own, const std::vector<std::string>& words) {
    ListedMatter out{named.id, own ? own->title : named.title, {}};
    if (fits(out.title, words)) return out;
    for (const auto* aliases : {own ? &own->aliases : &named.aliases, &named.aliases}) {
        const auto at = std::find_if(aliases->begin(), aliases->end(), [&](const std::string& a) { return fits(a, words); });
        if (at == aliases->end()) continue;
        out.found_by = *at;
        return out;
    }
    return std::nullopt;
}

}  // namespace

// Regulated matters keep the pack's order, which follows the text; the others that of the catalogue.
MatterList list_matters(const Catalogue& catalogue, const Pack& pack, std::string_view filter) {
    const std::vector<std::string> words = words_of(filter);
    MatterList out;
    for (const Matter& own : pack.matters) {
        const NamedMatter* named = find_named(catalogue.matters, own.id);
        if (!named || !own.regulated) continue;
        if (auto m = listed(*named, &own, words)) add(out.regulated, catalogue, own.topic, std::move(*m));
    }
    for (const NamedMatter& named : catalogue.matters) {
        const Matter* own = find_matter(pack, named.id);
        if (own && own->regulated) continue;
        if (auto m = listed(named, own, words)) add(out.silent, catalogue, named.topic, std::move(*m));
    }
    sort_topics(out.regulated);
    sort_topics(out.silent);
    return out;
}

std::size_t count(const std::vector<MatterTopic>& topics) {
    std::size_t n = 0;
    for (const MatterTopic& t : topics) n += t.matters.size();
    return n;
}

}  // namespace signroute
