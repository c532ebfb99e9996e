// Defects of who does what: contrary outcomes, combinations without one, groups of one, doubles, and one person twice.
#include <algorithm>
#include <set>

#include "core/route/route.h"
#include "tests/core/defects.h"

namespace signroute::test {

namespace {

const char* const kRules[] = {"steps",  "prerequisites", "prohibitions", "caps",
                              "limits", "notes",         "silent",       "readings"};

// Another person of the pack, no kind of this one.
std::string other_person(const PackUnderTest& p, const std::string& role) {
    for (const RoleRule& r : p.pack.roles) {
        const NamedRole* named = find_named(p.catalogue.roles, r.id);
        if (!named || named->kind != RoleKind::person || !r.resolved_by.empty()) continue;
        if (!is_role(p.catalogue, r.id, role) && !is_role(p.catalogue, role, r.id)) return r.id;
    }
    return "";
}

Json prohibition(const Json& of, const Json& breach) {
    Json out = {{"id", "contrary"},
                {"say", "不得这样办。"},
                {"clauses", of["clauses"]},
                {"breach", breach},
                {"instead", "改办他事。"}};
    set_condition(out, condition_of(of));
    return out;
}

// No silence of the matter says any more, where `when` does not hold, that who decides or how is open.
void narrow_silences(Json& matter, const Json& when) {
    if (!matter.contains("silent")) return;
    for (Json& s : matter["silent"]) {
        if (s["aspect"] == "actor" || s["aspect"] == "procedure") set_condition(s, all_of({condition_of(s), when}));
    }
}

// Nothing refers to the step any more: what came after it comes after what it came after.
void drop_step(Json& matter, const std::string& id) {
    const Json gone = by_id(matter["steps"], id);
    Json rest = Json::array();
    for (Json s : matter["steps"]) {
        if (s["id"] == id) continue;
        Json after = Json::array();
        for (const Json& a : list_in(s, "after")) {
            if (a != id) after.push_back(a);
            else
                for (const Json& before : list_in(gone, "after")) after.push_back(before);
        }
        if (s.contains("after")) s["after"] = after;
        rest.push_back(s);
    }
    matter["steps"] = rest;
    if (matter.contains("prerequisites")) {
        for (Json& q : matter["prerequisites"]) {
            if (q.value("before", "") == id) q.erase("before");
        }
    }
    if (matter.contains("limits")) {
        for (Json& l : matter["limits"]) {
            if (l.is_object() && l.value("step", "") == id) l.erase("step");
        }
    }
}

class OfMatter {
  public:
    OfMatter(Defects& out, const Json& matter, const Matter& read)
        : out_(out), p_(out.p), m_(matter), read_(read), worlds_(p_, read) {}

    void run() {
        for (std::size_t i = 0; i < list_in(m_, "steps").size(); ++i) {
            const Json& s = m_["steps"][i];
            contrary(s);
            gaps(s, i);
            groups(s);
            self(s);
            for (std::size_t k = 0; k < m_["steps"].size(); ++k) self_review(s, i, m_["steps"][k], k);
        }
        for (const Json& q : list_in(m_, "prerequisites")) {
            add("forbidden_thing", q, [q](Json& m) {
                m["prohibitions"].push_back(prohibition(q, {{"done", q["thing"]}}));
            });
        }
        for (const Json& q : list_in(m_, "prohibitions")) {
            if (!q.contains("instead")) continue;
            const std::string id = q["id"];
            add("instead_itself", q, [id](Json& m) {
                by_id(m["prohibitions"], id)["instead"] = {{"matter", m["id"]}};
            });
        }
        for (const char* list : kRules) doubles(list);
        if (list_in(m_, "steps").empty()) return;
        out_.in_matter("unregulated_with_steps", m_, "regulated", [](Json& m) { m["regulated"] = false; });
        out_.in_matter("empty_matter", m_, "", [](Json& m) {
            for (const char* list : kRules) m.erase(list);
        });
    }

  private:
    void add(const std::string& kind, const Json& element, std::function<void(Json&)> change) {
        out_.in_matter(kind, m_, name_in(element), std::move(change));
    }

    // A second role decides, or what is required is forbidden, in the very cases in which this step stands.
    void contrary(const Json& s) {
        const std::string role = s.value("role", "");
        if (role.empty() || s.value("status", "required") != "required") return;
        if (const std::string other = other_person(p_, role); s.value("decides", false) && !other.empty()) {
            add("second_decider", s, [s, other](Json& m) {
                Json second = s;
                for (const char* key : {"one_of", "path", "thing", "delegable_to", "status"}) second.erase(key);
                second["id"] = "second_decider";
                second["role"] = other;
                m["steps"].push_back(second);
            });
        }
        if (s.contains("one_of")) return;
        const Json taken = {{"planned", {{"role", {role}}, {"action", {s["action"]}}}}};
        add("forbidden_step", s, [s, taken](Json& m) { m["prohibitions"].push_back(prohibition(s, taken)); });
    }

