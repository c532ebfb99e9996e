// Does lint find what is wrong with a pack? Defects of structure are put into every installed pack, one at a time, in
// every place where they fit. Each has to be refused by the reader or reported by lint as an error or a warning that
// the pack as it is does not have.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <future>
#include <iterator>
#include <set>

#include "core/pack/lint.h"
#include "tests/core/calendar_files.h"
#include "tests/core/defects.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

constexpr double kLeast = 0.99;
const int kWholeEvery = kSampled ? 101 : 499;  // a defect found in a cut pack is then tried in the whole pack too

using Findings = std::multiset<std::string>;

struct Held {
    bool refused = false;
    Findings findings;
    std::vector<Error> errors;
};

Held hold(const Catalogue& catalogue, const Json& json) {
    Held out;
    const PackRead read = pack_from_json(json.dump(), catalogue);
    out.refused = !read.pack;
    out.errors = read.errors;
    if (!read.pack) return out;
    for (const LintFinding& f : lint({&catalogue, &*read.pack}).findings) {
        if (f.severity == Severity::error || f.severity == Severity::warning)
            out.findings.insert(f.code + " " + f.matter + " " + f.element);
    }
    return out;
}

// The pack with one matter or one body only, and what these need: to hold a defect there costs a hundredth.
class Cut {
  public:
    Cut(const PackUnderTest& p, const std::string& matter, const std::string& body) : whole_(p.json) {
        const bool bare = matter.empty() && body.empty();  // no matter at all, and everything else
        for (const auto& [key, value] : whole_.items()) {
            static const std::set<std::string> totals = {"citations", "names"},
                                               idle = {"accounts", "silent", "notes", "applies_to"};
            const bool listed =
                key == "matters" || key == "bodies" || (!bare && (key == "limits" || key == "roles" || key == "facts"));
            if (!listed && !totals.count(key) && (bare || !idle.count(key))) json_[key] = value;
        }
        keep("matters", {matter.empty() ? body : matter});
        keep("bodies", {body});
        if (bare) return;
        const std::string rest = json_["matters"].dump() + json_["bodies"].dump();
        keep_named("limits", rest, {});
        keep_named("roles", rest + json_["limits"].dump(), {});
        std::set<std::string> spare;
        const Json& m = json_["matters"].empty() ? none_ : json_["matters"][0];
        for (const FactType type : {FactType::boolean, FactType::choice, FactType::integer}) {
            for (const Json& holder : {m, none_})
                spare.insert(spare_fact(p, holder, type)), spare.insert(spare_fact(p, holder, type, 1));
        }
        keep_named("facts", rest + json_["limits"].dump() + json_["roles"].dump(), spare);
        shorten(json_);
    }
    const Json& json() const { return json_; }

  private:
    void keep(const char* list, const std::set<std::string>& ids) {
        Json some = Json::array();
        for (const Json& e : list_in(whole_, list)) {
            if (ids.count(e["id"])) some.push_back(e);
        }
        json_[list] = some;
    }
    void keep_named(const char* list, const std::string& text, std::set<std::string> ids) {
        for (const Json& e : list_in(whole_, list)) {
            if (text.find("\"" + e["id"].get<std::string>() + "\"") != std::string::npos) ids.insert(e["id"]);
        }
        keep(list, ids);
    }
    // Every sentence becomes a short word, the same sentence the same word: nothing but length is lost.
    void shorten(Json& json) {
        if (json.is_string()) {
            const std::string text = json;
            if (text.size() > 9 && static_cast<unsigned char>(text[0]) >= 0x80)
                json = "句" + std::to_string(words_.try_emplace(text, words_.size()).first->second);
        } else if (json.is_structured()) {
            for (Json& part : json) shorten(part);
        }
    }
    const Json& whole_;
    Json json_ = Json::object(), none_;
    std::map<std::string, std::size_t> words_;
};

struct Tally {
    int tried = 0, refused = 0, linted = 0;
    std::vector<std::string> missed;
};

class Trial {
  public:
    explicit Trial(const PackUnderTest& p) : p_(p), whole_(hold(p.catalogue, p.json)) {}

    // All of `together` are names or places, or what stands apart, of one kind in one matter.
    void run_together(const std::vector<const Defect*>& together) {
        const std::pair<Json, Held>& cut = cut_for(*together.front());
        Json changed = cut.first;
        for (const Defect* d : together) d->change(changed);
        const Held after = cut.second.refused ? cut.second : hold(p_.catalogue, changed);
        std::set<std::string> places, elements;
        for (const Error& e : after.errors) places.insert(e.pointer);
        for (const std::string& f : fresh_in(after, cut.second)) elements.insert(f.substr(f.find(' ') + 1));
        for (const Defect* d : together) {
            const bool refused = !d->apart && places.count(full_pointer(*d, changed));
            const bool linted = d->apart && !after.refused && elements.count(d->matter + " " + d->element);
            if (!refused && !linted) run(*d, false);
            else ++tally_[d->kind].tried, ++(refused ? tally_[d->kind].refused : tally_[d->kind].linted);
        }
    }

    void run(const Defect& d, bool check_whole) {
        Tally& t = tally_[d.kind];
        ++t.tried;
        std::string how = in_cut(d);
        if (how.empty() || check_whole) {
            const std::string in_whole = how_found(p_.json, whole_, d, false);
            if (!how.empty() && in_whole.empty()) disagree_ += "\n    " + d.kind + " " + d.where + " " + how;
            how = in_whole;
        }
        if (how.empty()) t.missed.push_back(d.where);
        else ++(how[0] == '!' ? t.refused : t.linted);
    }

