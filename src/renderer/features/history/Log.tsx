import { Button } from 'antd'
import { useState } from 'react'
import { addDays } from '#shared/lib/days.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useToday } from '../../client/useToday.ts'
import { useWords } from '../../words/useWords.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { localTime } from '../../words/localTime.ts'
import { dayText } from './entryText.ts'
import { LogLine } from './LogLine.tsx'

/** Every change, newest first, by day. */
export function Log() {
  const t = useT()
  return (
    <div className="log">
      <p className="log__lead">{t('history.lead')}</p>
      <LogPage beforeId={null} />
    </div>
  )
}

const pageSize = 100

/** Some entries, and below them the page before when it is asked for. */
function LogPage({ beforeId }: { beforeId: number | null }) {
  const t = useT()
  const today = useToday()
  const [more, setMore] = useState(false)
  const { data, error } = useOperation('history.list', { beforeId, limit: pageSize }, { keepPrevious: true })
  const subjects = useOperation(
    'history.subjects',
    { entryIds: data?.map(({ id }) => id) ?? [] },
    { enabled: data !== undefined, keepPrevious: true },
  )
  const words = useWords()
  const about = new Map(subjects.data?.map((subject) => [subject.entryId, subject]))
  if (error !== null) return <ErrorNote error={error.error} />
  if (data === undefined) return <Skeleton lines={8} />
  if (data.length === 0) return beforeId === null ? <EmptyState title={t('history.emptyLogTitle')} text={t('history.emptyLogText')} /> : null
  const days = Map.groupBy(data, (entry) => localTime(entry.at).slice(0, 10))
  const last = data.at(-1)
  return (
    <>
      {[...days].map(([day, entries]) => (
        <section key={day}>
          <h3 className="log__day">{dayText(day, today, addDays(today, -1), t)}</h3>
          <ol>
            {entries.map((entry) => (
              <LogLine key={entry.id} entry={entry} subject={about.get(entry.id)} words={words} />
            ))}
          </ol>
        </section>
      ))}
      {data.length < pageSize || last === undefined ? null : more ? (
        <LogPage beforeId={last.id} />
      ) : (
        <Button className="log__more" onClick={() => setMore(true)}>
          {t('history.more')}
        </Button>
      )}
    </>
  )
}
