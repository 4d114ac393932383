import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Column, ColumnOf } from '#shared/model/column.ts'
import type { WriteContext } from '../history/writeContext.ts'
import type { ReadContext } from '../store/context.ts'
import { linkColumnsOf, otherSide } from '../store/schema.ts'
import { columnRef, idList, linkOrder, linkRef, nameRef, sql, tableRef } from '../store/sql.ts'
import { updateCells } from './cells.ts'
import { eachGroup } from './duplicates.ts'
import { givenColumns, keptByRule } from './keepRule.ts'
import { linkRows, type Pair } from './linking.ts'

type MergeInput = ParsedInput<'rows.mergeDuplicates'>

/** A row that stays, and those it takes the place of, oldest first. */
type Merge = { keepId: number; goneIds: number[] }

/** Leaves one row of each group of rows alike; the others go to the trash after giving what they have. */
export function mergeDuplicates(context: WriteContext, input: MergeInput): OperationOutput<'rows.mergeDuplicates'> {
  const { tableId } = input
  if (!context.schema.tables.has(tableId)) throw new Failure(appError('table.notFound'))
  const merges = mergesOf(context, input, input.groups ?? [...eachGroup(context, input)])
  const gone = merges.flatMap((merge) => merge.goneIds)
  if (gone.length === 0) return { groups: 0, removed: 0 }
  if (input.fillEmpty) for (const column of givenColumns(context.schema, tableId)) fillFromGone(context, column, merges)
  if (input.moveLinks) for (const link of linkColumnsOf(context.schema, tableId)) moveLinks(context, link, merges)
  context.apply({ removed: [{ tableId, ids: gone.sort((left, right) => left - right), uids: [], columns: [] }] })
  return { groups: merges.length, removed: gone.length }
}

function mergesOf(context: ReadContext, { tableId, keep, keepIds }: MergeInput, groups: readonly number[][]): Merge[] {
  const ids = groups.flat()
  // A row that stood in two groups would have to stay and to go.
  if (new Set(ids).size !== ids.length) throw new Failure(appError('input.invalid'))
  const [found] = context.db.ids(sql`select count(*) from ${tableRef(tableId)} where id in ${idList(ids)}`)
  if (found !== ids.length) throw new Failure(appError('row.notFound'))
  const chosen = new Set(keepIds)
  const byRule = keptByRule(context, tableId, groups, keep)
  return groups.map((rowIds, at) => {
    const [byHand, another] = rowIds.filter((id) => chosen.has(id))
    if (another !== undefined) throw new Failure(appError('input.invalid'))
    const keepId = byHand ?? byRule[at]
    if (keepId === undefined) throw new Failure(appError('input.invalid'))
    return { keepId, goneIds: rowIds.toSorted((left, right) => left - right).filter((id) => id !== keepId) }
  })
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
