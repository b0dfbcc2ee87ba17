import type { TypedDocument } from '../document.js'
import type { ActKind, AffiliationStatus, Attribution, ChangeKind, CorrectInput, CorrectionKind, DateCertainty, DateRange, DecisionFilter, DecisionResult, ErasePersonInput, FindingSeverity, IngestDocumentInput, IngestStatus, MeetingActInput, MeetingFilter, MeetingOrder, MergeInput, MotionResult, ParagraphFilter, PassageKind, PersonFilter, RankScope, RemarkFilter, RenamePersonInput, SearchTarget, Stance, StatementScope, ThemeFilter, ThemeOrder, UndoCorrectionInput, UndoMergeInput, VoteFilter, VoteKind, VoteOption } from './inputs.js'
import { subscription } from '../subscription.js'
import { upload } from '../upload.js'
export type ChangesQueryVariables = {
  first?: number | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
};


export type ChangesQuery = { 
/** What has happened to the archive, oldest first: the feed from its start, or from the change after "after". */
changes: { nodes: Array<{ id: string, 
/** Its number, which grows by one from change to change in the order in which they became visible. */
sequence: string, 
/** When it happened. */
at: string, 
/** What happened. */
kind: ChangeKind, 
/** The id of what it happened to, even if that is no longer in the archive. */
subjectId: string, 
/** Why, in the words of whoever did it; null if no reason was given. */
reason: string | null, 
/** Who did it: the name of their API key, `command line` if it was done on the database itself, or `Rapporteur` for the sample; null for what older versions wrote down of an ingest. */
by: string | null, 
/** The id of the merge, which undoMerge takes; null for all kinds but MERGED and UNMERGED. */
merge: string | null, 
/** What it happened to, as it is now; null if that is no longer in the archive. */
subject:
        | { __typename: 'ActionItem', id: string }
        | { __typename: 'Affiliation', id: string }
        | { __typename: 'Attendance', id: string }
        | { __typename: 'Change', id: string }
        | { __typename: 'Correction', id: string }
        | { __typename: 'Decision', id: string }
        | { __typename: 'Finding', id: string }
        | { __typename: 'Meeting', slug: string, 
/** The title of the record, as printed. */
title: string, id: string }
        | { __typename: 'Mention', id: string }
        | { __typename: 'Merge', id: string }
        | { __typename: 'Motion', id: string }
        | { __typename: 'Organization', slug: string, 
/** Its name, as printed. */
name: string, id: string }
        | { __typename: 'Paragraph', 
/** Its number, as printed; null if none is printed. */
number: string | null, id: string }
        | { __typename: 'Person', slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, id: string }
        | { __typename: 'Response', id: string }
        | { __typename: 'Section', id: string }
        | { __typename: 'Series', id: string }
        | { __typename: 'SourceDocument', id: string }
        | { __typename: 'Statement', id: string }
        | { __typename: 'Theme', slug: string, 
/** The heading, as printed, without the names after it. */
title: string, id: string }
        | { __typename: 'UnattributedPassage', id: string }
        | { __typename: 'Vote', id: string }
        | { __typename: 'VoteEvent', id: string }
       | null, 
/** The meeting whose record it came from; null if it concerns the whole archive, or if the meeting is no longer in it. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CorrectMutationVariables = {
  input: CorrectInput;
};


export type CorrectMutation = { 
/** Corrects how the record of a meeting was read. */
correct:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'CorrectSuccess', 
/** The corrections, in the order in which they were given. */
corrections: Array<{ id: string, 
/** What it is about. */
kind: CorrectionKind, 
/** What it says, in a sentence. */
summary: string }>, 
/** The meeting as it is now. */
meeting: { slug: string } }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
    | { __typename: 'NotFoundError', message: string }
   };

export type ErasePersonMutationVariables = {
  input: ErasePersonInput;
};


export type ErasePersonMutation = { 
/** Removes the name of a person from the archive for good, at their legal request: in every row, text and document it is replaced by a mask of the same length. */
erasePerson:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'ErasePersonSuccess', 
/** The id of the person, who stays in the archive without a name. */
erased: string }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
    | { __typename: 'NotFoundError', message: string }
   };

export type FollowChangesSubscriptionVariables = {
  after?: string | null | undefined;
};


export type FollowChangesSubscription = { 
/** Every change from now on, or all changes after "after" and then new ones: each exactly once, in order, whichever server of the archive it is asked from. */
changes: { id: string, 
/** Its number, which grows by one from change to change in the order in which they became visible. */
sequence: string, 
/** When it happened. */
at: string, 
/** What happened. */
kind: ChangeKind, 
/** The id of what it happened to, even if that is no longer in the archive. */
subjectId: string, 
/** Why, in the words of whoever did it; null if no reason was given. */
reason: string | null, 
/** Who did it: the name of their API key, `command line` if it was done on the database itself, or `Rapporteur` for the sample; null for what older versions wrote down of an ingest. */
by: string | null, 
/** The id of the merge, which undoMerge takes; null for all kinds but MERGED and UNMERGED. */
merge: string | null, 
/** What it happened to, as it is now; null if that is no longer in the archive. */
subject:
      | { __typename: 'ActionItem', id: string }
      | { __typename: 'Affiliation', id: string }
      | { __typename: 'Attendance', id: string }
      | { __typename: 'Change', id: string }
      | { __typename: 'Correction', id: string }
      | { __typename: 'Decision', id: string }
      | { __typename: 'Finding', id: string }
      | { __typename: 'Meeting', slug: string, 
/** The title of the record, as printed. */
title: string, id: string }
      | { __typename: 'Mention', id: string }
      | { __typename: 'Merge', id: string }
      | { __typename: 'Motion', id: string }
      | { __typename: 'Organization', slug: string, 
/** Its name, as printed. */
name: string, id: string }
      | { __typename: 'Paragraph', 
/** Its number, as printed; null if none is printed. */
number: string | null, id: string }
      | { __typename: 'Person', slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, id: string }
      | { __typename: 'Response', id: string }
      | { __typename: 'Section', id: string }
      | { __typename: 'Series', id: string }
      | { __typename: 'SourceDocument', id: string }
      | { __typename: 'Statement', id: string }
      | { __typename: 'Theme', slug: string, 
/** The heading, as printed, without the names after it. */
title: string, id: string }
      | { __typename: 'UnattributedPassage', id: string }
      | { __typename: 'Vote', id: string }
      | { __typename: 'VoteEvent', id: string }
     | null, 
/** The meeting whose record it came from; null if it concerns the whole archive, or if the meeting is no longer in it. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } | null } };

export type IngestDocumentMutationVariables = {
  input: IngestDocumentInput;
};


export type IngestDocumentMutation = { 
/** Reads the record of a meeting into the archive, all of it or nothing. */
ingestDocument:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'DocumentNotRecognizedError', message: string, 
/** What each format makes of it, the surest first. */
formats: Array<{ 
/** The name of the format: summary. */
format: string, 
/** How sure it is that the document is of its kind, 0 to 1. */
confidence: number, 
/** Why, a clause each. */
reasons: Array<string> }> }
    | { __typename: 'IngestDocumentSuccess', 
/** What ingesting it did. */
status: IngestStatus, 
/** The meetings whose records it contains; in a dry run, only those already in the archive. */
meetings: Array<{ id: string, slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null, 
/** The address of its reading page on this server. */
permalink: string }>, 
/** The format that it was read by, and why. */
format: { 
/** The name of the format: summary. */
format: string, 
/** How sure it is that the document is of its kind, 0 to 1. */
confidence: number }, 
/** The doubts, repairs and inferences of reading it. */
findings: Array<{ 
/** How much it matters. */
severity: FindingSeverity, 
/** Its kind: a stable name in capitals, to filter and count by. */
code: string, message: string, 
/** The place that it is about; null if it concerns no place in particular. */
span: { 
/** Offset of the first character, in UTF-16 units from 0. */
start: number, 
/** Offset after the last character, in UTF-16 units. */
end: number } | null }>, 
/** What happened to its rows. */
counts: { 
/** Rows that are new. */
created: number, 
/** Rows that changed and kept their ids. */
updated: number, 
/** Rows that the new reading no longer has. */
removed: number, 
/** Rows that stayed as they were. */
unchanged: number } }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
   };

