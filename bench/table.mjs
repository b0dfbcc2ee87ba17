export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2
}

/** A table of servers, with ratios to the first: `of` gives the median of a figure, `statements` how many one answer takes. */
export function rowsOf(names, of, statements) {
  return [
    `| server | answers/s | × ${names[0]} | p50 ms | p99 ms | server CPU s/1,000 | Postgres CPU s/1,000 | memory MB | statements |`,
    '|---|---|---|---|---|---|---|---|---|',
    ...names.map((name) => {
      const ratio = of(name, 'perSecond') / of(names[0], 'perSecond')
      const cells = [
        ...[of(name, 'perSecond').toFixed(0), ratio.toFixed(2), of(name, 'p50'), of(name, 'p99')],
        ...[of(name, 'cpu').toFixed(2), of(name, 'postgres').toFixed(2), of(name, 'memory').toFixed(0)],
        statements(name),
      ]
      return `| ${name} | ${cells.join(' | ')} |`
    }),
  ]
}

/** The runs as Markdown: for each number of connections a table, with ratios to the first server. */
export function tableOf({ title, about, command, names, connections, checked, runs }) {
  const lines = [`# ${title}`, '', `${about}.`, '', `    ${command}`, '']
  for (const amount of connections) {
    const of = (name, key) =>
      median(runs.filter((run) => run.server === name && run.connections === amount).map((run) => run[key]))
    lines.push(`## ${amount} connections`, '', ...rowsOf(names, of, (name) => checked[name].statements), '')
  }
  return lines.join('\n')
}
