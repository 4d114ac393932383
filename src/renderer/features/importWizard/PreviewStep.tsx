import { Button } from 'antd'
import { useState } from 'react'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { type BaseShape, expectedRows, type ImportDraft } from '#shared/importing/draft.ts'
import { CreatedNote } from './CreatedNote.tsx'
import { RejectionList } from './RejectionList.tsx'
import { SampleRows } from './SampleRows.tsx'
import { SheetCounts } from './SheetCounts.tsx'
import type { ImportWork } from './useImport.ts'

/** How the import would turn out: counts, the first rows, and what would be refused and why. */
export function PreviewStep({ draft, base, work }: { draft: ImportDraft; base: BaseShape; work: ImportWork }) {
  const t = useT()
  const [chosen, setShown] = useState<string | null>(null)
  const { preview, checking } = work
  if (checking.error !== null) {
    return (
      <div className="work">
        <ErrorNote error={checking.error} action={<Button onClick={() => void work.check()}>{t('common.retry')}</Button>} />
      </div>
    )
  }
  if (preview === null) {
    const done = checking.progress?.done ?? 0
    const label = done > 0 ? t('importWizard.preview.checkingCount', { done }) : t('importWizard.preview.checking')
    return (
      <div className="work" aria-live="polite">
        <p>{label}</p>
        <ProgressLine label={label} done={done} total={done === 0 ? null : Math.max(done, expectedRows(draft))} />
      </div>
    )
  }
  const nothing = preview.sheets.every((sheet) => sheet.added + sheet.updated === 0)
  const rejectedRows = preview.sheets.reduce((sum, sheet) => sum + sheet.rejected, 0)
  const shown = chosen ?? (nothing && preview.rejectionCount > 0 ? 'rejections' : '0')
  const isRejections = shown === 'rejections'
  return (
    <div className="preview-step">
      <p className="import-wizard__lead">{t('importWizard.preview.lead')}</p>
      <SheetCounts sheets={preview.sheets} draft={draft} base={base} />
      <CreatedNote created={preview.created} />
      {preview.rejectionCount === 0 && !nothing ? <p className="import-wizard__lead">{t('importWizard.preview.allGood')}</p> : null}
      {nothing ? (
        <p className="import-wizard__problem" role="alert">
          {t('importWizard.preview.nothing')}
        </p>
      ) : null}
      <div className="sheet-tabs" role="tablist">
        {preview.samples.map((sample, index) => (
          <Tab key={sample.sheet} shown={shown === String(index)} onShow={() => setShown(String(index))}>
            {preview.samples.length > 1 ? `${sample.sheet} · ` : ''}
            {t('importWizard.preview.firstRows')}
          </Tab>
        ))}
        {preview.rejectionCount === 0 ? null : (
          <Tab shown={isRejections} onShow={() => setShown('rejections')}>
            {t('importWizard.preview.rejections', { count: rejectedRows })}
          </Tab>
        )}
      </div>
      <div className="preview-step__pane">
        {isRejections ? (
          <RejectionList rejections={preview.rejections} count={preview.rejectionCount} />
        ) : (
          <SampleRows sample={preview.samples[Number(shown)]} />
        )}
      </div>
    </div>
  )
}

function Tab({ shown, onShow, children }: { shown: boolean; onShow: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={shown}
      className={shown ? 'sheet-tabs__tab sheet-tabs__tab--shown' : 'sheet-tabs__tab'}
      onClick={onShow}
    >
      <span className="sheet-tabs__name">{children}</span>
    </button>
  )
}
