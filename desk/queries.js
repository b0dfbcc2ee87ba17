/** @param {string} connection @param {string} fields */
const page = (connection, fields) => `query Page($slug: String!, $after: String) { meeting(slug: $slug) {
  page: ${connection} { pageInfo { hasNextPage endCursor } nodes { ${fields} } } } }`

const failed = '__typename ... on UserError { message }'

/** What the desk asks of the API. */
export const queries = {
  text: 'query Text($slug: String!) { meeting(slug: $slug) { source { text } } }',
  corrections: page(
    'corrections(first: 100, after: $after)',
    'id summary lost reason by at undoneAt undoneBy undoneReason',
  ),
  findings: page(
    'findings(first: 100, after: $after)',
    `id severity code message settled span { start end }
    candidates { __typename id ... on Person { name slug } ... on Organization { name slug } ... on Theme { title slug } }`,
  ),
  present: page('attendances(first: 100, after: $after)', 'person { id name }'),
  remark: `query Remark($id: ID!) { node(id: $id) { __typename ... on Remark {
    span { start end } onBehalfOf { id name } ... on Response { inResponseTo { id } } } } }`,
  people: `query People($name: String!) { search(query: $name, in: [PEOPLE], first: 6) { nodes {
    __typename ... on Person { id name organization { name } } } } }`,
  bodies: `query Bodies($name: String!) { search(query: $name, in: [ORGANIZATIONS], first: 6) { nodes {
    __typename ... on Organization { id name } } } }`,
  correct: `mutation Correct($input: CorrectInput!) { correct(input: $input) {
    ${failed} ... on CorrectSuccess { corrections { id summary } } } }`,
  undo: `mutation UndoCorrection($input: UndoCorrectionInput!) { undoCorrection(input: $input) { ${failed} } }`,
  merge: `mutation MergePeople($input: MergeInput!) { mergePeople(input: $input) {
    ${failed} ... on MergePeopleSuccess { merge person { name } } } }`,
  mergeBodies: `mutation MergeOrganizations($input: MergeInput!) { mergeOrganizations(input: $input) {
    ${failed} ... on MergeOrganizationsSuccess { merge organization { name } } } }`,
  mergeThemes: `mutation MergeThemes($input: MergeInput!) { mergeThemes(input: $input) {
    ${failed} ... on MergeThemesSuccess { merge theme { title } } } }`,
  undoMerge: `mutation UndoMerge($input: UndoMergeInput!) { undoMerge(input: $input) { ${failed} } }`,
  retract: `mutation RetractMeeting($input: MeetingActInput!) { retractMeeting(input: $input) { ${failed} } }`,
  restore: `mutation RestoreMeeting($input: MeetingActInput!) { restoreMeeting(input: $input) {
    ${failed} ... on RestoreMeetingSuccess { meeting { slug } } } }`,
}
