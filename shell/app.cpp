#include "shell/app.h"

namespace signroute {

void App::report(const PlatformReport& r) {
    switch (r.kind) {
        case PlatformReport::Kind::store_record:
            last_report_ = "记录：" + r.name + "/" + r.key + "=" + r.value;
            break;
        case PlatformReport::Kind::store_ready:
            last_report_ += "，存储就绪";
            break;
        case PlatformReport::Kind::store_failed:
            last_report_ = "未能保存：" + r.value;
            break;
        case PlatformReport::Kind::store_saved:
            last_report_ = "已保存 " + r.key;
            break;
        case PlatformReport::Kind::store_outdated:
            last_report_ = "另有新版本页面，本页不再保存";
            break;
        case PlatformReport::Kind::address:
            last_report_ = "地址：" + r.value;
            break;
        case PlatformReport::Kind::file:
            last_report_ = "文件：" + r.name + "，" + r.key + "，" + r.value;
            break;
        case PlatformReport::Kind::file_failed:
            last_report_ = "文件未能读取：" + r.value;
            break;
        case PlatformReport::Kind::copied:
            last_report_ = "已复制";
            break;
        case PlatformReport::Kind::copy_failed:
            last_report_ = "未能复制";
            break;
        case PlatformReport::Kind::asset:
        case PlatformReport::Kind::asset_failed:
            last_report_ = "资料：" + r.name;
            break;
        case PlatformReport::Kind::print_failed:
            last_report_ = "未能打印";
            break;
        case PlatformReport::Kind::online_elsewhere:
            last_report_ = "另有页面打开";
            break;
    }
}

FrameOutput App::frame(const FrameInput& input) {
    for (const PlatformReport& r : input.reports) report(r);
    kit_.begin_frame(input);
    views::gallery(gallery_, last_report_);
    return kit_.end_frame();
}

}  // namespace signroute
