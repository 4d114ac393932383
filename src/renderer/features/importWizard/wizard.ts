import type { ColumnTarget, FilePreview } from '#shared/contract/exchange.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { BaseShape, Destination, ImportDraft, ImportMode, MissingLinks, SheetDraft } from '#shared/importing/draft.ts'
import { includedSheets } from '#shared/importing/draft.ts'
import { dropLinksTo, guessLinks } from '#shared/importing/guessLinks.ts'
import { openDraft, redirectSheet, rereadDraft, withKey } from '#shared/importing/openDraft.ts'
import { problemsOf } from './problems.ts'

export const steps = ['file', 'sheets', 'columns', 'match', 'preview', 'run'] as const
export type Step = (typeof steps)[number]

/** Where the person is in the wizard, and what is set up so far. */
export type Wizard = {
  step: Step
  draft: ImportDraft | null
  /** The sheet whose columns or key are shown. */
  sheet: string | null
}

export type WizardAction =
  | { kind: 'opened'; path: string; preview: FilePreview; base: BaseShape }
  | { kind: 'reread'; preview: FilePreview; base: BaseShape }
  | { kind: 'went'; step: Step }
  | { kind: 'sheetShown'; sheet: string }
  | { kind: 'sheetTicked'; sheet: string; included: boolean; base: BaseShape }
  | { kind: 'destinationChosen'; sheet: string; destination: Destination; base: BaseShape }
  | { kind: 'targetChosen'; sheet: string; index: number; target: ColumnTarget; base: BaseShape }
  | { kind: 'modeChosen'; sheet: string; mode: ImportMode; base: BaseShape }
  | { kind: 'keyChosen'; sheet: string; matchIndexes: number[] }
  | { kind: 'missingLinksChosen'; sheet: string; missingLinks: MissingLinks }

export const closedWizard: Wizard = { step: 'file', draft: null, sheet: null }

/** One step of the person's through the wizard; pure, so that every road through it can be tested. */
export function wizardReducer(wizard: Wizard, action: WizardAction): Wizard {
  switch (action.kind) {
    case 'opened':
      return shown({ step: 'sheets', draft: openDraft(action.path, action.preview, action.base), sheet: null })
    case 'reread':
      return wizard.draft === null ? wizard : shown({ ...wizard, draft: rereadDraft(wizard.draft, action.preview, action.base) })
    case 'went':
      return wizard.draft === null ? { ...wizard, step: 'file' } : shown({ ...wizard, step: action.step })
    case 'sheetShown':
      return { ...wizard, sheet: action.sheet }
    case 'sheetTicked':
      return shown(mapSheets(wizard, (sheets) => tick(sheets, action)))
    case 'destinationChosen':
      return mapSheets(wizard, (sheets) =>
        guessLinks(
          mapNamed(sheets, action.sheet, (sheet) => destine(sheet, action.destination, action.base)),
          action.base,
        ),
      )
    case 'targetChosen':
      return mapSheets(wizard, (sheets) => mapNamed(sheets, action.sheet, (sheet) => retarget(sheet, action.index, action.target, action.base)))
    case 'modeChosen':
      return mapSheets(wizard, (sheets) => mapNamed(sheets, action.sheet, (sheet) => switchMode(sheet, action.mode, action.base)))
    case 'keyChosen':
      return mapSheets(wizard, (sheets) => mapNamed(sheets, action.sheet, (sheet) => ({ ...sheet, matchIndexes: action.matchIndexes })))
    case 'missingLinksChosen':
      return mapSheets(wizard, (sheets) => mapNamed(sheets, action.sheet, (sheet) => ({ ...sheet, missingLinks: action.missingLinks })))
    default:
      return assertNever(action)
  }
}

/** The furthest step that may be entered: every step before it is without problems. */
export function furthestStep(wizard: Wizard, base: BaseShape): Step {
  const { draft } = wizard
  if (draft === null) return 'file'
  const stuck = (['sheets', 'columns', 'match'] as const).find((step) => problemsOf(step, draft, base).length > 0)
  return stuck ?? 'run'
}

/** A renamed new table keeps its columns as they were set; another table starts them afresh. */
function destine(sheet: SheetDraft, destination: Destination, base: BaseShape): SheetDraft {
  if ('newTable' in destination && 'newTable' in sheet.destination) return { ...sheet, destination }
  return redirectSheet(sheet, destination, base)
}

function tick(sheets: SheetDraft[], { sheet: name, included, base }: Extract<WizardAction, { kind: 'sheetTicked' }>): SheetDraft[] {
  const ticked = mapNamed(sheets, name, (sheet) => ({ ...sheet, included }))
  return guessLinks(included ? ticked : dropLinksTo(ticked, name), base)
}

function retarget(sheet: SheetDraft, index: number, target: ColumnTarget, base: BaseShape): SheetDraft {
  const columns = sheet.columns.map((column) => (column.index === index ? { ...column, target, chosen: true } : column))
  const next = { ...sheet, columns }
  const keyWasSkipped = target.kind === 'skip' && sheet.matchIndexes.includes(index)
  return keyWasSkipped ? withKey(next, base) : next
}

function switchMode(sheet: SheetDraft, mode: ImportMode, base: BaseShape): SheetDraft {
  if (mode === 'add') return { ...sheet, mode, matchIndexes: [] }
  if (sheet.matchIndexes.length > 0) return { ...sheet, mode }
  const guessed = withKey(sheet, { ...base, rowCounts: everyTableFilled(base) })
  return { ...sheet, mode, matchIndexes: guessed.matchIndexes }
}

const everyTableFilled = (base: BaseShape): Record<number, number> => Object.fromEntries(base.tables.map((table) => [table.id, 1]))

const mapNamed = (sheets: SheetDraft[], name: string, change: (sheet: SheetDraft) => SheetDraft): SheetDraft[] =>
  sheets.map((sheet) => (sheet.sheet === name ? change(sheet) : sheet))

const mapSheets = (wizard: Wizard, change: (sheets: SheetDraft[]) => SheetDraft[]): Wizard =>
  wizard.draft === null ? wizard : { ...wizard, draft: { ...wizard.draft, sheets: change(wizard.draft.sheets) } }

/** Keeps the shown sheet among the ticked ones. */
function shown(wizard: Wizard): Wizard {
  const included = wizard.draft === null ? [] : includedSheets(wizard.draft)
  const still = included.find((sheet) => sheet.sheet === wizard.sheet) ?? included[0]
  return { ...wizard, sheet: still?.sheet ?? null }
}
