#include "shell/views/fact_field.h"

#include <algorithm>

#include "shell/ui/ui.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr ui::Choice kYesNo[] = {{"是"}, {"否"}, {"不确定"}};
constexpr ui::FieldOptions kHidden{.hide_label = true};

const FactValue* answered(const Facts& facts, const std::string& fact) {
    const auto at = facts.find(fact);
    return at == facts.end() ? nullptr : &at->second;
}

void yes_no(const std::string& question, const Facts& facts, const std::string& fact, Intents& intents) {
    const FactValue* value = answered(facts, fact);
    const bool* b = value ? std::get_if<bool>(value) : nullptr;
    int chosen = !b ? 2 : *b ? 0 : 1;
    if (!ui::segmented(question, kYesNo, chosen, kHidden)) return;
    intents.push_back(intent::SetFact{fact, chosen == 2 ? std::nullopt : std::optional<FactValue>(chosen == 0)});
}

// The options that this city knows, and 不确定.
void one_of(const Rules& rules, const NamedFact& named, const std::string& question, const Facts& facts, Intents& intents) {
    const FactRule* rule = find_fact(*rules.pack, named.id);
    const FactValue* value = answered(facts, named.id);
    const std::string* now = value ? std::get_if<std::string>(value) : nullptr;
    std::vector<ui::Choice> choices = {{"不确定"}};
    std::vector<std::string> ids = {""};
    int chosen = 0;
    for (const Named& o : named.options) {
        const bool known = !rule || rule->options.empty() || std::find(rule->options.begin(), rule->options.end(), o.id) != rule->options.end();
        if (!known) continue;
        if (now && *now == o.id) chosen = static_cast<int>(ids.size());
        choices.push_back({o.title});
        ids.push_back(o.id);
    }
    if (!ui::select(question, choices, chosen, {.hide_label = true, .width = 320})) return;
    const std::string& id = ids[static_cast<std::size_t>(chosen)];
    intents.push_back(intent::SetFact{named.id, id.empty() ? std::nullopt : std::optional<FactValue>(id)});
}

void number(const std::string& question, const Facts& facts, const std::string& fact, bool yuan, Intents& intents) {
    const FactValue* value = answered(facts, fact);
    const std::int64_t* now = value ? std::get_if<std::int64_t>(value) : nullptr;
    std::optional<long long> typed;
    if (now) typed = *now;
    if (!ui::number_field(question, typed, {.unit = yuan ? "元" : "", .field = {.hide_label = true, .width = 160}})) return;
    intents.push_back(intent::SetFact{fact, typed ? std::optional<FactValue>(std::int64_t{*typed}) : std::nullopt});
}

void day(const std::string& question, const Facts& facts, const std::string& fact, Intents& intents) {
    const FactValue* value = answered(facts, fact);
    const std::string* now = value ? std::get_if<std::string>(value) : nullptr;
    std::optional<CivilDay> typed = now ? ui::read_day(*now) : std::nullopt;
    if (!ui::date_field(question, typed, {.hide_label = true, .width = 200})) return;
    intents.push_back(intent::SetFact{fact, typed ? std::optional<FactValue>(ui::written(*typed)) : std::nullopt});
}

// One checkbox an option; nothing ticked and nothing said are different: 不确定 takes the answer back.
void several(const Rules& rules, const NamedFact& named, const Facts& facts, Intents& intents) {
    const FactValue* value = answered(facts, named.id);
    const auto* now = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
    std::vector<std::string> list = now ? *now : std::vector<std::string>();
    std::vector<std::pair<std::string, std::string>> options;
    for (const Named& o : named.options) options.emplace_back(o.id, o.title);
    for (const RoleRule& r : rules.pack->roles) {
        if (named.options_are_roles) options.emplace_back(r.id, role_title(*rules.catalogue, r.id));
    }
    bool changed = false;
    ui::Row row;
    for (const auto& [id, title] : options) {
        const auto at = std::find(list.begin(), list.end(), id);
        bool ticked = at != list.end();
        if (!ui::checkbox(title, ticked)) continue;
        if (ticked) list.push_back(id);
        else list.erase(at);
        changed = true;
    }
    if (changed) intents.push_back(intent::SetFact{named.id, FactValue(list)});
    if (now && ui::button("不确定", {.kind = ui::Kind::quiet})) intents.push_back(intent::SetFact{named.id, std::nullopt});
}

// Days typed one after another, as many as there are.
void days(const std::string& question, const NamedFact& named, const Facts& facts, Intents& intents) {
    const FactValue* value = answered(facts, named.id);
    const auto* now = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
    std::vector<std::string> list = now ? *now : std::vector<std::string>();
    for (std::size_t i = 0; i <= list.size(); ++i) {
        const ui::Ids ids(static_cast<int>(i));
        std::optional<CivilDay> typed = i < list.size() ? ui::read_day(list[i]) : std::nullopt;
        const std::string label = question + "（" + std::to_string(i + 1) + "）";
        if (!ui::date_field(label, typed, {.hide_label = true, .width = 200})) continue;
        if (i == list.size() && typed) list.push_back(ui::written(*typed));
        else if (i < list.size() && typed) list[i] = ui::written(*typed);
        else if (i < list.size()) list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
        intents.push_back(intent::SetFact{named.id, list.empty() ? std::nullopt : std::optional<FactValue>(list)});
        return;
    }
}

void control(const Rules& rules, const NamedFact& named, const std::string& question, const Facts& facts, Intents& intents) {
    switch (named.type) {
        case FactType::boolean: return yes_no(question, facts, named.id, intents);
        case FactType::choice:
        case FactType::rank: return one_of(rules, named, question, facts, intents);
        case FactType::integer: return number(question, facts, named.id, false, intents);
        case FactType::amount_cny: return number(question, facts, named.id, true, intents);
        case FactType::date: return day(question, facts, named.id, intents);
        case FactType::list:
            if (named.options.empty() && !named.options_are_roles) return days(question, named, facts, intents);
            return several(rules, named, facts, intents);
    }
}

}  // namespace

void fact_field(const Rules& rules, const Facts& facts, const std::string& fact, Intents& intents) {
    const NamedFact* named = find_named(rules.catalogue->facts, fact);
    if (!named) return;
    const ui::Ids ids(fact);
    const FactRule* rule = find_fact(*rules.pack, fact);
    const std::string question = fact_question(rules, fact);
    {
        ui::Row row;
        ui::text(question);
        if (rule && rule->judgement) ui::tag("须人工判断", ui::Tone::judgement);
        if (rule && !rule->clauses.empty()) ui::note(clauses_text(rule->clauses));
    }
    control(rules, *named, question, facts, intents);
    if (rule && !rule->why.empty()) ui::note(rule->why);
}

}  // namespace signroute::views
