// How an office would open a case of each matter: {U} a department, {S} a subject, {T} a town. What decides is not said here.
#include <initializer_list>
#include <iterator>

#include "core/quiz/words.h"

namespace signroute::quiz {

namespace {

constexpr Opening kOpenings[] = {
    {"county_head_travel", "某区政府主要负责人拟外出，办公室正在办理手续"},
    {"department_head_travel", "{U}主要负责人拟去外地洽谈{S}有关事宜"},
    {"deputy_secretary_general_travel", "一位副秘书长拟外出参加{S}工作座谈"},
    {"mayor_travel", "市长拟外出参加{S}有关活动"},
    {"meeting_leave", "接到会议通知后，{U}有参会人员提出不能到会"},
    {"office_director_travel", "市政府办公室主任拟外出参加{S}工作交流"},
    {"other_leader_travel", "一位参与市政府分工的市领导拟外出"},
    {"secretary_general_travel", "秘书长拟外出参加{S}工作座谈"},
    {"town_head_travel", "{T}主要负责人拟去外地学习{S}经验"},
    {"unit_head_travel", "一家直属单位的主要负责人拟外出"},
    {"vice_mayor_travel", "一位副市长拟外出参加{S}有关活动"},
    {"executive_agenda_item", "{U}拟将{S}有关事项提请市政府常务会议研究"},
    {"mayor_office_agenda_item", "{U}拟将{S}有关事项提请市长办公会议研究"},
    {"party_group_agenda_item", "{U}拟将{S}有关事项提请市政府党组会议研究"},
    {"plenary_agenda_item", "{U}拟将{S}有关事项提请市政府全体会议审议"},
    {"special_agenda_item", "{U}拟将{S}有关事项提请市政府专题会议研究"},
    {"work_meeting_agenda_item", "{U}拟将{S}有关事项提交市政府工作会议"},
    {"agreement_witnessing", "{U}筹备{S}合作协议签约，拟请市领导到场见证"},
    {"department_agreement", "{U}拟以本部门名义与外地有关单位签署{S}合作协议"},
    {"government_agreement", "{U}起草了{S}合作协议，拟以市政府名义签署"},
    {"government_contract", "{U}承办的{S}合同文本已经谈妥，拟按程序报市政府"},
    {"annual_meeting_plan", "{U}正在编报下一年度的会议计划，其中列有{S}工作会议"},
    {"city_wide_meeting", "{U}提出召开全市{S}会议"},
    {"department_city_wide_meeting", "{U}拟召开本系统全市性会议，部署{S}工作"},
    {"department_event", "{U}拟举办一次以{S}为主题的重要活动"},
    {"department_work_meeting", "{U}拟召开工作会议，部署{S}工作"},
    {"vice_mayor_meeting", "{U}建议由分管副市长召开会议研究{S}工作"},
    {"department_consultation", "{U}收到另一部门送来的{S}文稿，请提意见"},
    {"department_disagreement", "{U}牵头办理{S}文稿，正在会签"},
    {"confidentiality", "{U}在办理{S}有关材料时核对保密要求"},
    {"decision_discipline", "{U}学习市政府关于{S}的决定，讨论执行要求"},
    {"integrity", "{U}检查{S}经费使用和公务接待情况"},
    {"lawful_handling", "{U}受理一件{S}方面的申请，核对办理依据和时限"},
    {"assigned_document", "{U}收到市政府办公室批转的一件{S}公文"},
    {"document_for_city_leader", "{U}有一件{S}公文，拟报市领导批示"},
    {"document_for_mayor", "市政府办公室收到一件{S}公文，拟送市长"},
    {"document_return", "市政府办公室对{U}报来的一件{S}公文进行收文审核"},
    {"incoming_from_superior", "市政府办公室收到一件关于{S}的来文"},
    {"leader_instruction", "{U}收到市领导对{S}工作的批示"},
    {"submission_handling", "市政府办公室收到{U}报来的一件{S}公文，进入拟办、呈批环节"},
    {"superior_instruction", "收到上级领导对{S}工作的批示，由{U}具体承办"},
    {"acting_for_mayor", "市长不在期间，办公室需要明确市政府工作的主持人"},
    {"cross_department_work", "{S}工作涉及几个部门，{U}请求明确由谁牵头"},
    {"cross_portfolio_work", "{S}工作涉及不同分管领域，需要明确由谁牵头协调"},
    {"department_duties", "{U}梳理本部门在{S}方面的职责"},
    {"division_of_work", "办公室整理市政府领导在{S}方面的分工"},
    {"government", "新进人员整理市政府的组成情况"},
    {"office_duties", "市政府办公室梳理在{S}方面的协调职责"},
    {"rules_in_force", "新进人员查询本市工作规则的施行情况"},
    {"rules_interpretation", "{U}对工作规则中的一处提法有疑问，拟请有权机关解释"},
    {"rules_scope", "有单位来电询问本市工作规则是否适用于自己"},
    {"foreign_affairs_activity", "{U}拟安排一次以{S}为内容的外事活动"},
    {"foreign_guests", "{U}拟安排市领导会见来访客人，商谈{S}合作"},
    {"foreign_travel", "{U}拟组织人员因公出国（境）访问"},
    {"field_research", "办公室安排市领导就{S}开展调研"},
    {"leader_attendance", "{U}举办{S}活动，希望市政府领导出席"},
    {"leader_invitation", "{U}拟邀请市政府领导出席{S}活动"},
    {"personal_publication", "有单位请市领导为{S}题词、作序或者发贺信"},
    {"government_rules_draft", "{U}起草了{S}方面的政府规章草案"},
    {"government_rules_filing", "{S}方面的一件政府规章已经公布，正在办理备案"},
    {"government_rules_interpretation", "{U}在执行{S}方面的政府规章时需要解释条文"},
    {"legislative_plan", "{U}申报下一年度关于{S}的立法项目"},
    {"local_regulation_draft", "{U}起草了{S}方面的地方性法规草案"},
    {"collective_deliberation", "{S}有关重大事项准备提交集体审议"},
    {"decision_consultation", "{S}有关决策作出之前，{U}安排听取意见"},
    {"decision_evaluation", "{S}有关决策已经实施一段时间，{U}安排跟踪评估"},
    {"department_major_matter", "{U}拟将{S}有关重大事项提请市政府决定"},
    {"major_decision", "{U}起草了{S}决策方案，准备按程序报市政府决策"},
    {"deputies_observing", "办公室拟安排人大代表、政协委员列席会议，听取{S}汇报"},
    {"executive_meeting", "办公室筹备市政府常务会议，议程中有{S}工作"},
    {"mayor_briefing_meeting", "办公室筹备市长碰头会，拟交流{S}工作"},
    {"mayor_office_meeting", "办公室筹备市长办公会议，议程中有{S}工作"},
    {"meeting_attendance", "{U}接到市政府会议通知，确定参会人员"},
    {"meeting_budget", "{U}编报{S}会议的经费"},
    {"meeting_economy", "{U}拟召开{S}会议，正在核定会议规模"},
    {"meeting_organization", "{U}承办{S}会议，准备发出会议通知"},
    {"party_group_meeting", "办公室筹备市政府党组会议，议程中有{S}工作"},
    {"plenary_meeting", "办公室筹备市政府全体会议，议程中有{S}工作"},
    {"special_meeting", "办公室筹备市政府专题会议，研究{S}工作"},
    {"study_session", "办公室筹备市政府专题学习，内容为{S}"},
    {"work_meeting", "办公室筹备市政府工作会议，部署{S}工作"},
    {"executive_minutes", "市政府常务会议研究{S}之后，会议纪要已经起草"},
    {"mayor_briefing_minutes", "市长碰头会交流{S}之后，会议纪要已经起草"},
    {"mayor_office_minutes", "市长办公会议研究{S}之后，会议纪要已经起草"},
    {"meeting_adopted_document", "会议讨论通过了{U}提交的{S}文件，准备印发"},
    {"meeting_papers", "{U}为会议准备{S}材料"},
    {"party_group_minutes", "市政府党组会议研究{S}之后，会议纪要已经起草"},
    {"plenary_minutes", "市政府全体会议讨论{S}之后，会议纪要已经起草"},
    {"special_minutes", "市政府专题会议研究{S}之后，会议纪要已经起草"},
    {"work_meeting_minutes", "市政府工作会议部署{S}之后，会议纪要已经起草"},
    {"approval_document", "{U}起草了一件关于{S}的审批类文件，面向公众"},
    {"approved_department_normative_document", "{U}起草了关于{S}的规范性文件，拟报市政府批准后以部门名义印发"},
    {"department_normative_document", "{U}拟以本部门名义印发关于{S}的规范性文件"},
    {"fair_competition_review", "{U}起草的{S}文稿进入公平竞争审查环节"},
    {"government_normative_document", "{U}起草了关于{S}的规范性文件，拟以市政府名义印发"},
    {"joint_normative_document", "{U}与其他部门联合起草关于{S}的规范性文件"},
    {"legality_review", "{U}起草的{S}文稿准备送合法性审核"},
    {"lower_normative_document", "下级单位制定了关于{S}的规范性文件"},
    {"normative_document_cleanup", "{U}组织清理{S}方面的规范性文件"},
    {"normative_document_filing", "一件关于{S}的规范性文件已经公布，正在办理备案"},
    {"normative_document_interpretation", "{U}在执行一件关于{S}的规范性文件时需要解释条文"},
    {"normative_document_plan", "{U}申报下一年度关于{S}的规范性文件项目"},
    {"normative_document_publication", "一件关于{S}的规范性文件已经签发，准备公布"},
    {"office_normative_document", "{U}起草了关于{S}的规范性文件，拟以市政府办公室名义印发"},
    {"department_information_release", "{U}拟对外发布一条{S}方面的信息"},
    {"emergency_information_release", "{T}发生一起突发事件，有关部门准备发布信息"},
    {"meeting_decision_publication", "会议对{S}作出决定，{U}准备公布"},
    {"open_government", "{U}整理{S}方面拟公开的政府信息"},
    {"policy_interpretation", "{S}政策准备出台，{U}承担解读工作"},
    {"bill", "{U}起草了关于{S}的议案，拟提请市人大审议"},
    {"briefing", "{U}编印了一期反映{S}的简报"},
    {"decision_document", "{U}代拟了市政府关于{S}的决定"},
    {"department_directive", "{U}拟制了一件关于{S}的公文"},
    {"department_document", "{U}拟就{S}自行发文"},
    {"division_plan", "{U}拟为{S}工作制发分工方案"},
    {"document_economy", "{U}代拟了《关于加强{S}的通知》，报市政府办公室核稿"},
    {"forwarded_document", "{U}提请转发本部门《关于加强{S}的意见》"},
    {"government_document", "{U}代拟了《关于加强{S}的通知》，拟以市政府名义印发"},
    {"government_work_report", "办公室正在起草提请人大审议的工作报告，其中写到{S}"},
    {"joint_party_government_document", "{U}代拟了关于{S}的意见，拟由市委、市政府联合发文"},
    {"letter", "{U}代拟了一件商洽{S}事宜的函"},
    {"office_document", "{U}代拟了《关于做好{S}的通知》，拟以市政府办公室名义印发"},
    {"order", "{U}代拟了一件关于{S}的命令"},
    {"party_committee_submission", "{U}拟将{S}有关文件提请市委审议"},
    {"people_congress_matter", "{U}拟将{S}有关事项提请市人大审议决定"},
    {"personnel_appointment", "有关方面报来一批人事任免，准备行文"},
    {"public_attribute", "{U}拟制《关于做好{S}的通知》，正在填写公开属性"},
    {"report_to_superior", "{U}代拟了《关于{S}情况的报告》，拟以市政府名义报上级机关"},
    {"request_to_superior", "{U}代拟了《关于{S}有关事项的请示》，拟以市政府名义报上级机关"},
    {"reward_or_penalty", "{U}代拟了表扬{S}先进单位的文件"},
    {"secret_document", "{U}拟制了一件{S}公文，正在核定密级"},
    {"administrative_litigation", "市政府在一起涉及{S}的行政诉讼中被列为被告"},
    {"administrative_reconsideration", "收到一件涉及{S}的行政复议申请"},
    {"audit_and_supervision", "审计机关对{S}资金使用情况提出意见"},
    {"deputies_proposals", "{U}收到一件关于{S}的代表建议"},
    {"major_penalty_filing", "{U}在{S}领域作出一件重大行政处罚"},
    {"people_congress_oversight", "市人大听取{S}工作情况"},
    {"petitions", "{U}收到一件反映{S}问题的群众来信"},
    {"public_oversight", "有媒体反映{S}方面的问题，由{U}核实"},
    {"rule_of_law_report", "办公室汇总本年度法治政府建设情况"},
    {"meeting_press_release", "市政府会议研究{S}之后，新闻稿已经拟好"},
    {"news_release", "{U}拟就{S}召开新闻发布会"},
    {"press_coverage", "市领导出席{S}活动，媒体准备报道"},
    {"public_opinion_response", "网上出现关于{S}的议论，由{U}跟进"},
    {"speech_or_article", "有同志拟就{S}对外发表讲话或者文章"},
    {"duty_watch", "{T}安排节假日值班"},
    {"emergency_report", "{T}发生一起突发事件，值班人员准备报告"},
    {"major_matter_report", "{U}在{S}工作中遇到新情况，正在研究是否上报"},
    {"party_committee_report", "{S}工作中有一件事项，办公室研究是否报告市委"},
    {"personal_matters_report", "有领导干部需要报告个人有关事项"},
    {"vice_mayor_report", "一位副市长在{S}工作中了解到一件情况"},
    {"enterprise_request", "一家企业就{S}向市政府行文请示"},
    {"information_to_government", "{U}编写了一条{S}信息，准备报送市政府"},
    {"report_to_government", "{U}起草了《关于{S}情况的报告》，准备报送市政府"},
    {"request_to_government", "{U}起草了《关于{S}有关事项的请示》，准备报送市政府"},
    {"submission", "{U}拟就{S}有关事宜向市政府报送公文"},
    {"department_supervision", "{U}拟对{S}工作开展督查"},
    {"government_supervision", "市政府拟对{S}工作开展督查"},
    {"meeting_follow_up", "市政府会议对{S}作出部署，由{U}落实"},
    {"performance_assessment", "年终对{S}工作进行绩效评估"},
    {"supervision_task", "{U}收到一件关于{S}的督查事项"},
};

// Who would deal with what; taken together, so that no sports bureau dredges a river.
constexpr Theme kThemes[] = {
    {"市发展改革委", "公共机构节能管理"},   {"市发展改革委", "粮食储备管理"},       {"市教育局", "老年教育"},
    {"市教育局", "学校食堂管理"},           {"市科技局", "科研仪器共享"},           {"市工业和信息化局", "园区基础设施维护"},
    {"市民政局", "地名管理"},               {"市民政局", "志愿服务组织管理"},       {"市人力资源社会保障局", "青年人才服务"},
    {"市自然资源和规划局", "测绘成果管理"}, {"市生态环境局", "环境监测站点管理"},   {"市住房城乡建设局", "无障碍设施建设"},
    {"市住房城乡建设局", "城建档案管理"},   {"市交通运输局", "内河航道养护"},       {"市交通运输局", "公共自行车运营"},
    {"市水利局", "河道管护"},               {"市水利局", "节水型单位建设"},         {"市农业农村局", "农田水利设施管护"},
    {"市商务局", "招商项目服务"},           {"市文化广电和旅游局", "文物保护利用"}, {"市文化广电和旅游局", "全民阅读推广"},
    {"市卫生健康委", "卫生资源统计"},       {"市应急管理局", "避灾场所管理"},       {"市市场监督管理局", "计量器具管理"},
    {"市体育局", "体育场馆开放"},           {"市医疗保障局", "医保经办服务"},       {"市城市管理局", "公共停车场管理"},
    {"市城市管理局", "城市绿化养护"},       {"市统计局", "统计数据质量管理"},       {"市数据局", "政务数据共享"},
};
constexpr const char* kTowns[] = {"城东街道", "城西街道", "滨江镇", "湖滨街道", "新桥镇", "南山镇", "北塘街道", "临港街道"};

void put(std::string& text, std::string_view slot, const std::string& word) {
    for (std::size_t at = text.find(slot); at != text.npos; at = text.find(slot, at + word.size())) text.replace(at, slot.size(), word);
}

bool any_of(const Facts& facts, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto at = facts.find(name);
        const auto* value = at == facts.end() ? nullptr : std::get_if<std::string>(&at->second);
        if (value && *value != "department" && *value != "department_head") return true;
        if (at != facts.end() && std::holds_alternative<std::vector<std::string>>(at->second)) return true;
    }
    return false;
}

// Who acts is a fact where the rules ask for it: then nobody else is named.
bool names_actor(const Facts& facts) {
    return any_of(facts, {"drafted_by", "submitter", "unit_kind", "making_body", "organizer", "topic_proposer", "absentee", "traveller_rank"});
}
// What it is about is a fact where the rules ask for it: then no other subject is named.
bool names_subject(const Facts& facts) { return any_of(facts, {"decision_type", "minutes_subject", "topic"}); }

}  // namespace

