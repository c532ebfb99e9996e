// Defects of names: every identifier misspelt, every clause shifted beyond the end of its document or into one that is
// not there, every key misspelt once a list.
#include <set>

#include "tests/core/defects.h"

namespace signroute::test {

namespace {

// Under these keys stand identifiers; under `id` where the catalogue has the name.
const std::set<std::string> kIdentifiers = {
    "role", "action",  "to",           "from",         "fact",          "count",  "done",   "thing",
    "by",   "before",  "after",        "limit",        "step",          "topics", "roles",  "has",
    "is",   "options", "resolved_by",  "delegable_to", "stands_in_for", "events", "aspect", "attribute",
    "unit", "per",     "strength",     "direction",    "when",          "breach", "all",    "any",
    "not",  "reading", "applies_when", "matter",       "status",        "answer"};
const std::set<std::string> kClauses = {"clauses", "basis", "clause"};
const std::set<std::string> kNamedLists = {"matters", "bodies", "facts", "limits", "roles", "gives_way_to"};

class Walk {
  public:
    using Put = std::function<void(const std::string& kind, const std::string& where, const std::string& value)>;
    Walk(const Pack& pack, Put put) : pack_(pack), put_(std::move(put)) {}

    // `pointer` leads there from where the walk began; `key` is the last name on the way.
    void at(const Json& value, const std::string& pointer, const std::string& key) {
        if (value.is_object()) {
            for (const auto& [k, v] : value.items())
                at(v, pointer + "/" + k, k == "id" && kNamedLists.count(key) ? "its_id" : k);
        } else if (value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i) at(value[i], pointer + "/" + std::to_string(i), key);
        } else if (value.is_string()) {
            text(value, pointer, key);
        }
    }

  private:
    void text(const std::string& value, const std::string& pointer, const std::string& key) {
        // A status may be a word of the text: 及时.
        if (key == "its_id" || (kIdentifiers.count(key) && static_cast<unsigned char>(value[0]) < 0x80))
            put_("misspelt_" + key, pointer, value + "_x");
        if (!kClauses.count(key)) return;
        const std::size_t colon = value.find(':');
        const std::string place = colon == std::string::npos ? value : value.substr(colon + 1),
                          doc = colon == std::string::npos ? "" : value.substr(0, colon + 1);
        put_("clause_of_no_document", pointer, "no_such_document:" + place);
        if (place.empty() || place[0] < '0' || place[0] > '9') return;
        put_("clause_beyond_the_end", pointer,
             doc + std::to_string(articles(doc) + 1) +
                 place.substr(place.find_first_not_of("0123456789") == std::string::npos
                                  ? place.size()
                                  : place.find_first_not_of("0123456789")));
    }
    int articles(const std::string& doc) const {
        for (const PackDocument& d : pack_.documents) {
            if (doc.empty() || d.id + ":" == doc) return d.articles;
        }
        return 0;
    }

    const Pack& pack_;
    Put put_;
};

void walk(Defects& out, const Json& from, const std::string& key, const Defect& there, const std::string& prefix) {
    Walk(out.p.pack, [&](const std::string& kind, const std::string& where, const std::string& value) {
        Defect d = there;
        d.kind = kind;
        d.where = there.matter + there.body + prefix + where;
        d.pointer = prefix + where;
        d.change = [d, value](Json& pack) { pack[Json::json_pointer(full_pointer(d, pack))] = value; };
        out.list.push_back(d);
    }).at(from, "", key);
}

}  // namespace

void add_name_defects(Defects& out) {
    Defect there;
    for (const Json& m : out.p.json["matters"]) {
        there.matter = m["id"];
        walk(out, m, "matters", there, "");
    }
    there.matter = "";
    for (const Json& b : list_in(out.p.json, "bodies")) {
        there.body = b["id"];
        walk(out, b, "bodies", there, "");
    }
    there.body = "";
    for (const std::string list : {"facts", "limits", "roles", "applies_to", "silent", "notes", "accounts"})
        walk(out, list_in(out.p.json, list.c_str()), list, there, "/" + list);
}

}  // namespace signroute::test
