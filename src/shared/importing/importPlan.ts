import type { ImportPlan, SheetPlan } from '../contract/exchange.ts'
import type { ImportDraft, SheetDraft } from './draft.ts'
import { includedSheets, keptColumns } from './draft.ts'

/** What the engine is asked to do with the draft; null while no ticked sheet has a header and a column. */
export function importPlan(draft: ImportDraft): ImportPlan | null {
  const sheets = includedSheets(draft).flatMap(sheetPlan)
  if (sheets.length === 0) return null
  return { path: draft.path, encoding: draft.encoding, sheets }
}

function sheetPlan(sheet: SheetDraft): SheetPlan[] {
  if (sheet.headerRow === null || keptColumns(sheet).length === 0) return []
  return [
    {
      sheet: sheet.sheet,
      headerRow: sheet.headerRow,
      table: sheet.destination,
      columns: sheet.columns.map(({ index, target }) => ({ index, target })),
      mode: sheet.mode === 'addNew' ? 'add' : sheet.mode,
      matchIndexes: sheet.matchIndexes,
      missingLinks: sheet.missingLinks,
    },
  ]
}
