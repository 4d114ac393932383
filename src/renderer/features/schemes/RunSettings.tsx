import { Select } from 'antd'
import type { SchemeStanding } from '#shared/contract/classes.ts'
import { classRuns } from '#shared/model/classRun.ts'
import { waitsOffered } from '#shared/model/orderedClasses.ts'
import { canKeep, runOf, type Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices } from '../../shell/notices.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { DowngradeSetting } from './DowngradeSetting.tsx'

/** When a scheme classes its rows, and how many times the rule has to say so before a row goes down. */
export function RunSettings({ scheme, standing }: { scheme: Scheme; standing: SchemeStanding | undefined }) {
  const base = useBase()
  const t = useT()
  const notify = useNotices((state) => state.notify)
  const update = useWrite('schemes.update')
  const run = runOf(scheme)
  if (!canKeep(scheme.rule)) return null
  const save = async (changed: Pick<Scheme, 'run' | 'downgradeAfter'>) => {
    if ((await update.run({ schemeId: scheme.id, ...changed })) === null) return
    notify({ tone: 'done', text: (t) => t('schemes.saved', { name: scheme.name }), canUndo: true })
  }
  return (
    <div className="run-settings">
      <label>
        <span>{t('schemes.run.when')}</span>
        <Select
          size="small"
          disabled={base.readOnly}
          loading={update.pending}
          value={run}
          popupMatchSelectWidth={false}
          aria-label={t('schemes.run.when')}
          options={classRuns.map((value) => ({ value, label: t(`schemes.run.${value}`) }))}
          onChange={(value) => void save({ run: value })}
        />
      </label>
      <p className="rule__note">{t(run === 'realTime' ? 'schemes.run.atOnce' : 'schemes.run.between')}</p>
      {standing?.lastRun == null ? null : <p className="rule__note">{t('schemes.run.last', { day: standing.lastRun })}</p>}
      {waitsOffered(scheme) === 'never' ? null : <DowngradeSetting scheme={scheme} onSave={(downgradeAfter) => void save({ downgradeAfter })} />}
      {update.error === null ? null : <ErrorNote error={update.error} />}
    </div>
  )
}
