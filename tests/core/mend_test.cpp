// What a mend does, by cases in the fictional city of harbour.h, and how it counts in plans of thirty steps.
#include <algorithm>
#include <random>

#include "core/findings/mend.h"
#include "tests/core/harbour_findings.h"

using namespace signroute;
using namespace signroute::test;

namespace {

std::string said(const Edit& e) {
    const auto place = [](std::size_t i) { return std::to_string(i); };
    switch (e.op) {
        case Edit::Op::insert: return "insert " + place(e.at) + " " + step_title(harbour_catalogue(), e.step);
        case Edit::Op::replace: return "replace " + place(e.at) + " " + step_title(harbour_catalogue(), e.step);
        case Edit::Op::move: return "move " + place(e.from) + " " + place(e.at);
        case Edit::Op::remove: return "remove " + place(e.at);
        case Edit::Op::redate: return "redate " + place(e.at) + " " + (e.date.empty() ? "-" : e.date);
        case Edit::Op::enclose: return "enclose " + e.thing;
        case Edit::Op::perform: return "perform " + e.thing;
    }
    return "";
}

// The edits with the articles that they rest on: "insert 1 文书官审核 §3".
std::string said(const Mend& m) {
    std::string out;
    for (const Edit& e : m.edits) {
        out += (out.empty() ? "" : "; ") + said(e);
        for (const Clause& c : e.clauses) out += " §" + std::to_string(c.article);
    }
    return out;
}

// Made one after the other, and what they ask to be done stated as done, the edits leave nothing in the way but `remains`.
const Mend mend_of(const Case& c) {
    const Assessment a = assessed(c);
    REQUIRE(a.mend);
    Case after = c;
    for (const Edit& e : a.mend->edits) {
        after.planned = applied(e, after.planned);
        if (!e.thing.empty()) after.done[e.thing] = {Truth::yes, std::nullopt};
    }
    CHECK(after.planned == a.mend->plan);
    CHECK(a.mended == a.mend->plan);
    const Assessment again = assessed(after);
    std::size_t left = 0;
    for (const Finding& f : again.findings.list) left += stands_in_the_way(f);
    CHECK_MESSAGE(left == a.mend->remains.size(), told(again));
    CHECK(a.mend->least);
    return *a.mend;
}

Case dated(const std::vector<std::string>& plan, const std::vector<std::string>& dates, Facts facts = kPlain) {
    Case out = edict(plan, std::move(facts));
    for (std::size_t i = 0; i < dates.size(); ++i) out.planned[i].date = dates[i];
    return out;
}

}  // namespace

TEST_CASE("a plan that passes needs no mend, nor does one of which only questions and notes are left") {
    const Mend none = mend_of(edict());
    CHECK(none.edits.empty());
    CHECK(none.plan == edict().planned);
    CHECK(none.remains.empty());
    CHECK(mend_of(edict({"书记拟稿", "文书官审核", "副港主签发", "港务官抄送"})).edits.empty());
    CHECK(mend_of(edict({"书记拟稿", "文书官审核", "副港主签发", "老王抄送"})).edits.empty());  // no rule asks for it
    CHECK(mend_of(edict(kGoodPlan, without(kPlain, "pages"))).edits.empty());
    CHECK(!assessed(harbour_case("letter", {})).mend);
}

TEST_CASE("one edit mends one thing, and rests on the clause that demands it") {
    CHECK(said(mend_of(edict({"书记拟稿", "副港主签发"}))) == "insert 1 文书官审核 §3");
    CHECK(said(mend_of(edict({"文书官审核", "副港主签发"}))) == "insert 0 书记拟稿 §1");
    CHECK(said(mend_of(edict({"书记拟稿", "港务官审核", "副港主签发"}))) == "replace 1 文书官审核 §3");
    CHECK(said(mend_of(edict({"书记拟稿", "文书官签发", "副港主签发"}))) == "replace 1 文书官审核 §3");
    CHECK(said(mend_of(edict({"书记拟稿", "文书官抄送", "副港主签发"}))) == "insert 1 文书官审核 §3");
    CHECK(said(mend_of(edict({"书记拟稿", "老王审核", "副港主签发"}))) == "replace 1 文书官审核 §3");
    CHECK(said(mend_of(important("首席副港主签发", with(with(kPlain, "important", true), "delegated", false)))) == "replace 3 港主签发 §4");
    CHECK(said(mend_of(edict({"书记拟稿", "文书官审核", "副港主签发", "港务官签发"}))) == "remove 3 §7");
    CHECK(said(mend_of(edict({"书记拟稿", "文书房抄送", "文书官审核", "副港主签发"}))) == "move 1 4 §6");
}

