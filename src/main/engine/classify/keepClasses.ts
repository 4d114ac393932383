import type { KeptRows } from '#shared/change/change.ts'
import { periodOf } from '#shared/model/classRun.ts'
import { isSameKept, nextKept, type KeptClass } from '#shared/model/keptClass.ts'
import { waitingPlaces } from '#shared/model/orderedClasses.ts'
import { downgradeAfterOf, runOf, type Scheme } from '#shared/model/scheme.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { keptInTrash, writeKept } from '../store/keptClasses.ts'
import { boundRows, boundTo, rowStatement } from '../store/rowStatement.ts'
import { sql, tableRef } from '../store/sql.ts'
import { classSql } from './classSql.ts'
import type { Cuts } from './cuts.ts'
import { numberOrNull } from './numberOrNull.ts'
import type { ClassingCause } from './ports.ts'

/**
 * How a scheme that keeps classes looks at rows. `run`: its rule is asked, and downgrades are counted. `adopt`: the rule
 * was changed, and its classes are taken as they are. `fill`: between runs; only rows without a class get one.
 */
export type KeepMode = 'run' | 'adopt' | 'fill'

export type KeptDecision = { rowId: number; from: KeptClass | null; to: KeptClass | null }

/** What rows would keep after this, where that is another than now; `rowIds` null: all of the table. */
export function keptDecisions(
  context: ReadContext,
  scheme: Scheme,
  cuts: Cuts | null,
  rowIds: readonly number[] | null,
  mode: KeepMode,
): KeptDecision[] {
  const ruled = classSql(context, scheme, cuts, 'r')
  const differs = mode === 'fill' ? sql`k.option_id is null and ${ruled} is not null` : sql`k.option_id is not ${ruled} or k.against > 0`
  const { text, parameters } = boundTo(
    rowStatement(sql`select r.id, k.option_id, k.against, k.counted, ${ruled} from ${tableRef(scheme.tableId)} r
      left join kebu_class_kept k on k.scheme_id = ${scheme.id} and k.row_id = r.id
      where ${rowIds === null ? sql`1` : sql`r.id in ${boundRows()}`} and (${differs})`),
    rowIds,
  )
  const places = placesOf(context, scheme)
  const run = {
    after: mode === 'run' ? downgradeAfterOf(scheme) : 1,
    period: periodOf(runOf(scheme), context.today),
    placeOf: (optionId: number) => places.get(optionId) ?? places.size,
  }
  return context.db
    .prepareRows(text)(parameters)
    .flatMap(([id, option, against, counted, due]) => {
      const optionId = numberOrNull(option)
      const from = optionId === null ? null : { optionId, against: Number(against), counted: typeof counted === 'string' ? counted : null }
      const to = nextKept(from, numberOrNull(due), run)
      return isSameKept(from, to) ? [] : [{ rowId: Number(id), from, to }]
    })
}

/** Brings what rows keep up to date, and answers which rows. What rows of this very write keep goes with them when it is undone. */
export function keepClasses(
  context: WriteContext,
  scheme: Scheme,
  cuts: Cuts | null,
  rowIds: readonly number[] | null,
  mode: KeepMode,
  { added }: ClassingCause,
): number[] {
  const decisions = keptDecisions(context, scheme, cuts, rowIds, mode)
  const isNew = new Set(added.flatMap((rows) => (rows.tableId === scheme.tableId ? rows.ids : [])))
  const [fresh, known] = [decisions.filter(({ rowId }) => isNew.has(rowId)), decisions.filter(({ rowId }) => !isNew.has(rowId))]
  if (fresh.length > 0) writeKept(context.db, partOf(scheme, fresh))
  const missed = rowIds === null ? missedBy(context, scheme, mode) : []
  if (known.length + missed.length > 0) context.apply({ kept: [partOf(scheme, [...known, ...missed])] })
  return decisions.map(({ rowId }) => rowId)
}

/**
 * Rows in the trash miss a run, and a change of the rule: they are classed as new ones when they come back. What in real
 * time waits to go down goes on waiting then.
 */
function missedBy(context: ReadContext, scheme: Scheme, mode: KeepMode): KeptDecision[] {
  if (mode === 'fill' || (mode === 'run' && runOf(scheme) === 'realTime')) return []
  return [...keptInTrash(context.db, scheme.id, scheme.tableId)].map(([rowId, from]) => ({ rowId, from, to: null }))
}

function partOf({ id: schemeId, tableId }: Scheme, decisions: readonly KeptDecision[]): KeptRows {
  return {
    tableId,
    schemeId,
    ids: decisions.map(({ rowId }) => rowId),
    from: decisions.map(({ from }) => from),
    to: decisions.map(({ to }) => to),
  }
}

/** Where the classes of the target stand, from the best on. */
function placesOf({ schema }: ReadContext, { targetColumnId, rule }: Scheme): Map<number, number> {
  const target = schema.columns.get(targetColumnId)
  return waitingPlaces(rule, target?.type === 'singleSelect' ? target.settings.options.map(({ id }) => id) : [])
}
