import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { signatureAt, suggest } from '#shared/formula/suggest.ts'
import { useBase } from '../../../client/useBase.ts'
import { useT } from '../../../ui/lang.ts'
import { formulaSchema } from '../columnForm.ts'
import { NumberFields } from '../NumberFields.tsx'
import type { SettingsProps } from '../SettingsFields.tsx'
import './formula.css'
import { FormulaEditor } from './FormulaEditor.tsx'
import { FormulaResult } from './FormulaResult.tsx'
import { initialsOf } from './initialsOf.ts'
import { InsertPanel } from './InsertPanel.tsx'
import type { Edited } from './insertion.ts'
import { shownAs } from './shownAs.ts'
import { SignatureLine } from './SignatureLine.tsx'
import { useFormulaCheck } from './useFormulaCheck.ts'

/** The formula, what it gives, and all that can be put into it. */
export function FormulaFields(props: SettingsProps) {
  const { form, tableId, problems, onChange } = props
  const t = useT()
  const base = useBase()
  const field = useRef<HTMLTextAreaElement>(null)
  const { source, format } = form.formula
  const [caret, setCaret] = useState({ from: source.length, to: source.length })
  const written = useRef<Edited | null>(null)
  // Completions are for what was just typed: the caret moved elsewhere takes them away.
  const [asked, setAsked] = useState<Edited | null>(null)
  const check = useFormulaCheck(tableId, source)
  const number = format ?? (check?.ok === true ? check.format : form.number)
  const schema = useMemo(() => formulaSchema(base.description), [base.description])
  const isAsked = asked !== null && asked.source === source && asked.to === caret.to && caret.from === caret.to
  const suggestions = useMemo(
    () => (isAsked ? suggest(source, caret.to, tableId, schema, initialsOf) : null),
    [isAsked, source, caret.to, tableId, schema],
  )
  const signature = useMemo(() => signatureAt(source, caret.to, tableId, schema), [source, caret.to, tableId, schema])

  const take = (next: Edited, isOffered: boolean) => {
    onChange({ ...form, formula: { source: next.source, format } })
    setCaret(next)
    setAsked(isOffered ? next : null)
  }

  const write = (next: Edited, isOffered: boolean) => {
    take(next, isOffered)
    written.current = next
  }

  // As soon as the field shows the new text: a key that follows at once finds the caret in its place.
  useLayoutEffect(() => {
    if (written.current === null) return
    field.current?.focus()
    field.current?.setSelectionRange(written.current.from, written.current.to)
    written.current = null
  }, [source, caret])

  return (
    <>
      <div className="formula-fields">
        <span className="field__label">{t('formulaEditor.label')}</span>
        <FormulaEditor
          edited={{ source, ...caret }}
          wrong={check?.ok === false ? check.problem.span : null}
          field={field}
          suggestions={suggestions}
          onType={(next) => take(next, true)}
          onSelect={setCaret}
          onWrite={write}
          onDismiss={() => setAsked(null)}
        />
        {signature === null ? null : <SignatureLine {...signature} />}
        {problems.some((problem) => problem.field === 'formula') ? (
          <span className="field__problem" role="alert">
            {t('columnDialog.problem.formulaMissing')}
          </span>
        ) : (
          <FormulaResult check={check} isEmpty={source.trim() === ''} shownAs={check?.ok === true ? shownAs(tableId, check.result, number) : null} />
        )}
      </div>
      <InsertPanel tableId={tableId} columns={base.description} edited={{ source, ...caret }} onInsert={(next) => write(next, false)} />
      {check?.ok === true && check.result === 'number' ? (
        <NumberFields {...props} form={{ ...form, number }} onChange={(next) => onChange({ ...form, formula: { source, format: next.number } })} />
      ) : null}
    </>
  )
}
