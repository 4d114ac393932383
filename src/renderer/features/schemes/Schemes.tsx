import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useBase } from '../../client/useBase.ts'
import { useNotices } from '../../shell/notices.ts'
import { useShell } from '../../shell/state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useT } from '../../ui/lang.ts'
import { Panel } from '../../ui/Panel.tsx'
import { NewScheme } from './NewScheme.tsx'
import { SchemeDetail } from './SchemeDetail.tsx'
import { SchemeList } from './SchemeList.tsx'
import './schemes.css'
import { shownSchemes } from './shownSchemes.ts'

/** The schemes of a table: a list, and the page of one. */
export function Schemes() {
  const base = useBase()
  const t = useT()
  const notify = useNotices((state) => state.notify)
  const place = useShell((state) => state.schemePlace)
  const lookedAt = useShell((state) => state.tableId)
  const openScheme = useShell((state) => state.openScheme)
  const { tableId, scheme } = shownSchemes(base, place, lookedAt)
  const [adding, setAdding] = useState(false)
  const canAdd = !base.readOnly && base.tables.length > 0
  const add = canAdd ? (
    <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('schemes.new')}
    </Button>
  ) : undefined
  const dialog = adding ? (
    <NewScheme
      tableId={tableId ?? 0}
      onClose={(made) => {
        setAdding(false)
        if (made === null) return
        openScheme(made.id, 'rule')
        notify({ tone: 'done', text: t('schemes.copied', { name: made.name }), canUndo: true })
      }}
    />
  ) : null
  if (tableId === null || base.description.schemes.length === 0) {
    return (
      <>
        <EmptyState title={t('schemes.emptyTitle')} text={t('schemes.emptyText')} action={add} />
        {dialog}
      </>
    )
  }
  return (
    <Panel title={t('schemes.title')}>
      {dialog}
      <div className="schemes">
        <SchemeList tableId={tableId} chosenId={scheme?.id ?? null} add={add} />
        {scheme === undefined ? (
          <EmptyState title={t('schemes.emptyTableTitle', { table: base.table(tableId)?.name ?? '' })} text={t('schemes.emptyText')} action={add} />
        ) : (
          <SchemeDetail scheme={scheme} />
        )}
      </div>
    </Panel>
  )
}
