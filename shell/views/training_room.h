// 培训: practice with a memory, courses, progress, exams and their results.
#pragma once

#include <map>
#include <string>

#include "shell/ui/route_picture.h"

namespace signroute::views {

struct TrainingLook {
    std::string shown;         // the question in front, and whether it is answered
    int chosen = -1;           // of its choices
    bool show_kinds = false;   // of the form in front
    std::string lesson;        // the one in front
    std::size_t steps = 1;     // of its route, revealed
    ui::RouteView picture;
    std::map<std::string, bool> chapters;  // of a course, which are unfolded
    std::string words;         // looked for in the glossary
    int months = 0;            // the calendar is turned by
    std::string name;          // of who takes the exam
    bool handing_in = false, leaving = false, dropping = false;
    int by = 0;                // of the results: persons, questions, clauses
};

}  // namespace signroute::views
