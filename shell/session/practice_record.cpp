#include "core/json/json_in.h"
#include "shell/session/trainer.h"

namespace signroute {

namespace {

constexpr const char* kFormat = "signroute-practice/1";

}  // namespace

std::string practice_to_text(const PracticeRecord& p) {
    Json kinds = Json::array(), withdrawn = Json::array(), slips = Json::array();
    for (const Slip& s : p.slips) slips.push_back({{"what", s.what}, {"answer", s.answer}});
    for (const quiz::Kind k : p.wish.kinds) kinds.push_back(quiz::name(k));
    for (const auto& [id, why] : p.withdrawn) withdrawn.push_back({{"id", id}, {"why", why}});
    return write_json({{"format", kFormat}, {"packs", p.wish.packs}, {"topic", p.wish.topic}, {"kinds", kinds}, {"running", p.running}, {"home", p.home}, {"id", p.id}, {"seed", p.seed},
                       {"given", p.given}, {"comes", static_cast<int>(p.why)}, {"answered", p.answered}, {"right", p.right}, {"asked", p.asked_already}, {"slips", slips}, {"withdrawn", withdrawn}});
}

std::optional<PracticeRecord> practice_from_text(std::string_view text) {
    const auto json = parse_json(text);
    if (!json) return std::nullopt;
    Errors errors;
    ObjectIn in(JsonIn(*json, "", errors));
    PracticeRecord out;
    const std::string format = in.need_text("format");
    out.wish.packs = in.texts("packs");
    out.wish.topic = in.text("topic");
    for (const std::string& k : in.texts("kinds")) {
        if (const auto kind = quiz::kind_from_text(k)) out.wish.kinds.push_back(*kind);
    }
    out.running = in.boolean("running", false);
    out.home = in.text("home");
    out.id = in.text("id");
    out.seed = static_cast<std::uint64_t>(in.integer("seed").value_or(0));
    out.given = in.text("given");
    const std::int64_t why = in.integer("comes").value_or(0);
    out.why = why == 1 ? WhyNow::due : why == 2 ? WhyNow::mistake : WhyNow::fresh;
    out.answered = static_cast<int>(in.integer("answered").value_or(0));
    out.right = static_cast<int>(in.integer("right").value_or(0));
    out.asked_already = in.texts("asked");
    for (const JsonIn& item : in.items("slips")) {
        ObjectIn o(item);
        Slip slip{o.text("what"), o.text("answer")};
        out.slips.push_back(std::move(slip));
        o.finish();
    }
    for (const JsonIn& item : in.items("withdrawn")) {
        ObjectIn o(item);
        out.withdrawn.emplace_back(o.text("id"), o.text("why"));
        o.finish();
    }
    in.finish();
    if (!errors.empty() || format != kFormat) return std::nullopt;
    return out;
}

}  // namespace signroute
