import { check } from '#shared/formula/check.ts'
import type { FormulaProblem } from '#shared/formula/problem.ts'
import type { Typed } from '#shared/formula/typed.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import type { Schema } from '../../store/schema.ts'

/** A formula's tree, or why it has none: a column it names may be gone, or may be of another type by now. */
export function checkedFormula(schema: Schema, column: ColumnOf<'formula'>): Result<Typed, FormulaProblem> {
  const ofSchema = kept.get(schema) ?? new Map<number, Result<Typed, FormulaProblem>>()
  kept.set(schema, ofSchema)
  const known = ofSchema.get(column.id)
  if (known !== undefined) return known
  const checked = check(column.settings.source, column.tableId, schema)
  ofSchema.set(column.id, checked)
  return checked
}

/** A schema is never changed, so what was checked against it stays true. */
const kept = new WeakMap<Schema, Map<number, Result<Typed, FormulaProblem>>>()
