// A meeting against the rules of its body: chair, quorum, who attends, what it may take up, how often it meets.
#include <algorithm>

#include "core/findings/finding.h"

namespace signroute {

namespace {

class BodyCheck {
  public:
    BodyCheck(const Rules& rules, const Body& body, const Case& situation, Findings& out)
        : rules_(rules), body_(body), case_(situation), out_(out) {}

    void run();

  private:
    template <class T>
    const T* fact(const char* id) const {
        const auto at = case_.facts.find(id);
        return at == case_.facts.end() ? nullptr : std::get_if<T>(&at->second);
    }
    std::vector<const BodyEntry*> entries(const char* attribute) const;
    Finding about(const BodyEntry& e, FindingCode code, const char* fact_id) const;
    void say(const BodyEntry& e, CheckResult r) { out_.checked.push_back({body_.id + "." + e.id, e.clauses, r}); }
    void open(const BodyEntry& e, const std::string& fact_id);
    void quorum(const BodyEntry& e);
    void frequency(const BodyEntry& e);
    void chair();
    void attending();
    void topic();
    void wrong_body(const std::string& topic_id);

    const Rules& rules_;
    const Body& body_;
    const Case& case_;
    Findings& out_;
};

std::vector<const BodyEntry*> BodyCheck::entries(const char* attribute) const {
    std::vector<const BodyEntry*> out;
    for (const BodyEntry& e : body_.entries) {
        if (e.attribute == attribute) out.push_back(&e);
    }
    return out;
}

Finding BodyCheck::about(const BodyEntry& e, FindingCode code, const char* fact_id) const {
    Finding f;
    f.code = code;
    f.severity = severity_of(e.strength);
    f.strength = e.strength;
    f.clauses = e.clauses;
    f.element = body_.id + "." + e.id;
    f.facts = {fact_id};
    return f;
}

void BodyCheck::open(const BodyEntry& e, const std::string& fact_id) {
    const NamedFact* named = find_named(rules_.catalogue->facts, fact_id);
    Finding f = about(e, FindingCode::unknown_fact, fact_id.c_str());
    f.severity = e.strength == Strength::must ? Severity::ask : Severity::note;
    f.message = "尚未说明：" + (named ? named->title : fact_id) + "。";
    f.advice = e.say;
    out_.list.push_back(std::move(f));
    say(e, CheckResult::unknown);
}

// Present must be more than the fraction of those due.
void BodyCheck::quorum(const BodyEntry& e) {
    const auto* due = fact<std::int64_t>("due");
    const auto* present = fact<std::int64_t>("present");
    if (!due || !present) return open(e, !due ? "due" : "present");
    const std::int64_t need = *due * e.numerator / e.denominator + 1;
    say(e, *present >= need ? CheckResult::held : CheckResult::broken);
    if (*present >= need) return;
    Finding f = about(e, FindingCode::over_limit, "present");
    f.message = "到会人数不足：应到" + std::to_string(*due) + "人，至少须" + std::to_string(need) + "人到会，实到" + std::to_string(*present) + "人。";
    f.advice = "补足到会人数或者改期召开。";
    f.want = {{"n", need}, {"unit", "person"}};
    f.got = {{"n", *present}, {"unit", "person"}};
    out_.list.push_back(std::move(f));
}

// The first and last month of the last period that was complete before the day's own.
std::pair<Day, Day> last_period(Day day, const std::string& per) {
    if (per == "week") {
        const Day monday = day - days{static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1};
        return {monday - days{7}, monday};
    }
    const int months = per == "month" ? 1 : per == "quarter" ? 3 : per == "half_year" ? 6 : 12;
    const std::chrono::year_month_day ymd{day};
    const int index = static_cast<int>(ymd.year()) * 12 + static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
    const int start = index / months * months;
    const auto first = [](int month) { return day_of(month / 12, static_cast<unsigned>(month % 12 + 1), 1); };
    return {first(start - months), first(start)};
}

void BodyCheck::frequency(const BodyEntry& e) {
    const auto* held = fact<std::vector<std::string>>("last_held");
    const auto now = case_.on ? case_.on : case_.today;
    if (!held || !e.n || !now) {
        if (!held) open(e, "last_held");
        else say(e, CheckResult::unknown);
        return;
    }
    const auto [from, to] = last_period(*now, e.per);
    std::int64_t count = 0;
    for (const std::string& text : *held) {
        const auto day = day_from_text(text);
        if (day && *day >= from && *day < to) ++count;
    }
    say(e, count >= *e.n ? CheckResult::held : CheckResult::broken);
    if (count >= *e.n) return;
    Finding f = about(e, FindingCode::too_late, "last_held");
    f.message = to_text(from) + "至" + to_text(to - days{1}) + "召开" + std::to_string(count) + "次，少于" + std::to_string(*e.n) + "次。";
    f.advice = e.say;
    f.want = {{"n", std::int64_t{*e.n}}, {"unit", e.per}};
    f.got = {{"n", count}, {"unit", e.per}};
    out_.list.push_back(std::move(f));
}

void BodyCheck::chair() {
    std::vector<const BodyEntry*> rules = entries("chair");
    for (const BodyEntry* e : entries("stand_in")) rules.push_back(e);
    if (rules.empty()) return;
    const auto* who = fact<std::string>("chair");
    if (!who) return open(*rules.front(), "chair");
    Truth allowed = Truth::no;
    for (const BodyEntry* e : rules) {
        const bool fits = std::any_of(e->roles.begin(), e->roles.end(), [&](const std::string& r) { return is_role(*rules_.catalogue, *who, r); }) ||
                          (!e->role.empty() && is_role(*rules_.catalogue, *who, e->role));
        if (!fits) continue;
        const Truth when = judge_in(rules_, e->when, case_, {}, body_.id).truth;
        if (when == Truth::yes || allowed == Truth::yes) allowed = Truth::yes;
        else if (when == Truth::unknown) allowed = Truth::unknown;
    }
    const BodyEntry& rule = *rules.front();
    if (allowed == Truth::yes) return say(rule, CheckResult::held);
    Finding f = about(rule, allowed == Truth::unknown ? FindingCode::unknown_fact : FindingCode::wrong_role, "chair");
    f.message = role_title(*rules_.catalogue, *who) + (allowed == Truth::unknown ? "主持须有委托，没有说明是否受委托。" : "不能主持" + body_.title + "。");
    if (allowed == Truth::unknown) f.severity = Severity::ask;
    f.advice = rule.say;
    f.want.emplace_back("role", rule.role.empty() && !rule.roles.empty() ? rule.roles.front() : rule.role);
    f.got.emplace_back("role", *who);
    out_.list.push_back(std::move(f));
    say(rule, allowed == Truth::unknown ? CheckResult::unknown : CheckResult::broken);
}

// Someone who is neither a member nor among those who may be invited.
void BodyCheck::attending() {
    const auto members = entries("member");
    if (members.empty()) return;
    const auto* list = fact<std::vector<std::string>>("attending");
    const BodyEntry& rule = *members.front();
    if (!list) return say(rule, CheckResult::unknown);
    auto allowed = members;
    for (const char* a : {"attend", "invite"}) {
        for (const BodyEntry* e : entries(a)) allowed.push_back(e);
    }
    bool held = true;
    for (const std::string& who : *list) {
        const bool fits = std::any_of(allowed.begin(), allowed.end(), [&](const BodyEntry* e) {
            return (!e->role.empty() && is_role(*rules_.catalogue, who, e->role)) ||
                   std::any_of(e->roles.begin(), e->roles.end(), [&](const std::string& r) { return is_role(*rules_.catalogue, who, r); });
        });
        if (fits) continue;
        held = false;
        Finding f = about(rule, FindingCode::wrong_role, "attending");
        f.severity = Severity::warning;
        f.message = role_title(*rules_.catalogue, who) + "既不是组成人员，也不在原文列出的列席范围内。";
        f.advice = rule.say;
        f.got.emplace_back("role", who);
        out_.list.push_back(std::move(f));
    }
    say(rule, held ? CheckResult::held : CheckResult::broken);
}

bool takes(const BodyEntry& scope, const std::string& topic) {
    return std::find(scope.topics.begin(), scope.topics.end(), topic) != scope.topics.end();
}

void BodyCheck::wrong_body(const std::string& topic_id) {
    const auto scope = entries("scope");
    Finding f = about(*scope.front(), FindingCode::wrong_body, "topic");
    std::string others;
    for (const Body& other : rules_.pack->bodies) {
        for (const BodyEntry& e : other.entries) {
            if (e.attribute != "scope" || !takes(e, topic_id) || other.id == body_.id) continue;
            if (std::any_of(f.want.begin(), f.want.end(), [&](const auto& w) { return std::get<std::string>(w.second) == other.id; })) continue;
            f.want.emplace_back("body", other.id);
            others += (others.empty() ? "" : "、") + other.title;
        }
    }
    f.clauses = body_.clauses;
    f.message = "这一议题不在" + body_.title + "的任务之列。";
    f.advice = others.empty() ? "确认议题类别。" : "改提" + others + "。";
    f.got.emplace_back("body", body_.id);
    out_.list.push_back(std::move(f));
}

void BodyCheck::topic() {
    const auto scope = entries("scope");
    if (scope.empty()) return;
    const auto* topic = fact<std::string>("topic");
    if (!topic) return open(*scope.front(), "topic");
    const auto at = std::find_if(scope.begin(), scope.end(), [&](const BodyEntry* e) { return takes(*e, *topic); });
    if (at == scope.end()) {
        wrong_body(*topic);
        return say(*scope.front(), CheckResult::broken);
    }
    if (!(*at)->judgement) return say(**at, CheckResult::held);
    Finding f = about(**at, FindingCode::needs_judgement, "topic");
    f.severity = Severity::ask;
    f.message = "是否属于“" + (*at)->say + "”须由人判断。";
    out_.list.push_back(std::move(f));
    say(**at, CheckResult::unknown);
}

void BodyCheck::run() {
    for (const BodyEntry* e : entries("quorum")) quorum(*e);
    for (const BodyEntry* e : entries("frequency")) frequency(*e);
    chair();
    attending();
    topic();
}

}  // namespace

void findings_from_bodies(const Rules& rules, const Case& situation, Findings& out) {
    for (const std::string& id : situation.matters) {
        const Body* body = find_body(*rules.pack, id);
        if (body) BodyCheck(rules, *body, situation, out).run();
    }
}

}  // namespace signroute
