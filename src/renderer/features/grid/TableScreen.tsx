import { allFolded, noneFolded, withToggledFold } from '#shared/model/folding.ts'
import { withStatistic } from '#shared/model/statistic.ts'
import type { RowHeight, View, ViewSettings } from '#shared/model/view.ts'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { holdsValues } from '#shared/model/column.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { Grid, type GridHandle } from '#renderer/grid/Grid.tsx'
import { GridHeadersContext } from '#renderer/grid/gridContext.ts'
import { useRowSelection } from '#renderer/grid/rowSelection.ts'
import { arrangeColumns } from '#renderer/grid/viewColumns.ts'
import { announceGrid } from '#renderer/shell/gridPort.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useChangeView } from '#renderer/shell/useChangeView.ts'
import { useRowQuery, useView } from '#renderer/shell/useView.ts'
import { useSame } from '#renderer/ui/useSame.ts'
import { ChartDock } from './ChartDock.tsx'
import { FindBar } from './find/FindBar.tsx'
import { useFindBar } from './find/useFindBar.ts'
import { GridEmpty } from './GridEmpty.tsx'
import { GridTools } from './GridTools.tsx'
import { KanbanScreen } from './KanbanScreen.tsx'
import { CellHistory } from '#renderer/rowHistory/CellHistory.tsx'
import { RowMenu, type RowMenuTarget } from './RowMenu.tsx'
import { NoView } from './NoView.tsx'
import { FootMenu, type FootTarget } from './FootMenu.tsx'
import { GridStatus } from './GridStatus.tsx'
import { Toolbar, type FilterRequest } from './Toolbar.tsx'
import './tableScreen.css'
import { useColumnMenus } from './useColumnMenus.ts'
import { chosenStatistics, useFooter, useStatisticWords } from './useFooter.ts'
import { useRowDeeds } from './useRowDeeds.ts'
import { useTickAll } from './useTickAll.ts'
import { useUnlockView } from './useUnlockView.ts'
import { ViewTabs } from './ViewTabs.tsx'

/** A table: its views, how the current one is set, the grid, and charts beside it. */
export function TableScreen({ tableId }: { tableId: number }) {
  const view = useView(tableId)
  if (view === undefined) return <NoView tableId={tableId} />
  const { layout } = view.settings
  return (
    <div className="table-screen">
      <ViewTabs tableId={tableId} current={view} />
      {layout.kind === 'kanban' ? <KanbanScreen key={view.id} view={view} layout={layout} /> : <ViewScreen tableId={tableId} view={view} />}
    </div>
  )
}

