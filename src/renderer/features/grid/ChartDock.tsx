import { Suspense, type ReactNode } from 'react'
import { ErrorBoundary } from '#renderer/shell/ErrorBoundary.tsx'
import { useSlots } from '#renderer/shell/slots.ts'
import { useShell } from '#renderer/shell/state.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'

/** The grid, with the charts of the view right of it or below. */
export function ChartDock({ tableId, viewId, children }: { tableId: number; viewId: number; children: ReactNode }) {
  const { chartPanel: ChartPanel } = useSlots()
  const side = useShell((state) => state.docks[viewId])
  const closeDock = useShell((state) => state.closeDock)
  return (
    <div className={side === 'below' ? 'chart-dock chart-dock--below' : 'chart-dock'}>
      <div className="chart-dock__grid">{children}</div>
      {side === undefined || ChartPanel === undefined ? null : (
        <ErrorBoundary resetKey={viewId}>
          <Suspense fallback={<Skeleton lines={5} />}>
            <ChartPanel tableId={tableId} viewId={viewId} onClose={() => closeDock(viewId)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  )
}
