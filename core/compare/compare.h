// One matter in several cities, or in two versions of one city's rules: what each says, where they differ, and for every
// difference a case that shows it. The differences are those of all combinations of the matter's facts, so none is missed.
//
// What is compared are the shared identifiers (who, does what, which thing, which limit) and what a rule says of them: how
// strongly, after what, how much. The words in which a pack says its rule are not. A plan is not looked at, and facts are
// taken to mean the same everywhere, also where a person has to judge them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/route/route.h"

namespace signroute {

// What one city says to a row under the facts given: nothing (`truth` no: 原文未规定), something, or it depends.
struct ComparedValue {
    Truth truth = Truth::no;
    std::string say;               // what is compared, in words; "" where nothing is said, but for an office that the city has not
    std::vector<Clause> clauses;   // of every rule that says something to this row, whatever the facts
};

// A case in which two columns differ: facts, things done and readings, no more of them than that takes.
struct Witness {
    Case situation;
    std::map<std::string, std::string, std::less<>> readings;  // "pack/question" → reading
    std::vector<std::string> said;                             // those in words: 溧阳：……
    std::vector<ComparedValue> values;                         // what each column says to the row in that case
};

struct ComparedRow {
    std::string aspect;  // matter, step, prerequisite, prohibition, cap, limit, reading; of a body: member, attend, quorum, …
    std::string key;     // of shared identifiers, unique in its aspect
    std::string title;   // of the row, in Chinese
    std::vector<ComparedValue> values;  // one a column
    bool differs = false;               // in some case that the facts given allow
    std::optional<Witness> witness;     // of the difference
};

struct ComparedColumn {
    const Pack* pack = nullptr;
    const Matter* matter = nullptr;  // null: the text does not regulate it, or the pack does not name it
    bool regulated = false;
    std::map<std::string, std::string> documents;  // what stands before a clause number of a document: document_prefix
};

struct Comparison {
    std::string matter;
    std::vector<ComparedColumn> columns;
    std::vector<ComparedRow> rows;
};

// `matter` is an id of the catalogue; `facts` narrow what is compared. Two packs or more, of one catalogue.
Comparison compare(const Catalogue& catalogue, const std::vector<const Pack*>& packs, const std::string& matter, const Facts& facts);

// Every matter that some pack has: who decides it, and what differs; for an overview, cities as columns.
struct ComparedMatter {
    std::string matter;
    std::vector<ComparedValue> values;  // who decides it, in words
    std::vector<ComparedRow> differing;  // the rows that differ, without the cases that show it
    int rows = 0;
};
std::vector<ComparedMatter> compare_all(const Catalogue& catalogue, const std::vector<const Pack*>& packs);

// What an attribute of a meeting is called: quorum → 到会人数; itself if it has no name.
std::string attribute_title(const std::string& attribute);

}  // namespace signroute
