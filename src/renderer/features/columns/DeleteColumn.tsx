import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Column } from '#shared/model/column.ts'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { notifyError, useNotices } from '../../shell/notices.ts'
import { useLang, useT } from '../../ui/lang.ts'
import { useAsk } from '../../ui/useAsk.tsx'
import { type Dependents, dependentsOf } from './dependents.ts'

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
    const text = dependentsText(dependentsOf(column, base.description), t)
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

/** What deleting the column does elsewhere, a sentence for each. */
function dependentsText(dependents: Dependents, t: Translate): string {
  const names = (list: string[]) => list.join(t('common.listSeparator'))
  const sentences = [
    ...(dependents.otherSide === null ? [] : [t('columnDialog.depends.otherSide', { name: dependents.otherSide })]),
    ...(dependents.columns.length === 0 ? [] : [t('columnDialog.depends.columns', { names: names(dependents.columns) })]),
    ...(dependents.schemes.length === 0 ? [] : [t('columnDialog.depends.schemes', { names: names(dependents.schemes) })]),
    ...(dependents.views.length === 0 ? [] : [t('columnDialog.depends.views', { names: names(dependents.views) })]),
    ...(dependents.isPrimary ? [t('columnDialog.depends.primary')] : []),
  ]
  return sentences.length === 0 ? t('columnDialog.deleteSafe') : [...sentences, t('columnDialog.deleteUndo')].join('\n')
}
