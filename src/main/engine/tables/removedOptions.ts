import { z } from 'zod'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import type { Preset } from '#shared/model/columnRules.ts'
import { readIds, writeIds } from '#shared/model/idList.ts'
import { optionsOfScheme } from '#shared/model/scheme.ts'
import type { WriteContext } from '../history/writeContext.ts'
import { updateCells } from '../records/cells.ts'
import { locksIn } from '../store/classLocks.ts'
import { keptIn } from '../store/keptClasses.ts'
import { isWorking } from '../store/schemesAtWork.ts'
import { schemesEverOn } from '../store/schema.ts'
import { columnRef, idList, sql, tableRef } from '../store/sql.ts'

/** Options that a scheme gives out stay while it does. */
export function refuseRemovalInUse(context: WriteContext, before: Column, after: Column): void {
  const removed = new Set(removedIds(before, after))
  if (removed.size === 0) return
  for (const scheme of context.schema.schemes.values()) {
    if (scheme.targetColumnId !== before.id || !optionsOfScheme(scheme).some((id) => removed.has(id))) continue
    const name = optionsOf(before).find((option) => removed.has(option.id))?.name ?? ''
    throw new Failure(appError('column.inUse', { name, by: scheme.name }))
  }
}

/**
 * Cells that hold options which are gone become empty in the same change: a later option that took the id
 * of one of them would otherwise turn up in rows nobody put it in.
 */
export function emptyRemovedOptions(context: WriteContext, before: Column, after: Column): void {
  const removed = removedIds(before, after)
  if (removed.length === 0) return
  giveBackRows(context, before, removed)
  // Cells that a scheme fills follow their rows, which are given back; what they were is where these rows come from.
  if ([...context.schema.schemes.values()].some((scheme) => scheme.targetColumnId === before.id && isWorking(context.schema, scheme))) return
  const cell = columnRef(before.id)
  const table = tableRef(before.tableId)
  if (before.type === 'singleSelect') {
    const ids = context.db.ids(sql`select id from ${table} where ${cell} in ${idList(removed)}`)
    updateCells(
      context,
      before.tableId,
      before.id,
      ids,
      ids.map(() => null),
    )
    return
  }
  const holds = sql`exists (select 1 from json_each(${cell}) where value in ${idList(removed)})`
  const rows = context.db.rows(sql`select id, ${cell} from ${table} where ${cell} is not null and ${holds}`)
  const ids = rows.map((row) => Number(row[0]))
  updateCells(
    context,
    before.tableId,
    before.id,
    ids,
    rows.map((row) => without(row[1] ?? null, removed)),
  )
}

/** Rows that were locked in a class which is gone, or keep it, are given back to their rule; rows and schemes in the trash too. */
function giveBackRows(context: WriteContext, { id: columnId }: Column, removed: readonly number[]): void {
  for (const { id: schemeId, tableId } of schemesEverOn(context.db, columnId)) {
    const [locks, kept] = [locksIn(context.db, schemeId, removed), keptIn(context.db, schemeId, removed)]
    const part = { tableId, schemeId }
    const locked = { ...part, ids: [...locks.keys()], from: [...locks.values()], to: [...locks].map(() => null) }
    const left = { ...part, ids: [...kept.keys()], from: [...kept.values()], to: [...kept].map(() => null) }
    context.apply({ locked: locks.size === 0 ? [] : [locked], kept: kept.size === 0 ? [] : [left] })
  }
}

/** A default without the options which are gone; nothing where none is left. */
export function keptDefault(before: Column, after: Column, preset: Preset): Preset | null {
  if (preset.kind !== 'value') return preset
  const removed = removedIds(before, after)
  const given = readIds(preset.value)
  const left = given.filter((id) => !removed.includes(id))
  if (removed.length === 0 || left.length === given.length) return preset
  return left.length === 0 ? null : { kind: 'value', value: writeIds(left) }
}

function removedIds(before: Column, after: Column): number[] {
  const kept = new Set(optionsOf(after).map((option) => option.id))
  return optionsOf(before).flatMap((option) => (kept.has(option.id) ? [] : [option.id]))
}

function without(value: CellValue, removed: readonly number[]): CellValue {
  const left = z
    .array(z.number())
    .parse(JSON.parse(String(value)))
    .filter((id) => !removed.includes(id))
  return left.length === 0 ? null : JSON.stringify(left)
}
