import type { ReactNode } from 'react'
import { useT } from '../../ui/lang.ts'
import type { FormProblem } from './formProblems.ts'

type FieldProps = {
  label: string
  problems: FormProblem[]
  /** Whose problems stand under it. */ field: FormProblem['field'] | null
  children: ReactNode
  note?: ReactNode
}

/** A control with its name above and what is wrong with it below. */
export function Field({ label, problems, field, children, note }: FieldProps) {
  const t = useT()
  const own = problems.filter((problem) => problem.field === field)
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      {children}
      {note === undefined ? null : <span className="field__note">{note}</span>}
      {own.map((problem) => (
        <span key={problem.code} className="field__problem" role="alert">
          {t(`columnDialog.problem.${problem.code}`)}
        </span>
      ))}
    </label>
  )
}
