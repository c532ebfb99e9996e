// Defects of figures: periods, caps, quorums and frequencies that nothing can meet, or of which two differ.
#include "core/route/route.h"
#include "tests/core/defects.h"

namespace signroute::test {

namespace {

// A limit of the catalogue that the pack has not, to stand beside one that it has.
std::string other_limit(const PackUnderTest& p) {
    for (const Named& l : p.catalogue.limits) {
        if (!find_limit(p.pack, l.id)) return l.id;
    }
    return "";
}

class OfLimit {
  public:
    OfLimit(Defects& out, const Json& limit) : out_(out), l_(limit), other_(other_limit(out.p)) {}

    void run() {
        if (l_.contains("n")) {
            for (const int n : {0, -1}) in("period_below_one", [n](Json& l) { l["n"] = n; });
            in("period_and_word", [](Json& l) { l["term"] = "及时"; });
        } else if (!l_.contains("day_of_month")) {
            in("period_missing", [](Json& l) { l.erase("term"); });
        }
        if (l_.contains("day_of_month")) {
            for (const int day : {0, 32}) in("no_such_day", [day](Json& l) { l["day_of_month"] = day; });
        }
        if (l_.contains("to")) in("period_between_one_event", [](Json& l) { l["to"] = l["from"]; });
        if (l_.contains("n") && l_["n"].is_number()) beside();
        if (l_.contains("to") && l_["from"] != "period_start") circle();
    }

  private:
    void in(const std::string& kind, std::function<void(Json&)> change) {
        out_.in_list(kind, "limits", l_, std::move(change));
    }

    // A second limit in every matter that uses this one, where this one is used.
    void twin(const std::string& kind, const Json& second) {
        const std::string id = l_["id"];
        std::string matter;
        for (const Json& m : out_.p.json["matters"]) {
            for (const Json& used : list_in(m, "limits")) {
                if (matter.empty() && name_in(used) == id) matter = m["id"];
            }
        }
        out_.list.push_back({kind, id, matter, "", second["id"],
                             [id, second](Json& pack) {
                                 pack["limits"].push_back(second);
                                 for (Json& m : pack["matters"]) {
                                     const Json uses = list_in(m, "limits");
                                     for (Json used : uses) {
                                         if (name_in(used) != id) continue;
                                         if (used.is_string()) used = second["id"];
                                         else used["limit"] = second["id"];
                                         m["limits"].push_back(used);
                                     }
                                 }
                             },
                             ""});
    }

    void beside() {
        Json second = l_;
        second["id"] = other_;
        const int n = l_["n"];
        const bool minimum = l_.value("minimum", false);
        second["n"] = n + 2;
        twin("two_periods", second);
        // Counting back, what is no minimum is the least distance.
        second["n"] = minimum == (l_.value("direction", "after") == "before") ? n + 1 : n - 1;
        if (second["n"] == 0) return;
        second["minimum"] = !minimum;
        twin("period_too_short_and_too_long", second);
    }

    // What ends this period begins one that ends where this one begins.
    void circle() {
        Json second = l_;
        second["id"] = other_;
        std::swap(second["from"], second["to"]);
        for (const char* key : {"runs_out", "gives_way_to"}) second.erase(key);
        twin("circle_of_periods", second);
    }

    Defects& out_;
    const Json& l_;
    std::string other_;
};

void of_caps(Defects& out, const Json& m) {
    for (const Json& cap : list_in(m, "caps")) {
        const std::string id = cap["id"], mine = cap.contains("at_most") ? "at_most" : "at_least",
                          other = mine == "at_most" ? "at_least" : "at_most";
        const auto edit = [&](const char* kind, std::function<void(Json&)> change) {
            out.in_matter(kind, m, id, [id, change](Json& c) { change(by_id(c["caps"], id)); });
        };
        const long long n = cap[mine];
        const long long beyond = mine == "at_most" ? n + 1 : n - 1;
        edit("cap_below_zero", [mine](Json& c) { c[mine] = -1; });
        if (!cap.contains(other)) edit("cap_without_figure", [mine](Json& c) { c.erase(mine); });
        if (beyond > 0) edit("cap_too_low_and_too_high", [other, beyond](Json& c) { c[other] = beyond; });
        out.in_matter("two_caps", m, id, [id, mine](Json& c) {
            Json second = by_id(c["caps"], id);
            second["id"] = id + "_again";
            second[mine] = second[mine].get<long long>() + 1;
            c["caps"].push_back(second);
        });
    }
}

class OfBody {
  public:
    OfBody(Defects& out, const Json& body) : out_(out), b_(body) {}

