#include "core/contract/report_verb.h"

#include "core/base/text.h"
#include "core/contract/document_out.h"
#include "core/contract/record.h"
#include "core/contract/request.h"
#include "core/report/csv.h"
#include "core/report/html.h"
#include "core/report/ics.h"
#include "core/words.h"

namespace signroute {

namespace {

constexpr std::int64_t kMostRevisions = 2147483647;  // an INTEGER of RFC 5545
constexpr std::int64_t kMostDaysBefore = 250;

constexpr DocumentKind kKinds[] = {{"html", "-核对报告.html", "text/html;charset=utf-8"},
                                   {"ics", "-时限.ics", "text/calendar;charset=utf-8;method=PUBLISH"},
                                   {"csv", "-核对表.csv", "text/csv;charset=utf-8"},
                                   {"record", "-核对记录.json", "application/json"}};

std::int64_t number_within(const JsonIn& in, std::int64_t least, std::int64_t most) {
    const std::int64_t n = in.integer().value_or(least);
    if (n < least || n > most) in.fail("out_of_range", "此处应在" + std::to_string(least) + "至" + std::to_string(most) + "之间。");
    return n;
}

ReportHead read_head(ObjectIn& in) {
    ReportHead out;
    out.id = in.text("id");
    out.title = trim(in.text("title"));
    out.note = in.text("note");
    if (const auto v = in.get("revision")) out.revision = number_within(*v, 0, kMostRevisions);
    const auto alarm = in.get("alarm");
    if (!alarm) return out;
    ObjectIn o(*alarm);
    if (const auto n = o.require("n")) out.alarm = number_within(*n, 1, kMostDaysBefore);
    o.finish();
    return out;
}

const DocumentKind* read_kind(ObjectIn& in) {
    const auto v = in.require("format");
    const std::string name = v ? v->text().value_or("") : "";
    for (const DocumentKind& k : kKinds) {
        if (name == k.format) return &k;
    }
    if (v && v->value().is_string()) v->fail("bad_value", "格式应为 html、ics、csv 或者 record。");
    return nullptr;
}

// The official text, its documents named as in the pack.
std::optional<Statute> read_text(const Pack& pack, ObjectIn& in, Errors& errors) {
    const auto v = in.get("text");
    const auto text = v ? v->text() : std::nullopt;
    if (!text) return std::nullopt;
    auto read = read_statute(*text);
    if (!read) {
        errors.push_back({read.error().code, v->pointer(), read.error().message, read.error().line});
        return std::nullopt;
    }
    std::vector<DocumentName> names;
    for (const PackDocument& d : pack.documents) names.push_back({d.id, d.title});
    name_documents(read.value(), names);
    return std::move(read.value());
}

Result<std::string> written(const std::string& format, const Asked& asked, const ReportHead& head, const Statute* text) {
    if (format == "record") return record_to_text(asked, head);
    Report report = report_from_assessment(asked.rules, asked.calendar, asked.situation, asked.assessment, head, text);
    if (format == "ics") return report_to_ics(report, asked.rules.pack->id);
    if (format == "csv") return report_to_csv(report);
    report.sources = sources_of(asked);
    return report_to_html(report);
}

}  // namespace

Reply report_verb(const Library& library, std::string_view pack, const JsonIn& request, Errors& errors) {
    ObjectIn in(request);
    const auto use = pack_in_use(library, pack, in, errors);
    if (!use) return {};
    const Rules rules = rules_by(library, use->get());
    const DocumentKind* kind = read_kind(in);
    const ReportHead head = read_head(in);
    const auto calendar = calendar_in_use(library, in, errors);
    const Case situation = read_case(rules, in, false);
    const std::optional<Statute> text = read_text(use->get(), in, errors);
    in.finish();
    if (!errors.empty()) return {};
    const Assessment a = assess(rules, calendar->get(), situation);
    const Asked asked{library, rules, calendar->get(), situation, a, request.value()};
    const auto document = written(kind->format, asked, head, text ? &*text : nullptr);
    if (!document) {
        errors.push_back(document.error());
        return {};
    }
    const std::string title = head.title.empty() ? matter_title(rules, situation.matters.front()) : head.title;
    return document_reply(*kind, title, "案卷", *document);
}

}  // namespace signroute