function ViewScreen({ tableId, view }: { tableId: number; view: View }) {
  const base = useBase()
  const query = useRowQuery(tableId)
  const changeView = useChangeView()
  const openRow = useShell((state) => state.openRow)
  const openColumnDialog = useShell((state) => state.openColumnDialog)
  const grid = useRef<GridHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const collapsed = useShell((state) => state.folds[view.id] ?? noneFolded)
  const fold = useShell((state) => state.fold)
  const [counts, setCounts] = useState<{ lines: number; rows: number } | null>(null)
  const [filterRequest, setFilterRequest] = useState<FilterRequest>({ open: false, columnId: null })

  const { settings } = view
  const tableColumns = base.columnsOf(tableId)
  const arranged = useSame({ columns: settings.columns, frozenColumns: settings.frozenColumns })
  const columns = useMemo(() => arrangeColumns(tableColumns, arranged), [tableColumns, arranged])
  const foundIn = useMemo(() => columns.flatMap(({ column, hidden }) => (hidden ? [] : [column])), [columns])
  const latest = useRef(view)
  useLayoutEffect(() => {
    latest.current = view
  })
  const change = useCallback(
    (made: Partial<ViewSettings>) => {
      changeView(latest.current, made)
      // Other groups have other keys.
      if (made.groups !== undefined && !latest.current.locked) fold(latest.current.id, noneFolded)
    },
    [changeView, fold],
  )

  const unfold = useCallback(() => fold(latest.current.id, noneFolded), [fold])
  useEffect(() => () => useRowSelection.getState().clear(), [tableId])

  const footer = useSame(settings.footer)
  const statistics = useMemo(() => chosenStatistics(footer, columns, base), [footer, columns, base])
  const colors = useSame(settings.colors)
  const statisticWords = useStatisticWords()
  const foot = useFooter(tableId, query, statistics, statisticWords)
  const [footTarget, setFootTarget] = useState<FootTarget | null>(null)
  const isFootByKey = useRef(false)
  const openFoot = useCallback(
    (columnId: number, at: { x: number; y: number }) => {
      const column = base.column(columnId)
      if (column !== undefined && holdsValues(column.type)) setFootTarget({ columnId, ...at })
    },
    [base],
  )
  const finder = useFindBar({ tableId, query, collapsed, grid, onUnfold: unfold })
  const deeds = useRowDeeds(tableId, query, collapsed, grid)
  useEffect(
    () =>
      announceGrid({
        addRow: deeds.addRow,
        deleteSelectedRows: deeds.deleteSelectedRows,
        selectedRows: () => useRowSelection.getState().ids.size,
        focusSearch: () => search.current?.select(),
        openFind: finder.open,
        focusGrid: () => grid.current?.show(0, false),
      }),
    [deeds, finder.open],
  )

  const openFilter = useCallback((columnId: number) => setFilterRequest({ open: true, columnId }), [])
  const closeFoot = useCallback(() => {
    setFootTarget(null)
    // The keys go back to the cell from which the menu was asked for.
    if (isFootByKey.current) grid.current?.focusChosen()
    isFootByKey.current = false
  }, [])
  const openFootOf = useCallback(
    (columnId: number) => {
      const at = grid.current?.footOf(columnId)
      if (at === undefined || at === null) return
      isFootByKey.current = true
      openFoot(columnId, at)
    },
    [openFoot],
  )
  const menus = useColumnMenus({ view, columns, onChange: change, onFilter: openFilter, onStatistic: openFootOf })
  const ticks = useTickAll(tableId, query, counts?.rows ?? 0)
  const headers = useMemo(() => ({ ...menus, ...ticks }), [menus, ticks])
  const viewId = view.id
  const unlock = useUnlockView(viewId)
  const toggleGroup = useCallback(
    (key: string) => fold(viewId, withToggledFold(useShell.getState().folds[viewId] ?? noneFolded, key)),
    [fold, viewId],
  )

  const openDialog = useShell((state) => state.openDialog)
  const openBulk = useCallback(() => openDialog({ kind: 'bulk', tableId, columnId: null }), [openDialog, tableId])
  const addColumn = useCallback(() => openColumnDialog({ kind: 'create', tableId, beforeColumnId: null }), [openColumnDialog, tableId])
  const [rowMenu, setRowMenu] = useState<RowMenuTarget | null>(null)
  const openRowMenu = useCallback(
    (rowId: number, columnId: number | null, at: { x: number; y: number }) => setRowMenu({ rowId, columnId, ...at }),
    [],
  )
  const [cellHistory, setCellHistory] = useState<{ rowId: number; columnId: number } | null>(null)
  const openRowPage = useCallback((rowId: number) => openRow({ tableId, rowId }), [openRow, tableId])

  return (
    <>
      <Toolbar
        view={view}
        filterRequest={filterRequest}
        onFilterRequest={setFilterRequest}
        onChange={change}
        tools={
          <GridTools
            view={view}
            columns={columns}
            statistics={statistics}
            onChange={change}
            onFoldAll={(folded) => fold(viewId, folded ? allFolded : noneFolded)}
          />
        }
        onUnlock={unlock}
        searchRef={search}
      />
      {finder.request === null ? null : (
        <FindBar
          tableId={tableId}
          query={query}
          columns={foundIn}
          request={finder.request}
          readOnly={base.readOnly}
          onShow={finder.show}
          onClose={finder.close}
        />
      )}
      <ChartDock tableId={tableId} viewId={view.id}>
        <GridHeadersContext value={headers}>
          <Grid
            ref={grid}
            tableId={tableId}
            query={query}
            columns={columns}
            rowHeight={rowHeights[settings.rowHeight]}
            collapsed={collapsed}
            foot={foot}
            statistics={statistics}
            statisticWords={statisticWords}
            colors={colors}
            canArrange={!view.locked}
            onArrange={change}
            onToggleGroup={toggleGroup}
            onAddRow={deeds.addRow}
            onAddInGroup={deeds.addInGroup}
            onAddColumn={addColumn}
            onOpenRow={openRowPage}
            onRowMenu={openRowMenu}
            onFoot={openFoot}
            onCounts={setCounts}
          />
        </GridHeadersContext>
        {counts?.rows === 0 ? <GridEmpty tableId={tableId} filter={settings.filter} onAdd={deeds.addRow} /> : null}
      </ChartDock>
      {rowMenu === null ? null : (
        <RowMenu
          key={`${rowMenu.rowId}-${rowMenu.x}-${rowMenu.y}`}
          tableId={tableId}
          target={rowMenu}
          onCellHistory={setCellHistory}
          onDelete={deeds.deleteRow}
          onClose={() => setRowMenu(null)}
        />
      )}
      {footTarget === null ? null : (
        <FootMenu
          key={footTarget.columnId}
          tableId={tableId}
          query={query}
          target={footTarget}
          chosen={statistics.find(({ columnId }) => columnId === footTarget.columnId)?.statistic ?? null}
          onChoose={(columnId, statistic) => change({ footer: withStatistic(settings.footer, columnId, statistic) })}
          onClose={closeFoot}
        />
      )}
      {cellHistory === null ? null : <CellHistory tableId={tableId} {...cellHistory} onClose={() => setCellHistory(null)} />}
      <GridStatus
        tableId={tableId}
        rows={counts?.rows ?? null}
        total={base.rowCount(tableId)}
        readOnly={base.readOnly}
        onBulk={openBulk}
        onDelete={deeds.deleteSelectedRows}
      />
    </>
  )
}

const rowHeights = { low: 24, middle: 28, tall: 36, threeLines: 54, fiveLines: 88 } as const satisfies Record<RowHeight, number>
