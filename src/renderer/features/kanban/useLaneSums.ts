import { useMemo } from 'react'
import { useSchema } from '#renderer/client/useBase.ts'
import { useFormat } from '#renderer/client/useFormat.ts'
import { useOperation } from '#renderer/client/useOperation.ts'
import { useLang, useT } from '#renderer/ui/lang.ts'
import { statisticText } from '#renderer/words/statisticText.ts'
import type { Lane } from './lanes.ts'
import { sumText, type LaneSum } from './sumText.ts'
import type { BoardInput } from './useBoardInput.ts'

/** What a column of the cards in each lane adds up to, by the key of the lane; nothing where no column is chosen. */
export function useLaneSums({ tableId, query }: BoardInput, lanes: readonly Lane[], columnId: number | null): ReadonlyMap<string, LaneSum> {
  const t = useT()
  const lang = useLang()
  const schema = useSchema()
  const format = useFormat()
  const column = schema.column(columnId ?? 0)
  // Of empty lanes, hidden ones too: the answer is kept while another comes, and has to be about the same lanes.
  const keys = useMemo(() => lanes.map(({ key }) => key), [lanes])
  const { data } = useOperation(
    'rows.subtotals',
    { tableId, query, statistics: [{ columnId: columnId ?? 0, statistic: 'sum' }], keys },
    { enabled: column !== undefined && keys.length > 0, keepPrevious: true },
  )
  return useMemo(() => {
    if (column === undefined || data === undefined) return new Map()
    const shown = schema.shown(column)
    return new Map(
      keys.map((key, at) => {
        const value = data[at]?.[0] ?? null
        return [key, sumText(shown, Number(value ?? 0), statisticText(shown, 'sum', value, format, t, lang), lang)]
      }),
    )
  }, [column, data, schema, format, t, lang, keys])
}
