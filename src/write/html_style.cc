// How the HTML report looks: on a screen, on a phone, on paper, in the dark. Colour never says anything
// alone: marks differ by their lines, bars by their hatching, severities by their words.
#include "write/html_parts.h"

namespace peerscope {

namespace {

constexpr std::string_view kStyle = R"css(
:root {
  --paper: #fcfbf8; --card: #ffffff; --ink: #23211d; --soft: #5f5a51; --rule: #d9d4c8; --band: #f1eee6; --here: #e2ddcf;
  --against: #9c2f1d; --against-wash: #fbe3dc; --look: #7a5200; --look-wash: #fbeecb; --for: #17604f; --for-wash: #ddf0ea;
  --link: #1f4f86;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #191816; --card: #211f1c; --ink: #ece8df; --soft: #b3ac9f; --rule: #423e37; --band: #26241f; --here: #3a362e;
    --against: #f5a08b; --against-wash: #4a221a; --look: #e9c067; --look-wash: #42330f; --for: #86cfbc; --for-wash: #143a31;
    --link: #9cc4f5;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 72rem; padding: 2rem 1.5rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 var(--sans); overflow-wrap: anywhere;
}
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font: 600 1.75rem/1.2 var(--serif); margin: 0 0 .25rem; }
h2 { font: 600 1.5rem/1.25 var(--serif); margin: 0 0 .25rem; }
h3 { font-size: 1.1rem; margin: 0 0 .25rem; }
h4 { font-size: 1rem; margin: 0 0 .25rem; }
p { margin: 0 0 .5rem; }
ul { margin: 0; padding-left: 1.2rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
section, nav { margin-top: 2.25rem; }
article { margin-top: 3.5rem; padding-top: 2rem; border-top: 2px solid var(--ink); }
main > article:only-of-type { margin-top: 1rem; padding-top: 0; border-top: 0; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .85rem; }
.aside, .place, caption { color: var(--soft); font-size: .875rem; }
.brand { margin: 0 0 1.5rem; font: 600 1rem/1.5 var(--sans); letter-spacing: .04em; color: var(--soft); }
.limits { max-width: 46rem; margin-top: 1rem; padding-left: .9rem; border-left: 3px solid var(--rule); color: var(--soft); }
.warning { font-weight: 600; }
.unread { padding: 1rem 1.25rem; border: 2px solid var(--against); border-radius: 4px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }

.verdict { margin-top: 1.25rem; padding: 1.25rem 1.5rem; background: var(--card); border: 1px solid var(--rule); border-radius: 4px; }
.tier { font: 600 1.5rem/1.25 var(--serif); margin: 0 0 .15rem; }
.group > .tier { font-size: 1.15rem; }
.verdict .interval { margin: .9rem 0 .1rem; }
.evidence { margin-bottom: 0; }
.barred { margin: .5rem 0 0; font-weight: 600; }

svg { display: block; overflow: visible; }
svg .band { fill: var(--band); }
svg .here { fill: var(--here); }
svg .border { stroke: var(--paper); stroke-width: 2; }
svg .reach { stroke: var(--ink); stroke-width: 3; }
svg .end { stroke: var(--ink); stroke-width: 2; }
svg .dot { fill: var(--ink); stroke: var(--card); stroke-width: 2; }
svg .axis { fill: var(--soft); font: .8rem var(--sans); text-anchor: middle; }
svg .axis.start { text-anchor: start; }
svg .axis.stop { text-anchor: end; }
svg .zero { stroke: var(--ink); stroke-width: 1; }
svg rect.for { fill: var(--for); }
svg rect.against { fill: var(--against-wash); stroke: var(--against); stroke-width: 1.5; }
svg rect.open { fill: none; stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 3 2; }

.signs ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr)); gap: 1.25rem 1.5rem; padding: 0; list-style: none; }
.signs li { display: flex; flex-direction: column; }
.signs .title { flex: 1; margin: 0 0 .4rem; font-size: .95rem; line-height: 1.3; }
.signs .numbers { display: flex; justify-content: space-between; margin: .2rem 0 0; font-size: .875rem; }
span.against { color: var(--against); font-weight: 600; }
span.for { color: var(--for); font-weight: 600; }
span.none { color: var(--soft); }

