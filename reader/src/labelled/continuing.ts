import type { Block } from '../outline/outline.js'
import type { Found, Survey } from './found-labels.js'

/** A note of the record about the room: "[laughter]", "(presents slides)", "* * *". */
export const isStageNote = (text: string): boolean =>
  /^[[(<*_]{1,2}[^[\]()]{1,200}[\])>*_.]{1,3}\.?$/.test(text) || /^[\s*•·_–—-]+$/.test(text)

/** What goes on with the words before: "… and so on". */
export const beginsGoingOn = (text: string): boolean => /^(?:…|\.\.\.)/.test(text)

/** What the record itself puts down: decisions, actions, votes, who is to write. */
const recordedWords =
  'action|agreed|resolved|resolution|proposed resolution|decision|conclusion|consensus|' +
  'summary of action items|votes?|motion|minuted|adjourned|approved|carried|scribe ?nick|scribe|present|' +
  'regrets|chair|agenda|meeting|rrsagent|zakim|topic|subtopic|link|startmeeting|endmeeting|meetingname|' +
  'chair|unchair|nick|save|undo|startvote|endvote|vote'

const recorded = new RegExp(`^(?:#?(?:${recordedWords})\\b(?:[^:]{0,40}:|\\s*$|\\s)|(?:action|decision) item\\b)`, 'i')

/** What is written to the programs in a chat: "q+", "present+ roe", "ack roe", "zakim, who is here?". */
const command = /^(?:(?:q|present|regrets|scribe|agenda|s|i)\s?[+?/-]|ack \S+$|(?:zakim|rrsagent|trackbot),)/i

export const isRecorded = (words: string): boolean =>
  command.test(words) ||
  /^\[?action-\S+\s/i.test(words) ||
  (recorded.test(words) && (/^#|^[^\s:]{1,40}(?: [^\s:]{1,20}){0,3}:/.test(words) || words.length < 40))

const topic = /^#?(?:sub)?topic(?: \d+)?(?:\s*[:–-]\s*|\s+(?=.))(\S.{1,150})$/i

/** The subject that a line of minutes announces: "Topic: Fees", "#topic Fees". */
export const topicIn = (words: string): string | null =>
  words.length < 170 && /^#?(?:sub)?topic/i.test(words) && (/^#|:/.test(words.slice(0, 14)) || false)
    ? (topic.exec(words)?.[1]?.trim() ?? null)
    : null

/** A paragraph without a label is prose, and no remark of whoever takes the notes, from this length on. */
const shortestProse = 60

/** For each block the key of the next label, where nothing but prose stands between: it may go on with the turn before. */
export const keysAhead = (blocks: readonly Block[], { labels, speakers }: Survey): (string | null)[] => {
  const ahead: (string | null)[] = new Array(blocks.length).fill(null)
  let next: string | null = null
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]
    if (!block) continue
    const label = labels.get(block.id)
    if (block.kind === 'heading') next = null
    else if (label && speakers.has(label.key)) next = label.key
    else if (block.kind === 'paragraph' && (block.flow.text.length < shortestProse || isStageNote(block.flow.text)))
      next = null
    ahead[i] = next
  }
  return ahead
}

/** The turn that is going on, as far as what comes next depends on it. */
export interface Going {
  readonly opening: Block
  readonly label: Found
  /** Its label stands alone, or its last words announce something. */
  readonly isAnnounced: boolean
  /** The block before this one is a part of it. */
  readonly last: Block
}

/** Whether a block without a label goes on with the turn that is open. */
export const continues = (
  block: Block,
  { opening, label, isAnnounced, last }: Going,
  survey: Survey,
  ahead: string | null,
): boolean => {
  const { text } = block.flow
  if (beginsGoingOn(text)) return true
  if (label.mark === 'chat') return /^\s*$/.test(text)
  switch (block.kind) {
    case 'heading':
    case 'row':
      return false
    case 'item':
      if (opening.kind === 'item') return block.level > opening.level || (isAnnounced && block.level === opening.level)
      return survey.isVerbatim || isAnnounced || last.kind === 'item' || ahead === label.key || label.mark === 'colon'
    case 'code':
    case 'quote':
      return true
    default:
      if (opening.kind === 'item' && label.mark !== 'over') return isAnnounced && !block.apart
      return survey.isVerbatim || isAnnounced || ahead === label.key
  }
}
