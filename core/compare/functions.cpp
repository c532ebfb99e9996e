#include "core/compare/functions.h"

#include <iterator>
#include <string_view>

#include "core/findings/finding.h"

namespace signroute {

namespace {

// Actions and things are identifiers of the catalogue, between blanks.
struct Function {
    const char *id, *title, *actions, *things;
};

constexpr Function kFunctions[] = {
    {"draft", "起草", " draft ", " minutes_draft "},
    {"plan", "列入计划", " plan ", " in_normative_plan in_annual_meeting_plan in_legislative_plan "},
    {"research", "调查研究", " research ", " field_research_done "},
    {"consult", "征求、听取意见", " consult communicate ",
     " public_consultation related_units_consulted lower_government_consulted opinions_widely_sought opinions_of_society_heard experts_and_public_heard "
     "finance_and_justice_consulted congress_cppcc_consulted consultation_record public_participation opinion_survey "},
    {"validate", "专家论证", " validate ", " expert_argumentation expert_report "},
    {"hold_hearing", "公示、听证", " hold_hearing ", " hearing public_notice_or_hearing "},
    {"risk_assessment", "风险评估", " risk_assessment ", " risk_assessment risk_report "},
    {"fair_competition_review", "公平竞争审查", " fair_competition_review ", " fair_competition_review fair_competition_opinion "},
    {"coordinate", "协商、协调", " coordinate negotiate arbitrate ",
     " leader_coordinated department_negotiation head_negotiated opinions_agreed negotiation_statement staffing_negotiated "},
    {"countersign", "会签", " countersign ", " related_heads_countersigned countersign_sheet "},
    {"legality_review", "合法性审查（审核）", " legality_review ",
     " legality_review_by_drafter legality_review_by_justice legality_review_by_legal_office legality_review_by_maker legality_review_done legality_opinion "
     "drafter_legality_opinion legal_office_written_opinion legality_assessed "},
    {"secrecy_review", "保密审查", " secrecy_review ", " secrecy_review "},
    {"request_instruction", "请示", " request_instruction ", " prior_request written_request "},
    {"ask_leave", "请假", " ask_leave ", " meeting_leave_asked travel_asked written_leave "},
    {"brief", "汇报", " brief ", " mayor_briefed superior_briefed "},
    {"propose_topic", "提出、申报议题", " propose_topic ", ""},
    {"submit", "报送、呈批", " submit submit_for_instruction submit_jointly ", " joint_submission "},
    {"forward", "转送", " forward ", " referred_by_office "},
    {"propose_handling", "拟办", " propose_handling ", ""},
    {"review", "审核", " review copy_edit ", " secretary_general_reviewed "},
    {"meeting", "会议讨论决定", " decide adopt deliberate ",
     " government_meeting_adopted executive_meeting_adopted city_meeting_decided collective_discussion "},
    {"set_agenda", "确定议题", " set_agenda ", " topic_set_by_mayor "},
    {"approve", "批准、同意", " approve consent finalize instruct read ",
     " government_approval mayor_approval mayor_consent leader_consent office_approval party_consent extra_meeting_approved travel_approved "
     "foreign_travel_approved meeting_leave_granted publication_approved government_authorization government_review_done "},
    {"sign_off", "签发、签署", " sign_off sign review_and_sign ", " head_signed "},
    {"notify", "报备", " notify ", " party_notified office_notified "},
    {"publish", "公布", " publish ", " published "},
    {"file_for_record", "备案", " file_for_record ",
     " filed_after_issue filed_with_congress filed_with_government filed_with_provincial_congress filed_with_state_council filed_with_superior "},
};

bool holds(const char* list, const std::string& id) {
    return !id.empty() && std::string_view(list).find(" " + id + " ") != std::string_view::npos;
}

}  // namespace

std::string function_of_thing(const std::string& thing) {
    for (const Function& f : kFunctions) {
        if (holds(f.things, thing)) return f.id;
    }
    return "";
}

std::string function_of(const std::string& action, const std::string& thing) {
    if (const std::string shown = function_of_thing(thing); !shown.empty()) return shown;
    for (const Function& f : kFunctions) {
        if (holds(f.actions, action)) return f.id;
    }
    return action;
}

std::string function_title(const Catalogue& catalogue, const std::string& function) {
    for (const Function& f : kFunctions) {
        if (function == f.id) return f.title;
    }
    return action_title(catalogue, function);
}

std::size_t function_rank(const std::string& function) {
    std::size_t at = 0;
    while (at < std::size(kFunctions) && function != kFunctions[at].id) ++at;
    return at;
}

}  // namespace signroute
