// In the page of a first visit, which has not every room (views/further_rooms_elsewhere.cpp): whoever goes to another one
// gets the page that has it.
#include "shell/session/reducer.h"

namespace signroute {

void Reducer::settle_further() {
    if (s_.place.room == Room::compare) emit(effect::FetchRooms{});
}

void Reducer::operator()(const intent::ComparePacks&) {}
bool Reducer::compare_answered(const PlatformReport&, const std::string&) { return false; }

}  // namespace signroute
