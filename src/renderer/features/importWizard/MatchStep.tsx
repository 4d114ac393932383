import { Radio, Select } from 'antd'
import type { Dispatch } from 'react'
import { useT } from '../../ui/lang.ts'
import type { BaseShape, ImportDraft, ImportMode, MissingLinks, SheetDraft } from '#shared/importing/draft.ts'
import { destinationName, hasLinks, includedSheets, keptColumns, tableIdOf } from '#shared/importing/draft.ts'
import { columnLetters } from '#shared/importing/guessTargets.ts'
import { problemsOf } from './problems.ts'
import { problemSentence } from './sentences.ts'
import type { WizardAction } from './wizard.ts'

type MatchStepProps = { draft: ImportDraft; base: BaseShape; dispatch: Dispatch<WizardAction> }

const modes: readonly ImportMode[] = ['addOrUpdate', 'addNew', 'update', 'add']
const ways: readonly MissingLinks[] = ['reject', 'create', 'leaveEmpty']

/** What happens to rows the base already has, and to links that lead nowhere; a card for each sheet. */
export function MatchStep({ draft, base, dispatch }: MatchStepProps) {
  const t = useT()
  return (
    <div className="match-step">
      <p className="import-wizard__lead">{t('importWizard.match.lead')}</p>
      {includedSheets(draft).map((sheet) => (
        <MatchCard key={sheet.sheet} sheet={sheet} draft={draft} base={base} dispatch={dispatch} />
      ))}
    </div>
  )
}

function MatchCard({ sheet, draft, base, dispatch }: MatchStepProps & { sheet: SheetDraft }) {
  const t = useT()
  const table = destinationName(sheet.destination, base)
  const tableId = tableIdOf(sheet.destination)
  const count = tableId === null ? 0 : (base.rowCounts[tableId] ?? 0)
  return (
    <section className="match-card" aria-label={sheet.sheet}>
      <h3>
        {sheet.sheet} <small>→ {table}</small>
      </h3>
      <p className="match-card__fact">
        {tableId === null
          ? t('importWizard.match.newTable', { table, count: sheet.rowCount })
          : count === 0
            ? t('importWizard.match.emptyTable', { table })
            : t('importWizard.match.filled', { table, count })}
      </p>
      {tableId === null ? null : (
        <Radio.Group
          className="match-card__modes"
          value={sheet.mode}
          onChange={(event) => dispatch({ kind: 'modeChosen', sheet: sheet.sheet, mode: modeOf(event.target.value), base })}
        >
          {modes.map((mode) => (
            <Radio key={mode} value={mode}>
              {t(`importWizard.match.${mode}`)}
              <small>{t(`importWizard.match.${mode}Text`)}</small>
            </Radio>
          ))}
        </Radio.Group>
      )}
      {sheet.mode === 'add' ? null : <KeyChoice sheet={sheet} draft={draft} base={base} dispatch={dispatch} />}
      {hasLinks(sheet, base) ? <MissingChoice sheet={sheet} dispatch={dispatch} /> : null}
    </section>
  )
}

function KeyChoice({ sheet, draft, base, dispatch }: MatchStepProps & { sheet: SheetDraft }) {
  const t = useT()
  const kept = keptColumns(sheet)
  const nameOf = (index: number) => sheet.columns.find((column) => column.index === index)?.header || columnLetters(index)
  const problems = problemsOf('match', draft, base).filter((problem) => 'sheet' in problem && problem.sheet === sheet.sheet)
  return (
    <div className="match-card__part">
      <h4>{t('importWizard.match.key')}</h4>
      <label className="match-card__key">
        <span>{t('importWizard.match.keyText')}</span>
        <Select
          mode="multiple"
          value={sheet.matchIndexes}
          status={problems.length > 0 ? 'error' : ''}
          placeholder={t('importWizard.match.keyPlaceholder')}
          options={kept.map((column) => ({ value: column.index, label: nameOf(column.index) }))}
          onChange={(matchIndexes) => dispatch({ kind: 'keyChosen', sheet: sheet.sheet, matchIndexes })}
        />
      </label>
      {problems.map((problem) => (
        <p key={problem.code} className="import-wizard__problem" role="alert">
          {problemSentence(problem, t)}
        </p>
      ))}
      {sheet.matchIndexes.length === 0 ? null : (
        <p className="match-card__fact">
          {t('importWizard.match.keySentence', { columns: sheet.matchIndexes.map(nameOf).join(t('common.listSeparator')) })}
        </p>
      )}
    </div>
  )
}

function MissingChoice({ sheet, dispatch }: { sheet: SheetDraft; dispatch: Dispatch<WizardAction> }) {
  const t = useT()
  return (
    <div className="match-card__part">
      <h4>{t('importWizard.match.missing')}</h4>
      <Radio.Group
        className="match-card__ways"
        value={sheet.missingLinks}
        onChange={(event) => dispatch({ kind: 'missingLinksChosen', sheet: sheet.sheet, missingLinks: wayOf(event.target.value) })}
        options={ways.map((way) => ({ value: way, label: t(`importWizard.match.${way}`) }))}
      />
    </div>
  )
}

/** The radio group's value is untyped. */
const modeOf = (value: unknown): ImportMode => modes.find((mode) => mode === value) ?? 'add'
const wayOf = (value: unknown): MissingLinks => ways.find((way) => way === value) ?? 'reject'
