import { useBase } from '../client/useBase.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Suspended } from './Suspended.tsx'
import { useSlots } from './slots.ts'
import { useOpenRow, useShell } from './state.ts'

/** The page of the open row, at the right. */
export function RowPageSlot() {
  const base = useBase()
  const { rowPage: RowPage } = useSlots()
  const row = useOpenRow()
  const closeRow = useShell((state) => state.closeRow)
  if (row === null || RowPage === undefined || base.table(row.tableId) === undefined) return null
  return (
    <aside className="row-page-slot">
      <ErrorBoundary resetKey={`${row.tableId}-${row.rowId}`}>
        <Suspended>
          <RowPage tableId={row.tableId} rowId={row.rowId} onClose={closeRow} />
        </Suspended>
      </ErrorBoundary>
    </aside>
  )
}
