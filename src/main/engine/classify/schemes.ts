import type { LockedRows } from '#shared/change/change.ts'
import type { ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { ClassRun } from '#shared/model/classRun.ts'
import type { ClassLock } from '#shared/model/classLock.ts'
import type { Option } from '#shared/model/option.ts'
import { isSelect } from '#shared/model/columns/selects.ts'
import { asksWhoLooks } from '#shared/model/filter.ts'
import { filtersOfScheme, optionsOfScheme, targetTypeOf, type Scheme } from '#shared/model/scheme.ts'
import { inputsOf, linkedInputsOf, misfitOf } from '#shared/model/schemeInputs.ts'
import type { Schema, WriteContext } from '../context.ts'
import { handOver } from '../history/handOver.ts'
import { createColumn, updateColumn } from '../tables/columns.ts'
import { columnRef, idList, sql, tableRef } from '../store/sql.ts'
import { newUidText } from '../store/uid.ts'
import type { Draft } from './preview.ts'

export function createScheme(context: WriteContext, input: ParsedInput<'schemes.create'>): Scheme {
  const { newOptions, run, downgradeAfter, ...given } = input
  const targetColumnId = given.targetColumnId ?? newTarget(context, given, newOptions ?? [])
  const scheme: Scheme = {
    id: context.newId('scheme'),
    uid: newUidText(),
    enabled: true,
    ...given,
    ...runSettings({ run, downgradeAfter }),
    targetColumnId,
  }
  refuseUnfit(context.schema, scheme)
  refuseTakenTarget(context.schema, scheme)
  const standing = scheme.rule.kind === 'manual' ? classesInPlace(context, scheme) : []
  handOver(context, scheme)
  context.apply({ schema: [{ kind: 'scheme', id: scheme.id, from: null, to: scheme }], locked: standing })
  return scheme
}

/** What people typed into a column that is set by hand from now on stays, as set by hand. */
function classesInPlace(context: WriteContext, { id: schemeId, tableId, targetColumnId, rule }: Scheme): LockedRows[] {
  const known = rule.kind === 'manual' ? rule.optionIds : []
  const cell = columnRef(targetColumnId)
  const rows = context.db.rows(sql`select id, ${cell} from ${tableRef(tableId)} where ${cell} in ${idList(known)} order by id`)
  if (rows.length === 0) return []
  const lock = (optionId: number): ClassLock => ({ optionId, reason: '', until: null, by: context.actorId, at: new Date().toISOString() })
  return [
    { tableId, schemeId, ids: rows.map(([id]) => Number(id)), from: rows.map(() => null), to: rows.map(([, optionId]) => lock(Number(optionId))) },
  ]
}

/** A select of the scheme's name, in the same change as the scheme. */
function newTarget(context: WriteContext, { tableId, name, rule }: Pick<Scheme, 'tableId' | 'name' | 'rule'>, options: readonly Option[]): number {
  const column = {
    tableId,
    name,
    type: targetTypeOf(rule),
    settings: { options },
    description: '',
    required: false,
    role: null,
    beforeColumnId: null,
  }
  return createColumn(context, column).id
}

export function updateScheme(context: WriteContext, input: ParsedInput<'schemes.update'>): Scheme {
  const scheme = schemeById(context.schema, input.schemeId)
  const { run: _run, downgradeAfter: _after, ...rest } = scheme
  const changed: Scheme = {
    ...rest,
    name: input.name ?? scheme.name,
    scope: input.scope === undefined ? scheme.scope : input.scope,
    rule: input.rule ?? scheme.rule,
    fallbackOptionId: input.fallbackOptionId === undefined ? scheme.fallbackOptionId : input.fallbackOptionId,
    enabled: input.enabled ?? scheme.enabled,
    playbook: input.playbook ?? scheme.playbook,
    ...runSettings({ run: input.run ?? scheme.run, downgradeAfter: input.downgradeAfter ?? scheme.downgradeAfter }),
  }
  const givesOther = [input.rule, input.scope, input.fallbackOptionId, input.run, input.downgradeAfter].some((each) => each !== undefined)
  if (givesOther) changed.revision = context.newId('schemeRevision')
  const { options } = input
  if (options !== undefined) addClasses(context, changed, options)
  // A scheme that stands still for want of a column may be renamed or switched off all the same.
  if (givesOther || input.enabled === true) {
    refuseUnfit(context.schema, changed)
    refuseTakenTarget(context.schema, changed)
  }
  if (changed.enabled && !scheme.enabled) handOver(context, changed)
  context.apply({ schema: [{ kind: 'scheme', id: scheme.id, from: scheme, to: changed }] })
  if (options !== undefined) updateColumn(context, { columnId: changed.targetColumnId, settings: { options } })
  return changed
}

/** The new classes are there before the rule gives them out; those that are gone stay until it no longer does. */
function addClasses(context: WriteContext, { targetColumnId }: Scheme, options: readonly Option[]): void {
  const target = context.schema.columns.get(targetColumnId)
  if (target === undefined || !isSelect(target)) throw new Failure(appError('column.notFound'))
  const gone = target.settings.options.filter(({ id }) => options.every((option) => option.id !== id))
  updateColumn(context, { columnId: targetColumnId, settings: { options: [...options, ...gone] } })
}

/** What is as usual is left out, so that a scheme reads as those of before. */
function runSettings({
  run,
  downgradeAfter,
}: {
  run?: ClassRun | undefined
  downgradeAfter?: number | undefined
}): Pick<Scheme, 'run' | 'downgradeAfter'> {
  return {
    ...(run === undefined || run === 'realTime' ? {} : { run }),
    ...(downgradeAfter === undefined || downgradeAfter === 1 ? {} : { downgradeAfter }),
  }
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

/** Refuses a scheme that could not work: wrong columns, unknown classes. Answers the same scheme. */
export function refuseUnfit<Asked extends Draft>(schema: Schema, scheme: Asked): Asked {
  if (!schema.tables.has(scheme.tableId)) throw new Failure(appError('table.notFound'))
  const target = schema.columns.get(scheme.targetColumnId)
  if (target === undefined || target.tableId !== scheme.tableId) throw new Failure(appError('column.notFound'))
  const type = targetTypeOf(scheme.rule)
  if (!isSelect(target)) throw new Failure(appError('column.invalid', { name: target.name }))
  if (target.type !== type) throw new Failure(appError(type === 'multipleSelect' ? 'scheme.takesMany' : 'scheme.takesOne', { name: target.name }))
  const options = new Set((scheme.options ?? target.settings.options).map((option) => option.id))
  if (!optionsOfScheme(scheme).every((id) => options.has(id))) throw new Failure(appError('column.invalid', { name: target.name }))
  refuseUnfitInputs(schema, scheme)
  // A class is stored for everybody: it cannot depend on who looks.
  if (filtersOfScheme(scheme).some(asksWhoLooks)) throw new Failure(appError('column.invalid', { name: target.name }))
  return scheme
}

/** Refuses a target that another scheme fills. */
export function refuseTakenTarget(schema: Schema, scheme: Scheme): void {
  const other = [...schema.schemes.values()].find(
    (known) => known.id !== scheme.id && known.enabled && known.targetColumnId === scheme.targetColumnId,
  )
  if (!scheme.enabled || other === undefined) return
  throw new Failure(appError('column.inUse', { name: schema.columns.get(scheme.targetColumnId)?.name ?? '', by: other.name }))
}

function refuseUnfitInputs(schema: Schema, scheme: Draft): void {
  for (const id of inputsOf(scheme)) {
    const column = schema.columns.get(id)
    if (column === undefined || column.tableId !== scheme.tableId) throw new Failure(appError('column.notFound'))
  }
  if (!linkedInputsOf(scheme).every((id) => schema.columns.has(id))) throw new Failure(appError('column.notFound'))
  const misfit = misfitOf(scheme, schema.columns)
  if (misfit !== null) throw new Failure(appError('column.invalid', { name: misfit.name }))
}
