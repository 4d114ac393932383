import { z } from 'zod'
import { Failure } from '#shared/contract/failure.ts'
import { check } from '#shared/formula/check.ts'
import { inferFormat } from '#shared/formula/inferFormat.ts'
import { problemText } from '#shared/formula/problemText.ts'
import { toStored } from '#shared/formula/stored.ts'
import { appError } from '#shared/i18n/appError.ts'
import { numberSettingsSchema, type ColumnOf } from '#shared/model/column.ts'
import type { Schema } from '../../store/schema.ts'
import { resultOf } from './settle.ts'

const given = z.object({ source: z.string(), format: numberSettingsSchema.optional() })

/** Settings of a formula column from what a person wrote; refuses, with the place and the reason, what cannot be computed. */
export function formulaSettings(schema: Schema, tableId: number, name: string, settings: unknown): ColumnOf<'formula'>['settings'] {
  const parsed = given.safeParse(settings)
  if (!parsed.success) throw new Failure(appError('column.invalid', { name }))
  const { source, format } = parsed.data
  const checked = check(source, tableId, schema)
  if (!checked.ok) {
    const { failure } = checked
    throw new Failure({
      ...appError('formula.invalid'),
      message: problemText(failure),
      details: `${failure.code} at ${failure.span.from}–${failure.span.to}`,
    })
  }
  return { source: toStored(source, tableId, schema), result: resultOf(checked.value), format: format ?? inferFormat(checked.value, schema.columns) }
}
