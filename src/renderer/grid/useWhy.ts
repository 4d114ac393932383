import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useState, type RefObject } from 'react'
import type { Schema } from '../client/schema.ts'
import type { AskedWhy } from '../why/WhyLayer.tsx'
import { cellElement } from './boxOfCell.ts'
import type { CellPlace } from './cellRange.ts'
import type { GridLine } from './gridLine.ts'

type WhyInput = { api: GridApi<GridLine> | null; root: RefObject<HTMLElement | null>; schema: Schema }

/** A class in the grid tells why when the mouse rests on its chip or presses it, and by Enter. */
export function useWhy({ api, root, schema }: WhyInput) {
  const [asked, setAsked] = useState<AskedWhy | null>(null)
  const ask = useCallback(
    (line: number, columnId: number, element: Element, byKey: boolean): boolean => {
      const data = api?.getDisplayedRowAtIndex(line)?.data
      const scheme = schema.schemeOfColumn(columnId)
      if (data?.kind !== 'row' || scheme === undefined) return false
      setAsked({ rowId: data.id, schemeId: scheme.id, box: element.getBoundingClientRect(), byKey })
      return true
    },
    [api, schema],
  )
  const askAt = useCallback(
    ({ line, columnId }: CellPlace): boolean => {
      const cell = cellIn(root, line, columnId)
      return cell !== null && ask(line, columnId, cell, true)
    },
    [root, ask],
  )
  const close = useCallback(() => setAsked(null), [])

  useEffect(() => {
    const element = root.current
    let timer: ReturnType<typeof setTimeout> | undefined
    const chipOf = (target: EventTarget | null) => (target instanceof Element ? target.closest('.grid-chips--class .chip') : null)
    const askChip = (chip: Element) => {
      const line = Number(chip.closest('[row-index]')?.getAttribute('row-index'))
      ask(line, Number(chip.closest('[col-id]')?.getAttribute('col-id')), chip, false)
    }
    const onOver = ({ target, buttons }: MouseEvent) => {
      clearTimeout(timer)
      const chip = chipOf(target)
      // Not while cells are being chosen.
      if (chip !== null && buttons === 0) timer = setTimeout(() => askChip(chip), restMillis)
    }
    const onClick = ({ target, shiftKey, detail }: MouseEvent) => {
      const chip = chipOf(target)
      if (chip === null || shiftKey || detail > 1) return
      clearTimeout(timer)
      askChip(chip)
    }
    const stop = () => clearTimeout(timer)
    const onScroll = () => {
      stop()
      setAsked(null)
    }
    element?.addEventListener('mouseover', onOver)
    element?.addEventListener('mouseleave', stop)
    element?.addEventListener('click', onClick)
    element?.addEventListener('wheel', onScroll, { passive: true })
    return () => {
      stop()
      element?.removeEventListener('mouseover', onOver)
      element?.removeEventListener('mouseleave', stop)
      element?.removeEventListener('click', onClick)
      element?.removeEventListener('wheel', onScroll)
    }
  }, [root, ask])

  return { asked, askAt, close }
}

function cellIn({ current }: RefObject<HTMLElement | null>, line: number, columnId: number): HTMLElement | null {
  return current === null ? null : cellElement(current, line, columnId)
}

/** How long the mouse rests on a class before it tells why. */
const restMillis = 500
