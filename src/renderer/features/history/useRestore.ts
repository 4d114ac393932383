import { useState } from 'react'
import type { AppError } from '#shared/contract/error.ts'
import type { TrashItem } from '#shared/contract/history.ts'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { useNotices, type Said } from '../../shell/notices.ts'

/** Brings a thing back out of the trash, or some rows of a deletion, and says so. */
export function useRestore(): { restore: (item: TrashItem, rowIds: number[] | null) => Promise<void>; pending: boolean; error: AppError | null } {
  const notify = useNotices((state) => state.notify)
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const restore = async (item: TrashItem, rowIds: number[] | null): Promise<void> => {
    setPending(true)
    setError(null)
    try {
      const { restored } = await call('trash.restore', { entryId: item.entryId, rowIds })
      const text: Said = (t) => (item.kind === 'rows' ? t('history.restoredRows', { count: restored }) : t('history.restored', { name: item.name }))
      notify({ tone: 'done', text })
    } catch (thrown) {
      setError(errorOf(thrown))
    } finally {
      setPending(false)
    }
  }
  return { restore, pending, error }
}
