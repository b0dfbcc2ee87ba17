import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerTo, minutes } from '../model/record.js'
import { commandHere } from '../support/command-here.js'
import { type ModelServer, startModelServer } from '../support/model-server.js'
import { programInPlaces } from '../support/program.js'
import { until } from '../support/until.js'

const key = 'sk-very-secret-key'
const at = programInPlaces()
let model: ModelServer
let cwd: string
let env: Record<string, string>

const run = (args: readonly string[], input?: string, more: Record<string, string> = {}) =>
  commandHere(args, { cwd, env: { ...env, ...more }, input })
const configured = () => ({ RAPPORTEUR_MODEL_URL: model.url, RAPPORTEUR_MODEL: 'reader-1', RAPPORTEUR_MODEL_KEY: key })
const byModel = (...args: string[]) => run(['ingest', 'minutes.txt', ...args], undefined, configured())

describe('reading by whoever answers', () => {
  beforeAll(async () => {
    model = await startModelServer()
  })
  afterAll(() => model.close())
  beforeEach(async () => {
    const archive = await at.places.archive()
    cwd = archive.cwd
    env = archive.env
    writeFileSync(join(cwd, 'minutes.txt'), minutes)
    model.answer(({ messages }) => answerTo(messages[0]?.content ?? ''))
  })

  it('prints a task, or a part of it, and takes the answer from a file or standard input', async () => {
    const { stdout: task, stderr, status } = await run(['annotate', 'minutes.txt'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^About [\d,]+ tokens\.\n$/) })
    expect(task).toContain('[5.3] Mr Osei replied that the company would pay a third.')
    expect((await run(['annotate', '-'], minutes)).stdout).toBe(task.replace('(minutes.txt)', '(standard input)'))
    const part = (await run(['annotate', 'minutes.txt', '--from', '6', '--to', '7'])).stdout
    expect(part).toContain('[7.1]')
    expect(part).not.toContain('[5.1]')
    const read = await run(['ingest', 'minutes.txt', '--proposal', '-'], answerTo(task))
    expect({ status: read.status, stderr: read.stderr }).toEqual({ status: 0, stderr: '' })
    expect(read.stdout).toContain('created')
  })

  it('says what is wrong with an answer', async () => {
    const { stdout: task } = await run(['annotate', 'minutes.txt'])
    const proposal = (answer: string) => run(['ingest', 'minutes.txt', '--proposal', '-'], answer)
    const invented = answerTo(task).replaceAll('Celia Thorne', 'Delia Horne')
    expect((await proposal(invented)).stdout).toMatch(/UNPROVEN_NAME: .*Delia Horne/)
    expect((await proposal('Certainly! I read the minutes.')).stderr).toContain('holds no line of a proposal')
    writeFileSync(join(cwd, 'minutes.txt'), `${minutes}\nThe meeting ended.`)
    const old = await proposal(answerTo(task))
    expect(old.status).toBe(1)
    expect(old.stderr).toContain('Print the task again with `rapporteur annotate`')
  })

  it('tells the tokens before and after, and in a dry run only what they would be', async () => {
    const dry = await byModel('--dry-run')
    expect(dry.stdout).toMatch(/Read by rules for now; reader-1 will read it, with about [\d,]+ tokens asked/)
    expect(model.questions).toHaveLength(0)
    const read = await byModel()
    expect(read.stderr).toMatch(
      /^minutes\.txt: reader-1 reads it, with about [\d,]+ tokens asked and [\d,]+ answered\.\n$/,
    )
    expect(read.stdout).toMatch(/Read by reader-1 with [\d,]+ tokens asked and [\d,]+ answered\./)
    expect(`${read.stdout}${read.stderr}`).not.toContain(key)
  })

  it('compares, and writes nothing', async () => {
    const { stdout, status } = await byModel('--compare')
    expect(status).toBe(0)
    expect(stdout).toMatch(/\d+ of \d+ sentences are given to the same speaker/)
    expect((await byModel('--reader', 'rules')).stdout).toContain('created')
  })

  it('needs a model to be configured where one is asked for', async () => {
    const { status, stderr } = await run(['ingest', 'minutes.txt', '--reader', 'model'])
    expect(status).toBe(1)
    expect(stderr).toContain('RAPPORTEUR_MODEL_URL')
  })

  it('ends at Ctrl+C while the model answers, lets go of the endpoint, and writes nothing', async () => {
    model.answer(() => ({ silentAfter: '{"proposal":1}\n' }))
    const asked = model.questions.length
    const left = model.left()
    const program = at.rapporteur.start(['ingest', 'minutes.txt', '--reader', 'model'], {
      cwd,
      env: { ...env, ...configured() },
    })
    await until(async () => model.questions.length > asked, Boolean)
    program.interrupt()
    const { status, stdout, stderr } = await program.ended
    expect(status).toBe(130)
    expect(`${stdout}${stderr}`).not.toContain(key)
    await until(async () => model.left() > left, Boolean)
    expect((await run(['export'])).stdout).toContain('"meetings":0')
  })

  it('keeps what the model said out of errors, and the archive as it was', async () => {
    model.answer([{ status: 401, error: { message: `Incorrect key ${key}` } }])
    const { status, stdout, stderr } = await byModel('--reader', 'model')
    expect(status).toBe(1)
    expect(stderr).toContain('Check RAPPORTEUR_MODEL_KEY')
    expect(`${stdout}${stderr}`).not.toContain(key)
  })
})
