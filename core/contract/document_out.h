// A document that leaves the application, as an answer. Private to core/contract.
#pragma once

#include <string>

#include "core/contract/answer.h"

namespace signroute {

struct DocumentKind {
    const char* format;
    const char* suffix;  // of the file name
    const char* type;    // media type
};

// `title` names the file, without what file systems do not take, and not longer than they do; `otherwise` where it is blank.
Reply document_reply(const DocumentKind& kind, const std::string& title, const char* otherwise, std::string text);

}  // namespace signroute