.trend svg { max-width: 46rem; margin: .5rem 0 .25rem; }
.trend .level { stroke: var(--rule); stroke-dasharray: 1 4; stroke-linecap: round; }
.trend .within { fill: var(--here); }
.trend .edge, .trend .course { fill: none; stroke: var(--soft); stroke-width: 1; stroke-dasharray: 5 4; vector-effect: non-scaling-stroke; }
.trend .course { stroke: var(--ink); stroke-width: 2; stroke-dasharray: none; }
.trend .reach { stroke-width: 1.5; }
.trend .figure { fill: var(--ink); font: 600 .8rem var(--sans); text-anchor: middle; }
.trend .figure.start { text-anchor: start; }
.trend table { max-width: 46rem; margin-top: .25rem; }
.trend thead th { font-weight: 600; }

table { width: 100%; border-collapse: collapse; font-size: .95rem; }
caption { text-align: left; padding-bottom: .4rem; }
th, td { padding: .2rem .75rem .2rem 0; text-align: left; font-weight: 400; vertical-align: top; }
.work table { max-width: 46rem; }
.work th { width: 45%; }
.work td.number { width: 2.5rem; text-align: right; font-variant-numeric: tabular-nums; }
.work td.drawn { padding: .35rem 0 0; }
.terms thead th { font-weight: 600; }

.index ul { padding: 0; list-style: none; max-width: 60rem; }
.index li { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr) auto; gap: .25rem 1rem; padding: .4rem 0; border-top: 1px solid var(--rule); }
.index .title p { margin: 0; }
.sev { font-weight: 600; white-space: nowrap; }
.sev::before { content: "●\a0"; font-size: .7em; vertical-align: .15em; }
.sev.critical, .sev.error { color: var(--against); }
.sev.critical::before { content: "■■\a0"; }
.sev.error::before { content: "■\a0"; }
.sev.warning::before { content: "▲\a0"; }
.sev.warning, .sev.look { color: var(--look); }
.sev.look::before { content: "?\a0"; font-size: 1em; vertical-align: 0; }
a.number {
  display: inline-block; min-width: 1.6rem; padding: 0 .3rem; border: 1px solid var(--rule); border-radius: 3px;
  background: var(--card); color: var(--ink); font-size: .85rem; font-weight: 600; text-align: center; text-decoration: none;
  font-variant-numeric: tabular-nums;
}
a.number:hover { border-color: var(--ink); }

mark { color: inherit; background: none; }
mark a { color: inherit; text-decoration: none; }
mark:not([class]) a { text-decoration: underline; }
mark.risk { background: var(--against-wash); }
mark.look { background: var(--look-wash); }
mark.risk > a, mark.risk:not(:has(a)) { border-bottom: 2px solid var(--against); }
mark.grave > a, mark.grave:not(:has(a)) { border-bottom: 3px double var(--against); }
mark.look > a, mark.look:not(:has(a)) { border-bottom: 2px dashed var(--look); }
mark.strength { border-bottom: 2px dotted var(--for); }
mark.aside { color: inherit; font-size: inherit; border-bottom: 1px dashed var(--soft); }
mark a:hover { text-decoration: underline; }
sup { margin-left: .1em; font: 600 .7em/1 var(--sans); vertical-align: super; }
mark:not([class]) sup { margin-left: .35em; }
.legend mark { margin-right: 1rem; color: var(--ink); }

