import type { GridApi } from 'ag-grid-community'
import { useEffect, type RefObject } from 'react'
import { markSearch } from '../cells/searchMarks.ts'
import type { GridLine } from './gridLine.ts'

/** Marks what is searched for in the cells on screen. */
export function useSearchMarks(api: GridApi<GridLine> | null, root: RefObject<HTMLElement | null>, search: string): void {
  useEffect(() => {
    if (api === null) return undefined
    const marks = markSearch('grid-search', search, () => [...(root.current?.querySelectorAll('.ag-row:not(.ag-row-pinned) .ag-cell') ?? [])])
    if (marks === null) return undefined
    const events = ['modelUpdated', 'viewportChanged', 'bodyScrollEnd', 'virtualColumnsChanged'] as const
    for (const event of events) api.addEventListener(event, marks.later)
    return () => {
      marks.stop()
      for (const event of events) if (!api.isDestroyed()) api.removeEventListener(event, marks.later)
    }
  }, [api, root, search])
}