TEST_CASE("the form and the addressee are put right in one edit, at whatever the clause's word is") {
    Case c = harbour_case("report", {}, {"书记报送"});
    c.planned[0].to = "mayor";
    c.planned[0].form = "口头";
    const Mend m = mend_of(c);
    CHECK(said(m) == "replace 0 书记报送 §16");
    CHECK(m.plan[0].to == "first_deputy");
    CHECK(m.plan[0].form == "书面");
}

TEST_CASE("one edit may mend two things: a forbidden step becomes the missing one, a doubled one hides a misplaced one") {
    CHECK(said(mend_of(edict({"书记拟稿", "港务官签发", "副港主签发"}))) == "replace 1 文书官审核 §3");
    CHECK(mend_of(edict({"书记拟稿", "港务官签发", "文书官审核"})).cost() == 2);
    CHECK(mend_of(edict({"副港主签发", "文书官审核", "书记拟稿"})).cost() == 2);
    CHECK(said(mend_of(edict({"副港主签发", "书记拟稿", "文书官审核", "副港主签发"}))) == "remove 0 §4");
    CHECK(said(mend_of(edict({"副港主签发", "书记拟稿", "文书官审核"}))) == "move 0 3 §4");
}

TEST_CASE("ties: the step that stands for another is given to it, a way begun is ended, then the earlier step is changed") {
    // To put 文书官审核 in behind 书记拟稿 would do as well, and would stand earlier.
    CHECK(said(mend_of(edict({"书记拟稿", "主事人批准", "港务官审核", "副港主签发"}))) == "replace 2 文书官审核 §3");
    // What somebody planned for its own sake is not overwritten.
    CHECK(said(mend_of(edict({"书记拟稿", "主事人批准", "副港主签发"}))) == "insert 1 文书官审核 §3");
    CHECK(said(mend_of(harbour_case("letter", {}, {"书记拟稿"}))) == "insert 1 港主签发 §10");
    CHECK(said(mend_of(harbour_case("letter", {}, {"书记拟稿", "文书官审核"}))) == "insert 2 副港主签发 §10");
    // Either of two steps that stand the wrong way round may move.
    CHECK(said(mend_of(edict({"书记拟稿", "副港主签发", "文书官审核"}))) == "move 1 3 §4");
    CHECK(said(mend_of(edict({"文书官审核", "书记拟稿", "副港主签发"}))) == "move 0 2 §3");
}

TEST_CASE("an enclosure is enclosed and a thing is done where it was said not to be, one edit each") {
    Case c = edict({"书记拟稿", "副港主签发"}, with(kPlain, "kind", std::string("order")));
    c.done["poll"] = {Truth::no, std::nullopt};
    c.done["map"] = {Truth::no, std::nullopt};
    CHECK(said(mend_of(c)) == "insert 1 文书官审核 §3; perform poll §5; enclose map §5");
    c.done["poll"] = {Truth::unknown, std::nullopt};  // a question is not mended
    CHECK(said(mend_of(c)) == "insert 1 文书官审核 §3; enclose map §5");
}

TEST_CASE("days: the order is mended where they tell it, a day that does not exist is taken out, a thing done is waited for") {
    CHECK(said(mend_of(dated(kGoodPlan, {"", "2025-03-05", "2025-03-04"}))) == "redate 1 2025-03-04 §4");
    CHECK(said(mend_of(dated(kGoodPlan, {"2025-03-03", "2025-02-29", "2025-03-04"}))) == "redate 1 - §3");
    Case c = dated(kGoodPlan, {"", "2025-03-04", ""}, with(kPlain, "kind", std::string("order")));
    c.done["poll"] = {Truth::yes, day("2025-03-05")};
    CHECK(said(mend_of(c)) == "redate 1 2025-03-05 §5");
    c.planned[2].date = "2025-03-04";  // then the step behind it waits too
    CHECK(said(mend_of(c)) == "redate 1 2025-03-05 §5; redate 2 2025-03-05 §5");
    // Listed the wrong way round and dated the right way: nothing is wrong.
    CHECK(mend_of(dated({"书记拟稿", "副港主签发", "文书官审核"}, {"", "2025-03-05", "2025-03-04"})).edits.empty());
}

