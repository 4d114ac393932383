import type { Merge, RawCell, RawRow } from './read/workbook.ts'
import { isBlank } from './read/rawText.ts'

/**
 * Fills what a vertical merge covers with the value of its first cell: one customer merged beside several follow-ups
 * belongs to each of them. Given rows from the top; rows that hold nothing themselves stay blank.
 */
export function mergedCellFiller(merges: readonly Merge[], firstRow: number): (row: RawRow) => void {
  const tall = merges.filter((merge) => merge.bottom > merge.top && merge.top >= firstRow).sort((left, right) => left.top - right.top)
  if (tall.length === 0) return () => {}
  let next = 0
  let open: { merge: Merge; value: RawCell }[] = []
  return (row) => {
    const at = row.number - 1
    open = open.filter(({ merge }) => merge.bottom >= at)
    for (; next < tall.length; next += 1) {
      const merge = tall[next]
      if (merge === undefined || merge.top > at) break
      if (merge.bottom >= at) open.push({ merge, value: merge.top === at ? (row.cells[merge.left] ?? null) : null })
    }
    if (row.cells.every(isBlank)) return
    for (const { merge, value } of open) {
      if (merge.top === at || value === null) continue
      while (row.cells.length <= merge.left) row.cells.push(null)
      row.cells[merge.left] = value
    }
  }
}
