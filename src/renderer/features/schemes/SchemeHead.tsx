import { MoreOutlined, SyncOutlined } from '@ant-design/icons'
import { Button, Dropdown, Switch, type MenuProps } from 'antd'
import { useState } from 'react'
import type { Scheme } from '#shared/model/scheme.ts'
import { standstillOf } from '#shared/model/schemeStandstill.ts'
import { schemeFileEnding } from '#shared/model/schemeFile.ts'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices, type Said } from '../../shell/notices.ts'
import { NameField } from '../../ui/NameField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { optionsOf } from './optionsOf.ts'

/** What a scheme is called and what can be done with it: on or off, run again, rename, copy, delete. */
export function SchemeHead({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const notify = useNotices((state) => state.notify)
  const update = useWrite('schemes.update')
  const run = useWrite('schemes.run')
  const create = useWrite('schemes.create')
  const drop = useWrite('schemes.delete')
  const pick = useWrite('app.pickSaveFile')
  const write = useWrite('schemes.exportFile')
  const [naming, setNaming] = useState(false)
  const standstill = standstillOf(scheme, base.columnsById)
  const broken = standstill?.kind === 'columnGone'
  const column = base.column(scheme.targetColumnId)?.name ?? ''

  const target = t('schemes.ofTable', { table: base.table(scheme.tableId)?.name ?? '', column })

  const runAgain = async () => {
    const done = await run.run({ schemeId: scheme.id })
    if (done !== null) notify({ tone: 'done', text: (t) => (done.moved === 0 ? t('schemes.ranNothing') : t('schemes.ran', { moved: done.moved })) })
  }
  const undoable = (text: Said) => notify({ tone: 'done', text, canUndo: true })
  const duplicate = async () => {
    const name = t('schemes.copyName', { name: scheme.name })
    const { tableId, code, scope, rule, fallbackOptionId, playbook, run: period, downgradeAfter } = scheme
    const made = await create.run({
      tableId,
      code,
      name,
      targetColumnId: null,
      newOptions: [...optionsOf(scheme, base)],
      scope,
      rule,
      fallbackOptionId,
      playbook,
      run: period,
      downgradeAfter,
    })
    if (made !== null) undoable((t) => t('schemes.copied', { name }))
  }
  const exportFile = async () => {
    const file = await pick.run({ suggestedName: `${scheme.name}${schemeFileEnding}`, format: 'json' })
    if (file === null) return
    if ((await write.run({ schemeId: scheme.id, path: file.path })) !== null)
      notify({ tone: 'done', text: (t) => t('schemes.file.saved', { name: file.name }) })
  }
  const rename = async (name: string) => {
    setNaming(false)
    await update.run({ schemeId: scheme.id, name })
  }
  const remove = async () => {
    if ((await drop.run({ schemeId: scheme.id })) !== null) undoable((t) => t('schemes.deleted', { name: scheme.name, column }))
  }
  const more: NonNullable<MenuProps['items']> = [
    { key: 'rename', label: t('schemes.rename'), onClick: () => setNaming(true) },
    { key: 'copy', label: t('schemes.copy'), disabled: broken, onClick: () => void duplicate() },
    { key: 'export', label: t('schemes.file.save'), disabled: broken, onClick: () => void exportFile() },
    { key: 'delete', label: t('schemes.delete'), danger: true, onClick: () => void remove() },
  ]
  const error = update.error ?? run.error ?? create.error ?? drop.error ?? pick.error ?? write.error

  return (
    <>
      <header className="scheme__head">
        {naming ? (
          <NameField value={scheme.name} label={t('schemes.new.name')} onSave={(name) => void rename(name)} onCancel={() => setNaming(false)} />
        ) : (
          <h2 title={scheme.name}>{scheme.name}</h2>
        )}
        <span className="scheme__target" title={target}>
          {target}
        </span>
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
            <Dropdown menu={{ items: more }} trigger={['click']}>
              <span>
                <IconButton label={t('schemes.more')} icon={<MoreOutlined />} />
              </span>
            </Dropdown>
            <Button icon={<SyncOutlined />} loading={run.pending} disabled={!scheme.enabled || standstill !== null} onClick={() => void runAgain()}>
              {t('schemes.runAgain')}
            </Button>
          </>
        )}
      </header>
      {error === null ? null : <ErrorNote error={error} />}
    </>
  )
}
