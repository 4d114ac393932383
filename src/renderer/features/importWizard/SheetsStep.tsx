import type { Dispatch } from 'react'
import { useT } from '../../ui/lang.ts'
import type { BaseShape, ImportDraft } from '#shared/importing/draft.ts'
import { sheetNamed } from '#shared/importing/draft.ts'
import { HeaderPicker } from './HeaderPicker.tsx'
import { problemsOf } from './problems.ts'
import { problemSentence } from './sentences.ts'
import { SheetCard } from './SheetCard.tsx'
import type { ImportFile } from './useImportFile.ts'
import type { WizardAction } from './wizard.ts'

type SheetsStepProps = { draft: ImportDraft; shown: string | null; base: BaseShape; file: ImportFile; dispatch: Dispatch<WizardAction> }

/** Which sheets come in, each into which table; beside them the sheet itself, to point at its header. */
export function SheetsStep({ draft, shown, base, file, dispatch }: SheetsStepProps) {
  const t = useT()
  const sheet = sheetNamed(draft, shown ?? '') ?? draft.sheets[0]
  const problems = problemsOf('sheets', draft, base)
  const general = problems.filter((problem) => problem.code === 'nothingTicked')
  return (
    <div className="sheets-step">
      <div className="sheets-step__list">
        <p className="import-wizard__lead">{t('importWizard.sheets.lead')}</p>
        {draft.sheets.map((each) => (
          <SheetCard
            key={each.sheet}
            sheet={each}
            base={base}
            isShown={each.sheet === sheet?.sheet}
            problems={problems.filter((problem) => 'sheet' in problem && problem.sheet === each.sheet)}
            dispatch={dispatch}
          />
        ))}
        {general.map((problem) => (
          <p key={problem.code} className="import-wizard__problem" role="alert">
            {problemSentence(problem, t)}
          </p>
        ))}
      </div>
      {sheet === undefined ? null : <HeaderPicker sheet={sheet} draft={draft} file={file} />}
    </div>
  )
}
