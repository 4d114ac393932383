import { Button } from 'antd'
import { useState } from 'react'
import type { AppError } from '#shared/contract/error.ts'
import type { Snapshot } from '#shared/contract/snapshots.ts'
import { call } from '../../client/call.ts'
import { errorOf } from '../../client/clientError.ts'
import { useNotices } from '../../shell/notices.ts'
import { Chip } from '../../ui/Chip.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useLang, useT } from '../../ui/lang.ts'
import { useAsk } from '../../ui/useAsk.tsx'
import { sizeText } from './sizeText.ts'

/** One snapshot: to look at beside the open base, to go on from as a new file, or to delete. */
export function SnapshotLine({ snapshot, onRemoved }: { snapshot: Snapshot; onRemoved: () => void }) {
  const t = useT()
  const lang = useLang()
  const ask = useAsk()
  const notify = useNotices((state) => state.notify)
  const [busy, setBusy] = useState<'open' | 'restore' | 'remove' | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const { file, at, name, isDaily, bytes } = snapshot
  const time = at.slice(0, 16).replace('T', ' ')

  const attempt = async (what: NonNullable<typeof busy>, work: () => Promise<void>) => {
    setBusy(what)
    setError(null)
    try {
      await work()
    } catch (thrown) {
      setError(errorOf(thrown))
    } finally {
      setBusy(null)
    }
  }
  const open = async () => {
    const { path } = await call('snapshots.locate', { snapshot: file })
    await call('app.openBeside', { path, readOnly: true })
  }
  const restore = async () => {
    const { path } = await call('snapshots.restore', { snapshot: file })
    await call('app.openBeside', { path, readOnly: false })
    notify({ tone: 'done', text: (t) => t('snapshots.restored', { path }) })
  }
  const remove = async () => {
    const yes = await ask({
      title: t('snapshots.askRemove', { at: time }),
      text: t('snapshots.askRemoveText'),
      yes: t('common.delete'),
      danger: true,
    })
    if (!yes) return
    await call('snapshots.remove', { snapshot: file })
    onRemoved()
  }
  return (
    <li className="snapshot-line">
      <time dateTime={at}>{time}</time>
      <span className="snapshot-line__name" title={name}>
        {isDaily ? <Chip color="grey">{t('snapshots.isDaily')}</Chip> : name === '' ? t('snapshots.unnamed') : name}
      </span>
      <span className="snapshot-line__size">{sizeText(bytes, lang)}</span>
      <span className="snapshot-line__deeds">
        <Button size="small" loading={busy === 'open'} title={t('snapshots.openHint')} onClick={() => void attempt('open', open)}>
          {t('snapshots.open')}
        </Button>
        <Button size="small" loading={busy === 'restore'} title={t('snapshots.restoreHint')} onClick={() => void attempt('restore', restore)}>
          {t('snapshots.restore')}
        </Button>
        <Button size="small" type="text" danger loading={busy === 'remove'} onClick={() => void attempt('remove', remove)}>
          {t('common.delete')}
        </Button>
      </span>
      {error === null ? null : <ErrorNote error={error} />}
    </li>
  )
}
