import { useLayoutEffect, useRef, useState } from 'react'
import { CellView } from '#renderer/cells/CellView.tsx'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { readIds, writeIds } from '#shared/model/idList.ts'
import { fittingChips } from './fittingChips.ts'

/** Chips in one line: those that fit whole, and how many more there are. The first is always there. */
export function FewChips({ column, value }: { column: Column; value: CellValue }) {
  const line = useRef<HTMLSpanElement>(null)
  const [fit, setFit] = useState<{ of: CellValue; count: number } | null>(null)
  const ids = readIds(value)
  // Every chip is laid out once before it is known how many fit; nothing of that is painted.
  const count = fit !== null && fit.of === value ? fit.count : null
  useLayoutEffect(() => {
    if (count !== null || line.current === null) return
    const start = line.current.getBoundingClientRect().left
    const ends = [...line.current.querySelectorAll('.cell-view__chips > *')].map((chip) => chip.getBoundingClientRect().right - start)
    setFit({ of: value, count: fittingChips(ends, line.current.clientWidth) })
  }, [count, value])
  const more = count === null ? 0 : ids.length - count
  return (
    <span ref={line} className="card__chips">
      <CellView column={column} value={count === null ? value : writeIds(ids.slice(0, count))} />
      {more > 0 ? <small className="card__more">+{more}</small> : null}
    </span>
  )
}
