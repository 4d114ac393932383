import type { FormulaCheck } from '#shared/contract/formulas.ts'
import { problemText } from '#shared/formula/problemText.ts'
import type { Column } from '#shared/model/column.ts'
import { errorReasonOf } from '#shared/formula/errorCode.ts'
import { useFormat } from '../../../client/useFormat.ts'
import { useLang, useT } from '../../../ui/lang.ts'

type FormulaResultProps = {
  check: FormulaCheck | undefined
  /** Whether anything is written yet. */
  isEmpty: boolean
  /** A column that shows its values as the formula will. */
  shownAs: Column | null
}

/** What is wrong with the formula, or what it gives for some rows. */
export function FormulaResult({ check, isEmpty, shownAs }: FormulaResultProps) {
  const t = useT()
  const lang = useLang()
  const format = useFormat()
  if (isEmpty || check === undefined) return <p className="formula-result__note">{t('formulaEditor.begin')}</p>
  if (!check.ok) {
    return (
      <p className="formula-result__problem" role="alert">
        {problemText(check.problem)[lang]}
      </p>
    )
  }
  return (
    <div className="formula-result">
      <p className="formula-result__note">{t('formulaEditor.gives', { type: t(`formulaEditor.result.${check.result}`) })}</p>
      {check.shadowing.map((name) => (
        <p key={name} className="formula-result__note">
          {t('formulaEditor.shadowing', { name, open: '{', close: '}' })}
        </p>
      ))}
      {check.samples.length === 0 ? null : (
        <table>
          <tbody>
            {check.samples.map((sample) => {
              const reason = errorReasonOf(sample.value)
              return (
                <tr key={sample.rowId}>
                  <td title={sample.title}>{sample.title || `#${sample.rowId}`}</td>
                  {reason === null ? (
                    <td>{shownAs === null ? String(sample.value ?? '') : format(shownAs, sample.value)}</td>
                  ) : (
                    <td className="formula-result__error" title={t(`formulaEditor.error.${reason}`)}>
                      {sample.value}
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}
