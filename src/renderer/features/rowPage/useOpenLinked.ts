import type { ColumnOf } from '#shared/model/column.ts'
import type { RowDetail } from '#shared/contract/records.ts'
import { useBase } from '../../client/useBase.ts'
import { useShell } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'

/** Shows all rows a link column of this row points to in the grid of their own table. */
export function useOpenLinked(column: ColumnOf<'link'>, row: Pick<RowDetail, 'id' | 'title'>): () => void {
  const t = useT()
  const base = useBase()
  const openTable = useShell((state) => state.openTable)
  const setChartFilter = useShell((state) => state.setChartFilter)
  const { otherTableId, otherColumnId } = column.settings
  return () => {
    openTable(otherTableId)
    setChartFilter({
      tableId: otherTableId,
      label: t('charts.filterLabel', { column: base.column(otherColumnId)?.name ?? '', value: row.title }),
      filter: { kind: 'condition', columnId: otherColumnId, operator: 'anyOf', value: [row.id] },
    })
  }
}
