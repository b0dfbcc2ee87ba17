import type { VerbInText } from '../english/verb-group.js'
import type { NameInText } from '../identity/names-in-text.js'
import { whileReading } from '../once.js'

const gathering =
  '(?:meeting|committee|council|board|session|sitting|conference|discussions?|group|sub-?committee|panel|court|assembly|plenary|hearing|talks|commission|cabinet|bureau)'
const held = new RegExp(
  `^(?:at this (?:point|stage),?\\s+)?(?:there being no (?:further|other)[^,]*,\\s+)?(?:the|this)\\s+(?:\\p{L}+\\s+){0,3}?${gathering}\\s+(?:(?:was|were|then|again|formally|briefly|thereupon|thus|accordingly)\\s+){0,3}(?:adjourned|reassembled|re-assembled|resumed|reconvened|re-convened|rose|closed|opened|convened|commenced|began|started|ended|concluded|terminated|broke|met|suspended|proceeded|moved|passed|went)\\b`,
  'iu',
)
const noted = new RegExp(`^the\\s+(?:\\p{L}+\\s+){0,3}?${gathering}\\s+(?:then\\s+|also\\s+)?took\\s+note\\b`, 'iu')
const outcome =
  '(?:adopted|approved|carried|lost|adjourned|closed|suspended|deferred|postponed|elected|re-elected|appointed|confirmed|ratified|signed|agreed|accepted|passed|defeated|withdrawn|tabled|circulated|distributed|formed|established)'
const decided = new RegExp(
  `^(?:(?:on|upon|after|following|with|by)\\s[^,.]{1,80},\\s+)?(?:the|this|these|those|a|an|all|no|\\p{Lu}\\p{L}+)\\s(?:(?!\\b(?:that|which|who|said|if|when|had|would|should|could)\\b)[^,;:.]){1,90}?\\s(?:was|were)\\s+(?:(?:then|duly|also|unanimously|therefore|subsequently|accordingly|formally|put and|\\p{L}+ly)\\s+){0,2}${outcome}\\b`,
  'iu',
)
const recorded =
  /^(?:RESOLVED|AGREED|NOTED|DECIDED|CARRIED|ACTION|Resolved|Action|Decision|Vote|Motion)\b\s*(?:[:–—-](?!\s*(?:moved\s+)?by\b|[^.;:]{2,60}\s(?:moved|motioned)\b)|that\b|$)/u
const doing =
  /^(?:\s*\([^()]*\))?\s+(?:(?:then|also|now|thereupon|subsequently|again)\s+)?(?:left|joined|entered|arrived|withdrew|retired|departed|returned|rejoined|vacated|handed|took the chair|resumed the chair|assumed the chair|circulated|tabled|distributed)\b/u

const complied = /^(?:The\s+)?\p{Lu}[^,.;]{1,60}\s(?:did so|complied|obliged)\b/u

/** "Apologies were received from Ms. Roe", "Motion carried 5-0", "No action was taken": what is put down, and said by nobody. */
const putDown =
  /^(?:apologies\b(?:[^.]{0,80}\s(?:were|was|had been|have been)\s(?:received|noted|recorded|given|accepted|sent|submitted|tendered)\b|\s+(?:received|noted|from|for absence)\b)|(?:the\s+|this\s+)?(?:\p{L}+\s+){0,2}?(?:motion|resolution|amendment|ordinance|proposal)\s+(?:was\s+)?(?:then\s+|duly\s+|unanimously\s+)?(?:carried|passed|failed|died|prevailed|adopted|approved|lost|withdrawn|tabled|deferred)\b|(?:passed|carried|approved|adopted|seconded|motion)\s+(?:unanimously|by\b|carried|passed|approved)|(?:no|an?|the)\s+(?:\p{L}+\s+){0,3}?(?:action|vote|decision|break|recess|roll[- ]call|poll|show of hands|quorum|consensus|declarations?|conflicts?|questions|comments|objections?)(?:\s+of\s+\p{L}+)?\s+(?:was|were)\s+(?:then\s+|also\s+|therefore\s+)?(?:taken|called|made|declared|reached|present|asked|raised|received|noted|recorded|confirmed|established|disclosed)\b|(?:there\s+(?:was|were)\s+(?:no|none)\b(?!\s+(?:doubt|need|reason|point))|there\s+being\s+no\b(?![^.]*,\s+\p{L}+\s+\p{L}+)|(?:the\s+)?votes?\s+(?:was|were)\b|(?:ayes|yeas|nays|noes|in favou?r|against|abstain(?:ed|ing|s)?)\s*[:–—-]))/iu

/** "LE to reply to the council": what somebody is to do. */
const toDo = /^(?:(?:and|&|\/|,)?\s*\p{Lu}[\p{L}]{1,4}\s*){1,4}(?<=\s)to\s+\p{Ll}+\b/u

/** A sign of `decided`, which is sooner looked for. */
const withOutcome = new RegExp(`\\s(?:was|were)\\s+(?:\\p{L}+\\s+){0,4}${outcome}\\b`, 'iu')

/** Whether a sentence tells what happened, whoever is named in it. */
const tellsOfMeeting = whileReading(
  (sentence) =>
    (/^(?:at|there|the|this)\b/iu.test(sentence) && (held.test(sentence) || noted.test(sentence))) ||
    recorded.test(sentence) ||
    complied.test(sentence) ||
    putDown.test(sentence) ||
    (withOutcome.test(sentence) && decided.test(sentence)),
)

/** Whether a sentence tells what happened at the meeting, and not what somebody said: "The meeting adjourned at noon." */
export const isNarration = (sentence: string, name: NameInText | undefined): boolean => {
  if (tellsOfMeeting(sentence)) return true
  if (
    name !== undefined &&
    (/^\s+(?:is\s+)?to\s+\p{Ll}+\b/u.test(sentence.slice(name.end - name.start)) || toDo.test(sentence))
  )
    return true
  return name !== undefined && doing.test(sentence.slice(name.end - name.start))
}

const taking =
  /\b(?:opened|closed|adjourned|ended|suspended|declared|took|assumed|resumed|vacated)\s+(?:the\s+(?:public\s+)?(?:meeting|session|sitting|plenary|conference|chair|proceedings|hearing|floor)|it)\b(?!\s+through\b)(?:\s+(?:open|closed))?/u

/** Whether all that a clause says of somebody is that the meeting was opened or closed, or the chair taken. */
export const isOpeningOrClosing = (clause: string, verbs: readonly VerbInText[]): boolean => {
  const [first] = verbs
  if (!first || verbs.length > 1 || /\bwho\b/.test(first.before)) return false
  return taking.exec(clause)?.[0].startsWith(first.text) === true
}
