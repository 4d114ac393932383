import type { ColumnTarget } from '#shared/contract/exchange.ts'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import type { BaseShape, ColumnDraft, ImportDraft, SheetDraft } from '#shared/importing/draft.ts'
import { columnLetters } from '#shared/importing/guessTargets.ts'
import type { Problem, Warning } from './problems.ts'
import { problemSentence, warningSentence } from './sentences.ts'
import { TargetDetail } from './TargetDetail.tsx'
import { TargetSelect } from './TargetSelect.tsx'

type ColumnRowProps = {
  column: ColumnDraft
  sheet: SheetDraft
  draft: ImportDraft
  base: BaseShape
  problems: Problem[]
  warnings: Warning[]
  onTarget: (target: ColumnTarget) => void
}

/** One column of the sheet: its name, first values, where it goes, and what is wrong with that. */
export function ColumnRow({ column, sheet, draft, base, problems, warnings, onTarget }: ColumnRowProps) {
  const t = useT()
  const isSkipped = column.target.kind === 'skip'
  return (
    <div className={classes('column-table__row', isSkipped && 'column-table__row--skipped')} role="row">
      <span className="column-table__source" role="cell" title={column.header}>
        <small>{columnLetters(column.index)}</small>
        {column.header.trim() === '' ? <i>{t('importWizard.columns.noHeader')}</i> : column.header}
      </span>
      <span className="column-table__samples" role="cell" title={column.samples.join('\n')}>
        {column.samples.length === 0 ? (
          <i>{t('importWizard.columns.noSamples')}</i>
        ) : (
          column.samples.slice(0, 3).map((sample, index) => <span key={index}>{sample}</span>)
        )}
      </span>
      <span role="cell">
        <TargetSelect column={column} sheet={sheet} draft={draft} base={base} onTarget={onTarget} hasProblem={problems.length > 0} />
      </span>
      <span className="column-table__detail" role="cell">
        <TargetDetail column={column} draft={draft} base={base} onTarget={onTarget} />
      </span>
      {problems.map((problem) => (
        <p key={problem.code} className="import-wizard__problem" role="alert">
          {problemSentence(problem, t)}
        </p>
      ))}
      {warnings.map((warning) => (
        <p key={warning.code} className="import-wizard__warning">
          {warningSentence(warning, t)}
        </p>
      ))}
    </div>
  )
}
