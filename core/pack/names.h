// The written names of the pack's enumerations, one table each, for reading and for writing.
#pragma once

#include <utility>

#include "core/pack/pack.h"

namespace signroute {

inline constexpr std::pair<const char*, Strength> kStrengths[] = {
    {"must", Strength::must}, {"should", Strength::should}, {"may", Strength::may}, {"unclear", Strength::unclear}};
inline constexpr std::pair<const char*, StepStatus> kStepStatuses[] = {
    {"required", StepStatus::required},   {"if_needed", StepStatus::if_needed},       {"judgement", StepStatus::judgement},
    {"permitted", StepStatus::permitted}, {"not_required", StepStatus::not_required}, {"unknown", StepStatus::unknown}};
inline constexpr std::pair<const char*, FactType> kFactTypes[] = {
    {"bool", FactType::boolean},          {"choice", FactType::choice}, {"integer", FactType::integer},
    {"amount_cny", FactType::amount_cny}, {"rank", FactType::rank},     {"date", FactType::date},
    {"list", FactType::list}};
inline constexpr std::pair<const char*, RoleKind> kRoleKinds[] = {
    {"person", RoleKind::person}, {"unit", RoleKind::unit}, {"body", RoleKind::body}};
inline constexpr std::pair<const char*, AccountStatus> kAccountStatuses[] = {{"encoded", AccountStatus::encoded},
                                                                             {"judgement", AccountStatus::judgement},
                                                                             {"principle", AccountStatus::principle},
                                                                             {"out_of_scope", AccountStatus::out_of_scope}};
inline constexpr std::pair<const char*, Truth> kTruths[] = {
    {"no", Truth::no}, {"yes", Truth::yes}, {"unknown", Truth::unknown}};

// Units of caps, with the words by which a text counts them, first the one that we use. A pack may also write the word itself.
struct CapUnit {
    const char* id;
    const char* words[4];
};
inline constexpr CapUnit kCapUnits[] = {{"character", {"字"}},
                                        {"time", {"次"}},
                                        {"person", {"名", "人", "位", "个"}},
                                        {"copy", {"份"}},
                                        {"matter", {"件", "事", "项", "个"}},
                                        {"kind", {"种"}},
                                        {"unit", {"个", "家"}},
                                        {"organ", {"个", "家"}},
                                        {"document", {"件", "份", "个"}},
                                        {"day", {"日", "天"}},
                                        {"working_day", {"工作日"}},
                                        {"page", {"页"}},
                                        {"minute", {"分钟"}},
                                        {"hour", {"小时"}},
                                        {"month", {"月"}},
                                        {"yuan", {"元"}},
                                        {"percent", {"%"}},
                                        {"department", {"个", "家"}}};

template <class E, std::size_t N>
const char* name_of(E value, const std::pair<const char*, E> (&table)[N]) {
    for (const auto& [name, v] : table) {
        if (v == value) return name;
    }
    return "";
}

template <class E, std::size_t N>
const E* value_of(std::string_view name, const std::pair<const char*, E> (&table)[N]) {
    for (const auto& entry : table) {
        if (name == entry.first) return &entry.second;
    }
    return nullptr;
}

}  // namespace signroute
