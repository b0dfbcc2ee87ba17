import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { evaluate, type GoldCase, type Report } from '../../src/evaluate/evaluate.js'
import { fileReading } from '../../src/evaluate/read-file.js'
import { allGoldFiles, openGoldHere } from './gold.js'
import { answersOf, type Counts, readingsOf, speakersF1, total } from './readings.js'

/** Where what a language model answered to the record of a gold reading is kept. */
const answerFile = (gold: string): string => fileURLToPath(new URL(`../proposals/gold-${gold}.jsonl`, import.meta.url))

/** Gold readings that are at hand with their records, to whose tasks answers are kept. */
async function answeredGolds(): Promise<GoldCase[]> {
  const opened = await Promise.all((await allGoldFiles()).map(openGoldHere))
  return opened.flatMap((gold) => ('missing' in gold || !existsSync(answerFile(gold.name)) ? [] : gold))
}

/** What is made of the answers that are kept to the tasks of gold readings. */
const scoredAnswers = (golds: GoldCase[]): Promise<Report> => {
  const names = new Map(golds.map(({ path, name }) => [path, name]))
  return evaluate(
    golds,
    fileReading((path) => readFileSync(answerFile(names.get(path) ?? ''), 'utf8')),
  )
}

const figure = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3))
const share = ([found, of]: readonly [number, number]): string => `${found} of ${of}`

/** F1 of speakers, of those listed and of all rows, by rules and by a language model's answers. */
async function goldTable(): Promise<string[]> {
  const golds = await answeredGolds()
  const [rules, answers] = [await evaluate(golds, fileReading()), await scoredAnswers(golds)]
  const scoreIn = ({ rows }: Report, name: string) => rows.find((row) => row.name === name)?.score
  const cellsOf = (report: Report, name: string) => {
    const score = scoreIn(report, name)
    if (!score) return 'refused | – | –'
    const listed = score.categories.find((category) => category.name === 'attendances')
    return [score.extra.get('speakers'), listed, score.micro].map((measures) => figure(measures?.f1)).join(' | ')
  }
  return [
    '| gold reading | speakers by rules | listed | all rows | speakers by a model | listed | all rows |',
    '|---|---|---|---|---|---|---|',
    ...golds.map(({ name }) => `| ${name} | ${cellsOf(rules, name)} | ${cellsOf(answers, name)} |`),
  ]
}

/** The same of the invented records, of each and of all. */
async function readingsTable(): Promise<string[]> {
  const [rules, answers] = [new Map<string, Counts>(), new Map<string, Counts>()]
  for await (const { name, counts } of answersOf()) answers.set(name, counts)
  for await (const { name, counts } of readingsOf()) if (answers.has(name)) rules.set(name, counts)
  const cells = (counts: Counts) => [
    figure(speakersF1(counts)),
    `${counts.wrong} of ${counts.remarks}`,
    ...[counts.present, counts.answers, counts.toldAnswers].map(share),
  ]
  const line = (name: string, one: Counts, other: Counts) => `| ${[name, ...cells(one), ...cells(other)].join(' | ')} |`
  const head = ['speakers F1', 'wrong speaker', 'listed', 'answers found', 'told that are right']
  return [
    `| record | ${head.map((name) => `${name}, rules`).join(' | ')} | ${head.map((name) => `${name}, model`).join(' | ')} |`,
    `|${'---|'.repeat(2 * head.length + 1)}`,
    ...[...answers].flatMap(([name, counts]) => {
      const byRules = rules.get(name)
      return byRules ? [line(name, byRules, counts)] : []
    }),
    line('**all**', total([...rules.values()]), total([...answers.values()])),
  ]
}

/** Both readers side by side, as two tables. */
export const bothReaders = async (): Promise<string> =>
  [...(await goldTable()), '', ...(await readingsTable())].join('\n')
