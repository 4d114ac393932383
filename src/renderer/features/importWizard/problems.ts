import type { ColumnTarget } from '#shared/contract/exchange.ts'
import type { ColumnType } from '#shared/model/column.ts'
import type { BaseShape, ColumnDraft, ImportDraft, SheetDraft } from '#shared/importing/draft.ts'
import { includedSheets, keptColumns, sheetNamed, tableIdOf } from '#shared/importing/draft.ts'
import { comparable } from '#shared/importing/guessTargets.ts'

/** Something that keeps a step from being left; its sentence is `importWizard.problem.<code>`. */
export type Problem =
  | { code: 'nothingTicked' }
  | { code: 'noHeader' | 'nothingMapped' | 'tableNameEmpty' | 'tableNameTaken' | 'tableNameTwice' | 'noKey'; sheet: string }
  | { code: 'targetTwice' | 'nameEmpty' | 'nameTaken' | 'linkToUnticked'; sheet: string; index: number }
  | { code: 'keySkipped'; sheet: string }

/** Something worth knowing that does not stop the import; its sentence is `importWizard.warning.<code>`. */
export type Warning =
  | { code: 'requiredUnmapped'; sheet: string; column: string }
  | { code: 'typesDiffer'; sheet: string; index: number; type: ColumnType }
  | { code: 'autoNumberNotKey'; sheet: string; index: number }

export type ProblemStep = 'sheets' | 'columns' | 'match'

/** What is still wrong with one step of the draft. */
export function problemsOf(step: ProblemStep, draft: ImportDraft, base: BaseShape): Problem[] {
  const sheets = includedSheets(draft)
  if (step === 'sheets')
    return [...(sheets.length === 0 ? [{ code: 'nothingTicked' as const }] : []), ...sheets.flatMap((sheet) => sheetProblems(sheet, sheets, base))]
  if (step === 'columns') return sheets.flatMap((sheet) => columnProblems(sheet, draft, base))
  return sheets.flatMap(keyProblems)
}

/** Warnings about the columns of one sheet. */
export function warningsOf(sheet: SheetDraft, base: BaseShape): Warning[] {
  return [...sheet.columns.flatMap((column) => columnWarnings(column, sheet, base)), ...requiredWarnings(sheet, base)]
}

function sheetProblems(sheet: SheetDraft, included: SheetDraft[], base: BaseShape): Problem[] {
  const name = sheet.sheet
  if (sheet.headerRow === null) return [{ code: 'noHeader', sheet: name }]
  if (!('newTable' in sheet.destination)) return []
  const wanted = comparable(sheet.destination.newTable)
  if (wanted === '') return [{ code: 'tableNameEmpty', sheet: name }]
  if (base.tables.some((table) => comparable(table.name) === wanted)) return [{ code: 'tableNameTaken', sheet: name }]
  const twice = included.some((other) => other.sheet !== name && 'newTable' in other.destination && comparable(other.destination.newTable) === wanted)
  return twice ? [{ code: 'tableNameTwice', sheet: name }] : []
}

function columnProblems(sheet: SheetDraft, draft: ImportDraft, base: BaseShape): Problem[] {
  if (keptColumns(sheet).length === 0) return [{ code: 'nothingMapped', sheet: sheet.sheet }]
  return sheet.columns.flatMap((column): Problem[] => {
    const at = { sheet: sheet.sheet, index: column.index }
    const { target } = column
    if (target.kind === 'skip') return []
    if (target.kind === 'column') {
      const twice = sheet.columns.some(
        (other) => other.index !== column.index && other.target.kind === 'column' && other.target.columnId === target.columnId,
      )
      return twice ? [{ code: 'targetTwice', ...at }] : []
    }
    if (target.name.trim() === '') return [{ code: 'nameEmpty', ...at }]
    if (nameIsTaken(column.index, target.name, sheet, base)) return [{ code: 'nameTaken', ...at }]
    if (target.kind === 'newLink' && sheetNamed(draft, target.sheet)?.included !== true) return [{ code: 'linkToUnticked', ...at }]
    return []
  })
}

function nameIsTaken(index: number, name: string, sheet: SheetDraft, base: BaseShape): boolean {
  const tableId = tableIdOf(sheet.destination)
  const isName = (other: string) => other.trim() === name.trim()
  return (
    base.columns.some((column) => column.tableId === tableId && isName(column.name)) ||
    sheet.columns.some((column) => column.index !== index && newNameOf(column.target) !== null && isName(newNameOf(column.target) ?? ''))
  )
}

const newNameOf = (target: ColumnTarget): string | null => ('name' in target ? target.name : null)

function keyProblems(sheet: SheetDraft): Problem[] {
  if (sheet.mode === 'add') return []
  if (sheet.matchIndexes.length === 0) return [{ code: 'noKey', sheet: sheet.sheet }]
  const kept = new Set(keptColumns(sheet).map((column) => column.index))
  return sheet.matchIndexes.every((index) => kept.has(index)) ? [] : [{ code: 'keySkipped', sheet: sheet.sheet }]
}

function columnWarnings(column: ColumnDraft, sheet: SheetDraft, base: BaseShape): Warning[] {
  const { target } = column
  if (target.kind !== 'column') return []
  const found = base.columns.find((candidate) => candidate.id === target.columnId)
  if (found === undefined) return []
  const at = { sheet: sheet.sheet, index: column.index }
  if (found.type === 'autoNumber') return sheet.matchIndexes.includes(column.index) ? [] : [{ code: 'autoNumberNotKey', ...at }]
  return typesAgree(column.guess.type, found.type) || column.samples.length === 0 ? [] : [{ code: 'typesDiffer', ...at, type: found.type }]
}

/** Whether values guessed to be of one type are likely to be read as the other. Anything reads as text. */
function typesAgree(guess: ColumnDraft['guess']['type'], type: ColumnType): boolean {
  const strict: Partial<Record<ColumnType, readonly string[]>> = {
    number: ['number', 'currency', 'percent'],
    rating: ['number', 'rating'],
    progress: ['number', 'percent', 'progress'],
    url: ['url'],
    date: ['date', 'dateTime'],
    dateTime: ['date', 'dateTime'],
    checkbox: ['checkbox'],
    email: ['email'],
  }
  return strict[type]?.includes(guess) ?? true
}

function requiredWarnings(sheet: SheetDraft, base: BaseShape): Warning[] {
  const tableId = tableIdOf(sheet.destination)
  if (tableId === null || sheet.mode === 'update') return []
  const filled = new Set(sheet.columns.flatMap(({ target }) => (target.kind === 'column' ? [target.columnId] : [])))
  return base.columns
    .filter((column) => column.tableId === tableId && column.required && !filled.has(column.id) && column.defaultValue == null)
    .map((column) => ({ code: 'requiredUnmapped', sheet: sheet.sheet, column: column.name }))
}
