import type { ColumnStatistic, Footer } from '#shared/model/statistic.ts'
import { defaultStatistic } from '#shared/model/statistic.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useMemo } from 'react'
import type { Schema } from '#renderer/client/schema.ts'
import { useSchema } from '#renderer/client/useBase.ts'
import { useFormat } from '#renderer/client/useFormat.ts'
import { useOperation } from '#renderer/client/useOperation.ts'
import type { FootTexts } from '#renderer/grid/gridLine.ts'
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

/** What stands under the columns, over every row of the list; the last values stay until the next ones come. */
export function useFooter(tableId: number, query: RowQuery, statistics: readonly ColumnStatistic[]): FootTexts {
  const schema = useSchema()
  const format = useFormat()
  const t = useT()
  const lang = useLang()
  const { filter, search } = query
  // Order and groups do not matter here; a column moved or a group folded reads nothing again.
  const input = { tableId, query: { filter, search }, statistics: [...statistics] }
  const { data } = useOperation('rows.statistics', input, { enabled: statistics.length > 0, keepPrevious: true })
  return useMemo(
    () =>
      new Map(
        statistics.flatMap(({ columnId, statistic }, at) => {
          const column = schema.column(columnId)
          if (column === undefined) return []
          const value = data?.[at] ?? null
          return [[columnId, { label: t(`statistics.${statistic}`), text: statisticText(schema.shown(column), statistic, value, format, t, lang) }]]
        }),
      ),
    [data, statistics, schema, format, t, lang],
  )
}
