import type { View, ViewSettings } from '#shared/model/view.ts'
import { useMemo } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import type { GridHeaders } from '#renderer/grid/gridContext.ts'
import type { ArrangedColumn } from '#renderer/grid/viewColumns.ts'
import { useShell } from '#renderer/shell/state.ts'
import { useDeleteColumn } from '#renderer/shell/useDeleteColumn.ts'
import { useT } from '#renderer/ui/lang.ts'
import { headerMenu } from './headerMenu.tsx'

type ColumnMenusInput = {
  view: View
  columns: readonly ArrangedColumn[]
  onChange: (change: Partial<ViewSettings>) => void
  onFilter: (columnId: number) => void
  /** Asks what is to be said of the column at its foot. */
  onStatistic: (columnId: number) => void
}

/** What heads of columns show and offer. */
export function useColumnMenus({ view, columns, onChange, onFilter, onStatistic }: ColumnMenusInput): Omit<GridHeaders, 'toggleAll' | 'allTicked'> {
  const t = useT()
  const base = useBase()
  const openColumnDialog = useShell((state) => state.openColumnDialog)
  const openScheme = useShell((state) => state.openScheme)
  const openDialog = useShell((state) => state.openDialog)
  const deleteColumn = useDeleteColumn()
  const { settings, tableId } = view

  return useMemo(() => {
    return {
      directionOf: (columnId) => settings.sorts.find((sort) => sort.columnId === columnId)?.direction ?? null,
      edit: (columnId) => {
        if (!base.readOnly) openColumnDialog({ kind: 'edit', columnId })
      },
      menuOf: (columnId) => {
        const column = base.column(columnId)
        if (column === undefined) return []
        const scheme = base.schemeOfColumn(columnId)
        return headerMenu({
          t,
          column,
          columns,
          settings,
          readOnly: base.readOnly,
          onChange,
          onFilter: () => onFilter(columnId),
          onStatistic: () => onStatistic(columnId),
          onScheme: scheme === undefined ? null : () => openScheme(scheme.id),
          onEdit: () => openColumnDialog({ kind: 'edit', columnId }),
          onConvert: () => openColumnDialog({ kind: 'convert', columnId }),
          onBulk: () => openDialog({ kind: 'bulk', tableId, columnId }),
          onDuplicates: () => openDialog({ kind: 'duplicates', tableId, columnIds: [columnId] }),
          onInsert: (beforeColumnId) => openColumnDialog({ kind: 'create', tableId, beforeColumnId }),
          onDelete: () => void deleteColumn(column),
        })
      },
    }
  }, [settings, base, t, columns, tableId, onChange, onFilter, onStatistic, openColumnDialog, openDialog, openScheme, deleteColumn])
}
