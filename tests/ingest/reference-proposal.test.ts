import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { readText } from '@rapporteur/reader/files/text'
import type { Block, Outline } from '@rapporteur/reader/outline/outline'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { passageOf, type Stretch } from '@rapporteur/reader/proposal/draft'
import { record as throughGate } from '@rapporteur/reader/proposal/gate'
import { parseProposal } from '@rapporteur/reader/proposal/parse'
import type { ProposalLine } from '@rapporteur/reader/proposal/proposal'
import { describe, expect, it } from 'vitest'
import { goldOfRecord } from '../../src/evaluate/gold-of-record.js'
import { corporaPath, hasCorpora } from '../support/corpora.js'

interface Span {
  readonly start: number
  readonly end: number
  readonly pieces?: readonly { readonly start: number; readonly end: number }[]
}

/** What of a gold reading of the reference record a proposal has to say. */
interface Reading {
  readonly meeting: { title: string; date: string; startTime: string; endTime: string; venue: string }
  readonly paragraphs: readonly ({ readonly number: string; readonly heading: string | null } & Span)[]
  readonly persons: readonly {
    readonly key: string
    readonly name: string
    readonly namesAsPrinted: readonly string[]
  }[]
  readonly organizations: readonly { readonly key: string; readonly name: string }[]
  readonly attendances: readonly {
    readonly person: string
    readonly honorific: string
    readonly nameAsPrinted: string
  }[]
  readonly affiliations: readonly {
    readonly person: string
    readonly title: string | null
    readonly organization: string | null
    readonly status: 'CURRENT' | 'FORMER' | 'INCOMING'
    readonly note?: string
  }[]
  readonly attributions: readonly { readonly paragraph: string; readonly person: string }[]
  readonly responses: readonly ({
    readonly paragraph: string
    readonly person: string
    readonly acts: string[]
  } & Span)[]
  readonly unattributed: readonly ({ readonly kind: 'ANONYMOUS' | 'IMPERSONAL' } & Span)[]
}

/** The stretches of blocks that stand at offsets of the source. */
const stretchesAt = ({ blocks }: Outline, { start, end }: Span): Stretch[] =>
  blocks.flatMap((block) => {
    const { pieces, starts } = block.flow
    const within = pieces.flatMap(([from, to], i) => {
      const [a, b] = [Math.max(from, start), Math.min(to, end)]
      return a < b ? [[(starts[i] ?? 0) + a - from, (starts[i] ?? 0) + b - from] as const] : []
    })
    const [first, last] = [within[0], within.at(-1)]
    return first && last ? [{ block, range: [first[0], last[1]] as const }] : []
  })

const letters = (text: string): string => text.replace(/[\s-]/g, '')

/** Where the words of a paragraph begin, behind its heading and whom that names. */
const bodyOf = ({ flow: { text } }: Block, heading: string | null): number =>
  heading === null ? 0 : text.indexOf(':', text.indexOf(')', heading.length)) + 1

type Line = ProposalLine[keyof ProposalLine]

const peopleLines = ({ blocks }: Outline, { persons, attendances, affiliations }: Reading): Line[] =>
  persons.map(({ key, name, namesAsPrinted }) => {
    const listed = attendances.find(({ person }) => person === key)
    const entry = blocks.find(
      ({ kind, flow }) => kind === 'row' && listed && letters(flow.text).includes(letters(listed.nameAsPrinted)),
    )
    const posts = affiliations
      .filter(({ person }) => person === key)
      .map(({ title, organization, status, note }) => ({ title, body: organization, status, note: note ?? null }))
    return {
      person: key,
      name,
      printed: [...namesAsPrinted],
      posts,
      ...(listed ? { honorific: listed.honorific, at: String(entry?.id) } : {}),
    }
  })

const speechLines = (outline: Outline, { paragraphs, attributions, responses }: Reading): Line[] => {
  let remark = 0
  return paragraphs.flatMap((paragraph): Line[] => {
    const by = attributions.filter(({ paragraph: number }) => number === paragraph.number).map(({ person }) => person)
    const [{ block, range }] = stretchesAt(outline, paragraph) as [Stretch]
    const own: Stretch = { block, range: [bodyOf(block, paragraph.heading), range[1]] }
    const raised = ++remark
    return [
      { remark: raised, by, ...passageOf([own]), kind: 'STATEMENT' },
      ...responses
        .filter(({ paragraph: number }) => number === paragraph.number)
        .map(
          (response): Line => ({
            remark: ++remark,
            by: [response.person],
            ...passageOf(stretchesAt(outline, response)),
            kind: 'RESPONSE',
            answers: [raised],
            acts: response.acts,
          }),
        ),
    ]
  })
}

/** A gold reading as a proposal: no word of the record but those that a proposal gives as printed. */
const proposalOf = (outline: Outline, reading: Reading): string => {
  const { title, date, startTime, endTime, venue } = reading.meeting
  const front = outline.blocks.filter(({ id, section }) => id > 1 && section === 1)
  const year = outline.blocks.find(({ flow }) => flow.text.includes(date.slice(0, 4)))
  const at = ['1', ...front.filter(({ kind }) => kind !== 'heading').map(({ id }) => `${id}`), `${year?.id}`]
  const lines: Line[] = [
    { proposal: 1, by: 'person' },
    { meeting: { title, date, startTime, endTime, venue, at } },
    ...reading.organizations.map(({ key, name }) => ({ body: key, name })),
    ...peopleLines(outline, reading),
    ...reading.paragraphs.flatMap((paragraph): Line[] => {
      const [{ block }] = stretchesAt(outline, paragraph) as [Stretch]
      return paragraph.heading === null ? [] : [{ theme: `t${block.id}`, title: paragraph.heading, at: `${block.id}` }]
    }),
    ...speechLines(outline, reading),
    ...reading.unattributed.map(({ kind, ...span }): Line => {
      const { ids, ...edges } = passageOf(stretchesAt(outline, span))
      return { nobody: ids, ...edges, kind }
    }),
  ]
  return lines.map((line) => JSON.stringify(line)).join('\n')
}

interface Report {
  categories: Record<string, { missed: unknown[]; spurious: unknown[] }>
  extra: Record<string, { f1: number }>
}

describe('a proposal of the reference record', () => {
  it.skipIf(!hasCorpora('gold', 'a proposal of the reference record'))(
    'can say all that a careful reader takes from it, and is believed',
    async () => {
      const { score }: { score: (gold: unknown, reading: unknown) => Report } = await import(
        pathToFileURL(corporaPath('gold/score.mjs')).href
      )
      const gold: Reading = JSON.parse(readFileSync(corporaPath('gold/consultative-meeting.json'), 'utf8'))
      const outline = outlineOf(readText(readFileSync(corporaPath('seed/consultative-meeting.txt')), 'record.txt'))
      const { proposal, malformed } = parseProposal(proposalOf(outline, gold))
      const { record, refused } = throughGate(outline, proposal)
      expect({ malformed, refused }).toEqual({ malformed: [], refused: [] })
      const { categories, extra } = score(gold, goldOfRecord(record))
      for (const [name, { missed, spurious }] of Object.entries(categories))
        expect({ name, missed, spurious }).toEqual({ name, missed: [], spurious: [] })
      expect(Object.values(extra).map(({ f1 }) => f1)).toEqual([1, 1])
    },
  )
})
