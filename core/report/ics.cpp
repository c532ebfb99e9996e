#include "core/report/ics.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

namespace signroute {

namespace {

constexpr std::size_t kMostOctets = 75;  // of a line, without its end; RFC 5545, 3.1
constexpr int kAlarmHour = 9;

std::string compact(Day day) {
    std::string out;
    for (const char c : to_text(day)) {
        if (c != '-') out += c;
    }
    return out;
}

// So many days before the start of the day at midnight, then forward to the hour of the alarm: always before the start.
std::string trigger(std::int64_t days_before) {
    const std::int64_t hours = days_before * 24 - kAlarmHour;
    std::string out = "-P";
    if (hours >= 24) out += std::to_string(hours / 24) + "D";
    return out + "T" + std::to_string(hours % 24) + "H";
}

// The name of a case, without the day that it was begun on: a reader would take it for the day of the event.
std::string without_day(const std::string& title) {
    const std::size_t at = title.rfind(' ');
    return at != title.npos && at > 0 && day_from_text(title.substr(at + 1, title.rfind("（") - at - 1)) ? title.substr(0, at) : title;
}

// On a day that is certain.
bool settled(const ReportDate& d) { return d.due && d.applies == Truth::yes; }

// What cannot be put on a day.
std::string undecided(const Report& report) {
    std::string out;
    for (const ReportDate& d : report.parts.front().dates) {
        if (settled(d) || d.kind == LimitState::gives_way) continue;
        out += "\n· " + d.title + "（" + d.figure + "）：" + (d.due_text.empty() ? d.state : d.due_text) + (d.remark.empty() ? "" : "，" + d.remark);
    }
    return out.empty() ? "" : "另有时限未能定到日，没有列入日历：" + out;
}

class IcsCalendar {
  public:
    IcsCalendar(const Report& report, const std::string& pack) : report_(report), pack_(pack), undecided_(undecided(report)) {}

    std::string text();

  private:
    void put(const std::string& name, const std::string& value) { out_ += ics_line(name + ":" + value); }
    void put_text(const std::string& name, const std::string& text) { put(name, ics_text(text)); }
    std::string uid(const ReportDate& d) const;
    std::string summary(const ReportDate& d) const;
    std::string description(const ReportDate& d) const;
    void event(const ReportDate& d);
    void alarm(const ReportDate& d);

    const Report& report_;
    const std::string& pack_;
    const std::string undecided_;
    std::string out_;
};

std::string IcsCalendar::uid(const ReportDate& d) const {
    return sha256_hex(report_.head.id + "\n" + pack_ + "\n" + d.matter + "\n" + d.limit).substr(0, 32) + "@signroute";
}

std::string IcsCalendar::summary(const ReportDate& d) const {
    const char* what = d.kind == LimitState::kept ? "（已办）" : d.minimum ? "最早可办：" : "到期：";
    return what + d.title + "·" + without_day(report_.head.title);
}

std::string IcsCalendar::description(const ReportDate& d) const {
    std::string out = d.rule + "\n" + d.figure;
    if (!d.by.empty()) out += "\n办理：" + d.by;
    if (!d.start_text.empty()) out += "\n" + d.from + "：" + d.start_text;
    out += std::string("\n") + (d.minimum ? "最早：" : "到期：") + d.due_text;
    if (!d.state.empty()) out += "\n状态：" + d.state + (d.remark.empty() ? "" : "。" + d.remark);
    out += "\n依据：《" + report_.rules + "》" + d.clauses;
    if (!undecided_.empty()) out += "\n\n" + undecided_;
    return out + "\n\n由签批向导按" + report_.date_text + "所填情形算出，不是官方解释。";
}

void IcsCalendar::alarm(const ReportDate& d) {
    const bool over = d.kind == LimitState::kept || d.kind == LimitState::missed;
    if (!d.alarm || over) return;
    out_ += ics_line("BEGIN:VALARM");
    put("ACTION", "DISPLAY");
    put_text("DESCRIPTION", summary(d) + "（" + d.due_text + "）");
    put("TRIGGER", trigger((*d.due - *d.alarm).count()));
    out_ += ics_line("END:VALARM");
}

void IcsCalendar::event(const ReportDate& d) {
    out_ += ics_line("BEGIN:VEVENT");
    put("UID", uid(d));
    put("SEQUENCE", std::to_string(report_.head.revision));
    put("DTSTAMP", compact(*report_.date) + "T000000Z");
    put("DTSTART;VALUE=DATE", compact(*d.due));
    put("DTEND;VALUE=DATE", compact(*d.due + days{1}));
    put_text("SUMMARY", summary(d));
    put_text("DESCRIPTION", description(d));
    put_text("CATEGORIES", "签批时限");
    put("STATUS", "CONFIRMED");
    put("TRANSP", "TRANSPARENT");
    put("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE");
    put("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    alarm(d);
    out_ += ics_line("END:VEVENT");
}

std::string IcsCalendar::text() {
    out_ = ics_line("BEGIN:VCALENDAR");
    put("PRODID", "-//signroute//签批向导//ZH-CN");
    put("VERSION", "2.0");
    put("CALSCALE", "GREGORIAN");
    put("METHOD", "PUBLISH");
    put_text("X-WR-CALNAME", report_.head.title);
    put_text("X-WR-CALDESC", report_.city + "·" + report_.matter + (undecided_.empty() ? "" : "\n" + undecided_));
    for (const ReportDate& d : report_.parts.front().dates) {
        if (settled(d)) event(d);
    }
    return out_ + ics_line("END:VCALENDAR");
}

}  // namespace

std::string ics_line(const std::string& line) {
    std::string out;
    std::size_t used = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t from = at;
        next_code_point(line, at);
        if (used + (at - from) > kMostOctets) {
            out += "\r\n ";
            used = 1;  // the space that marks the rest of a line
        }
        out.append(line, from, at - from);
        used += at - from;
    }
    return out + "\r\n";
}

std::string ics_text(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' || c == ';' || c == ',') out += std::string("\\") + c;
        else if (c == '\n') out += "\\n";
        else if (c == '\r') out += i + 1 < text.size() && text[i + 1] == '\n' ? "" : "\\n";
        else if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f) out += ' ';
        else out += c;
    }
    return out;
}

Result<std::string> report_to_ics(const Report& report, const std::string& pack) {
    if (!report.date) return Error{"no_today", "/today", "日历文件要写明制作日期，请填“today”。"};
    if (report.head.id.empty()) return Error{"no_id", "/id", "日历文件要有案卷编号，以便再次导入时认出同一事项，请填“id”。"};
    for (const ReportDate& d : report.parts.front().dates) {
        if (settled(d)) return IcsCalendar(report, pack).text();
    }
    return Error{"no_dates", "", "没有能定到日的时限，不能做成日历文件。"};
}

}  // namespace signroute
