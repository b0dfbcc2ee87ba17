import { braces, type Code, js, printed, text } from './code.js'
import type { Flattening, SelectedRow } from './flat.js'
import type { SpanPart, SpanPlan } from './plan.js'

/** Offsets in a column, and the document that a relation leads to. */
export function spanCode(
  flattening: Flattening,
  { key, joins, pieces, parts, nullable }: SpanPlan,
  parent: SelectedRow,
): Code {
  parent.scope.join(joins)
  const value = `${parent.row}[${parent.scope.column(pieces)}]`
  const code = printed(braces(parts.map((part) => [part.key, partCode(flattening, part, parent, value)])))
  const present = nullable ? `(${value}.length===0?'null':${code})` : code
  return js(`(${value}===null?broken(${JSON.stringify(key)}):${present})`)
}

function partCode(flattening: Flattening, part: SpanPart, parent: SelectedRow, value: string): Code {
  switch (part.kind) {
    case 'constant':
      return text(part.json)
    case 'one':
      return flattening.one(part, parent)
    case 'start':
      return js(`String(${value}[0]??0)`)
    case 'end':
      return js(`String(${value}[${value}.length-1]??0)`)
    case 'pieces': {
      const [start, end] = [flattening.variable(), flattening.variable()]
      const piece = braces(
        part.parts.map((inner) => [
          inner.key,
          inner.kind === 'constant' ? text(inner.json) : js(`String(${inner.kind === 'start' ? start : end})`),
        ]),
      )
      return js(`'['+pieces(${value},function(${start},${end}){return ${printed(piece)}})+']'`)
    }
  }
}
