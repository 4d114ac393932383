import type { LockedRows } from '#shared/change/change.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { tagsOfRule } from '#shared/model/classRules/tagsRule.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import { isSameLock, type ClassLock } from '#shared/model/classLock.ts'
import { asksReason, type Scheme } from '#shared/model/scheme.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { locksOf } from '../store/classLocks.ts'
import { idList, sql, tableRef } from '../store/sql.ts'
import { isWorking } from '../store/schemesAtWork.ts'
import { schemeById } from './schemes.ts'

/** Gives rows a class, or their tags, by hand; the refresh of this write puts it into their cells. */
export function lockRows(context: WriteContext, input: ParsedInput<'classes.lock'>): OperationOutput<'classes.lock'> {
  const scheme = workingScheme(context, input.schemeId)
  const { reason, until } = input
  if (reason === '' && asksReason(scheme.rule)) throw new Failure(appError('class.reasonMissing'))
  if (until !== null && until < context.today) throw new Failure(appError('class.untilPast'))
  const lock: ClassLock = { ...givenBy(context, scheme, input), reason, until, by: context.actorId, at: new Date().toISOString() }
  return { locked: applyLocks(context, scheme, input.rowIds, lock) }
}

/** The class asked for, or the tags: each once, those of the rule in its order and others behind them. */
function givenBy(
  { schema }: ReadContext,
  scheme: Scheme,
  { optionId, optionIds }: ParsedInput<'classes.lock'>,
): Pick<ClassLock, 'optionId' | 'optionIds'> {
  const target = schema.columns.get(scheme.targetColumnId)
  const asked = optionIds ?? (optionId === null ? [] : [optionId])
  const known = optionsOf(target).map(({ id }) => id)
  const fits = scheme.rule.kind === 'tags' ? optionId === null && optionIds !== undefined : optionIds === undefined
  if (!fits || !asked.every((id) => known.includes(id))) throw new Failure(appError('column.invalid', { name: target?.name ?? '' }))
  if (scheme.rule.kind !== 'tags') return { optionId }
  const order = [...tagsOfRule(scheme.rule).map((tag) => tag.optionId), ...known]
  return { optionId, optionIds: [...new Set(order)].filter((id) => asked.includes(id)) }
}

/** Gives rows back to the rule. */
export function unlockRows(context: WriteContext, input: ParsedInput<'classes.unlock'>): OperationOutput<'classes.unlock'> {
  return { unlocked: applyLocks(context, workingScheme(context, input.schemeId), input.rowIds, null) }
}

/** Rows that stand as asked already are left out, so that nothing is entered in the log for them. */
function applyLocks(context: WriteContext, scheme: Scheme, rowIds: readonly number[], lock: ClassLock | null): number {
  const asked = [...new Set(rowIds)].sort((left, right) => left - right)
  const [found] = context.db.ids(sql`select count(*) from ${tableRef(scheme.tableId)} where id in ${idList(asked)}`)
  if (found !== asked.length) throw new Failure(appError('row.notFound'))
  const known = locksOf(context.db, scheme.id, asked)
  const ids = asked.filter((id) => !isSameLock(known.get(id) ?? null, lock))
  if (ids.length === 0) return 0
  const locked: LockedRows = {
    tableId: scheme.tableId,
    schemeId: scheme.id,
    ids,
    from: ids.map((id) => known.get(id) ?? null),
    to: ids.map(() => lock),
  }
  context.apply({ locked: [locked] })
  return ids.length
}

function workingScheme(context: ReadContext, schemeId: number): Scheme {
  const scheme = schemeById(context.schema, schemeId)
  if (!isWorking(context.schema, scheme)) throw new Failure(appError('scheme.stands', { name: scheme.name }))
  return scheme
}
