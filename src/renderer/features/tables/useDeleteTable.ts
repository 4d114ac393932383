import type { Table } from '#shared/model/table.ts'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { notifyError, useNotices } from '#renderer/shell/notices.ts'
import { useT } from '#renderer/ui/lang.ts'
import { useAsk } from '#renderer/ui/useAsk.tsx'

/** Deletes a table after asking, and offers the way back. */
export function useDeleteTable(): (table: Table) => Promise<void> {
  const t = useT()
  const ask = useAsk()
  const base = useBase()
  return async ({ id, name }) => {
    const dependents = await call('base.dependents', { kind: 'table', id }).catch(() => [])
    const names = dependents.map((each) => `${each.tableName}·${each.name}`).join(t('common.listSeparator'))
    const rows = t('shell.askDeleteTableText', { count: base.rowCount(id) })
    const yes = await ask({
      title: t('shell.askDeleteTable', { name }),
      text: dependents.length === 0 ? rows : `${t('shell.askDeleteTableUsed', { names })}\n${rows}`,
      yes: t('shell.deleteTable'),
      danger: true,
    })
    if (!yes) return
    try {
      await call('tables.delete', { tableId: id })
      useNotices.getState().notify({
        tone: 'done',
        text: (t) => t('shell.deletedTable', { name }),
        canUndo: true,
      })
    } catch (thrown) {
      notifyError(errorOf(thrown))
    }
  }
}
