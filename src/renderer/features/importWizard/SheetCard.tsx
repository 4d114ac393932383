import { Checkbox, Input, Select } from 'antd'
import type { Dispatch } from 'react'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'
import type { BaseShape, SheetDraft } from '#shared/importing/draft.ts'
import type { Problem } from './problems.ts'
import { problemSentence } from './sentences.ts'
import type { WizardAction } from './wizard.ts'

type SheetCardProps = { sheet: SheetDraft; base: BaseShape; isShown: boolean; problems: Problem[]; dispatch: Dispatch<WizardAction> }

const newTableKey = 'new'

/** One sheet: whether it comes in, and into which table. */
export function SheetCard({ sheet, base, isShown, problems, dispatch }: SheetCardProps) {
  const t = useT()
  const { destination } = sheet
  const show = () => dispatch({ kind: 'sheetShown', sheet: sheet.sheet })
  const send = (key: number | typeof newTableKey) =>
    dispatch({ kind: 'destinationChosen', sheet: sheet.sheet, destination: key === newTableKey ? { newTable: sheet.sheet } : { tableId: key }, base })
  const tables = base.tables.map((table) => ({
    value: table.id,
    label: (
      <span className="option-with-note">
        {table.name}
        <small>{t('importWizard.sheets.tableRows', { count: base.rowCounts[table.id] ?? 0 })}</small>
      </span>
    ),
  }))
  return (
    <div className={classes('sheet-card', isShown && 'sheet-card--shown')} onClick={show} onFocus={show}>
      <div className="sheet-card__head">
        <Checkbox
          checked={sheet.included}
          disabled={sheet.rowCount === 0}
          aria-label={t('importWizard.sheets.include', { name: sheet.sheet })}
          onChange={(event) => dispatch({ kind: 'sheetTicked', sheet: sheet.sheet, included: event.target.checked, base })}
        >
          <span className="sheet-card__name" title={sheet.sheet}>
            {sheet.sheet}
          </span>
        </Checkbox>
        <span className="sheet-card__rows">
          {sheet.rowCount === 0 ? t('importWizard.sheets.noRows') : t('importWizard.sheets.rows', { count: sheet.rowCount })}
        </span>
      </div>
      {sheet.included ? (
        <div className="sheet-card__into">
          <label>
            <span>{t('importWizard.sheets.into')}</span>
            <Select
              value={'tableId' in destination ? destination.tableId : newTableKey}
              onChange={send}
              options={[
                ...(tables.length === 0 ? [] : [{ label: t('importWizard.sheets.existing'), options: tables }]),
                { value: newTableKey, label: t('importWizard.sheets.newTable') },
              ]}
            />
          </label>
          {'newTable' in destination ? (
            <Input
              aria-label={t('importWizard.sheets.newTableName')}
              placeholder={t('importWizard.sheets.newTableName')}
              value={destination.newTable}
              status={problems.length > 0 ? 'error' : ''}
              onChange={(event) => dispatch({ kind: 'destinationChosen', sheet: sheet.sheet, destination: { newTable: event.target.value }, base })}
            />
          ) : null}
        </div>
      ) : null}
      {problems.map((problem) => (
        <p key={problem.code} className="import-wizard__problem" role="alert">
          {problemSentence(problem, t)}
        </p>
      ))}
    </div>
  )
}
