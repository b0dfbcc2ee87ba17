import type { FieldPlan, ObjectPlan } from './plan.js'

/** A column that is read anyway and tells whether the row is there: one of its own, or of a row that it cannot be without. */
export function evidenceOf(objects: readonly ObjectPlan[]): string | undefined {
  for (const { alias, branches } of objects)
    for (const { fields } of branches)
      for (const field of fields)
        if (field.kind === 'leaf' && field.evidence === alias) return field.codec.sql(field.column)
  const required = objects.flatMap(({ branches: [branch, ...others] }) =>
    others.length > 0 ? [] : (branch?.fields ?? []).flatMap((field) => requiredBy(field)),
  )
  return required.length > 0 ? evidenceOf(required) : undefined
}

const requiredBy = (field: FieldPlan) => (field.kind === 'one' && !field.nullable ? [field.object] : [])

/** What stands in a column of its own, or in a join, and would be worked out anew for each row of a list. */
const apart: ReadonlySet<FieldPlan['kind']> = new Set(['nodes', 'frame', 'number', 'found'])

/** The lists that hang on the row at the top. With more than one, the rows of one would repeat the other. */
export function listsOf(object: ObjectPlan, found = new Set<FieldPlan>()): Set<FieldPlan> {
  for (const { fields } of object.branches)
    for (const field of fields) {
      if (field.kind === 'one') listsOf(field.object, found)
      else if (field.kind === 'span')
        for (const part of field.parts) if (part.kind === 'one') listsOf(part.object, found)
      if (field.kind === 'list' || apart.has(field.kind) || (field.kind === 'page' && field.readsRows)) found.add(field)
    }
  return found
}