    const std::map<std::string, Tally>& tally() const { return tally_; }
    const Held& whole() const { return whole_; }
    const std::string& disagree() const { return disagree_; }

  private:
    static Findings fresh_in(const Held& after, const Held& before) {
        Findings fresh;
        std::set_difference(after.findings.begin(), after.findings.end(), before.findings.begin(),
                            before.findings.end(), std::inserter(fresh, fresh.end()));
        return fresh;
    }

    // What the reader or lint says that it did not say before, "" for nothing. In a cut pack only what is about the
    // place of the defect counts: the rest may be for want of the other matters.
    std::string how_found(const Json& base, const Held& before, const Defect& d, bool cut) {
        Json changed = base;
        d.change(changed);
        const Held after = hold(p_.catalogue, changed);
        if (after.refused)
            return before.refused ? "" : "!" + after.errors.front().code + " " + after.errors.front().pointer;
        for (const std::string& f : fresh_in(after, before)) {
            const std::string matter = f.substr(f.find(' ') + 1, f.rfind(' ') - f.find(' ') - 1),
                              element = f.substr(f.rfind(' ') + 1);
            if (!cut || (!matter.empty() && (matter == d.matter || matter == d.body)) ||
                (!element.empty() && (element == d.element || element == d.body)))
                return f;
        }
        return "";
    }

    const std::pair<Json, Held>& cut_for(const Defect& d) {
        const auto [at, fresh] = cuts_.try_emplace(d.matter + "/" + d.body);
        if (fresh) {
            at->second.first = Cut(p_, d.matter, d.body).json();
            at->second.second = hold(p_.catalogue, at->second.first);
        }
        return at->second;
    }

    std::string in_cut(const Defect& d) {
        const std::pair<Json, Held>& cut = cut_for(d);
        return cut.second.refused ? "" : how_found(cut.first, cut.second, d, true);
    }

    const PackUnderTest& p_;
    Held whole_;
    std::map<std::string, std::pair<Json, Held>> cuts_;
    std::map<std::string, Tally> tally_;
    std::string disagree_;
};

std::vector<Defect> defects_of(const PackUnderTest& p) {
    Defects out(p);
    add_step_defects(out);
    add_order_defects(out);
    add_condition_defects(out);
    add_figure_defects(out);
    add_name_defects(out);
    return std::move(out.list);
}

// In a sample under the sanitizers; now and then in the whole pack too.
void run_all(Trial& trial, const std::vector<Defect>& defects) {
    std::map<std::string, std::vector<const Defect*>> together;
    std::map<std::string, int> seen;
    int alone = 0;
    for (const Defect& d : defects) {
        if (seen[d.kind]++ % kStrideOfMany != 0) continue;
        if (d.pointer.empty() && !d.apart) trial.run(d, alone++ % kWholeEvery == 0);
        else
            together[d.kind + " " + d.matter + " " + d.body + (d.apart ? d.where.substr(0, d.where.rfind('/')) : "")]
                .push_back(&d);
    }
    for (const auto& [where, some] : together) trial.run_together(some);
}

struct Tried {
    std::string pack, list, wrong;
    int tried = 0, found = 0;
};

std::string list_of(const Tally& t) {
    std::string out = std::to_string(t.tried) + " tried, " + std::to_string(t.refused) + " refused, " +
                      std::to_string(t.linted) + " by lint";
    for (std::size_t i = 0; i < t.missed.size() && i < 12; ++i) out += (i ? ", " : "; missed: ") + t.missed[i];
    return out + (t.missed.size() > 12 ? ", …" : "");
}

// Runs beside the same of other packs, so it asserts nothing itself.
Tried try_pack(const Catalogue& catalogue, const Pack& pack, const Json& json) {
    Tried out;
    out.pack = pack.id;
    const PackUnderTest p{catalogue, pack, json};
    Trial trial(p);
    if (trial.whole().refused) out.wrong += "\n    is refused as it is";
    for (const std::string& f : trial.whole().findings) out.wrong += "\n    as it is: " + f;
    run_all(trial, defects_of(p));
    if (!trial.disagree().empty()) out.wrong += "\n    found in the cut pack only: " + trial.disagree();
    for (const auto& [kind, t] : trial.tally()) {
        out.tried += t.tried;
        out.found += t.refused + t.linted;
        out.list += "\n    " + kind + ": " + list_of(t);
    }
    return out;
}

}  // namespace

TEST_CASE("defects of structure put into a pack are refused or found by lint") {
    const char* only = std::getenv("SIGNROUTE_PACK");
    std::vector<std::future<Tried>> packs;
    for (const Pack& pack : installed_library().packs) {
        if (only ? pack.id != only : kSampled && pack.id != "wuxi-2022") continue;  // lint takes long under the sanitizers
        const std::string bytes = file("assets/packs/" + pack.id + ".json");
        packs.push_back(std::async(std::launch::async, [&pack, bytes] {
            return try_pack(installed_library().catalogue, pack, Json::parse(bytes));
        }));
    }
    int tried = 0, found = 0;
    for (std::future<Tried>& pack : packs) {
        const Tried o = pack.get();
        MESSAGE(o.pack << ": " << o.found << " of " << o.tried << " found" << o.list);
        CHECK_MESSAGE(o.wrong.empty(), o.pack << ": " << o.wrong);
        tried += o.tried;
        found += o.found;
    }
    REQUIRE(tried > 0);
    CHECK_MESSAGE(found >= kLeast * tried, found << " of " << tried);
}
