// The verb `report`: an `assess` request as a document to print, send or keep. Private to core/contract.
#pragma once

#include "core/contract/answer.h"
#include "core/json/json_in.h"

namespace signroute {

// Answers {"format","name","text","type"}: html, ics, csv or record, a file name in Chinese, the document, its media type.
Reply report_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors);

}  // namespace signroute
