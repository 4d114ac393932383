import { Button } from 'antd'
import { useState } from 'react'
import type { TrashItem } from '#shared/contract/history.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { localTime } from '../../words/localTime.ts'
import { EmptyTrash } from './EmptyTrash.tsx'
import { TrashedRows } from './TrashedRows.tsx'
import { trashTitle, trashTitles } from './trashText.ts'
import { useRestore } from './useRestore.ts'

/** Deleted rows, columns, views, schemes and tables, each with the way back; and the way to be rid of them. */
export function Trash() {
  const t = useT()
  const base = useBase()
  const { data, error } = useOperation('trash.list', {})
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={6} />
  if (data.length === 0) return <EmptyState title={t('history.emptyTrashTitle')} text={t('history.emptyTrashText')} />
  return (
    <div className="log">
      <div className="trash__head">
        <p className="log__lead">{t('history.trashLead')}</p>
        {base.readOnly ? null : <EmptyTrash />}
      </div>
      <ul>
        {data.map((item) => (
          <TrashLine key={`${item.entryId}-${item.kind}-${item.kind === 'rows' ? item.tableId : item.id}`} item={item} readOnly={base.readOnly} />
        ))}
      </ul>
    </div>
  )
}

function TrashLine({ item, readOnly }: { item: TrashItem; readOnly: boolean }) {
  const t = useT()
  const base = useBase()
  const { restore, pending, error } = useRestore()
  const [open, setOpen] = useState(false)
  const titles = trashTitles(item, t)
  const isMany = item.kind === 'rows' && item.count > 1
  return (
    <li className="trash-line">
      <span className="trash-line__what">
        {trashTitle(item, (id) => base.table(id)?.name, t)}
        {titles === null || open ? null : <small>{titles}</small>}
        {isMany ? (
          <button type="button" className="trash-line__more" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'history.hideRows' : 'history.showRows')}
          </button>
        ) : null}
      </span>
      <time dateTime={item.at}>{t('history.trash.deletedAt', { at: localTime(item.at) })}</time>
      {readOnly ? null : (
        <Button size="small" loading={pending} onClick={() => void restore(item, null)}>
          {t(isMany ? 'history.restoreAll' : 'history.restore')}
        </Button>
      )}
      {error === null ? null : <ErrorNote error={error} />}
      {open && item.kind === 'rows' ? <TrashedRows item={item} readOnly={readOnly} /> : null}
    </li>
  )
}
