// Values as JSON of the contract. Private to core/contract.
#pragma once

#include "core/assess.h"
#include "core/json/json_in.h"
#include "core/pack/lint.h"
#include "core/pack/names.h"

namespace signroute {

Json to_json(const Clause& clause);
Json to_json(std::span<const Clause> clauses);
Json to_json(const FactValue& value);
Json to_json(const PlannedStep& step);
Json to_json(const Case& situation);  // as an `assess` request asks it, by ids, but for its pack
Json to_json(const Silent& silent);
Json to_json(const DeadlineAnswer& answer, bool with_ledger);
Json text_or_null(const std::string& text);
Json day_or_null(const std::optional<Day>& day);
Json named(const std::vector<Named>& list);

// What every element has: id, say, clauses, strength.
Json element_to_json(const Element& element);
Json to_json(const Rules& rules, const TimeLimit& limit);
Json to_json(const Rules& rules, const Cap& cap);
Json to_json(const Rules& rules, const OpenQuestion& question);
Json to_json(const Because& because, const Facts& facts);  // the facts that decided, with their values

// `checked`: with schedule, findings, verdict and what was tried; otherwise the route alone.
Json to_json(const Rules& rules, const Case& situation, const Assessment& assessment, bool checked);

Json lint_to_json(const Rules& rules, const LintReport& report);
Json packs_to_json(const std::vector<Pack>& packs);
Json catalogue_to_json(const Catalogue& catalogue);
Json matters_to_json(const Rules& rules, const Case* situation);
Json pack_to_json(const Rules& rules);

}  // namespace signroute
