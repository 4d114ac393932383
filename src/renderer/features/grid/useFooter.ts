import type { ColumnStatistic, Footer } from '#shared/model/statistic.ts'
import { defaultStatistic } from '#shared/model/statistic.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useCallback, useMemo } from 'react'
import type { Schema } from '#renderer/client/schema.ts'
import { useSchema } from '#renderer/client/useBase.ts'
import { useFormat } from '#renderer/client/useFormat.ts'
import { useOperation } from '#renderer/client/useOperation.ts'
import type { FootTexts } from '#renderer/grid/gridLine.ts'
import type { StatisticWords } from '#renderer/grid/useSubtotals.ts'
import type { ArrangedColumn } from '#renderer/grid/viewColumns.ts'
import { useLang, useT } from '#renderer/ui/lang.ts'
import { statisticText } from '#renderer/words/statisticText.ts'

/** What a view says of its columns on screen, chosen or by default. */
export function chosenStatistics(footer: Footer, columns: readonly ArrangedColumn[], schema: Pick<Schema, 'shown'>): ColumnStatistic[] {
  const chosen = new Map(footer.map(({ columnId, statistic }) => [columnId, statistic]))
  return columns.flatMap(({ column, hidden }) => {
    const named = chosen.get(column.id)
    const statistic = named === undefined ? defaultStatistic(schema.shown(column)) : named
    return hidden || statistic === null ? [] : [{ columnId: column.id, statistic }]
  })
}

/** Statistics as they are read in the language of the window. */
export function useStatisticWords(): StatisticWords {
  const schema = useSchema()
  const format = useFormat()
  const t = useT()
  const lang = useLang()
  return useCallback(
    (columnId, statistic, value) => {
      const column = schema.column(columnId)
      const label = t(`statistics.${statistic}`)
      return { label, text: column === undefined ? '' : statisticText(schema.shown(column), statistic, value, format, t, lang) }
    },
    [schema, format, t, lang],
  )
}

/** What stands under the columns, over every row of the list; the last values stay until the next ones come. */
export function useFooter(tableId: number, query: RowQuery, statistics: readonly ColumnStatistic[], words: StatisticWords): FootTexts {
  const { filter, search } = query
  // Order and groups do not matter here; a column moved or a group folded reads nothing again.
  const input = { tableId, query: { filter, search }, statistics: [...statistics] }
  const { data } = useOperation('rows.statistics', input, { enabled: statistics.length > 0, keepPrevious: true })
  return useMemo(
    () => new Map(statistics.map(({ columnId, statistic }, at) => [columnId, words(columnId, statistic, data?.[at] ?? null)])),
    [data, statistics, words],
  )
}