export type MeetingCorrectionsQueryVariables = {
  slug: string;
  inForce?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};


export type MeetingCorrectionsQuery = { 
/** The meeting with this slug; null if there is none. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** What curators have said of how the record was read, in force or undone, in the order in which they said it. */
corrections: { nodes: Array<{ id: string, 
/** What it is about. */
kind: CorrectionKind, 
/** What it says, in a sentence. */
summary: string, 
/** Why it does not fit the record as it was read last, so that it changes nothing; null if it is applied. */
lost: string | null, 
/** Why, in the words of the curator. */
reason: string, 
/** Who made it: the name of their API key. */
by: string, 
/** When it was made. */
at: string, 
/** When it was undone; null while it is in force. */
undoneAt: string | null, 
/** Who undid it; null while it is in force. */
undoneBy: string | null, 
/** Why it was undone; null while it is in force. */
undoneReason: string | null, 
/** Where its words stand in the record; null if it is about none, or undone, or if they are no longer there. */
span: { 
/** Offset of the first character, in UTF-16 units from 0. */
start: number, 
/** Offset after the last character, in UTF-16 units. */
end: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type MeetingDecisionsQueryVariables = {
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: DecisionFilter | null | undefined;
};


export type MeetingDecisionsQuery = { 
/** The meeting with this slug; null if there is none. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null, 
/** What was settled: newest meeting first, undated last; within a meeting in the order of the record. */
decisions: { nodes: Array<{ id: string, 
/** The words of the record that state it. */
text: string, 
/** What it does with what was before the meeting. */
result: DecisionResult, 
/** The word that says so, as printed: "agreed", "RESOLVED"; null if none is printed. */
verb: string | null, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** How to refer to it in print: title, date or "undated", and the number of the paragraph. */
citation: string, 
/** What it is about; null if the record names no theme. */
theme: { slug: string, 
/** The heading, as printed, without the names after it. */
title: string } | null, 
/** The motion that it settles; null if the record has none. */
motion: { 
/** The words of the record that state it. */
text: string, 
/** What became of it; null if the record does not say. */
result: MotionResult | null, 
/** Who moved it, as printed; empty if the record does not say. */
movers: Array<{ 
/** The name, body or role, as printed. */
asPrinted: string, 
/** The person; null for a body, and for a role whose holder the record does not name. */
person: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string } | null }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type MeetingWithParagraphsQueryVariables = {
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ParagraphFilter | null | undefined;
};


export type MeetingWithParagraphsQuery = { 
/** The meeting with this slug; null if there is none. */
meeting: { id: string, slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null, 
/** The last day of a meeting of several days; null for a meeting of one day. */
endDate: string | null, 
/** The date as printed; null if none is printed. */
dateText: string | null, 
/** How certain the date is. */
dateCertainty: DateCertainty, 
/** Where it was held, as printed; null if the record does not say. */
venue: string | null, 
/** The language of the record, BCP 47, as given or detected; null if neither. */
language: string | null, 
/** The address of its reading page on this server. */
permalink: string, 
/** The body or series of meetings that it belongs to; null if none was given. */
series: { slug: string, 
/** Its name for readers. */
title: string } | null, 
/** The paragraphs of the record, in its order. */
paragraphs: { nodes: Array<{ id: string, 
/** Its place among the paragraphs of the meeting, from 1. */
position: number, 
/** Its number, as printed; null if none is printed. */
number: string | null, 
/** Its own heading, as printed, without the names after it; null if it has none. */
heading: string | null, 
/** Its words, including the heading but not the printed number. */
text: string, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** The section that directly contains it; null if there is none. */
section: { 
/** Its place among the sections of the meeting, from 1. */
position: number, 
/** The heading, as printed. */
heading: string } | null, 
/** What it is about, from its heading or that of the agenda item above it; null if neither names a theme. */
theme: { slug: string, 
/** The heading, as printed, without the names after it. */
title: string } | null, 
/** Who raised it, in printed order, without people who only respond in it. */
speakers: Array<{ slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string }>, 
/** What is said in it, in the order of the record: one statement for each person who raised it, and the responses. */
remarks: { nodes: Array<
            | { __typename: 'Response', id: string, 
/** The words, as reported. */
text: string, 
/** To whom the record attributes it. */
attribution: Attribution, 
/** Who said it; null for PARTY, for ANONYMOUS, and for a ROLE whose holder the record does not name. */
speaker: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string } | null, 
/** The body of the first CURRENT one of the affiliations, or the party; null if there is neither. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null }
            | { __typename: 'Statement', id: string, 
/** The words, as reported. */
text: string, 
/** To whom the record attributes it. */
attribution: Attribution, 
/** Who said it; null for PARTY, for ANONYMOUS, and for a ROLE whose holder the record does not name. */
speaker: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string } | null, 
/** The body of the first CURRENT one of the affiliations, or the party; null if there is neither. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null }
          >, pageInfo: { hasNextPage: boolean } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type MeetingsQueryVariables = {
  filter?: MeetingFilter | null | undefined;
  orderBy?: MeetingOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};


export type MeetingsQuery = { 
/** The meetings of the archive; by default newest first and undated last. */
meetings: { nodes: Array<{ id: string, slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null, 
/** The last day of a meeting of several days; null for a meeting of one day. */
endDate: string | null, 
/** The date as printed; null if none is printed. */
dateText: string | null, 
/** How certain the date is. */
dateCertainty: DateCertainty, 
/** Where it was held, as printed; null if the record does not say. */
venue: string | null, 
/** The language of the record, BCP 47, as given or detected; null if neither. */
language: string | null, 
/** The address of its reading page on this server. */
permalink: string, 
/** The body or series of meetings that it belongs to; null if none was given. */
series: { slug: string, 
/** Its name for readers. */
title: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MergeOrganizationsMutationVariables = {
  input: MergeInput;
};


export type MergeOrganizationsMutation = { 
/** Merges bodies into one, as `mergePeople` does people. */
mergeOrganizations:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
    | { __typename: 'MergeOrganizationsSuccess', 
/** The id of the merge: what `undoMerge` takes. */
merge: string, 
/** The body into which they were merged. */
organization: { id: string, slug: string, 
/** Its name, as printed. */
name: string, 
/** Slugs that once belonged to others and now lead to this organization. */
formerSlugs: Array<string> } }
    | { __typename: 'NotFoundError', message: string }
   };

export type MergePeopleMutationVariables = {
  input: MergeInput;
};


export type MergePeopleMutation = { 
/** Merges people into one, until the merge is undone: their remarks, attendances and affiliations become that person's, and their slugs lead there. */
mergePeople:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
    | { __typename: 'MergePeopleSuccess', 
/** The id of the merge: what `undoMerge` takes. */
merge: string, 
/** The person into whom they were merged. */
person: { id: string, slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, 
/** Short names that once led elsewhere and now lead to this person. */
formerSlugs: Array<string> } }
    | { __typename: 'NotFoundError', message: string }
   };

export type MergeThemesMutationVariables = {
  input: MergeInput;
};


export type MergeThemesMutation = { 
/** Merges themes into one, as `mergePeople` does people. */
mergeThemes:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
    | { __typename: 'MergeThemesSuccess', 
/** The id of the merge: what `undoMerge` takes. */
merge: string, 
/** The theme into which they were merged. */
theme: { id: string, slug: string, 
/** The heading, as printed, without the names after it. */
title: string } }
    | { __typename: 'NotFoundError', message: string }
   };

export type OpenActionItemsQueryVariables = {
  person?: Array<string> | string | null | undefined;
  organization?: Array<string> | string | null | undefined;
  series?: Array<string> | string | null | undefined;
  meeting?: Array<string> | string | null | undefined;
  due?: DateRange | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};


export type OpenActionItemsQuery = { 
/** What somebody is to do in the whole archive: newest meeting first, undated last; within a meeting in the order of the record. */
actionItems: { nodes: Array<{ id: string, 
/** The words of the record that state it. */
text: string, 
/** The day by which it is to be done; null if none is printed that is a day. */
due: string | null, 
/** By when it is to be done, as printed: "before the next meeting"; null if nothing is printed. */
dueAsPrinted: string | null, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** Who is to do it, as printed; empty if the record does not say. */
assignees: Array<{ 
/** The name, body or role, as printed. */
asPrinted: string, 
/** The person; null for a body, and for a role whose holder the record does not name. */
person: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string } | null, 
/** The body, if it is one. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null }>, 
/** The meeting whose outcome it is. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OrganizationPeopleQueryVariables = {
  slug: string;
  filter?: PersonFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};


export type OrganizationPeopleQuery = { 
/** The organization with this slug, current or former, or that of one merged into it; null if there is none. */
organization: { slug: string, 
/** Its name, as printed. */
name: string, 
/** Other forms of the name that records define: abbreviations and the like. */
aliases: Array<string>, 
/** The body that it is a part of, according to a record or its register; otherwise null. */
parent: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** Everyone for whom any record states an affiliation with it, including former and incoming ones, by sort name. */
people: { nodes: Array<{ id: string, slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, 
/** The name used for sorting: family name first, with particles, in lower case, without diacritics. */
sortName: string, 
/** Titles and bodies. */
affiliations: Array<{ 
/** The title, as printed; null if only a body is stated. */
title: string | null, 
/** Whether it held when it was stated. */
status: AffiliationStatus, 
/** The day of the first record that states it; null if none that does has a date. */
firstStated: string | null, 
/** The day of the latest record that states it; null if none that does has a date. */
lastStated: string | null, 
/** The body; null if only a title is stated. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ParagraphByNumberQueryVariables = {
  meeting: string;
  number: string;
  section?: number | null | undefined;
};


export type ParagraphByNumberQuery = { 
/** The paragraph with this printed number; null if the meeting has none. */
paragraph: { id: string, 
/** Its place among the paragraphs of the meeting, from 1. */
position: number, 
/** Its number, as printed; null if none is printed. */
number: string | null, 
/** Its own heading, as printed, without the names after it; null if it has none. */
heading: string | null, 
/** Its words, including the heading but not the printed number. */
text: string, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** A citation for print: title, date or "undated", and the number. */
citation: string, 
/** The meeting whose record it is a part of. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null }, 
/** The section that directly contains it; null if there is none. */
section: { 
/** Its place among the sections of the meeting, from 1. */
position: number, 
/** The heading, as printed. */
heading: string } | null, 
/** What it is about, from its heading or that of the agenda item above it; null if neither names a theme. */
theme: { slug: string, 
/** The heading, as printed, without the names after it. */
title: string } | null, 
/** Who raised it, in printed order, without people who only respond in it. */
speakers: Array<{ slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string }>, 
/** What is said in it, in the order of the record: one statement for each person who raised it, and the responses. */
remarks: { nodes: Array<
        | { __typename: 'Response', id: string, 
/** The words, as reported. */
text: string, 
/** To whom the record attributes it. */
attribution: Attribution, 
/** The role that is printed for the speaker, "the Chair"; null if none is printed. */
speakerRole: string | null, 
/** Who said it; null for PARTY, for ANONYMOUS, and for a ROLE whose holder the record does not name. */
speaker: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string } | null, 
/** For PARTY the body that spoke; for ROLE the body of the role, if printed ("Representative of …"); otherwise null. */
party: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** The body of the first CURRENT one of the affiliations, or the party; null if there is neither. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null }
        | { __typename: 'Statement', id: string, 
/** The words, as reported. */
text: string, 
/** To whom the record attributes it. */
attribution: Attribution, 
/** The role that is printed for the speaker, "the Chair"; null if none is printed. */
speakerRole: string | null, 
/** Who said it; null for PARTY, for ANONYMOUS, and for a ROLE whose holder the record does not name. */
speaker: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string } | null, 
/** For PARTY the body that spoke; for ROLE the body of the role, if printed ("Representative of …"); otherwise null. */
party: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** The body of the first CURRENT one of the affiliations, or the party; null if there is neither. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null }
      > }, 
/** The passages in it that the record attributes to nobody by name, in its order. */
unattributed: Array<{ id: string, 
/** Somebody unnamed, or nobody in particular. */
kind: PassageKind, 
/** The passage. */
text: string, 
/** The printed words that withhold the name. */
wording: string }>, 
/** The paragraph before it in the record; null for the first. */
previous: { 
/** Its number, as printed; null if none is printed. */
number: string | null, 
/** The URL of its place on the reading page of its meeting. */
permalink: string } | null, 
/** The paragraph after it in the record; null after the last. */
next: { 
/** Its number, as printed; null if none is printed. */
number: string | null, 
/** The URL of its place on the reading page of its meeting. */
permalink: string } | null } | null };

export type PersonOverTimeQueryVariables = {
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: RemarkFilter | null | undefined;
};


export type PersonOverTimeQuery = { 
/** The person with this slug, current or former, or that of somebody merged into them; null if there is none. */
person: { id: string, slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, 
/** Every form in which records print the name. */
printedNames: Array<string>, 
/** Short names that once led elsewhere and now lead to this person. */
formerSlugs: Array<string>, 
/** Titles and bodies. */
affiliations: Array<{ 
/** The title, as printed; null if only a body is stated. */
title: string | null, 
/** Whether it held when it was stated. */
status: AffiliationStatus, 
/** What is printed beside it, "from March"; null if nothing is printed. */
note: string | null, 
/** The day of the first record that states it; null if none that does has a date. */
firstStated: string | null, 
/** The day of the latest record that states it; null if none that does has a date. */
lastStated: string | null, 
/** The body; null if only a title is stated. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null }>, 
/** What the person said: newest meeting first, undated last; within a meeting in the order of the record. */
remarks: { nodes: Array<
        | { __typename: 'Response', id: string, 
/** The words, as reported. */
text: string, 
/** The role that is printed for the speaker, "the Chair"; null if none is printed. */
speakerRole: string | null, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** How to refer to it in print: speaker, title, date or "undated", and the number of the paragraph. */
citation: string, 
/** The body of the first CURRENT one of the affiliations, or the party; null if there is neither. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** What it is about; null if the record names no theme. */
theme: { slug: string, 
/** The heading, as printed, without the names after it. */
title: string } | null, 
/** The paragraph that contains it; null in records without paragraphs, such as transcripts. */
paragraph: { 
/** Its number, as printed; null if none is printed. */
number: string | null } | null, 
/** The meeting at which it was said. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
        | { __typename: 'Statement', id: string, 
/** The words, as reported. */
text: string, 
/** The role that is printed for the speaker, "the Chair"; null if none is printed. */
speakerRole: string | null, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** How to refer to it in print: speaker, title, date or "undated", and the number of the paragraph. */
citation: string, 
/** The body of the first CURRENT one of the affiliations, or the party; null if there is neither. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** What it is about; null if the record names no theme. */
theme: { slug: string, 
/** The heading, as printed, without the names after it. */
title: string } | null, 
/** The paragraph that contains it; null in records without paragraphs, such as transcripts. */
paragraph: { 
/** Its number, as printed; null if none is printed. */
number: string | null } | null, 
/** The meeting at which it was said. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
      >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PersonVotesQueryVariables = {
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: VoteFilter | null | undefined;
};


export type PersonVotesQuery = { 
/** The person with this slug, current or former, or that of somebody merged into them; null if there is none. */
person: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, 
/** How they voted: newest meeting first, undated last. */
votes: { nodes: Array<{ id: string, 
/** How they voted. */
option: VoteOption, 
/** The same as printed beside the name; null if it is the heading of a list of names. */
optionAsPrinted: string | null, 
/** The vote that it was given in. */
voteEvent: { id: string, 
/** The words of the record that state it. */
text: string, 
/** How it was taken. */
kind: VoteKind, 
/** How it ended; null if the record does not say. */
result: MotionResult | null, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** The motion that was voted on; null if the record has none. */
motion: { 
/** The words of the record that state it. */
text: string } | null }, 
/** The meeting that voted. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RenamePersonMutationVariables = {
  input: RenamePersonInput;
};


export type RenamePersonMutation = { 
/** Sets the name by which a person is shown and sorted, whatever records print, now or when read again. */
renamePerson:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'RenamePersonSuccess', 
/** The person. */
person: { id: string, slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, 
/** The name used for sorting: family name first, with particles, in lower case, without diacritics. */
sortName: string } }
   };

export type RestoreMeetingMutationVariables = {
  input: MeetingActInput;
};


export type RestoreMeetingMutation = { 
/** Restores a retracted meeting, under the merges and names now in force. */
restoreMeeting:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'RestoreMeetingSuccess', 
/** The meeting, with the ids that its rows had. */
meeting: { id: string, slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null, 
/** The address of its reading page on this server. */
permalink: string } }
   };

export type RetractMeetingMutationVariables = {
  input: MeetingActInput;
};


export type RetractMeetingMutation = { 
/** Withdraws a meeting from every answer, with the people, bodies and themes that no other record names. */
retractMeeting:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'RetractMeetingSuccess', slug: string }
   };

export type SearchQueryVariables = {
  query: string;
  in?: Array<SearchTarget> | SearchTarget | null | undefined;
  filter?: RemarkFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};


export type SearchQuery = { 
/** Searches texts by their words, and people, bodies, themes and meetings by name; best results first. */
search: { 
/** The number of results, whatever the page, counting at most 1,000 of each kind. "totalCountIsExact" says whether there are more. */
totalCount: number, 
/** False if there are more than "totalCount", which should then be shown as "1,000+". */
totalCountIsExact: boolean, 
/** Which of the matching rows were ranked. */
ranked: RankScope, edges: Array<{ 
/** How well it matches, from 0 to 1: names with the words rank above texts, and names that almost have them below. */
score: number, 
/** The part of the text with the most matching words, with … where it was cut; or the name or title. */
snippet: string, 
/** The places of matching words in the snippet, as UTF-16 offsets, in order. */
matches: Array<{ 
/** Offset of its first character, in UTF-16 units from 0. */
start: number, 
/** Offset after its last character, in UTF-16 units. */
end: number }>, node:
        | { __typename: 'ActionItem', id: string, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** The meeting whose outcome it is. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
        | { __typename: 'Decision', id: string, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** The meeting whose outcome it is. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
        | { __typename: 'Meeting', id: string, slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null, 
/** The address of its reading page on this server. */
permalink: string }
        | { __typename: 'Motion', id: string, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** The meeting whose outcome it is. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
        | { __typename: 'Organization', id: string, slug: string, 
/** Its name, as printed. */
name: string }
        | { __typename: 'Paragraph', id: string, 
/** Its number, as printed; null if none is printed. */
number: string | null, 
/** Its own heading, as printed, without the names after it; null if it has none. */
heading: string | null, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** The meeting whose record it is a part of. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
        | { __typename: 'Person', id: string, slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, 
/** The body of the first affiliation that is not FORMER, in the latest record that states any; null if there is none. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null }
        | { __typename: 'Response', id: string, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** Who said it; null for PARTY, for ANONYMOUS, and for a ROLE whose holder the record does not name. */
speaker: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string } | null, 
/** The body of the first CURRENT one of the affiliations, or the party; null if there is neither. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** The meeting at which it was said. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
        | { __typename: 'Statement', id: string, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** Who said it; null for PARTY, for ANONYMOUS, and for a ROLE whose holder the record does not name. */
speaker: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string } | null, 
/** The body of the first CURRENT one of the affiliations, or the party; null if there is neither. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** The meeting at which it was said. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
        | { __typename: 'Theme', id: string, slug: string, 
/** The heading, as printed, without the names after it. */
title: string }
        | { __typename: 'VoteEvent', id: string, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** The meeting whose outcome it is. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StatisticsQueryVariables = {
  filter?: RemarkFilter | null | undefined;
  first?: number | null | undefined;
};


export type StatisticsQuery = { 
/** Counts of the remarks that match a filter: by theme, person, body and year, and who answered whom; and of decisions, motions, votes and action items. */
statistics: { 
/** The meetings at which they were made. */
meetings: number, 
/** The paragraphs that contain them. */
paragraphs: number, 
/** The remarks: one for each raiser of the same words. */
remarks: number, 
/** Distinct words: counts words once, however many people raised them jointly. */
utterances: number, 
/** Those of the remarks that are responses. */
responses: number, 
/** The people who made them. */
people: number, 
/** The bodies to which their speakers had a CURRENT affiliation at the meeting, and those that spoke themselves. */
organizations: number, 
/** The themes that they are about. */
themes: number, 
/** The decisions that match the same conditions, whether or not a remark does; `kind` and `attribution` are conditions of remarks alone. */
decisions: number, 
/** The motions that match the same conditions, whether or not a remark does; `kind` and `attribution` are conditions of remarks alone. */
motions: number, 
/** The votes that match the same conditions, whether or not a remark does; `kind` and `attribution` are conditions of remarks alone. */
voteEvents: number, 
/** The action items that match the same conditions, whether or not a remark does; `kind` and `attribution` are conditions of remarks alone. */
actionItems: number, 
/** Those of the action items that no record has as done. */
openActionItems: number, 
/** Themes by the number of remarks, the largest first, then by title. */
byTheme: Array<{ 
/** How many of the remarks, one for each raiser of the same words. */
remarks: number, 
/** How many of the utterances: words that several people raised together count once. */
utterances: number, 
/** The theme. */
theme: { slug: string, 
/** The heading, as printed, without the names after it. */
title: string } }>, 
/** People by the number of remarks, the largest first, then by sort name. */
byPerson: Array<{ 
/** How many of the remarks are theirs. */
remarks: number, 
/** How many of these are responses. */
responses: number, 
/** The person. */
person: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string } }>, 
/** Bodies by the number of remarks, the largest first, then by sort name. */
byOrganization: Array<{ 
/** How many of the remarks, one for each raiser of the same words. */
remarks: number, 
/** How many of the utterances: words that several people raised together count once. */
utterances: number, 
/** The body; null for the remarks that belong to none. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null }>, 
/** Every year with a meeting, the earliest first; undated meetings last. */
byYear: Array<{ 
/** The year in which the meetings began; null for the undated ones. */
year: number | null, 
/** How many of the remarks, one for each raiser of the same words. */
remarks: number, 
/** How many of the utterances: words that several people raised together count once. */
utterances: number }>, 
/** Who answered whom in the matching responses, most often first, then by sort names. */
exchanges: Array<{ 
/** The number of responses; one that answers several remarks of the same person counts once. */
responses: number, 
/** Who answered. */
from: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string }, 
/** Who was answered. */
to: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string } }> } };

export type ThemeRemarksQueryVariables = {
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: RemarkFilter | null | undefined;
};


export type ThemeRemarksQuery = { 
/** The theme with this slug, current or former; null if there is none. */
theme: { slug: string, 
/** The heading, as printed, without the names after it. */
title: string, 
/** What was said on it: newest meeting first, undated last; within a meeting in the order of the record. */
remarks: { nodes: Array<
        | { __typename: 'Response', 
/** For or against something that it answers, all its verbs together; `answered` says for or against what. */
stance: Stance | null, id: string, 
/** The words, as reported. */
text: string, 
/** To whom the record attributes it. */
attribution: Attribution, 
/** Its place among the remarks of the meeting, from 1. */
position: number, 
/** The name as printed here; null if none is printed. */
speakerAsPrinted: string | null, 
/** The role that is printed for the speaker, "the Chair"; null if none is printed. */
speakerRole: string | null, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** How to refer to it in print: speaker, title, date or "undated", and the number of the paragraph. */
citation: string, 
/** What it does, by the verbs that report it, in the order of the record. */
acts: Array<{ 
/** What it does. */
kind: ActKind, 
/** The verb, as printed. */
verb: string }>, 
/** What it answers: the statements of those who raised the paragraph unless its words name one of them, and the remark that it takes up. */
inResponseTo: Array<
            | { id: string }
            | { id: string }
          >, 
/** Who said it; null for PARTY, for ANONYMOUS, and for a ROLE whose holder the record does not name. */
speaker: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, 
/** The body of the first affiliation that is not FORMER, in the latest record that states any; null if there is none. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null } | null, 
/** For PARTY the body that spoke; for ROLE the body of the role, if printed ("Representative of …"); otherwise null. */
party: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** The body of the first CURRENT one of the affiliations, or the party; null if there is neither. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** The paragraph that contains it; null in records without paragraphs, such as transcripts. */
paragraph: { id: string, 
/** Its number, as printed; null if none is printed. */
number: string | null } | null, 
/** The meeting at which it was said. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
        | { __typename: 'Statement', 
/** How much of its paragraph it is. */
scope: StatementScope, id: string, 
/** The words, as reported. */
text: string, 
/** To whom the record attributes it. */
attribution: Attribution, 
/** Its place among the remarks of the meeting, from 1. */
position: number, 
/** The name as printed here; null if none is printed. */
speakerAsPrinted: string | null, 
/** The role that is printed for the speaker, "the Chair"; null if none is printed. */
speakerRole: string | null, 
/** The URL of its place on the reading page of its meeting. */
permalink: string, 
/** How to refer to it in print: speaker, title, date or "undated", and the number of the paragraph. */
citation: string, 
/** Who said it; null for PARTY, for ANONYMOUS, and for a ROLE whose holder the record does not name. */
speaker: { slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, 
/** The body of the first affiliation that is not FORMER, in the latest record that states any; null if there is none. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null } | null, 
/** For PARTY the body that spoke; for ROLE the body of the role, if printed ("Representative of …"); otherwise null. */
party: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** The body of the first CURRENT one of the affiliations, or the party; null if there is neither. */
organization: { slug: string, 
/** Its name, as printed. */
name: string } | null, 
/** The paragraph that contains it; null in records without paragraphs, such as transcripts. */
paragraph: { id: string, 
/** Its number, as printed; null if none is printed. */
number: string | null } | null, 
/** The meeting at which it was said. */
meeting: { slug: string, 
/** The title of the record, as printed. */
title: string, 
/** Its first day; null if the record does not say. */
date: string | null } }
      >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ThemesQueryVariables = {
  filter?: ThemeFilter | null | undefined;
  orderBy?: ThemeOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
};


export type ThemesQuery = { 
/** The themes of the archive; by default in order of title. */
themes: { nodes: Array<{ id: string, slug: string, 
/** The heading, as printed, without the names after it. */
title: string, 
/** The series whose meetings share it; null for a theme of one meeting without a series. */
series: { slug: string, 
/** Its name for readers. */
title: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UndoCorrectionMutationVariables = {
  input: UndoCorrectionInput;
};


export type UndoCorrectionMutation = { 
/** Undoes a correction; corrections can be undone in any order, and all others stay in force. */
undoCorrection:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'UndoCorrectionSuccess', 
/** The meeting as it is now. */
meeting: { slug: string } }
   };

export type UndoMergeMutationVariables = {
  input: UndoMergeInput;
};


export type UndoMergeMutation = { 
/** Undoes a merge; merges can be undone in any order. */
undoMerge:
    | { __typename: 'ConflictError', message: string }
    | { __typename: 'InvalidInputError', message: string, 
/** The invalid parts of the input; at least one. */
fields: Array<{ 
/** The path to it, from the input inwards. */
path: Array<string>, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'UndoMergeSuccess', 
/** Those that it had merged into another, except any that no record names any more. */
restored: Array<
        | { __typename: 'ActionItem', id: string }
        | { __typename: 'Affiliation', id: string }
        | { __typename: 'Attendance', id: string }
        | { __typename: 'Change', id: string }
        | { __typename: 'Correction', id: string }
        | { __typename: 'Decision', id: string }
        | { __typename: 'Finding', id: string }
        | { __typename: 'Meeting', id: string }
        | { __typename: 'Mention', id: string }
        | { __typename: 'Merge', id: string }
        | { __typename: 'Motion', id: string }
        | { __typename: 'Organization', slug: string, 
/** Its name, as printed. */
name: string, id: string }
        | { __typename: 'Paragraph', id: string }
        | { __typename: 'Person', slug: string, 
/** The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form. */
name: string, id: string }
        | { __typename: 'Response', id: string }
        | { __typename: 'Section', id: string }
        | { __typename: 'Series', id: string }
        | { __typename: 'SourceDocument', id: string }
        | { __typename: 'Statement', id: string }
        | { __typename: 'Theme', slug: string, 
/** The heading, as printed, without the names after it. */
title: string, id: string }
        | { __typename: 'UnattributedPassage', id: string }
        | { __typename: 'Vote', id: string }
        | { __typename: 'VoteEvent', id: string }
      > }
   };


/**
 * What has happened to the archive, oldest first: all of it, from an instant on, or behind a cursor or the `sequence` of
 * a change.
 */
export const changes =
  "query changes($first:Int$after:String$since:DateTime){changes(first:$first after:$after since:$since){nodes{id sequence at kind subjectId subject{__typename id ...on Meeting{slug title}...on Paragraph{number}...on Person{slug name}...on Organization{slug name}...on Theme{slug title}}meeting{slug title date}reason by merge}pageInfo{hasNextPage endCursor}}}" as unknown as TypedDocument<ChangesQuery, ChangesQueryVariables>

/**
 * Corrects how the record of a meeting was read: who said which words. It stays in force, whoever reads the record again, until
 * `undoCorrection`. Give the ids of the corrections that you know of as `seen`: what somebody else has corrected meanwhile comes back
 * as a ConflictError. Needs an API key of scope `write`.
 */
export const correct =
  "mutation correct($input:CorrectInput!){correct(input:$input){__typename ...on CorrectSuccess{corrections{id kind summary}meeting{slug}}...on InvalidInputError{message fields{path message}}...on UserError{message}}}" as unknown as TypedDocument<CorrectMutation, CorrectMutationVariables>

/**
 * Takes the name of a person out of the archive for good, on their legal request. Needs an API key of scope `admin`.
 */
export const erasePerson =
  "mutation erasePerson($input:ErasePersonInput!){erasePerson(input:$input){__typename ...on ErasePersonSuccess{erased}...on InvalidInputError{message fields{path message}}...on UserError{message}}}" as unknown as TypedDocument<ErasePersonMutation, ErasePersonMutationVariables>

/**
 * Every change from now on, or behind `after`, as it happens: for `subscribe`.
 */
export const followChanges =
  /* @__PURE__ */ subscription("subscription followChanges($after:String){changes(after:$after){id sequence at kind subjectId subject{__typename id ...on Meeting{slug title}...on Paragraph{number}...on Person{slug name}...on Organization{slug name}...on Theme{slug title}}meeting{slug title date}reason by merge}}" as unknown as TypedDocument<FollowChangesSubscription, FollowChangesSubscriptionVariables>)

/**
 * Reads a meeting record and writes what it says; with `dryRun: true` it only tells what it would write. Needs an API key
 * of scope `write`. What can be expected to go wrong comes back as data: look at `__typename`.
 */
export const ingestDocument =
  /* @__PURE__ */ upload("mutation ingestDocument($input:IngestDocumentInput!){ingestDocument(input:$input){__typename ...on IngestDocumentSuccess{status meetings{id slug title date permalink}format{format confidence}findings{severity code message span{start end}}counts{created updated removed unchanged}}...on DocumentNotRecognizedError{message formats{format confidence reasons}}...on InvalidInputError{message fields{path message}}...on ConflictError{message}}}" as unknown as TypedDocument<IngestDocumentMutation, IngestDocumentMutationVariables>)

/**
 * What curators corrected about a meeting, the first first; with `inForce` true, only what is not undone.
 * `meeting` is null when there is no meeting of that slug.
 */
export const meetingCorrections =
  "query meetingCorrections($slug:String!$inForce:Boolean$first:Int$after:String){meeting(slug:$slug){slug title corrections(inForce:$inForce first:$first after:$after){nodes{id kind summary lost reason by at undoneAt undoneBy undoneReason span{start end}}pageInfo{hasNextPage endCursor}}}}" as unknown as TypedDocument<MeetingCorrectionsQuery, MeetingCorrectionsQueryVariables>

/**
 * What a meeting decided, in the order of the record, with the motions that it settled and who moved them.
 * `meeting` is null when there is no meeting of that slug.
 */
export const meetingDecisions =
  "query meetingDecisions($slug:String!$first:Int$after:String$filter:DecisionFilter){meeting(slug:$slug){slug title date decisions(first:$first after:$after filter:$filter){nodes{id text result verb permalink citation theme{slug title}motion{text result movers{asPrinted person{slug name}}}}pageInfo{hasNextPage endCursor}}}}" as unknown as TypedDocument<MeetingDecisionsQuery, MeetingDecisionsQueryVariables>

/**
 * A meeting and its paragraphs as the record has them, each with its theme, its speakers and up to 20 of its remarks.
 * `meeting` is null when there is no meeting of that slug.
 */
export const meetingWithParagraphs =
  "query meetingWithParagraphs($slug:String!$first:Int$after:String$filter:ParagraphFilter){meeting(slug:$slug){id slug title date endDate dateText dateCertainty venue language permalink series{slug title}paragraphs(first:$first after:$after filter:$filter){nodes{id position number heading text permalink section{position heading}theme{slug title}speakers{slug name}remarks(first:20){nodes{__typename id text attribution speaker{slug name}organization{slug name}}pageInfo{hasNextPage}}}pageInfo{hasNextPage endCursor}}}}" as unknown as TypedDocument<MeetingWithParagraphsQuery, MeetingWithParagraphsQueryVariables>

/**
 * The meetings, newest first where no order is asked for.
 */
export const meetings =
  "query meetings($filter:MeetingFilter$orderBy:MeetingOrder$first:Int$after:String){meetings(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{id slug title date endDate dateText dateCertainty venue language permalink series{slug title}}pageInfo{hasNextPage endCursor}}}" as unknown as TypedDocument<MeetingsQuery, MeetingsQueryVariables>

/**
 * Joins bodies into one until the merge is undone. Needs an API key of scope `write`.
 */
export const mergeOrganizations =
  "mutation mergeOrganizations($input:MergeInput!){mergeOrganizations(input:$input){__typename ...on MergeOrganizationsSuccess{merge organization{id slug name formerSlugs}}...on InvalidInputError{message fields{path message}}...on UserError{message}}}" as unknown as TypedDocument<MergeOrganizationsMutation, MergeOrganizationsMutationVariables>

/**
 * Joins people into one until the merge is undone; `merge` is what `undoMerge` takes. Needs an API key of scope `write`.
 * What can be expected to go wrong comes back as data: look at `__typename`.
 */
export const mergePeople =
  "mutation mergePeople($input:MergeInput!){mergePeople(input:$input){__typename ...on MergePeopleSuccess{merge person{id slug name formerSlugs}}...on InvalidInputError{message fields{path message}}...on UserError{message}}}" as unknown as TypedDocument<MergePeopleMutation, MergePeopleMutationVariables>

/**
 * Joins themes into one until the merge is undone. Needs an API key of scope `write`.
 */
export const mergeThemes =
  "mutation mergeThemes($input:MergeInput!){mergeThemes(input:$input){__typename ...on MergeThemesSuccess{merge theme{id slug title}}...on InvalidInputError{message fields{path message}}...on UserError{message}}}" as unknown as TypedDocument<MergeThemesMutation, MergeThemesMutationVariables>

/**
 * What is still to be done as of the records, newest meeting first, with who is to do it.
 */
export const openActionItems =
  "query openActionItems($person:[String!]$organization:[String!]$series:[String!]$meeting:[String!]$due:DateRange$first:Int$after:String){actionItems(filter:{isDone:false person:$person organization:$organization series:$series meeting:$meeting due:$due}first:$first after:$after){nodes{id text due dueAsPrinted permalink assignees{asPrinted person{slug name}organization{slug name}}meeting{slug title date}}pageInfo{hasNextPage endCursor}}}" as unknown as TypedDocument<OpenActionItemsQuery, OpenActionItemsQueryVariables>

/**
 * The people of an organization by sort name, each with the titles that the records give.
 * `organization` is null when there is no organization of that slug.
 */
export const organizationPeople =
  "query organizationPeople($slug:String!$filter:PersonFilter$first:Int$after:String){organization(slug:$slug){slug name aliases parent{slug name}people(filter:$filter first:$first after:$after){nodes{id slug name sortName affiliations{title status firstStated lastStated organization{slug name}}}pageInfo{hasNextPage endCursor}}}}" as unknown as TypedDocument<OrganizationPeopleQuery, OrganizationPeopleQueryVariables>

/**
 * One paragraph by the number that the record prints, with its remarks and the passages that the record gives no name for.
 * Where a meeting prints a number twice, `section` (the section's position) says which is meant.
 */
export const paragraphByNumber =
  "query paragraphByNumber($meeting:String!$number:String!$section:Int){paragraph(meeting:$meeting number:$number section:$section){id position number heading text permalink citation meeting{slug title date}section{position heading}theme{slug title}speakers{slug name}remarks(first:100){nodes{__typename id text attribution speakerRole speaker{slug name}party{slug name}organization{slug name}}}unattributed{id kind text wording}previous{number permalink}next{number permalink}}}" as unknown as TypedDocument<ParagraphByNumberQuery, ParagraphByNumberQueryVariables>

/**
 * A person over time: the titles and bodies that the records state, and all remarks, newest meeting first, each with the
 * body that the person spoke for in that meeting. `person` is null when there is no person of that slug.
 */
export const personOverTime =
  "query personOverTime($slug:String!$first:Int$after:String$filter:RemarkFilter){person(slug:$slug){id slug name printedNames formerSlugs affiliations{title status note firstStated lastStated organization{slug name}}remarks(first:$first after:$after filter:$filter){nodes{__typename id text speakerRole organization{slug name}theme{slug title}paragraph{number}meeting{slug title date}permalink citation}pageInfo{hasNextPage endCursor}}}}" as unknown as TypedDocument<PersonOverTimeQuery, PersonOverTimeQueryVariables>

/**
 * How a person voted, newest meeting first, and on what.
 * `person` is null when there is nobody of that slug.
 */
export const personVotes =
  "query personVotes($slug:String!$first:Int$after:String$filter:VoteFilter){person(slug:$slug){slug name votes(first:$first after:$after filter:$filter){nodes{id option optionAsPrinted voteEvent{id text kind result permalink motion{text}}meeting{slug title date}}pageInfo{hasNextPage endCursor}}}}" as unknown as TypedDocument<PersonVotesQuery, PersonVotesQueryVariables>

/**
 * Gives a person the name to be shown, whatever records print. Needs an API key of scope `write`.
 */
export const renamePerson =
  "mutation renamePerson($input:RenamePersonInput!){renamePerson(input:$input){__typename ...on RenamePersonSuccess{person{id slug name sortName}}...on InvalidInputError{message fields{path message}}...on UserError{message}}}" as unknown as TypedDocument<RenamePersonMutation, RenamePersonMutationVariables>

/**
 * Brings a retracted meeting back. Needs an API key of scope `admin`.
 */
export const restoreMeeting =
  "mutation restoreMeeting($input:MeetingActInput!){restoreMeeting(input:$input){__typename ...on RestoreMeetingSuccess{meeting{id slug title date permalink}}...on InvalidInputError{message fields{path message}}...on UserError{message}}}" as unknown as TypedDocument<RestoreMeetingMutation, RestoreMeetingMutationVariables>

/**
 * Takes a meeting out of every answer; `restoreMeeting` brings back the same. Needs an API key of scope `write`.
 */
export const retractMeeting =
  "mutation retractMeeting($input:MeetingActInput!){retractMeeting(input:$input){__typename ...on RetractMeetingSuccess{slug}...on InvalidInputError{message fields{path message}}...on UserError{message}}}" as unknown as TypedDocument<RetractMeetingMutation, RetractMeetingMutationVariables>

/**
 * What has the words of the query, the best first: what was said and settled, and people, bodies, themes and meetings by name. `matches`
 * are offsets in `snippet`.
 */
export const search =
  "query search($query:String!$in:[SearchTarget!]$filter:RemarkFilter$first:Int$after:String){search(query:$query in:$in filter:$filter first:$first after:$after){totalCount totalCountIsExact ranked edges{score snippet matches{start end}node{__typename ...on Remark{id permalink speaker{slug name}organization{slug name}meeting{slug title date}}...on Paragraph{id number heading permalink meeting{slug title date}}...on Outcome{id permalink meeting{slug title date}}...on Person{id slug name organization{slug name}}...on Organization{id slug name}...on Theme{id slug title}...on Meeting{id slug title date permalink}}}pageInfo{hasNextPage endCursor}}}" as unknown as TypedDocument<SearchQuery, SearchQueryVariables>

/**
 * How much was said and decided, by whom, on what and when: counts over what fits the filter, all of it without one.
 */
export const statistics =
  "query statistics($filter:RemarkFilter$first:Int){statistics(filter:$filter){meetings paragraphs remarks utterances responses people organizations themes decisions motions voteEvents actionItems openActionItems byTheme(first:$first){theme{slug title}remarks utterances}byPerson(first:$first){person{slug name}remarks responses}byOrganization(first:$first){organization{slug name}remarks utterances}byYear{year remarks utterances}exchanges(first:$first){from{slug name}to{slug name}responses}}}" as unknown as TypedDocument<StatisticsQuery, StatisticsQueryVariables>

/**
 * What was said on a theme, in the record's order: who raised it, who answered, and for whom each spoke.
 * `theme` is null when there is no theme of that slug.
 */
export const themeRemarks =
  "query themeRemarks($slug:String!$first:Int$after:String$filter:RemarkFilter){theme(slug:$slug){slug title remarks(first:$first after:$after filter:$filter){nodes{__typename id text attribution position speakerAsPrinted speakerRole speaker{slug name organization{slug name}}party{slug name}organization{slug name}paragraph{id number}meeting{slug title date}permalink citation ...on Statement{scope}...on Response{stance acts{kind verb}inResponseTo{id}}}pageInfo{hasNextPage endCursor}}}}" as unknown as TypedDocument<ThemeRemarksQuery, ThemeRemarksQueryVariables>

/**
 * The themes that paragraphs are filed under.
 */
export const themes =
  "query themes($filter:ThemeFilter$orderBy:ThemeOrder$first:Int$after:String){themes(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{id slug title series{slug title}}pageInfo{hasNextPage endCursor}}}" as unknown as TypedDocument<ThemesQuery, ThemesQueryVariables>

/**
 * Takes a correction back, in whatever order they were made. Needs an API key of scope `write`.
 */
export const undoCorrection =
  "mutation undoCorrection($input:UndoCorrectionInput!){undoCorrection(input:$input){__typename ...on UndoCorrectionSuccess{meeting{slug}}...on InvalidInputError{message fields{path message}}...on UserError{message}}}" as unknown as TypedDocument<UndoCorrectionMutation, UndoCorrectionMutationVariables>

/**
 * Takes a merge back, in whatever order they were made. Needs an API key of scope `write`.
 */
export const undoMerge =
  "mutation undoMerge($input:UndoMergeInput!){undoMerge(input:$input){__typename ...on UndoMergeSuccess{restored{__typename id ...on Person{slug name}...on Organization{slug name}...on Theme{slug title}}}...on InvalidInputError{message fields{path message}}...on UserError{message}}}" as unknown as TypedDocument<UndoMergeMutation, UndoMergeMutationVariables>