TEST_CASE("what no edit takes away is said, and the rest is mended all the same") {
    const Mend urgent = mend_of(edict({"书记拟稿", "副港主签发"}, with(with(kPlain, "urgent", true), "pages", std::int64_t{9})));
    CHECK(said(urgent) == "insert 1 文书官审核 §3");
    REQUIRE(urgent.remains.size() == 2);
    std::string codes;
    for (const Finding& f : urgent.remains) codes += std::string(name(f.code)) + " " + f.element + ";";
    CHECK(codes == "forbidden hasty;over_limit length;");
    const Mend only_facts = mend_of(edict(kGoodPlan, with(kPlain, "urgent", true)));
    CHECK(only_facts.edits.empty());
    CHECK(only_facts.remains.size() == 1);
}

TEST_CASE("where the text bears two readings each has its mend, and the whole has none") {
    const Case c = harbour_case("ruling", {{"chair", std::string("secretary")}}, {"文书官签署"});
    const Assessment a = assessed(c);
    CHECK(!a.mend);
    REQUIRE(a.readings.size() == 2);
    CHECK(said(*a.readings[0].answer->mend) == "insert 0 港主签发 §11");
    CHECK(said(*a.readings[1].answer->mend) == "insert 0 副港主签发 §11");
}

namespace {

// A matter of thirty steps, each with an act and an actor of its own, in so many chains side by side.
Pack long_pack(std::size_t steps, std::size_t chains) {
    Pack out = harbour_pack();
    Matter m;
    m.id = "edict";
    m.clauses = {{"rules", 1}};
    for (std::size_t i = 0; i < steps; ++i) {
        StepRule r;
        r.id = "s" + std::to_string(i);
        r.role = harbour_catalogue().roles[i % 5 == 2 ? 9 : i % 5].id;  // nobody who is a kind of another
        r.action = harbour_catalogue().actions[i / 5].id;
        r.clauses = {{"rules", static_cast<int>(i % 20) + 1}};
        if (i >= chains) r.after = {"s" + std::to_string(i - chains)};
        m.steps.push_back(r);
    }
    for (Matter& old : out.matters) {
        if (old.id == "edict") old = m;
    }
    return out;
}

// The longest part of one chain that stands in order.
std::size_t in_order(const std::vector<std::size_t>& order, std::size_t chain, std::size_t chains) {
    std::vector<std::size_t> best(order.size(), 0);
    std::size_t out = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i] % chains != chain) continue;
        best[i] = 1;
        for (std::size_t k = 0; k < i; ++k) {
            if (order[k] % chains == chain && order[k] < order[i]) best[i] = std::max(best[i], best[k] + 1);
        }
        out = std::max(out, best[i]);
    }
    return out;
}

}  // namespace

TEST_CASE("of thirty steps in any order only those move that do not stand in the longest part that is in order") {
    std::mt19937 random(11);
    for (const std::size_t chains : {1, 2, 5}) {
        const Pack pack = long_pack(30, chains);
        const Rules rules{&harbour_catalogue(), &pack};
        for (int round = 0; round < 40 / std::min(kStride, 4); ++round) {
            std::vector<std::size_t> order(30);
            for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
            if (round % 2) std::shuffle(order.begin(), order.end(), random);
            else for (int swap = 0; swap < 4; ++swap) std::swap(order[random() % 30], order[random() % 30]);
            const std::size_t left_out = round % 3;
            order.resize(order.size() - left_out);
            Case c;
            c.matters = {"edict"};
            c.has_plan = true;
            for (const std::size_t i : order) {
                PlannedStep s;
                s.role = find_matter(pack, "edict")->steps[i].role;
                s.action = find_matter(pack, "edict")->steps[i].action;
                c.planned.push_back(s);
            }
            std::size_t want = order.size() + left_out;
            for (std::size_t chain = 0; chain < chains; ++chain) want -= in_order(order, chain, chains);
            const Assessment a = assess(rules, installed(), c);
            REQUIRE(a.mend);
            CHECK(a.mend->cost() == want);
            CHECK(a.mend->least);
            CHECK(a.mend->remains.empty());
            for (const Edit& e : a.mend->edits) c.planned = applied(e, c.planned);
            CHECK(assess(rules, installed(), c).verdict != Verdict::fail);
        }
    }
}
