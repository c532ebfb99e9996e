// Defects put into the real packs, one at a time, wherever they fit; counted by kind is how many an audit finds in the
// official texts. What one element says is held against the text by itself first, which costs little; only what is not
// found so is put to an audit of the whole pack. Each pack has its control totals.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <future>
#include <map>
#include <set>

#include "core/audit/audit.h"
#include "core/audit/judge.h"
#include "tests/core/audit_defects.h"
#include "tests/core/calendar_files.h"
#include "tests/core/statute_cases.h"
#include "tests/core/written_cases.h"

using namespace signroute;
using namespace signroute::test;

namespace {

constexpr double kLeast = 0.99, kLeastActors = 0.93;
const std::size_t kWholeEvery = kSampled ? 101 : 397;  // a defect found by itself is then tried in the whole pack too

const std::map<std::string, std::string> kTexts = {{"jiangyin-2022", "000_5e77e75344fe8c7c.txt"},
                                                   {"liyang", "001_8f7be185268f82c9.txt"},
                                                   {"wuxi-2022", "002_0f434f7dd5ef12f9.txt"},
                                                   {"jiangmen-2023", "003_1183c3d82349a2a9.txt"},
                                                   {"kunshan-2017", "004_bdb69ba6f3de2813.txt"}};

using Findings = std::set<std::string>;

Findings keys_of(const std::vector<NotFound>& list) {
    Findings out;
    for (const NotFound& n : list)
        out.insert("n" + n.element.kind + n.element.of + "/" + n.element.id + clause_label(n.clause) + n.kind +
                   n.claimed);
    return out;
}

Findings findings(const Audit& a) {
    Findings out = keys_of(a.not_found);
    for (const Unaccounted& u : a.unaccounted) out.insert("u" + clause_label(u.clause) + u.words);
    for (const Untaken& u : a.untaken) out.insert("t" + clause_label(u.clause) + u.figure);
    return out;
}

bool adds(const Findings& after, const Findings& before) {
    return !std::includes(before.begin(), before.end(), after.begin(), after.end());
}

struct Tally {
    int tried = 0, by_text = 0, by_total = 0, neither = 0;
    std::vector<std::string> missed;
};

class Trial {
  public:
    Trial(const Catalogue& catalogue, const Statute& statute, const Pack& pack)
        : catalogue_(catalogue),
          statute_(statute),
          pack_(pack),
          words_(vocabulary_of({&catalogue, &pack_})),
          text_(audited_text({&catalogue, &pack_}, words_, statute)) {
        pack_.citations.clear();
        pack_.names.clear();
        totals_ = totals_of({&catalogue, &pack_});
        as_it_is = findings(audit({&catalogue_, &pack_}, statute_));
    }

    void run(const TextDefect& d, bool check_whole) {
        Tally& t = tally[d.kind];
        ++t.tried;
        const bool by_text = d.alone && !d.dropped && by_itself(d);
        const bool by_total = !by_text && totals_differ(d);
        if (by_text || by_total) {
            if (check_whole && !in_whole(d, by_total)) disagree += "\n    " + d.kind + " " + d.where;
        }
        // What only a total shows may still be seen in the text as a whole; of that a sample says how often.
        const bool in_text = by_text || ((!by_total || check_whole) && in_whole(d, false));
        ++(in_text ? t.by_text : by_total ? t.by_total : t.neither);
        if (!in_text && !by_total) t.missed.push_back(d.where);
    }

    std::map<std::string, Tally> tally;
    Findings as_it_is;
    std::string disagree;

  private:
    Findings alone(const Pack& pack) const {
        const std::vector<Claims> claims = claims_of({&catalogue_, &pack});
        const Rules whole{&catalogue_, &pack_};
        return keys_of(not_found_in(open_ledger(whole, words_, text_, claims)));
    }
    void set_alone(const TextDefect& d) {
        if (d.alone == last_) return;
        last_ = d.alone;
        alone_ = (*d.alone)();
        before_ = alone(alone_);
        totals_before_ = totals_of({&catalogue_, &alone_});
    }
    bool by_itself(const TextDefect& d) {
        set_alone(d);
        Pack changed = alone_;
        d.change(changed);
        return adds(alone(changed), before_);
    }
    // Totals are sums: those of the pack differ where those of the element do.
    bool totals_differ(const TextDefect& d) {
        if (d.alone) set_alone(d);
        Pack changed = d.alone ? alone_ : pack_;
        d.change(changed);
        const Totals now = totals_of({&catalogue_, &changed});
        const Totals& before = d.alone ? totals_before_ : totals_;
        const auto cited = [](const Citation& a, const Citation& b) {
            return a.clause == b.clause && a.count == b.count;
        };
        const auto named = [](const NameTotal& a, const NameTotal& b) {
            return a.role == b.role && a.count == b.count;
        };
        return !std::equal(now.citations.begin(), now.citations.end(), before.citations.begin(), before.citations.end(),
                           cited) ||
               !std::equal(now.names.begin(), now.names.end(), before.names.begin(), before.names.end(), named);
    }
    bool in_whole(const TextDefect& d, bool with_totals) const {
        Pack changed = pack_;
        if (with_totals) {
            changed.citations = totals_.citations;
            changed.names = totals_.names;
        }
        d.change(changed);
        return adds(findings(audit({&catalogue_, &changed}, statute_)), as_it_is);
    }

