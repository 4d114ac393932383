import type { View, ViewSettings } from '#shared/model/view.ts'
import { useMemo } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import { call } from '#renderer/client/call.ts'
import { errorOf } from '#renderer/client/clientError.ts'
import { undo } from '#renderer/commands/undo.ts'
import { useRunCommand } from '#renderer/commands/useCommands.ts'
import type { GridHeaders } from '#renderer/grid/gridContext.ts'
import type { ArrangedColumn } from '#renderer/grid/viewColumns.ts'
import { notifyError, useNotices } from '#renderer/shell/notices.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useLang, useT } from '#renderer/ui/lang.ts'
import { useAsk } from '#renderer/ui/useAsk.tsx'
import { headerMenu } from './headerMenu.tsx'

type ColumnMenusInput = {
  view: View
  columns: readonly ArrangedColumn[]
  onChange: (change: Partial<ViewSettings>) => void
  onFilter: (columnId: number) => void
}

/** What heads of columns show and offer. */
export function useColumnMenus({ view, columns, onChange, onFilter }: ColumnMenusInput): Omit<GridHeaders, 'toggleAll' | 'allTicked'> {
  const t = useT()
  const lang = useLang()
  const ask = useAsk()
  const base = useBase()
  const run = useRunCommand()
  const openColumnDialog = useShell((state) => state.openColumnDialog)
  const openDialog = useShell((state) => state.openDialog)
  const { settings, tableId } = view

  return useMemo(() => {
    const deleteColumn = async (columnId: number, name: string) => {
      const yes = await ask({
        title: t('grid.askDeleteColumn', { name }),
        text: t('grid.askDeleteColumnText'),
        yes: t('grid.deleteColumn'),
        danger: true,
      })
      if (!yes) return
      try {
        await call('columns.delete', { columnId })
        useNotices.getState().notify({
          tone: 'done',
          text: t('grid.deletedColumn', { name }),
          action: { label: t('common.undo'), run: () => run(undo) },
        })
      } catch (thrown) {
        notifyError(errorOf(thrown), lang)
      }
    }
    return {
      directionOf: (columnId) => settings.sorts.find((sort) => sort.columnId === columnId)?.direction ?? null,
      edit: (columnId) => {
        if (!base.readOnly) openColumnDialog({ kind: 'edit', columnId })
      },
      menuOf: (columnId) => {
        const column = base.column(columnId)
        if (column === undefined) return []
        return headerMenu({
          t,
          column,
          columns,
          settings,
          readOnly: base.readOnly,
          isPrimary: base.table(tableId)?.primaryColumnId === columnId,
          onChange,
          onFilter: () => onFilter(columnId),
          onEdit: () => openColumnDialog({ kind: 'edit', columnId }),
          onConvert: () => openColumnDialog({ kind: 'convert', columnId }),
          onBulk: () => openDialog({ kind: 'bulk', tableId, columnId }),
          onDuplicates: () => openDialog({ kind: 'duplicates', tableId, columnIds: [columnId] }),
          onInsert: (beforeColumnId) => openColumnDialog({ kind: 'create', tableId, beforeColumnId }),
          onDelete: () => void deleteColumn(columnId, column.name),
        })
      },
    }
  }, [settings, base, t, columns, tableId, onChange, onFilter, openColumnDialog, openDialog, ask, run, lang])
}
