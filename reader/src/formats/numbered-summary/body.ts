import type { Finding } from '../../findings.js'
import type { NameInText } from '../../identity/names-in-text.js'
import { type Cast, identify, roleHolder } from '../../identity/within-meeting.js'
import { fold } from '../../names.js'
import { officeAt } from '../../narrative/office-at.js'
import type { Bodies } from '../../people/bodies.js'
import type { MeetingRecord } from '../../record.js'
import type { Attributed } from '../../reported-speech/attributed.js'
import { partiesNamedIn } from '../../reported-speech/parties-named.js'
import { mayNameOneOf } from '../../reported-speech/party-names.js'
import { voiceKeys } from '../../reported-speech/speakers.js'
import { nothingSpoken, type Spoken } from '../../reported-speech/spoken.js'
import { type Turns, turnsOf } from '../../reported-speech/turns.js'
import { isSpeakingBody, type Range, type VoiceContext } from '../../reported-speech/voice.js'
import type { SourceText } from '../../source.js'
import { type Flow, textOf } from '../../text/flow.js'
import type { ReadParagraph } from './paragraphs.js'
import { raiserKey } from './raiser-speaker.js'
import type { Raiser } from './raisers.js'
import { addRemarks } from './remarks.js'
import { noThemes, themeKey } from './themes.js'

/** Marks of emphasis as white space, so that a verb follows its subject: "**Ms. A. Roe** said". Offsets stay. */
const withoutEmphasis = (text: string): string =>
  /[*_]/.test(text)
    ? text.replace(/(?<![\p{L}\p{N}])[*_]{1,3}|[*_]{1,3}(?![\p{L}\p{N}])/gu, (marks) => ' '.repeat(marks.length))
    : text

const contextOf = (
  flow: Flow,
  names: readonly NameInText[],
  cast: Cast,
  bodies: Bodies,
  parties: boolean,
  named: ReadonlySet<string>,
): VoiceContext => {
  const text = withoutEmphasis(flow.text)
  return {
    text,
    names: new Map(names.map((name) => [name.start, name])),
    isParty: (name) =>
      named.has(fold(name.replace(/^the\s+/i, ''))) ||
      (parties && (bodies.byName.has(fold(name.replace(/^the\s+/i, ''))) || isSpeakingBody(name))),
    mayNameParty: mayNameOneOf(text, parties ? [named, bodies.byName] : [named], parties),
    officeAt: (at) => {
      const found = officeAt(flow.text)(at)
      return found && found.office.role !== null && roleHolder(cast, found.office.role) !== null ? found : null
    },
    familyName: (start, end) => {
      const printed = flow.text.slice(start, end)
      const found = identify(cast, printed)
      return found.person === null ? null : { ...found, start, end, printed, isPerson: true }
    },
  }
}

interface Body {
  readonly paragraphs: MeetingRecord['paragraphs']
  readonly themes: MeetingRecord['themes']
  readonly spoken: Spoken
}

/** What the paragraphs are read with. */
interface BodyContext {
  readonly source: SourceText
  readonly sections: MeetingRecord['sections']
  readonly cast: Cast
  readonly bodies: Bodies
  readonly language: string
  readonly findings: Finding[]
}

/** Of paragraphs under sections so many have headings of their own where these are the themes; fewer are labels, or asides. */
const leastWithHeading = 0.2

/**
 * What a paragraph's theme is called: its own heading, or that of its section where that names who raised it. Only where hardly any
 * paragraph of the record has one, the heading of its section, without the number before it.
 */
const themeTitles = (read: readonly ReadParagraph[], sections: MeetingRecord['sections']): (string | null)[] => {
  const own = read.map(({ flow, head }) => (head.heading === null ? null : flow.text.slice(...head.heading)))
  const titles = read.map(({ under }, i) => own[i] ?? under?.title ?? null)
  const headed = titles.filter((title) => title !== null).length
  const isInSections = read.filter(({ from }) => from.section !== null).length * 2 > read.length && sections.length > 1
  if (headed > 0 && (!isInSections || headed >= leastWithHeading * read.length)) return titles
  return read.map(({ from }) => {
    const section = from.section === null ? undefined : sections[from.section]
    return section?.heading.replace(/^(?:\d+(?:\.\d+)*|[IVX]+|[A-Z])[.)]\s+/, '') ?? null
  })
}

/** Whether a paragraph begins with nobody's name and no mention of somebody: whoever its section's heading names says it. */
const isOpen = ({ opening, passages, responses }: Turns, start: number): boolean =>
  !opening?.fromStart &&
  !responses.some(({ ranges: [first] }) => first !== undefined && first[0] <= start) &&
  !passages.some(({ kind, range }) => kind === 'ANONYMOUS' && range[0] <= start)

/** Whom the parentheses behind a sentence name. */
const givenTo = (cast: Cast, attributed: readonly Attributed[], [start, end]: Range) => {
  const named = attributed.filter((one) => start <= one.start && one.end <= end)
  const [first] = named
  if (!first) return null
  const names = named.map((one): NameInText => ({ ...one, isPerson: true, ...identify(cast, one.printed) }))
  return { names, end: first.wordsEnd }
}

/** Reads the paragraphs: the rows of what stands in them, of what was said in them, and of their themes. */
export const readBody = (read: readonly ReadParagraph[], body: BodyContext): Body => {
  const { source, sections, cast, bodies, language, findings } = body
  const themes = noThemes()
  const spoken = nothingSpoken()
  const partiesSpeak = read.some(({ head }) => head.raisers.some(({ kind }) => kind === 'party'))
  const named = new Set([...partiesNamedIn(read.map(({ flow }) => flow.text)), ...bodies.byName.keys()])
  const titles = themeTitles(read, sections)
  const paragraphs = read.map(({ position, from, flow, head, under, names, attributed }, i) => {
    const title = titles[i] ?? null
    const theme = title === null ? null : themeKey(themes, title)
    const section = from.section === null ? null : from.section + 1
    const context = contextOf(flow, names, cast, bodies, partiesSpeak, named)
    const turnsWith = (raisers: readonly Raiser[]) =>
      turnsOf(context, [head.bodyStart, flow.text.length], {
        raisers: raisers.map((raiser) => raiserKey(cast, raiser)),
        hasHeading: head.heading !== null,
        keyOf: (voice) => voiceKeys(cast, voice),
        language,
        attributed: (sentence) => givenTo(cast, attributed, sentence),
      })
    const byItself = turnsWith(head.raisers)
    const raisers =
      head.raisers.length === 0 && isOpen(byItself, head.bodyStart) ? (under?.raisers ?? []) : head.raisers
    const turns = raisers === head.raisers || raisers.length === 0 ? byItself : turnsWith(raisers)
    const own = {
      source: source.text,
      flow,
      head: { ...head, raisers },
      turns,
      voices: context,
      cast,
      bodies,
      findings,
    }
    addRemarks({ ...own, paragraph: position, section, theme }, spoken)
    return {
      position,
      number: from.marker?.number ?? null,
      heading: head.heading === null ? null : flow.text.slice(...head.heading),
      section,
      theme,
      text: textOf(source.text, flow.pieces),
      pieces: flow.pieces,
    }
  })
  return { paragraphs, themes: themes.rows, spoken }
}
