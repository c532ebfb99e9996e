// Defects of what comes before what: circles, orders that never matter, prerequisites that come too late.
#include <algorithm>

#include "tests/core/defects.h"

namespace signroute::test {

namespace {

class OrderOfMatter {
  public:
    OrderOfMatter(Defects& out, const Json& matter) : out_(out), m_(matter) {}

    void run() {
        for (const Json& s : list_in(m_, "steps")) {
            const std::string id = s["id"];
            add("circle_of_one", s, [id](Json& m) { by_id(m["steps"], id)["after"].push_back(id); });
            add("after_no_step", s, [id](Json& m) { by_id(m["steps"], id)["after"].push_back("no_such_step"); });
            for (const Json& earlier : list_in(s, "after")) edge(s, by_id(m_["steps"], earlier));
        }
        for (const Json& q : list_in(m_, "prerequisites")) prerequisite(q);
        for (std::size_t i = 0; i < list_in(m_, "limits").size(); ++i) limit(i);
    }

  private:
    void add(const std::string& kind, const Json& element, std::function<void(Json&)> change) {
        out_.in_matter(kind, m_, name_in(element), std::move(change));
    }

    // `late` comes after `early`.
    void edge(const Json& late, const Json& early) {
        const std::string a = early["id"], b = late["id"];
        add("circle", late, [a, b](Json& m) { by_id(m["steps"], a)["after"].push_back(b); });
        for (const Json& first : list_in(early, "after")) {
            const std::string c = first;
            add("circle_of_three", late, [c, b](Json& m) { by_id(m["steps"], c)["after"].push_back(b); });
        }
        if (const Json when = condition_of(early); !when.is_null()) {
            add("order_never_matters", late, [b, when](Json& m) {
                Json& step = by_id(m["steps"], b);
                set_condition(step, all_of({condition_of(step), none_of(when)}));
            });
        }
        // The thing that shows that the later step was taken has to be there before the earlier one.
        if (late.contains("thing")) {
            Json too_early = {{"id", "too_early"},
                              {"thing", late["thing"]},
                              {"before", a},
                              {"say", "先要有这件东西。"},
                              {"clauses", late["clauses"]}};
            add("deadlock", late, [too_early](Json& m) { m["prerequisites"].push_back(too_early); });
        }
    }

    void prerequisite(const Json& q) {
        const std::string id = q["id"];
        if (!q.value("duty", false))
            add("before_no_step", q, [id](Json& m) { by_id(m["prerequisites"], id)["before"] = "no_such_step"; });
        for (const Json& s : list_in(m_, "steps")) {
            const std::string step = s["id"];
            if (q.value("duty", false)) {
                add("duty_before_step", q, [id, step](Json& m) { by_id(m["prerequisites"], id)["before"] = step; });
                break;
            }
            const Json when = condition_of(s);
            if (when.is_null()) continue;
            add("prerequisite_of_absent_step", q, [id, step, when](Json& m) {
                Json& mine = by_id(m["prerequisites"], id);
                mine["before"] = step;
                set_condition(mine, all_of({condition_of(mine), none_of(when)}));
            });
        }
    }

    void limit(std::size_t i) {
        const Json& l = m_["limits"][i];
        add("limit_of_no_step", l, [i](Json& m) {
            Json& mine = m["limits"][i];
            if (mine.is_string()) mine = {{"limit", mine}};
            mine["step"] = "no_such_step";
        });
        for (const Json& s : list_in(m_, "steps")) {
            const std::string step = s["id"];
            const Json when = condition_of(s);
            if (when.is_null()) continue;
            add("limit_of_absent_step", l, [i, step, when](Json& m) {
                Json& mine = m["limits"][i];
                set_condition(mine, all_of({condition_of(mine), none_of(when)}));
                mine["step"] = step;
            });
        }
    }

    Defects& out_;
    const Json& m_;
};

}  // namespace

void add_order_defects(Defects& out) {
    for (const Json& m : out.p.json["matters"]) OrderOfMatter(out, m).run();
}

}  // namespace signroute::test
