import { MAX_HIGHLIGHTED } from './meeting/marked.js'
import { pictureStyle } from './pictures/picture.js'

/**
 * The style of every page. The speakers' colours come from Paul Tol's and Okabe and Ito's palettes: distinguishable with any colour
 * vision; letters have a contrast of at least 4.5:1, lines of 3:1. Each is accompanied by a letter, so that colour is never the only distinction.
 */
export const style = `
:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1f1d1a;--soft:#625c54;--line:#e2ddd5;--link:#1f4f9e;--shade:#f5f2ec;--warn:#8a4600;
--c0:#0072b2;--c1:#b8480a;--c2:#117a5d;--c3:#a0417f;--c4:#5b4bb5;--c5:#7d7414;--c6:#8a1c1c;--c7:#5d4a2a;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"DejaVu Serif",serif;--sans:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#161513;--ink:#e8e4dc;--soft:#a8a198;--line:#35322d;--link:#8fb8f6;--shade:#1f1d1a;--warn:#f0b266;
--c0:#5eb2ea;--c1:#f0925a;--c2:#4fc7a1;--c3:#e091c2;--c4:#a89df2;--c5:#cbbf55;--c6:#f0807a;--c7:#c9a77c}}
*{box-sizing:border-box}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word;background:var(--paper);color:var(--ink);font:1.0625rem/1.7 var(--serif)}
a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.18em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3rem .6rem;z-index:2}
.top,main{max-width:66rem;margin:0 auto;padding:0 1.5rem}
.top{display:flex;gap:1.5rem;align-items:baseline;flex-wrap:wrap;padding-top:1rem;font:.875rem/1.5 var(--sans)}
.top nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-left:auto}.top a{text-decoration:none}.top a:hover{text-decoration:underline}
.home{font-weight:600;color:var(--ink);letter-spacing:.01em}
main{padding-top:2.5rem;padding-bottom:5rem}
h1{font-size:2.1rem;line-height:1.2;font-weight:600;letter-spacing:-.01em;margin:0 0 .6rem;max-width:24em;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.3;font-weight:600;margin:3rem 0 .75rem}
h3{font-size:1.1rem;line-height:1.4;font-weight:600;margin:2rem 0 .5rem}
p{margin:.6rem 0}
.facts,.more,.notes,.cite,.key,table,.index,.top,figcaption,.lead{font-family:var(--sans)}
.facts{color:var(--soft);font-size:.95rem;margin:0 0 .35rem}
.more{font-size:.875rem;color:var(--soft);margin:.35rem 0}
.key{font-size:.875rem;line-height:1.6;color:var(--soft);border-left:3px solid var(--line);padding:.1rem 0 .1rem .9rem;margin:1.5rem 0;max-width:46rem}
.index{columns:18rem;column-gap:2.5rem;font-size:.9rem;line-height:1.5;padding:0;margin:.75rem 0;list-style:none}
.index li{break-inside:avoid;padding:.16rem 0}
.letters{display:flex;flex-wrap:wrap;font:.9rem/1.4 var(--sans)}.letters a{padding:.25rem .5rem;min-height:24px;text-decoration:none}.letters a:hover{text-decoration:underline}
.count{color:var(--soft);font-variant-numeric:tabular-nums;font-size:.85em}
.p{display:grid;grid-template-columns:2.6rem minmax(0,38rem) minmax(0,1fr);column-gap:1.25rem;padding:.7rem 0;position:relative}
.p>.no{font:.875rem/2.05 var(--sans);text-align:right;text-decoration:none;color:var(--soft);font-variant-numeric:tabular-nums}
.p>.no:hover{color:var(--link);text-decoration:underline}
.p>.t{min-width:0;overflow-wrap:anywhere}.t p{margin:0;hanging-punctuation:first}
.intro{max-width:38rem;margin-left:3.85rem}
.w{text-decoration:underline .11em color-mix(in srgb,var(--c,var(--soft)) 85%,transparent);text-underline-offset:.24em;text-decoration-skip-ink:none}
.w .w{text-underline-offset:.42em}.w .w .w{text-underline-offset:.6em}.w .w .w .w{text-underline-offset:.78em}
.c0{--c:var(--c0)}.c1{--c:var(--c1)}.c2{--c:var(--c2)}.c3{--c:var(--c3)}.c4{--c:var(--c4)}.c5{--c:var(--c5)}.c6{--c:var(--c6)}.c7{--c:var(--c7)}
.nobody{font-style:italic;color:var(--soft);text-decoration:underline dotted .1em var(--soft);text-underline-offset:.24em;background:repeating-linear-gradient(135deg,transparent 0 5px,color-mix(in srgb,var(--soft) 13%,transparent) 5px 6px)}
.l{flex:none;font:600 .68rem/1.2rem var(--sans);display:inline-block;min-width:1.2rem;text-align:center;border-radius:.6rem;margin-right:.28rem;color:var(--paper);background:var(--c,var(--soft));text-decoration:none;vertical-align:.1em}
.l:hover{text-decoration:underline}
.k{padding:0 .35rem;border-radius:.2rem}.o{background:color-mix(in srgb,var(--c5) 13%,transparent);padding:.1em 0;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.decided{list-style:none;padding:0;margin:.75rem 0;max-width:46rem}.decided li{display:flex;align-items:flex-start;gap:.4rem;padding:.45rem 0;border-bottom:1px solid var(--line)}.decided p{margin:0;line-height:1.5}.decided .k{margin-top:.25rem;min-width:2rem}.decided div{min-width:0}
.decided .count,.decided .count a{font-family:var(--sans)}.tally{display:block;max-width:100%;height:auto;margin:.3rem 0 .1rem}.tally rect{fill:var(--soft)}.tally .YES{fill:var(--c2)}.tally .NO{fill:var(--c1)}.tally .OTHER{fill:var(--c0)}.notes table{min-width:0;margin:.2rem 0}
.notes{list-style:none;margin:.2rem 0 0;padding:0;font-size:.8125rem;line-height:1.45}
.n{display:flex;align-items:flex-start;gap:.35rem;padding:.25rem .4rem;border-radius:.3rem}
.n b{font-weight:600;display:block}.n b a{color:inherit;text-decoration:none}.n b a:hover{text-decoration:underline}
.n .for,.n .act{display:block;color:var(--soft)}.n .act:empty{display:none}.n .for a{color:inherit;text-decoration:none}.n .for a:hover{text-decoration:underline}
.n{position:relative}.n .how{display:none;color:var(--soft);font-style:italic;position:absolute;z-index:1;top:100%;left:0;right:0;padding:.1rem .4rem .35rem;background:var(--shade);border-radius:0 0 .3rem .3rem}
.n:hover .how,.n:focus-within .how{display:block}.n:target .how{display:block;position:static;padding:0}.n:target{background:var(--shade)}
.cite{font-size:.8125rem;color:var(--soft);margin:.3rem 0 0}
.cite summary{cursor:pointer;width:max-content;opacity:.85}.cite p{margin:.2rem 0;user-select:all;overflow-wrap:anywhere}
.p:target{background:linear-gradient(90deg,transparent,var(--shade) 2rem);box-shadow:inset 3px 0 var(--link)}
.p:has(span:target){box-shadow:inset 3px 0 var(--link)}
.g:has(span:target),span:target+.g{background:color-mix(in srgb,var(--link) 12%,transparent)}
.contents{position:sticky;top:0;z-index:1;display:flex;gap:.1rem 1rem;flex-wrap:nowrap;overflow-x:auto;background:var(--paper);border-bottom:1px solid var(--line);padding:.35rem 0;font:.875rem/1.6 var(--sans)}.contents a{flex:none;min-height:24px;text-decoration:none}.contents a:hover{text-decoration:underline}
.next{display:inline-block;min-width:24px;min-height:24px;text-align:center;text-decoration:none}.n .act a{color:inherit;display:inline-block;min-height:24px}.cite div a{display:inline-block;min-height:24px}
.source{white-space:pre-wrap;overflow-wrap:anywhere;font:.875rem/1.6 ui-monospace,monospace;max-width:52rem}.passage{border-left:3px solid var(--line);padding-left:1rem;max-width:46rem}.upload textarea{font:inherit;width:100%;padding:.4rem .6rem;border:1px solid var(--soft);border-radius:.4rem;background:var(--paper);color:inherit}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 2rem}.sides section{min-width:0}
.lead{color:var(--soft);font-size:1rem;max-width:44rem}
.search{display:flex;gap:.5rem;align-items:center;margin:1.75rem 0 1rem;font:1rem/1.4 var(--sans);max-width:44rem}
.search label{position:absolute;left:-99rem}.search input{flex:1;min-width:0;font:inherit;padding:.55rem .8rem;border:1px solid var(--soft);border-radius:.4rem;background:var(--paper);color:inherit}
.search input::placeholder{color:var(--soft);opacity:1}
button{font:inherit;padding:.55rem 1rem;border:0;border-radius:.4rem;background:var(--link);color:var(--paper);cursor:pointer}
.search{flex-wrap:wrap}.search .choices{flex-basis:100%;display:flex;flex-wrap:wrap;gap:.4rem;align-items:center;font-size:.875rem;color:var(--soft)}.search .choices label{position:static}.search .choices input,.search .choices select{flex:none;font:inherit;padding:.25rem .4rem;min-height:24px;max-width:100%;border:1px solid var(--soft);border-radius:.3rem;background:var(--paper);color:inherit}
.facets{font:.875rem/1.5 var(--sans);margin:1rem 0;max-width:46rem}.facets>div{display:grid;grid-template-columns:3.2rem minmax(0,1fr);gap:.1rem .5rem}.facets b{font-weight:500;color:var(--soft);padding:.15rem 0}.facets ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 1rem}.facets li{min-height:24px;padding:.15rem 0}.facets a{display:inline-block;min-height:24px}.facets figure{margin:.75rem 0}
.by-name{border-left:3px solid var(--line);padding-left:1rem;margin:1.5rem 0}.by-name h2{margin:.25rem 0;font-size:1.1rem}
.found{list-style:none;padding:0;margin:.5rem 0;font-family:var(--sans);font-size:.925rem;line-height:1.55;max-width:46rem}
.found li{padding:.6rem 0;border-bottom:1px solid var(--line)}.found p{font-family:var(--serif);margin:.15rem 0}
.kind{font-size:.75rem;color:var(--soft);display:inline-block;min-width:5.75rem}
mark{background:color-mix(in srgb,var(--c5) 26%,transparent);color:inherit;border-radius:.15em}
.meetings{list-style:none;padding:0;margin:.5rem 0;line-height:1.45}.meetings li{padding:.4rem 0}.meetings .facts{display:block;font-size:.875rem}
.said h3{margin:2.25rem 0 .25rem}.said h3 a{color:inherit}
.s{display:grid;grid-template-columns:minmax(0,15rem) minmax(0,38rem);column-gap:2rem;padding:.9rem 0;border-bottom:1px solid var(--line)}
.s .who{font:.8125rem/1.45 var(--sans)}.s .who p{margin:0 0 .3rem}.s .who b{display:block;font-weight:600;font-size:.9rem}.s .for{display:block;color:var(--soft)}.s .for a{color:inherit}.s .who a,.n b a,.n .for a{display:inline-block;padding:.16rem 0;min-height:24px}.s .who b{line-height:1.2}
blockquote{margin:0;overflow-wrap:anywhere}.place{margin-left:.4rem;font-size:.85em;text-decoration:none}.place:hover{text-decoration:underline}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;font-size:.875rem;line-height:1.5;min-width:min(100%,30rem)}
caption{text-align:left;color:var(--soft);padding:0 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem 1.25rem .4rem 0;border-bottom:1px solid var(--line)}
td a,tbody th a,.found .count a{display:inline-block;min-height:24px}
th{font-weight:600}thead th{color:var(--soft);font-weight:500}
td.num,th.num{text-align:right;font-variant-numeric:tabular-nums}
code{font-size:.85em}
.upload{font:1rem/1.5 var(--sans);max-width:44rem;margin:1.5rem 0}.upload label{display:block;font-weight:600;font-size:.9rem}.upload .more{display:block;margin:.2rem 0 0}
.upload input,.upload select{font:inherit;max-width:100%;padding:.4rem .6rem;border:1px solid var(--soft);border-radius:.4rem;background:var(--paper);color:inherit}.upload p{margin:1.1rem 0}#drop{padding:1rem;border:2px dashed var(--line);border-radius:.5rem}#drop.over{border-color:var(--link);background:var(--shade)}
button.desk{padding:.1rem .5rem;font-size:.75rem;min-height:24px;margin:.2rem 0}#outcome{font-family:var(--sans)}#outcome:not(:empty){border-top:1px solid var(--line)}
figure{margin:1rem 0 2rem}figcaption details{margin:.25rem 0}summary{cursor:pointer}
${pictureStyle}
.WARNING,.ERROR{color:var(--warn)}
@media(max-width:58rem){.p{grid-template-columns:2rem minmax(0,1fr)}.notes{grid-column:2;margin-top:.4rem}.n .how{display:block;position:static;padding:0;background:none}.intro{margin-left:3.25rem}}
@media(max-width:44rem){.s{grid-template-columns:minmax(0,1fr);row-gap:.35rem}}
@media(max-width:34rem){body{font-size:1rem}.top nav{margin-left:0}.top,main{padding-left:1rem;padding-right:1rem}h1{font-size:1.6rem}.p{grid-template-columns:minmax(0,1fr)}.p>.no{text-align:left}.notes{grid-column:1}.intro{margin-left:0}}
@page{margin:16mm 14mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
.printed{display:none}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--link:#000}body{font-size:10.5pt;line-height:1.55}.top,.skip,.more,.noprint,.cite,.n .how{display:none}.printed{display:block}main{max-width:none;padding:0}
a{text-decoration:none}.p{grid-template-columns:2rem minmax(0,1fr) 12rem}.notes{grid-column:auto;font-size:8pt;line-height:1.35}.t p{orphans:3;widows:3}h2,h3{break-after:avoid}.n,tr,figure{break-inside:avoid}.l{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
${hovered()}
${targeted()}`

/** Highlights the words of a remark and its note together, whichever has the pointer or the focus, and all words to which a permalink leads. */
function hovered(): string {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i))
  const both = (rule: (letter: string) => string) => letters.map(rule).join(',')
  return [
    `${both((l) => `.p:has(.g.${l}:hover) .n.${l},.p:has(.g.${l} a:focus) .n.${l}`)}{background:var(--shade)}`,
    `${both((l) => `.p:has(.g.${l}:hover) .n.${l} .how,.p:has(.g.${l} a:focus) .n.${l} .how`)}{display:block}`,
    `${both((l) => `.p:has(.n.${l}:hover) .g.${l}`)}{background:var(--shade)}`,
    `${both((l) => `.p:has(.r.${l}:target) .g.${l}`)}{background:color-mix(in srgb,var(--link) 12%,transparent)}`,
  ].join('\n')
}

/** Highlights all words of the outcome that a permalink leads to, wherever they are in its paragraph. */
function targeted(): string {
  const rules = Array.from({ length: MAX_HIGHLIGHTED }, (_, i) => `.p:has(.o${i}:target) .o${i}`)
  return `${rules.join(',')}{background:color-mix(in srgb,var(--c5) 38%,transparent)}`
}
