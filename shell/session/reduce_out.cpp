// What is worked out elsewhere for the open case: a report, a calendar file, a table, a record, which are printed or saved; and
// the changes that would mend its plan, which are shown and made only when the user says so.
#include "core/exchange/document.h"
#include "shell/session/reducer.h"

namespace signroute {

namespace {

constexpr const char* kSave = "out.save";
constexpr const char* kPrint = "out.print";
constexpr const char* kMend = "mend";

}  // namespace

OwnRules Reducer::own_rules(const CaseFile& file) const {
    OwnRules own{.pack = {}, .years = s_.own_years, .local_days = s_.own_days};
    if (const auto at = s_.own_packs.find(file.pack); at != s_.own_packs.end()) own.pack = at->second;
    return own;
}

void Reducer::operator()(const intent::TakeOut& i) {
    const CaseFile* file = current();
    if (!file || file->situation.matters.empty()) return;
    emit(effect::Ask{i.print ? kPrint : kSave, "report", report_request(*file, own_rules(*file), i.format, s_.today)});
}

// As a case would that has nothing but the day from which the limit runs.
void Reducer::operator()(const intent::TakeOutLimit& i) {
    const DeadlineForm& form = s_.deadline;
    if (!form.start) return;
    CaseFile file{.id = form.limit + to_text(*form.start), .title = i.title, .pack = s_.pack};
    file.situation.matters = {i.matter};
    file.situation.facts = form.facts;
    file.situation.events[i.from] = *form.start;
    emit(effect::Ask{kSave, "report", report_request(file, own_rules(file), "ics", s_.today)});
}

void Reducer::operator()(const intent::ProposeMend&) {
    const CaseFile* file = current();
    if (!file || file->situation.matters.empty()) return;
    s_.mending = Mending{.record = file->id, .request = assess_request(*file, own_rules(*file), s_.today)};
    emit(effect::Ask{kMend, "assess", s_.mending->request});
}

void Reducer::operator()(const intent::TakeMend&) {
    const CaseFile* file = current();
    if (!file || !s_.mending || !s_.mending->proposal || s_.mending->record != file->id) return;
    (*this)(intent::SetPlan{std::vector<PlannedStep>(s_.mending->proposal->planned), "补齐"});
}

void Reducer::operator()(const intent::UndoChange&) {
    const CaseFile* file = current();
    if (!file || !s_.before_change || s_.before_change->record != file->id) return;
    (*this)(intent::SetPlan{std::vector<PlannedStep>(s_.before_change->planned), ""});
}

bool Reducer::mend_answered(const PlatformReport& r, const std::string& problem) {
    if (r.name != kMend) return false;
    const CaseFile* file = current();
    if (!s_.mending || r.key != s_.mending->request || !file) return true;  // the case is another by now
    auto proposal = problem.empty() ? proposal_in(*file, s_.library, r.value) : Result<Proposal>(Error{"", "", problem});
    if (proposal) s_.mending->proposal = std::move(*proposal);
    else s_.mending->problem = proposal.error().message;
    return true;
}

bool Reducer::document_answered(const PlatformReport& r, const std::string& problem) {
    if (r.name != kSave && r.name != kPrint) return mend_answered(r, problem);
    const auto document = problem.empty() ? document_in(r.value) : Result<WrittenDocument>(Error{"", "", problem});
    if (!document) s_.message = "未能生成：" + document.error().message;
    else if (r.name == kPrint) emit(effect::Print{document->text});
    else emit(effect::Download{document->name, document->type, document->text});
    return true;
}

}  // namespace signroute
