import type { MeetingRecord } from '@rapporteur/reader/record'

/** Who moves, seconds, votes or is to act: a person by name, or a body or a role. */
export type Who = string | { body: string } | { role: string }

interface Settled {
  text: string
  /** 1-based place in `paragraphs`. */
  paragraph?: number
  /** 1-based place in `sections`. */
  section?: number
  theme?: string
}

export interface Outcomes {
  motions?: (Settled & {
    movers?: Who[]
    seconders?: Who[]
    requirement?: string
    result?: MeetingRecord['motions'][number]['result']
    amends?: number
  })[]
  votes?: (Settled & {
    kind?: MeetingRecord['voteEvents'][number]['kind']
    result?: MeetingRecord['voteEvents'][number]['result']
    motion?: number
    decision?: number
    counts?: Partial<Record<MeetingRecord['votes'][number]['option'], number>>
    /** The choices of a poll, with the numbers that are printed. */
    choices?: Record<string, number>
    by?: { who: Who; option: MeetingRecord['votes'][number]['option']; optionAsPrinted?: string }[]
  })[]
  decisions?: (Settled & {
    result?: MeetingRecord['decisions'][number]['result']
    verb?: string
    motion?: number
  })[]
  actions?: (Settled & { assignees?: Who[]; due?: string; dueAsPrinted?: string; isDone?: boolean })[]
}

interface Parts {
  source: { add(words: string): [number, number][]; place(words: string): [number, number][] }
  people: { key(name: string): string }
  bodies: { key(name: string): string }
  themes: { key(name: string): string }
}

/** The lists of a record that hold outcomes. */
export function outcomeLists(outcomes: Outcomes, { source, people, bodies, themes }: Parts) {
  const { motions = [], votes = [], decisions = [], actions = [] } = outcomes
  const named = (who: Who) => {
    if (typeof who === 'string') return { person: people.key(who), organization: null }
    return { person: null, organization: 'body' in who ? bodies.key(who.body) : null }
  }
  const printed = (who: Who) => (typeof who === 'string' ? who : 'body' in who ? who.body : who.role)
  const parties = (list: Who[] = []) => list.map((who) => ({ ...named(who), asPrinted: printed(who) }))
  const place = ({ text, paragraph, section, theme }: Settled, i: number) => ({
    position: i + 1,
    section: section ?? null,
    paragraph: paragraph ?? null,
    theme: theme ? themes.key(theme) : null,
    text,
    pieces: source.place(text),
  })
  /** Where a voter's name is in the words of the vote. */
  const within = (text: string, name: string): [number, number][] | null => {
    const start = (source.place(text)[0]?.[0] ?? 0) + text.indexOf(name)
    return text.includes(name) ? [[start, start + name.length]] : null
  }
  const voters: object[] = []
  return {
    motions: motions.map((row, i) => ({
      ...place(row, i),
      movers: parties(row.movers),
      seconders: parties(row.seconders),
      requirement: row.requirement ?? null,
      result: row.result ?? null,
      amends: row.amends ?? null,
    })),
    voteEvents: votes.map((row, i) => {
      for (const { who, option, optionAsPrinted } of row.by ?? [])
        voters.push({
          position: voters.length + 1,
          voteEvent: i + 1,
          ...named(who),
          nameAsPrinted: printed(who),
          option,
          optionAsPrinted: optionAsPrinted ?? null,
          pieces: within(row.text, printed(who)) ?? source.add(printed(who)),
        })
      return {
        ...place(row, i),
        kind: row.kind ?? 'ROLL_CALL',
        result: row.result ?? null,
        motion: row.motion ?? null,
        decision: row.decision ?? null,
        counts: [
          ...Object.entries(row.counts ?? {}).map(([option, count]) => ({ option, optionAsPrinted: null, count })),
          ...Object.entries(row.choices ?? {}).map(([choice, count]) => ({
            option: 'OTHER',
            optionAsPrinted: choice,
            count,
          })),
        ],
      }
    }),
    votes: voters,
    decisions: decisions.map((row, i) => ({
      ...place(row, i),
      result: row.result ?? 'AGREED',
      verb: row.verb ?? null,
      motion: row.motion ?? null,
    })),
    actions: actions.map((row, i) => ({
      ...place(row, i),
      assignees: parties(row.assignees),
      due: row.due ?? null,
      dueAsPrinted: row.dueAsPrinted ?? null,
      isDone: row.isDone ?? false,
    })),
  }
}
