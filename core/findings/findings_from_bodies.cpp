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
    bool in_force(const BodyEntry& e);
    Truth fits(const BodyEntry& e, const std::string& who) const;
    void unknown_chair(const std::vector<const BodyEntry*>& rules, const std::string& who, Truth role_fits);
    void wrong_chair(const std::vector<const BodyEntry*>& rules, const std::string& who);
    void outsider(const BodyEntry& rule, const std::string& who);
    void needs_judgement(const BodyEntry& e, const char* fact_id, std::string message);
    void bad_date(const BodyEntry& e, const std::string& text, const std::string& why);
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
    Finding f = about(e, FindingCode::unknown_fact, fact_id.c_str());
    f.severity = e.strength == Strength::must ? Severity::ask : Severity::note;
    f.asks_fact = fact_id;
    f.message = "尚未说明：" + title_in(rules_.catalogue->facts, fact_id) + "。";
    f.advice = e.say;
    out_.list.push_back(std::move(f));
    say(e, CheckResult::unknown);
}

// Whether the entry applies here; says so where it does not, or where that is open.
bool BodyCheck::in_force(const BodyEntry& e) {
    const Judged when = judge_in(rules_, e.when, case_, {}, body_.id);
    if (when.truth == Truth::yes) return true;
    if (when.truth == Truth::no) {
        say(e, CheckResult::not_applicable);
        return false;
    }
    if (when.open.empty()) say(e, CheckResult::unknown);
    else open(e, *when.open.begin());
    return false;
}

// Whether the entry's roles take in this one: unknown where it is named more widely, or in words of its own.
Truth BodyCheck::fits(const BodyEntry& e, const std::string& who) const {
    const Catalogue& catalogue = *rules_.catalogue;
    std::vector<std::string> roles = e.roles;
    if (!e.role.empty()) roles.push_back(e.role);
    if (std::any_of(roles.begin(), roles.end(), [&](const std::string& r) { return is_role(catalogue, who, r); })) return Truth::yes;
    const bool known = find_named(catalogue.roles, who);
    const bool wider = std::any_of(roles.begin(), roles.end(), [&](const std::string& r) { return is_role(catalogue, r, who); });
    return !known || wider ? Truth::unknown : Truth::no;
}

void BodyCheck::needs_judgement(const BodyEntry& e, const char* fact_id, std::string message) {
    Finding f = about(e, FindingCode::needs_judgement, fact_id);
    f.severity = Severity::ask;
    f.message = std::move(message);
    f.advice = e.say;
    out_.list.push_back(std::move(f));
    say(e, CheckResult::unknown);
}

