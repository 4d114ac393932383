import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from 'antd'
import type { Analysis, AnalysisRequest } from '#shared/contract/analysis.ts'
import { errorOf } from '../../client/clientError.ts'
import { useBase } from '../../client/useBase.ts'
import { importFile } from '../../commands/importFile.ts'
import { useRunCommand } from '../../commands/useCommands.ts'
import { useShell } from '../../shell/state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AnalysisSectionView, type SectionPicks } from './AnalysisSectionView.tsx'
import { useSaveWorkbook } from './useSaveWorkbook.ts'
import { useStopping } from './useStopping.ts'
import { Working } from './Working.tsx'

type AnalysisPanelProps = {
  /** The analysis with its parameters, as it is saved to a workbook. */
  request: AnalysisRequest
  answer: UseQueryResult<Analysis>
  /** Its controls. */
  parameters?: ReactNode
  /** What a click on the chart of a section does, by the section's key. */
  picks?: SectionPicks
  /** The section a click has filled: it is brought into sight with each new click. */
  filled?: { section: string; by: unknown } | null
}

/** An analysis as all of them look: what it tells, its parameters, its parts with chart and table, and what was left out. */
export function AnalysisPanel({ request, answer, parameters, picks, filled = null }: AnalysisPanelProps) {
  const t = useT()
  const base = useBase()
  const run = useRunCommand()
  const openDialog = useShell((state) => state.openDialog)
  const panel = useRef<HTMLElement>(null)
  const title = t(`analysis.${request.name}.title`)
  const { save, saving, failure } = useSaveWorkbook(title)
  const { isStopped, stop, again } = useStopping(request, answer)
  const { data, error } = answer
  const notes = data === undefined || data.kind === 'missing' ? [] : data.notes
  const addTables = (
    <Button type="primary" onClick={() => openDialog({ kind: 'modules' })}>
      {t('modules.title')}
    </Button>
  )
  // Where there are no orders, most analyses have nothing to show: a file may have them.
  const isUnfilled = base.tables.some((table) => (table.role === 'customer' || table.role === 'order') && base.rowCount(table.id) === 0)
  const importRows = <Button onClick={() => run(importFile)}>{t('shell.import')}</Button>
  const calculate = <Button onClick={again}>{t('analysis.calculate')}</Button>
  const filledSection = answer.isPlaceholderData ? null : (filled?.section ?? null)
  const filledBy = filled?.by ?? null
  useEffect(() => {
    if (filledSection === null || filledBy === null) return
    const behavior = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
    panel.current?.querySelector(`[data-section="${filledSection}"]`)?.scrollIntoView({ block: 'nearest', behavior })
  }, [filledSection, filledBy])
  return (
    <article ref={panel} className="analysis" aria-label={title} aria-busy={answer.isFetching}>
      <header className="analysis__head">
        <div>
          <h2>{title}</h2>
          <p className="analysis__what">{t(`analysis.${request.name}.what`)}</p>
        </div>
        <div className="analysis__state">
          {saving ? (
            <span role="status">{t('analysis.saving')}</span>
          ) : answer.isFetching ? (
            <Working key={JSON.stringify(request.input)} onStop={stop} />
          ) : isStopped && data !== undefined ? (
            <>
              <span role="status">{t('analysis.stopped.before')}</span>
              {calculate}
            </>
          ) : null}
        </div>
        <Button disabled={saving || data === undefined || data.kind !== 'shown'} onClick={() => void save(request)}>
          {t('analysis.saveXlsx')}
        </Button>
      </header>
      {parameters === undefined ? null : <div className="analysis__parameters">{parameters}</div>}
      {failure === null ? null : <ErrorNote error={failure} />}
      {error === null ? null : <ErrorNote error={errorOf(error)} />}
      {error !== null ? null : data === undefined ? (
        isStopped ? (
          <EmptyState title={title} text={t('analysis.stopped')} action={calculate} />
        ) : (
          <Skeleton lines={8} />
        )
      ) : data.kind === 'shown' ? (
        data.sections.map((section) => <AnalysisSectionView key={section.key} section={section} analysis={title} pick={picks?.[section.key]} />)
      ) : (
        <EmptyState
          title={t(data.kind === 'missing' ? 'analysis.emptyMissing' : 'analysis.emptyNothing')}
          text={data.text}
          action={base.readOnly ? undefined : data.kind === 'nothing' ? isUnfilled && importRows : data.module !== undefined && addTables}
        />
      )}
      {notes.length === 0 ? null : (
        <footer className="analysis__notes selectable">
          <h3>{t('analysis.notes')}</h3>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </footer>
      )}
    </article>
  )
}
