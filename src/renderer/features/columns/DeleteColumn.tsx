import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Column } from '#shared/model/column.ts'
import { useDeleteColumn } from '../../shell/useDeleteColumn.ts'
import { useT } from '../../ui/lang.ts'

/** Deletes the column of the dialog, which closes then. */
export function DeleteColumn({ column, onDeleted }: { column: Column; onDeleted: () => void }) {
  const t = useT()
  const deleteColumn = useDeleteColumn()
  const [deleting, setDeleting] = useState(false)

  const remove = async () => {
    setDeleting(true)
    const deleted = await deleteColumn(column)
    setDeleting(false)
    if (deleted) onDeleted()
  }
  return (
    <Button danger type="text" icon={<DeleteOutlined />} loading={deleting} onClick={() => void remove()}>
      {t('columnDialog.delete')}
    </Button>
  )
}