    void run() {
        for (const Json& e : list_in(b_, "entries")) {
            const std::string attribute = e["attribute"];
            if (attribute == "frequency") frequency(e);
            if (attribute == "quorum") quorum(e);
            if (attribute == "chair" && e.contains("role")) chair(e);
            if (attribute == "stand_in" && e.contains("role")) stand_in(e);
            const std::string id = e["id"];
            out_.in_body("double_entry", b_, id, [id](Json& b) {
                Json twin = by_id(b["entries"], id);
                twin["id"] = id + "_again";
                b["entries"].push_back(twin);
            });
        }
        if (list_in(b_, "entries").size())
            out_.in_body("empty_body", b_, "", [](Json& b) {
                b["entries"] = Json::array();
                b.erase("silent");
            });
    }

  private:
    void edit(const char* kind, const Json& entry, std::function<void(Json&)> change) {
        const std::string id = entry["id"];
        out_.in_body(kind, b_, id, [id, change](Json& b) { change(by_id(b["entries"], id)); });
    }
    void beside(const char* kind, const Json& entry, const char* key, const Json& value) {
        Json second = entry;
        second["id"] = "contrary";
        second[key] = value;
        out_.in_body(kind, b_, entry["id"], [second](Json& b) { b["entries"].push_back(second); });
    }

    void frequency(const Json& e) {
        if (!e.contains("n")) return;
        for (const int n : {0, -1}) edit("frequency_below_one", e, [n](Json& c) { c["n"] = n; });
        beside("two_frequencies", e, "n", e["n"].get<int>() + 1);
    }
    void quorum(const Json& e) {
        const int d = e["denominator"];
        edit("quorum_more_than_all", e, [d](Json& c) { c["numerator"] = d; });
        edit("quorum_more_than_all", e, [d](Json& c) { c["numerator"] = d + 1; });
        edit("quorum_of_nothing", e, [](Json& c) { c["denominator"] = 0; });
        edit("quorum_of_nothing", e, [](Json& c) { c["numerator"] = -1; });
        beside("two_quorums", e, "denominator", d + 1);
    }
    void chair(const Json& e) {
        for (const RoleRule& r : out_.p.pack.roles) {
            const NamedRole* named = find_named(out_.p.catalogue.roles, r.id);
            const std::string mine = e["role"];
            if (!named || named->kind != RoleKind::person || !r.resolved_by.empty()) continue;
            if (is_role(out_.p.catalogue, r.id, mine) || is_role(out_.p.catalogue, mine, r.id)) continue;
            beside("two_chairs", e, "role", r.id);
            return;
        }
    }
    void stand_in(const Json& e) {
        for (const Json& chair : b_["entries"]) {
            if (chair["attribute"] != "chair" || !chair.contains("role")) continue;
            const std::string role = chair["role"];
            edit("stands_in_for_oneself", e, [role](Json& c) { c["role"] = role; });
        }
    }

    Defects& out_;
    const Json& b_;
};

}  // namespace

void add_figure_defects(Defects& out) {
    for (const Json& l : out.p.json["limits"]) OfLimit(out, l).run();
    for (const Json& m : out.p.json["matters"]) of_caps(out, m);
    for (const Json& b : list_in(out.p.json, "bodies")) OfBody(out, b).run();
    for (const Json& r : out.p.json["roles"]) {
        out.in_list("stands_in_for_oneself", "roles", r, [](Json& role) { role["stands_in_for"] = {role["id"]}; });
    }
}

}  // namespace signroute::test
