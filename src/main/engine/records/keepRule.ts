import type { KeepRule } from '#shared/contract/duplicates.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { computedColumnTypes, type Column, type ColumnOf } from '#shared/model/column.ts'
import type { ReadContext } from '../store/context.ts'
import { classColumnIds, linkColumnsOf, type Schema } from '../store/schema.ts'
import { columnRef, idList, join, linkRef, nameRef, sql, tableRef } from '../store/sql.ts'

/** The row of each group that stays by a rule; of equals the oldest. */
export function keptByRule(context: ReadContext, tableId: number, groups: readonly (readonly number[])[], rule: KeepRule): number[] {
  const worth = worthOf(context, tableId, groups.flat(), rule)
  return groups.flatMap(([first, ...others]) => (first === undefined ? [] : [others.reduce((kept, id) => better(worth, kept, id), first)]))
}

function better(worth: (id: number) => number, left: number, right: number): number {
  const more = worth(right) - worth(left)
  return more > 0 || (more === 0 && right < left) ? right : left
}

/** What a rule prefers, as a number. */
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
export function givenColumns(schema: Schema, tableId: number): Column[] {
  const classes = classColumnIds(schema)
  return schema.columnsOf(tableId).filter((column) => column.type !== 'link' && !computedColumnTypes.has(column.type) && !classes.has(column.id))
}
