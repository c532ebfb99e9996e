// Defects of structure put into a pack's JSON, one at a time, wherever they fit. What makes each a defect follows from
// the format (assets/README.md) alone: nothing here knows how lint goes about finding it.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/pack/pack.h"

namespace signroute::test {

using Json = nlohmann::json;

struct Defect {
    std::string kind, where;
    std::string matter, body;           // where it is put; both "": into what has no matter
    std::string element;                // its id, where that is no matter's or body's
    std::function<void(Json&)> change;  // of the pack
    // Of a misspelt name or place: where it stands in its matter or body, or in the pack. The reader has to say so of
    // this very place, so all of one kind in one matter can be put in together.
    std::string pointer;
    // Of a note, silence, prerequisite, prohibition or cap: no other of its list depends on it, so all of one kind can
    // be put in together, too, and each has to be found by its own id.
    bool apart = false;
};

// A pack as it is written and as it is read.
struct PackUnderTest {
    const Catalogue& catalogue;
    const Pack& pack;
    const Json& json;
};

class Defects {
  public:
    explicit Defects(const PackUnderTest& pack) : p(pack) {}

    const PackUnderTest& p;
    std::vector<Defect> list;

    void in_matter(const std::string& kind, const Json& matter, const std::string& where,
                   std::function<void(Json&)> change);
    void in_body(const std::string& kind, const Json& body, const std::string& where,
                 std::function<void(Json&)> change);
    // Of the entry with this id in a list of the pack: facts, roles, limits. A limit stands with a matter that uses it.
    void in_list(const std::string& kind, const char* list, const Json& entry, std::function<void(Json&)> change);
    void in_pack(const std::string& kind, const std::string& where, std::function<void(Json&)> change);
};

void add_step_defects(Defects& out);
void add_order_defects(Defects& out);
void add_condition_defects(Defects& out);
void add_figure_defects(Defects& out);
void add_name_defects(Defects& out);

// The place of the defect's pointer in this pack.
std::string full_pointer(const Defect& d, const Json& pack);

// ---- What the operators share.

Json& by_id(Json& list, const std::string& id);
const Json& by_id(const Json& list, const std::string& id);
const Json& list_in(const Json& object, const char* key);  // an empty list where it is absent
Json none_of(const Json& condition);                       // {"not": …}
Json all_of(std::vector<Json> parts);                      // without those that are null
Json any_of(std::vector<Json> parts);
Json condition_of(const Json& element, const char* key = "when");  // null: always
void set_condition(Json& element, const Json& condition, const char* key = "when");
std::string name_in(const Json& element);  // its id, or that of the limit it uses

// The first question that a condition asks, as a condition of its own; null if it asks none.
Json first_question(const Json& condition);

// A fact of the pack of this type with at least two options, if it has options, that the matter does not ask; "" if
// none.
std::string spare_fact(const PackUnderTest& p, const Json& matter, FactType type, std::size_t skip = 0);

// Situations of one matter, drawn at random but always the same ones, in which its rules apply.
class Worlds {
  public:
    Worlds(const PackUnderTest& p, const Matter& matter);
    std::size_t size() const { return active_.size(); }
    bool steps(std::size_t world, std::size_t step) const { return active_[world][step]; }
    bool both(std::size_t step, std::size_t other) const;  // in some of them
    // Of the steps that decide, this one alone is there, in some of them.
    bool decides_alone(std::size_t step) const;

  private:
    const Matter& matter_;
    std::vector<std::vector<bool>> active_;
};

}  // namespace signroute::test
