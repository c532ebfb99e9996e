#include "core/base/clause.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace signroute;

TEST_CASE("a clause is called as officials cite it") {
    CHECK(clause_label({"d", 50}) == "第五十条");
    CHECK(clause_label({"d", 50, 2, 3}) == "第五十条第二款第（三）项");
    CHECK(clause_label({"d", 37, 0, 1}) == "第三十七条第（一）项");
    const Clause digits{.doc = "d", .article = 41, .para = 2, .item = 6, .arabic = true};
    CHECK(clause_label(digits) == "第四十一条第二款第6项");
    CHECK(digits == Clause{"d", 41, 2, 6});  // the same place, however it is cited
    CHECK(clause_label({"d", 105, 1, 0, 2}) == "第一百零五条第一款第二句");
    CHECK(clause_label({"d", kNotice}) == "通知");
    CHECK(clause_label({"d", kNotice, 2}) == "通知第二款");
    CHECK(clause_label({"d", kTail}) == "末句");
    CHECK(clause_label({"d"}) == "");
}

TEST_CASE("a whole covers its parts and never the reverse") {
    const std::vector<Clause> chain = {{"d"}, {"d", 50}, {"d", 50, 2}, {"d", 50, 2, 3}, {"d", 50, 2, 3, 1}};
    for (std::size_t i = 0; i < chain.size(); ++i) {
        for (std::size_t j = 0; j < chain.size(); ++j) CHECK(covers(chain[i], chain[j]) == (i <= j));
    }
    CHECK(covers({"d", 37, 0, 1}, {"d", 37, 1, 1}));
    CHECK_FALSE(covers({"d", 50}, {"d", 5}));
    CHECK_FALSE(covers({"d", 50, 2}, {"d", 50, 1}));
    CHECK_FALSE(covers({"d", 50}, {"e", 50}));
    CHECK_FALSE(covers({"d", kTail}, {"d", kNotice}));
}

TEST_CASE("clauses sort in reading order") {
    const std::vector<Clause> order = {{"d"},          {"d", kNotice}, {"d", 1}, {"d", 1, 1}, {"d", 1, 1, 0, 1},
                                       {"d", 1, 1, 1}, {"d", 1, 2},    {"d", 2}, {"d", 10},   {"d", kTail},
                                       {"e"}};
    std::vector<Clause> mixed(order.rbegin(), order.rend());
    std::sort(mixed.begin(), mixed.end());
    CHECK(mixed == order);
    for (const Clause& c : order) CHECK_FALSE(c < c);
}
