import type { Disagreement } from './disagreements.js'
import type { Report, Row } from './evaluate.js'
import type { Measures } from './measures.js'

/** The report as text: for each document a table and its worst disagreements, then totals by format. */
export const formatReport = (report: Report): string =>
  [
    ...report.rows.map(documentTable),
    ...report.failed.map(({ name, path, reason }) => `${name}\n  ${path} could not be read: ${reason}`),
    totals(report),
  ].join('\n\n')

function documentTable(row: Row): string {
  const { categories, extra, micro } = row.score
  const lines = [
    ...categories.map((category) => cells(category.name, category, category.meanOverlap)),
    cells('all rows', micro),
    ...[...extra].map(([name, figures]) => cells(`(${name})`, figures)),
  ]
  const head = ['category', 'gold', 'read', 'match', 'P', 'R', 'F1', 'overlap']
  return [`${row.name} · ${row.format}`, ...aligned(row), table([head, ...lines]), ...worst(row.worst)].join('\n')
}

function aligned({ lost, path }: Row): string[] {
  if (lost === null) return []
  const missing = lost === 0 ? '' : `; ${lost} of them were not found`
  return [`  Offsets were mapped to the text of ${path} by aligning the two texts${missing}.`]
}

const figure = (value: number | null) => (value === null ? '' : value.toFixed(3))

const cells = (name: string, { gold, read, found, precision, recall, f1 }: Measures, overlap: number | null = null) => [
  name,
  `${gold}`,
  `${read}`,
  `${found}`,
  figure(precision),
  figure(recall),
  figure(f1),
  figure(overlap),
]

function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
  return rows.map((row) => `  ${line(row).join('  ')}`.trimEnd()).join('\n')
}

function worst(disagreements: Disagreement[]): string[] {
  if (disagreements.length === 0) return ['  No disagreements.']
  return [
    '  Worst disagreements',
    ...disagreements.map(
      ({ category, gold, read, text }) =>
        `  - ${category}: ${gold ?? 'nothing'} was read as ${read ?? 'nothing'}${text ? `\n      “${text}”` : ''}`,
    ),
  ]
}

function totals({ formats }: Report): string {
  const head = ['format', 'documents', 'gold', 'read', 'P', 'R', 'F1', 'speakers F1']
  const rows = formats.map(({ format, documents, micro, categories }) => [
    format,
    `${documents}`,
    `${micro.gold}`,
    `${micro.read}`,
    figure(micro.precision),
    figure(micro.recall),
    figure(micro.f1),
    figure(categories.get('speakers')?.f1 ?? null),
  ])
  return `By format\n${table([head, ...rows])}`
}
