// What a soak saw, as a table of its windows and the slope of what should not grow.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countsOf, summed } from './sender.mjs'

const results = join(fileURLToPath(new URL('.', import.meta.url)), 'results')

export function writeTables(soaks, { minutes, rate, remarks, windows, command }) {
  const text = [
    `# ${minutes} minutes of mixed questions`,
    '',
    `${remarks.toLocaleString('en')} remarks, ${rate} questions a second, a record read again every 30 s, a client that follows the feed and comes anew every minute; Node ${process.version}, ${cpus().length} cores for clients, servers and databases, and for other work at the same time; ${new Date().toISOString().slice(0, 10)}. Memory is that of the server's process; "heap" the least that was in use, which is what garbage collection leaves. Growth is the slope of a line through what was seen in the last three quarters of the time.`,
    '',
    `    ${command}`,
    '',
    ...soaks.flatMap((soak) => section(soak, minutes, windows)),
  ].join('\n')
  writeFileSync(join(results, 'soak.md'), text)
  return text
}

function section({ kind, answers, samples, wrong, putOff, beside }, minutes, windows) {
  const { written, followed } = beside()
  const late = samples.filter(({ at }) => at >= minutes / 4)
  const { count } = summed(answers)
  const width = minutes / windows
  const leasts = windowsOf(late, minutes, width).map((some) => ({
    at: some[0].at,
    heap: least(some),
  }))
  return [
    `## ${kind}`,
    '',
    `${count.toLocaleString('en')} questions, ${putOff} put off because 32 waited, ${written} records read again, ${followed} events followed. Growth: ${slope(late, 'rss').toFixed(1)} MB an hour of memory, ${slope(leasts, 'heap').toFixed(1)} MB an hour of heap.`,
    '',
    '| minutes | questions | not as expected | p50 ms | p99 ms | longest ms | memory MB | heap MB | files | handles | connections |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...windowsOf(samples, minutes, width).map((some, i) => {
      const found = summed(answers.filter(({ at }) => Math.min(windows - 1, Math.floor(at / width)) === i))
      const most = (name) => Math.max(...some.map((sample) => sample[name]).filter(Number.isFinite))
      const cells = [
        `${(i * width).toFixed(0)}–${((i + 1) * width).toFixed(0)}`,
        ...[found.count, found.wrong.length],
        ...[found.p50, found.p99, found.most].map((ms) => ms.toFixed(0)),
        `${Math.min(...some.map(({ rss }) => rss)).toFixed(0)}–${most('rss').toFixed(0)}`,
        least(some).toFixed(0),
        ...[most('files'), most('handles'), kind === 'postgres' ? most('connections') : ''],
      ]
      return `| ${cells.join(' | ')} |`
    }),
    '',
    ...[...new Set(wrong), ...countsOf(answers.filter((answer) => answer.wrong !== undefined))].map(
      (each) => `- ${each}`,
    ),
    '',
  ]
}

/** Of the heap; a sample that could not be had counts for none. */
const least = (samples) => Math.min(...samples.map(({ heap }) => heap).filter(Number.isFinite))

function windowsOf(samples, minutes, width) {
  const found = Array.from({ length: Math.round(minutes / width) }, () => [])
  for (const sample of samples) found[Math.min(found.length - 1, Math.floor(sample.at / width))].push(sample)
  return found.filter((some) => some.length > 0)
}

/** Per hour, of the line that lies nearest. */
function slope(all, name) {
  const samples = all.filter((sample) => Number.isFinite(sample[name]))
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [middle, level] = [mean(samples.map(({ at }) => at)), mean(samples.map((sample) => sample[name]))]
  const over = samples.reduce((sum, sample) => sum + (sample.at - middle) * (sample[name] - level), 0)
  return (60 * over) / samples.reduce((sum, { at }) => sum + (at - middle) ** 2, 0)
}
