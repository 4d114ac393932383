import { useOperation } from '#renderer/client/useOperation.ts'
import { useRowQuery } from '#renderer/shell/useView.ts'
import { useT } from '#renderer/ui/lang.ts'

/** How many rows the grid shows now, while its filter is being written; the list is the grid's own, so counting costs nothing. */
export function MatchCount({ tableId }: { tableId: number }) {
  const t = useT()
  const query = useRowQuery(tableId)
  const page = useOperation('rows.page', { tableId, query, columnIds: [], offset: 0, limit: 1 }, { keepPrevious: true })
  if (page.data === undefined || page.isPlaceholderData) return <span aria-live="polite">{t('filter.counting')}</span>
  return <span aria-live="polite">{t('filter.matching', { count: page.data.rowCount })}</span>
}
