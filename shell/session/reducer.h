// The parts of `reduce`; private to shell/session.
#pragma once

#include "shell/session/session.h"

namespace signroute {

class Reducer {
  public:
    explicit Reducer(Session& session) : s_(session) {}

    // One for each intent.
    void operator()(const intent::Start&);
    void operator()(const intent::Platform& i);
    void operator()(const intent::Now& i);
    void operator()(const intent::Train& i);
    void operator()(const intent::Go& i);
    void operator()(const intent::ChoosePack& i);
    void operator()(const intent::ComparePacks& i);
    void operator()(const intent::SetFact& i);
    void operator()(const intent::ClearFacts&);
    void operator()(const intent::SetDeadline& i);
    void operator()(const intent::NewCase& i);
    void operator()(const intent::CopyCase& i);
    void operator()(const intent::DeleteCase& i);
    void operator()(const intent::Rename& i);
    void operator()(const intent::SetMatter& i);
    void operator()(const intent::SetNote& i);
    void operator()(const intent::SetPlan& i);
    void operator()(const intent::SetDone& i);
    void operator()(const intent::SetEvent& i);
    void operator()(const intent::SetOn& i);
    void operator()(const intent::ExportCase& i);
    void operator()(const intent::ExportAll&);
    void operator()(const intent::TakeOut& i);
    void operator()(const intent::TakeOutLimit& i);
    void operator()(const intent::ProposeMend&);
    void operator()(const intent::TakeMend&);
    void operator()(const intent::DropMend&) { s_.mending.reset(); }
    void operator()(const intent::UndoChange&);
    void operator()(const intent::SetSchedule& i);
    void operator()(const intent::AskWhy& i);
    void operator()(const intent::Import& i);
    void operator()(const intent::PickFile& i);
    void operator()(const intent::Install&);
    void operator()(const intent::Discard&) { s_.incoming.reset(); }
    void operator()(const intent::LintPack& i);
    void operator()(const intent::ShowExample& i);
    void operator()(const intent::RemovePack& i);
    void operator()(const intent::RemoveYear& i);
    void operator()(const intent::SetText& i);
    void operator()(const intent::AuditText&);
    void operator()(const intent::SetTextSize& i);
    void operator()(const intent::CopyLink&);
    void operator()(const intent::CopyText& i) { emit(effect::Copy{i.text}); }
    void operator()(const intent::EraseAll&);

    std::vector<Effect> effects;

  private:
    void emit(Effect e) { effects.push_back(std::move(e)); }
    void arrive(const Place& place);
    void settle_place();

    // Loading (reduce_assets.cpp).
    void asset(const std::string& path, const std::string& text);
    void asset_failed(const std::string& path, const std::string& why);
    void index(const std::string& text);
    OfferedPack* offered_at(const std::string& path);
    void want(const std::string& pack);  // asks for it, if it is offered and nobody did; "": for all
    bool pack_settled(const std::string& case_text);
    void read_general();
    void read_packs();
    bool choose_city();
    void advance();

    // What an office installs (reduce_incoming.cpp).
    bool bring(const std::string& name, const std::string& text);
    void look_over(Incoming& incoming);
    void check_answered(const PlatformReport& report, const std::string& problem);
    void own_record(const std::string& store, const std::string& key, const std::string& value);
    void read_own_packs();
    void make_calendar();

    // What is worked out elsewhere for the open case (reduce_out.cpp); false: the answer to another question.
    OwnRules own_rules(const CaseFile& file) const;
    bool document_answered(const PlatformReport& report, const std::string& problem);
    bool mend_answered(const PlatformReport& report, const std::string& problem);

    bool why_answered(const PlatformReport& report, const std::string& problem);  // reduce_why.cpp

    // The rooms that a first visit does without: 对照 (reduce_compare.cpp), 排程 (reduce_plan.cpp), 培训 (below);
    // further_elsewhere.cpp where they are not. `settle_further`: the place or the open case is another.
    void settle_further();
    bool further_answered(const PlatformReport& report, const std::string& problem);
    void compare_again();
    bool compare_answered(const PlatformReport& report, const std::string& problem);
    void plan_again();
    bool plan_answered(const PlatformReport& report, const std::string& problem);
    bool text_audit_answered(const PlatformReport& report, const std::string& problem);  // false: of another question
    void answered(const PlatformReport& report, const std::string& problem);

    // 培训 (reduce_training.cpp). Its records are kept as texts until the room is opened.
    friend class Trainer;
    void settle_training();
    void training_record(const std::string& store, const std::string& key, const std::string& value);
    bool training_file(const PlatformReport& report);   // false: nothing of the room
    bool training_line(const std::string& line);        // of a backup; false: no deck
    void tick_training(bool next_minute);
    void forget_training();

    // Records and files (reduce_platform.cpp).
    void read_stored_cases();
    void take_imports();
    void take_in(const BroughtFile& brought);
    void record(const std::string& store, const std::string& key, const std::string& value);
    void read_record(const std::string& id, const std::string& text);
    void file(const PlatformReport& report);

    // Cases (reduce_cases.cpp).
    CaseFile* current();
    void save(CaseFile& file);
    void save_setting(const std::string& key, const std::string& value);
    void put(const std::string& store, const std::string& key, const std::string& value);
    CaseFile& add(CaseFile file);
    void open(const std::string& id);
    void show_draft_address();
    std::string new_id() const;
    std::string default_title(const CaseFile& file) const;

    Session& s_;
};

// The lines with something in them, each with its number.
std::vector<std::pair<int, std::string>> lines_of(std::string_view text);

// Assets are listed in one file, so that a deployer can add packs and texts:
// {"packed": archive, "packs": [path or {"id","city","path","packed"}], "calendars": […], "statutes": {pack: path}}.
struct AssetIndex {
    std::vector<PackListing> packs;
    std::vector<std::string> calendars;
    std::map<std::string, std::string> statutes;
};
Result<AssetIndex> asset_index_from_json(std::string_view text);

}  // namespace signroute
