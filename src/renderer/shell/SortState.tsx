import { useOperation } from '../client/useOperation.ts'
import { useT } from '../ui/lang.ts'

/** Says so while the texts a view sorts by are being put in order. */
export function SortState() {
  const t = useT()
  const state = useOperation('rows.sortState', {}).data ?? null
  if (state === null) return null
  const percent = state.total === 0 ? 0 : Math.min(99, Math.floor((state.done / state.total) * 100))
  return (
    <span role="status" title={t('shell.sortIndexingText')}>
      {t('shell.sortIndexing', { percent })}
    </span>
  )
}
