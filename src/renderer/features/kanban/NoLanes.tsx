import { Button } from 'antd'
import { canMakeLanes } from '#shared/model/viewLayout.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { useShell } from '#renderer/shell/state.ts'
import { ColumnSelect } from '#renderer/ui/ColumnSelect.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { useT } from '#renderer/ui/lang.ts'

/** A kanban without a column to make lanes of: it was deleted, became another type, or there is none yet. */
export function NoLanes({ tableId, columnId, onChoose }: { tableId: number; columnId: number | null; onChoose: (columnId: number) => void }) {
  const t = useT()
  const base = useBase()
  const openColumnDialog = useShell((state) => state.openColumnDialog)
  const columns = base.columnsOf(tableId).filter(canMakeLanes)
  const kept = base.column(columnId ?? 0)
  const why = columnId === null ? t('kanban.noLanes') : kept === undefined ? t('kanban.lanesGone') : t('kanban.lanesConverted', { name: kept.name })
  if (columns.length > 0) {
    return <EmptyState title={why} text={t('kanban.chooseLanes')} action={<ColumnSelect wide columns={columns} value={null} onChange={onChoose} />} />
  }
  return (
    <EmptyState
      title={why}
      text={t('kanban.noSelect')}
      action={
        base.readOnly ? null : (
          <Button type="primary" onClick={() => openColumnDialog({ kind: 'create', tableId, beforeColumnId: null, type: 'singleSelect' })}>
            {t('grid.addColumn')}
          </Button>
        )
      }
    />
  )
}
