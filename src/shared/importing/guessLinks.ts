import type { ColumnDraft, SheetDraft } from './draft.ts'
import { comparable } from './guessTargets.ts'

/** Running numbers name a line of the sheet, never a thing in another sheet. */
const lineNumbers = new Set(['序号', '行号', 'no', 'no.', '#', '编号序号', '备注'].map(comparable))

/**
 * Links between the sheets of one file. A column named like the first column of a smaller sheet (客户名称 in 跟进记录,
 * where 客户 begins with 客户名称) refers to its rows. Only columns still on their way to a new plain column are turned.
 */
export function guessLinks(sheets: SheetDraft[]): SheetDraft[] {
  const included = sheets.filter((sheet) => sheet.included)
  return sheets.map((sheet) => {
    if (!sheet.included) return sheet
    return { ...sheet, columns: sheet.columns.map((column) => linkOf(column, sheet, included) ?? column) }
  })
}

function linkOf(column: ColumnDraft, sheet: SheetDraft, included: SheetDraft[]): ColumnDraft | undefined {
  if (column.target.kind !== 'new' || column.guess.type === 'longText') return undefined
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
