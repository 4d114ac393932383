import type { RowQuery } from '#shared/model/view.ts'
import { useMemo, type RefObject } from 'react'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { undo } from '#renderer/commands/undo.ts'
import { useRunCommand } from '#renderer/commands/useCommands.ts'
import type { GridHandle } from '#renderer/grid/Grid.tsx'
import { useRowSelection } from '#renderer/grid/rowSelection.ts'
import { notifyError, useNotices } from '#renderer/shell/notices.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useLang, useT } from '#renderer/ui/lang.ts'

export type RowDeeds = { addRow: () => void; deleteSelectedRows: () => void; deleteRow: (rowId: number) => void }

/** Adding a row where it can be seen, and deleting the ticked ones. */
export function useRowDeeds(tableId: number, query: RowQuery, collapsed: readonly string[], grid: RefObject<GridHandle | null>): RowDeeds {
  const t = useT()
  const lang = useLang()
  const run = useRunCommand()

  return useMemo(() => {
    const add = async () => {
      const { ids } = await call('rows.insert', { tableId, rows: [{ cells: [] }] })
      const [id] = ids
      if (id === undefined) return
      const { position } = await call('rows.position', { tableId, query, collapsed: [...collapsed], rowId: id })
      if (position !== null) return grid.current?.show(position, true)
      useShell.getState().openRow({ tableId, rowId: id })
      useNotices.getState().notify({ tone: 'done', text: t('grid.addedOutsideFilter') })
    }
    const remove = async (rowIds: number[]) => {
      if (rowIds.length === 0) return
      const { removed } = await call('rows.delete', { tableId, rowIds })
      useRowSelection.getState().clear()
      useNotices.getState().notify({
        tone: 'done',
        text: t('grid.deletedRows', { count: removed }),
        action: { label: t('common.undo'), run: () => run(undo) },
      })
    }
    const attempt = (deed: () => Promise<void>) => void deed().catch((thrown: unknown) => notifyError(errorOf(thrown), lang))
    return {
      addRow: () => attempt(add),
      deleteSelectedRows: () => attempt(() => remove([...useRowSelection.getState().ids])),
      deleteRow: (rowId) => attempt(() => remove([rowId])),
    }
  }, [tableId, query, collapsed, grid, t, lang, run])
}
