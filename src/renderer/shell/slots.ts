import type { View, ViewSettings } from '#shared/model/view.ts'
import type { KanbanLayout } from '#shared/model/viewLayout.ts'
import { createContext, use, type ComponentType } from 'react'
import type { ColumnDialogRequest } from './state.ts'

/**
 * Places of the frame that features fill. The shell knows only these shapes; `features.ts` beside
 * `main.tsx` says which feature fills which, so that features never import each other.
 */
export type Slots = {
  /** The first screen, before a base is open. */
  welcome?: ComponentType<object>
  /** The tables of the base, in the side bar; only signs when it is folded. */
  tables?: ComponentType<{ folded: boolean }>
  /** Views, toolbar and grid of a table, in the centre. */
  table?: ComponentType<{ tableId: number }>
  /** The rows of a view as cards in lanes, where the grid would stand. */
  kanban?: ComponentType<KanbanProps>
  /** What such a view is set by, in the toolbar. */
  kanbanTools?: ComponentType<KanbanToolsProps>
  /** The page of a row, at the right; follows links through `useShell().followRow`. */
  rowPage?: ComponentType<{ tableId: number; rowId: number; onClose: () => void }>
  /** Charts beside the grid; reads the grid's rows from `useViewFilter()`, sets `useShell().setChartFilter`. */
  chartPanel?: ComponentType<{ tableId: number; viewId: number; onClose: () => void }>
  /** The owner's report, in the centre. */
  report?: ComponentType<object>
  /** What the figures tell: models and counts over customers and orders, in the centre. */
  analysis?: ComponentType<object>
  /** The log and the trash, in the centre. */
  history?: ComponentType<object>
  /** Schemes of classes, in the centre. */
  schemes?: ComponentType<object>
  /** Settings of a column, old or new. */
  columnDialog?: ComponentType<{ request: ColumnDialogRequest; onClose: () => void }>
  /** Brings a workbook in; asks for a file when `path` is null. */
  importWizard?: ComponentType<{ path: string | null; onClose: () => void }>
  /** Writes the rows the grid shows to a workbook or csv file. */
  exportDialog?: ComponentType<{ tableId: number; onClose: () => void }>
  /** Finds rows that are alike, merges them, and forbids them. */
  duplicatesDialog?: ComponentType<{ tableId: number; columnIds: readonly number[]; onClose: () => void }>
  /** Changes a column in many rows at once. */
  bulkDialog?: ComponentType<{ tableId: number; columnId: number | null; onClose: () => void }>
  /** The people of the team, and which of them is at the keyboard. */
  membersDialog?: ComponentType<{ onClose: () => void }>
  /** Parts of the customer book to switch on. */
  modulesDialog?: ComponentType<{ onClose: () => void }>
}

export type KanbanToolsProps = { view: View; layout: KanbanLayout; onChange: (change: Partial<ViewSettings>) => void }

export type KanbanProps = KanbanToolsProps & {
  /** How many rows it shows; null while that is not known. */ onRows: (rows: number | null) => void
  /** Puts the focus on the field that searches the table. */ onFocusSearch: () => void
}

export const SlotsContext = createContext<Slots>({})

export const useSlots = (): Slots => use(SlotsContext)
