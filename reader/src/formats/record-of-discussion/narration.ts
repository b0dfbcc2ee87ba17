const gathering =
  '(?:the\\s+)?(?:(?:first|second|third|formal|informal|plenary|private|morning|afternoon|present)\\s+)?(?:meeting|session|sitting|talks|discussions?|conference|committee|council|conversation|consultations?|proceedings|interview|luncheon|lunch|dinner|delegations?|party)'
const went =
  '(?:(?:then|thereupon|was|were|had|now)\\s+)*(?:adjourned|resumed|reconvened|closed|ended|concluded|opened|began|broke(?:\\s+(?:up|off))?|rose|met|turned|moved|passed|proceeded|commenced|started|suspended|interrupted|took\\s+place|held|followed|continued|went\\s+on|ensued)'

/** What a record tells of the meeting, and reports of nobody: "The meeting adjourned", "There was some discussion". */
const ofMeeting = new RegExp(`^(?:[^,.;]{1,80},\\s+)?${gathering}\\s+${went}\\b`, 'iu')
const thereWas =
  /^there\s+(?:was|were|followed|ensued)\s+(?:then\s+)?(?:(?:a|an|some|no|further|general|brief|short|little|considerable)\s+){0,3}(?:general\s+|brief\s+|further\s+|informal\s+|short\s+)*(?:discussions?|exchanges?|debate|conversation|laughter|pause|adjournment|interval|interchange)\b/i
const handedOut =
  /^(?=(?:the|mr|mrs|ms|miss|dr|sir|lord|lady|m|copies|all|both)\b)(?!(?:it|there|this|that|these|those|he|she|they|we|i|what|which)\b)[^.;:]{1,80}?\s(?:(?:then|also|thereupon|now|afterwards)\s+)?(?:circulated|tabled|distributed|handed|left|withdrew|joined|entered|arrived|departed|retired|took\s+(?:their|his|her)\s+leave|retained|initialled|signed)\b/iu
/** "In discussion the following points were made": what follows is nobody's. */
const inDiscussion =
  /^(?:in|during)\s+(?:the\s+)?(?:course\s+of\s+)?(?:the\s+|a\s+)?(?:further\s+|general\s+|subsequent\s+|short\s+|brief\s+)?(?:discussion|debate|exchange)s?\b.{0,80}\b(?:points?|views?|questions?|suggestions?)\b.{0,40}\b(?:made|raised|expressed|put|discussed)\b/i
const ofTheMeeting =
  /^the\s+(?:\p{L}+\s+){0,3}?(?:committee|meeting|cabinet|council|conference|board|commission|body|assembly|congress|group)(?:\s*:|\s+(?:then\s+|also\s+)?took\s+note\b)/iu
/** "The agenda was adopted." */
const adopted =
  /^(?:the\s+)?(?:(?:provisional|draft|revised)\s+)?(?:agenda|minutes|report|programme|program|budget|summary)\b[^.;:]{0,60}?\s(?:was|were)\s+(?:then\s+|duly\s+|unanimously\s+|provisionally\s+)?(?:adopted|approved|agreed|endorsed|confirmed)\b/i
const attached =
  /^(?:(?:a\s+)?cop(?:y|ies)\s+of\b[^.]{0,120}\b(?:is|are)\s+(?:attached|annexed|appended)|\[[^\]]*\]$|\([^)]*\)$)/i

/** How a vote went, on a line of its own: "Ayes: Roe, Poe", "The motion passed 4-1", "Motion carried." */
const ofVote =
  /^(?:(?:ayes?|nays?|noes|yeas|yes|no|in\s+favou?r|against|opposed|abstain(?:ed|ing)?|abstentions?|absent|recused|vote|motion|moved|seconded|resolved|resolution|decision|action|outcome|result)\s*(?:\(\d+\))?\s*:|(?:the\s+)?(?:motion|amendment|resolution|ordinance|question|vote|item)\s+(?:(?:was|were)\s+)?(?:(?:unanimously|then|duly)\s+)?(?:carried|passed|failed|lost|adopted|approved|defeated|died|withdrawn|seconded|tabled)\b|(?:unanimously\s+)?(?:carried|resolved|agreed|approved)\b[^a-z]*(?:unanimously|that\b|to\b|by\b|$))/i

const chairTaken =
  /^[^,;:]{2,60}?(?:\s*\([^()]{1,60}\))?,?\s(?:then\s|again\s|thereupon\s)?(?:took|resumed|assumed|vacated)\s+the\s+chair\.?$/i

/** Whether all that a sentence says is that somebody took the chair, or left it. */
export const takesChair = (sentence: string): boolean => chairTaken.test(sentence.trim())

/** Whether a sentence tells what happened and nobody's words; most only where a paragraph begins. */
export const isNarration = (sentence: string, isParagraphStart: boolean): boolean => {
  const text = sentence.slice(0, 400)
  if (thereWas.test(text) || ofMeeting.test(text) || attached.test(text)) return true
  if (isParagraphStart && ofVote.test(text)) return true
  if (isParagraphStart && (inDiscussion.test(text) || ofTheMeeting.test(text) || adopted.test(text))) return true
  return isParagraphStart && handedOut.test(text)
}
