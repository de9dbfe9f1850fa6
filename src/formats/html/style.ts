/**
 * How a marked article looks.
 *
 * The four colours are those of Okabe and Ito that stay apart with every kind of colour blindness: blue for officials, orange for titles,
 * bluish green for terms, reddish purple for directives; and each kind has a shape of its own, for eyes and printers without colours.
 */

const LIGHT = `--cd-page:#fbfaf7;--cd-paper:#fff;--cd-ink:#1d1c1a;--cd-soft:#5f5b54;--cd-rule:#e2ded5;--cd-focus:#1a1a1a;
--cd-name:#004f87;--cd-name-line:#0072b2;--cd-name-back:#dcecf8;
--cd-title:#5c3a00;--cd-title-line:#c97a00;--cd-title-back:#fdebc6;
--cd-term:#00513d;--cd-term-line:#009e73;--cd-term-back:#d2f1e6;
--cd-directive:#83265c;--cd-directive-line:#c0609a;--cd-directive-back:#faeff5;--cd-shadow:0 1px 2px #0001,0 8px 28px #0002`

const DARK = `--cd-page:#161513;--cd-paper:#1e1d1a;--cd-ink:#ebe8e1;--cd-soft:#a8a399;--cd-rule:#37342f;--cd-focus:#f5f2ea;
--cd-name:#9fd2f7;--cd-name-line:#5a9bf0;--cd-name-back:#14344a;
--cd-title:#ffd489;--cd-title-line:#e69f00;--cd-title-back:#44320c;
--cd-term:#84e3c4;--cd-term-line:#1fb98d;--cd-term-back:#0c3b2e;
--cd-directive:#f3b3d5;--cd-directive-line:#cc79a7;--cd-directive-back:#2f2029;--cd-shadow:0 1px 2px #0006,0 8px 28px #000a`

/** The two sets of colours, for pages that say in a way of their own which one is on. */
export const COLORS = { light: LIGHT, dark: DARK } as const

/**
 * The theme of the system, unless `data-theme` on the root element says "light" or "dark"; paper is always light. A function, because a
 * bundler keeps a template that is put together on loading, also where nobody uses it.
 */
export function themeStyle(): string {
  return `:root{color-scheme:light;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${DARK}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${DARK}}}
`
}

