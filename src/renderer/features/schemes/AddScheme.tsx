import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Scheme } from '#shared/model/scheme.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices, type Said } from '../../shell/notices.ts'
import { useShell } from '../../shell/state.ts'
import { useT } from '../../ui/lang.ts'
import { ImportScheme } from './ImportScheme.tsx'
import { NewScheme } from './NewScheme.tsx'

/** Schemes more: from the library, of a kind, or from a file. */
export function AddScheme({ tableId }: { tableId: number }) {
  const t = useT()
  const notify = useNotices((state) => state.notify)
  const openScheme = useShell((state) => state.openScheme)
  const pick = useWrite('app.pickSchemeFile')
  const [adding, setAdding] = useState(false)
  const [path, setPath] = useState<string | null>(null)
  const leave = () => {
    setAdding(false)
    setPath(null)
  }
  const end = (made: readonly Scheme[]) => {
    leave()
    const [first] = made
    if (first === undefined) return
    openScheme(first.id, 'rule')
    const text: Said = (t) => (made.length === 1 ? t('schemes.copied', { name: first.name }) : t('schemes.library.added', { count: made.length }))
    notify({ tone: 'done', text, canUndo: true })
  }
  const open = (schemeId: number) => {
    leave()
    openScheme(schemeId)
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
      {adding ? <NewScheme tableId={tableId} onClose={end} onOpen={open} /> : null}
      {path === null ? null : <ImportScheme path={path} onClose={(made) => end(made === null ? [] : [made])} />}
    </span>
  )
}
