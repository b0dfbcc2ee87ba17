// Made by `npm run schema` from schema.graphql.
import type { ActKind, AffiliationStatus, AttendanceMode, Attribution, ChangeKind, CorrectionKind, DateCertainty, DecisionResult, FindingSeverity, IngestStatus, MeetingOrderField, MentionKind, MergeKind, MotionResult, NameMatch, OrderDirection, OrganizationOrderField, OutcomeKind, PassageKind, PersonOrderField, RankScope, ReaderChoice, ReadingSource, RemarkKind, SearchOrder, SearchTarget, Stance, StatementScope, ThemeOrderField, VoteKind, VoteOption } from './inputs.js'
type __TypeKind = 'SCALAR' | 'OBJECT' | 'INTERFACE' | 'UNION' | 'ENUM' | 'INPUT_OBJECT' | 'LIST' | 'NON_NULL'
type __DirectiveLocation = 'QUERY' | 'MUTATION' | 'SUBSCRIPTION' | 'FIELD' | 'FRAGMENT_DEFINITION' | 'FRAGMENT_SPREAD' | 'INLINE_FRAGMENT' | 'VARIABLE_DEFINITION' | 'SCHEMA' | 'SCALAR' | 'OBJECT' | 'FIELD_DEFINITION' | 'ARGUMENT_DEFINITION' | 'INTERFACE' | 'UNION' | 'ENUM' | 'ENUM_VALUE' | 'INPUT_OBJECT' | 'INPUT_FIELD_DEFINITION' | 'DIRECTIVE_DEFINITION'

/** Scalars and enums → what arrives. */
export interface Leaves {
  ActKind: ActKind
  String: string
  ID: string
  Boolean: boolean
  Int: number
  AffiliationStatus: AffiliationStatus
  AttendanceMode: AttendanceMode
  Attribution: Attribution
  ChangeKind: ChangeKind
  CorrectionKind: CorrectionKind
  Date: string
  DateCertainty: DateCertainty
  DateTime: string
  DecisionResult: DecisionResult
  FindingSeverity: FindingSeverity
  Float: number
  IngestStatus: IngestStatus
  JSON: unknown
  LocalTime: string
  MeetingOrderField: MeetingOrderField
  MentionKind: MentionKind
  MergeKind: MergeKind
  MotionResult: MotionResult
  NameMatch: NameMatch
  OrderDirection: OrderDirection
  OrganizationOrderField: OrganizationOrderField
  OutcomeKind: OutcomeKind
  PassageKind: PassageKind
  PersonOrderField: PersonOrderField
  RankScope: RankScope
  ReaderChoice: ReaderChoice
  ReadingSource: ReadingSource
  RemarkKind: RemarkKind
  SearchOrder: SearchOrder
  SearchTarget: SearchTarget
  Stance: Stance
  StatementScope: StatementScope
  ThemeOrderField: ThemeOrderField
  URL: string
  Upload: Blob
  VoteKind: VoteKind
  VoteOption: VoteOption
  __TypeKind: __TypeKind
  __DirectiveLocation: __DirectiveLocation
}

/** Scalars and enums → what can be written for them. */
export interface Literals {
  ActKind: ActKind
  String: '""'
  ID: '""' | `${bigint}`
  Boolean: 'true' | 'false'
  Int: `${bigint}`
  AffiliationStatus: AffiliationStatus
  AttendanceMode: AttendanceMode
  Attribution: Attribution
  ChangeKind: ChangeKind
  CorrectionKind: CorrectionKind
  Date: '""'
  DateCertainty: DateCertainty
  DateTime: '""'
  DecisionResult: DecisionResult
  FindingSeverity: FindingSeverity
  Float: `${number}`
  IngestStatus: IngestStatus
  JSON: string
  LocalTime: '""'
  MeetingOrderField: MeetingOrderField
  MentionKind: MentionKind
  MergeKind: MergeKind
  MotionResult: MotionResult
  NameMatch: NameMatch
  OrderDirection: OrderDirection
  OrganizationOrderField: OrganizationOrderField
  OutcomeKind: OutcomeKind
  PassageKind: PassageKind
  PersonOrderField: PersonOrderField
  RankScope: RankScope
  ReaderChoice: ReaderChoice
  ReadingSource: ReadingSource
  RemarkKind: RemarkKind
  SearchOrder: SearchOrder
  SearchTarget: SearchTarget
  Stance: Stance
  StatementScope: StatementScope
  ThemeOrderField: ThemeOrderField
  URL: '""'
  Upload: never
  VoteKind: VoteKind
  VoteOption: VoteOption
  __TypeKind: __TypeKind
  __DirectiveLocation: __DirectiveLocation
}

