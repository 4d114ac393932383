import { PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { RowDetail } from '#shared/contract/records.ts'
import { addDays, localMinute } from '#shared/lib/days.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useToday } from '../../client/useToday.ts'
import { keysText } from '../../commands/keys.ts'
import { useAppState } from '../../shell/settings.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { keepDraft, keptDraft } from './draftKeeper.ts'
import type { FollowUpColumns } from './followUpColumns.ts'
import { nextTimeOn, type FollowUpDraft } from './followUpDraft.ts'
import { FollowUpForm } from './FollowUpForm.tsx'
import { FollowUpItem } from './FollowUpItem.tsx'
import './followUps.css'
import { MoreButton } from './MoreButton.tsx'
import { Section } from './Section.tsx'
import type { Rhythm } from './suggestion.ts'
import { useOpenLinked } from './useOpenLinked.ts'
import { useAuthor } from './author.ts'

type FollowUpsProps = {
  id: string
  row: RowDetail
  columns: FollowUpColumns
  /** How often the customer's classes want to be in touch. */
  rhythm: Rhythm | null
  writing: boolean
  /** A suggested action that was taken into the form; `turn` tells one taking from the next. */
  taken: { part: Partial<FollowUpDraft>; turn: number } | null
  onWrite: (writing: boolean) => void
}

/** The follow-ups of a customer, the newest first, under the form that writes another. */
export function FollowUps({ id, row, columns, rhythm, writing, taken, onWrite }: FollowUpsProps) {
  const t = useT()
  const base = useBase()
  const today = useToday()
  const author = useAuthor()
  const platform = useAppState().data?.platform ?? ''
  const [limit, setLimit] = useState(firstShown)
  const read = [columns.time, columns.method, columns.content, columns.result, columns.nextTime, columns.nextContent, columns.author].filter(
    (column) => column !== null,
  )
  const { data, error } = useOperation(
    'rows.linked',
    {
      linkColumnId: columns.followUps.id,
      rowId: row.id,
      columnIds: read.map((column) => column.id),
      limit,
      sort: { columnId: columns.time.id, direction: 'descending' },
    },
    { keepPrevious: true },
  )
  const openAll = useOpenLinked(columns.followUps, row)
  const begin = (): FollowUpDraft => {
    const day = rhythm === null ? null : addDays(today, rhythm.days)
    return {
      time: columns.time.type === 'date' ? today : localMinute(new Date()),
      methodId: null,
      content: '',
      resultId: null,
      nextContent: '',
      authorId: author.id,
      nextTime: day === null ? null : nextTimeOn(day, columns.nextTime?.type === 'dateTime'),
    }
  }
  // What was already written stays; an action adds to it.
  const beginWithTaken = (): FollowUpDraft => {
    const kept = keptDraft(row.uid)
    if (kept === null) return { ...begin(), ...taken?.part }
    return { ...kept, ...taken?.part, content: kept.content }
  }
  return (
    <Section id={id} title={t('rowPage.section.followUps')} onCount={openAll} {...(data === undefined ? {} : { count: data.total })}>
      {base.readOnly ? null : writing ? (
        <FollowUpForm
          key={taken?.turn}
          columns={columns}
          customerId={row.id}
          begin={beginWithTaken}
          rhythm={rhythm}
          onDraft={(draft) => keepDraft(row.uid, draft)}
          onClose={() => onWrite(false)}
          onGiveUp={() => {
            keepDraft(row.uid, null)
            onWrite(false)
          }}
          onSaved={(authorId) => {
            author.remember(authorId)
            keepDraft(row.uid, null)
            onWrite(false)
          }}
        />
      ) : (
        <button type="button" className="follow-ups__write" onClick={() => onWrite(true)}>
          <PlusOutlined /> {t(keptDraft(row.uid) === null ? 'rowPage.followUp.write' : 'rowPage.followUp.goOn')}{' '}
          <kbd>{keysText('Mod+Shift+N', platform)}</kbd>
        </button>
      )}
      {error === null ? null : <ErrorNote error={error.error} />}
      {data === undefined ? <Skeleton lines={4} /> : null}
      {data?.total === 0 && !writing ? <p className="follow-ups__none">{t('rowPage.followUp.none')}</p> : null}
      <ol className="follow-ups">
        {data?.rows.map((followUp) => (
          <FollowUpItem
            key={followUp.id}
            id={followUp.id}
            columns={columns}
            cell={(column) => (column === null ? null : (followUp.cells[read.findIndex((one) => one.id === column.id)] ?? null))}
          />
        ))}
      </ol>
      <MoreButton
        hidden={(data?.total ?? 0) - (data?.rows.length ?? 0)}
        onClick={() => (limit < mostShown ? setLimit(mostShown) : openAll())}
        text={(count) => t('rowPage.followUp.more', { count })}
      />
    </Section>
  )
}

const firstShown = 5
/** More than these are read in the grid. */
const mostShown = 500
