import type { GridApi } from 'ag-grid-community'
import { useCallback, type RefObject } from 'react'
import type { Schema } from '../client/schema.ts'
import type { AskedWhy } from '../why/WhyLayer.tsx'
import { useChipWhy } from '../why/useChipWhy.ts'
import { cellElement } from './boxOfCell.ts'
import type { CellPlace } from './cellRange.ts'
import type { GridLine } from './gridLine.ts'

type WhyInput = { api: GridApi<GridLine> | null; root: RefObject<HTMLElement | null>; schema: Schema }

/** A class in the grid tells why by the mouse on its chip, and by Enter. */
export function useWhy({ api, root, schema }: WhyInput) {
  const whyOf = useCallback(
    (line: number, columnId: number, element: Element, byKey: boolean): AskedWhy | null => {
      const data = api?.getDisplayedRowAtIndex(line)?.data
      const scheme = schema.schemeOfColumn(columnId)
      if (data?.kind !== 'row' || scheme === undefined) return null
      return { rowId: data.id, schemeId: scheme.id, box: element.getBoundingClientRect(), byKey }
    },
    [api, schema],
  )
  const askedByChip = useCallback(
    (chip: HTMLElement) => {
      const line = Number(chip.closest('[row-index]')?.getAttribute('row-index'))
      return whyOf(line, Number(chip.closest('[col-id]')?.getAttribute('col-id')), chip, false)
    },
    [whyOf],
  )
  const { asked, setAsked, close } = useChipWhy(root, '.grid-chips--class .chip', askedByChip)
  const askAt = useCallback(
    ({ line, columnId }: CellPlace): boolean => {
      const cell = root.current === null ? null : cellElement(root.current, line, columnId)
      const found = cell === null ? null : whyOf(line, columnId, cell, true)
      if (found !== null) setAsked(found)
      return found !== null
    },
    [root, whyOf, setAsked],
  )
  return { asked, askAt, close }
}
