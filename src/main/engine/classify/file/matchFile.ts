import type { SchemeFilePreview } from '#shared/contract/schemeFiles.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn, resultTypeOf } from '#shared/model/columns/display.ts'
import type { FileColumn, SchemeFile } from '#shared/model/schemeFile.ts'
import type { Schema } from '../../context.ts'

/** Which column of the base stands for which of the file. */
export type ColumnChoice = { key: number; columnId: number }

/** What of a file the base has: the table by role or name, columns by role, or by name and type, in the table they belong to. */
export function matchFile(schema: Schema, file: SchemeFile, askedTableId: number | null, asked: readonly ColumnChoice[]): SchemeFilePreview {
  const tableId = askedTableId ?? tableOf(schema, file.table)
  const matched = file.columns.map((column) => {
    const fitting = tableId === null ? [] : fittingColumns(schema, column, tableId)
    const chosen = asked.find(({ key }) => key === column.key)?.columnId
    const found = fitting.find(({ id }) => id === chosen) ?? byRoleOrName(fitting, column)
    return {
      key: column.key,
      name: column.name,
      tableName: column.table?.name ?? null,
      columnId: found?.id ?? null,
      fitting: fitting.map(({ id }) => id),
    }
  })
  const columnOf = (key: number) => schema.columns.get(matched.find((each) => each.key === key)?.columnId ?? 0)
  return {
    name: file.name,
    tableId,
    classes: file.classes,
    columns: matched,
    lostChoices: file.choices.flatMap(({ column, key, name }) => {
      const known = columnOf(column)
      // Of a column that is not chosen yet nothing can be said.
      if (known === undefined || choiceIn(schema, file, known, key) !== null) return []
      return [{ column: known.name, name }]
    }),
  }
}

/** The option or member of a column that a choice of the file means; rows of another base are never meant. */
export function choiceIn(schema: Schema, file: SchemeFile, column: Column, key: number): number | null {
  const asked = file.choices.find((choice) => choice.key === key)
  if (asked === undefined) return null
  const shown = displayColumn(column, schema.columns)
  if (shown.type === 'singleSelect' || shown.type === 'multipleSelect') {
    const { options } = shown.settings
    const found =
      (asked.code === null ? undefined : options.find(({ code }) => code === asked.code)) ?? options.find(({ name }) => name === asked.name)
    return found?.id ?? null
  }
  if (shown.type === 'link') return null
  return [...schema.members.values()].find(({ name }) => name === asked.name)?.id ?? null
}

function tableOf(schema: Schema, { name, role }: SchemeFile['table']): number | null {
  const tables = [...schema.tables.values()]
  const found = (role === null ? undefined : tables.find((table) => table.role === role)) ?? tables.find((table) => table.name === name)
  return found?.id ?? null
}

/** Columns of the same kind of values, in the table the rule classes or the linked one. */
function fittingColumns(schema: Schema, column: FileColumn, tableId: number): Column[] {
  const linked = column.table === null ? tableId : tableOf(schema, column.table)
  return linked === null ? [] : schema.columnsOf(linked).filter((each) => resultTypeOf(each, schema.columns) === column.type)
}

function byRoleOrName(fitting: readonly Column[], { role, name }: FileColumn): Column | undefined {
  return (role === null ? undefined : fitting.find((each) => each.role === role)) ?? fitting.find((each) => each.name === name)
}
