import { fold } from '../names.js'
import { whileReading } from '../once.js'

/** The nouns that head what somebody is ("Deputy Dean", "Chief Engineer"). */
const heads = new Set(
  (
    'professor lecturer reader dean rector provost chancellor fellow scholar researcher scientist student postdoc director president chair chairman chairwoman ' +
    'chairperson cochair head chief officer manager coordinator secretary administrator advisor adviser counsellor counselor ' +
    'pilot master surveyor planner warden ranger captain skipper headteacher headmaster minister priest chaplain developer designer operator ' +
    'solicitor barrister bursar valuer steward almoner constable matron chamberlain treasurer ' +
    'consultant specialist expert analyst assistant associate attorney lawyer counsel judge justice prosecutor commissioner minister ' +
    'ambassador representative delegate envoy attache diplomat consul member founder owner partner ceo cfo coo cto editor journalist ' +
    'correspondent commentator reporter writer author activist campaigner organizer organiser leader governor mayor senator mp ' +
    'councillor deputy sheriff rapporteur moderator facilitator convener convenor observer interpreter translator engineer architect ' +
    'economist statistician historian doctor physician nurse teacher trainer instructor commander general colonel major captain ' +
    'inspector superintendent staff intern volunteer trustee treasurer auditor accountant planner supervisor executive principal ' +
    'spokesperson spokesman spokeswoman strategist negotiator mediator ombudsman ombudsperson librarian archivist curator producer ' +
    'technician clerk taker keeper holder registrar nominee appointee alternate substitute proxy controller comptroller liaison lead cao cio cmo jpo asg usg srsg dsrsg dg sg vp pm fm cochairman codirector cofounder'
  ).split(' '),
)

/** Abbreviations in capitals that are titles, and no bodies. */
export const titleAcronyms: ReadonlySet<string> = new Set(
  'ASG USG SRSG DSRSG SG DSG DG DDG CEO CFO COO CTO CIO MP MEP PM VP JPO PR DPR RC HC PI PhD'.split(' '),
)

const connector =
  /(?:^|\s)(?:of|the|and|for|to|on|in|at|by|with|a|an|&|von|de|du|la|zu|des|für|und|et|y|der|vice|deputy|assistant|senior|associate|former|acting)$|[,/–-]$/i

/** Whether a line goes on in the next one: it ends in a word or a mark that cannot be the last. */
export const endsOpen = (line: string): boolean => connector.test(line.trim())

/** What somebody is by training or trade, by the ending of the word ("hydrologist", "statistician", "gatekeeper"); endings that family names have too ("Wright", "Smith", "Whitaker") need the whole word. */
const trade =
  /(?:ologist|grapher|ician|archivist|linguist|physicist|chemist|botanist|artist|pianist|(?:gate|game|time|shop|book|bee|zoo|inn|house|record|peace|grounds|lock)keeper|(?:note|minute|care|under|census)taker|(?:stake|office|rate|post|share)holder|(?:film|policy|law|map|shoe|boat|watch|dress)maker|playwright|shipwright|locksmith|blacksmith)s?$/

const words = (text: string): string[] => fold(text.replace(/-/g, '')).split(' ')

/** Heads that are long enough to be told at the end of a compound ("undersecretary", "headteacher"). */
const inCompounds = [...heads].filter((head) => head.length >= 6)

/** Whether a folded word heads a title, and is not only what somebody is by trade, as a family name may be. */
export const isTitleHead = (word: string): boolean =>
  heads.has(word) ||
  (word.endsWith('s') && heads.has(word.slice(0, -1))) ||
  (word.length > 9 && inCompounds.some((head) => word.endsWith(head)))

/** Whether a folded word heads a title, or is what somebody is by trade. */
export const isHead = whileReading((word: string): boolean => isTitleHead(word) || trade.test(word))

/** Whether a text holds the head of a title. */
export const holdsTitle = whileReading((text: string): boolean => words(text).some(isHead))

/** Whether a line is a whole title by itself: its last word, or the last before "of …", "for …", "," or "(", heads one. */
export const isWholeTitle = whileReading((line: string): boolean => {
  const core = line
    .trim()
    .replace(/\s*\(.*$/, '')
    .split(/\s+(?:of|for|to|at|in|on|und|für|de|du)\s+|,/)[0]
  if (core === undefined || endsOpen(line) || !/^\p{Lu}/u.test(line.trim())) return false
  return isHead(words(core).at(-1) ?? '')
})
