import { type Html, html } from '../html.js'

/**
 * Where a record is corrected, with a key. Without scripts it stays hidden, since nothing of it would work.
 */
export const desk: Html = html`
<section id="desk" class="noprint" hidden><h2 id="correct">Correct this record</h2>
<form id="desk-open" class="upload"><p><label for="desk-key">Key</label><input id="desk-key" type="password" autocomplete="off" required aria-describedby="desk-about"><span id="desk-about" class="more">Of scope write. The page forgets it when it is left.</span></p><p><button>Begin</button></p></form>
<div id="desk-on" hidden><p><button type="button" id="desk-select">Correct the selected words</button></p>
<form id="desk-form" class="upload" hidden><p><q id="desk-words"></q></p>
<p><label for="desk-who">Who says it</label><input id="desk-who" list="desk-people" autocomplete="off"><datalist id="desk-people"></datalist></p>
<p><label for="desk-reason">Why</label><input id="desk-reason" value="As in the record." autocomplete="off"></p>
<p><button>Say so</button> <button type="button" id="desk-nobody">Nobody by name</button> <button type="button" id="desk-none">No remark</button></p></form>
<ul id="desk-list" class="found" aria-label="Corrections in force"></ul></div>
<p id="desk-says" role="status" aria-live="polite"></p></section>`
