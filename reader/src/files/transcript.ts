/** What one speaker says without a break. */
interface Turn {
  /** As the file names them; null where it does not. */
  readonly speaker: string | null
  readonly text: string
  /** Seconds from the beginning; null where the file gives none. */
  readonly from: number | null
  readonly to: number | null
}

export interface Transcript {
  readonly title: string | null
  readonly date: string | null
  readonly turns: readonly Turn[]
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names that programs and services give to the same thing, compared without case and "_", the most telling first. */
const keys = {
  speaker:
    'speakername speakerdisplayname participantname speakerlabel speaker speakertag speakerid participant displayname username user author name role',
  text: 'punctuatedword text transcript utterance sentence content caption message body value word',
  parts: 'sentences elements words items paragraphs segments alternatives',
  from: 'start starttime startoffset begin ts timestamp offset',
  to: 'end endtime endoffset endts',
  id: 'id speakerid label index tag',
  name: 'name displayname fullname speakername',
  title: 'title meetingtitle topic subject',
  date: 'date meetingdate meetingstarttime',
}
type Key = keyof typeof keys
const wanted = Object.fromEntries(Object.entries(keys).map(([key, names]) => [key, names.split(' ')])) as Record<
  Key,
  string[]
>

/** The first of an object's values that goes by one of the names of a key and is of use. */
const fieldOf = <Value>(fields: Fields, key: Key, use: (value: unknown) => Value | null): Value | null => {
  const own = new Map(Object.keys(fields).map((name) => [name.toLowerCase().replaceAll(/[_-]/g, ''), name]))
  for (const name of wanted[key]) {
    const found = own.get(name)
    const value = found === undefined ? null : use(fields[found])
    if (value !== null) return value
  }
  return null
}

const asText = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)
const asId = (value: unknown): string | null => (typeof value === 'number' ? String(value) : asText(value))
const asSpeaker = (value: unknown): string | null => (isFields(value) ? fieldOf(value, 'name', asId) : asId(value))
/** Longer names are in words that nobody has for a name. */
const asName = (value: unknown): string | null => {
  const name = asSpeaker(value)?.replaceAll(/\s+/g, ' ').trim()
  return name && name.length <= 100 ? name : null
}
const asSeconds = (value: unknown): number | null => {
  const number = typeof value === 'string' ? Number(value.replace(/s$/, '')) : value
  return typeof number === 'number' && Number.isFinite(number) && value !== '' ? number : null
}

/** Words put together, a space between them but before a closing sign. */
const joined = (words: readonly string[]): string =>
  words
    .map((word, i) =>
      i === 0 || /\s$/.test(words[i - 1] ?? '') || /^(?:\s|[.,;:!?…)\]])/.test(word) ? word : ` ${word}`,
    )
    .join('')

/** How many lists may lie in each other between a turn and its words. */
const deepest = 3

const textOf = (fields: Fields, depth = 0): string | null =>
  fieldOf(fields, 'text', asText) ??
  fieldOf(fields, 'parts', (value) => {
    if (!Array.isArray(value) || depth >= deepest) return null
    // Of several ways to hear the same words, the first is the likeliest.
    const parts = 'alternatives' in fields && value === fields.alternatives ? value.slice(0, 1) : value
    const words = parts.flatMap(
      (part) => (typeof part === 'string' ? part : isFields(part) ? textOf(part, depth + 1) : null) ?? [],
    )
    return words.length > 0 ? joined(words) : null
  })

const speakerOf = (fields: Fields): string | null => fieldOf(fields, 'speaker', asName)

/** A list of turns, or of words of turns, and how good it is as one. */
interface Candidate {
  readonly turns: readonly Turn[]
  readonly hasSpeakers: boolean
  readonly size: number
}

