import { withStatistic } from '#shared/model/statistic.ts'
import type { View, ViewSettings } from '#shared/model/view.ts'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import { Grid, type GridHandle } from '#renderer/grid/Grid.tsx'
import { GridHeadersContext } from '#renderer/grid/gridContext.ts'
import { useRowSelection } from '#renderer/grid/rowSelection.ts'
import { arrangeColumns } from '#renderer/grid/viewColumns.ts'
import { announceGrid } from '#renderer/shell/gridPort.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useChangeView, useRowQuery, useView } from '#renderer/shell/useView.ts'
import { ChartDock } from './ChartDock.tsx'
import { GridEmpty } from './GridEmpty.tsx'
import { CellHistory } from '#renderer/rowHistory/CellHistory.tsx'
import { RowMenu, type RowMenuTarget } from './RowMenu.tsx'
import { NoView } from './NoView.tsx'
import { FootMenu, type FootTarget } from './FootMenu.tsx'
import { GridStatus } from './GridStatus.tsx'
import { Toolbar, type FilterRequest } from './Toolbar.tsx'
import './tableScreen.css'
import { useColumnMenus } from './useColumnMenus.ts'
import { chosenStatistics, useFooter } from './useFooter.ts'
import { useRowDeeds } from './useRowDeeds.ts'
import { useTickAll } from './useTickAll.ts'
import { ViewTabs } from './ViewTabs.tsx'

/** A table: its views, how the current one is set, the grid, and charts beside it. */
export function TableScreen({ tableId }: { tableId: number }) {
  const view = useView(tableId)
  return view === undefined ? <NoView tableId={tableId} /> : <ViewScreen tableId={tableId} view={view} />
}

function ViewScreen({ tableId, view }: { tableId: number; view: View }) {
  const base = useBase()
  const query = useRowQuery(tableId)
  const changeView = useChangeView()
  const openRow = useShell((state) => state.openRow)
  const openColumnDialog = useShell((state) => state.openColumnDialog)
  const grid = useRef<GridHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const [collapsed, setCollapsed] = useState<readonly string[]>(none)
  const [counts, setCounts] = useState<{ lines: number; rows: number } | null>(null)
  const [filterRequest, setFilterRequest] = useState<FilterRequest>({ open: false, columnId: null })

  const { settings } = view
  const tableColumns = base.columnsOf(tableId)
  const arrangedKey = JSON.stringify([settings.columns, settings.frozenColumns])
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const columns = useMemo(() => arrangeColumns(tableColumns, settings), [tableColumns, arrangedKey])
  const latest = useRef(view)
  useLayoutEffect(() => {
    latest.current = view
  })
  const change = useCallback((made: Partial<ViewSettings>) => changeView(latest.current, made), [changeView])

  const groupKey = JSON.stringify([view.id, settings.groups])
  useEffect(() => setCollapsed(none), [groupKey])
  useEffect(() => () => useRowSelection.getState().clear(), [tableId])

  const footKey = JSON.stringify(settings.footer)
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const statistics = useMemo(() => chosenStatistics(settings.footer, columns, base), [footKey, columns, base])
  const foot = useFooter(tableId, query, statistics)
  const [footTarget, setFootTarget] = useState<FootTarget | null>(null)
  const openFoot = useCallback((columnId: number, at: { x: number; y: number }) => setFootTarget({ columnId, ...at }), [])
  const deeds = useRowDeeds(tableId, query, collapsed, grid)
  useEffect(
    () =>
      announceGrid({
        addRow: deeds.addRow,
        deleteSelectedRows: deeds.deleteSelectedRows,
        selectedRows: () => useRowSelection.getState().ids.size,
        focusSearch: () => search.current?.select(),
        focusGrid: () => grid.current?.show(0, false),
      }),
    [deeds],
  )

  const openFilter = useCallback((columnId: number) => setFilterRequest({ open: true, columnId }), [])
  const menus = useColumnMenus({ view, columns, onChange: change, onFilter: openFilter })
  const ticks = useTickAll(tableId, query, counts?.rows ?? 0)
  const headers = useMemo(() => ({ ...menus, ...ticks }), [menus, ticks])
  const toggleGroup = useCallback((key: string) => setCollapsed((was) => (was.includes(key) ? was.filter((one) => one !== key) : [...was, key])), [])

  const addColumn = useCallback(() => openColumnDialog({ kind: 'create', tableId, beforeColumnId: null }), [openColumnDialog, tableId])
  const [rowMenu, setRowMenu] = useState<RowMenuTarget | null>(null)
  const openRowMenu = useCallback(
    (rowId: number, columnId: number | null, at: { x: number; y: number }) => setRowMenu({ rowId, columnId, ...at }),
    [],
  )
  const [cellHistory, setCellHistory] = useState<{ rowId: number; columnId: number } | null>(null)
  const openRowPage = useCallback((rowId: number) => openRow({ tableId, rowId }), [openRow, tableId])

  return (
    <div className="table-screen">
      <ViewTabs tableId={tableId} current={view} />
      <Toolbar view={view} columns={columns} filterRequest={filterRequest} onFilterRequest={setFilterRequest} onChange={change} searchRef={search} />
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
            onArrange={change}
            onToggleGroup={toggleGroup}
            onAddRow={deeds.addRow}
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
          onClose={() => setFootTarget(null)}
        />
      )}
      {cellHistory === null ? null : <CellHistory tableId={tableId} {...cellHistory} onClose={() => setCellHistory(null)} />}
      <GridStatus rows={counts?.rows ?? null} total={base.rowCount(tableId)} readOnly={base.readOnly} onDelete={deeds.deleteSelectedRows} />
    </div>
  )
}

const none: readonly string[] = []
const rowHeights = { low: 24, middle: 28, tall: 36 } as const
