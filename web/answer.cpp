// The machine contract, for an instance that is asked and draws nothing; no part of a first visit's module, so that it stays small.
#include "core/contract/answer.h"

#include "web/bridge.h"
#include "web/response.h"

namespace {

using namespace signroute;

Session* fed = nullptr;  // lives as long as the page

}  // namespace

extern "C" {

void sr_feed(const char* path, const char* text) {
    if (!fed) {
        fed = new Session;
        reduce(*fed, intent::Start{});
        reduce(*fed, intent::Platform{{PlatformReport::Kind::store_ready, "", "", ""}});  // it keeps nothing
    }
    reduce(*fed, intent::Platform{{PlatformReport::Kind::asset, path, "", text}});
    keep_source(fed->library, path, text);
}

const sr_response* sr_answer(const char* verb, const char* pack, const char* request) {
    const bool loaded = fed && fed->waiting == 0 && !fed->library.packs.empty();  // whichever city a page is about
    if (!loaded) return respond(not_loaded_json(fed), 2);
    Reply reply = answer(fed->library, verb, pack, request);
    return respond(std::move(reply.json), static_cast<std::uint32_t>(reply.status));
}
}
