import { useRef, useState } from 'react'
import { useBase } from '../../../client/useBase.ts'
import { useT } from '../../../ui/lang.ts'
import { NumberFields } from '../NumberFields.tsx'
import type { SettingsProps } from '../SettingsFields.tsx'
import './formula.css'
import { FormulaEditor } from './FormulaEditor.tsx'
import { FormulaResult } from './FormulaResult.tsx'
import { InsertPanel } from './InsertPanel.tsx'
import type { Edited } from './insertion.ts'
import { shownAs } from './shownAs.ts'
import { useFormulaCheck } from './useFormulaCheck.ts'

/** The formula, what it gives, and all that can be put into it. */
export function FormulaFields(props: SettingsProps) {
  const { form, tableId, problems, onChange } = props
  const t = useT()
  const base = useBase()
  const field = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState({ from: form.formula.source.length, to: form.formula.source.length })
  const { source, format } = form.formula
  const check = useFormulaCheck(tableId, source)
  const number = format ?? (check?.ok === true ? check.format : form.number)

  const write = (next: Edited) => {
    onChange({ ...form, formula: { source: next.source, format } })
    setCaret(next)
    // The caret is set when the field shows the new text.
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(next.from, next.to)
    })
  }

  return (
    <>
      <div className="formula-fields">
        <span className="field__label">{t('formulaEditor.label')}</span>
        <FormulaEditor
          source={source}
          wrong={check?.ok === false ? check.problem.span : null}
          field={field}
          onChange={(next) => onChange({ ...form, formula: { source: next, format } })}
          onSelect={() => setCaret({ from: field.current?.selectionStart ?? 0, to: field.current?.selectionEnd ?? 0 })}
        />
        {problems.some((problem) => problem.field === 'formula') ? (
          <span className="field__problem" role="alert">
            {t('columnDialog.problem.formulaMissing')}
          </span>
        ) : (
          <FormulaResult check={check} isEmpty={source.trim() === ''} shownAs={check?.ok === true ? shownAs(tableId, check.result, number) : null} />
        )}
      </div>
      <InsertPanel tableId={tableId} columns={base.description} edited={{ source, ...caret }} onInsert={write} />
      {check?.ok === true && check.result === 'number' ? (
        <NumberFields {...props} form={{ ...form, number }} onChange={(next) => onChange({ ...form, formula: { source, format: next.number } })} />
      ) : null}
    </>
  )
}
