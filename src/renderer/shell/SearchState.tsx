import { useOperation } from '../client/useOperation.ts'
import { useT } from '../ui/lang.ts'

/** Says so while the search index is made anew and may miss rows. */
export function SearchState() {
  const t = useT()
  const state = useOperation('search.state', {}).data ?? null
  if (state === null) return null
  const percent = state.total === 0 ? 0 : Math.min(99, Math.floor((state.done / state.total) * 100))
  return (
    <p className="search-state" role="status">
      {t('find.indexing', { percent })}
    </p>
  )
}