/** The marks in the text and what stands beside it. */
export const PARTS = `.cd-text{font:1.125rem/1.8 ui-serif,"Noto Serif",Cambria,"Times New Roman",serif;color:var(--cd-ink);overflow-wrap:anywhere}
.cd-text p{margin:0 0 1.1em;white-space:pre-wrap;unicode-bidi:isolate}
.cd-text p.cd-headline{font-size:1.6em;line-height:1.3;font-weight:650;letter-spacing:-.01em;margin-bottom:.8em;text-wrap:balance}
.cd-text mark{color:inherit;background:none;border-radius:.2em;padding:.08em 0;cursor:help;outline-offset:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.cd-text mark:focus-visible{outline:2px solid var(--cd-focus)}
.cd-text .cd-n{color:var(--cd-name);font-weight:650;text-decoration:underline;text-decoration-color:var(--cd-name-line);text-decoration-thickness:2px;text-underline-offset:.24em;text-decoration-skip-ink:none}
.cd-text .cd-t{background:var(--cd-title-back);box-shadow:inset 0 -2px var(--cd-title-line)}
.cd-text .cd-t.cd-generic{background:none;box-shadow:inset 0 -1px var(--cd-title-line)}
.cd-text .cd-y{background:var(--cd-term-back);box-shadow:none;border-bottom:2px dotted var(--cd-term-line)}
.cd-h{border-radius:.25em;text-decoration:underline 1px color-mix(in srgb,var(--cd-name-line) 55%,transparent);text-underline-offset:.24em;text-decoration-skip-ink:none}
.cd-h:not(.cd-cut)::after{content:attr(data-no);font:600 .62em/1 system-ui,sans-serif;vertical-align:super;color:var(--cd-name);margin-left:.15em;text-decoration:none;speak:never}
.cd-d{background:var(--cd-directive-back);padding:.18em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.cd-d:not(.cd-goes-on)::before{content:"▸" / "";color:var(--cd-directive-line);font-size:.85em;margin-right:.2em}
.cd-d.cd-goes-on::before{content:none}
.cd-cue{color:var(--cd-directive);font-weight:650}
.cd-from,.cd-to{text-decoration:underline dashed 1px var(--cd-directive-line);text-underline-offset:.24em}
.cd-task{text-decoration:underline solid 1px var(--cd-directive-line);text-underline-offset:.24em}
.cd-due{color:var(--cd-directive);font-weight:650;border:1px solid var(--cd-directive-line);border-radius:.3em;padding:0 .2em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.cd-h.cd-same,.cd-text mark.cd-same{background:var(--cd-name-back)}
.cd-text .cd-t.cd-same{background:var(--cd-title-back);box-shadow:inset 0 -3px var(--cd-title-line)}
.cd-d.cd-same{box-shadow:0 0 0 2px var(--cd-directive-line)}
li.cd-same{background:color-mix(in srgb,var(--cd-name-back) 55%,transparent)}
.cd-directives li.cd-same{background:var(--cd-directive-back)}
.cd-text :target,li:target{outline:2px solid var(--cd-focus);outline-offset:3px;border-radius:.2em;scroll-margin-block:6rem}
.cd-people,.cd-directives,.cd-terms,.cd-people ul,.cd-tasks{list-style:none;margin:0;padding:0}
.cd-people>li,.cd-directives>li{padding:.8rem .75rem;border-top:1px solid var(--cd-rule);margin:0 -.75rem;border-radius:.3rem;transition:background .12s;overflow-wrap:anywhere}
.cd-people>li:first-child,.cd-directives>li:first-child{border-top:0}
.cd-person{margin:0 0 .35rem;line-height:1.4}
.cd-person a{color:var(--cd-name);text-decoration-color:var(--cd-name-line);text-underline-offset:.2em}
.cd-person b{color:var(--cd-name);font-size:1.02rem}
.cd-no{display:inline-block;min-width:1.35rem;font-size:.75rem;font-weight:650;color:var(--cd-soft);font-variant-numeric:tabular-nums;text-decoration:none}
.cd-people small,.cd-terms small,.cd-english,.cd-facts,.cd-force,.cd-none{color:var(--cd-soft);font-size:.82rem}
.cd-role{margin:0 0 .5rem 1.35rem;padding-left:.65rem;border-left:3px solid var(--cd-title-line);line-height:1.45}
.cd-role:last-child{margin-bottom:0}
.cd-canonical{font-weight:550}
.cd-status{font-size:.72rem;border:1px solid var(--cd-rule);border-radius:1em;padding:.02rem .45rem;color:var(--cd-soft);white-space:nowrap}
.cd-status.cd-current{display:none}
.cd-status.cd-former{border-style:dashed}
.cd-english{display:block}
.cd-facts{margin:0;display:flex;flex-wrap:wrap;gap:0 .9rem}
.cd-facts div{display:inline}
.cd-facts dt,.cd-facts dd{display:inline;margin:0}
.cd-facts dt::after{content:":"}
.cd-directives>li{border-left:3px solid var(--cd-directive-line);margin:0 0 .75rem;border-radius:0 .3rem .3rem 0;border-top:0;background:color-mix(in srgb,var(--cd-directive-back) 60%,transparent)}
.cd-no-line{margin:0 0 .3rem}
.cd-no-line a{color:var(--cd-directive);text-decoration:underline;text-underline-offset:.2em}
.cd-force{color:var(--cd-directive)}
.cd-directives dl{margin:0;display:grid;gap:.25rem}
.cd-directives dl>div{display:grid;grid-template-columns:5.6rem minmax(0,1fr);gap:.5rem}
.cd-directives dt{color:var(--cd-soft);font-size:.82rem;padding-top:.1rem}
.cd-directives dd{margin:0;line-height:1.5}
.cd-tasks li{padding-left:1rem;position:relative;margin-bottom:.25rem}
.cd-tasks li::before{content:"" / "";position:absolute;left:.1rem;top:.62em;width:.35rem;height:.35rem;border:1.5px solid var(--cd-directive-line);border-radius:50%}
.cd-deadline{white-space:nowrap;font-size:.82rem;font-weight:600;color:var(--cd-directive);border:1px solid var(--cd-directive-line);border-radius:.3em;padding:0 .35em}
.cd-whole{margin:0}
.cd-terms li{padding:.2rem 0}
.cd-terms a{color:var(--cd-term);text-decoration-style:dotted;text-decoration-color:var(--cd-term-line);text-decoration-thickness:2px;text-underline-offset:.2em}
.cd-tip{position:absolute;z-index:50;max-width:min(25rem,calc(100vw - 1.5rem));background:var(--cd-paper);color:var(--cd-ink);border:1px solid var(--cd-rule);border-radius:.5rem;box-shadow:var(--cd-shadow);padding:.65rem .85rem;font:.875rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
.cd-tip p{margin:0}
.cd-tip .cd-note-name{font-weight:650}
.cd-tip .cd-note-english{color:var(--cd-soft)}
.cd-tip dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.1rem .8rem;margin:.45rem 0 0}
.cd-tip dt{color:var(--cd-soft)}
.cd-tip dd{margin:0}
.cd-tip ul{margin:.3rem 0 0;padding-left:1.1rem}
@media (forced-colors:active){.cd-text mark,.cd-d{forced-color-adjust:none;color:CanvasText;background:Canvas}}
`

