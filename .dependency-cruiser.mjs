// What may import what: cli and server → yoga → http → pages → schema and types → database; ingest knows no GraphQL, the SDK no src.
const types =
  '^src/(meeting|paragraph|theme|person|organization|remark|document|correction|ingest-document|mutations|search|statistics|change)/'
const graphql = `^src/schema/|${types}`
const process = '^src/(server|yoga|cli)\\.ts$|^src/cli/'
const aboveGraphql = '^src/(access|http|pages|client)/'
const graphqlLibraries = 'node_modules/(@pothos|graphql|graphql-yoga)/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'database-knows-nobody',
      severity: 'error',
      from: { path: '^src/database/' },
      to: { path: '^src/', pathNot: '^src/(database|generated)/' },
    },
    {
      name: 'feed-knows-the-database-only',
      severity: 'error',
      from: { path: '^src/feed/' },
      to: { path: '^src/', pathNot: '^src/(feed|database|generated)/' },
    },
    {
      name: 'ingesting-and-curating-know-no-graphql',
      severity: 'error',
      from: { path: '^src/(ingest|curate)/' },
      to: { path: [graphql, process, aboveGraphql, graphqlLibraries] },
    },
    {
      name: 'sample-knows-the-database-and-ingest',
      severity: 'error',
      from: { path: '^src/sample/' },
      to: { path: '^src/', pathNot: '^src/(sample|database|ingest)/' },
    },
    {
      name: 'compiler-names-no-type',
      comment: 'The compiled read path learns from extensions of the schema how a field is read.',
      severity: 'error',
      from: { path: '^src/read/' },
      to: { path: [types, process, aboveGraphql] },
    },
    {
      name: 'reader-knows-itself-only',
      comment: 'The reader is pure: no database, no clock, no network, and nothing of the server.',
      severity: 'error',
      from: { path: '^reader/' },
      to: { path: '^(src|sdk|tests|scripts)/' },
    },
    {
      name: 'formats-know-no-other-format',
      comment: 'A new format is one new folder. What several formats need stands beside them in src/ingest.',
      severity: 'error',
      from: { path: '^reader/src/formats/([^/]+)/' },
      to: { path: '^reader/src/formats/[^/]+/', pathNot: '^reader/src/formats/$1/' },
    },
    {
      name: 'what-formats-share-knows-no-format',
      severity: 'error',
      from: { path: '^reader/src/', pathNot: '^reader/src/formats/' },
      to: { path: '^reader/src/formats/[^/]+/' },
    },
    {
      name: 'pages-know-no-server',
      comment: 'A page is text; how it is sent is for HTTP.',
      severity: 'error',
      from: { path: '^src/pages/' },
      to: { path: [process, '^src/(http|client)/'] },
    },
    {
      name: 'graphql-knows-no-server',
      comment: 'The schema is built, printed and executed without HTTP.',
      severity: 'error',
      from: { path: [graphql, '^src/access/'] },
      to: { path: [process, '^src/(http|pages|client)/'] },
    },
    { name: 'sdk-knows-no-src', severity: 'error', from: { path: '^sdk/' }, to: { path: '^src/' } },
    {
      name: 'src-knows-no-sdk-or-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sdk|tests|scripts)/' },
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/generated/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
