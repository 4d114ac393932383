import { CloseOutlined } from '@ant-design/icons'
import type { AppState, RecentBase } from '#shared/contract/app.ts'
import { formatMonthDay } from '#shared/lib/formatDate.ts'
import { localDay } from '#shared/lib/days.ts'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#renderer/client/call.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useLang, useT } from '#renderer/ui/lang.ts'
import { classes } from '#renderer/ui/classes.ts'

type RecentBasesProps = { recent: readonly RecentBase[]; disabled: boolean; onOpen: (path: string) => void }

/** Bases opened before, the last one first; those whose file is gone are shown so. */
export function RecentBases({ recent, disabled, onOpen }: RecentBasesProps) {
  const t = useT()
  const lang = useLang()
  const client = useQueryClient()
  const forget = async (path: string) => {
    const left = await call('app.forgetRecent', { path })
    client.setQueryData<AppState>(['app.state', {}], (state) => state && { ...state, recent: left })
  }
  return (
    <section className="welcome__recent" aria-label={t('welcome.recent')}>
      <h2>{t('welcome.recent')}</h2>
      {recent.length === 0 ? <p className="welcome__none">{t('welcome.noRecent')}</p> : null}
      <ul>
        {recent.map(({ path, name, openedAt, missing }) => (
          <li key={path} className={classes('welcome__base', missing && 'welcome__base--missing')}>
            <button type="button" disabled={disabled || missing} title={path} onClick={() => onOpen(path)}>
              <span className="welcome__base-name">{name}</span>
              <span className="welcome__base-path">{missing ? t('welcome.missing') : path}</span>
            </button>
            <span className="welcome__base-day">{formatMonthDay(localDay(new Date(openedAt)), lang)}</span>
            <IconButton label={t('welcome.forget')} icon={<CloseOutlined />} onClick={() => void forget(path)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
