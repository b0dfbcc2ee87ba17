/** Words of lists of people, each list once; folded, as `fold` gives them. */

const set = (words: string): ReadonlySet<string> => new Set(words.split('|'))

/** Headings and labels of lists of those present. */
export const presentWords = set(
  'present|here|attending|in attendance|attendance|attendees|attendee|attending|attended|participants|participant|participating|participation|members present|also present|others present|present members|people present|' +
    'persons present|those present|in the room|on the call|on call|roll call|rollcall|roll|who was there|who is here|who s here|who attended|participants list|list of participants|list of attendees|' +
    'list of those present|attendance list|attendee list|meeting attendees|meeting participants|meeting attendance|members attending|members in attendance|directors present|board members present|' +
    'councillors present|councilors present|trustees present|commissioners present|governors present|committee members present|staff present|officers present|officers in attendance|guests|guests present|invited guests|invitees|visitors|' +
    'observers|observers present|observer|panel|panel members|panelists|panellists|speakers|appearances|witnesses|delegates|delegations|sign in|signed in|voting members|non voting members|board members|' +
    'members of the committee|members of the board|committee members|tsc members|members|people|who|cast|appearing|for the claimant|for the respondent|' +
    'anwesend|anwesende|teilnehmer|teilnehmende|teilnehmerinnen|teilnehmerinnen und teilnehmer|présents|presents|étaient présents|participants présents|asistentes|presentes|participantes|asistencia|presenti|partecipanti|' +
    'aanwezig|aanwezigen|deelnehmers|deelnemers|deltagere|til stede|närvarande|obecni|participanti|出席者|出席委員|参加者|与会者',
)

/** Headings and labels of lists of those who were not there. */
export const absentWords = set(
  'apologies|apologies for absence|apologies received|apology|absent|absence|absences|absentees|members absent|also absent|regrets|with regrets|excused|excused absences|not present|not in attendance|unable to attend|' +
    'absent members|absent with apologies|apologies were received from|entschuldigt|abwesend|excusés|absents|absents excusés|ausentes|assenti|afwezig|afwezigen|fraværende|frånvarande|欠席者|欠席委員',
)

export const remoteWords = set(
  'remote|remotely|online|virtual|virtually|via zoom|zoom|by phone|by telephone|on the phone|phone|dial in|dialed in|dialled in|remote attendees|remote participants|attending remotely|present remotely|online participants|webex|teams|via teams|google meet|hangout|via video|by video|by videoconference|videoconference|conference call|by conference call|telephone|on zoom|present via zoom|virtual attendees',
)

/** Labels of an office held at the meeting. */
export const officeWords = set(
  'chair|chairs|chairman|chairwoman|chairperson|co chair|co chairs|vice chair|vice chairman|acting chair|in the chair|presiding|presiding officer|president|moderator|moderators|facilitator|facilitators|host|hosts|convener|convenor|' +
    'scribe|scribes|scribing|note taker|note takers|notetaker|notetakers|minute taker|minutes taken by|notes taken by|minutes|minuted by|recorder|recording secretary|secretary|clerk|clerk to the council|town clerk|parish clerk|rapporteur|treasurer|' +
    'sitzungsleitung|vorsitz|leitung|protokoll|président|présidente|présidence|secrétaire|presidente|secretario|secretaria|voorzitter|notulist|議長|書記',
)

/** Heads of columns by what they hold. */
export const columnWords: Readonly<
  Record<
    'name' | 'given' | 'family' | 'initials' | 'body' | 'title' | 'mode' | 'handle' | 'honorific',
    ReadonlySet<string>
  >
> = {
  name: set(
    'name|names|full name|participant|participants|attendee|attendees|member|members|delegate|delegates|person|who|speaker|expert|present|participant name|name of participant|nom|nombre|naam|councillor|director|trustee|commissioner|board member|member name|attending|governor|panellist|panelist|speakers',
  ),
  given: set('first name|first names|given name|given names|forename|prénom|prenom|vorname'),
  family: set('last name|surname|family name|nachname|nom de famille'),
  initials: set('initials|initial|abbreviation|abbreviations|abbr|acronym|abrv|alias'),
  body: set(
    'organization|organisation|organizations|organisations|affiliation|affiliations|institution|agency|entity|company|employer|institute|body|ministry|department|representing|office|firm|country|delegation|state|member state|party|org|team|organisation institution|title and organization|firma|entreprise|organización|organisatie',
  ),
  title: set(
    'title|titles|position|positions|designation|function|job title|role|capacity|post|rank|occupation|position title|funktion|fonction|cargo|rolle|functie',
  ),
  mode: set(
    'location|attendance|attended|mode|status|present absent|in attendance|remote|presence|attending|present y n',
  ),
  handle: set(
    'github|handle|username|github handle|nick|github id|irc|irc nick|email|e mail|twitter|slack|github username',
  ),
  honorific: set('salutation|prefix|honorific|mr ms'),
}

/** Entries that name nobody. */
export const nobodyWords = set(
  'none|n a|na|nil|nobody|no apologies|none received|tbd|tba|various|all|everyone|others|vacant|vacancy|quorum|quorate|not applicable|anonymous|unknown|guest|staff|public|members of the public|press|no one|tbc',
)
