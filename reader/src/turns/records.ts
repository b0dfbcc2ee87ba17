const recorded =
  /^(?:\*\*|__)(?:AI|action|todo)\s?:?(?:\*\*|__)|^(?:\*\*|__)?(?:\[[^[\]]*\]\([^()\s]*\)[.\s]*$|\[?\p{Lu}{2,}(?:-[\p{Lu}\d]+)+\b|(?:actions?|action items?|AI|todo|decisions?|decided|resolutions?|resolved|votes?|motion|agreed|approved|carried|outcome)\b\s*[:.\d–-])/iu
const inCapitals =
  /^(?:\*\*|__)?(?:ACTION(?: ITEM)?|RESOLUTION|RESOLVED|DECISION|AGREED|PROPOSED|SUMMARY|CONSENSUS)\b\s*[:–-]/u
const command =
  /^#(?:startmeeting|endmeeting|meetingname|chair|unchair|info|action|agreed|agree|accepted|rejected|link|idea|help|undo|save|startvote|endvote|vote|halp|lurk|nick)\b/i
/** What is said to the programs that keep a meeting's log, and no word of anybody. */
const toProgram =
  /^(?:scribenick\s*[:=+]|scribe\s*\+|present\s*[+=]|regrets\s*[+=]|(?:zakim|rrsagent|trackbot)\s*,|q[+-](?:\s|$)|q\?$|ack\s+\S+$|[si]\/[^/]+\/)/i
const topic = /^(?:#(?:sub)?topic\s+|topic\s*:\s*|TOPIC\s*:\s*)(\S.{0,200})$/i

const toScribe =
  /^(?:scribe(?:nick|options)?|present|regrets|chair|meeting|agenda|previous(?: meeting)?|date|zakim|rrsagent)\s*[:+-]\s*\S|^(?:zakim|rrsagent|agendabot),\s/i

/** Whether words behind the nickname of a chat tell a program what the minutes are to say: "scribenick: roe", "present+". */
export const isForScribe = (text: string): boolean =>
  text.length < 200 && (toScribe.test(text) || /^(?:present|regrets)\+$/i.test(text))

/** Whether a line records an action, a vote or a decision, so that it is nobody's words. */
export const isRecord = (text: string): boolean => recorded.test(text)

/** Whether a line in a transcript records an action or a decision, in capitals ("ACTION: …") or as a command to a program. */
export const isMarkedRecord = (text: string): boolean =>
  inCapitals.test(text) || command.test(text) || toProgram.test(text)

/** The topic that a line opens: "#topic Lamps", "Topic: Lamps"; null where it opens none. */
export const topicIn = (text: string): string | null => topic.exec(text.slice(0, 240))?.[1]?.trim() ?? null
