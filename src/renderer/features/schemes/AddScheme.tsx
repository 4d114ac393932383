import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Scheme } from '#shared/model/scheme.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices } from '../../shell/notices.ts'
import { useShell } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'
import { ImportScheme } from './ImportScheme.tsx'
import { NewScheme } from './NewScheme.tsx'

/** A scheme more: from a kind, or from a file. */
export function AddScheme({ tableId }: { tableId: number }) {
  const t = useT()
  const notify = useNotices((state) => state.notify)
  const openScheme = useShell((state) => state.openScheme)
  const pick = useWrite('app.pickSchemeFile')
  const [adding, setAdding] = useState(false)
  const [path, setPath] = useState<string | null>(null)
  const end = (made: Scheme | null) => {
    setAdding(false)
    setPath(null)
    if (made === null) return
    openScheme(made.id, 'rule')
    notify({ tone: 'done', text: t('schemes.copied', { name: made.name }), canUndo: true })
  }
  const choose = async () => {
    const file = await pick.run({})
    if (file !== null) setPath(file.path)
  }
  return (
    <span className="schemes__buttons">
      <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
        {t('schemes.new')}
      </Button>
      <Button size="small" type="text" icon={<ImportOutlined />} onClick={() => void choose()}>
        {t('schemes.file.open')}
      </Button>
      {adding ? <NewScheme tableId={tableId} onClose={end} /> : null}
      {path === null ? null : <ImportScheme path={path} onClose={end} />}
    </span>
  )
}
