import type { RowQuery } from '#shared/model/view.ts'
import { useMemo } from 'react'
import { useSchema } from '#renderer/client/useBase.ts'
import { useFormat } from '#renderer/client/useFormat.ts'
import { useOperation } from '#renderer/client/useOperation.ts'
import { useT } from '#renderer/ui/lang.ts'
import type { ArrangedColumn } from '#renderer/grid/viewColumns.ts'

/** Sums of the number columns on screen, over every row of the list. */
export function useSums(tableId: number, query: RowQuery, columns: readonly ArrangedColumn[]): ReadonlyMap<number, string> {
  const schema = useSchema()
  const format = useFormat()
  const t = useT()
  const columnIds = columns.flatMap(({ column, hidden }) => (!hidden && canSum(schema.shown(column).type) ? [column.id] : []))
  const { filter, search } = query
  // The order of rows does not matter to their sum.
  const unordered = { filter, search, sorts: [], groups: [] }
  const { data } = useOperation('rows.summary', { tableId, query: unordered, columnIds }, { enabled: columnIds.length > 0, keepPrevious: true })
  return useMemo(() => {
    const sums = new Map<number, string>()
    if (columnIds.length === 0) return sums
    for (const { columnId, sum } of data ?? []) {
      const column = schema.column(columnId)
      if (column !== undefined && sum !== null) sums.set(columnId, format(column, sum))
    }
    const first = columns.find(({ hidden }) => !hidden)?.column.id
    if (first !== undefined && sums.size > 0 && !sums.has(first)) sums.set(first, t('grid.sum'))
    return sums
    // `columnIds` is made anew each time; the data says the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [data, schema, format, t, columns, columnIds.length])
}

const canSum = (type: string): boolean => type === 'number'
