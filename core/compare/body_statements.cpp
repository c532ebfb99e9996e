#include <algorithm>

#include "core/compare/statements.h"
#include "core/findings/finding.h"
#include "core/pack/names.h"

namespace signroute {

namespace {

constexpr std::pair<const char*, const char*> kAttributes[] = {
    {"member", "组成"},   {"attend", "列席、参加"},   {"invite", "列席、参加"},    {"convener", "召集"},     {"chair", "主持"},
    {"stand_in", "代为主持"}, {"quorum", "到会人数"}, {"frequency", "频次"},       {"scope", "任务"},        {"topics_set_by", "议题确定"},
    {"cut_off", "议题截止"}, {"decides_by", "决定方式"}, {"outcome", "结果"},       {"minutes", "纪要"},      {"publication", "公布"}, {"leave", "请假"}};

constexpr std::pair<const char*, const char*> kPeriods[] = {{"week", "每周"}, {"month", "每月"}, {"quarter", "每季度"}, {"half_year", "每半年"}, {"year", "每年"}};

// What follows the strength: 可以列席. Of other attributes the status is an action, or a word of the text.
constexpr std::pair<const char*, const char*> kStatuses[] = {{"observer", "列席"}, {"attend", "参加"}, {"approve", "经批准"}, {"consent", "经同意"}};

template <std::size_t N>
std::string words_of(const std::pair<const char*, const char*> (&table)[N], const std::string& key) {
    for (const auto& [id, title] : table) {
        if (key == id) return title;
    }
    return key;
}

}  // namespace

std::string attribute_title(const std::string& attribute) { return words_of(kAttributes, attribute); }

namespace {

std::string figure_of(const BodyEntry& e) {
    if (e.denominator) return "超过应到的" + std::to_string(e.denominator) + "分之" + std::to_string(e.numerator);
    if (e.n && !e.per.empty())
        return words_of(kPeriods, e.per) + std::to_string(*e.n) + (e.n_max ? "至" + std::to_string(*e.n_max) : "") + "次";
    return e.n ? std::to_string(*e.n) : "";
}

// What of an entry is of shared identifiers; its words are the pack's own.
std::string same_of(const BodyEntry& e) {
    return e.status + "|" + figure_of(e) + "|" + name_of(e.strength, kStrengths) + (e.exclusive ? "|exclusive" : "") + (e.judgement ? "|judgement" : "");
}

// 其他重要事项: what it covers is for a person to say, and no other city is to be measured by it.
bool catches_all(const BodyEntry& e) {
    return e.attribute == "scope" && e.judgement && std::find(e.topics.begin(), e.topics.end(), "other") != e.topics.end();
}

// The meetings of which one has to decide the topic: 市政府全体会议或者市政府常务会议.
std::string deciders_of(const Pack& pack, const std::string& topic) {
    std::string out;
    for (const Body& b : pack.bodies) {
        const bool one = std::any_of(b.entries.begin(), b.entries.end(), [&](const BodyEntry& e) {
            return e.exclusive && std::find(e.topics.begin(), e.topics.end(), topic) != e.topics.end();
        });
        if (one) out += (out.empty() ? "" : "或者") + b.title;
    }
    return out;
}

std::string say_of(const Pack& pack, const BodyEntry& e, const std::string& topic) {
    if (catches_all(e)) return "未列明，可归入兜底的一项，由人判断";
    const std::string figure = figure_of(e);
    const char* plain = !figure.empty() ? "" : e.attribute == "scope" ? "列为任务" : e.attribute == "member" ? "列为组成人员" : e.attribute == "stand_in" ? "受委托时代为主持" : "应当";
    std::string out = e.strength == Strength::must ? plain : strength_words(e);
    out += figure + words_of(kStatuses, e.status);
    if (e.exclusive) out += "，须由" + deciders_of(pack, topic) + "决定";
    return out + (e.judgement ? "，由人判断" : "");
}

// The people of a row: 部门主要负责人 of one text are among the 部门负责人 of another, and are not another office.
std::string people_of(const std::string& role) {
    constexpr std::pair<const char*, const char*> wider[] = {
        {"department_head", "department_leader"}, {"unit_head", "unit_leader"}, {"lower_unit_head", "lower_unit_leader"}, {"town_head", "lower_unit_leader"}, {"zone_head", "lower_unit_leader"}};
    for (const auto& [one, all] : wider) {
        if (role == one) return all;
    }
    return role;
}

bool is_wide(const std::string& people) { return people == "department_leader" || people == "unit_leader" || people == "lower_unit_leader"; }

// Those of the same people among the roles of an entry, by their people, in its order; where all of them are named, nobody
// is named besides.
std::vector<std::pair<std::string, std::vector<std::string>>> by_people(const std::vector<std::string>& roles) {
    std::vector<std::pair<std::string, std::vector<std::string>>> out;
    for (const std::string& role : roles) {
        const std::string people = people_of(role);
        auto at = std::find_if(out.begin(), out.end(), [&](const auto& p) { return p.first == people; });
        if (at == out.end()) at = out.insert(out.end(), {people, {}});
        at->second.push_back(role);
    }
    for (auto& [people, named] : out) {
        if (std::find(named.begin(), named.end(), people) != named.end()) named = {people};
    }
    return out;
}

// Asked to come or asked if need be: one row, which says what of the two.
std::string row_of(const std::string& attribute) { return attribute == "invite" ? "attend" : attribute; }

// The offices that a city has or has not; a unit, its deputies and whoever else comes are no offices of the government.
bool is_post(const std::string& role) {
    constexpr const char* posts[] = {"mayor", "vice_mayor", "executive_vice_mayor", "secretary_general", "deputy_secretary_general", "office_director", "office_deputy_director",
                                     "party_group_member", "party_group_secretary", "party_group_deputy_secretary"};
    return std::any_of(std::begin(posts), std::end(posts), [&](const char* p) { return role == p; });
}

}  // namespace

std::vector<Statement> statements_of_body(const ComparedColumn& column, const Catalogue& shared, std::size_t index, const Body& body) {
    std::vector<Statement> out;
    const NamedFact* topics = find_named(shared.facts, "topic");
    for (const BodyEntry& e : body.entries) {
        const std::string attribute = attribute_title(e.attribute);
        const auto add = [&](const std::string& key, const std::string& title, const std::string& same, const std::string& say) {
            out.push_back({index, row_of(e.attribute), key, attribute + (title.empty() ? "" : "：" + title), same, say, e.clauses, {&e.when}});
        };
        std::vector<std::string> roles = e.roles;
        if (!e.role.empty()) roles.push_back(e.role);
        for (const std::string& topic : e.topics) {
            const Named* t = topics ? find_named(topics->options, topic) : nullptr;
            add(topic, t ? t->title : topic, same_of(e) + (e.exclusive ? "|" + deciders_of(*column.pack, topic) : ""), say_of(*column.pack, e, topic));
            out.back().aside = catches_all(e);
        }
        const Catalogue& own = column.pack->words ? *column.pack->words : shared;
        const auto also = [&](const std::string& people) {
            return std::count_if(body.entries.begin(), body.entries.end(), [&](const BodyEntry& o) {
                const bool in_row = row_of(o.attribute) == row_of(e.attribute);
                return in_row && (people_of(o.role) == people || std::any_of(o.roles.begin(), o.roles.end(), [&](const std::string& r) { return people_of(r) == people; }));
            }) > 1;
        };
        for (const auto& [people, named] : by_people(roles)) {
            std::string same = same_of(e);
            for (const std::string& role : named) same += "|" + role;
            // Of the same people some may be asked and others have to come: then the sentence of the rule says who.
            const std::string which = also(people) ? "（" + e.say.substr(0, e.say.rfind("。")) + "）" : "";
            add(people, role_title(shared, people), same, say_of(*column.pack, e, "") + (is_wide(people) ? "：" + role_list(own, named) : "") + which);
            if (is_post(people)) out.back().role = people;
        }
        if (e.topics.empty() && roles.empty()) add("", "", same_of(e), figure_of(e).empty() ? e.say : say_of(*column.pack, e, ""));
    }
    return out;
}

}  // namespace signroute
