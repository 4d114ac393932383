import { Button } from 'antd'
import type { Base } from '../../client/base.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { expectedRows, type ImportDraft } from '#shared/importing/draft.ts'
import { ResultView } from './ResultView.tsx'
import type { ImportWork } from './useImport.ts'

/** Phases that go through the rows of the file, whose number is known from reading it. */
const counted = ['reading', 'writing']

type RunStepProps = { base: Base; draft: ImportDraft; work: ImportWork; onClose: () => void; onBack: () => void }

/** The import at work, then how it turned out. */
export function RunStep({ base, draft, work, onClose, onBack }: RunStepProps) {
  const t = useT()
  const { writing, result } = work
  if (result !== null) return <ResultView base={base} draft={draft} result={result} onClose={onClose} />
  if (!writing.running) {
    return (
      <div className="work">
        {writing.error === null ? <p>{t('importWizard.run.cancelled')}</p> : <ErrorNote error={writing.error} />}
        <div className="work__buttons">
          <Button onClick={onBack}>{t('importWizard.back')}</Button>
          <Button type="primary" onClick={() => void work.start()}>
            {t('importWizard.run.again')}
          </Button>
        </div>
      </div>
    )
  }
  const { progress } = writing
  const done = progress?.done ?? 0
  const total = progress?.total ?? (progress !== null && counted.includes(progress.phase) ? Math.max(done, expectedRows(draft)) : null)
  const label = progress === null ? t('importWizard.run.waiting') : t(`importWizard.run.${progress.phase}`)
  return (
    <div className="work" aria-live="polite">
      <p>{label}</p>
      <ProgressLine label={label} done={done} total={total} />
      <p className="work__count">
        {total === null ? (done > 0 ? t('importWizard.run.countOpen', { done }) : '') : t('importWizard.run.count', { done, total })}
      </p>
      <Button onClick={writing.cancel}>{t('importWizard.run.cancel')}</Button>
      <p className="work__note">{t('importWizard.run.cancelText')}</p>
    </div>
  )
}
