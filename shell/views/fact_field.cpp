#include "shell/views/fact_field.h"

#include <algorithm>

#include "shell/ui/ui.h"
#include "shell/views/clause_links.h"
#include "shell/views/words.h"

namespace signroute::views {

namespace {

constexpr float kQuestion = 230, kBeside = 16;  // design pixels that a question needs beside its answer, and between them
constexpr std::string_view kUnsure = "不确定";

// Whether some meeting's rules name the role: only of meetings it is asked who was there.
bool at_meetings(const Pack& pack, const std::string& role) {
    for (const Body& body : pack.bodies) {
        for (const BodyEntry& e : body.entries) {
            if (e.role == role || std::find(e.roles.begin(), e.roles.end(), role) != e.roles.end()) return true;
        }
    }
    return false;
}

class Answer {
  public:
    Answer(const Rules& rules, const Facts& facts, const NamedFact& named, Intents& intents)
        : rules_(rules), named_(named), question_(fact_question(rules, named.id)), intents_(intents),
          rule_(find_fact(*rules.pack, named.id)) {
        const auto at = facts.find(named.id);
        if (at != facts.end()) value_ = &at->second;
    }

    void draw() {
        switch (named_.type) {
            case FactType::boolean: return yes_or_no();
            case FactType::choice:
            case FactType::rank: return one_of_options();
            case FactType::integer: return number("");
            case FactType::amount_cny: return number("元");
            case FactType::date: return date();
            case FactType::list: return named_.options.empty() && !named_.options_are_roles ? days() : several();
        }
    }

    // Design pixels; 0: a long list, which stands below the question, not beside it.
    float width() const {
        switch (named_.type) {
            case FactType::boolean: return 1 + 2 * segment("是") + segment(kUnsure);
            case FactType::choice:
            case FactType::rank: return choice_width();
            case FactType::integer: return kNumber;
            case FactType::amount_cny: return kNumber + 32;  // its unit
            case FactType::date: return kDay;
            case FactType::list: return 0;
        }
        return 0;
    }

  private:
    struct Option {
        std::string id, title;
    };
    static constexpr float kNumber = 160, kDay = 200, kList = 280;
    static constexpr std::size_t kFewBytes = 3 * 9;  // nine Han characters beside 不确定

    static float segment(std::string_view label) { return std::max(56.0f, ui::text_width(label, {.bold = true}) + 24); }

    static bool few(const std::vector<Option>& all) {
        std::size_t bytes = 0;
        for (const Option& o : all) bytes += o.title.size();
        return all.size() <= 3 && bytes <= kFewBytes;
    }

    float choice_width() const {
        const std::vector<Option> all = options();
        if (!few(all)) return kList;
        float out = 1 + segment(kUnsure);
        for (const Option& o : all) out += segment(o.title);
        return out;
    }

    void set(std::optional<FactValue> value) { intents_.push_back(intent::SetFact{named_.id, std::move(value)}); }

    template <class T>
    const T* value() const {
        return value_ ? std::get_if<T>(value_) : nullptr;
    }

    std::vector<Option> options() const {
        std::vector<Option> out;
        const auto known = [&](const std::string& id) {
            return !rule_ || rule_->options.empty() || std::find(rule_->options.begin(), rule_->options.end(), id) != rule_->options.end();
        };
        for (const Named& o : named_.options) {
            if (known(o.id)) out.push_back({o.id, o.title});
        }
        if (!named_.options_are_roles) return out;
        for (const RoleRule& r : rules_.pack->roles) {
            if (known(r.id) && at_meetings(*rules_.pack, r.id)) out.push_back({r.id, role_title(*rules_.catalogue, r.id)});
        }
        return out;
    }

    void yes_or_no() {
        constexpr ui::Choice choices[] = {{"是"}, {"否"}, {kUnsure}};
        const bool* v = value<bool>();
        int chosen = !v ? 2 : *v ? 0 : 1;
        if (!ui::segmented(question_, choices, chosen, {.hide_label = true})) return;
        if (chosen == 2) set(std::nullopt);
        else set(FactValue(chosen == 0));
    }

    void one_of_options() {
        const std::vector<Option> all = options();
        std::vector<ui::Choice> choices;
        int chosen = static_cast<int>(all.size());
        const std::string* v = value<std::string>();
        for (std::size_t i = 0; i < all.size(); ++i) {
            choices.push_back({all[i].title});
            if (v && *v == all[i].id) chosen = static_cast<int>(i);
        }
        choices.push_back({kUnsure});
        const ui::FieldOptions field{.hide_label = true, .width = kList};
        if (!(few(all) ? ui::segmented(question_, choices, chosen, field) : ui::select(question_, choices, chosen, field))) return;
        if (chosen == static_cast<int>(all.size())) set(std::nullopt);
        else set(FactValue(all[static_cast<std::size_t>(chosen)].id));
    }