const candidateOf = (list: readonly Fields[]): Candidate | null => {
  const turns = list.flatMap((fields): Turn[] => {
    const text = textOf(fields)
    if (text === null) return []
    return [
      {
        speaker: speakerOf(fields),
        text,
        from: fieldOf(fields, 'from', asSeconds),
        to: fieldOf(fields, 'to', asSeconds),
      },
    ]
  })
  if (turns.length * 2 < list.length || turns.length === 0) return null
  const named = turns.filter(({ speaker }) => speaker !== null).length
  return { turns, hasSpeakers: named * 2 > turns.length, size: turns.reduce((sum, { text }) => sum + text.length, 0) }
}

/** Every object of a value, and every list of objects. Nothing is looked for deeper than this. */
const mostDepth = 12

const listsIn = (value: unknown, depth = 0): Fields[][] => {
  if (depth > mostDepth || typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap((each) => listsIn(each, depth + 1))
  const own = Array.isArray(value) ? value.filter(isFields) : []
  return own.length > 0 && own.length * 2 > (value as unknown[]).length ? [own, ...inner] : inner
}

/** The list that says most of who speaks: with speakers, nearly all of the words, and these in the longest pieces. */
const best = (candidates: readonly Candidate[]): Candidate | null => {
  const named = candidates.filter(({ hasSpeakers }) => hasSpeakers)
  const usable = named.length > 0 ? named : candidates
  const most = usable.reduce((largest, { size }) => Math.max(largest, size), 0)
  const whole = usable.filter(({ size }) => size >= 0.8 * most)
  const [first] = whole.sort((a, b) => a.turns.length - b.turns.length)
  return first ?? null
}

/** Speakers whom a list of the file names by number or letter. */
const namesIn = (lists: readonly Fields[][]): Map<string, string> =>
  new Map(
    lists.flatMap((list) =>
      list.flatMap((fields): [string, string][] => {
        const [id, name] = [fieldOf(fields, 'id', asId), fieldOf(fields, 'name', asName)]
        return id !== null && name !== null && id !== name && textOf(fields) === null ? [[id, name]] : []
      }),
    ),
  )

/** A name, or "Speaker 1" of a number, a letter, "spk_1" or "SPEAKER_01". */
const shown = (speaker: string, names: ReadonlyMap<string, string>): string => {
  const [, id] = /^(?:speaker|spk|channel|ch)?[ _-]*(\d{1,3}|[A-Z])$/i.exec(speaker) ?? []
  const name = names.get(speaker)
  return name ?? (id === undefined ? speaker : `Speaker ${/^\d/.test(id) ? Number(id) : id.toUpperCase()}`)
}

/** Words of one speaker in a row are one turn where the list is of words. */
const ofTurns = (turns: readonly Turn[]): Turn[] => {
  if (turns.some(({ text }) => /\s/.test(text.trim()))) return [...turns]
  const groups: Turn[][] = []
  for (const turn of turns) {
    const open = groups.at(-1)
    // A sign between words is said by nobody else.
    if (open && (turn.speaker === open[0]?.speaker || turn.speaker === null)) open.push(turn)
    else groups.push([turn])
  }
  return groups.map((group) => ({
    speaker: group[0]?.speaker ?? null,
    text: joined(group.map(({ text }) => text)),
    from: group[0]?.from ?? null,
    to: group.at(-1)?.to ?? null,
  }))
}

/**
 * The transcript that a JSON value holds, whichever program or service wrote it: a list of objects with words and mostly with a
 * speaker. Null for a value without one.
 */
export const transcriptIn = (value: unknown): Transcript | null => {
  const lists = listsIn(value)
  const found = best(lists.flatMap((list) => candidateOf(list) ?? []))
  const turns = found ? ofTurns(found.turns) : []
  if (turns.length < 2) return null
  const names = namesIn(lists)
  const top = isFields(value) ? value : {}
  return {
    title: fieldOf(top, 'title', asText),
    date: fieldOf(top, 'date', asText),
    turns: turns.map((turn) => ({ ...turn, speaker: turn.speaker === null ? null : shown(turn.speaker, names) })),
  }
}
