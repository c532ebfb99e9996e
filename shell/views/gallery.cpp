#include "shell/views/gallery.h"

#include "shell/ui/ui.h"

namespace signroute::views {

void gallery(GalleryState& s) {
    const ui::Box page = ui::page_box();
    const ui::Area area("控件", page, {.ground = ui::Ground::page, .max_content = 880});
    ui::heading("签批向导", 1);
    ui::text(
        "以市政府名义制发的公文，由承办部门起草，经有关部门会签、合法性审查后，按照分工逐级审核签发。此处文字由浏览器以"
        "访问者自己的字体绘出。");
    ui::note("小字：依据第五十条第二款，施行日期原文未载。");
    {
        const ui::Row row;
        if (ui::button("检查", {.kind = ui::Kind::primary})) ++s.pressed;
        ui::button("补齐");
        ui::button("取消", {.kind = ui::Kind::quiet});
        ui::text("已检查" + std::to_string(s.pressed) + "次");
        ui::link("第五十条");
    }
}

}  // namespace signroute::views
