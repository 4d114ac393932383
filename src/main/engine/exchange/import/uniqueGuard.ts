import { keyForm, keyIn } from '#shared/model/cellKey.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { uniquesOf } from '#shared/model/table.ts'
import type { WriteContext } from '../../context.ts'
import { columnsOf } from '../../records/unique.ts'
import { columnRef, compileSql, join, sql, tableRef } from '../../store/sql.ts'
import { keySql } from '../../store/uniqueIndex.ts'
import type { SheetTask } from './plan.ts'

/** Sees to it that rows of a sheet obey the rules against duplicates, before they are written. */
export type UniqueGuard = {
  /** The first column of a rule that the row would break; null when it may come in, and is remembered. */
  take(id: number, isNew: boolean, values: readonly CellValue[]): Column | null
}

export function uniqueGuard(context: WriteContext, task: SheetTask): UniqueGuard {
  const table = context.schema.tables.get(task.tableId)
  const rules = (table === undefined ? [] : uniquesOf(table)).flatMap((unique) => {
    const columns = columnsOf(context.schema, unique)
    const touched = columns?.some((column) => task.cells.some((cell) => cell.column.id === column.id)) ?? false
    return columns !== null && touched ? [ruleOf(context, task, columns)] : []
  })
  return {
    take: (id, isNew, values) => {
      const keys = rules.map((rule) => rule.keyOf(id, isNew, values))
      const broken = rules.findIndex((rule, at) => rule.isTaken(id, keys[at] ?? null))
      if (broken !== -1) return rules[broken]?.columns[0] ?? null
      rules.forEach((rule, at) => rule.note(id, keys[at] ?? null))
      return null
    },
  }
}

/** The keys of a row in the columns of a rule; null where one of its cells is empty. */
type Key = CellValue[] | null

type GuardedRule = {
  columns: readonly Column[]
  keyOf(id: number, isNew: boolean, values: readonly CellValue[]): Key
  isTaken(id: number, key: Key): boolean
  note(id: number, key: Key): void
}

function ruleOf(context: WriteContext, task: SheetTask, columns: readonly Column[]): GuardedRule {
  const places = columns.map((column) => task.cells.findIndex((cell) => cell.column.id === column.id))
  const seen = new Map<string, number>()
  const source = tableRef(task.tableId)
  const same = join(
    columns.map((column) => sql`${keySql(column, column)} = ${''}`),
    ' and ',
  )
  // Built once: a sheet asks it for every row. Its parameters are the keys and the row itself.
  const find = context.db.prepareRows(compileSql(sql`select 1 from ${source} where ${same} and id <> ${0} limit 1`).text)
  const own = context.db.prepareRows(
    compileSql(sql`select ${join(columns.map((column) => columnRef(column.id)))} from ${source} where id = ${0}`).text,
  )
  return {
    columns,
    keyOf: (id, isNew, values) => {
      const [before] = isNew ? [] : own([id])
      const keys = columns.map((column, at) => keyIn(keyForm(column), values[places[at] ?? -1] ?? before?.[at] ?? null))
      return keys.includes(null) ? null : keys
    },
    isTaken: (id, key) => key !== null && ((seen.get(key.join('\u0001')) ?? id) !== id || find([...key, id]).length > 0),
    note: (id, key) => {
      if (key !== null) seen.set(key.join('\u0001'), id)
    },
  }
}
