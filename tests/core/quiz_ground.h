// The five packs and the calendar of the tree, as questions are made from them.
#pragma once

#include "core/quiz/question.h"
#include "tests/core/pack_files.h"

namespace signroute::test {

inline const quiz::Ground& five_cities() {
    static const std::vector<Pack> packs = [] {
        std::vector<Pack> out;
        for (const char* id : {"jiangyin-2022", "liyang", "wuxi-2022", "jiangmen-2023", "kunshan-2017"}) {
            PackRead read = pack_from_json(file(std::string("assets/packs/") + id + ".json"), shared_catalogue());
            REQUIRE(read.pack);
            out.push_back(std::move(*read.pack));
        }
        return out;
    }();
    static const quiz::Ground ground = [] {
        static const Calendar& calendar = installed();
        quiz::Ground out{&shared_catalogue(), &calendar, {}};
        for (const Pack& p : packs) out.packs.push_back(&p);
        return out;
    }();
    return ground;
}

}  // namespace signroute::test
