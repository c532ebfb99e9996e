#include "core/report/html_style.h"

namespace signroute {

// 版心 156 mm wide, as in GB/T 9704 公文格式; type faces by the names that Windows, macOS and Linux have them under.
// What a finding weighs is said by a mark and a word; colour only helps the eye, for printers that have none.
const char* const kReportStyle = R"(
@page { size: A4; margin: 26mm 26mm 24mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 10.5pt SimSun, serif; } }
* { box-sizing: border-box; }
html { background: #f5f6f8; }
body { margin: 0 auto; padding: 18mm 26mm 20mm 28mm; width: 210mm; background: #fff; color: #1f2329;
  font: 12pt/1.65 FangSong, FangSong_GB2312, 仿宋, STFangsong, "Noto Serif CJK SC", SimSun, serif; }
h1 { margin: 0 0 3mm; text-align: center; font: 22pt/1.35 FZXiaoBiaoSong-B05S, 方正小标宋简体, STZhongsong, 华文中宋, "Noto Serif CJK SC", SimSun, serif; }
.subject { margin: 0 0 5mm; text-align: center; font: 14pt/1.5 KaiTi, KaiTi_GB2312, 楷体, STKaiti, "Noto Serif CJK SC", serif; overflow-wrap: anywhere; }
h2 { margin: 6mm 0 2mm; font: 14pt/1.5 SimHei, 黑体, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; break-after: avoid; }
h3 { margin: 3.5mm 0 1.5mm; font: 12pt/1.5 KaiTi, KaiTi_GB2312, 楷体, STKaiti, "Noto Serif CJK SC", serif; font-weight: bold; break-after: avoid; }
p { margin: 0 0 1.5mm; overflow-wrap: anywhere; }
.small, table { font-size: 10.5pt; line-height: 1.5; }
.meta { margin: 0 0 4mm; border-top: 1.2pt solid #b3261e; border-bottom: .6pt solid #b3261e; padding: 1.5mm 0; }
.meta td { border: 0; padding: .3mm 3mm .3mm 0; }
.meta td:nth-child(odd) { white-space: nowrap; width: 1%; color: #5a6069; }
table { width: 100%; border-collapse: collapse; table-layout: auto; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .5pt solid #9aa0a8; padding: 1mm 1.6mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-family: SimHei, 黑体, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-weight: normal; background: #f0f1f3; white-space: nowrap; }
td.n { width: 9mm; text-align: center; }
td.k, th.k { white-space: nowrap; width: 1%; }
td.date { min-width: 27mm; } td.start { min-width: 24mm; } td.answer { min-width: 20mm; } td.law { min-width: 24mm; } td.wide { min-width: 23mm; }
.mended { margin-top: 2mm; }
.verdict { margin: 2mm 0 3mm; border: 1.2pt solid #5a6069; border-left-width: 5pt; padding: 2mm 3mm; font: 14pt/1.5 SimHei, 黑体, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; break-inside: avoid; }
.fail, .error { border-color: #b3261e; } .warn, .warning { border-color: #7a4f00; } .ask { border-color: #5b3fa0; } .pass { border-color: #1b6e3c; }
.finding { margin: 0 0 2mm; border-left: 2.5pt solid #9aa0a8; padding: .3mm 0 .3mm 2.5mm; break-inside: avoid; }
.finding p { margin: 0; }
.finding.error { border-color: #b3261e; } .finding.warning { border-color: #7a4f00; } .finding.ask { border-color: #5b3fa0; }
.do::before, .why::before { content: "办法："; font-family: SimHei, 黑体, "Noto Sans CJK SC", sans-serif; }
.why::before { content: "说明："; }
.clause { color: #5a6069; }
.note { white-space: pre-line; }
.words { white-space: pre-line; margin: 0 0 2.5mm; }
.hash { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: 8pt; word-break: break-all; }
svg.route { display: block; max-width: 100%; height: auto; margin: 2mm auto; }
svg.route text { font-family: SimSun, 宋体, "Noto Serif CJK SC", serif; fill: #1f2329; }
svg.route .r { font: bold 13px "Microsoft YaHei", SimHei, "Noto Sans CJK SC", sans-serif; }
svg.route .a { font-size: 12px; }
svg.route .s, svg.route .c, svg.route .e, svg.route .w { font-size: 10px; }
svg.route .c { fill: #5a6069; }
svg.route .e { fill: #b3261e; font-weight: bold; } svg.route .w { fill: #7a4f00; font-weight: bold; }
svg.route .f { font-size: 11px; text-anchor: middle; fill: #5a6069; }
svg.route rect { fill: #fff; stroke: #1f2329; stroke-width: 1; }
svg.route .need { stroke-dasharray: 6 3; } svg.route .may { stroke-dasharray: 1.5 3; } svg.route .open { stroke: #5b3fa0; stroke-dasharray: 4 3; }
svg.route .end { stroke-width: 2.2; }
svg.route .frame { fill: none; stroke: #9aa0a8; stroke-dasharray: 3 3; }
svg.route .line { fill: none; stroke: #5a6069; } svg.route .tip { fill: #5a6069; }
.legend { color: #5a6069; text-align: center; font-size: 9pt; }
.disclaimer { margin-top: 7mm; border-top: .6pt solid #9aa0a8; padding-top: 2mm; color: #5a6069; font-size: 10pt; break-inside: avoid; }
@media print { html { background: none; } body { padding: 0; width: auto; } a { color: inherit; text-decoration: none; } }
@media (max-width: 800px) { body { width: auto; padding: 5mm; } }
)";

}  // namespace signroute
