import { type Html, html } from '../html.js'

/** A field in which people or bodies are chosen (desk/chooser.js). */
const chooser = (id: string, label: string): Html =>
  html`<p><label for="${id}">${label}</label><span id="${id}-row" class="chosen"></span><input id="${id}" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="${id}-list" autocomplete="off"></p><ul id="${id}-list" class="choices" role="listbox" aria-label="Who fits" hidden></ul>`

const form = html`
<form id="desk-form" class="upload" hidden><p><q id="desk-words"></q></p>
${chooser('desk-who', 'Who says it')}
<p><label for="desk-reason">Why</label><input id="desk-reason" value="As in the record." autocomplete="off"></p>
<p><button id="desk-say">Say so</button> <button type="button" id="desk-nobody">Nobody by name</button> <button type="button" id="desk-none">No remark</button> <button type="button" id="desk-close">Close</button></p>
<details id="desk-more"><summary>For whom, what it answers, where it begins and ends</summary>
${chooser('desk-for', 'For whom it is said')}<p><button type="button" id="desk-for-say">Said for them</button></p>
<fieldset><legend>What it answers</legend><div id="desk-answers"></div><p><button type="button" id="desk-answers-say">Answers these</button></p></fieldset>
<p><button type="button" id="desk-kind"></button> <button type="button" id="desk-split">Another remark begins here</button> <button type="button" id="desk-join">These words are one remark</button> <button type="button" id="desk-join-next">One remark with the next</button></p></details></form>`

const people = html`
<details id="desk-acts" name="desk-part"><summary>People and the meeting</summary>
<form id="desk-merge" class="upload">${chooser('desk-one', 'These people are one')}
${chooser('desk-into', 'Who is called')}<p><button>Merge them</button></p></form>
<form id="desk-retract" class="upload"><p><label for="desk-retract-reason">Take this meeting out of every answer, because</label><input id="desk-retract-reason" autocomplete="off" required></p><p><button>Retract the meeting</button></p></form></details>`

const keys = [
  ['n p', 'the next doubt, the one before'],
  ['j k', 'the next remark, the one before; Enter corrects it'],
  ['c', 'corrects the selected words'],
  ['y', 'confirms the doubt: it was read rightly'],
  ['m', 'mends the doubt: opens its words'],
  ['u', 'takes back what was corrected last'],
  ['? ', 'this list'],
  ['Esc', 'closes what is open'],
] as const

const help = html`
<dialog id="desk-help" aria-labelledby="desk-help-title"><h3 id="desk-help-title">Shortcuts</h3><dl>${keys.map(([key, what]) => html`<dt><kbd>${key.trim()}</kbd></dt><dd>${what}</dd>`)}</dl>
<p>In the field of a name: the arrows choose, Enter says so, Control and Enter adds another who says it, too.</p>
<p><label><input type="checkbox" id="desk-letters" checked> Single letters do this</label></p><form method="dialog"><button>Close</button></form></dialog>`

/**
 * Where a record is corrected, with a key (desk/desk.js). Without scripts it stays hidden, since nothing of it would work.
 */
export const desk: Html = html`
<section id="desk" class="noprint" aria-labelledby="correct" hidden><h2 id="correct">Correct this record</h2>
<form id="desk-open" class="upload"><p><label for="desk-key">Key</label><input id="desk-key" type="password" autocomplete="off" required aria-describedby="desk-about"><span id="desk-about" class="more">Of scope write. The page forgets it when it is left.</span></p><p><button>Begin</button></p></form>
<p id="desk-says" role="status" aria-live="polite"></p>
<div id="desk-on" hidden><p class="bar"><button type="button" id="desk-select">Correct the selected words</button> <button type="button" id="desk-next">Next doubt</button> <button type="button" id="desk-keys" aria-haspopup="dialog">Shortcuts (?)</button></p>
<div id="desk-doubt" tabindex="-1" hidden></div>${form}
<details id="desk-doubts" name="desk-part"><summary>In doubt: <span id="desk-open-doubts">0</span></summary><ol id="desk-doubt-list" class="found"></ol></details>
<details id="desk-changes" name="desk-part"><summary>What was changed: <span id="desk-count">0</span></summary><ul id="desk-list" class="found" aria-label="What was changed"></ul></details>${people}</div>${help}</section>`

/** What a meeting that is not there has in its place: where one that was retracted is restored, with a key. */
export const restoreDesk: Html = html`
<section id="desk" class="noprint" aria-labelledby="restore" hidden><h2 id="restore">Was it retracted?</h2>
<form id="desk-restore" class="upload"><p><label for="desk-key">Key</label><input id="desk-key" type="password" autocomplete="off" required aria-describedby="desk-about"><span id="desk-about" class="more">Of scope admin.</span></p>
<p><label for="desk-restore-reason">Restore it, because</label><input id="desk-restore-reason" autocomplete="off" required></p><p><button>Restore the meeting</button></p></form>
<p id="desk-says" role="status" aria-live="polite"></p></section>`