/** Type → field → what arrives, of the fields that have no fields of their own. */
export interface LeafFields {
  ActionItem: { citation: string; due: string | null; dueAsPrinted: string | null; id: string; isDone: boolean; permalink: string; position: number; text: string }
  ActionItemConnection: { totalCount: number }
  ActionItemEdge: { cursor: string }
  Affiliation: { firstStated: string | null; id: string; lastStated: string | null; note: string | null; status: AffiliationStatus; title: string | null }
  AnsweredRemark: { stance: Stance | null }
  Attendance: { honorific: string | null; id: string; mode: AttendanceMode; nameAsPrinted: string; position: number; role: string | null }
  AttendanceConnection: { totalCount: number }
  AttendanceEdge: { cursor: string }
  Change: { at: string; by: string | null; id: string; kind: ChangeKind; merge: string | null; reason: string | null; sequence: string; subjectId: string }
  ChangeConnection: { totalCount: number }
  ChangeEdge: { cursor: string }
  ConflictError: { message: string }
  CorrectResult: {  }
  CorrectSuccess: {  }
  Correction: { at: string; by: string; id: string; kind: CorrectionKind; lost: string | null; reason: string; summary: string; undoneAt: string | null; undoneBy: string | null; undoneReason: string | null }
  CorrectionConnection: { totalCount: number }
  CorrectionEdge: { cursor: string }
  Decision: { citation: string; id: string; permalink: string; position: number; result: DecisionResult; text: string; verb: string | null }
  DecisionConnection: { totalCount: number }
  DecisionEdge: { cursor: string }
  DocumentNotRecognizedError: { message: string }
  ErasePersonResult: {  }
  ErasePersonSuccess: { erased: string }
  Exchange: { responses: number }
  FieldError: { message: string; path: string[] }
  Finding: { code: string; id: string; message: string; settled: boolean; severity: FindingSeverity }
  FindingConnection: { totalCount: number }
  FindingEdge: { cursor: string }
  FormatVerdict: { confidence: number; format: string; reasons: string[] }
  IngestCounts: { created: number; removed: number; unchanged: number; updated: number }
  IngestDocumentResult: {  }
  IngestDocumentSuccess: { proposal: string | null; record: unknown; removedSample: boolean; status: IngestStatus }
  IngestTotals: { actionItems: number; decisions: number; motions: number; people: number; remarks: number; voteEvents: number }
  InvalidInputError: { message: string }
  Meeting: { date: string | null; dateCertainty: DateCertainty; dateText: string | null; endDate: string | null; endTime: string | null; id: string; language: string | null; permalink: string; slug: string; startTime: string | null; title: string; venue: string | null }
  MeetingConnection: { totalCount: number }
  MeetingEdge: { cursor: string }
  Mention: { id: string; kind: MentionKind; nameAsPrinted: string }
  MentionConnection: { totalCount: number }
  MentionEdge: { cursor: string }
  Merge: { at: string; by: string; fromIds: string[]; id: string; intoId: string; kind: MergeKind; reason: string; undoneAt: string | null; undoneBy: string | null; undoneReason: string | null }
  MergeConnection: { totalCount: number }
  MergeEdge: { cursor: string }
  MergeOrganizationsResult: {  }
  MergeOrganizationsSuccess: { merge: string }
  MergePeopleResult: {  }
  MergePeopleSuccess: { merge: string }
  MergeThemesResult: {  }
  MergeThemesSuccess: { merge: string }
  ModelUse: { answered: number; asked: number; model: string; parts: number; wasAsked: boolean }
  Motion: { citation: string; id: string; permalink: string; position: number; requirement: string | null; result: MotionResult | null; text: string }
  MotionConnection: { totalCount: number }
  MotionEdge: { cursor: string }
  Mutation: {  }
  Node: { id: string }
  NotFoundError: { message: string }
  Organization: { aliases: string[]; formerSlugs: string[]; id: string; name: string; slug: string }
  OrganizationConnection: { totalCount: number }
  OrganizationCount: { remarks: number; utterances: number }
  OrganizationEdge: { cursor: string }
  Outcome: { citation: string; id: string; permalink: string; position: number; text: string }
  OutcomeConnection: { totalCount: number }
  OutcomeEdge: { cursor: string }
  OutcomeParty: { asPrinted: string }
  PageInfo: { endCursor: string | null; hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null }
  Paragraph: { citation: string; heading: string | null; id: string; number: string | null; permalink: string; position: number; text: string }
  ParagraphConnection: { totalCount: number }
  ParagraphEdge: { cursor: string }
  Person: { formerSlugs: string[]; id: string; name: string; printedNames: string[]; slug: string; sortName: string }
  PersonConnection: { totalCount: number }
  PersonCount: { remarks: number; responses: number }
  PersonEdge: { cursor: string }
  Piece: { end: number; start: number }
  Query: { annotationTask: string | null; proposal: string | null }
  Reading: { at: string; by: ReadingSource; instructions: string | null; model: string | null }
  ReadingProgress: { done: number; total: number }
  Remark: { attribution: Attribution; citation: string; id: string; permalink: string; position: number; speakerAsPrinted: string | null; speakerMatch: NameMatch | null; speakerRole: string | null; text: string }
  RemarkConnection: { totalCount: number }
  RemarkEdge: { cursor: string }
  RenamePersonResult: {  }
  RenamePersonSuccess: {  }
  Response: { attribution: Attribution; citation: string; id: string; permalink: string; position: number; speakerAsPrinted: string | null; speakerMatch: NameMatch | null; speakerRole: string | null; stance: Stance | null; text: string }
  ResponseAct: { kind: ActKind; verb: string }
  RestoreMeetingResult: {  }
  RestoreMeetingSuccess: {  }
  RetractMeetingResult: {  }
  RetractMeetingSuccess: { slug: string }
  SearchConnection: { ranked: RankScope; totalCount: number; totalCountIsExact: boolean }
  SearchCount: { name: string; results: number; value: string }
  SearchCounts: { isExact: boolean; total: number }
  SearchEdge: { cursor: string; score: number; snippet: string }
  SearchResult: {  }
  Section: { date: string | null; heading: string; id: string; introduction: string | null; level: number; position: number }
  Series: { id: string; slug: string; title: string }
  SeriesConnection: { totalCount: number }
  SeriesEdge: { cursor: string }
  SourceDocument: { fileName: string; format: string; formatVersion: string; id: string; ingestedAt: string; mediaType: string; sha256: string; text: string }
  Span: { end: number; start: number }
  Statement: { attribution: Attribution; citation: string; id: string; permalink: string; position: number; scope: StatementScope; speakerAsPrinted: string | null; speakerMatch: NameMatch | null; speakerRole: string | null; text: string }
  Statistics: { actionItems: number; decisions: number; meetings: number; motions: number; openActionItems: number; organizations: number; paragraphs: number; people: number; remarks: number; responses: number; themes: number; utterances: number; voteEvents: number }
  Subscription: {  }
  Theme: { id: string; slug: string; title: string }
  ThemeConnection: { totalCount: number }
  ThemeCount: { remarks: number; utterances: number }
  ThemeEdge: { cursor: string }
  UnattributedPassage: { id: string; kind: PassageKind; text: string; wording: string }
  UnattributedPassageConnection: { totalCount: number }
  UnattributedPassageEdge: { cursor: string }
  UndoCorrectionResult: {  }
  UndoCorrectionSuccess: {  }
  UndoMergeResult: {  }
  UndoMergeSuccess: {  }
  UserError: { message: string }
  Vote: { id: string; nameAsPrinted: string; option: VoteOption; optionAsPrinted: string | null; position: number }
  VoteConnection: { totalCount: number }
  VoteCount: { count: number; option: VoteOption; optionAsPrinted: string | null }
  VoteEdge: { cursor: string }
  VoteEvent: { citation: string; id: string; kind: VoteKind; permalink: string; position: number; result: MotionResult | null; text: string }
  VoteEventConnection: { totalCount: number }
  VoteEventEdge: { cursor: string }
  YearCount: { remarks: number; utterances: number; year: number | null }
  __Schema: { description: string | null }
  __Type: { kind: __TypeKind; name: string | null; description: string | null; specifiedByURL: string | null; isOneOf: boolean | null }
  __Field: { name: string; description: string | null; isDeprecated: boolean; deprecationReason: string | null }
  __InputValue: { name: string; description: string | null; defaultValue: string | null; isDeprecated: boolean; deprecationReason: string | null }
  __EnumValue: { name: string; description: string | null; isDeprecated: boolean; deprecationReason: string | null }
  __Directive: { name: string; description: string | null; isRepeatable: boolean; locations: __DirectiveLocation[]; isDeprecated: boolean; deprecationReason: string | null }
}