.row { display: grid; grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr); column-gap: 2.5rem; align-items: start; }
.row > p, .row > h4 { font-family: var(--serif); font-size: 1.08rem; line-height: 1.55; }
.row > h4 { margin: 1.1rem 0 .3rem; font-weight: 700; }
.row > p { margin: 0 0 .55rem; }
.row .cell + .cell { padding-left: 1rem; }
.item { position: relative; padding-left: 1.2rem; }
.item::before { content: "•"; position: absolute; left: .25rem; color: var(--soft); }
.depth2 { margin-left: 1.2rem !important; } .depth3 { margin-left: 2.4rem !important; } .depth4 { margin-left: 3.6rem !important; }
.margin { padding-bottom: .4rem; font-size: .9rem; line-height: 1.45; }
.remark { margin: 0 0 .6rem; }
div.remark, details.remark { padding: .6rem .8rem; background: var(--card); border: 1px solid var(--rule); border-left: 4px solid var(--against); border-radius: 3px; }
details.remark { margin-top: -.35rem; padding: .15rem .8rem; }
details.remark summary { color: var(--ink); }
div.remark.look, details.remark.look { border-left: 4px dashed var(--look); }
div.remark p, details.remark p { margin: 0 0 .35rem; }
div.remark > :last-child { margin-bottom: 0; }
p.remark { padding-left: .8rem; border-left: 2px dotted var(--for); color: var(--for); }
p.remark.aside { border-left: 1px dashed var(--soft); color: var(--soft); }
.remark .place { font-size: .8rem; }
.instead b { color: var(--for); }
summary { padding: .15rem 0; cursor: pointer; color: var(--link); }
ul.sources { margin-bottom: .35rem; }
section.sources { margin-top: 3.5rem; padding-top: 2rem; border-top: 2px solid var(--ink); font-size: .9rem; }
.texts { grid-column: 1 / -1; }
.rule { color: var(--soft); font-size: .8rem; overflow-wrap: anywhere; }
:target { scroll-margin-top: 1rem; }
.remark:target, .row :target { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }

.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1.5rem 2.5rem; }
.sides > section { margin-top: 1rem; }
.safeguards ul { padding: 0; list-style: none; }
.safeguards li { position: relative; padding: .5rem 0 .5rem 1.6rem; border-top: 1px solid var(--rule); }
.safeguards li::before { position: absolute; left: .1rem; font-weight: 700; }
.stated li::before { content: "✓"; color: var(--for); }
.missing li::before { content: "–"; color: var(--soft); }
.safeguards p { margin: .15rem 0 0; }
.quote { font-family: var(--serif); }
.people li { margin-bottom: .4rem; }
.people h4 { margin-top: 1rem; }

.scale { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr) minmax(0, 1.4fr); gap: .25rem 1.5rem; margin-top: .5rem; }
.scale > .drawn { grid-column: 2; }
.dots { padding: 0; list-style: none; border-top: 1px solid var(--rule); }
.dots li {
  display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr) minmax(0, 1.4fr); gap: .25rem 1.5rem; align-items: center;
  padding: .35rem 0; border-bottom: 1px solid var(--rule);
}
.dots p { margin: 0; }
.dots .name { font-weight: 600; overflow-wrap: anywhere; }

@media (max-width: 46rem) {
  body { padding: 1.25rem 1rem 2rem; }
  h1 { font-size: 1.4rem; }
  .verdict { padding: 1rem; }
  .row { display: block; }
  .margin { margin: 0 0 1rem .6rem; }
  .dots li { grid-template-columns: minmax(0, 1fr); }
  .scale, .trend .wide { display: none; }
  .index li { grid-template-columns: 1fr auto; }
  .index .title { grid-column: 1 / -1; grid-row: 2; }
}
@media print {
  @page { margin: 16mm 15mm; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  .skip { display: none; }
  a { color: inherit; text-decoration: none; }
  article { break-before: page; border-top: 0; padding-top: 0; margin-top: 0; }
  main > article:only-of-type { break-before: auto; }
  h2, h3, h4 { break-after: avoid; }
  .verdict, .remark, .signs li, .safeguards li, .dots li, tr { break-inside: avoid; }
  .row { column-gap: 8mm; }
  .signs ul { grid-template-columns: repeat(5, 1fr); gap: 1rem; }
  :target { outline: none !important; }
  summary { list-style: none; color: var(--soft); }
  details.remark summary { color: var(--ink); }
  details:not(.remark)::details-content { content-visibility: visible; block-size: auto; display: block; }
  svg, mark, .sev, .remark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@media (forced-colors: active) {
  svg rect.for { fill: CanvasText; } svg rect.against { fill: Canvas; stroke: CanvasText; } svg .dot, svg .reach { fill: CanvasText; stroke: CanvasText; }
  .trend .within { fill: Canvas; } .trend .edge, .trend .course { stroke: CanvasText; }
}
)css";

}  // namespace

std::string_view html_style() { return kStyle; }

}  // namespace peerscope
