// How values are said in Chinese: one place, so that the screens and the documents that go out use the same words.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/assess.h"
#include "core/route/stages.h"

namespace signroute {

// 第五十条第一款、议事规则第九条; the document is named where it is not the pack's first.
std::string clause_text(const Pack& pack, const Clause& clause);
std::string clauses_text(const Pack& pack, std::span<const Clause> clauses);
std::string strength_text(const Element& element);                   // 应当, 一般, 原则上, 可以, 须人工判断
std::string beside_text(Beside beside);                              // 择一办理, 次序原文未定 …
std::string status_text(StepStatus status);                          // 应当, 如有需要, 视情形而定 …
std::string limit_text(const TimeLimit& limit);                      // 7个工作日; 每月15日前; 及时
// A figure of days of which the text leaves the unit open, in the word of the rule's sentence: 2天, 十日, 15日.
std::string open_days(const TimeLimit& limit);
std::string open_end_text(const TimeLimit& limit);                   // why its end is open, of one of which the text leaves it so
std::string limit_figure(const Catalogue& catalogue, const TimeLimit& limit);  // 收到之日后5个工作日内
std::string unit_text(DeadlineUnit unit);                            // 个工作日, 日, 个月, 年
std::string fact_text(const Catalogue& catalogue, const std::string& fact, const FactValue& value);  // 是, 12, 市长、秘书长
std::string matter_title(const Rules& rules, const std::string& matter);
std::string role_text(const Rules& rules, const std::string& role);  // "" → 原文未写明由谁

std::string finding_text(FindingCode code);                          // 缺少, 多余, 次序不对, 人员不对 …
std::string severity_text(Severity severity);                        // 错误, 提示, 需判断, 备注
// 不能报送：2处错误，1处需人工判断 …
std::string verdict_text(const Assessment& assessment);
std::string outcome_text(Outcome outcome);
// What only this reading of several has: 有关副市长审核；市长签署（需人工判断）; then what is wrong by it alone. May be "".
std::string own_text(const Catalogue& catalogue, const Assessment& shared, const Assessment& reading);
// 在“文书官审核”之后补上“秘书长审核”; `planned` is the plan that the edit is made to. Steps are called by their words: as
// edits are made one after the other, their numbers are not those on the screen.
std::string edit_text(const Catalogue& catalogue, const Edit& edit, const std::vector<PlannedStep>& planned);

}  // namespace signroute
