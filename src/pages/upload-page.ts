import { formatNames } from '@rapporteur/reader/formats'
import { html } from './html.js'
import { shownPage } from './layout.js'
import type { Page } from './page.js'
import { uploadScript } from './upload-script.js'

/**
 * The upload page, on which a file is read and reviewed before it is written. It uses the API with the key entered on the page.
 *
 * @param model the name of the language model that can be asked to read, if one is configured
 */
export const uploadPage = (model: string | null): Page =>
  shownPage({ title: 'Read a record', content: content(model), script: uploadScript })

const readerChoice = (model: string) =>
  html`<p><label for="reader">Read by</label><select id="reader" aria-describedby="about-reader"><option value="RULES">rules</option><option value="MODEL">the language model ${model}</option></select><span id="about-reader" class="more">Rules read marked, labelled and numbered records well. The model reads prose better: the text of the file is sent to it, and of its answer only what the text bears out is taken.</span></p>
`

const content = (model: string | null) => html`<h1>Read a record</h1>
<p class="lead">A file is first read and shown: who was found, what is doubtful, what would change. Nothing is written until you confirm.</p>
<noscript><p>This page needs a script. Without one: <code>npx rapporteur ingest minutes.txt --dry-run</code></p></noscript>
<form id="upload" class="upload">
<p id="drop"><label for="file">File</label><input id="file" type="file" required aria-describedby="takes"><span id="takes" class="more">Text, Markdown, Word (.docx), HTML, XML, PDF with a text layer, captions (.vtt, .srt) or a transcript in JSON; it can be dropped anywhere on the page.</span></p>
<p><label for="series">Series</label><input id="series" autocomplete="off" aria-describedby="about-series"><span id="about-series" class="more">The body or series of meetings that it belongs to; people are recognised by name within a series.</span></p>
<p><label for="language">Language</label><input id="language" autocomplete="off" aria-describedby="about-language" size="8"><span id="about-language" class="more">For example “en” or “pt-BR”; detected if left empty.</span></p>
<p><label for="format">Format</label><select id="format" aria-describedby="about-format"><option value="">found out</option>${formatNames.map((name) => html`<option>${name}</option>`)}</select><span id="about-format" class="more">Choose one if the file is refused or read as another kind. “plain” takes any text, as paragraphs without speakers.</span></p>
${model === null ? '' : readerChoice(model)}<p><label for="key">Key</label><input id="key" type="password" autocomplete="off" required aria-describedby="about-key"><span id="about-key" class="more">Of scope write. A server on the embedded database has made one: the file <code>admin-key</code> in its data folder. The page forgets it when it is left.</span></p>
<p><button>Show what would be written</button></p>
</form>
<section id="outcome" aria-live="polite"></section>`
