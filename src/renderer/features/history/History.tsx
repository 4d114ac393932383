import { useState } from 'react'
import { useBase } from '../../client/useBase.ts'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import { Panel } from '../../ui/Panel.tsx'
import './history.css'
import { Log } from './Log.tsx'
import { Snapshots } from './Snapshots.tsx'
import { StepButtons } from './StepButtons.tsx'
import { Trash } from './Trash.tsx'

const tabs = ['log', 'trash', 'snapshots'] as const

/** What was done, by whom and when, with the way back; what was deleted; and the base as it was. */
export function History() {
  const t = useT()
  const base = useBase()
  const [tab, setTab] = useState<(typeof tabs)[number]>('log')
  const head = (
    <span className="history__tabs" role="tablist">
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={each === tab}
          className={classes('history__tab', each === tab && 'history__tab--shown')}
          onClick={() => setTab(each)}
        >
          {t(`history.${each}`)}
        </button>
      ))}
    </span>
  )
  return (
    <Panel title={head} label={t('history.title')} actions={base.readOnly ? undefined : <StepButtons />}>
      {tab === 'log' ? <Log /> : tab === 'trash' ? <Trash /> : <Snapshots />}
    </Panel>
  )
}
