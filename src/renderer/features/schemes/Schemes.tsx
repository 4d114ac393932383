import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useNotices } from '../../shell/notices.ts'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useT } from '../../ui/lang.ts'
import { Panel } from '../../ui/Panel.tsx'
import { NewScheme } from './NewScheme.tsx'
import { SchemeDetail } from './SchemeDetail.tsx'
import './schemes.css'

/** The schemes of the base: each rule in words, its classes counted, its latest moves. */
export function Schemes() {
  const base = useBase()
  const t = useT()
  const notify = useNotices((state) => state.notify)
  const { schemes } = base.description
  const [chosenId, setChosenId] = useState<number | null>(null)
  const chosen = base.scheme(chosenId ?? 0) ?? schemes[0]
  const [adding, setAdding] = useState(false)
  const canAdd = !base.readOnly && base.tables.length > 0
  const add = (
    <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('schemes.new')}
    </Button>
  )
  const dialog = adding ? (
    <NewScheme
      onClose={(made) => {
        setAdding(false)
        if (made === null) return
        setChosenId(made.id)
        notify({ tone: 'done', text: t('schemes.copied', { name: made.name }), canUndo: true })
      }}
    />
  ) : null
  if (chosen === undefined) {
    return (
      <>
        <EmptyState title={t('schemes.emptyTitle')} text={t('schemes.emptyText')} action={canAdd ? add : undefined} />
        {dialog}
      </>
    )
  }
  return (
    <Panel title={t('schemes.title')}>
      {dialog}
      <div className="schemes">
        <nav className="schemes__list" aria-label={t('schemes.title')}>
          {base.tables.map((table) => (
            <TableSchemes key={table.id} name={table.name} schemes={base.schemesOf(table.id)} chosenId={chosen.id} onChoose={setChosenId} />
          ))}
          {canAdd ? <div className="schemes__add">{add}</div> : null}
          <p className="schemes__lead">{t('schemes.lead')}</p>
        </nav>
        <SchemeDetail key={chosen.id} scheme={chosen} />
      </div>
    </Panel>
  )
}

type TableSchemesProps = { name: string; schemes: readonly Scheme[]; chosenId: number; onChoose: (id: number) => void }

function TableSchemes({ name, schemes, chosenId, onChoose }: TableSchemesProps) {
  const t = useT()
  if (schemes.length === 0) return null
  return (
    <>
      <h3>{name}</h3>
      {schemes.map((scheme) => (
        <button
          key={scheme.id}
          type="button"
          className={classes('schemes__item', scheme.id === chosenId && 'schemes__item--chosen')}
          aria-current={scheme.id === chosenId ? 'true' : undefined}
          onClick={() => onChoose(scheme.id)}
        >
          {scheme.name}
          {scheme.enabled ? null : <small>{t('schemes.off')}</small>}
        </button>
      ))}
    </>
  )
}
