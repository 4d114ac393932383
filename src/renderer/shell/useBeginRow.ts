import { defaultsOfFilter } from '#shared/model/filterDefaults.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { useCallback } from 'react'
import { call } from '../client/call.ts'
import type { Input } from '../client/operations.ts'
import { useBase, useSchema } from '../client/useBase.ts'
import { useCellContext } from '../client/useFormat.ts'

type NewRow = Input<'rows.insert'>['rows'][number]

/** Begins a row that the person fills in later, with what the filter leaves one value for, so that it is seen where it was added. */
export function useBeginRow(tableId: number, { filter }: Pick<RowQuery, 'filter'>): (row: NewRow) => Promise<number | null> {
  const schema = useSchema()
  const context = useCellContext()
  const { actorId } = useBase().description
  return useCallback(
    async ({ cells, links = [] }) => {
      const isFilled = (columnId: number) => schema.schemeOfColumn(columnId) !== undefined
      const pinned = defaultsOfFilter(filter, { ...context, column: schema.column, isFilled, me: actorId })
      const row = { cells: [...pinned.cells, ...cells], links: [...pinned.links, ...links] }
      const { ids } = await call('rows.insert', { tableId, rows: [row], begun: true })
      return ids[0] ?? null
    },
    [tableId, filter, schema, context, actorId],
  )
}
