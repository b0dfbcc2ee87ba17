// Sends questions and keeps how they were answered.
import { Agent, request as send } from 'node:http'

/** Gives what puts one question to a server; each ends in `{ kind, ms, wrong }`, `wrong` being what was not as expected. */
export function senderOf(url, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = ({ kind, method, path, headers, body, expected, leaves }) =>
    new Promise((resolve) => {
      const started = performance.now()
      const done = (wrong) => resolve({ kind, ms: performance.now() - started, wrong })
      const sent = send(new URL(path, url), { method, headers, agent }, (answer) => {
        let bytes = 0
        answer.on('data', (part) => {
          bytes += part.length
        })
        answer.on('error', (error) => done(leaves ? undefined : error.message))
        answer.on('end', () =>
          done(expected.includes(answer.statusCode) && bytes > 0 ? undefined : `status ${answer.statusCode}`),
        )
      })
      sent.on('error', (error) => done(leaves ? undefined : error.message))
      sent.end(body)
      if (leaves) setTimeout(() => sent.destroy(), 2)
    })
  return { ask, close: () => agent.destroy() }
}

/** Figures of many answers: milliseconds that so many percent stayed within, and how many were not as expected. */
export function summed(answers) {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  const within = (percent) =>
    times[Math.min(times.length - 1, Math.floor((times.length * percent) / 100))] ?? Number.NaN
  const wrong = answers.filter(({ wrong }) => wrong !== undefined)
  return {
    count: times.length,
    p50: within(50),
    p95: within(95),
    p99: within(99),
    most: times.at(-1) ?? Number.NaN,
    wrong,
  }
}

/** What went wrong, with how often. */
export function countsOf(wrong) {
  const counts = {}
  for (const { kind, wrong: what } of wrong) counts[`${kind}: ${what}`] = (counts[`${kind}: ${what}`] ?? 0) + 1
  return Object.entries(counts).map(([what, count]) => `${count} × ${what}`)
}
