import { useCallback } from 'react'
import type { Column } from '#shared/model/column.ts'
import { call } from '../client/call.ts'
import { errorOf } from '../client/clientError.ts'
import { useBase } from '../client/useBase.ts'
import { useT } from '../ui/lang.ts'
import { useAsk } from '../ui/useAsk.tsx'
import { dependentsText } from './dependentsText.ts'
import { runLong } from './longWork.ts'
import { notifyError, useNotices } from './notices.ts'

/** Deletes a column after saying what depends on it, and says whether it did; the way back stays offered. */
export function useDeleteColumn(): (column: Column) => Promise<boolean> {
  const base = useBase()
  const t = useT()
  const ask = useAsk()

  return useCallback(
    async ({ id, tableId, name }) => {
      const dependents = await call('base.dependents', { kind: 'column', id }).catch(() => [])
      const text = dependentsText(dependents, base.table(tableId)?.name ?? '', t)
      if (!(await ask({ title: t('columnDialog.askDelete', { name }), text, yes: t('grid.deleteColumn'), danger: true }))) return false
      try {
        await runLong('columns.delete', { columnId: id }, t('columnDialog.deleting', { name }))
      } catch (thrown) {
        notifyError(errorOf(thrown))
        return false
      }
      useNotices.getState().notify({
        tone: 'done',
        text: (t) => t('columnDialog.deleted', { name }),
        canUndo: true,
      })
      return true
    },
    [base, t, ask],
  )
}
