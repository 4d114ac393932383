import { Button, Modal } from 'antd'
import { useEffect, useReducer } from 'react'
import { useBase } from '../../client/useBase.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { useAsk } from '../../ui/useAsk.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FileStep } from './FileStep.tsx'
import './importWizard.css'
import './sheetsStep.css'
import './columnsStep.css'
import './previewStep.css'
import { MatchStep } from './MatchStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { problemsOf } from './problems.ts'
import { RunStep } from './RunStep.tsx'
import { SheetsStep } from './SheetsStep.tsx'
import { StepBar } from './StepBar.tsx'
import { useImport } from './useImport.ts'
import { useImportFile } from './useImportFile.ts'
import { closedWizard, type Step, steps, wizardReducer } from './wizard.ts'

/** Brings a workbook or csv file in, step by step; asks for a file when `path` is null. */
export function ImportWizard({ path, onClose }: { path: string | null; onClose: () => void }) {
  const base = useBase()
  const t = useT()
  const ask = useAsk()
  const [wizard, dispatch] = useReducer(wizardReducer, closedWizard)
  const file = useImportFile(wizard, dispatch, base.description)
  const work = useImport(wizard.draft)
  const { step, draft } = wizard
  // The first and the last step have their buttons where they act.
  const isBare = draft === null || step === 'file' || step === 'run'

  const { open } = file
  useEffect(() => {
    if (path !== null) void open(path)
  }, [path, open])

  const go = (to: Step) => {
    dispatch({ kind: 'went', step: to })
    if (to === 'preview') void work.check()
    if (to === 'run') void work.start()
  }
  const close = async () => {
    if (work.running) return
    const isUnfinished = draft !== null && work.result === null
    const leave =
      !isUnfinished || (await ask({ title: t('importWizard.leaveTitle'), text: t('importWizard.leaveText'), yes: t('importWizard.leave') }))
    if (leave) onClose()
  }

  return (
    <Modal
      open
      centered
      width="min(1120px, calc(100vw - 64px))"
      className={isBare ? 'import-wizard import-wizard--bare' : 'import-wizard'}
      title={t('importWizard.title')}
      mask={{ closable: false }}
      onCancel={() => void close()}
      footer={footer()}
      destroyOnHidden
    >
      <StepBar step={step} hasFile={draft !== null} onGo={work.result === null && !work.running ? go : null} isFree={isFree} />
      <div className="import-wizard__body">{content()}</div>
    </Modal>
  )

  /** A step may be entered when nothing before it is wrong. */
  function isFree(to: Step): boolean {
    if (draft === null) return to === 'file'
    if (to === 'run') return false
    const before = steps.slice(1, steps.indexOf(to))
    return before.every(
      (each) => (each === 'sheets' || each === 'columns' || each === 'match') && problemsOf(each, draft, base.description).length === 0,
    )
  }

  function content() {
    if (draft === null || step === 'file') return <FileStep file={file} />
    if (step === 'sheets') return <SheetsStep draft={draft} shown={wizard.sheet} base={base.description} file={file} dispatch={dispatch} />
    if (step === 'columns') return <ColumnsStep draft={draft} shown={wizard.sheet} base={base.description} dispatch={dispatch} />
    if (step === 'match') return <MatchStep draft={draft} base={base.description} dispatch={dispatch} />
    if (step === 'preview') return <PreviewStep draft={draft} base={base.description} work={work} />
    return <RunStep base={base} draft={draft} work={work} onClose={onClose} onBack={() => go('preview')} />
  }

  function footer() {
    if (isBare || draft === null) return null
    const at = steps.indexOf(step)
    const to = steps[at + 1] ?? 'run'
    const from = steps[at - 1] ?? 'file'
    const problems = step === 'preview' ? [] : problemsOf(step, draft, base.description)
    const count = work.preview?.sheets.reduce((sum, sheet) => sum + sheet.added + sheet.updated, 0) ?? 0
    return (
      <div className="import-wizard__foot">
        <span className="import-wizard__foot-note">
          {file.error !== null ? (
            <ErrorNote error={file.error} />
          ) : problems.length > 0 ? (
            t('importWizard.columns.problems', { count: problems.length })
          ) : null}
        </span>
        <Button onClick={() => go(from)}>{t('importWizard.back')}</Button>
        {step === 'preview' ? (
          <Button type="primary" disabled={count === 0} onClick={() => go('run')}>
            {work.preview === null ? t('importWizard.start') : t('importWizard.startCount', { count })}
          </Button>
        ) : (
          <Button type="primary" disabled={problems.length > 0 || file.reading} onClick={() => go(to)}>
            {t('importWizard.next')}
          </Button>
        )}
      </div>
    )
  }
}
