/** Words before a colon that are no speakers, each list once; folded. */
const set = (words: string): ReadonlySet<string> => new Set(words.split('|'))

/** Names of fields, of notes, and of parts of a record. */
export const fieldWords = set(
  'date|dates|time|times|location|place|venue|where|when|who|what|why|how|agenda|agenda item|item|items|topic|topics|subject|title|re|ref|reference|link|links|url|video|recording|slides|slide|notes|note|nb|n b|minutes|meeting|meeting id|passcode|password|dial in|zoom|' +
    'action|actions|action item|action items|ai|ap|todo|to do|task|tasks|owner|owners|due|deadline|status|priority|decision|decisions|decided|resolution|resolutions|resolved|proposed resolution|proposal|conclusion|conclusions|consensus|outcome|outcomes|result|results|' +
    'agreed|agreement|motion|motions|moved|seconded|mover|seconder|proposed|proposer|vote|votes|votes for|voting|in favour|in favor|against|abstain|abstained|abstentions|ayes|ayes and noes|noes|nays|yes|no|for|carried|' +
    'present|attendees|attendance|participants|apologies|regrets|absent|guests|in attendance|also present|chair|chairs|chairperson|scribe|scribes|scribenick|note taker|notetaker|facilitator|moderator|host|secretary|minute taker|presenter|presenters|' +
    'summary|background|context|introduction|overview|example|examples|e g|eg|i e|ie|update|updates|next steps|next step|next meeting|follow up|followup|important|warning|tip|fixme|question|questions|answer|answers|q|a|comment|comments|' +
    'pros|cons|goal|goals|purpose|scope|problem|solution|options|option|issue|issues|pr|prs|pull request|bug|bugs|release|version|milestone|milestones|repo|github|see|see also|cf|source|sources|from|to|cc|bcc|sent|attachments|attachment|tel|phone|fax|email|e mail|web|website|address|' +
    'summary keywords|keywords|transcript|transcription|duration|language|kind|format|file|author|authors|editor|editors|contributors|category|tags|tag|type|id|part|section|chapter|page|paragraph|figure|table|annex|appendix|total|subtotal|' +
    'datum|ort|zeit|thema|beschluss|aufgabe|hinweis|date et heure|lieu|ordre du jour|décision|fecha|lugar|hora|tema|acuerdo|http|https|mailto|file|irc|trackbot|rrsagent|zakim|log|logs|previous minutes|this meeting|minutes approved|topic i|subtopic|here|now|also|however|therefore|first|second|third|finally|today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|' +
    'budget|finance|planning|highways|correspondence|legal|membership|marketing|infrastructure|documentation|docs|testing|security|performance|design|general|misc|other|other business|any other business|aob|announcements|new business|old business|reports|report|discussion|open discussion|roundtable|round table|round robin',
)

/** Labels that name nobody in particular. */
export const anonymousWords = set(
  'unknown|unknown speaker|unidentified|unidentified speaker|unidentified male|unidentified female|speaker|male speaker|female speaker|several speakers|multiple speakers|all|everyone|everybody|audience|audience member|voice|voices|a voice|participant|a participant|attendee|member of the public|members|some members|several members|an honourable member|honourable members|hon members|anonymous|man|woman|many|several|group|crosstalk|inaudible|someone|somebody|new speaker|speaker unknown',
)

/** Labels of somebody whose office is printed in place of a name. */
export const roleLabels =
  /^(?:the |mr |madam |mister )?(?:(?:acting|deputy|vice|assistant|co)[- ])*(?:chair(?:man|woman|person)?|speaker(?: (?:\d+|[a-z]))?|president|moderator|facilitator|host|interviewer|interviewee|operator|clerk(?: of the \w+)?|secretary|reporter|court|judge|witness|registrar|convenor|convener|presiding officer|attorney general|minister|prime minister|mayor|respondent|participant \d+|panelist \d+|narrator|translator|interpreter|officer|inspector|counsel|applicant|committee secretary)(?: (?:of|for) [\p{L} ]{2,50})?$/iu