namespace {

std::string begins(const NamedMatter& matter, const std::string& scene) {
    if (!scene.empty()) return scene;
    for (const Opening& o : kOpenings) {
        if (matter.id == o.matter) return o.text;
    }
    return "{U}办理一件“" + matter.title + "”事项";
}

}  // namespace

std::string opening(const NamedMatter& matter, const std::string& scene, const Facts& facts, Random& random) {
    std::string out = begins(matter, scene);
    const Theme& theme = kThemes[random.below(std::size(kThemes))];
    const char* town = kTowns[random.below(std::size(kTowns))];
    const bool subject = names_subject(facts), actor = names_actor(facts);
    if (subject) put(out, "{S}有关", "一个");
    put(out, "{S}", subject ? "某项工作" : theme.subject);
    put(out, "{U}", actor ? "有关单位" : subject ? "有关部门" : theme.unit);
    put(out, "{T}", actor ? "有关单位" : town);
    return out;
}

Facts beyond_opening(const NamedMatter& matter, const std::string& scene, Facts facts) {
    if (begins(matter, scene).find("{U}") == std::string::npos || names_actor(facts)) return facts;
    for (const char* actor : {"drafted_by", "submitter", "unit_kind", "making_body", "organizer", "topic_proposer"}) {
        const auto at = facts.find(actor);
        if (at != facts.end() && at->second == FactValue(std::string("department"))) facts.erase(at);
    }
    return facts;
}

}  // namespace signroute::quiz
