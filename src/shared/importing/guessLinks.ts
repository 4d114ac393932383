import type { BaseShape, ColumnDraft, SheetDraft } from './draft.ts'
import { comparable } from './guessTargets.ts'

/** Running numbers name a line of the sheet, never a thing in another sheet. */
const lineNumbers = new Set(['序号', '行号', 'no', 'no.', '#', '编号序号', '备注'].map(comparable))

/**
 * Links of the sheets of one file, to each other and, from a new table, to tables the base has. A column named like the first column of a smaller sheet (客户名称 in 跟进记录,
 * where 客户 begins with 客户名称) refers to its rows. Only columns on their way to a new one, and not by a person's choice, are turned.
 */
export function guessLinks(sheets: SheetDraft[], base: BaseShape): SheetDraft[] {
  const included = sheets.filter((sheet) => sheet.included)
  return sheets.map((sheet) => {
    if (!sheet.included) return sheet
    return { ...sheet, columns: sheet.columns.map((column) => linkOf(column, sheet, included) ?? tableLinkOf(column, sheet, base) ?? column) }
  })
}

function linkOf(column: ColumnDraft, sheet: SheetDraft, included: SheetDraft[]): ColumnDraft | undefined {
  if (column.chosen || column.guess.type === 'longText') return undefined
  if (column.target.kind !== 'new' && column.target.kind !== 'newTableLink') return undefined
  const header = comparable(column.header)
  if (header === '' || lineNumbers.has(header)) return undefined
  for (const other of included) {
    if (other.sheet === sheet.sheet || other.rowCount >= sheet.rowCount) continue
    const key = keyColumns(other).find((candidate) => comparable(candidate.header) === header)
    if (key === undefined) continue
    return { ...column, target: { kind: 'newLink', name: column.target.name, sheet: other.sheet, matchIndex: key.index } }
  }
  return undefined
}

/** 客户 or 客户名称 in a sheet that becomes a table of its own names rows of the table 客户, where there are any. */
function tableLinkOf(column: ColumnDraft, sheet: SheetDraft, base: BaseShape): ColumnDraft | undefined {
  if (column.chosen || column.target.kind !== 'new' || column.guess.type === 'longText' || 'tableId' in sheet.destination) return undefined
  const header = comparable(column.header)
  const table = base.tables.find(
    (candidate) =>
      candidate.id !== sheet.suggestedTableId &&
      (base.rowCounts[candidate.id] ?? 0) > 0 &&
      namesOfRows(candidate.name, primaryName(candidate, base)).has(header),
  )
  return table === undefined
    ? undefined
    : { ...column, target: { kind: 'newTableLink', name: column.target.name, tableId: table.id, matchColumnId: null } }
}

/** What a column that holds a row's name may be called: the table's name, in the singular too, and with the primary column's. */
function namesOfRows(table: string, primary: string): ReadonlySet<string> {
  const plural = comparable(table)
  const own = comparable(primary)
  const singular = plural.replace(/s$/, '')
  return new Set([plural, singular, ...(own.includes(plural) ? [own] : [plural + own, singular + own])])
}

const primaryName = (table: BaseShape['tables'][number], base: BaseShape): string =>
  base.columns.find((column) => column.id === table.primaryColumnId)?.name ?? ''

/** The columns that name a row of a sheet: the first that is no running number, and the one after a code. */
function keyColumns(sheet: SheetDraft): ColumnDraft[] {
  return sheet.columns.filter((column) => column.target.kind !== 'skip' && !lineNumbers.has(comparable(column.header))).slice(0, 2)
}

/** Columns that linked to a sheet which is no longer imported come in as plain text again. */
export function dropLinksTo(sheets: SheetDraft[], name: string): SheetDraft[] {
  return sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) =>
      column.target.kind === 'newLink' && column.target.sheet === name
        ? { ...column, target: { kind: 'new', name: column.target.name, type: column.guess.type } }
        : column,
    ),
  }))
}