    void gaps(const Json& s, std::size_t i) {
        if (!s.value("decides", false) || s.value("status", "required") != "required" || !worlds_.decides_alone(i))
            return;
        const std::string id = s["id"];
        for (std::size_t n = 0; n < 2; ++n) {
            const std::string fact = spare_fact(p_, m_, FactType::boolean, n);
            const Json yes = n == 0 ? Json(fact) : Json{{"fact", fact}, {"is", false}};
            add("gap_narrowed", s, [id, yes](Json& m) {
                Json& step = by_id(m["steps"], id);
                set_condition(step, all_of({condition_of(step), yes}));
                narrow_silences(m, yes);
            });
        }
        const auto deciders =
            std::count_if(read_.steps.begin(), read_.steps.end(), [](const StepRule& o) { return o.decides; });
        if (deciders < 2) return;
        const Json when = condition_of(s);
        if (when.is_null()) return;
        add("gap_dropped", s, [id, when](Json& m) {
            drop_step(m, id);
            narrow_silences(m, none_of(when));
        });
    }

    void groups(const Json& s) {
        const std::string id = s["id"];
        add("group_of_one", s, [id](Json& m) {
            Json& step = by_id(m["steps"], id);
            step["one_of"] = "alone";
            step.erase("path");
        });
        if (s.contains("one_of")) return;
        add("path_without_group", s, [id](Json& m) { by_id(m["steps"], id)["path"] = "alone"; });
    }

    void self(const Json& s) {
        const std::string role = s.value("role", ""), id = s["id"];
        if (role.empty()) return;
        add("delegable_to_oneself", s, [id, role](Json& m) { by_id(m["steps"], id)["delegable_to"] = {role}; });
    }

    // Whoever signs has to have reviewed it first.
    void self_review(const Json& s, std::size_t i, const Json& review, std::size_t k) {
        static const std::set<std::string> signing = {"sign_off", "sign", "review_and_sign", "approve", "finalize"},
                                           reviewing = {"review", "examine", "verify", "legality_review"};
        if (i == k || !signing.count(s["action"]) || !s.value("decides", false) || !reviewing.count(review["action"]))
            return;
        const std::string signer = s.value("role", "");
        const NamedRole* named = find_named(p_.catalogue.roles, signer);
        const bool ordered = std::any_of(list_in(s, "after").begin(), list_in(s, "after").end(),
                                         [&](const Json& a) { return a == review["id"]; });
        if (!named || named->kind != RoleKind::person || !ordered || !worlds_.both(i, k) || review.contains("one_of"))
            return;
        if (review.value("status", "required") != "required") return;
        // Where the signer may be a reviewer already, the pack has said what it has to say of that.
        for (const Json& other : m_["steps"]) {
            const std::string role = other.value("role", "");
            if (reviewing.count(other["action"]) &&
                (is_role(p_.catalogue, role, signer) || is_role(p_.catalogue, signer, role)))
                return;
        }
        const std::string id = review["id"];
        add("self_review", s, [id, signer](Json& m) {
            Json& step = by_id(m["steps"], id);
            step["role"] = signer;
            step.erase("delegable_to");
        });
    }

    void doubles(const std::string& list) {
        const Json& all = list_in(m_, list.c_str());
        for (std::size_t i = 0; i < all.size(); ++i) {
            out_.in_matter("double_" + list, m_, name_in(all[i]), [list, i](Json& m) {
                Json twin = m[list][i];
                if (twin.is_object() && twin.contains("id")) twin["id"] = twin["id"].get<std::string>() + "_again";
                m[list].push_back(twin);
            });
            if (list == "notes" || list == "silent") {
                out_.list.back().apart = true;
                out_.list.back().element = name_in(all[i]) + "_again";
            }
            if (list == "limits") continue;
            out_.in_matter("same_id", m_, list + "/" + name_in(all[i]),
                           [list, i](Json& m) { m[list].push_back(Json(m[list][i])); });
        }
    }

    Defects& out_;
    const PackUnderTest& p_;
    const Json& m_;
    const Matter& read_;
    Worlds worlds_;
};

}  // namespace

void add_step_defects(Defects& out) {
    for (std::size_t i = 0; i < out.p.json["matters"].size(); ++i) {
        const Json& m = out.p.json["matters"][i];
        if (m.value("regulated", true)) OfMatter(out, m, out.p.pack.matters[i]).run();
    }
}

}  // namespace signroute::test