/** Type → field → reference to its type, of all other fields; before a star, an argument that has to be given. */
export interface ObjectFields {
  ActionItem: { assignees: '[OutcomeParty!]!'; meeting: 'Meeting!'; paragraph: 'Paragraph'; section: 'Section'; span: 'Span!'; theme: 'Theme' }
  ActionItemConnection: { edges: '[ActionItemEdge!]!'; nodes: '[ActionItem!]!'; pageInfo: 'PageInfo!' }
  ActionItemEdge: { node: 'ActionItem!' }
  Affiliation: { organization: 'Organization'; person: 'Person!'; span: 'Span' }
  AnsweredRemark: { remark: 'Remark!' }
  Attendance: { affiliations: '[Affiliation!]!'; meeting: 'Meeting!'; person: 'Person!'; span: 'Span!' }
  AttendanceConnection: { edges: '[AttendanceEdge!]!'; nodes: '[Attendance!]!'; pageInfo: 'PageInfo!' }
  AttendanceEdge: { node: 'Attendance!' }
  Change: { meeting: 'Meeting'; subject: 'Node' }
  ChangeConnection: { edges: '[ChangeEdge!]!'; nodes: '[Change!]!'; pageInfo: 'PageInfo!' }
  ChangeEdge: { node: 'Change!' }
  ConflictError: {  }
  CorrectResult: {  }
  CorrectSuccess: { corrections: '[Correction!]!'; meeting: 'Meeting!' }
  Correction: { meeting: 'Meeting!'; span: 'Span' }
  CorrectionConnection: { edges: '[CorrectionEdge!]!'; nodes: '[Correction!]!'; pageInfo: 'PageInfo!' }
  CorrectionEdge: { node: 'Correction!' }
  Decision: { meeting: 'Meeting!'; motion: 'Motion'; paragraph: 'Paragraph'; section: 'Section'; span: 'Span!'; theme: 'Theme'; voteEvents: '[VoteEvent!]!' }
  DecisionConnection: { edges: '[DecisionEdge!]!'; nodes: '[Decision!]!'; pageInfo: 'PageInfo!' }
  DecisionEdge: { node: 'Decision!' }
  DocumentNotRecognizedError: { formats: '[FormatVerdict!]!' }
  ErasePersonResult: {  }
  ErasePersonSuccess: {  }
  Exchange: { from: 'Person!'; to: 'Person!' }
  FieldError: {  }
  Finding: { candidates: '[Node!]!'; span: 'Span' }
  FindingConnection: { edges: '[FindingEdge!]!'; nodes: '[Finding!]!'; pageInfo: 'PageInfo!' }
  FindingEdge: { node: 'Finding!' }
  FormatVerdict: {  }
  IngestCounts: {  }
  IngestDocumentResult: {  }
  IngestDocumentSuccess: { counts: 'IngestCounts!'; findings: '[Finding!]!'; format: 'FormatVerdict!'; meetings: '[Meeting!]!'; modelUse: 'ModelUse'; totals: 'IngestTotals!' }
  IngestTotals: {  }
  InvalidInputError: { fields: '[FieldError!]!' }
  Meeting: { actionItems: 'ActionItemConnection!'; attendances: 'AttendanceConnection!'; corrections: 'CorrectionConnection!'; decisions: 'DecisionConnection!'; findings: 'FindingConnection!'; mentions: 'MentionConnection!'; motions: 'MotionConnection!'; outcomes: 'OutcomeConnection!'; paragraphs: 'ParagraphConnection!'; reading: 'Reading!'; remarks: 'RemarkConnection!'; sections: '[Section!]!'; series: 'Series'; source: 'SourceDocument!'; themes: 'ThemeConnection!'; unattributed: 'UnattributedPassageConnection!'; voteEvents: 'VoteEventConnection!' }
  MeetingConnection: { edges: '[MeetingEdge!]!'; nodes: '[Meeting!]!'; pageInfo: 'PageInfo!' }
  MeetingEdge: { node: 'Meeting!' }
  Mention: { meeting: 'Meeting!'; paragraph: 'Paragraph'; person: 'Person'; span: 'Span!' }
  MentionConnection: { edges: '[MentionEdge!]!'; nodes: '[Mention!]!'; pageInfo: 'PageInfo!' }
  MentionEdge: { node: 'Mention!' }
  Merge: { from: '[Node!]!'; into: 'Node' }
  MergeConnection: { edges: '[MergeEdge!]!'; nodes: '[Merge!]!'; pageInfo: 'PageInfo!' }
  MergeEdge: { node: 'Merge!' }
  MergeOrganizationsResult: {  }
  MergeOrganizationsSuccess: { organization: 'Organization!' }
  MergePeopleResult: {  }
  MergePeopleSuccess: { person: 'Person!' }
  MergeThemesResult: {  }
  MergeThemesSuccess: { theme: 'Theme!' }
  ModelUse: {  }
  Motion: { amendments: '[Motion!]!'; amends: 'Motion'; decisions: '[Decision!]!'; meeting: 'Meeting!'; movers: '[OutcomeParty!]!'; paragraph: 'Paragraph'; seconders: '[OutcomeParty!]!'; section: 'Section'; span: 'Span!'; theme: 'Theme'; voteEvents: '[VoteEvent!]!' }
  MotionConnection: { edges: '[MotionEdge!]!'; nodes: '[Motion!]!'; pageInfo: 'PageInfo!' }
  MotionEdge: { node: 'Motion!' }
  Mutation: { correct: 'input*CorrectResult!'; erasePerson: 'input*ErasePersonResult!'; ingestDocument: 'input*IngestDocumentResult!'; mergeOrganizations: 'input*MergeOrganizationsResult!'; mergePeople: 'input*MergePeopleResult!'; mergeThemes: 'input*MergeThemesResult!'; renamePerson: 'input*RenamePersonResult!'; restoreMeeting: 'input*RestoreMeetingResult!'; retractMeeting: 'input*RetractMeetingResult!'; undoCorrection: 'input*UndoCorrectionResult!'; undoMerge: 'input*UndoMergeResult!' }
  Node: {  }
  NotFoundError: {  }
  Organization: { actionItems: 'ActionItemConnection!'; mergedInto: 'Organization'; parent: 'Organization'; people: 'PersonConnection!'; remarks: 'RemarkConnection!'; votes: 'VoteConnection!' }
  OrganizationConnection: { edges: '[OrganizationEdge!]!'; nodes: '[Organization!]!'; pageInfo: 'PageInfo!' }
  OrganizationCount: { organization: 'Organization' }
  OrganizationEdge: { node: 'Organization!' }
  Outcome: { meeting: 'Meeting!'; paragraph: 'Paragraph'; section: 'Section'; span: 'Span!'; theme: 'Theme' }
  OutcomeConnection: { edges: '[OutcomeEdge!]!'; nodes: '[Outcome!]!'; pageInfo: 'PageInfo!' }
  OutcomeEdge: { node: 'Outcome!' }
  OutcomeParty: { organization: 'Organization'; person: 'Person' }
  PageInfo: {  }
  Paragraph: { meeting: 'Meeting!'; next: 'Paragraph'; outcomes: 'OutcomeConnection!'; previous: 'Paragraph'; remarks: 'RemarkConnection!'; responses: '[Response!]!'; section: 'Section'; span: 'Span!'; speakers: '[Person!]!'; theme: 'Theme'; unattributed: '[UnattributedPassage!]!' }
  ParagraphConnection: { edges: '[ParagraphEdge!]!'; nodes: '[Paragraph!]!'; pageInfo: 'PageInfo!' }
  ParagraphEdge: { node: 'Paragraph!' }
  Person: { actionItems: 'ActionItemConnection!'; affiliations: '[Affiliation!]!'; attendances: 'AttendanceConnection!'; meetings: 'MeetingConnection!'; mergedInto: 'Person'; moved: 'MotionConnection!'; organization: 'Organization'; remarks: 'RemarkConnection!'; seconded: 'MotionConnection!'; themes: 'ThemeConnection!'; votes: 'VoteConnection!' }
  PersonConnection: { edges: '[PersonEdge!]!'; nodes: '[Person!]!'; pageInfo: 'PageInfo!' }
  PersonCount: { person: 'Person!' }
  PersonEdge: { node: 'Person!' }
  Piece: {  }
  Query: { actionItems: 'ActionItemConnection!'; allSeries: 'SeriesConnection!'; changes: 'ChangeConnection!'; decisions: 'DecisionConnection!'; document: 'sha256*SourceDocument'; meeting: 'slug*Meeting'; meetings: 'MeetingConnection!'; merges: 'MergeConnection!'; motions: 'MotionConnection!'; node: 'id*Node'; nodes: 'ids*[Node]!'; organization: 'slug*Organization'; organizations: 'OrganizationConnection!'; paragraph: 'meeting*number*Paragraph'; people: 'PersonConnection!'; person: 'slug*Person'; readingProgress: 'document*ReadingProgress'; remarks: 'RemarkConnection!'; search: 'query*SearchConnection!'; searchCounts: 'query*SearchCounts!'; series: 'slug*Series'; statistics: 'Statistics!'; theme: 'slug*Theme'; themes: 'ThemeConnection!'; voteEvents: 'VoteEventConnection!'; __schema: '__Schema!'; __type: 'name*__Type' }
  Reading: {  }
  ReadingProgress: {  }
  Remark: { affiliations: '[Affiliation!]!'; meeting: 'Meeting!'; onBehalfOf: '[Organization!]!'; organization: 'Organization'; paragraph: 'Paragraph'; party: 'Organization'; responses: '[Response!]!'; section: 'Section'; span: 'Span!'; speaker: 'Person'; theme: 'Theme' }
  RemarkConnection: { edges: '[RemarkEdge!]!'; nodes: '[Remark!]!'; pageInfo: 'PageInfo!' }
  RemarkEdge: { node: 'Remark!' }
  RenamePersonResult: {  }
  RenamePersonSuccess: { person: 'Person!' }
  Response: { acts: '[ResponseAct!]!'; affiliations: '[Affiliation!]!'; answered: '[AnsweredRemark!]!'; inResponseTo: '[Remark!]!'; meeting: 'Meeting!'; onBehalfOf: '[Organization!]!'; organization: 'Organization'; paragraph: 'Paragraph'; party: 'Organization'; responses: '[Response!]!'; section: 'Section'; span: 'Span!'; speaker: 'Person'; theme: 'Theme' }
  ResponseAct: { span: 'Span!' }
  RestoreMeetingResult: {  }
  RestoreMeetingSuccess: { meeting: 'Meeting!' }
  RetractMeetingResult: {  }
  RetractMeetingSuccess: {  }
  SearchConnection: { edges: '[SearchEdge!]!'; nodes: '[SearchResult!]!'; pageInfo: 'PageInfo!' }
  SearchCount: {  }
  SearchCounts: { byKind: '[SearchCount!]!'; byOrganization: '[SearchCount!]!'; byPerson: '[SearchCount!]!'; bySeries: '[SearchCount!]!'; byTheme: '[SearchCount!]!'; byYear: '[SearchCount!]!' }
  SearchEdge: { matches: '[Piece!]!'; node: 'SearchResult!' }
  SearchResult: {  }
  Section: { actionItems: 'ActionItemConnection!'; decisions: 'DecisionConnection!'; meeting: 'Meeting!'; motions: 'MotionConnection!'; outcomes: 'OutcomeConnection!'; paragraphs: 'ParagraphConnection!'; parent: 'Section'; span: 'Span!'; voteEvents: 'VoteEventConnection!' }
  Series: { meetings: 'MeetingConnection!' }
  SeriesConnection: { edges: '[SeriesEdge!]!'; nodes: '[Series!]!'; pageInfo: 'PageInfo!' }
  SeriesEdge: { node: 'Series!' }
  SourceDocument: { findings: 'FindingConnection!'; meetings: '[Meeting!]!' }
  Span: { document: 'SourceDocument!'; pieces: '[Piece!]!' }
  Statement: { affiliations: '[Affiliation!]!'; coSpeakers: '[Person!]!'; jointWith: '[Statement!]!'; meeting: 'Meeting!'; onBehalfOf: '[Organization!]!'; organization: 'Organization'; paragraph: 'Paragraph'; party: 'Organization'; responses: '[Response!]!'; section: 'Section'; span: 'Span!'; speaker: 'Person'; theme: 'Theme'; unattributed: '[UnattributedPassage!]!' }
  Statistics: { byOrganization: '[OrganizationCount!]!'; byPerson: '[PersonCount!]!'; byTheme: '[ThemeCount!]!'; byYear: '[YearCount!]!'; exchanges: '[Exchange!]!' }
  Subscription: { changes: 'Change!' }
  Theme: { actionItems: 'ActionItemConnection!'; decisions: 'DecisionConnection!'; meetings: 'MeetingConnection!'; mergedInto: 'Theme'; motions: 'MotionConnection!'; outcomes: 'OutcomeConnection!'; paragraphs: 'ParagraphConnection!'; remarks: 'RemarkConnection!'; series: 'Series'; speakers: 'PersonConnection!'; voteEvents: 'VoteEventConnection!' }
  ThemeConnection: { edges: '[ThemeEdge!]!'; nodes: '[Theme!]!'; pageInfo: 'PageInfo!' }
  ThemeCount: { theme: 'Theme!' }
  ThemeEdge: { node: 'Theme!' }
  UnattributedPassage: { paragraph: 'Paragraph!'; span: 'Span!' }
  UnattributedPassageConnection: { edges: '[UnattributedPassageEdge!]!'; nodes: '[UnattributedPassage!]!'; pageInfo: 'PageInfo!' }
  UnattributedPassageEdge: { node: 'UnattributedPassage!' }
  UndoCorrectionResult: {  }
  UndoCorrectionSuccess: { meeting: 'Meeting!' }
  UndoMergeResult: {  }
  UndoMergeSuccess: { restored: '[Node!]!' }
  UserError: {  }
  Vote: { meeting: 'Meeting!'; organization: 'Organization'; person: 'Person'; span: 'Span!'; voteEvent: 'VoteEvent!' }
  VoteConnection: { edges: '[VoteEdge!]!'; nodes: '[Vote!]!'; pageInfo: 'PageInfo!' }
  VoteCount: {  }
  VoteEdge: { node: 'Vote!' }
  VoteEvent: { counts: '[VoteCount!]!'; decision: 'Decision'; meeting: 'Meeting!'; motion: 'Motion'; paragraph: 'Paragraph'; section: 'Section'; span: 'Span!'; theme: 'Theme'; votes: 'VoteConnection!' }
  VoteEventConnection: { edges: '[VoteEventEdge!]!'; nodes: '[VoteEvent!]!'; pageInfo: 'PageInfo!' }
  VoteEventEdge: { node: 'VoteEvent!' }
  YearCount: {  }
  __Schema: { types: '[__Type!]!'; queryType: '__Type!'; mutationType: '__Type'; subscriptionType: '__Type'; directives: '[__Directive!]!' }
  __Type: { fields: '[__Field!]'; interfaces: '[__Type!]'; possibleTypes: '[__Type!]'; enumValues: '[__EnumValue!]'; inputFields: '[__InputValue!]'; ofType: '__Type' }
  __Field: { args: '[__InputValue!]!'; type: '__Type!' }
  __InputValue: { type: '__Type!' }
  __EnumValue: {  }
  __Directive: { args: '[__InputValue!]!' }
}

