import { Button, Input } from 'antd'
import { useState } from 'react'
import { useBase } from '../../client/useBase.ts'
import { useLongCall } from '../../client/useLongCall.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useNotices } from '../../shell/notices.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { SnapshotLine } from './SnapshotLine.tsx'
import { SnapshotSchedule } from './SnapshotSchedule.tsx'
import './snapshots.css'

/** Copies of the whole base as it was: taken by hand or each day, looked at, and restored beside the current one. */
export function Snapshots() {
  const t = useT()
  const base = useBase()
  const { data, error, refetch } = useOperation('snapshots.list', {})
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={6} />
  const again = () => void refetch()
  return (
    <div className="log snapshots">
      <p className="log__lead">{t('snapshots.lead')}</p>
      <TakeSnapshot onTaken={again} />
      {base.readOnly ? null : <SnapshotSchedule snapshots={data} onSaved={again} />}
      {data.items.length === 0 ? (
        <p className="snapshots__none">{t('snapshots.none')}</p>
      ) : (
        <ul>
          {data.items.map((snapshot) => (
            <SnapshotLine key={snapshot.file} snapshot={snapshot} onRemoved={again} />
          ))}
        </ul>
      )}
    </div>
  )
}

function TakeSnapshot({ onTaken }: { onTaken: () => void }) {
  const t = useT()
  const [name, setName] = useState('')
  const notify = useNotices((state) => state.notify)
  const { run, running, progress, cancel, error } = useLongCall('snapshots.take')
  const take = async () => {
    if ((await run({ name })) === null) return
    setName('')
    notify({ tone: 'done', text: (t) => t('snapshots.taken') })
    onTaken()
  }
  return (
    <form
      className="snapshots__take"
      onSubmit={(event) => {
        event.preventDefault()
        if (!running) void take()
      }}
    >
      <Input
        value={name}
        maxLength={80}
        disabled={running}
        placeholder={t('snapshots.namePlaceholder')}
        aria-label={t('snapshots.name')}
        onChange={(event) => setName(event.target.value)}
      />
      {running ? (
        <Button onClick={cancel}>{t('common.cancel')}</Button>
      ) : (
        <Button type="primary" htmlType="submit">
          {t('snapshots.take')}
        </Button>
      )}
      {running ? <ProgressLine done={progress?.done ?? 0} total={progress?.total ?? null} label={t('snapshots.taking')} /> : null}
      {error === null ? null : <ErrorNote error={error} />}
    </form>
  )
}
