import type { EntrySubject, LogEntry } from '#shared/contract/history.ts'
import { useBase } from '../../client/useBase.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useShell } from '../../shell/state.ts'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { localTime } from '../../words/localTime.ts'
import type { Words } from '../../words/words.ts'
import { entryDetail, entryTitle, subjectText } from './entryText.ts'

type LogLineProps = { entry: LogEntry; /** Unknown for large entries. */ subject: EntrySubject | undefined; words: Words }

/** One change: when, by whom, what, in which row, and whether it was taken back. */
export function LogLine({ entry, subject, words }: LogLineProps) {
  const t = useT()
  const base = useBase()
  const actor = entry.actorId === null ? undefined : base.member(entry.actorId)
  const time = localTime(entry.at)
  return (
    <li className={classes('log-line', entry.undone && 'log-line--undone')}>
      <time dateTime={entry.at} title={time}>
        {time.slice(11)}
      </time>
      <span className="log-line__actor">
        {actor === undefined ? entry.source === 'window' ? '' : t('history.system') : <Chip color={actor.color}>{actor.name}</Chip>}
      </span>
      <span className="log-line__what">
        {entryTitle(entry, t)}
        {isSaidByTitle(entry.source) ? null : <small>{t(`history.source.${entry.source}`)}</small>}
      </span>
      <Detail entry={entry} subject={subject} words={words} />
      {entry.undone ? <span className="log-line__state">{t('history.undone')}</span> : null}
    </li>
  )
}

type SaidByTitle = 'window' | 'import' | 'template'

const isSaidByTitle = (source: LogEntry['source']): source is SaidByTitle => source === 'window' || source === 'import' || source === 'template'

function Detail({ entry, subject, words }: LogLineProps) {
  const t = useT()
  const base = useBase()
  const openRow = useShell((state) => state.openRow)
  const counts = entryDetail(entry.summary, (id) => base.table(id)?.name, t)
  if (subject === undefined) return <span className="log-line__detail">{counts}</span>
  const text = subjectText(subject, words, t)
  const rowId = subject.kind === 'rows' ? subject.rowId : null
  if (subject.kind !== 'rows' || rowId === null) {
    return (
      <span className="log-line__detail" title={counts}>
        {text}
      </span>
    )
  }
  return (
    <button type="button" className="log-line__detail log-line__row" title={counts} onClick={() => openRow({ tableId: subject.tableId, rowId })}>
      {text}
    </button>
  )
}
