import type { ColumnType } from '#shared/model/column.ts'
import type { Folding } from '#shared/model/folding.ts'
import type { Filter } from '#shared/model/filter.ts'
import { create } from 'zustand'

export type RowTarget = { tableId: number; rowId: number }

/** What fills the centre of the frame. */
export type Screen = 'table' | 'report' | 'analysis' | 'history' | 'schemes'

/** Which scheme is looked at and which part of its page; a table without a scheme: its first. */
export type SchemePlace = { tableId: number | null; schemeId: number | null; part: SchemePart }
export type SchemePart = 'rule' | 'moves' | 'migration' | 'missing' | 'strategy' | 'effect'

/** Rows a chart was clicked on: narrows the grid until it is taken away. */
export type ChartFilter = { tableId: number; /** What the chip says, such as "等级: S". */ label: string; filter: Filter }

/** Which column to set up: one that exists, one that gets another type, or a new one before another. */
export type ColumnDialogRequest =
  | { kind: 'edit'; columnId: number }
  | { kind: 'convert'; columnId: number }
  | { kind: 'create'; tableId: number; beforeColumnId: number | null; /** What it is most likely to be. */ type?: ColumnType }

export type Dialog =
  | { kind: 'column'; request: ColumnDialogRequest }
  | { kind: 'import'; path: string | null }
  | { kind: 'export'; tableId: number }
  | { kind: 'members' }
  | { kind: 'modules' }
  /** Rows alike in these columns. */
  | { kind: 'duplicates'; tableId: number; columnIds: readonly number[] }
  /** One thing done to many rows, the ticked ones or all of the view. */
  | { kind: 'bulk'; tableId: number; columnId: number | null }
  | { kind: 'shortcuts' }
  | { kind: 'jump' }

export type DockSide = 'right' | 'below'

type State = {
  screen: Screen
  tableId: number | null
  /** The view last looked at, by table. */
  viewIds: Readonly<Record<number, number>>
  /** What is searched for in the grid, by table. */
  searches: Readonly<Record<number, string>>
  /** Rows opened at the right, the one shown last; those before it are the way back. */
  rowTrail: readonly RowTarget[]
  /** The row that was only just begun: its page asks for its name. */
  begunRow: RowTarget | null
  /** Rows whose pages were opened last, the latest first. */
  recents: readonly RowTarget[]
  /** Views whose charts are open, and where. */
  docks: Readonly<Record<number, DockSide>>
  /** Which groups are folded, by view. */
  folds: Readonly<Record<number, Folding>>
  /** Links whose rows stand in their own order on a row's page, and not the newest first. */
  ownOrders: Readonly<Record<number, true>>
  chartFilter: ChartFilter | null
  schemePlace: SchemePlace
  dialog: Dialog | null
}

type Actions = {
  openScreen: (screen: Screen) => void
  /** The schemes of a table, the first of them. */
  openSchemes: (tableId: number) => void
  openScheme: (schemeId: number, part?: SchemePart) => void
  openTable: (tableId: number) => void
  openView: (tableId: number, viewId: number) => void
  search: (tableId: number, text: string) => void
  /** Shows the page of a row at the right. */
  openRow: (target: RowTarget) => void
  /** The same for a row that was only just begun. */
  openBegunRow: (target: RowTarget) => void
  /** Follows a link from the page of a row; `backRow` returns. */
  followRow: (target: RowTarget) => void
  backRow: () => void
  closeRow: () => void
  openDock: (viewId: number, side: DockSide) => void
  closeDock: (viewId: number) => void
  fold: (viewId: number, folding: Folding) => void
  setOwnOrder: (linkColumnId: number, own: boolean) => void
  setChartFilter: (filter: ChartFilter | null) => void
  openDialog: (dialog: Dialog) => void
  openColumnDialog: (request: ColumnDialogRequest) => void
  closeDialog: () => void
  /** Puts back what was remembered of a base, or forgets all of it. */
  restore: (remembered: Remembered) => void
}

/** What is remembered of a base from one opening to the next. */
export type Remembered = Pick<State, 'tableId' | 'viewIds' | 'docks' | 'folds' | 'ownOrders' | 'recents'>

