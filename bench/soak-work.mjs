// What goes on beside the questions of a soak, and what is looked at.
import { readdirSync, readFileSync } from 'node:fs'

/** Memory in MB, of the process and of its heap; open files; and figures of /metrics that should not grow. */
export async function sampleOf({ url, pid }) {
  const metrics = await fetch(`${url}/metrics`).then((response) => response.text())
  const figure = (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN)
  return {
    rss: Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    heap: figure('nodejs_heap_size_used_bytes') / 1024 / 1024,
    files: readdirSync(`/proc/${pid}/fd`).length,
    handles: figure('nodejs_active_resources_total'),
    underWay: figure('rapporteur_requests_under_way'),
    connections:
      figure('rapporteur_database_read_connections_open') + figure('rapporteur_database_write_connections_open'),
  }
}

const sample = readFileSync(new URL('../sample/harbour-consultation.txt', import.meta.url), 'utf8')

/** Reads one record again and again, each time with another word in it. */
export function writerOf({ url, key }, wrong) {
  const query = `mutation ($text: String!) { ingestDocument(input: { text: $text, series: "Soak" }) {
    __typename ... on IngestDocumentSuccess { status } ... on UserError { message } } }`
  let underWay = Promise.resolve()
  const writer = {
    written: 0,
    write: () => {
      const text = sample.replace(/^(- 1[24]\..+)$/gm, `$1 It was said in round ${writer.written + 1}.`)
      underWay = underWay.then(() => send(text)).catch((error) => wrong.push(`writing: ${error.message}`))
      return underWay
    },
    ended: () => underWay,
  }
  const send = async (text) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
    const body = JSON.stringify({ query, variables: { text } })
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
    const { data, errors } = await response.json()
    if (data?.ingestDocument?.__typename !== 'IngestDocumentSuccess')
      throw new Error(JSON.stringify(errors ?? data.ingestDocument))
    writer.written++
  }
  return writer
}

/** Follows the feed, and begins anew every minute, as clients do whose network changes. */
export function followerOf({ url }, wrong) {
  const body = JSON.stringify({ query: 'subscription { changes { kind at } }' })
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' }
  const follower = { events: 0 }
  let stopped = false
  let turn
  const follow = async () => {
    while (!stopped) {
      turn = new AbortController()
      const timer = setTimeout(() => turn.abort(), 60_000)
      try {
        const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: turn.signal })
        if (response.status !== 200) throw new Error(`status ${response.status}`)
        for await (const part of response.body)
          follower.events += Buffer.from(part).toString().split('event: next').length - 1
      } catch (error) {
        if (!turn.signal.aborted) {
          wrong.push(`following: ${error.message}`)
          await new Promise((resolve) => setTimeout(resolve, 1_000))
        }
      }
      clearTimeout(timer)
    }
  }
  void follow()
  return Object.assign(follower, {
    stop: () => {
      stopped = true
      turn.abort()
    },
  })
}
