import { useState } from 'react'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { historyEntries, historyLine } from './historyText.ts'
import { localTime } from '../../words/localTime.ts'
import { MoreButton } from './MoreButton.tsx'
import './rowHistory.css'
import { useWords } from '../../words/useWords.ts'

/** Who changed what in the row, and when; the latest first. */
export function RowHistory({ tableId, rowId }: { tableId: number; rowId: number }) {
  const t = useT()
  const base = useBase()
  const words = useWords()
  const [shown, setShown] = useState(step)
  const { data, error } = useOperation('history.row', { tableId, rowId }, { keepPrevious: true })
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={3} />
  const entries = historyEntries(data)
  if (entries.length === 0) return <p className="row-history__none">{t('rowPage.history.none')}</p>
  return (
    <>
      <ol className="row-history">
        {entries.slice(0, shown).map((entry) => (
          <li key={entry.entryId}>
            <p className="row-history__head">
              <time>{localTime(entry.at)}</time>
              <span>{base.member(entry.actorId ?? -1)?.name ?? t('rowPage.history.system')}</span>
            </p>
            {entry.items.map((item, index) => (
              <p key={index} className="row-history__line selectable">
                {historyLine(item, words, t)}
              </p>
            ))}
          </li>
        ))}
      </ol>
      <MoreButton hidden={entries.length - shown} onClick={() => setShown(shown + step * 4)} text={(count) => t('rowPage.history.more', { count })} />
    </>
  )
}

const step = 5
