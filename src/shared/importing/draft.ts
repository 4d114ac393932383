import type { z } from 'zod'
import type { BaseDescription } from '../contract/base.ts'
import type { ColumnGuess, ColumnTarget, encodingSchema, FilePreview, SheetPlan } from '../contract/exchange.ts'

/** What the wizard knows of the open base. */
export type BaseShape = Pick<BaseDescription, 'tables' | 'columns' | 'schemes' | 'rowCounts'>

export type Encoding = z.infer<typeof encodingSchema>
export type Destination = SheetPlan['table']
/** What happens to rows: `addNew` adds only those the table does not have yet. */
export type ImportMode = SheetPlan['mode'] | 'addNew'
export type MissingLinks = SheetPlan['missingLinks']

/** One column of a sheet: what stands in it, and where the person sends it. */
export type ColumnDraft = {
  index: number
  header: string
  samples: string[]
  guess: ColumnGuess
  target: ColumnTarget
  /** Whether a person chose the target; guesses then leave it alone. */
  chosen: boolean
}

/** One sheet as the person is setting it up. */
export type SheetDraft = {
  sheet: string
  rowCount: number
  headerRow: number | null
  topRows: string[][]
  suggestedTableId: number | null
  included: boolean
  destination: Destination
  columns: ColumnDraft[]
  mode: ImportMode
  matchIndexes: number[]
  missingLinks: MissingLinks
}

/** A whole import as it is being set up; becomes an `ImportPlan` when it has no problems left. */
export type ImportDraft = { path: string; fileName: string; format: FilePreview['format']; encoding: Encoding | null; sheets: SheetDraft[] }

export const includedSheets = (draft: ImportDraft): SheetDraft[] => draft.sheets.filter((sheet) => sheet.included)

export const sheetNamed = (draft: ImportDraft, name: string): SheetDraft | undefined => draft.sheets.find((sheet) => sheet.sheet === name)

/** How many rows are expected of the ticked sheets. */
export const expectedRows = (draft: ImportDraft): number => includedSheets(draft).reduce((sum, sheet) => sum + sheet.rowCount, 0)

/** Columns of a sheet that reach the base. */
export const keptColumns = (sheet: SheetDraft): ColumnDraft[] => sheet.columns.filter((column) => column.target.kind !== 'skip')

export const tableIdOf = (destination: Destination): number | null => ('tableId' in destination ? destination.tableId : null)

/** Name of the table a sheet fills, existing or new. */
export function destinationName(destination: Destination, base: BaseShape): string {
  if ('newTable' in destination) return destination.newTable
  return base.tables.find((table) => table.id === destination.tableId)?.name ?? ''
}

/** Whether some column of the sheet looks rows up in another table. */
export function hasLinks(sheet: SheetDraft, base: BaseShape): boolean {
  return sheet.columns.some(({ target }) => {
    if (target.kind === 'newLink' || target.kind === 'newTableLink') return true
    return target.kind === 'column' && base.columns.some((column) => column.id === target.columnId && column.type === 'link')
  })
}