    const Catalogue& catalogue_;
    const Statute& statute_;
    Pack pack_;
    Totals totals_, totals_before_;
    Vocabulary words_;
    AuditedText text_;
    std::shared_ptr<const std::function<Pack()>> last_;
    Pack alone_;
    Findings before_;
};

struct Tried {
    std::string pack, list, wrong;
    int tried = 0, found = 0, by_text = 0;
    double actors = 0;  // share of the steps given to another role that the text alone shows
};

std::string list_of(const Tally& t) {
    std::string out = std::to_string(t.by_text + t.by_total) + " of " + std::to_string(t.tried);
    if (t.by_total) out += " (" + std::to_string(t.by_total) + " by a total)";
    const std::size_t most = std::getenv("SIGNROUTE_MISSED") ? 100000 : 5;
    for (std::size_t i = 0; i < t.missed.size() && i < most; ++i) out += (i ? ", " : "; missed: ") + t.missed[i];
    return out + (t.missed.size() > most ? ", …" : "");
}

// Runs beside the same of other packs, so it asserts nothing itself.
Tried try_pack(const Catalogue& catalogue, const Pack& pack, const Statute& statute) {
    Tried out;
    out.pack = pack.id;
    Trial trial(catalogue, statute, pack);
    for (const std::string& f : trial.as_it_is) out.wrong += "\n    as it is: " + f;
    std::map<std::string, std::size_t> seen;
    std::size_t n = 0;
    for (const TextDefect& d : text_defects(pack)) {
        if (seen[d.kind]++ % kStrideOfMany == 0) trial.run(d, n++ % kWholeEvery == 0);
    }
    if (!trial.disagree.empty()) out.wrong += "\n    found by itself only: " + trial.disagree;
    const Tally& actors = trial.tally["role of step"];
    out.actors = static_cast<double>(actors.by_text) / std::max(actors.tried, 1);
    for (const auto& [kind, t] : trial.tally) {
        out.tried += t.tried;
        out.found += t.by_text + t.by_total;
        out.by_text += t.by_text;
        out.list += "\n    " + kind + ": " + list_of(t);
    }
    return out;
}

}  // namespace

TEST_CASE("defects put into a pack are found in its text") {
    const char* only = std::getenv("SIGNROUTE_PACK");
    std::vector<std::future<Tried>> packs;
    for (const Pack& pack : installed_library().packs) {
        if (only && pack.id != only) continue;
        const auto name = kTexts.find(pack.id);
        const std::string text = name == kTexts.end() ? "" : official_text(name->second);
        if (text.empty()) {
            MESSAGE("skipped: the text of " << pack.id << " is not at hand (set SEEDS_DIR)");
            continue;
        }
        const auto statute = read_statute(text);
        REQUIRE(statute);
        packs.push_back(std::async(std::launch::async,
                                   [&pack, s = *statute] { return try_pack(installed_library().catalogue, pack, s); }));
    }
    int tried = 0, found = 0;
    for (std::future<Tried>& pack : packs) {
        const Tried t = pack.get();
        MESSAGE(t.pack << ": " << t.found << " of " << t.tried << " found, " << t.by_text << " by what the text says"
                       << t.list);
        CHECK_MESSAGE(t.wrong.empty(), t.pack << ": " << t.wrong);
        if (kStride == 1) CHECK_MESSAGE(t.actors >= kLeastActors, t.pack << ": " << t.actors);
        tried += t.tried;
        found += t.found;
    }
    CHECK_MESSAGE(found >= kLeast * tried, found << " of " << tried);
}
