import { alternatives } from '../english/meeting-words.js'

/** Words that stand in the place of labels, each list once; folded. */
const set = (words: string): ReadonlySet<string> => new Set(words.split('|'))

/** Names of fields, of notes, and of parts of a record. */
export const fieldWords = set(
  'date|dates|time|times|location|place|venue|where|when|who|what|why|how|agenda|agenda item|item|items|topic|topics|subtopic|subject|title|re|ref|reference|link|links|url|video|recording|slides|slide|notes|note|nb|n b|minutes|meeting|meeting id|passcode|password|dial in|zoom|' +
    'action|actions|action item|action items|ai|ap|todo|to do|task|tasks|owner|owners|due|deadline|status|priority|decision|decisions|decided|resolution|resolutions|resolved|proposed resolution|proposal|conclusion|conclusions|consensus|outcome|outcomes|result|results|' +
    'agreed|agreement|motion|motions|moved|seconded|mover|seconder|proposed|proposer|vote|votes|votes for|voting|in favour|in favor|against|abstain|abstained|abstentions|ayes|ayes and noes|noes|nays|yes|no|for|carried|' +
    'present|attendees|attending|attendance|participants|apologies|regrets|absent|guests|in attendance|also present|chairs|scribe|scribes|scribenick|note taker|notetaker|minute taker|presenter|presenters|members present|witnesses|' +
    'summary|background|context|introduction|overview|example|examples|e g|eg|i e|ie|update|updates|next steps|next step|next meeting|follow up|followup|important|warning|tip|fixme|question|questions|answer|answers|comment|comments|' +
    'pros|cons|goal|goals|purpose|scope|problem|solution|options|option|issue|issues|pr|prs|pull request|bug|bugs|release|version|milestone|milestones|repo|github|see|see also|cf|source|sources|from|to|cc|bcc|sent|attachments|attachment|tel|phone|fax|email|e mail|web|website|address|' +
    'summary keywords|keywords|transcript|transcription|duration|language|kind|format|file|author|authors|editor|editors|contributors|category|tags|tag|type|id|part|section|chapter|page|paragraph|figure|table|annex|appendix|total|subtotal|column|' +
    'datum|ort|zeit|thema|beschluss|aufgabe|hinweis|date et heure|lieu|ordre du jour|décision|fecha|lugar|hora|tema|acuerdo|http|https|mailto|file|irc|log|logs|previous minutes|this meeting|minutes approved|here|now|also|however|therefore|first|second|third|finally|today|tomorrow|yesterday|' +
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|' +
    'budget|finance|planning|highways|correspondence|legal|membership|marketing|infrastructure|documentation|docs|testing|security|performance|design|general|misc|other|other business|any other business|aob|announcements|new business|old business|reports|report|discussion|open discussion|roundtable|round table|round robin|' +
    'exhibit|reason|reasons|response|findings|recommendation|recommendations|risk|risks|benefit|benefits|cost|costs|impact|impacts|assumption|assumptions|requirement|requirements|theme|themes|key points|poll|chat|q a|roll call|call to order|adjournment|adjourned|welcome',
)

/** Labels that name nobody in particular. */
export const nobodyWords = set(
  'unknown|unidentified|speaker|several speakers|multiple speakers|all|everyone|everybody|audience|voice|voices|a voice|participant|attendee|member|members|anonymous|man|woman|male|female|male speaker|female speaker|many|several|group|crosstalk|inaudible|someone|somebody|new speaker|speaker unknown|floor|the floor|from the floor|off mic|hon member|hon members|honourable member|honourable members',
)

/** Somebody of whom no more is said than that they are one of many. */
export const oneOfMany =
  /^(?:an? |some |several |many |other |all )?(?:(?:unknown|unidentified|unnamed|hon|honou?rable|another) )?(?:members?|speakers?|voices?|participants?|attendees?|delegates?|residents?|persons?|audience(?: members?)?|questioners?|senators?|deputies)(?: (?:of|from|in) the (?:public|floor|audience|gallery|panel|committee))?(?: opposite)?$/

/** Somebody whom a program tells from others by a number or a letter: "Speaker 1", "participant 3". */
export const numbered =
  /^(?:speakers?|participant|attendee|delegate|person|panell?ist|audience(?: member)?|voice|guest|user|caller|spk) ?(?:\d{1,3}|[a-z])$/

/** Devices and rooms that stand where a name would. */
export const device =
  /\b(?:i?phone|ipad|tablet|android|galaxy|pixel|laptop|macbook|pc|desktop|(?:board|conference|meeting|council|class|committee) ?room|room \w{1,3}|zoom(?: user)?|user|caller|guest|dial ?in|polycom|webex|owl)(?: \d{1,4}\w?| \w)?$/

/** A number of a telephone. */
export const phone = /^\+?[\d ()*.x-]{5,22}$/

/** Programs that write into chats. */
export const bot =
  /^(?:rrsagent|zakim|trackbot|meetbot|zodbot|ghbot|github|gitbot|.{2,20}bot\d{0,2}|otter(?: ai)?|.{2,20} notetaker)$/

/** Offices of those who speak at meetings, in houses and in courts. */
export const officeLabel = new RegExp(
  `^(?:${alternatives('the_ mr_ madam_ madame_ mister_ m_ mme_ le_ la_ der_ die_ el_')})?` +
    `(?:(?:${alternatives('acting deputy vice assistant co temporary lord first second interim')}) )*` +
    `(?:${alternatives(
      'chairs? chairman chairwoman chairperson chairpersons speaker',
      'president presidente président présidente präsident präsidentin vorsitzende vorsitzender',
      'moderator facilitator host interviewer interviewee operator clerk secretary secretary_general secretariat reporter',
      'court judge witness registrar convenor convener presiding_officer hearing_officer attorney_general minister',
      'prime_minister mayor respondent narrator translator interpreter officer inspector counsel applicant usher bailiff',
      'foreperson videographer rapporteur treasurer organizer area_director leader_of_the_opposition',
    )})` +
    '(?: pro tem(?:pore)?)?(?: \\d{1,2})?(?: (?:of|for|to) [\\p{L} ]{2,50})?$',
  'u',
)

/** Whether a label is printed in capitals; what stands beside it in parentheses may be a body's abbreviation. */
export const isInCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text.replace(/\([^()]*\)/g, ''))
