#include "shell/session/text_audit.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/contract/checks_in.h"
#include "core/json/json_in.h"
#include "core/pack/names.h"

namespace signroute {

namespace {

Clause clause_of(const JsonIn& element) {
    const JsonIn in = element.child("clause");
    const auto number = [&](const char* key) { return in.value().contains(key) ? static_cast<int>(in.child(key).integer().value_or(0)) : 0; };
    Clause out;
    out.doc = in.child("doc").text().value_or("");
    const Json& article = in.child("article").value();
    if (article.is_string()) out.article = article == "tail" ? kTail : kNotice;
    else out.article = number("article");
    out.para = number("para");
    out.item = number("item");
    out.sentence = number("sentence");
    return out;
}

// "" where the value is null.
std::string words_of(const JsonIn& element, const char* key) {
    const JsonIn in = element.child(key);
    return in.value().is_string() ? in.text().value_or("") : "";
}

std::string not_found(const JsonIn& n) {
    const std::string claimed = words_of(n, "claimed"), shown = claimed.empty() ? "" : "“" + claimed + "”";
    return words_of(n, "kind") == "clause" ? "规则包引用此处，原文中没有" + shown : "规则包所写" + shown + "，原文此处没有";
}

std::string unaccounted(const JsonIn& u) {
    const std::string words = words_of(u, "words");
    return words.empty() ? "整句没有编入规则，也没有说明" : "“" + words + "”没有编入规则";
}

}  // namespace

std::string text_audit_request(const std::string& pack, const std::string& own, const std::string& text) {
    return own.empty() ? write_json({{"pack", pack}, {"text", text}}) : audit_request(own, text);
}

void take_audit_answer(TextAudit& audit, std::string_view json) {
    audit.answered = true;
    const auto read = parse_json(json);
    if (!read || !read->is_object()) {
        audit.problem = "核对的结果未能读出。";
        return;
    }
    Errors errors;
    const JsonIn in(*read, "", errors);
    if (read->contains("error")) {
        audit.problem = words_of(in.child("error"), "message");
        return;
    }
    for (const JsonIn& c : in.child("clauses").items()) {
        SentenceStatus s{clause_of(c), std::nullopt};
        for (const auto& [name, status] : kAccountStatuses) {
            if (words_of(c, "status") == name) s.status = status;
        }
        audit.sentences.push_back(std::move(s));
    }
    for (const JsonIn& n : in.child("not_found").items()) audit.mismatches.push_back({clause_of(n), not_found(n)});
    for (const JsonIn& u : in.child("untaken").items()) audit.mismatches.push_back({clause_of(u), "原文写有“" + words_of(u, "figure") + "”，规则包没有取用"});
    for (const JsonIn& u : in.child("unaccounted").items()) audit.mismatches.push_back({clause_of(u), unaccounted(u)});
    put_in_order(audit.mismatches, [](const Mismatch& a, const Mismatch& b) { return a.clause < b.clause; });
}

}  // namespace signroute