// Present must be more than the fraction of those due.
void BodyCheck::quorum(const BodyEntry& e) {
    if (!in_force(e)) return;
    const auto* due = fact<std::int64_t>("due");
    const auto* present = fact<std::int64_t>("present");
    if (!due || !present) return open(e, !due ? "due" : "present");
    if (*present > *due) {
        const std::string figures = "实到" + std::to_string(*present) + "人多于应到" + std::to_string(*due) + "人，请核对。";
        return needs_judgement(e, "present", figures);
    }
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

void BodyCheck::bad_date(const BodyEntry& e, const std::string& text, const std::string& why) {
    Finding f = about(e, FindingCode::impossible_date, "last_held");
    f.severity = Severity::error;
    f.message = "最近召开日期有误：" + why + "。";
    f.advice = "改为形如 2025-01-23 的日期。";
    f.got.emplace_back("due", text);
    out_.list.push_back(std::move(f));
    say(e, CheckResult::unknown);
}

void BodyCheck::frequency(const BodyEntry& e) {
    if (!e.n) return;  // the text has a word and no figure
    if (!in_force(e)) return;
    const auto* held = fact<std::vector<std::string>>("last_held");
    const auto now = case_.on ? case_.on : case_.today;
    if (!held) return open(e, "last_held");
    if (!now) return needs_judgement(e, "last_held", "没有给出核对的日期，无法判断上一周期召开的次数够不够。");
    const auto [from, to] = last_period(*now, e.per);
    std::int64_t count = 0;
    for (const std::string& text : *held) {
        const auto day = day_from_text(text);
        if (!day) return bad_date(e, text, day.error().message);
        if (*day >= from && *day < to) ++count;
    }
    say(e, count >= *e.n ? CheckResult::held : CheckResult::broken);
    if (count >= *e.n) return;
    Finding f = about(e, FindingCode::too_late, "last_held");
    f.message = to_chinese_date(from) + "至" + to_chinese_date(to - days{1}, year_of(from)) + "召开" + std::to_string(count) + "次，少于" + std::to_string(*e.n) + "次。";
    f.advice = e.say;
    f.want = {{"n", std::int64_t{*e.n}}, {"unit", e.per}};
    f.got = {{"n", count}, {"unit", e.per}};
    out_.list.push_back(std::move(f));
}

// It is open whether this person may preside: whether he is the one that the text means, or what it makes it depend on.
void BodyCheck::unknown_chair(const std::vector<const BodyEntry*>& rules, const std::string& who, Truth role_fits) {
    Finding f = about(*rules.front(), role_fits == Truth::yes ? FindingCode::unknown_fact : FindingCode::needs_judgement, "chair");
    f.severity = Severity::ask;
    f.message = role_title(*rules_.catalogue, who) + "能否主持" + body_.title + "，尚不能判断。";
    for (const BodyEntry* e : rules) {
        if (fits(*e, who) == Truth::no) continue;
        f.element = body_.id + "." + e->id;
        f.clauses = e->clauses;
        f.advice = e->say;
        for (const std::string& fact : judge_in(rules_, e->when, case_, {}, body_.id).open) {
            f.facts.push_back(fact);
            f.message += "尚未说明：" + fact_question(rules_, fact);
        }
    }
    out_.list.push_back(std::move(f));
}

void BodyCheck::wrong_chair(const std::vector<const BodyEntry*>& rules, const std::string& who) {
    const BodyEntry& rule = *rules.front();
    Finding f = about(rule, FindingCode::wrong_role, "chair");
    for (const BodyEntry* e : rules) {
        if (e != &rule) f.clauses.insert(f.clauses.end(), e->clauses.begin(), e->clauses.end());
    }
    f.message = role_title(*rules_.catalogue, who) + "不能主持" + body_.title + "。";
    f.advice = rule.say;
    const std::string want = rule.role.empty() && !rule.roles.empty() ? rule.roles.front() : rule.role;
    if (!want.empty()) f.want.emplace_back("role", want);
    f.got.emplace_back("role", who);
    out_.list.push_back(std::move(f));
}

void BodyCheck::chair() {
    std::vector<const BodyEntry*> rules = entries("chair");
    for (const BodyEntry* e : entries("stand_in")) rules.push_back(e);
    if (rules.empty()) return;
    const auto* who = fact<std::string>("chair");
    if (!who) return open(*rules.front(), "chair");
    Truth allowed = Truth::no, role_fits = Truth::no;
    for (const BodyEntry* e : rules) {
        const Truth role = fits(*e, *who), when = judge_in(rules_, e->when, case_, {}, body_.id).truth;
        if (role == Truth::no || when == Truth::no) continue;
        if (role == Truth::yes && when == Truth::yes) return say(*e, CheckResult::held);
        allowed = Truth::unknown;
        if (role == Truth::yes) role_fits = Truth::yes;
    }
    if (allowed == Truth::unknown) unknown_chair(rules, *who, role_fits);
    else wrong_chair(rules, *who);
    say(*rules.front(), allowed == Truth::unknown ? CheckResult::unknown : CheckResult::broken);
}

// Someone who is neither a member nor among those who may be invited.
void BodyCheck::outsider(const BodyEntry& rule, const std::string& who) {
    const bool known = find_named(rules_.catalogue->roles, who);
    Finding f = about(rule, known ? FindingCode::wrong_role : FindingCode::unknown_role, "attending");
    f.severity = known ? Severity::warning : Severity::ask;
    const std::string title = role_title(*rules_.catalogue, who);
    f.message = known ? title + "既不是组成人员，也不在原文列出的列席范围内。" : "没有认出“" + title + "”是哪个职务或者单位，无法判断是否应当到会。";
    f.advice = rule.say;
    f.got.emplace_back("role", who);
    out_.list.push_back(std::move(f));
}

void BodyCheck::attending() {
    const auto members = entries("member");
    if (members.empty()) return;
    const auto* list = fact<std::vector<std::string>>("attending");
    const BodyEntry& rule = *members.front();
    if (!list) return say(rule, CheckResult::unknown);
    auto allowed = members;
    for (const char* a : {"attend", "invite", "chair", "stand_in", "convener"}) {
        for (const BodyEntry* e : entries(a)) allowed.push_back(e);
    }
    CheckResult result = CheckResult::held;
    for (const std::string& who : *list) {
        Truth any = Truth::no;
        for (const BodyEntry* e : allowed) {
            const Truth one = fits(*e, who);
            any = one == Truth::yes || any == Truth::yes ? Truth::yes : one == Truth::unknown ? one : any;
        }
        if (any == Truth::yes) continue;
        const bool stranger = !find_named(rules_.catalogue->roles, who);
        if (any == Truth::no || stranger) outsider(rule, who);
        if (any == Truth::no) result = CheckResult::broken;
        else if (result == CheckResult::held) result = CheckResult::unknown;
    }
    say(rule, result);
}

bool takes(const BodyEntry& scope, const std::string& topic) {
    return std::find(scope.topics.begin(), scope.topics.end(), topic) != scope.topics.end();
}

void BodyCheck::wrong_body(const std::string& topic_id) {
    const auto scope = entries("scope");
    Finding f = about(*scope.front(), FindingCode::wrong_body, "topic");
    std::string others;
    for (const Body& other : rules_.pack->bodies) {
        const bool named = std::any_of(other.entries.begin(), other.entries.end(), [&](const BodyEntry& e) {
            return e.attribute == "scope" && takes(e, topic_id);
        });
        if (!named || other.id == body_.id) continue;
        f.want.emplace_back("body", other.id);
        others += (others.empty() ? "" : "、") + other.title;
    }
    f.clauses.clear();
    for (const BodyEntry* e : scope) f.clauses.insert(f.clauses.end(), e->clauses.begin(), e->clauses.end());
    f.message = "这一议题不在" + body_.title + "的任务之列。";
    f.advice = others.empty() ? "确认议题类别。" : "改提" + others + "。";
    f.got.emplace_back("body", body_.id);
    out_.list.push_back(std::move(f));
}

// A task in words that no kind of topic stands for leaves open whether any other topic belongs to it.
void BodyCheck::topic() {
    std::vector<const BodyEntry*> scope;
    bool open_ended = false;
    for (const BodyEntry* e : entries("scope")) {
        const Truth when = judge_in(rules_, e->when, case_, {}, body_.id).truth;
        if (when == Truth::no) continue;
        scope.push_back(e);
        open_ended |= e->topics.empty() || when == Truth::unknown;
    }
    if (scope.empty()) return;
    const auto* topic = fact<std::string>("topic");
    if (!topic) return open(*scope.front(), "topic");
    const BodyEntry* taken = nullptr;
    for (const BodyEntry* e : scope) {
        if (!takes(*e, *topic)) continue;
        const bool sure = !e->judgement && judge_in(rules_, e->when, case_, {}, body_.id).truth == Truth::yes;
        if (sure) return say(*e, CheckResult::held);
        taken = taken ? taken : e;
    }
    if (taken) return needs_judgement(*taken, "topic", "是否属于“" + taken->say + "”须由人判断。");
    if (open_ended) return needs_judgement(*scope.back(), "topic", "这一议题是否属于" + body_.title + "的任务，须由人判断。");
    wrong_body(*topic);
    say(*scope.front(), CheckResult::broken);
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
