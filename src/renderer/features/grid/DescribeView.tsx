import { Input, Modal } from 'antd'
import type { View } from '#shared/model/view.ts'
import { useState } from 'react'
import { useWrite } from '#renderer/client/useWrite.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useT } from '#renderer/ui/lang.ts'

/** What a view is for, in a person's own words; said on its tab. */
export function DescribeView({ view, onClose }: { view: View; onClose: () => void }) {
  const t = useT()
  const [text, setText] = useState(view.description)
  const save = useWrite('views.update')
  const done = async () => {
    if ((await save.run({ viewId: view.id, description: text.trim() })) !== null) onClose()
  }
  return (
    <Modal
      open
      title={t('views.describe', { name: view.name })}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.pending}
      onOk={() => void done()}
      onCancel={onClose}
    >
      <Input.TextArea
        autoFocus
        rows={4}
        maxLength={2000}
        value={text}
        placeholder={t('views.describeHint')}
        aria-label={t('views.description')}
        onChange={(event) => setText(event.target.value)}
      />
      {save.error === null ? null : <ErrorNote error={save.error} />}
    </Modal>
  )
}
