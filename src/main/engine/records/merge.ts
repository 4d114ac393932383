import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { KeepRule } from '#shared/contract/duplicates.ts'
import { Failure } from '#shared/contract/failure.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { computedColumnTypes, type Column, type ColumnOf } from '#shared/model/column.ts'
import type { WriteContext } from '../history/writeContext.ts'
import type { ReadContext } from '../store/context.ts'
import { classColumnIds, linkColumnsOf, otherSide, type Schema } from '../store/schema.ts'
import { columnRef, idList, join, linkOrder, linkRef, nameRef, sql, tableRef } from '../store/sql.ts'
import { updateCells } from './cells.ts'
import { eachGroup } from './duplicates.ts'
import { linkRows, type Pair } from './linking.ts'

/** A row that stays, and those it takes the place of, oldest first. */
type Merge = { keepId: number; goneIds: number[] }

/** Leaves one row of each group of rows alike; the others go to the trash after giving what they have. */
export function mergeDuplicates(context: WriteContext, input: ParsedInput<'rows.mergeDuplicates'>): OperationOutput<'rows.mergeDuplicates'> {
  const { tableId } = input
  if (!context.schema.tables.has(tableId)) throw new Failure(appError('table.notFound'))
  const groups = input.groups ?? Array.from(eachGroup(context, input), (rowIds) => ({ rowIds, keepId: null }))
  const merges = mergesOf(context, tableId, groups, input.keep)
  const gone = merges.flatMap((merge) => merge.goneIds)
  if (gone.length === 0) return { groups: 0, removed: 0 }
  if (input.fillEmpty) for (const column of givenColumns(context.schema, tableId)) fillFromGone(context, column, merges)
  if (input.moveLinks) for (const link of linkColumnsOf(context.schema, tableId)) moveLinks(context, link, merges)
  context.apply({ removed: [{ tableId, ids: gone.sort((left, right) => left - right), uids: [], columns: [] }] })
  return { groups: merges.length, removed: gone.length }
}

function mergesOf(context: ReadContext, tableId: number, groups: readonly { rowIds: number[]; keepId: number | null }[], rule: KeepRule): Merge[] {
  const ids = groups.flatMap((group) => group.rowIds)
  // A row that stood in two groups would have to stay and to go.
  if (new Set(ids).size !== ids.length) throw new Failure(appError('input.invalid'))
  const [found] = context.db.ids(sql`select count(*) from ${tableRef(tableId)} where id in ${idList(ids)}`)
  if (found !== ids.length) throw new Failure(appError('row.notFound'))
  const worth = worthOf(context, tableId, ids, rule)
  return groups.map(({ rowIds, keepId }) => {
    if (keepId !== null && !rowIds.includes(keepId)) throw new Failure(appError('row.notFound'))
    const sorted = rowIds.toSorted((left, right) => left - right)
    const best = keepId ?? sorted.reduce((kept, id) => (worth(id) > worth(kept) ? id : kept))
    return { keepId: best, goneIds: sorted.filter((id) => id !== best) }
  })
}

/** What a rule prefers, as a number; of equals the oldest stays. */
function worthOf(context: ReadContext, tableId: number, ids: readonly number[], rule: KeepRule): (id: number) => number {
  switch (rule) {
    case 'oldest':
      return (id) => -id
    case 'newest':
      return (id) => id
    case 'mostFilled': {
      const columns = givenColumns(context.schema, tableId)
      if (columns.length === 0) return () => 0
      const filled = join(
        columns.map((column) => sql`(${columnRef(column.id)} is not null)`),
        ' + ',
      )
      return counted(context.db.rows(sql`select id, ${filled} from ${tableRef(tableId)} where id in ${idList(ids)}`))
    }
    case 'mostLinked':
      return counted(linkColumnsOf(context.schema, tableId).flatMap((link) => linkCounts(context, link, ids)))
    default:
      return assertNever(rule)
  }
}

function linkCounts(context: ReadContext, { settings }: ColumnOf<'link'>, ids: readonly number[]): CellValue[][] {
  const side = nameRef(settings.side)
  return context.db.rows(sql`select ${side}, count(*) from ${linkRef(settings.linkId)} where ${side} in ${idList(ids)} group by 1`)
}

function counted(rows: readonly CellValue[][]): (id: number) => number {
  const counts = new Map<number, number>()
  for (const [id, count] of rows) counts.set(Number(id), (counts.get(Number(id)) ?? 0) + Number(count))
  return (id) => counts.get(id) ?? 0
}

/** Columns that people fill. */
function givenColumns(schema: Schema, tableId: number): Column[] {
  const classes = classColumnIds(schema)
  return schema.columnsOf(tableId).filter((column) => column.type !== 'link' && !computedColumnTypes.has(column.type) && !classes.has(column.id))
}

/** Where the row that stays has nothing, the first of the others that has something gives it. */
function fillFromGone(context: WriteContext, column: Column, merges: readonly Merge[]): void {
  const ids = merges.flatMap((merge) => [merge.keepId, ...merge.goneIds])
  const cell = columnRef(column.id)
  const rows = context.db.rows(sql`select id, ${cell} from ${tableRef(column.tableId)} where id in ${idList(ids)} and ${cell} is not null`)
  const values = new Map(rows.map((row) => [Number(row[0]), row[1] ?? null]))
  const filled = merges.flatMap(({ keepId, goneIds }) => {
    const giver = values.has(keepId) ? undefined : goneIds.find((id) => values.has(id))
    return giver === undefined ? [] : [{ id: keepId, value: values.get(giver) ?? null }]
  })
  if (filled.length === 0) return
  updateCells(
    context,
    column.tableId,
    column.id,
    filled.map(({ id }) => id),
    filled.map(({ value }) => value),
  )
}

/** Follow-ups, orders … of the rows that go become those of the row that stays; a link to one row stays as it is where there is one. */
function moveLinks(context: WriteContext, link: ColumnOf<'link'>, merges: readonly Merge[]): void {
  const { side, linkId, otherTableId, multiple } = link.settings
  const stays = new Map(merges.flatMap((merge) => merge.goneIds.map((id) => [id, merge.keepId])))
  const own = nameRef(side)
  const other = nameRef(otherSide(side))
  const pairsAt = (ids: readonly number[]): Pair[] =>
    context.db
      .rows(sql`select ${own}, ${other} from ${linkRef(linkId)} k where ${own} in ${idList(ids)} order by ${own}, ${linkOrder(side, 'k')}`)
      .map((row): Pair => [Number(row[0]), Number(row[1])])
  const taken = new Set(multiple ? [] : pairsAt([...new Set(stays.values())]).map((pair) => pair[0]))
  const moved = pairsAt([...stays.keys()]).flatMap(([goneId, otherId]): Pair[] => {
    const keepId = stays.get(goneId) ?? goneId
    const target = otherTableId === link.tableId ? (stays.get(otherId) ?? otherId) : otherId
    if (target === keepId || taken.has(keepId)) return []
    if (!multiple) taken.add(keepId)
    return [[keepId, target]]
  })
  linkRows(context, link, moved)
}