/** Type → field → argument → reference to its type; one with a default value counts as nullable. */
export interface FieldArguments {
  Meeting: { actionItems: { after: 'String'; before: 'String'; filter: 'ActionItemFilter'; first: 'Int'; last: 'Int' }; attendances: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int' }; corrections: { after: 'String'; before: 'String'; first: 'Int'; inForce: 'Boolean'; last: 'Int' }; decisions: { after: 'String'; before: 'String'; filter: 'DecisionFilter'; first: 'Int'; last: 'Int' }; findings: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int'; severity: 'FindingSeverity' }; mentions: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int' }; motions: { after: 'String'; before: 'String'; filter: 'MotionFilter'; first: 'Int'; last: 'Int' }; outcomes: { after: 'String'; before: 'String'; filter: 'OutcomeFilter'; first: 'Int'; last: 'Int' }; paragraphs: { after: 'String'; before: 'String'; filter: 'ParagraphFilter'; first: 'Int'; last: 'Int' }; remarks: { after: 'String'; before: 'String'; filter: 'RemarkFilter'; first: 'Int'; last: 'Int' }; themes: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int' }; unattributed: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int' }; voteEvents: { after: 'String'; before: 'String'; filter: 'VoteEventFilter'; first: 'Int'; last: 'Int' } }
  Mutation: { correct: { input: 'CorrectInput!' }; erasePerson: { input: 'ErasePersonInput!' }; ingestDocument: { input: 'IngestDocumentInput!' }; mergeOrganizations: { input: 'MergeInput!' }; mergePeople: { input: 'MergeInput!' }; mergeThemes: { input: 'MergeInput!' }; renamePerson: { input: 'RenamePersonInput!' }; restoreMeeting: { input: 'MeetingActInput!' }; retractMeeting: { input: 'MeetingActInput!' }; undoCorrection: { input: 'UndoCorrectionInput!' }; undoMerge: { input: 'UndoMergeInput!' } }
  Organization: { actionItems: { after: 'String'; before: 'String'; filter: 'ActionItemFilter'; first: 'Int'; last: 'Int' }; people: { after: 'String'; before: 'String'; filter: 'PersonFilter'; first: 'Int'; last: 'Int' }; remarks: { after: 'String'; before: 'String'; filter: 'RemarkFilter'; first: 'Int'; last: 'Int' }; votes: { after: 'String'; before: 'String'; filter: 'VoteFilter'; first: 'Int'; last: 'Int' } }
  Paragraph: { outcomes: { after: 'String'; before: 'String'; filter: 'OutcomeFilter'; first: 'Int'; last: 'Int' }; remarks: { after: 'String'; before: 'String'; filter: 'RemarkFilter'; first: 'Int'; last: 'Int' } }
  Person: { actionItems: { after: 'String'; before: 'String'; filter: 'ActionItemFilter'; first: 'Int'; last: 'Int' }; affiliations: { asOf: 'Date' }; attendances: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int' }; meetings: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int'; orderBy: 'MeetingOrder' }; moved: { after: 'String'; before: 'String'; filter: 'MotionFilter'; first: 'Int'; last: 'Int' }; remarks: { after: 'String'; before: 'String'; filter: 'RemarkFilter'; first: 'Int'; last: 'Int' }; seconded: { after: 'String'; before: 'String'; filter: 'MotionFilter'; first: 'Int'; last: 'Int' }; themes: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int' }; votes: { after: 'String'; before: 'String'; filter: 'VoteFilter'; first: 'Int'; last: 'Int' } }
  Query: { actionItems: { after: 'String'; before: 'String'; filter: 'ActionItemFilter'; first: 'Int'; last: 'Int' }; allSeries: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int' }; annotationTask: { document: 'String!'; from: 'Int'; to: 'Int' }; changes: { after: 'String'; before: 'String'; by: 'String'; first: 'Int'; last: 'Int'; since: 'DateTime'; until: 'DateTime' }; decisions: { after: 'String'; before: 'String'; filter: 'DecisionFilter'; first: 'Int'; last: 'Int' }; document: { sha256: 'String!' }; meeting: { slug: 'String!' }; meetings: { after: 'String'; before: 'String'; filter: 'MeetingFilter'; first: 'Int'; last: 'Int'; orderBy: 'MeetingOrder' }; merges: { after: 'String'; before: 'String'; first: 'Int'; inForce: 'Boolean'; kind: 'MergeKind'; last: 'Int' }; motions: { after: 'String'; before: 'String'; filter: 'MotionFilter'; first: 'Int'; last: 'Int' }; node: { id: 'ID!' }; nodes: { ids: '[ID!]!' }; organization: { slug: 'String!' }; organizations: { after: 'String'; before: 'String'; filter: 'OrganizationFilter'; first: 'Int'; last: 'Int'; orderBy: 'OrganizationOrder' }; paragraph: { meeting: 'String!'; number: 'String!'; section: 'Int' }; people: { after: 'String'; before: 'String'; filter: 'PersonFilter'; first: 'Int'; last: 'Int'; orderBy: 'PersonOrder' }; person: { slug: 'String!' }; proposal: { meeting: 'String!' }; readingProgress: { document: 'String!' }; remarks: { after: 'String'; before: 'String'; filter: 'RemarkFilter'; first: 'Int'; last: 'Int' }; search: { after: 'String'; filter: 'RemarkFilter'; first: 'Int'; in: '[SearchTarget!]'; orderBy: 'SearchOrder'; query: 'String!' }; searchCounts: { filter: 'RemarkFilter'; query: 'String!' }; series: { slug: 'String!' }; statistics: { filter: 'RemarkFilter' }; theme: { slug: 'String!' }; themes: { after: 'String'; before: 'String'; filter: 'ThemeFilter'; first: 'Int'; last: 'Int'; orderBy: 'ThemeOrder' }; voteEvents: { after: 'String'; before: 'String'; filter: 'VoteEventFilter'; first: 'Int'; last: 'Int' }; __type: { name: 'String!' } }
  Section: { actionItems: { after: 'String'; before: 'String'; filter: 'ActionItemFilter'; first: 'Int'; last: 'Int' }; decisions: { after: 'String'; before: 'String'; filter: 'DecisionFilter'; first: 'Int'; last: 'Int' }; motions: { after: 'String'; before: 'String'; filter: 'MotionFilter'; first: 'Int'; last: 'Int' }; outcomes: { after: 'String'; before: 'String'; filter: 'OutcomeFilter'; first: 'Int'; last: 'Int' }; paragraphs: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int' }; voteEvents: { after: 'String'; before: 'String'; filter: 'VoteEventFilter'; first: 'Int'; last: 'Int' } }
  Series: { meetings: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int'; orderBy: 'MeetingOrder' } }
  SourceDocument: { findings: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int'; severity: 'FindingSeverity' } }
  Statistics: { byOrganization: { first: 'Int' }; byPerson: { first: 'Int' }; byTheme: { first: 'Int' }; exchanges: { first: 'Int' } }
  Subscription: { changes: { after: 'String' } }
  Theme: { actionItems: { after: 'String'; before: 'String'; filter: 'ActionItemFilter'; first: 'Int'; last: 'Int' }; decisions: { after: 'String'; before: 'String'; filter: 'DecisionFilter'; first: 'Int'; last: 'Int' }; meetings: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int'; orderBy: 'MeetingOrder' }; motions: { after: 'String'; before: 'String'; filter: 'MotionFilter'; first: 'Int'; last: 'Int' }; outcomes: { after: 'String'; before: 'String'; filter: 'OutcomeFilter'; first: 'Int'; last: 'Int' }; paragraphs: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int' }; remarks: { after: 'String'; before: 'String'; filter: 'RemarkFilter'; first: 'Int'; last: 'Int' }; speakers: { after: 'String'; before: 'String'; first: 'Int'; last: 'Int' }; voteEvents: { after: 'String'; before: 'String'; filter: 'VoteEventFilter'; first: 'Int'; last: 'Int' } }
  VoteEvent: { votes: { after: 'String'; before: 'String'; filter: 'VoteFilter'; first: 'Int'; last: 'Int' } }
  __Schema: { directives: { includeDeprecated: 'Boolean' } }
  __Type: { fields: { includeDeprecated: 'Boolean' }; enumValues: { includeDeprecated: 'Boolean' }; inputFields: { includeDeprecated: 'Boolean' } }
  __Field: { args: { includeDeprecated: 'Boolean' } }
  __Directive: { args: { includeDeprecated: 'Boolean' } }
}

/** Input → field → reference to its type; one with a default value counts as nullable. */
export interface Inputs {
  ActionItemFilter: { date: 'DateRange'; due: 'DateRange'; isDone: 'Boolean'; language: '[String!]'; meeting: '[String!]'; organization: '[String!]'; person: '[String!]'; series: '[String!]'; text: 'String'; theme: '[String!]' }
  BodyInput: { body: 'String'; organization: 'ID' }
  CorrectInput: { corrections: '[CorrectionInput!]!'; meeting: 'String!'; reason: 'String!'; seen: '[ID!]' }
  CorrectionInput: { answers: '[PlaceInput!]'; at: 'PlaceInput'; join: 'Boolean'; kind: 'RemarkKind'; meeting: 'MeetingFactsInput'; name: 'WrittenNameInput'; noRemark: 'Boolean'; nobody: 'PassageKind'; onBehalfOf: '[BodyInput!]'; post: 'PostInput'; present: 'PresenceInput'; right: 'String'; speakers: '[SpeakerInput!]'; split: 'Boolean'; theme: 'ThemeTitleInput' }
  DateRange: { from: 'Date'; to: 'Date' }
  DecisionFilter: { date: 'DateRange'; language: '[String!]'; meeting: '[String!]'; organization: '[String!]'; person: '[String!]'; result: '[DecisionResult!]'; series: '[String!]'; text: 'String'; theme: '[String!]' }
  ErasePersonInput: { person: 'ID!'; reason: 'String!' }
  IngestDocumentInput: { base64: 'String'; context: 'JSON'; contextFiles: '[Upload!]'; date: 'Date'; dryRun: 'Boolean'; file: 'Upload'; fileName: 'String'; format: 'String'; foundFiles: '[Upload!]'; language: 'String'; meeting: 'String'; proposal: 'String'; reader: 'ReaderChoice'; series: 'String'; strict: 'Boolean'; text: 'String'; title: 'String' }
  MeetingActInput: { meeting: 'String!'; reason: 'String!' }
  MeetingFactsInput: { date: 'Date'; endDate: 'Date'; endTime: 'String'; startTime: 'String'; title: 'String'; venue: 'String' }
  MeetingFilter: { date: 'DateRange'; language: '[String!]'; organization: '[String!]'; person: '[String!]'; series: '[String!]'; text: 'String'; theme: '[String!]' }
  MeetingOrder: { direction: 'OrderDirection!'; field: 'MeetingOrderField!' }
  MergeInput: { from: '[ID!]!'; into: 'ID!'; reason: 'String!' }
  MotionFilter: { date: 'DateRange'; language: '[String!]'; meeting: '[String!]'; organization: '[String!]'; person: '[String!]'; result: '[MotionResult!]'; series: '[String!]'; text: 'String'; theme: '[String!]' }
  OrganizationFilter: { meeting: '[String!]'; name: 'String'; series: '[String!]' }
  OrganizationOrder: { direction: 'OrderDirection!'; field: 'OrganizationOrderField!' }
  OutcomeFilter: { date: 'DateRange'; kind: '[OutcomeKind!]'; language: '[String!]'; meeting: '[String!]'; series: '[String!]'; text: 'String'; theme: '[String!]' }
  ParagraphFilter: { person: '[String!]'; section: '[Int!]'; text: 'String'; theme: '[String!]' }
  PersonFilter: { includeCited: 'Boolean'; meeting: '[String!]'; name: 'String'; organization: '[String!]'; series: '[String!]'; theme: '[String!]' }
  PersonInput: { name: 'String'; person: 'ID' }
  PersonOrder: { direction: 'OrderDirection!'; field: 'PersonOrderField!' }
  PlaceInput: { end: 'Int'; remark: 'ID'; start: 'Int'; words: 'String' }
  PostInput: { organization: 'BodyInput'; person: 'PersonInput!'; status: 'AffiliationStatus'; title: 'String' }
  PresenceInput: { mode: 'AttendanceMode'; person: 'PersonInput!'; role: 'String' }
  RemarkFilter: { attribution: '[Attribution!]'; date: 'DateRange'; kind: '[RemarkKind!]'; language: '[String!]'; meeting: '[String!]'; organization: '[String!]'; person: '[String!]'; series: '[String!]'; text: 'String'; theme: '[String!]' }
  RenamePersonInput: { name: 'String!'; person: 'ID!'; reason: 'String!' }
  SpeakerInput: { body: 'String'; name: 'String'; organization: 'ID'; person: 'ID'; role: 'String' }
  ThemeFilter: { meeting: '[String!]'; person: '[String!]'; series: '[String!]'; title: 'String' }
  ThemeOrder: { direction: 'OrderDirection!'; field: 'ThemeOrderField!' }
  ThemeTitleInput: { title: 'String' }
  UndoCorrectionInput: { correction: 'ID!'; reason: 'String!' }
  UndoMergeInput: { merge: 'ID!'; reason: 'String!' }
  VoteEventFilter: { date: 'DateRange'; language: '[String!]'; meeting: '[String!]'; organization: '[String!]'; person: '[String!]'; result: '[MotionResult!]'; series: '[String!]'; text: 'String'; theme: '[String!]' }
  VoteFilter: { date: 'DateRange'; language: '[String!]'; meeting: '[String!]'; option: '[VoteOption!]'; result: '[MotionResult!]'; series: '[String!]'; text: 'String'; theme: '[String!]' }
  WrittenNameInput: { name: 'String!'; person: 'PersonInput!' }
}

/** Input → the fields that it needs. */
export interface NeededInputs {
  CorrectInput: 'corrections' | 'meeting' | 'reason'
  ErasePersonInput: 'person' | 'reason'
  MeetingActInput: 'meeting' | 'reason'
  MeetingOrder: 'direction' | 'field'
  MergeInput: 'from' | 'into' | 'reason'
  OrganizationOrder: 'direction' | 'field'
  PersonOrder: 'direction' | 'field'
  PostInput: 'person'
  PresenceInput: 'person'
  RenamePersonInput: 'name' | 'person' | 'reason'
  ThemeOrder: 'direction' | 'field'
  UndoCorrectionInput: 'correction' | 'reason'
  UndoMergeInput: 'merge' | 'reason'
  WrittenNameInput: 'name' | 'person'
}

/** Type → the types of the objects that it can be. */
export interface Possible {
  ActionItem: 'ActionItem'
  ActionItemConnection: 'ActionItemConnection'
  ActionItemEdge: 'ActionItemEdge'
  Affiliation: 'Affiliation'
  AnsweredRemark: 'AnsweredRemark'
  Attendance: 'Attendance'
  AttendanceConnection: 'AttendanceConnection'
  AttendanceEdge: 'AttendanceEdge'
  Change: 'Change'
  ChangeConnection: 'ChangeConnection'
  ChangeEdge: 'ChangeEdge'
  ConflictError: 'ConflictError'
  CorrectResult: 'ConflictError' | 'CorrectSuccess' | 'InvalidInputError' | 'NotFoundError'
  CorrectSuccess: 'CorrectSuccess'
  Correction: 'Correction'
  CorrectionConnection: 'CorrectionConnection'
  CorrectionEdge: 'CorrectionEdge'
  Decision: 'Decision'
  DecisionConnection: 'DecisionConnection'
  DecisionEdge: 'DecisionEdge'
  DocumentNotRecognizedError: 'DocumentNotRecognizedError'
  ErasePersonResult: 'ConflictError' | 'ErasePersonSuccess' | 'InvalidInputError' | 'NotFoundError'
  ErasePersonSuccess: 'ErasePersonSuccess'
  Exchange: 'Exchange'
  FieldError: 'FieldError'
  Finding: 'Finding'
  FindingConnection: 'FindingConnection'
  FindingEdge: 'FindingEdge'
  FormatVerdict: 'FormatVerdict'
  IngestCounts: 'IngestCounts'
  IngestDocumentResult: 'ConflictError' | 'DocumentNotRecognizedError' | 'IngestDocumentSuccess' | 'InvalidInputError'
  IngestDocumentSuccess: 'IngestDocumentSuccess'
  IngestTotals: 'IngestTotals'
  InvalidInputError: 'InvalidInputError'
  Meeting: 'Meeting'
  MeetingConnection: 'MeetingConnection'
  MeetingEdge: 'MeetingEdge'
  Mention: 'Mention'
  MentionConnection: 'MentionConnection'
  MentionEdge: 'MentionEdge'
  Merge: 'Merge'
  MergeConnection: 'MergeConnection'
  MergeEdge: 'MergeEdge'
  MergeOrganizationsResult: 'ConflictError' | 'InvalidInputError' | 'MergeOrganizationsSuccess' | 'NotFoundError'
  MergeOrganizationsSuccess: 'MergeOrganizationsSuccess'
  MergePeopleResult: 'ConflictError' | 'InvalidInputError' | 'MergePeopleSuccess' | 'NotFoundError'
  MergePeopleSuccess: 'MergePeopleSuccess'
  MergeThemesResult: 'ConflictError' | 'InvalidInputError' | 'MergeThemesSuccess' | 'NotFoundError'
  MergeThemesSuccess: 'MergeThemesSuccess'
  ModelUse: 'ModelUse'
  Motion: 'Motion'
  MotionConnection: 'MotionConnection'
  MotionEdge: 'MotionEdge'
  Mutation: 'Mutation'
  Node: 'ActionItem' | 'Affiliation' | 'Attendance' | 'Change' | 'Correction' | 'Decision' | 'Finding' | 'Meeting' | 'Mention' | 'Merge' | 'Motion' | 'Organization' | 'Paragraph' | 'Person' | 'Response' | 'Section' | 'Series' | 'SourceDocument' | 'Statement' | 'Theme' | 'UnattributedPassage' | 'Vote' | 'VoteEvent'
  NotFoundError: 'NotFoundError'
  Organization: 'Organization'
  OrganizationConnection: 'OrganizationConnection'
  OrganizationCount: 'OrganizationCount'
  OrganizationEdge: 'OrganizationEdge'
  Outcome: 'ActionItem' | 'Decision' | 'Motion' | 'VoteEvent'
  OutcomeConnection: 'OutcomeConnection'
  OutcomeEdge: 'OutcomeEdge'
  OutcomeParty: 'OutcomeParty'
  PageInfo: 'PageInfo'
  Paragraph: 'Paragraph'
  ParagraphConnection: 'ParagraphConnection'
  ParagraphEdge: 'ParagraphEdge'
  Person: 'Person'
  PersonConnection: 'PersonConnection'
  PersonCount: 'PersonCount'
  PersonEdge: 'PersonEdge'
  Piece: 'Piece'
  Query: 'Query'
  Reading: 'Reading'
  ReadingProgress: 'ReadingProgress'
  Remark: 'Response' | 'Statement'
  RemarkConnection: 'RemarkConnection'
  RemarkEdge: 'RemarkEdge'
  RenamePersonResult: 'ConflictError' | 'InvalidInputError' | 'NotFoundError' | 'RenamePersonSuccess'
  RenamePersonSuccess: 'RenamePersonSuccess'
  Response: 'Response'
  ResponseAct: 'ResponseAct'
  RestoreMeetingResult: 'ConflictError' | 'InvalidInputError' | 'NotFoundError' | 'RestoreMeetingSuccess'
  RestoreMeetingSuccess: 'RestoreMeetingSuccess'
  RetractMeetingResult: 'ConflictError' | 'InvalidInputError' | 'NotFoundError' | 'RetractMeetingSuccess'
  RetractMeetingSuccess: 'RetractMeetingSuccess'
  SearchConnection: 'SearchConnection'
  SearchCount: 'SearchCount'
  SearchCounts: 'SearchCounts'
  SearchEdge: 'SearchEdge'
  SearchResult: 'ActionItem' | 'Decision' | 'Meeting' | 'Motion' | 'Organization' | 'Paragraph' | 'Person' | 'Response' | 'Statement' | 'Theme' | 'VoteEvent'
  Section: 'Section'
  Series: 'Series'
  SeriesConnection: 'SeriesConnection'
  SeriesEdge: 'SeriesEdge'
  SourceDocument: 'SourceDocument'
  Span: 'Span'
  Statement: 'Statement'
  Statistics: 'Statistics'
  Subscription: 'Subscription'
  Theme: 'Theme'
  ThemeConnection: 'ThemeConnection'
  ThemeCount: 'ThemeCount'
  ThemeEdge: 'ThemeEdge'
  UnattributedPassage: 'UnattributedPassage'
  UnattributedPassageConnection: 'UnattributedPassageConnection'
  UnattributedPassageEdge: 'UnattributedPassageEdge'
  UndoCorrectionResult: 'ConflictError' | 'InvalidInputError' | 'NotFoundError' | 'UndoCorrectionSuccess'
  UndoCorrectionSuccess: 'UndoCorrectionSuccess'
  UndoMergeResult: 'ConflictError' | 'InvalidInputError' | 'NotFoundError' | 'UndoMergeSuccess'
  UndoMergeSuccess: 'UndoMergeSuccess'
  UserError: 'ConflictError' | 'DocumentNotRecognizedError' | 'InvalidInputError' | 'NotFoundError'
  Vote: 'Vote'
  VoteConnection: 'VoteConnection'
  VoteCount: 'VoteCount'
  VoteEdge: 'VoteEdge'
  VoteEvent: 'VoteEvent'
  VoteEventConnection: 'VoteEventConnection'
  VoteEventEdge: 'VoteEventEdge'
  YearCount: 'YearCount'
  __Schema: '__Schema'
  __Type: '__Type'
  __Field: '__Field'
  __InputValue: '__InputValue'
  __EnumValue: '__EnumValue'
  __Directive: '__Directive'
}
