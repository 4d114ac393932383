import type { Dispatch } from 'react'
import { useT } from '../../ui/lang.ts'
import { ColumnRow } from './ColumnRow.tsx'
import type { BaseShape, ImportDraft } from '#shared/importing/draft.ts'
import { destinationName, sheetNamed } from '#shared/importing/draft.ts'
import { problemsOf, warningsOf } from './problems.ts'
import { problemSentence, warningSentence } from './sentences.ts'
import { SheetTabs } from './SheetTabs.tsx'
import type { WizardAction } from './wizard.ts'

type ColumnsStepProps = { draft: ImportDraft; shown: string | null; base: BaseShape; dispatch: Dispatch<WizardAction> }

/** Each column of a sheet with its first values, and where it goes. */
export function ColumnsStep({ draft, shown, base, dispatch }: ColumnsStepProps) {
  const t = useT()
  const sheet = sheetNamed(draft, shown ?? '')
  if (sheet === undefined) return null
  const problems = problemsOf('columns', draft, base)
  const warnings = warningsOf(sheet, base)
  const ofSheet = problems.filter((problem) => 'sheet' in problem && problem.sheet === sheet.sheet)
  const count = (kinds: readonly string[]) => sheet.columns.filter((column) => kinds.includes(column.target.kind)).length
  return (
    <div className="columns-step">
      <p className="import-wizard__lead">{t('importWizard.columns.lead')}</p>
      <SheetTabs
        draft={draft}
        shown={sheet.sheet}
        base={base}
        marked={new Set(problems.flatMap((problem) => ('sheet' in problem ? [problem.sheet] : [])))}
        onShow={(name) => dispatch({ kind: 'sheetShown', sheet: name })}
      />
      <div className="column-table" role="table" aria-label={destinationName(sheet.destination, base)}>
        <div className="column-table__head" role="row">
          <span role="columnheader">{t('importWizard.columns.source')}</span>
          <span role="columnheader">{t('importWizard.columns.samples')}</span>
          <span role="columnheader">{t('importWizard.columns.target')}</span>
          <span role="columnheader">{t('importWizard.columns.detail')}</span>
        </div>
        {sheet.columns.map((column) => (
          <ColumnRow
            key={column.index}
            column={column}
            sheet={sheet}
            draft={draft}
            base={base}
            problems={ofSheet.filter((problem) => 'index' in problem && problem.index === column.index)}
            warnings={warnings.filter((warning) => 'index' in warning && warning.index === column.index)}
            onTarget={(target) => dispatch({ kind: 'targetChosen', sheet: sheet.sheet, index: column.index, target, base })}
          />
        ))}
      </div>
      <div className="columns-step__foot">
        {ofSheet
          .filter((problem) => !('index' in problem))
          .map((problem) => (
            <p key={problem.code} className="import-wizard__problem" role="alert">
              {problemSentence(problem, t)}
            </p>
          ))}
        {warnings
          .filter((warning) => !('index' in warning))
          .map((warning) => (
            <p key={warningSentence(warning, t)} className="import-wizard__warning">
              {warningSentence(warning, t)}
            </p>
          ))}
        <p className="columns-step__summary">
          {t('importWizard.columns.summary', {
            all: sheet.columns.length,
            existing: count(['column']),
            added: count(['new', 'newLink', 'newTableLink']),
            skipped: count(['skip']),
          })}
        </p>
      </div>
    </div>
  )
}
