import { Button } from 'antd'
import { useState } from 'react'
import type { AppError } from '#shared/contract/error.ts'
import type { TrashItem } from '#shared/contract/history.ts'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useNotices } from '../../shell/notices.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { localTime } from '../../words/localTime.ts'
import { trashTitle, trashTitles } from './trashText.ts'

/** Deleted rows, columns, views and tables, each with the way back. */
export function Trash() {
  const t = useT()
  const base = useBase()
  const { data, error } = useOperation('trash.list', {})
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={6} />
  if (data.length === 0) return <EmptyState title={t('history.emptyTrashTitle')} text={t('history.emptyTrashText')} />
  return (
    <div className="log">
      <p className="log__lead">{t('history.trashLead')}</p>
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
  const notify = useNotices((state) => state.notify)
  const [restoring, setRestoring] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const titles = trashTitles(item, t)

  const restore = async () => {
    setRestoring(true)
    setError(null)
    try {
      const { restored } = await call('trash.restore', { entryId: item.entryId })
      notify({
        tone: 'done',
        text: item.kind === 'rows' ? t('history.restoredRows', { count: restored }) : t('history.restored', { name: item.name }),
      })
    } catch (thrown) {
      setError(errorOf(thrown))
      setRestoring(false)
    }
  }
  return (
    <li className="trash-line">
      <span className="trash-line__what">
        {trashTitle(item, (id) => base.table(id)?.name, t)}
        {titles === null ? null : <small>{titles}</small>}
      </span>
      <time dateTime={item.at}>{t('history.trash.deletedAt', { at: localTime(item.at) })}</time>
      {readOnly ? null : (
        <Button size="small" loading={restoring} onClick={() => void restore()}>
          {t('history.restore')}
        </Button>
      )}
      {error === null ? null : <ErrorNote error={error} />}
    </li>
  )
}
