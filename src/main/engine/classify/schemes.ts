import type { ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { resultTypeOf } from '#shared/model/columns/display.ts'
import { asksWhoLooks } from '#shared/model/filter.ts'
import { columnsOfMetric, type Scheme } from '#shared/model/scheme.ts'
import type { Schema, WriteContext } from '../context.ts'
import { handOver } from '../history/handOver.ts'
import { newUidText } from '../store/uid.ts'
import { filtersOf, inputsOf, linkedInputsOf, optionsOf } from './classColumns.ts'
import { metricOf } from './classSql.ts'

export function createScheme(context: WriteContext, input: ParsedInput<'schemes.create'>): Scheme {
  const scheme: Scheme = { id: context.newId('scheme'), uid: newUidText(), enabled: true, ...input }
  refuseUnfit(context.schema, scheme)
  handOver(context, scheme)
  context.apply({ schema: [{ kind: 'scheme', id: scheme.id, from: null, to: scheme }] })
  return scheme
}

export function updateScheme(context: WriteContext, input: ParsedInput<'schemes.update'>): Scheme {
  const scheme = schemeById(context.schema, input.schemeId)
  const changed: Scheme = {
    ...scheme,
    name: input.name ?? scheme.name,
    rule: input.rule ?? scheme.rule,
    fallbackOptionId: input.fallbackOptionId === undefined ? scheme.fallbackOptionId : input.fallbackOptionId,
    enabled: input.enabled ?? scheme.enabled,
  }
  // A scheme that stands still for want of a column may be renamed or switched off all the same.
  if (input.rule !== undefined || input.fallbackOptionId !== undefined || input.enabled === true) refuseUnfit(context.schema, changed)
  if (changed.enabled && !scheme.enabled) handOver(context, changed)
  context.apply({ schema: [{ kind: 'scheme', id: scheme.id, from: scheme, to: changed }] })
  return changed
}

/** The column keeps its classes, as a select that anyone may fill from now on. */
export function deleteScheme(context: WriteContext, schemeId: number): void {
  const scheme = schemeById(context.schema, schemeId)
  context.apply({ schema: [{ kind: 'scheme', id: scheme.id, from: scheme, to: null }] })
}

export function schemeById(schema: Schema, schemeId: number): Scheme {
  const scheme = schema.schemes.get(schemeId)
  if (scheme === undefined) throw new Failure(appError('scheme.notFound'))
  return scheme
}

/** Refuses a scheme that could not work: wrong columns, unknown classes, a taken target. */
function refuseUnfit(schema: Schema, scheme: Scheme): void {
  if (!schema.tables.has(scheme.tableId)) throw new Failure(appError('table.notFound'))
  const target = schema.columns.get(scheme.targetColumnId)
  if (target === undefined || target.tableId !== scheme.tableId) throw new Failure(appError('column.notFound'))
  if (target.type !== 'singleSelect') throw new Failure(appError('column.invalid', { name: target.name }))
  const options = new Set(target.settings.options.map((option) => option.id))
  const given = [...optionsOf(scheme.rule), ...(scheme.fallbackOptionId === null ? [] : [scheme.fallbackOptionId])]
  if (!given.every((id) => options.has(id))) throw new Failure(appError('column.invalid', { name: target.name }))
  const other = [...schema.schemes.values()].find((known) => known.id !== scheme.id && known.enabled && known.targetColumnId === target.id)
  if (scheme.enabled && other !== undefined) throw new Failure(appError('column.inUse', { name: target.name, by: other.name }))
  refuseUnfitInputs(schema, scheme)
  // A class is stored for everybody: it cannot depend on who looks.
  if (filtersOf(scheme.rule).some(asksWhoLooks)) throw new Failure(appError('column.invalid', { name: target.name }))
}

function refuseUnfitInputs(schema: Schema, scheme: Scheme): void {
  for (const id of inputsOf(scheme.rule)) {
    const column = schema.columns.get(id)
    if (column === undefined || column.tableId !== scheme.tableId) throw new Failure(appError('column.notFound'))
  }
  if (!linkedInputsOf(scheme.rule).every((id) => schema.columns.has(id))) throw new Failure(appError('column.notFound'))
  const metric = metricOf(scheme.rule)
  if (metric === null) return
  const fitting = metric.kind === 'daysUntil' || metric.kind === 'daysSince' ? ['date', 'dateTime'] : ['number', 'checkbox']
  for (const id of columnsOfMetric(metric)) {
    const column = schema.columns.get(id)
    if (column !== undefined && !fitting.includes(resultTypeOf(column, schema.columns))) {
      throw new Failure(appError('column.invalid', { name: column.name }))
    }
  }
}
