import { Button } from 'antd'
import type { Refused, Replacing, ReplacePreview as Preview } from '#shared/contract/replace.ts'
import { useEffect, useRef, useState } from 'react'
import type { Input } from '#renderer/client/operations.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { useLongCall } from '#renderer/client/useLongCall.ts'
import { useNotices } from '#renderer/shell/notices.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx'

/** What replacing everywhere would do, cell by cell, and the button that does it. */
export function ReplacePreview({ input, onDone }: { input: Input<'replace.preview'>; onDone: () => void }) {
  const t = useT()
  const look = useLongCall('replace.preview')
  const replace = useLongCall('replace.run')
  const [preview, setPreview] = useState<Preview | null>(null)
  const confirm = useRef<HTMLButtonElement>(null)

  // Anything that changes the question closes the preview: it is asked once.
  const { run } = look
  const asked = useRef(input)
  useEffect(() => {
    void run(asked.current).then((made) => {
      if (made !== null) setPreview(made)
      return made
    })
  }, [run])
  useEffect(() => {
    if (preview !== null) confirm.current?.focus()
  }, [preview])

  const replaceAll = async () => {
    const done = await replace.run(asked.current)
    if (done === null) return
    const { replaced, refused } = done
    useNotices.getState().notify({
      tone: 'done',
      text: (t) => (refused === 0 ? t('find.replaced', { count: replaced }) : t('find.replacedSome', { count: replaced, refused })),
      canUndo: true,
    })
    onDone()
  }

  const long = replace.running ? replace : look
  const error = replace.error ?? look.error
  return (
    <section className="replace-preview" aria-label={t('find.replaceAll')}>
      {long.running ? (
        <div className="replace-preview__running">
          <ProgressLine done={long.progress?.done ?? 0} total={long.progress?.total ?? null} label={t('find.searching')} />
          <Button size="small" onClick={long.cancel}>
            {t('common.cancel')}
          </Button>
        </div>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      {preview === null ? null : (
        <>
          <header className="replace-preview__head">
            <strong>{preview.count === 0 ? t('find.previewNone') : t('find.previewTitle', { count: preview.count })}</strong>
            {preview.count > preview.changes.length ? <span>{t('find.previewLimit', { listed: preview.changes.length })}</span> : null}
            {preview.fixedCount > 0 ? <span>{t('find.fixed', { count: preview.fixedCount })}</span> : null}
            <span className="find-bar__gap" />
            <Button size="small" onClick={onDone}>
              {t('common.cancel')}
            </Button>
            {preview.count === 0 ? null : (
              <Button ref={confirm} size="small" type="primary" disabled={replace.running} onClick={() => void replaceAll()}>
                {t('find.confirm', { count: preview.count })}
              </Button>
            )}
          </header>
          <div className="replace-preview__list" tabIndex={0}>
            {preview.changes.length === 0 ? null : <Changes changes={preview.changes} />}
            {preview.refusedCount === 0 ? null : (
              <>
                <p className="replace-preview__refused">{t('find.refusedTitle', { count: preview.refusedCount })}</p>
                <Changes changes={preview.refused} />
              </>
            )}
          </div>
        </>
      )}
    </section>
  )
}

function Changes({ changes }: { changes: readonly (Replacing | Refused)[] }) {
  const t = useT()
  const base = useBase()
  return (
    <table className="replace-preview__table">
      <thead>
        <tr>
          <th>{t('find.row')}</th>
          <th>{t('find.column')}</th>
          <th>{t('find.from')}</th>
          <th>{t('find.to')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.rowId}-${change.columnId}`}>
            <td>{change.rowNumber}</td>
            <td>{base.column(change.columnId)?.name}</td>
            <td title={change.from}>{change.from}</td>
            <td title={change.to}>
              {change.to === '' ? <span className="replace-preview__empty">{t('find.emptyCell')}</span> : change.to}
              {'reason' in change ? <span className="replace-preview__reason">{reasonText(t, change.reason)}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function reasonText(t: ReturnType<typeof useT>, reason: Refused['reason']): string {
  return reason === 'required' || reason === 'invalid' ? t(`find.reason.${reason}`) : t(`columns.failure.${reason}`)
}
