import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Column } from '#shared/model/column.ts'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { notifyError, useNotices } from '../../shell/notices.ts'
import { useLang, useT } from '../../ui/lang.ts'
import { useAsk } from '../../ui/useAsk.tsx'
import { dependentsText } from './dependentsText.ts'

/** Deletes a column after saying what depends on it; the way back stays offered. */
export function DeleteColumn({ column, onDeleted }: { column: Column; onDeleted: () => void }) {
  const base = useBase()
  const t = useT()
  const lang = useLang()
  const ask = useAsk()
  const [deleting, setDeleting] = useState(false)
  const undo = useWrite('history.undo')
  const notify = useNotices((state) => state.notify)

  const confirm = async () => {
    const dependents = await call('base.dependents', { kind: 'column', id: column.id }).catch(() => [])
    const text = dependentsText(dependents, base.table(column.tableId)?.name ?? '', t)
    if (!(await ask({ title: t('columnDialog.askDelete', { name: column.name }), text, yes: t('common.delete'), danger: true }))) return
    setDeleting(true)
    try {
      await call('columns.delete', { columnId: column.id })
    } catch (thrown) {
      notifyError(errorOf(thrown), lang)
      setDeleting(false)
      return
    }
    notify({
      tone: 'done',
      text: t('columnDialog.deleted', { name: column.name }),
      action: { label: t('common.undo'), run: () => void undo.run({}) },
    })
    onDeleted()
  }
  return (
    <Button danger type="text" icon={<DeleteOutlined />} loading={deleting} onClick={() => void confirm()}>
      {t('columnDialog.delete')}
    </Button>
  )
}