    void number(std::string_view unit) {
        const std::int64_t* v = value<std::int64_t>();
        std::optional<long long> n;
        if (v) n = *v;
        if (!ui::number_field(question_, n, {.unit = unit, .field = {.placeholder = "不确定可不填", .hide_label = true, .width = kNumber}})) return;
        if (n) set(FactValue(static_cast<std::int64_t>(*n)));
        else set(std::nullopt);
    }

    void date() {
        const std::string* v = value<std::string>();
        std::optional<CivilDay> day = v ? ui::read_day(*v) : std::nullopt;
        if (!ui::date_field(question_, day, {.hide_label = true, .width = kDay})) return;
        set(day ? std::optional<FactValue>(ui::written(*day)) : std::nullopt);
    }

    // An empty list means none of them; that differs from not knowing.
    void several() {
        const std::vector<Option> all = options();
        const auto* v = value<std::vector<std::string>>();
        std::vector<std::string> now = v ? *v : std::vector<std::string>{};
        bool changed = false;
        {
            const ui::Row row(16);
            for (const Option& o : all) {
                const auto at = std::find(now.begin(), now.end(), o.id);
                bool in = at != now.end();
                if (!ui::checkbox(o.title, in)) continue;
                if (in) now.push_back(o.id);
                else now.erase(at);
                changed = true;
            }
            bool none = v && now.empty(), unsure = !v;
            if (ui::checkbox("以上都不是", none) && none) now.clear(), changed = true;
            if (ui::checkbox(kUnsure, unsure) && unsure) return set(std::nullopt);
        }
        if (changed) set(FactValue(std::move(now)));
    }

    // Days typed one after another, as many as there are.
    void days() {
        const auto* v = value<std::vector<std::string>>();
        std::vector<std::string> list = v ? *v : std::vector<std::string>{};
        for (std::size_t i = 0; i <= list.size(); ++i) {
            const ui::Ids scope(static_cast<int>(i));
            std::optional<CivilDay> typed = i < list.size() ? ui::read_day(list[i]) : std::nullopt;
            const std::string label = question_ + "（" + std::to_string(i + 1) + "）";
            if (!ui::date_field(label, typed, {.hide_label = true, .width = kDay})) continue;
            if (i == list.size() && typed) list.push_back(ui::written(*typed));
            else if (i < list.size() && typed) list[i] = ui::written(*typed);
            else if (i < list.size()) list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
            return set(list.empty() ? std::nullopt : std::optional<FactValue>(std::move(list)));
        }
    }

    const Rules& rules_;
    const NamedFact& named_;
    const std::string question_;
    Intents& intents_;
    const FactRule* rule_;
    const FactValue* value_ = nullptr;
};

// The question with its mark, and below it why it is asked and where the text does.
void question_text(const Rules& rules, const std::string& fact, const FactFieldOptions& o, Intents& intents) {
    const FactRule* rule = find_fact(*rules.pack, fact);
    {
        const ui::Row row(8, 24);
        ui::text(fact_question(rules, fact), {.bold = o.waited_for});
        if (rule && rule->judgement) ui::tag("需人工判断", ui::Tone::judgement);
    }
    if (!rule) return;
    const ui::Row row(8, 24);
    if (!rule->why.empty()) ui::note(rule->why);
    clause_links(rules, o.clauses ? *o.clauses : rule->clauses, intents);
}

}  // namespace

void fact_field(const Rules& rules, const Facts& facts, const std::string& fact, Intents& intents, const FactFieldOptions& options) {
    const NamedFact* named = find_named(rules.catalogue->facts, fact);
    if (!named) return;
    const ui::Ids scope(fact);
    const ui::Spacing tight(2);
    Answer answer(rules, facts, *named, intents);
    const float width = answer.width(), beside = ui::room() - width - kBeside;
    if (width == 0 || beside < kQuestion) {
        question_text(rules, fact, options, intents);
        answer.draw();
        return;
    }
    ui::Columns columns({beside, width}, kBeside);  // it ends at the margin
    question_text(rules, fact, options, intents);
    columns.next();
    answer.draw();
}

}  // namespace signroute::views
