import type { FilePreview, SheetPreview } from '../contract/exchange.ts'
import type { BaseShape, Destination, ImportDraft, SheetDraft } from './draft.ts'
import { tableIdOf } from './draft.ts'
import { guessLinks } from './guessLinks.ts'
import { comparable, freeName, guessTargets } from './guessTargets.ts'

/** The draft of a file just read: sheets with rows are ticked, columns and keys guessed. */
export function openDraft(path: string, preview: FilePreview, base: BaseShape): ImportDraft {
  const taken = new Set(base.tables.map((table) => comparable(table.name)))
  const sheets = preview.sheets.map((sheet) => {
    const destination = suggestedDestination(sheet, preview, taken)
    if ('newTable' in destination) taken.add(comparable(destination.newTable))
    return sheetDraft(sheet, destination, base)
  })
  const linked = guessLinks(sheets, base)
  const guessed = linked.map((sheet) => (linksIntoNothing(sheet, linked, base) ? { ...sheet, missingLinks: 'create' as const } : sheet))
  return { path, fileName: preview.fileName, format: preview.format, encoding: preview.encoding, sheets: guessed }
}

/** Orders that name customers, in a file without customers and for a base without any: rejecting would leave nothing. */
function linksIntoNothing(sheet: SheetDraft, sheets: readonly SheetDraft[], base: BaseShape): boolean {
  return sheet.columns.some(({ target }) => {
    const column = target.kind === 'column' ? base.columns.find((known) => known.id === target.columnId) : undefined
    if (column?.type !== 'link') return false
    const { otherTableId } = column.settings
    const comesAlong = sheets.some((other) => other.included && other.sheet !== sheet.sheet && tableIdOf(other.destination) === otherTableId)
    return !comesAlong && (base.rowCounts[otherTableId] ?? 0) === 0
  })
}

/** The same file read anew, after another encoding or header row was chosen: ticks and tables stay as the person set them. */
export function rereadDraft(draft: ImportDraft, preview: FilePreview, base: BaseShape): ImportDraft {
  const sheets = preview.sheets.map((sheet) => {
    const before = draft.sheets.find((candidate) => candidate.sheet === sheet.name)
    if (before === undefined) return sheetDraft(sheet, { newTable: sheet.name }, base)
    if (sameHeaders(before, sheet)) return { ...before, ...facts(sheet), columns: before.columns }
    return { ...sheetDraft(sheet, before.destination, base), included: before.included }
  })
  return { ...draft, format: preview.format, encoding: preview.encoding, sheets: guessLinks(sheets, base) }
}

/** The sheet sent to another table: columns and key are guessed for that table. */
export function redirectSheet(sheet: SheetDraft, destination: Destination, base: BaseShape): SheetDraft {
  const targets = guessTargets(sheet, destination, base)
  const columns = sheet.columns.map((column, position) => ({ ...column, target: targets[position] ?? { kind: 'skip' }, chosen: false }))
  return withKey({ ...sheet, destination, columns }, base)
}

/** Match key and mode for the targets as they stand: rows of a filled table are recognised by its primary column. */
export function withKey(sheet: SheetDraft, base: BaseShape): SheetDraft {
  const table = base.tables.find((candidate) => candidate.id === tableIdOf(sheet.destination))
  if (table === undefined) return { ...sheet, mode: 'add', matchIndexes: [] }
  const automatic = base.columns.find((column) => column.tableId === table.id && column.type === 'autoNumber')
  const key = columnTo(sheet, automatic?.id ?? null) ?? columnTo(sheet, table.primaryColumnId)
  if (key === undefined) return { ...sheet, mode: 'add', matchIndexes: [] }
  const isFilled = (base.rowCounts[table.id] ?? 0) > 0
  return { ...sheet, mode: isFilled ? 'addOrUpdate' : 'add', matchIndexes: isFilled ? [key.index] : [] }
}

const columnTo = (sheet: SheetDraft, columnId: number | null) =>
  sheet.columns.find(({ target }) => target.kind === 'column' && target.columnId === columnId)

function sheetDraft(sheet: SheetPreview, destination: Destination, base: BaseShape): SheetDraft {
  const draft: SheetDraft = {
    ...facts(sheet),
    included: sheet.headerRow !== null && sheet.rowCount > 0,
    destination,
    columns: sheet.columns.map((column) => ({ ...column, target: { kind: 'skip' }, chosen: false })),
    mode: 'add',
    matchIndexes: [],
    missingLinks: 'reject',
  }
  return redirectSheet(draft, destination, base)
}

const facts = (sheet: SheetPreview) => ({
  sheet: sheet.name,
  rowCount: sheet.rowCount,
  headerRow: sheet.headerRow,
  topRows: sheet.topRows ?? [],
  suggestedTableId: sheet.suggestedTableId,
})

function suggestedDestination(sheet: SheetPreview, preview: FilePreview, taken: ReadonlySet<string>): Destination {
  if (sheet.suggestedTableId !== null) return { tableId: sheet.suggestedTableId }
  const fileTitle = preview.fileName.replace(/\.[^.]*$/, '')
  const wanted = /^(sheet|工作表)\s*\d*$/i.test(sheet.name) && preview.sheets.length === 1 ? fileTitle : sheet.name
  return { newTable: freeName(wanted.trim() || fileTitle, taken) }
}

function sameHeaders(before: SheetDraft, sheet: SheetPreview): boolean {
  return (
    before.headerRow === sheet.headerRow &&
    before.columns.length === sheet.columns.length &&
    sheet.columns.every((column, position) => before.columns[position]?.header === column.header)
  )
}
