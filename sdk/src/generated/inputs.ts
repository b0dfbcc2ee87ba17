// Made by `npm run schema` from schema.graphql.
/** What a response does, according to the verb by which the record reports it. */
export type ActKind = 'ACKNOWLEDGE' | 'ADD' | 'AGREE' | 'ANSWER' | 'ASK' | 'COMMENT' | 'DISAGREE' | 'EXPLAIN' | 'OTHER' | 'PROPOSE'
/** Whether an affiliation held when it was stated. */
export type AffiliationStatus = 'CURRENT' | 'FORMER' | 'INCOMING'
/** How somebody attended, according to the list of those present. */
export type AttendanceMode = 'APOLOGIES' | 'PRESENT' | 'REMOTE' | 'UNKNOWN'
/** To whom the record attributes a remark. */
export type Attribution = 'ANONYMOUS' | 'NAMED' | 'PARTY' | 'ROLE'
/** What happened to a node. */
export type ChangeKind = 'CORRECTED' | 'CREATED' | 'ERASED' | 'MERGED' | 'REMOVED' | 'RENAMED' | 'RESTORED' | 'RETRACTED' | 'UNCORRECTED' | 'UNMERGED' | 'UPDATED'
/** What a correction is about. */
export type CorrectionKind = 'ANSWERS' | 'JOIN' | 'MEETING' | 'NAME' | 'NOBODY' | 'NO_REMARK' | 'ON_BEHALF_OF' | 'POST' | 'PRESENT' | 'REMARK_KIND' | 'RIGHT' | 'SPEAKER' | 'SPLIT' | 'THEME'
/** How certain the date of a meeting is. */
export type DateCertainty = 'EXACT' | 'INFERRED_YEAR' | 'UNKNOWN'
/** What a decision does with what was before the meeting. */
export type DecisionResult = 'ADOPTED' | 'AGREED' | 'APPROVED' | 'DEFERRED' | 'NOTED' | 'OTHER' | 'REJECTED' | 'WITHDRAWN'
/** How much a finding matters. */
export type FindingSeverity = 'ERROR' | 'INFO' | 'WARNING'
/** What ingesting a document did. */
export type IngestStatus = 'CREATED' | 'DRY_RUN' | 'UNCHANGED' | 'UPDATED'
/** What meetings can be ordered by. */
export type MeetingOrderField = 'DATE' | 'TITLE'
/** Why somebody is named who neither attends nor speaks. */
export type MentionKind = 'CITED' | 'IN_TITLE'
/** What a merge is of. */
export type MergeKind = 'ORGANIZATION' | 'PERSON' | 'THEME'
/** What became of a motion, or how a vote ended. */
export type MotionResult = 'DEFERRED' | 'FAILED' | 'PASSED' | 'WITHDRAWN'
/** How a printed name was matched to a person. */
export type NameMatch = 'ABBREVIATION' | 'CONTEXT' | 'CURATOR' | 'EXACT' | 'FAMILY_NAME' | 'IDENTIFIER' | 'OTHER_ORDER' | 'PRONOUN' | 'ROLE_HOLDER' | 'WITHOUT_MIDDLE_NAMES'
/** Which end of an order comes first. */
export type OrderDirection = 'ASC' | 'DESC'
/** What organizations can be ordered by. */
export type OrganizationOrderField = 'NAME' | 'REMARKS'
/** The types of outcomes. */
export type OutcomeKind = 'ACTION_ITEM' | 'DECISION' | 'MOTION' | 'VOTE_EVENT'
/** How the record withholds a name. */
export type PassageKind = 'ANONYMOUS' | 'IMPERSONAL'
/** What people can be ordered by. */
export type PersonOrderField = 'NAME' | 'REMARKS'
/** Which of the matching rows were ranked. */
export type RankScope = 'ALL' | 'NEWEST'
/** Who is to read a document. */
export type ReaderChoice = 'AUTO' | 'MODEL' | 'RULES'
/** Who read a record. */
export type ReadingSource = 'MARKUP' | 'MODEL' | 'PERSON' | 'RULES'
/** The role of a remark in its paragraph. */
export type RemarkKind = 'RESPONSE' | 'STATEMENT'
/** The order of results. */
export type SearchOrder = 'NEWEST' | 'RELEVANCE'
/** What a search looks for. */
export type SearchTarget = 'ACTIONS' | 'DECISIONS' | 'MEETINGS' | 'MOTIONS' | 'ORGANIZATIONS' | 'PARAGRAPHS' | 'PEOPLE' | 'REMARKS' | 'THEMES' | 'VOTES'
/** For or against what a response answers, as its verbs say. */
export type Stance = 'MIXED' | 'OPPOSES' | 'SUPPORTS'
/** How much of its paragraph a statement is. */
export type StatementScope = 'JOINT' | 'SPAN' | 'WHOLE'
/** What themes can be ordered by. */
export type ThemeOrderField = 'REMARKS' | 'TITLE'
/** How a vote was taken. */
export type VoteKind = 'BALLOT' | 'HANDS' | 'OTHER' | 'POLL' | 'ROLL_CALL' | 'UNANIMOUS' | 'VOICE'
/** How somebody voted. */
export type VoteOption = 'ABSENT' | 'ABSTAIN' | 'NO' | 'NOT_VOTING' | 'OTHER' | 'YES'
/** Action items that match all given conditions. */
export type ActionItemFilter = {
/** At a meeting with a day in this range; excludes undated meetings. */
date?: DateRange | null | undefined
/** To be done by a day in this range; excludes those without a day. */
due?: DateRange | null | undefined
/** Done as of the record, or open. */
isDone?: boolean | null | undefined
/** In one of these languages, BCP 47: "en" also matches "en-GB". */
language?: Array<string> | null | undefined
/** At one of these meetings. */
meeting?: Array<string> | null | undefined
/** To be done by one of these bodies. */
organization?: Array<string> | null | undefined
/** To be done by one of these people. */
person?: Array<string> | null | undefined
/** At a meeting of one of these series. */
series?: Array<string> | null | undefined
/** With this text in its words, ignoring case. */
text?: string | null | undefined
/** On one of these themes. */
theme?: Array<string> | null | undefined
}
/** A body. */
export type BodyInput = {
/** The name of a body, which is added if the meeting has none of that name. */
body?: string | null | undefined
/** The id or slug of a body of the archive. */
organization?: string | number | null | undefined
}
/** What is corrected about a meeting, and why. */
export type CorrectInput = {
/** The corrections, at most 500. */
corrections: Array<CorrectionInput>
/** The slug of the meeting, current or former, or its id. */
meeting: string
/** Why, in a sentence; published in the feed. */
reason: string
/** The ids of the corrections in force that you know of. */
seen?: Array<string | number> | null | undefined
}
/** One correction of a record. */
export type CorrectionInput = {
/** The remarks before it that this one answers; empty for none. */
answers?: Array<PlaceInput> | null | undefined
/** The words that it is about. */
at?: PlaceInput | null | undefined
/** True: all remarks that have words here are one, by the first speaker. */
join?: boolean | null | undefined
/** Whether this remark raises something or responds. */
kind?: RemarkKind | null | undefined
/** Facts of the meeting. */
meeting?: MeetingFactsInput | null | undefined
/** How a name is written. */
name?: WrittenNameInput | null | undefined
/** True: these words are no remark. */
noRemark?: boolean | null | undefined
/** That nobody by name says these words. */
nobody?: PassageKind | null | undefined
/** The bodies for which this remark is made; empty for none. */
onBehalfOf?: Array<BodyInput> | null | undefined
/** What somebody is, and where. */
post?: PostInput | null | undefined
/** Who was there. "at" gives the words that show it, where no list names the person. */
present?: PresenceInput | null | undefined
/** The code of a finding about these words, which were read rightly all the same. */
right?: string | null | undefined
/** Who says these words; several of them jointly. */
speakers?: Array<SpeakerInput> | null | undefined
/** True: another remark begins with the first of these words. */
split?: boolean | null | undefined
/** What these words are about. */
theme?: ThemeTitleInput | null | undefined
}
/** Calendar dates from one to another, both included. */
export type DateRange = {
/** The first day; null for no lower bound. */
from?: string | null | undefined
/** The last day; null for no upper bound. */
to?: string | null | undefined
}
/** Decisions that match all given conditions. */
export type DecisionFilter = {
/** At a meeting with a day in this range; excludes undated meetings. */
date?: DateRange | null | undefined
/** In one of these languages, BCP 47: "en" also matches "en-GB". */
language?: Array<string> | null | undefined
/** At one of these meetings. */
meeting?: Array<string> | null | undefined
/** On a motion that was moved or seconded by one of these bodies. */
organization?: Array<string> | null | undefined
/** On a motion that was moved or seconded by one of these people. */
person?: Array<string> | null | undefined
/** With one of these results. */
result?: Array<DecisionResult> | null | undefined
/** At a meeting of one of these series. */
series?: Array<string> | null | undefined
/** With this text in its words, ignoring case. */
text?: string | null | undefined
/** On one of these themes. */
theme?: Array<string> | null | undefined
}
/** The person to erase, and why. */
export type ErasePersonInput = {
/** The id or slug of the person. */
person: string | number
/** Why, in a sentence without the name; published in the feed. */
reason: string
}
/** A document to read, as one of "file", "text" or "base64", and what is known about it. */
export type IngestDocumentInput = {
/** The bytes of the document, in base64. */
base64?: string | null | undefined
/** What is known about the document, in the form of a rapporteur.json: series, language, format, abbreviations, people. */
context?: unknown
/** Register files that name its people and bodies: a listPerson or listOrg of TEI, references of Akoma Ntoso, or a list of names with initials. */
contextFiles?: Array<Blob> | null | undefined
/** The meeting's first day, in place of the one that is printed. */
date?: string | null | undefined
/** Reports what would be read and changed, and writes nothing. */
dryRun?: boolean | null | undefined
/** The document as a file. */
file?: Blob | null | undefined
/** Its name, whose ending helps to recognise its kind; if left out, the file's own name, or document.txt. */
fileName?: string | null | undefined
/** The format to read it by; if left out, the one that recognises it best. */
format?: string | null | undefined
/** Register files that merely lie beside it: of these, only those count to whom the document refers by an identifier or by initials. */
foundFiles?: Array<Blob> | null | undefined
/** Its language, BCP 47: en, fr-CA. */
language?: string | null | undefined
/** The slug of the meeting that it is a record of, to read it again. */
meeting?: string | null | undefined
/** What a model or a person answered to the task of this document (annotationTask), as JSON lines, in place of what the rules would read. */
proposal?: string | null | undefined
/** Who is to read it; if left out, as AUTO, unless the document is known: then as before. */
reader?: ReaderChoice | null | undefined
/** The title or slug of the series that the meeting belongs to. */
series?: string | null | undefined
/** Refuses the document if reading it leads to a finding of severity WARNING or ERROR. */
strict?: boolean | null | undefined
/** The document as text. */
text?: string | null | undefined
/** The meeting's title, in place of the one that is printed. */
title?: string | null | undefined
}
/** A meeting, and why it is retracted or restored. */
export type MeetingActInput = {
/** The slug of the meeting, current or former, or its id. */
meeting: string
/** Why, in a sentence; published in the feed. */
reason: string
}
/** Facts of a meeting. */
export type MeetingFactsInput = {
/** The first day. */
date?: string | null | undefined
/** The last day of a meeting of several days. */
endDate?: string | null | undefined
/** When it ended, in local time: 17:00. */
endTime?: string | null | undefined
/** When it began, in local time: 09:30. */
startTime?: string | null | undefined
/** The title of the record. */
title?: string | null | undefined
/** Where it was held. */
venue?: string | null | undefined
}
/** Meetings that match all given conditions. */
export type MeetingFilter = {
/** With a day in this range; excludes undated meetings. */
date?: DateRange | null | undefined
/** In one of these languages, BCP 47: "en" also matches "en-GB". */
language?: Array<string> | null | undefined
/** At which somebody listed has an affiliation with one of these bodies, or one of them spoke, was spoken for, moved, seconded or voted. */
organization?: Array<string> | null | undefined
/** That one of these people attended, or spoke, moved, seconded or voted at. */
person?: Array<string> | null | undefined
/** Of one of these series. */
series?: Array<string> | null | undefined
/** With this text in the title or in the words of the record, ignoring case. */
text?: string | null | undefined
/** With a paragraph on one of these themes. */
theme?: Array<string> | null | undefined
}
/** An order of meetings. */
export type MeetingOrder = {
/** Which end comes first. */
direction: OrderDirection
/** What to order by. */
field: MeetingOrderField
}
/** What is merged into what, and why. */
export type MergeInput = {
/** The ids or slugs of those to merge; none may already be merged. */
from: Array<string | number>
/** The id or slug of the one to merge them into; it may not be merged itself. */
into: string | number
/** Why they are the same, in a sentence; published in the feed. */
reason: string
}
/** Motions that match all given conditions. */
export type MotionFilter = {
/** At a meeting with a day in this range; excludes undated meetings. */
date?: DateRange | null | undefined
/** In one of these languages, BCP 47: "en" also matches "en-GB". */
language?: Array<string> | null | undefined
/** At one of these meetings. */
meeting?: Array<string> | null | undefined
/** Moved or seconded by one of these bodies. */
organization?: Array<string> | null | undefined
/** Moved or seconded by one of these people. */
person?: Array<string> | null | undefined
/** With one of these results. */
result?: Array<MotionResult> | null | undefined
/** At a meeting of one of these series. */
series?: Array<string> | null | undefined
/** With this text in its words, ignoring case. */
text?: string | null | undefined
/** On one of these themes. */
theme?: Array<string> | null | undefined
}
/** Organizations that match all given conditions. */
export type OrganizationFilter = {
/** With which somebody listed at one of these meetings has an affiliation, or that spoke, was spoken for, moved, seconded or voted there. */
meeting?: Array<string> | null | undefined
/** With this in the name or in an alias, ignoring case and diacritics. */
name?: string | null | undefined
/** As "meeting", for any meeting of one of these series. */
series?: Array<string> | null | undefined
}
/** An order of organizations. */
export type OrganizationOrder = {
/** Which end comes first. */
direction: OrderDirection
/** What to order by. */
field: OrganizationOrderField
}
/** Outcomes that match all given conditions. */
export type OutcomeFilter = {
/** At a meeting with a day in this range; excludes undated meetings. */
date?: DateRange | null | undefined
/** Of one of these types. */
kind?: Array<OutcomeKind> | null | undefined
/** In one of these languages, BCP 47: "en" also matches "en-GB". */
language?: Array<string> | null | undefined
/** At one of these meetings. */
meeting?: Array<string> | null | undefined
/** At a meeting of one of these series. */
series?: Array<string> | null | undefined
/** With this text in its words, ignoring case. */
text?: string | null | undefined
/** On one of these themes. */
theme?: Array<string> | null | undefined
}
/** Paragraphs that match all given conditions. */
export type ParagraphFilter = {
/** In which one of these people speaks. */
person?: Array<string> | null | undefined
/** Directly in one of these sections, by position, from 1. */
section?: Array<number> | null | undefined
/** With this in the text, ignoring case. */
text?: string | null | undefined
/** On one of these themes. */
theme?: Array<string> | null | undefined
}
/** People who match all given conditions. */
export type PersonFilter = {
/** Includes people whom records only cite or name in a title; "series" and "meeting" then find them too. */
includeCited?: boolean | null | undefined
/** Who attended one of these meetings, or spoke, moved, seconded or voted there. */
meeting?: Array<string> | null | undefined
/** With this in the name, in the sort name or in a form that records print, ignoring case and diacritics. */
name?: string | null | undefined
/** For whom any record states an affiliation with one of these bodies. */
organization?: Array<string> | null | undefined
/** Who attended a meeting of one of these series, or spoke, moved, seconded or voted there. */
series?: Array<string> | null | undefined
/** Who spoke on one of these themes. */
theme?: Array<string> | null | undefined
}
/** A person. */
export type PersonInput = {
/** The name of a person, who is added if the meeting has nobody of that name. */
name?: string | null | undefined
/** The id or slug of a person of the archive. */
person?: string | number | null | undefined
}
/** An order of people. */
export type PersonOrder = {
/** Which end comes first. */
direction: OrderDirection
/** What to order by. */
field: PersonOrderField
}
/** Words of a record: all that a remark says, or what stands between two offsets of the text. */
export type PlaceInput = {
/** Offset after the last character, in UTF-16 units. */
end?: number | null | undefined
/** The id of a remark. */
remark?: string | number | null | undefined
/** Offset of the first character, in UTF-16 units from 0. */
start?: number | null | undefined
/** The words that you see there. */
words?: string | null | undefined
}
/** What somebody is, and where, in place of what was read of the same status. */
export type PostInput = {
/** The body; null for none. */
organization?: BodyInput | null | undefined
/** The person. */
person: PersonInput
/** Whether it held at the meeting; CURRENT, if it is left out. */
status?: AffiliationStatus | null | undefined
/** The title; null for none. */
title?: string | null | undefined
}
/** Who was there. */
export type PresenceInput = {
/** How; null for somebody who does not belong in the list. */
mode?: AttendanceMode | null | undefined
/** The person. */
person: PersonInput
/** The role at this meeting; null for none. */
role?: string | null | undefined
}
/** Remarks that match all given conditions. */
export type RemarkFilter = {
/** Attributed by the record in one of these ways. */
attribution?: Array<Attribution> | null | undefined
/** At a meeting with a day in this range; excludes undated meetings. */
date?: DateRange | null | undefined
/** Statements, responses, or both. */
kind?: Array<RemarkKind> | null | undefined
/** In one of these languages, BCP 47: "en" also matches "en-GB". */
language?: Array<string> | null | undefined
/** At one of these meetings. */
meeting?: Array<string> | null | undefined
/** By one of these bodies, or by a person with a CURRENT affiliation to one at that meeting. */
organization?: Array<string> | null | undefined
/** By one of these people. */
person?: Array<string> | null | undefined
/** At a meeting of one of these series. */
series?: Array<string> | null | undefined
/** With this text in its words, ignoring case. */
text?: string | null | undefined
/** On one of these themes. */
theme?: Array<string> | null | undefined
}
/** The new name of a person, and why. */
export type RenamePersonInput = {
/** The name to show, without honorific, given name first. */
name: string
/** The id or slug of the person. */
person: string | number
/** Why, in a sentence; published in the feed. */
reason: string
}
/** Somebody who speaks. */
export type SpeakerInput = {
/** The name of a body, which is added if the meeting has none of that name. */
body?: string | null | undefined
/** The name of a person, who is added if the meeting has nobody of that name. */
name?: string | null | undefined
/** The id or slug of a body of the archive. */
organization?: string | number | null | undefined
/** The id or slug of a person of the archive. */
person?: string | number | null | undefined
/** A role of which the record does not say who holds it: "The Chair". */
role?: string | null | undefined
}
/** Themes that match all given conditions. */
export type ThemeFilter = {
/** Of one of these meetings. */
meeting?: Array<string> | null | undefined
/** On which one of these people spoke. */
person?: Array<string> | null | undefined
/** Of one of these series. */
series?: Array<string> | null | undefined
/** With this in the title, ignoring case. */
title?: string | null | undefined
}
/** An order of themes. */
export type ThemeOrder = {
/** Which end comes first. */
direction: OrderDirection
/** What to order by. */
field: ThemeOrderField
}
/** A theme, or none. */
export type ThemeTitleInput = {
/** Its title; null for words that are about no theme. */
title?: string | null | undefined
}
/** Which correction to undo, and why. */
export type UndoCorrectionInput = {
/** The id of the correction. */
correction: string | number
/** Why it was wrong, in a sentence; published in the feed. */
reason: string
}
/** Which merge to undo, and why. */
export type UndoMergeInput = {
/** The id of the merge, from the mutation, `merges` or the feed. */
merge: string | number
/** Why it was wrong, in a sentence; published in the feed. */
reason: string
}
/** Votes that match all given conditions. */
export type VoteEventFilter = {
/** At a meeting with a day in this range; excludes undated meetings. */
date?: DateRange | null | undefined
/** In one of these languages, BCP 47: "en" also matches "en-GB". */
language?: Array<string> | null | undefined
/** At one of these meetings. */
meeting?: Array<string> | null | undefined
/** With a vote of one of these bodies. */
organization?: Array<string> | null | undefined
/** With a vote of one of these people. */
person?: Array<string> | null | undefined
/** With one of these results. */
result?: Array<MotionResult> | null | undefined
/** At a meeting of one of these series. */
series?: Array<string> | null | undefined
/** With this text in its words, ignoring case. */
text?: string | null | undefined
/** On one of these themes. */
theme?: Array<string> | null | undefined
}
/** Votes of voters that match all given conditions. */
export type VoteFilter = {
/** At a meeting with a day in this range; excludes undated meetings. */
date?: DateRange | null | undefined
/** In one of these languages, BCP 47: "en" also matches "en-GB". */
language?: Array<string> | null | undefined
/** At one of these meetings. */
meeting?: Array<string> | null | undefined
/** Given so. */
option?: Array<VoteOption> | null | undefined
/** In a vote with one of these results. */
result?: Array<MotionResult> | null | undefined
/** At a meeting of one of these series. */
series?: Array<string> | null | undefined
/** With this text in its words, ignoring case. */
text?: string | null | undefined
/** On one of these themes. */
theme?: Array<string> | null | undefined
}
/** How a name is written. */
export type WrittenNameInput = {
/** The name as it is written, without honorific. */
name: string
/** The person, as the record was read. */
person: PersonInput
}
