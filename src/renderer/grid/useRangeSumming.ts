import type { GridApi } from 'ag-grid-community'
import { useEffect } from 'react'
import { useSchema } from '../client/useBase.ts'
import { useFormat } from '../client/useFormat.ts'
import { cellCount, isSingle, rectangleOf } from './cellRange.ts'
import { cellOf, type GridLine } from './gridLine.ts'
import { mostLines, rowsBetween, shownColumnIds } from './gridReader.ts'
import { useRangeSums } from './rangeSums.ts'
import { useCellRange } from './useCellRange.ts'
import type { ListInput } from './useLines.ts'

/** Adds up the numbers among the chosen cells, a moment after choosing ends. */
export function useRangeSumming(api: GridApi<GridLine> | null, list: ListInput): void {
  const schema = useSchema()
  const format = useFormat()

  useEffect(() => {
    if (api === null) return undefined
    const { set } = useRangeSums.getState()
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked = 0

    const sumUp = async () => {
      const own = ++asked
      const { range } = useCellRange.getState()
      const chosen = range === null ? null : rectangleOf(range, shownColumnIds(api))
      if (chosen === null || isSingle(chosen)) return set(null)
      const cells = cellCount(chosen)
      const numbers = chosen.columnIds.flatMap((id) => schema.column(id) ?? []).filter((column) => isSummed(schema.shown(column).type))
      const [first] = numbers
      if (first === undefined || chosen.lastLine - chosen.firstLine >= mostLines) return set({ cells, sum: null, average: null })
      const lines = await rowsBetween(api, list, chosen.firstLine, chosen.lastLine)
      const values = lines.flatMap((line) => numbers.map(({ id }) => cellOf(line, id))).filter((value) => typeof value === 'number')
      if (own !== asked) return
      const sum = values.reduce((total, value) => total + value, 0)
      const shown = values.length > 0
      set({ cells, sum: shown ? format(first, sum) : null, average: shown ? format(first, sum / values.length) : null })
    }
    const stop = useCellRange.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void sumUp().catch(() => set(null)), 120)
    })
    return () => {
      stop()
      clearTimeout(timer)
      set(null)
    }
  }, [api, list, schema, format])
}

const isSummed = (type: string): boolean => type === 'number' || type === 'duration'
