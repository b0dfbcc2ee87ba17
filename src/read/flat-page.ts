import { braces, type Code, js, printed, text } from './code.js'
import { evidenceOf } from './evidence.js'
import type { Flattening, SelectedRow } from './flat.js'
import type { EdgePart, PageInfoPart, PagePart, PagePlan } from './plan.js'
import type { Scope } from './scope.js'
import { sql } from './sql.js'

/** A connection: the rows of its page, and what they tell of the pages around it. */
export function pageCode(flattening: Flattening, plan: PagePlan, parent: SelectedRow): Code {
  if (plan.unless === undefined) return pageOf(flattening, plan, parent)
  const fits = `${parent.row}[${parent.scope.add(sql`(${plan.unless})`)}]`
  return js(`(${fits}===true?${printed(pageOf(flattening, plan, parent))}:broken('a list that cannot be given'))`)
}

function pageOf(flattening: Flattening, plan: PagePlan, parent: SelectedRow): Code {
  const counts = new Map(
    plan.parts.flatMap((part) => (part.kind === 'count' ? [[part.key, flattening.count(part.count, parent)]] : [])),
  )
  const countOf = (key: string): Code => counts.get(key) ?? []
  if (!plan.readsRows)
    return braces(plan.parts.map((part) => [part.key, part.kind === 'constant' ? text(part.json) : countOf(part.key)]))
  const rows = flattening.variable()
  const presence = evidenceOf(objectsOf(plan.parts)) ?? plan.presence
  const { list, made } = flattening.rows(plan, { alias: plan.alias, presence }, parent, (scope) => {
    const page = new PageCode(flattening, plan, scope, rows)
    return printed(
      braces(plan.parts.map((part) => [part.key, part.kind === 'count' ? countOf(part.key) : page.part(part)])),
    )
  })
  return js(`(function(${rows}){return ${made}})(${list})`)
}

const objectsOf = (parts: readonly PagePart[]) =>
  parts.flatMap((part) => {
    if (part.kind === 'nodes') return [part.object]
    return part.kind === 'edges' ? part.parts.flatMap((edge) => (edge.kind === 'node' ? [edge.object] : [])) : []
  })

/** The code of what is asked of one page's rows, which are in the variable `rows`. */
class PageCode {
  private readonly page: string

  constructor(
    private readonly flattening: Flattening,
    private readonly plan: PagePlan,
    private readonly scope: Scope,
    private readonly rows: string,
  ) {
    this.page = `pages[${plan.index}].page`
  }

  part(part: Exclude<PagePart, { kind: 'count' }>): Code {
    switch (part.kind) {
      case 'constant':
        return text(part.json)
      case 'nodes':
        return this.each((row) => this.flattening.object(part.object, { scope: this.scope, row }))
      case 'edges':
        return this.each((row) => braces(part.parts.map((edge) => [edge.key, this.edge(edge, row)])))
      case 'pageInfo':
        return braces(part.parts.map((info) => [info.key, this.info(info)]))
    }
  }

  private each(code: (row: string) => Code): Code {
    const row = this.flattening.variable()
    return js(`'['+each(${this.rows},${this.page},function(${row}){return ${printed(code(row))}})+']'`)
  }

  private edge(part: EdgePart, row: string): Code {
    if (part.kind === 'constant') return text(part.json)
    if (part.kind === 'cursor') return js(this.cursor(row))
    return this.flattening.object(part.object, { scope: this.scope, row })
  }

  private cursor(row: string): string {
    const { value, id } = this.plan.cursor
    return `cursor(${this.page},${row}[${this.scope.column(value)}],${row}[${this.scope.column(id)}])`
  }

  private info(part: PageInfoPart): Code {
    const { page, rows } = this
    const more = `${rows}.length>${page}.size`
    switch (part.kind) {
      case 'constant':
        return text(part.json)
      case 'hasNextPage':
        return js(`String(${page}.backward?${page}.before!==undefined:${more})`)
      case 'hasPreviousPage':
        return js(`String(${page}.backward?${more}:${page}.after!==undefined)`)
      case 'startCursor':
      case 'endCursor': {
        const row = this.flattening.variable()
        return js(`end(${rows},${page},${part.kind === 'startCursor'},function(${row}){return ${this.cursor(row)}})`)
      }
    }
  }
}
