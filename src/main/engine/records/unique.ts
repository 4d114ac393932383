import type { Change } from '#shared/change/change.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Column } from '#shared/model/column.ts'
import { uniquesOf, type Table, type Unique } from '#shared/model/table.ts'
import { shownText } from '../compute/shownText.ts'
import type { ReadContext } from '../store/context.ts'
import type { Schema } from '../store/schema.ts'
import { idList, join, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { keySql } from '../store/uniqueIndex.ts'
import { titleSql } from './reads.ts'

/** Rows whose cells changed, by column; `all` where they are too many to name. */
type ChangedCells = ReadonlyMap<number, 'all' | ReadonlySet<number>>

/** Past this many rows, looking through the whole index costs less than looking each one up. */
const mostLookedUp = 50_000

/** Refuses a write after which two rows would have alike what no two may; whatever the write was, undo too. */
export function refuseDuplicates(context: ReadContext, change: Change, cells: ChangedCells): void {
  for (const table of context.schema.tables.values()) {
    for (const unique of uniquesOf(table)) {
      const columns = columnsOf(context.schema, unique)
      if (columns === null) continue
      const rows = rowsToCheck(change, cells, table, unique)
      if (rows === 'all' || rows.size > 0) refuseAmong(context, table, columns, rows)
    }
  }
}

/** The columns of a rule; null while one of them is deleted. */
export function columnsOf(schema: Schema, unique: Unique): Column[] | null {
  const columns = unique.columnIds.flatMap((id) => schema.columns.get(id) ?? [])
  return columns.length === unique.columnIds.length ? columns : null
}

function rowsToCheck(change: Change, cells: ChangedCells, table: Table, unique: Unique): 'all' | Set<number> {
  const isNew = change.schema.some(
    (item) =>
      (item.kind === 'table' && item.id === table.id && (item.from === null || !uniquesOf(item.from).some((known) => known.id === unique.id))) ||
      (item.kind === 'column' && unique.columnIds.includes(item.id) && item.from === null),
  )
  if (isNew) return 'all'
  const rows = new Set<number>()
  for (const added of change.added) if (added.tableId === table.id) for (const id of added.ids) rows.add(id)
  for (const columnId of unique.columnIds) {
    const changed = cells.get(columnId)
    if (changed === 'all') return 'all'
    for (const id of changed ?? []) rows.add(id)
  }
  return rows.size > mostLookedUp ? 'all' : rows
}

function refuseAmong(context: ReadContext, table: Table, columns: readonly Column[], rows: 'all' | ReadonlySet<number>): void {
  const { db, schema } = context
  const source = tableRef(table.id)
  const title = titleSql(context, table.id, 'y')
  const value = join(
    columns.map((column) => sql`coalesce(${shownText(schema, column, 'x')}, '')`),
    " || ' · ' || ",
  )
  const [found] =
    rows === 'all'
      ? db.rows(sql`select ${value}, ${title} from (select min(r.id) as a, max(r.id) as b from ${source} r
          where ${filled(columns, 'r')} group by ${keys(columns, 'r')} having count(*) > 1 limit 1) d
          join ${source} x on x.id = d.b join ${source} y on y.id = d.a`)
      : db.rows(sql`select ${value}, ${title} from ${source} x join ${source} y on ${alike(columns)}
          where x.id in ${idList([...rows])} and y.id <> x.id limit 1`)
  if (found === undefined) return
  const names = columns.map((column) => column.name).join('、')
  throw new Failure(appError('row.duplicate', { value: String(found[0]).slice(0, 80), columns: names, title: String(found[1]).slice(0, 80) }))
}

const keys = (columns: readonly Column[], alias: string): RawBuilder<unknown> => join(columns.map((column) => keySql(column, column, alias)))

const filled = (columns: readonly Column[], alias: string): RawBuilder<unknown> =>
  join(
    columns.map((column) => sql`${keySql(column, column, alias)} is not null`),
    ' and ',
  )

const alike = (columns: readonly Column[]): RawBuilder<unknown> =>
  join(
    columns.map((column) => sql`${keySql(column, column, 'y')} = ${keySql(column, column, 'x')}`),
    ' and ',
  )
