import type { GridApi } from 'ag-grid-community'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnStatistic, Statistic } from '#shared/model/statistic.ts'
import { call } from '../client/call.ts'
import type { FootTexts, GridLine, GroupLine } from './gridLine.ts'
import type { ListInput } from './useLines.ts'

export type Subtotals = {
  /** Lines with what is known of their groups; what is not, or may be another by now, is asked for. */
  filled: (lines: readonly GridLine[], list: ListInput) => GridLine[]
  /** A head with what is known of its group by now. */
  completed: (head: GroupLine) => GroupLine
  onKnown: (listener: () => void) => () => void
}

export type StatisticWords = (columnId: number, statistic: Statistic, value: CellValue) => { label: string; text: string }

/**
 * What is said of groups in their heads. It comes after the lines: counting a million rows takes longer than showing
 * a page of them. Until then the last known values stand.
 */
export function useSubtotals(api: GridApi<GridLine> | null, statistics: readonly ColumnStatistic[], words: StatisticWords): Subtotals {
  const known = useRef(new Map<string, FootTexts>())
  const latest = useRef({ api, statistics, words })
  useLayoutEffect(() => {
    latest.current = { api, statistics, words }
  })
  useEffect(() => {
    known.current.clear()
    api?.refreshInfiniteCache()
  }, [api, statistics, words])

  return useMemo(() => {
    const listeners = new Set<() => void>()
    const withKnown = (head: GroupLine): GroupLine => ({ ...head, texts: known.current.get(head.key) ?? head.texts })
    const take = (keys: readonly string[], answer: readonly (readonly CellValue[])[], asked: typeof latest.current) => {
      keys.forEach((key, at) => {
        const texts = asked.statistics.map(({ columnId, statistic }, place) => {
          return [columnId, asked.words(columnId, statistic, answer[at]?.[place] ?? null)] as const
        })
        known.current.set(key, new Map(texts))
      })
      asked.api?.forEachNode((node) => {
        if (node.data?.kind !== 'group') return
        const texts = known.current.get(node.data.key)
        if (texts !== undefined) node.setData({ ...node.data, texts })
      })
      for (const listener of listeners) listener()
    }
    return {
      completed: (head) => withKnown(head),
      onKnown: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      filled: (lines, list) => {
        const asked = latest.current
        const keys = lines.flatMap((line) => (line.kind === 'group' ? [line.key] : []))
        if (keys.length === 0 || asked.statistics.length === 0) return [...lines]
        call('rows.subtotals', { tableId: list.tableId, query: list.query, statistics: [...asked.statistics], keys }).then(
          (answer) => {
            if (asked.statistics === latest.current.statistics) take(keys, answer, latest.current)
          },
          // The lines themselves say what is wrong with the list; heads without numbers need no second sentence.
          () => {},
        )
        return lines.map((line) => (line.kind === 'group' ? withKnown(line) : line))
      },
    }
  }, [])
}
