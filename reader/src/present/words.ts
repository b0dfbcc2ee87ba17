/** Words of lists of people, each list once; folded, as `fold` gives them. */

const set = (words: string): ReadonlySet<string> => new Set(words.split('|'))

/** Words of headings and labels that say who was there. */
export const presentCues = set(
  'present|attendance|attendees|attendee|attending|attended|participants|participant|participating|participation|attendants|anwesend|anwesende|' +
    'anwesenheit|teilnehmer|teilnehmende|teilnehmerinnen|présents|presents|présentes|asistentes|asistencia|presentes|participantes|presenti|' +
    'partecipanti|aanwezig|aanwezigen|deelnemers|deltagere|deltagare|närvarande|obecni|participanti|presenças|出席者|出席委員|参加者|与会者',
)

/** Words of headings and labels that say who was not. */
export const absentCues = set(
  'apologies|apology|absent|absence|absences|absentees|regrets|excused|entschuldigt|abwesend|excusés|excuses|absents|ausentes|assenti|afwezig|' +
    'afwezigen|fraværende|frånvarande|欠席者|欠席委員',
)

/** Words that say that somebody took part from elsewhere. */
export const remoteCues = set(
  'remote|remotely|online|virtual|virtually|zoom|phone|telephone|webex|teams|video|videoconference|teleconference|hangout|hangouts|skype|dial|dialed|' +
    'dialled|meet',
)

/** Whole headings and labels of lists that hold none of the words above. */
export const otherPresentLabels = set(
  'in the room|on the call|on call|roll call|rollcall|roll|who was there|who is here|here|who|appearances|witnesses|sign in|signed in|on the platform|' +
    'til stede|list of speakers|speakers|people|in person|cast|took the floor',
)

/** Headings and labels of groups, which list people only where other signs say so. */
export const groupLabels = set(
  'members|member|guests|guest|invited guests|invitees|visitors|observers|observer|panel|panel members|panelists|panellists|speakers|presenters|' +
    'delegates|delegations|delegation|staff|officers|officials|secretariat|management|team|other|others|also|committee|board|board members|' +
    'committee members|council members|trustees|directors|governors|senators|councillors|commissioners|voting members|non voting members|' +
    'experts|witness|witnesses|interested parties|interested persons|counsel|before|appearing|consultants|commission|tsc members|for the record|' +
    'voting|non voting|alternates|representatives|auditors|auditor|scrutineer|supervisory committee|public|press|admin|administration|hosts|secretaries',
)

/** Offices held at the meeting. */
export const officeWords = set(
  'chair|chairs|chairman|chairwoman|chairperson|chairpersons|co chair|co chairs|cochair|cochairs|vice chair|vice chairs|vice chairman|deputy chair|acting chair|in the chair|' +
    'presiding|presiding officer|moderator|moderators|facilitator|facilitators|host|convener|convenor|conveners|scribe|scribes|scribe s|' +
    'scribing|note taker|note takers|notetaker|notetakers|notes|minute taker|minutes taker|minutes|minutes by|minutes taken by|notes by|recorder|' +
    'recording secretary|secretary|clerk|rapporteur|rapporteurs|treasurer|president|vice president|independent chair|hearing officer|' +
    'sitzungsleitung|vorsitz|leitung|protokoll|président|présidente|présidence|secrétaire|presidente|secretario|secretaria|voorzitter|notulist|議長|書記',
)

/** Heads of columns by what they hold. */
export const columnWords = {
  name: set(
    'name|names|full name|participant|participants|attendee|attendees|attending|member|members|delegate|delegates|person|who|speaker|expert|' +
      'representative|participant name|name of participant|nom|nombre|naam|councillor|director|trustee|commissioner|board member|member name|present',
  ),
  given: set('first name|first names|given name|given names|forename|prénom|prenom|vorname'),
  family: set('last name|surname|family name|nachname|nom de famille'),
  initials: set('initials|initial|abbreviation|abbreviations|abbr|acronym|alias'),
  body: set(
    'organization|organisation|organizations|organisations|affiliation|affiliations|institution|agency|entity|company|employer|institute|body|' +
      'ministry|department|representing|office|firm|country|delegation|state|member state|party|org|team|organisation institution|' +
      'member body liaison|firma|entreprise|organización|organisatie',
  ),
  title: set(
    'title|titles|position|positions|designation|function|job title|role|capacity|post|rank|occupation|position title|funktion|fonction|cargo|' +
      'rolle|functie|part in the workshop|remarks',
  ),
  mode: set(
    'location|attendance|attended|mode|status|present absent|remote|presence|present y n|present|in attendance',
  ),
  absent: set('absent|apologies|excused|regrets'),
  handle: set('github|handle|username|github handle|nick|github id|irc|irc nick|twitter|slack|github username'),
  honorific: set('salutation|prefix|honorific|mr ms'),
} as const

/** Entries that name nobody. */
export const nobodyWords = set(
  'none|n a|na|nil|nobody|no apologies|none received|tbd|tba|tbc|various|all|everyone|others|vacant|vacancy|quorum|quorate|not applicable|' +
    'anonymous|unknown|guest|staff|public|members of the public|press|no one|as above|see annex|see above|independent|absent|present|yes|no|late|' +
    'remote|online|excused|agenda|minutes|notes|chair|zoom|irc log|recording',
)
