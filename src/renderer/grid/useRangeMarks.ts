import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { isIn, isSingle, rectangleOf, type Rectangle } from './cellRange.ts'
import type { GridLine } from './gridLine.ts'
import { shownColumnIds } from './gridReader.ts'
import { useCellRange } from './useCellRange.ts'

/**
 * Paints the chosen cells. Cells on screen are marked directly, which costs a millisecond while the mouse is dragged;
 * cells that scroll into view ask `isInRange`.
 */
export function useRangeMarks(api: GridApi<GridLine> | null, root: RefObject<HTMLElement | null>): (line: number, columnId: number) => boolean {
  const rectangle = useRef<Rectangle | null>(null)

  useEffect(() => {
    if (api === null) return undefined
    const paint = () => {
      const { range } = useCellRange.getState()
      const next = range === null ? null : rectangleOf(range, shownColumnIds(api))
      // One cell alone has the frame of the focus; one that was pointed at has not.
      const isFramed = next !== null && isSingle(next) && api.getFocusedCell() !== null
      rectangle.current = isFramed ? null : next
      for (const cell of root.current?.querySelectorAll<HTMLElement>('.ag-cell') ?? []) {
        const line = Number(cell.closest('[row-index]')?.getAttribute('row-index'))
        cell.classList.toggle('grid-cell--range', isIn(rectangle.current, line, Number(cell.getAttribute('col-id'))))
      }
      if (root.current !== null) root.current.classList.toggle('grid--pointed', next !== null && isSingle(next) && !isFramed)
    }
    paint()
    return useCellRange.subscribe(paint)
  }, [api, root])

  return useCallback((line, columnId) => isIn(rectangle.current, line, columnId), [])
}
