// What the room 对照 shows: asked for when the place or the cities change.
#include <algorithm>

#include "core/contract/comparison_in.h"
#include "shell/session/reducer.h"

namespace signroute {

namespace {

constexpr const char* kTag = "compare";

}  // namespace

void Reducer::operator()(const intent::ComparePacks& i) {
    Place place = s_.place;
    std::string list;
    for (const std::string& id : i.packs) list += (list.empty() ? "" : ",") + id;
    if (list.empty()) place.query.erase("packs");
    else place.query["packs"] = list;
    (*this)(intent::Go{place, true});
}

void Reducer::compare_again() {
    if (s_.place.room != Room::compare) return;
    const auto chosen = s_.place.query.find("packs");
    Compared next;
    for (const OfferedPack& p : s_.offered) {
        const bool wanted = chosen == s_.place.query.end() || ("," + chosen->second + ",").find("," + p.id + ",") != std::string::npos;
        if (wanted && p.state != PackState::failed) next.packs.push_back(p.id);
    }
    const bool enough = next.packs.size() > 1;
    if (enough) next.request = compare_request(next.packs, s_.own_packs, s_.place.matter, facts_from_query(s_.library.catalogue, s_.place.query));
    const bool asked = s_.compared.request == next.request && s_.compared.packs == next.packs;
    if (asked) return;
    s_.compared = std::move(next);
    if (enough) emit(effect::Ask{kTag, "compare", s_.compared.request});
}

bool Reducer::compare_answered(const PlatformReport& r, const std::string& problem) {
    if (r.name != kTag) return false;
    if (r.key != s_.compared.request) return true;  // of a question that is asked no more
    s_.compared.answered = true;
    s_.compared.problem = problem;
    if (!problem.empty()) return true;
    if (s_.place.matter.empty()) {
        if (auto all = comparison_of_all_in(r.value)) s_.compared.matters = std::move(*all);
        else s_.compared.problem = all.error().message;
        return true;
    }
    if (auto one = comparison_in(s_.library.catalogue, r.value)) s_.compared.matter = std::move(*one);
    else s_.compared.problem = one.error().message;
    return true;
}

}  // namespace signroute
