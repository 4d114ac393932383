import { Button } from 'antd'
import { useState } from 'react'
import type { TrashItem } from '#shared/contract/history.ts'
import { useOperation } from '../../client/useOperation.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useRestore } from './useRestore.ts'

type RowsItem = Extract<TrashItem, { kind: 'rows' }>

const atOnce = 50

/** The rows of one deletion, each of which can come back alone. */
export function TrashedRows({ item, readOnly }: { item: RowsItem; readOnly: boolean }) {
  const t = useT()
  const [shown, setShown] = useState(atOnce)
  const { entryId, tableId } = item
  const { data, error } = useOperation('trash.rows', { entryId, tableId, limit: shown }, { keepPrevious: true })
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={3} />
  return (
    <div className="trashed-rows">
      <ul>
        {data.rows.map((row) => (
          <TrashedRow key={row.id} item={item} row={row} readOnly={readOnly} />
        ))}
      </ul>
      {data.rows.length >= data.total || shown >= mostShown ? null : (
        <Button size="small" type="text" onClick={() => setShown(Math.min(mostShown, shown * 2))}>
          {t('history.moreRows', { count: data.total - data.rows.length })}
        </Button>
      )}
    </div>
  )
}

const mostShown = 500

function TrashedRow({ item, row, readOnly }: { item: RowsItem; row: { id: number; title: string }; readOnly: boolean }) {
  const t = useT()
  const { restore, pending, error } = useRestore()
  return (
    <li>
      <span className="trashed-rows__title selectable">{row.title === '' ? t('rowPage.untitled') : row.title}</span>
      {readOnly ? null : (
        <Button size="small" type="text" loading={pending} onClick={() => void restore(item, [row.id])}>
          {t('history.restore')}
        </Button>
      )}
      {error === null ? null : <ErrorNote error={error} />}
    </li>
  )
}
