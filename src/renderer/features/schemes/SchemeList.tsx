import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useShell } from '../../shell/state.ts'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { useUnsaved } from './useUnsaved.ts'

/** The schemes of one table by name; another table is chosen above them. */
export function SchemeList({ tableId, chosenId, add }: { tableId: number; chosenId: number | null; add: ReactNode }) {
  const base = useBase()
  const t = useT()
  const openSchemes = useShell((state) => state.openSchemes)
  return (
    <nav className="schemes__list" aria-label={t('schemes.title')}>
      {base.tables.length < 2 ? (
        <h3>{base.table(tableId)?.name}</h3>
      ) : (
        <Select
          className="schemes__table"
          size="small"
          aria-label={t('schemes.table')}
          value={tableId}
          options={base.tables.map(({ id, name }) => ({ value: id, label: t('schemes.tableCount', { name, count: base.schemesOf(id).length }) }))}
          onChange={openSchemes}
        />
      )}
      {base.schemesOf(tableId).map((scheme) => (
        <Item key={scheme.id} scheme={scheme} isChosen={scheme.id === chosenId} />
      ))}
      {add === undefined ? null : <div className="schemes__add">{add}</div>}
      <p className="schemes__lead">{t('schemes.lead')}</p>
    </nav>
  )
}

function Item({ scheme, isChosen }: { scheme: Scheme; isChosen: boolean }) {
  const t = useT()
  const openScheme = useShell((state) => state.openScheme)
  const unsaved = useUnsaved(scheme)
  return (
    <button
      type="button"
      className={classes('schemes__item', isChosen && 'schemes__item--chosen')}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => openScheme(scheme.id)}
    >
      <span title={scheme.name}>{scheme.name}</span>
      {unsaved.size === 0 ? null : <small>{t('schemes.unsaved')}</small>}
      {scheme.enabled ? null : <small>{t('schemes.off')}</small>}
    </button>
  )
}
