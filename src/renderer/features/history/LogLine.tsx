import type { LogEntry } from '#shared/contract/history.ts'
import { useBase } from '../../client/useBase.ts'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { localTime } from '../../words/localTime.ts'
import { entryDetail, entryTitle } from './entryText.ts'

/** One change: when, by whom, what, how much, and whether it was taken back. */
export function LogLine({ entry }: { entry: LogEntry }) {
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
        {entry.source === 'window' || entry.source === 'import' ? null : <small>{t(`history.source.${entry.source}`)}</small>}
      </span>
      <span className="log-line__detail">{entryDetail(entry.summary, (id) => base.table(id)?.name, t)}</span>
      {entry.undone ? <span className="log-line__state">{t('history.undone')}</span> : null}
    </li>
  )
}
