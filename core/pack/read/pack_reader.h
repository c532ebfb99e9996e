// The reading of a pack, split by kind of element; private to core/pack/read.
#pragma once

#include "core/json/json_in.h"
#include "core/pack/general.h"
#include "core/pack/names.h"
#include "core/pack/pack.h"

namespace signroute {

// Reads elements against the catalogue; every error goes to `errors`, each value is usable only if there is none.
class PackReader {
  public:
    PackReader(const Catalogue& catalogue, Errors& errors) : catalogue_(catalogue), errors_(errors) {}

    Pack read(const Json& root);
    GeneralRules general(const JsonIn& in);

  private:
    void read_head(ObjectIn& in, Pack& out);
    void read_lists(ObjectIn& in, Pack& out);
    void check_ids(const Pack& pack);
    // Common parts.
    std::vector<Clause> clauses(ObjectIn& in, const char* key, bool required);
    std::optional<Clause> clause(const JsonIn& in);
    Condition condition(const JsonIn& in);
    Condition condition(ObjectIn& in, const char* key);
    Condition logical(ObjectIn& in);
    Condition about_fact(ObjectIn& in);
    bool comparison(ObjectIn& in, Condition& out);
    StepPattern pattern(const JsonIn& in);
    void element(ObjectIn& in, Element& out, bool needs_say = true);
    Strength strength(ObjectIn& in, Strength otherwise);
    GivesWay gives_way(const JsonIn& in);
    std::vector<Silent> silents(ObjectIn& in);
    std::vector<Note> notes(ObjectIn& in);
    std::string identifier(const JsonIn& in, const char* kind);
    std::string identifier(ObjectIn& in, const char* key, const char* kind, bool required = false);
    std::vector<std::string> identifiers(ObjectIn& in, const char* key, const char* kind);
    bool known(std::string_view kind, std::string_view id) const;
    bool article_exists(const Clause& clause) const;
    std::string date(ObjectIn& in, const char* key);

    // Parts of the pack.
    PackDocument document(const JsonIn& in);
    AppliesTo applies_to(const JsonIn& in);
    RoleRule role(const JsonIn& in);
    void own_questions(const JsonIn& in, std::map<std::string, std::string, std::less<>>& out);
    FactRule fact(const JsonIn& in);
    TimeLimit limit(const JsonIn& in);
    void limit_figure(ObjectIn& in, TimeLimit& out);
    void limit_unit(ObjectIn& in, TimeLimit& out);
    Account account(const JsonIn& in);
    std::shared_ptr<const Catalogue> words(const JsonIn& in);
    std::vector<Citation> citations(const JsonIn& in);
    std::vector<NameTotal> names(const JsonIn& in);
    Body body(const JsonIn& in);
    BodyEntry body_entry(const JsonIn& in);
    GeneralRule general_rule(const JsonIn& in, const std::string& document);
    Matter matter(const JsonIn& in, const Pack& pack);
    void matter_rules(ObjectIn& in, Matter& out, const Pack& pack);
    StepRule step(const JsonIn& in);
    Prerequisite prerequisite(const JsonIn& in);
    Prohibition prohibition(const JsonIn& in);
    Cap cap(const JsonIn& in);
    TimeLimit used_limit(const JsonIn& in, const Pack& pack);
    OpenReading open_reading(const JsonIn& in);
    Facts fixed_facts(const JsonIn& in);
    FactValue fixed_fact(const NamedFact& fact, const JsonIn& in);

    std::optional<int> small(ObjectIn& in, const char* key, int least, int most);

    // A word of a table; reports another at the value itself.
    template <class E, std::size_t N>
    const E* word(const JsonIn& in, const std::pair<const char*, E> (&table)[N], const char* message) {
        const auto text = in.text();
        const E* found = text ? value_of(*text, table) : nullptr;
        if (text && !found) in.fail("bad_value", message);
        return found;
    }

    template <class T>
    void unique(const std::vector<T>& list, const std::string& pointer) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].id.empty() || seen.insert(list[i].id).second) continue;
            errors_.push_back({"duplicate_id", pointer + "/" + std::to_string(i) + "/id", "标识“" + list[i].id + "”重复。"});
        }
    }

    const Catalogue& catalogue_;
    Errors& errors_;
    std::vector<std::pair<std::string, int>> documents_;  // id, number of articles
    std::vector<Clause> arabic_;  // paragraphs whose items the text numbers 1. 2.
};

}  // namespace signroute
