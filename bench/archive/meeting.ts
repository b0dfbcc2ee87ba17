import { sortName } from '@rapporteur/reader/names'
import { type MeetingRecord, noOutcomes, type Pieces } from '@rapporteur/reader/record'
import { slugText } from '@rapporteur/reader/slug'
import type { Dice } from './dice.js'
import { reply } from './replies.js'
import { sentence, sentences } from './sentences.js'
import { nouns } from './words.js'
import { postIn, type SyntheticPerson, type SyntheticSeries, type World } from './world.js'
import { Written } from './written.js'

type Remark = MeetingRecord['remarks'][number]

export interface MeetingPlan {
  series: SyntheticSeries
  /** Which of the series it is. */
  number: number
  /** ISO 8601. */
  date: string
  /** How many remarks it has at least; the last paragraph may go over. */
  remarks: number
}

export interface SyntheticMeeting {
  text: string
  /** What a careful reader takes from the text. */
  record: MeetingRecord
}

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const printedDate = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`)
  return `${weekdays[day.getUTCDay()]} ${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`
}

const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

const fullName = ({ given, family }: SyntheticPerson): string => `${given} ${family}`
const withHonorific = (person: SyntheticPerson): string => `${person.honorific} ${fullName(person)}`
const briefly = ({ honorific, family }: SyntheticPerson): string => `${honorific} ${family}`
const keyOf = (person: SyntheticPerson): string => slugText(fullName(person), 'person')
const pronounOf = ({ honorific }: SyntheticPerson) => (honorific === 'Mr.' ? 'He' : honorific === 'Ms.' ? 'She' : null)

const paragraphsInSection = 20

/**
 * The record of one meeting: numbered paragraphs with a theme and who raised it, replies within them, passages that nobody
 * is named for, and a list of those present.
 */
export function syntheticMeeting(dice: Dice, world: World, plan: MeetingPlan): SyntheticMeeting {
  const present = dice.some(plan.series.people, Math.min(60, 8 + Math.ceil(plan.remarks / 20)))
  const writing = new Writing(dice, world, present)
  const meeting = writing.front(plan)
  writing.section('Opening Remarks')
  writing.opening()
  while (writing.remarks.length < plan.remarks) {
    if (writing.paragraphs.length % paragraphsInSection === 1) writing.section(sectionHeading(dice))
    writing.theme(dice.frequent(plan.series.themes))
  }
  const year = Number(plan.date.slice(0, 4))
  const lists = writing.annex(meeting.title, year)
  return {
    text: writing.text,
    record: {
      version: 2,
      ...noOutcomes,
      meeting,
      sections: writing.sections,
      themes: [...writing.themes.values()],
      ...lists,
      paragraphs: writing.paragraphs,
      utterances: writing.utterances,
      remarks: writing.remarks,
      unattributed: writing.unattributed,
      mentions: [],
    },
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const sectionHeading = (dice: Dice): string => dice.some(nouns, 2).map(capital).join(' and ')

class Writing {
  readonly #out = new Written()
  readonly #printed = new Map<SyntheticPerson, Set<string>>()
  readonly sections: MeetingRecord['sections'] = []
  readonly paragraphs: MeetingRecord['paragraphs'] = []
  readonly utterances: MeetingRecord['utterances'] = []
  readonly remarks: Remark[] = []
  readonly unattributed: MeetingRecord['unattributed'] = []
  readonly themes = new Map<string, MeetingRecord['themes'][number]>()

  constructor(
    readonly dice: Dice,
    readonly world: World,
    readonly present: readonly SyntheticPerson[],
  ) {}

  get text(): string {
    return this.#out.text
  }

  front({ series, number, date }: MeetingPlan): MeetingRecord['meeting'] {
    const title = `${ordinal(number)} Session of the ${series.title}`
    const venue = `Long Hall, ${this.dice.one(this.world.places)}`
    const dateText = printedDate(date)
    this.#out.add(`Summary of the ${title}\n\nDate: ${dateText}\n\nVenue: ${venue}\n\n`)
    return {
      title,
      date,
      endDate: null,
      dateText,
      dateCertainty: 'EXACT',
      startTime: null,
      endTime: null,
      venue,
      language: 'en',
    }
  }

  section(heading: string): void {
    const pieces: Pieces = [this.#out.add(heading)]
    this.#out.add('\n\n')
    const position = this.sections.length + 1
    this.sections.push({ position, level: 1, parent: null, heading, introduction: null, date: null, pieces })
  }

  opening(): void {
    const speaker = this.dice.one(this.present)
    const words = `${this.#name(speaker, withHonorific)} welcomed the participants. ${sentences(this.dice, this.world, 2)}`
    this.#paragraph(null, () => {
      const pieces: Pieces = [this.#out.add(words)]
      this.#raise([[speaker, withHonorific(speaker)]], pieces, words)
    })
  }

  theme(title: string): void {
    const raisers = this.#some(this.dice.frequent([1, 2, 3, 4]))
    const key = slugText(title, 'theme')
    this.themes.set(key, this.themes.get(key) ?? { key, title })
    this.#paragraph({ key, title }, () => {
      const printed = raisers.map((person): [SyntheticPerson, string] => [person, this.#name(person, withHonorific)])
      this.#out.add(`${title} (${printed.map(([, name]) => name).join('; ')}): `)
      const raised = this.#statement(printed)
      let replier: SyntheticPerson | null = null
      for (let replies = this.dice.int(0, 5); replies > 0; replies--) {
        const last: SyntheticPerson | null = replier
        replier = this.dice.one(this.present.filter((person) => person !== last && !raisers.includes(person)))
        this.#reply(replier, raised)
      }
    })
  }

  #some(count: number): SyntheticPerson[] {
    const chosen = new Set<SyntheticPerson>()
    while (chosen.size < count) chosen.add(this.dice.frequent(this.present))
    return [...chosen]
  }

  #name(person: SyntheticPerson, print: (person: SyntheticPerson) => string): string {
    const name = print(person)
    const printed = this.#printed.get(person) ?? new Set()
    this.#printed.set(person, printed.add(name))
    return name
  }

  /** A numbered paragraph; what `write` adds to the text is its body. */
  #paragraph(theme: { key: string; title: string } | null, write: () => void): void {
    const position = this.paragraphs.length + 1
    const number = String(position)
    const section = this.sections.length
    this.#out.add(`${number}. `)
    const paragraph = { position, number, heading: theme?.title ?? null, section, theme: theme?.key ?? null }
    const row = { ...paragraph, text: '', pieces: [] as Pieces }
    this.paragraphs.push(row)
    const { text, piece } = this.#out.stretch(write)
    Object.assign(row, { text, pieces: [piece] })
    this.#out.add('\n\n')
  }

  #statement(raisers: readonly [SyntheticPerson, string][]): number[] {
    const parts = [sentences(this.dice, this.world, this.dice.int(2, 6))]
    const nobody = this.dice.chance(0.15) ? this.#nobody() : null
    if (nobody) parts.push(nobody.text)
    const words = parts.join(' ')
    const [start, end] = this.#out.add(words)
    const raised = this.#raise(raisers, [[start, end]], words)
    if (nobody) {
      const row = { position: this.unattributed.length + 1, paragraph: this.paragraphs.length }
      const place: Pieces = [[end - nobody.text.length, end]]
      this.unattributed.push({ ...row, utterance: this.utterances.length, ...nobody, pieces: place })
    }
    return raised
  }

  #nobody(): { kind: 'ANONYMOUS' | 'IMPERSONAL'; wording: string; text: string } {
    const anonymous = this.dice.chance(0.5)
    const wording = anonymous ? 'One participant' : 'It was suggested'
    const said = sentence(this.dice, this.world)
    const text = `${wording}${anonymous ? ' warned' : ''} that ${said.charAt(0).toLowerCase()}${said.slice(1)}`
    return { kind: anonymous ? 'ANONYMOUS' : 'IMPERSONAL', wording, text }
  }

  #raise(raisers: readonly [SyntheticPerson, string][], pieces: Pieces, text: string): number[] {
    const scope = raisers.length > 1 ? 'JOINT' : 'WHOLE'
    this.utterances.push({ position: this.utterances.length + 1, text, pieces })
    return raisers.map(([person, name]) =>
      this.#remark(person, name, { kind: 'STATEMENT', scope, acts: [], stance: null, inResponseTo: [] }),
    )
  }

  #reply(person: SyntheticPerson, raised: readonly number[]): void {
    const name = this.#name(person, this.dice.chance(0.7) ? briefly : withHonorific)
    const { words, acts, stance } = reply(this.dice, this.world, name, pronounOf(person))
    this.#out.add(' ')
    const [start, end] = this.#out.add(words)
    const moved = acts.map((act) => ({
      ...act,
      pieces: act.pieces.map(([from, to]): Pieces[number] => [start + from, start + to]),
    }))
    this.utterances.push({ position: this.utterances.length + 1, text: words, pieces: [[start, end]] })
    this.#remark(person, name, { kind: 'RESPONSE', scope: null, acts: moved, stance, inResponseTo: [...raised] })
  }

  #remark(
    person: SyntheticPerson,
    name: string,
    rest: Pick<Remark, 'kind' | 'scope' | 'acts' | 'stance' | 'inResponseTo'>,
  ): number {
    const position = this.remarks.length + 1
    const paragraph = this.paragraphs.at(-1)
    this.remarks.push({
      position,
      ...rest,
      utterance: this.utterances.length,
      paragraph: paragraph?.position ?? null,
      section: paragraph?.section ?? null,
      theme: paragraph?.theme ?? null,
      attribution: 'NAMED',
      speaker: keyOf(person),
      speakerMatch: name === briefly(person) ? 'FAMILY_NAME' : 'EXACT',
      speakerAsPrinted: name,
      speakerRole: null,
      party: null,
      onBehalfOf: [],
    })
    return position
  }

  annex(title: string, year: number): Pick<MeetingRecord, 'people' | 'organizations' | 'attendances' | 'affiliations'> {
    this.#out.add(`ANNEX\n\nParticipants in the ${title}\n\nName\tTitle\tOrganization\n`)
    const organizations = new Map<string, MeetingRecord['organizations'][number]>()
    const lists = { people: [], attendances: [], affiliations: [] } as Pick<
      MeetingRecord,
      'people' | 'attendances' | 'affiliations'
    >
    for (const [i, person] of this.present.entries()) {
      const { title, organization } = postIn(person, year)
      const nameAsPrinted = this.#name(person, withHonorific)
      const name: Pieces = [this.#out.add(nameAsPrinted)]
      const post: Pieces = [title, organization].map((cell) => {
        this.#out.add('\t')
        return this.#out.add(cell)
      })
      this.#out.add('\n')
      const key = slugText(organization, 'organization')
      organizations.set(key, { key, name: organization, aliases: [], parent: null })
      const position = i + 1
      const by = { position, person: keyOf(person) }
      lists.people.push({
        key: keyOf(person),
        name: fullName(person),
        sortName: sortName(fullName(person)),
        printedNames: [...(this.#printed.get(person) ?? [])],
      })
      lists.attendances.push({
        ...by,
        honorific: person.honorific,
        nameAsPrinted,
        role: null,
        mode: 'PRESENT',
        pieces: [...name, ...post],
      })
      const held = { title, status: 'CURRENT', note: null, from: null, to: null } as const
      lists.affiliations.push({ ...by, attendance: position, organization: key, ...held, pieces: post })
    }
    return { ...lists, organizations: [...organizations.values()] }
  }
}
