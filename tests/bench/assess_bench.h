#pragma once

#include <string>
#include <string_view>
#include <vector>

// How long a full assessment takes of the largest matter of all these packs (most steps, prerequisites, prohibitions,
// limits and so on), by stage and as a whole. All are the bytes of JSON files. Prints, asserts nothing.
void print_assess_times(std::string_view catalogue, const std::vector<std::string>& packs, const std::vector<std::string>& calendars);
