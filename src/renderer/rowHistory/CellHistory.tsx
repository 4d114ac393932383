import { Modal } from 'antd'
import { useBase } from '../client/useBase.ts'
import { useOperation } from '../client/useOperation.ts'
import { useT } from '../ui/lang.ts'
import { RowHistory } from './RowHistory.tsx'

export type CellOf = { tableId: number; rowId: number; columnId: number }

/** The history of one cell, over the grid. */
export function CellHistory({ tableId, rowId, columnId, onClose }: CellOf & { onClose: () => void }) {
  const t = useT()
  const base = useBase()
  const row = useOperation('rows.get', { tableId, rowId })
  const column = base.column(columnId)?.name ?? ''
  const title = row.data?.title ?? ''
  return (
    <Modal
      open
      centered
      destroyOnHidden
      width={480}
      title={title === '' ? t('rowHistory.cellTitle', { column }) : t('rowHistory.cellTitleOf', { column, row: title })}
      footer={null}
      onCancel={onClose}
    >
      <div className="cell-history">
        <RowHistory tableId={tableId} rowId={rowId} columnId={columnId} first={50} />
      </div>
    </Modal>
  )
}
