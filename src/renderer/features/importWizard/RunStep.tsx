import { Button } from 'antd'
import type { Base } from '../../client/base.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import type { ImportDraft } from '#shared/importing/draft.ts'
import { ResultView } from './ResultView.tsx'
import type { ImportWork } from './useImport.ts'

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
  const label = progress === null ? t('importWizard.run.waiting') : t(`importWizard.run.${progress.phase}`)
  return (
    <div className="work" aria-live="polite">
      <p>{label}</p>
      <ProgressLine label={label} done={progress?.done ?? 0} total={progress?.total ?? null} />
      <p className="work__count">
        {progress === null
          ? ' '
          : progress.total === null
            ? t('importWizard.run.countOpen', { done: progress.done })
            : t('importWizard.run.count', { done: progress.done, total: progress.total })}
      </p>
      <Button onClick={writing.cancel}>{t('importWizard.run.cancel')}</Button>
      <p className="work__note">{t('importWizard.run.cancelText')}</p>
    </div>
  )
}