/** The legend, which also turns the marks of a kind off and on. */
export const LEGEND = `.cd-legend{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;align-items:center;margin:0;border:0;padding:0;color:var(--cd-soft);font-size:.85rem;min-width:0}
.cd-legend legend{float:left;padding:0;margin-right:1.1rem}
.cd-legend label{display:inline-flex;gap:.4rem;align-items:center;cursor:pointer;padding:.2rem 0}
.cd-legend input{accent-color:var(--cd-ink);margin:0;width:1rem;height:1rem}
.cd-legend b{font-weight:600;color:var(--cd-ink);padding:0 .15em}
.cd-legend .k-name b{color:var(--cd-name);box-shadow:inset 0 -2px var(--cd-name-line)}
.cd-legend .k-title b{background:var(--cd-title-back);box-shadow:inset 0 -2px var(--cd-title-line)}
.cd-legend .k-term b{background:var(--cd-term-back);border-bottom:2px dotted var(--cd-term-line)}
.cd-legend .k-directive b{background:var(--cd-directive-back);color:var(--cd-directive)}
.cd-root:has(.k-name input:not(:checked)) .cd-text .cd-n{color:inherit;font-weight:inherit;text-decoration:none}
.cd-root:has(.k-name input:not(:checked)) .cd-h::after{content:none}
.cd-root:has(.k-title input:not(:checked)) .cd-text .cd-t{background:none;box-shadow:none}
.cd-root:has(.k-term input:not(:checked)) .cd-text .cd-y{background:none;border:0}
.cd-root:has(.k-directive input:not(:checked)) .cd-text :is(.cd-d,.cd-cue,.cd-from,.cd-to,.cd-task,.cd-due){all:unset}
.cd-root:has(.k-directive input:not(:checked)) .cd-text .cd-d::before{content:none}
`

/** The page around them. */
export const PAGE = `.cd-legend{grid-column:1/-1}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--cd-page);color:var(--cd-ink);font:.9375rem/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
.cd-skip{position:absolute;left:-99rem}
.cd-skip:focus{left:1rem;top:1rem;background:var(--cd-paper);padding:.5rem 1rem;z-index:9}
.cd-root{max-width:82rem;margin:0 auto;padding:clamp(1rem,3vw,2.75rem);display:grid;grid-template-columns:minmax(0,1fr);gap:2rem clamp(1.5rem,4vw,4rem)}
.cd-root+.cd-root{border-top:1px solid var(--cd-rule)}
.cd-main{min-width:0}
.cd-article{max-width:44rem}
.cd-side h2,.cd-said h2{font-size:.95rem;letter-spacing:.01em;margin:0 0 .5rem;font-weight:650}
.cd-side h2 span,.cd-said h2 span{color:var(--cd-soft);font-weight:400;margin-left:.3em}
.cd-side section+section{margin-top:1.75rem}
.cd-said{max-width:44rem;margin-top:2.5rem;padding-top:1.5rem;border-top:1px solid var(--cd-rule)}
@media (min-width:62rem){.cd-root{grid-template-columns:minmax(0,1fr) minmax(18rem,24rem)}
.cd-side{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow:auto;padding:0 .75rem 1rem;margin:0 -.75rem}}
@media print{@page{margin:18mm}body{font-size:9.5pt;background:none}.cd-root{display:block;padding:0;max-width:none}.cd-text{font-size:11pt;line-height:1.6}
.cd-legend{margin-bottom:8mm}.cd-legend input,.cd-skip,.cd-tip{display:none!important}.cd-article,.cd-said{max-width:none}.cd-side{margin-top:8mm}
.cd-legend b,.cd-text mark,.cd-d,.cd-t,.cd-y,.cd-directives>li{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.cd-people>li,.cd-directives>li{break-inside:avoid}h2{break-after:avoid}a{color:inherit;text-decoration:none}}
`