export const nothingRemembered: Remembered = { tableId: null, viewIds: {}, docks: {}, folds: {}, ownOrders: {}, recents: [] }

const noScheme: SchemePlace = { tableId: null, schemeId: null, part: 'rule' }

/** Where the person is and what is open beside it. What the base holds is not here: see `client/`. */
export const useShell = create<State & Actions>((set) => ({
  screen: 'table',
  ...nothingRemembered,
  searches: {},
  rowTrail: [],
  begunRow: null,
  chartFilter: null,
  schemePlace: noScheme,
  dialog: null,

  openScreen: (screen) => set((state) => ({ screen, rowTrail: screen === 'table' ? state.rowTrail : [] })),
  openSchemes: (tableId) => set({ screen: 'schemes', rowTrail: [], schemePlace: { ...noScheme, tableId } }),
  openScheme: (schemeId, part) =>
    set(({ schemePlace }) => ({ screen: 'schemes', rowTrail: [], schemePlace: { tableId: null, schemeId, part: part ?? schemePlace.part } })),
  openTable: (tableId) =>
    set((state) => ({
      screen: 'table',
      tableId,
      chartFilter: state.tableId === tableId ? state.chartFilter : null,
      rowTrail: trailIn(tableId, state.rowTrail),
    })),
  openView: (tableId, viewId) =>
    set((state) => ({
      screen: 'table',
      tableId,
      viewIds: { ...state.viewIds, [tableId]: viewId },
      chartFilter: null,
      rowTrail: trailIn(tableId, state.rowTrail),
    })),
  search: (tableId, text) => set((state) => ({ searches: { ...state.searches, [tableId]: text } })),
  openRow: (target) => set((state) => ({ rowTrail: [target], begunRow: null, recents: withRecent(state.recents, target) })),
  openBegunRow: (target) => set((state) => ({ rowTrail: [target], begunRow: target, recents: withRecent(state.recents, target) })),
  followRow: (target) => set((state) => ({ rowTrail: [...state.rowTrail, target], begunRow: null, recents: withRecent(state.recents, target) })),
  backRow: () => set((state) => ({ rowTrail: state.rowTrail.slice(0, -1) })),
  closeRow: () => set({ rowTrail: [] }),
  openDock: (viewId, side) => set((state) => ({ docks: { ...state.docks, [viewId]: side } })),
  closeDock: (viewId) => set((state) => ({ docks: without(state.docks, viewId), chartFilter: null })),
  fold: (viewId, folding) => set((state) => ({ folds: { ...state.folds, [viewId]: folding } })),
  setOwnOrder: (linkColumnId, own) =>
    set(({ ownOrders }) => ({ ownOrders: own ? { ...ownOrders, [linkColumnId]: true } : without(ownOrders, linkColumnId) })),
  setChartFilter: (chartFilter) => set({ chartFilter }),
  openDialog: (dialog) => set({ dialog }),
  openColumnDialog: (request) => set({ dialog: { kind: 'column', request } }),
  closeDialog: () => set({ dialog: null }),
  restore: (remembered) =>
    set({ ...remembered, screen: 'table', searches: {}, rowTrail: [], begunRow: null, chartFilter: null, schemePlace: noScheme, dialog: null }),
}))

/** The row shown at the right, if any. */
export const useOpenRow = (): RowTarget | null => useShell((state) => state.rowTrail.at(-1) ?? null)

/** A row's page stays beside its own table only. */
function trailIn(tableId: number, trail: readonly RowTarget[]): readonly RowTarget[] {
  return trail.at(-1)?.tableId === tableId ? trail : []
}

const mostRecents = 12

function withRecent(recents: readonly RowTarget[], target: RowTarget): readonly RowTarget[] {
  const others = recents.filter(({ tableId, rowId }) => tableId !== target.tableId || rowId !== target.rowId)
  return [target, ...others].slice(0, mostRecents)
}

function without<Value>(record: Readonly<Record<number, Value>>, key: number): Record<number, Value> {
  const { [key]: _, ...rest } = record
  return rest
}
