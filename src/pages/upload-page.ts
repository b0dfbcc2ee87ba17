import type { Page } from '../http/page.js'
import { html } from './html.js'
import { shownPage } from './layout.js'
import { uploadScript } from './upload-script.js'

/** Where a file is read, looked at, and only then written. It asks the API, with the key that is given on it. */
export const uploadPage = (): Page => shownPage({ title: 'Read a record', content, script: uploadScript })

const content = html`<h1>Read a record</h1>
<p class="lead">A file is read and shown first: who was found, what is in doubt, what would change. Nothing is written until you say so.</p>
<noscript><p>This page needs a script. Without one: <code>npx rapporteur ingest minutes.txt --dry-run</code></p></noscript>
<form id="upload" class="upload">
<p id="drop"><label for="file">File</label><input id="file" type="file" required aria-describedby="takes"><span id="takes" class="more">Text, Markdown, Word (.docx), HTML, XML or PDF with a text layer; it can be dropped anywhere on the page.</span></p>
<p><label for="series">Series</label><input id="series" autocomplete="off" aria-describedby="about-series"><span id="about-series" class="more">The body or run of meetings that it belongs to: people of one series are known by name.</span></p>
<p><label for="language">Language</label><input id="language" autocomplete="off" aria-describedby="about-language" size="8"><span id="about-language" class="more">As “en” or “pt-BR”; found by itself if left empty.</span></p>
<p><label for="key">Key</label><input id="key" type="password" autocomplete="off" required aria-describedby="about-key"><span id="about-key" class="more">Of scope write. A server on the embedded database has made one: the file <code>admin-key</code> in its data folder. The page forgets it when it is left.</span></p>
<p><button>Show what would be written</button></p>
</form>
<section id="outcome" aria-live="polite"></section>`
