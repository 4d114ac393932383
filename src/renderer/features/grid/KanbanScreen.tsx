import type { View, ViewSettings } from '#shared/model/view.ts'
import type { KanbanLayout } from '#shared/model/viewLayout.ts'
import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import { useRowSelection } from '#renderer/grid/rowSelection.ts'
import { gridPort } from '#renderer/shell/gridPort.ts'
import { useSlots } from '#renderer/shell/slots.ts'
import { Suspended } from '#renderer/shell/Suspended.tsx'
import { useChangeView } from '#renderer/shell/useChangeView.ts'
import { ChartDock } from './ChartDock.tsx'
import { GridEmpty } from './GridEmpty.tsx'
import { GridStatus } from './GridStatus.tsx'
import { Toolbar, type FilterRequest } from './Toolbar.tsx'
import { useUnlockView } from './useUnlockView.ts'

/** A view of a table as a kanban: the same tabs and tools as over a grid, and charts beside it. */
export function KanbanScreen({ view, layout }: { view: View; layout: KanbanLayout }) {
  const base = useBase()
  const { kanban: Board, kanbanTools: Tools } = useSlots()
  const changeView = useChangeView()
  const search = useRef<HTMLInputElement>(null)
  const [rows, setRows] = useState<number | null>(null)
  const [filterRequest, setFilterRequest] = useState<FilterRequest>({ open: false, columnId: null })
  const change = useCallback((made: Partial<ViewSettings>) => changeView(view, made), [changeView, view])
  const focusSearch = useCallback(() => search.current?.select(), [])
  const unlock = useUnlockView(view.id)
  const { tableId } = view
  // Cards are not ticked: rows that were in a grid of the table are no longer meant.
  useEffect(() => useRowSelection.getState().clear(), [])
  return (
    <>
      <Toolbar
        view={view}
        filterRequest={filterRequest}
        onFilterRequest={setFilterRequest}
        onChange={change}
        tools={<Suspense fallback={null}>{Tools === undefined ? null : <Tools view={view} layout={layout} onChange={change} />}</Suspense>}
        onUnlock={unlock}
        searchRef={search}
      />
      <ChartDock tableId={tableId} viewId={view.id}>
        <Suspended>
          {Board === undefined ? null : <Board view={view} layout={layout} onChange={change} onRows={setRows} onFocusSearch={focusSearch} />}
        </Suspended>
        {rows === 0 ? <GridEmpty tableId={tableId} filter={view.settings.filter} onAdd={() => gridPort()?.addRow()} /> : null}
      </ChartDock>
      <GridStatus
        tableId={tableId}
        rows={rows}
        total={base.rowCount(tableId)}
        readOnly={base.readOnly}
        onBulk={() => undefined}
        onDelete={() => undefined}
      />
    </>
  )
}
