import { Button } from 'antd'
import { useMemo } from 'react'
import { missingFilter, requiredColumns } from '#shared/model/required.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { useOperation } from '#renderer/client/useOperation.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useRowQuery } from '#renderer/shell/useView.ts'
import { useT } from '#renderer/ui/lang.ts'

/** How many rows of the list lack what is required, and the way to them; nothing where none does. */
export function MissingCount({ tableId }: { tableId: number }) {
  const t = useT()
  const base = useBase()
  const query = useRowQuery(tableId)
  const setChartFilter = useShell((state) => state.setChartFilter)
  const isNarrowed = useShell((state) => state.chartFilter?.tableId === tableId)
  const missing = useMemo(
    () => missingFilter(requiredColumns(base.columnsOf(tableId), (id) => base.schemeOfColumn(id) !== undefined)),
    [base, tableId],
  )
  const [first] = missing?.kind === 'or' ? missing.items : []
  const columnId = first?.kind === 'condition' ? first.columnId : 0
  const filter = query.filter === null || missing === null ? missing : { kind: 'and' as const, items: [query.filter, missing] }
  const { data } = useOperation(
    'rows.statistics',
    { tableId, query: { filter, search: query.search }, statistics: [{ columnId, statistic: 'count' }] },
    { enabled: missing !== null, keepPrevious: true },
  )
  const count = missing === null ? 0 : Number(data?.[0] ?? 0)
  if (missing === null || count === 0) return null
  const text = t('grid.missingRows', { count })
  if (isNarrowed) return <span className="grid-status__missing">{text}</span>
  return (
    <Button
      size="small"
      type="text"
      danger
      title={t('grid.showMissing')}
      onClick={() => setChartFilter({ tableId, label: t('grid.missingFilter'), filter: missing })}
    >
      {text}
    </Button>
  )
}
