/** The mutation that reads a file, with or without writing it. */
export const uploadQuery = `mutation Upload($file: Upload!, $series: String, $language: String, $format: String, $reader: ReaderChoice, $proposal: String, $dryRun: Boolean!) {
  ingestDocument(input: { file: $file, series: $series, language: $language, format: $format, reader: $reader, proposal: $proposal, dryRun: $dryRun }) {
    __typename
    ... on IngestDocumentSuccess {
      status
      totals { people remarks }
      counts { created updated removed unchanged }
      removedSample
      modelUse { model asked answered parts }
      proposal
      record
      format { format }
      meetings { slug title }
      findings { severity code message }
    }
    ... on UserError { message }
    ... on DocumentNotRecognizedError { formats { format reasons } }
  }
}`

/** How far a model has read the file, asked once a second. */
export const progressQuery =
  'query Progress($document: String!) { readingProgress(document: $document) { done total } }'

/**
 * The script of the upload page: reads the file through the API in a dry run, shows the result, and writes it on request. Everything
 * from a record is inserted as text, never as markup.
 */
export const uploadScript = `
const query = ${JSON.stringify(uploadQuery)}, progressQuery = ${JSON.stringify(progressQuery)}
let answered = null // what the model answered in the dry run: given back, it is not asked again
const by = (id) => document.getElementById(id)
const form = by('upload'), outcome = by('outcome')
const make = (tag, text, ...children) => {
  const element = document.createElement(tag)
  if (text) element.textContent = text
  element.append(...children)
  return element
}
const table = (heads, rows) => {
  const scroll = make('div', '', make('table', '',
    make('thead', '', make('tr', '', ...heads.map((head) => Object.assign(make('th', head), { scope: 'col' })))),
    make('tbody', '', ...rows.map((row) => make('tr', '', ...row.map((cell) => make('td', cell)))))))
  scroll.className = 'scroll'
  scroll.tabIndex = 0
  scroll.setAttribute('role', 'group')
  scroll.setAttribute('aria-label', heads.join(', '))
  return scroll
}
const headers = () => ({ 'x-rapporteur-csrf': '1', authorization: 'Bearer ' + by('key').value.trim(), accept: 'application/json' })
async function ask(dryRun) {
  const body = new FormData()
  const reader = by('reader') ? by('reader').value : null
  const given = dryRun || answered === null ? { reader } : { proposal: answered }
  const variables = { file: null, series: by('series').value.trim() || null, language: by('language').value.trim() || null, format: by('format').value || null, ...given, dryRun }
  body.set('operations', JSON.stringify({ query, variables }))
  body.set('map', JSON.stringify({ 0: ['variables.file'] }))
  body.set('0', by('file').files[0])
  const answer = await fetch('/graphql', { method: 'POST', headers: headers(), body })
  const { data, errors } = await answer.json()
  if (errors) throw new Error(errors[0].message)
  answered = dryRun ? data.ingestDocument.proposal ?? null : null
  return data.ingestDocument
}
/** Shows how far the model has read, until the returned function is called. Browsers hash only on secure pages; elsewhere nothing is shown. */
function showProgress(line) {
  let ended = false
  const follow = async () => {
    if (!crypto.subtle || !by('reader') || by('reader').value !== 'MODEL') return
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await by('file').files[0].arrayBuffer()))
    const document = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const body = JSON.stringify({ query: progressQuery, variables: { document } })
    const bar = make('progress')
    bar.setAttribute('aria-label', 'How far the model has read')
    while (!ended) {
      await new Promise((done) => setTimeout(done, 1000))
      const answer = await fetch('/graphql', { method: 'POST', headers: { ...headers(), 'content-type': 'application/json' }, body })
      const progress = (await answer.json()).data?.readingProgress
      if (ended || !progress) continue
      bar.max = progress.total
      bar.value = progress.done
      line.replaceChildren('The model has read ' + progress.done + ' of ' + progress.total + ' sentences. ', bar)
    }
  }
  follow().catch(() => {})
  return () => { ended = true }
}
const mostRemarks = 300
/** Who says what to whom: what would be wrong shows here before it is written. */
function remarksOf(record) {
  const named = (rows, name) => new Map(rows.map((row) => [row.key ?? row.position, row[name]]))
  const people = named(record.people, 'name'), bodies = named(record.organizations, 'name')
  const numbers = named(record.paragraphs, 'number'), texts = named(record.utterances, 'text')
  const remarks = new Map(record.remarks.map((remark) => [remark.position, remark]))
  const who = ({ speaker, party, speakerRole, speakerAsPrinted }) =>
    people.get(speaker) || bodies.get(party) || speakerRole || speakerAsPrinted || 'nobody by name'
  const whom = ({ inResponseTo }) => [...new Set(inResponseTo.map((position) => who(remarks.get(position))))].join(', ')
  const opening = (text) => text.length > 100 ? text.slice(0, 99).trimEnd() + '…' : text
  return record.remarks.slice(0, mostRemarks).map((remark) => [
    numbers.get(remark.paragraph) || '', who(remark),
    remark.kind === 'RESPONSE' ? 'answers ' + (whom(remark) || 'nobody in particular') : 'says', opening(texts.get(remark.utterance)) ])
}
const severities = { INFO: 'inferred or repaired', WARNING: 'in doubt', ERROR: 'contradicts itself' }
function shown(result, dryRun) {
  if (result.__typename !== 'IngestDocumentSuccess') {
    const why = (result.formats || []).map(({ format, reasons }) => [format, reasons.join('; ')])
    return [make('h2', 'It was not read'), make('p', result.message), ...(why.length ? [table(['Format', 'Why not'], why)] : [])]
  }
  const { record, counts, totals, findings, meetings, removedSample, status, modelUse } = result
  const bodies = new Map(record.organizations.map(({ key, name }) => [key, name]))
  const placesOf = (person) => record.affiliations.filter((each) => each.person === person)
    .map(({ title, organization }) => [title, bodies.get(organization)].filter(Boolean).join(', ')).join('; ')
  const said = (person) => String(record.remarks.filter(({ speaker }) => speaker === person).length)
  const people = record.people.map(({ key, name, printedNames }) => [name, placesOf(key), printedNames.join(', '), said(key)])
  const would = dryRun ? 'Would be' : 'Were'
  const isKnown = status === 'UNCHANGED' || (dryRun && counts.created + counts.updated + counts.removed === 0)
  const parts = [
    make('h2', dryRun ? 'As it was read' : 'Written'),
    make('p', record.meeting.title + ' · ' + (record.meeting.date || 'no date found') + ' · read as ' + result.format.format),
    make('p', isKnown ? 'It is known: nothing changes.' : would + ': ' + counts.created + ' rows new, ' + counts.updated + ' changed, ' + counts.removed + ' removed, ' + counts.unchanged + ' as they are.'),
  ]
  if (modelUse) parts.push(make('p', modelUse.model + ' read it with ' + modelUse.asked + ' tokens asked and ' + modelUse.answered + ' answered.'))
  if (removedSample) parts.push(make('p', dryRun ? 'The sample would make room for it.' : 'The sample has made room for it.'))
  for (const { slug, title } of meetings) {
    const link = make('a', dryRun ? 'It is here already: ' + title : 'Read it: ' + title)
    link.href = '/meetings/' + slug
    parts.push(make('p', '', link))
  }
  if (dryRun) {
    const write = make('button', 'Write it')
    write.addEventListener('click', () => run(false))
    parts.push(make('p', '', write))
  }
  parts.push(make('h3', totals.people + ' people, ' + totals.remarks + ' remarks'))
  parts.push(table(['Person', 'Title and body', 'Printed as', 'Remarks'], people))
  if (record.remarks.length) {
    const kept = record.remarks.length > mostRemarks ? ', the first ' + mostRemarks + ' of ' + record.remarks.length : ''
    parts.push(make('h3', 'Who says what' + kept), table(['Paragraph', 'Who', 'Does what', 'Begins with'], remarksOf(record)))
  }
  parts.push(make('h3', findings.length + ' findings'))
  if (findings.length) parts.push(table(['What', 'Kind'], findings.map(({ message, severity, code }) => [message, severities[severity] + ' (' + code + ')'])))
  return parts
}
async function run(dryRun) {
  const line = make('p', dryRun ? 'Reading…' : 'Writing…')
  outcome.replaceChildren(line)
  const stop = dryRun ? showProgress(line) : () => {}
  try {
    const result = await ask(dryRun)
    stop()
    outcome.replaceChildren(...shown(result, dryRun))
  } catch (error) {
    outcome.replaceChildren(make('h2', 'It was not read'), make('p', error.message))
  } finally {
    stop()
  }
  outcome.scrollIntoView({ block: 'start' })
}
form.addEventListener('submit', (event) => { event.preventDefault(); run(true) })
for (const id of ['file', 'series', 'language', 'format', 'reader']) by(id)?.addEventListener('input', () => outcome.replaceChildren())
document.addEventListener('dragover', (event) => { event.preventDefault(); by('drop').classList.add('over') })
document.addEventListener('dragleave', () => by('drop').classList.remove('over'))
document.addEventListener('drop', (event) => {
  event.preventDefault()
  by('drop').classList.remove('over')
  if (!event.dataTransfer.files.length) return
  by('file').files = event.dataTransfer.files
  outcome.replaceChildren()
})
`
