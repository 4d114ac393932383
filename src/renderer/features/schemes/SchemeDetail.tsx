import { SyncOutlined } from '@ant-design/icons'
import { Button, Switch } from 'antd'
import { useState } from 'react'
import { columnsOfScheme, type Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices } from '../../shell/notices.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { ClassCounts } from './ClassCounts.tsx'
import type { SchemeDraft } from './schemeDraft.ts'
import { Moves } from './Moves.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { RuleView } from './RuleView.tsx'

/** One scheme: on or off, run again, its classes, its rule, its moves. */
export function SchemeDetail({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const notify = useNotices((state) => state.notify)
  const update = useWrite('schemes.update')
  const run = useWrite('schemes.run')
  const [editing, setEditing] = useState(false)
  const isBroken = [...columnsOfScheme(scheme), scheme.targetColumnId].some((id) => base.column(id) === undefined)
  const column = base.column(scheme.targetColumnId)?.name ?? ''

  const runAgain = async () => {
    const done = await run.run({ schemeId: scheme.id })
    if (done !== null) notify({ tone: 'done', text: done.moved === 0 ? t('schemes.ranNothing') : t('schemes.ran', { moved: done.moved }) })
  }
  const save = async ({ rule, scope }: SchemeDraft) => {
    if ((await update.run({ schemeId: scheme.id, rule, scope })) === null) return
    setEditing(false)
    notify({ tone: 'done', text: t('schemes.saved', { name: scheme.name }), canUndo: true })
  }
  const error = update.error ?? run.error

  return (
    <article className="scheme">
      <header className="scheme__head">
        <h2>{scheme.name}</h2>
        <span className="scheme__target">{t('schemes.ofTable', { table: base.table(scheme.tableId)?.name ?? '', column })}</span>
        {base.readOnly ? null : (
          <>
            <label className="scheme__switch">
              <Switch
                size="small"
                checked={scheme.enabled}
                loading={update.pending}
                onChange={(enabled) => void update.run({ schemeId: scheme.id, enabled })}
              />
              {scheme.enabled ? t('schemes.enabled') : t('schemes.off')}
            </label>
            <Button icon={<SyncOutlined />} loading={run.pending} disabled={!scheme.enabled || isBroken} onClick={() => void runAgain()}>
              {t('schemes.runAgain')}
            </Button>
          </>
        )}
      </header>
      {isBroken ? (
        <p className="scheme__broken" role="alert">
          {t('schemes.broken')}
        </p>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <div className="scheme__body">
        {editing ? (
          <RuleEditor scheme={scheme} saving={update.pending} onSave={(draft) => void save(draft)} onCancel={() => setEditing(false)} />
        ) : (
          <>
            <ClassCounts scheme={scheme} />
            <RuleView scheme={scheme} onEdit={base.readOnly || isBroken ? null : () => setEditing(true)} />
          </>
        )}
      </div>
      <Moves scheme={scheme} />
    </article>
  )
}
