import type { ReactNode } from 'react'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { CellView } from '../../cells/CellView.tsx'
import { EditableValue } from './EditableValue.tsx'

type FormLineProps = { name: string; problem?: string | undefined; children: ReactNode }

/** A named part of a form, with what is wrong about it right below. */
export function FormLine({ name, problem, children }: FormLineProps) {
  return (
    <div className="form-line" data-wrong={problem !== undefined}>
      <span className="form-line__name">{name}</span>
      {children}
      <FormProblem text={problem} />
    </div>
  )
}

type ValueLineProps = { column: Column; value: CellValue; problem?: string | undefined; onValue: (value: CellValue) => void }

/** A column's value in a form. */
export function ValueLine({ column, value, problem, onValue }: ValueLineProps) {
  return (
    <FormLine name={column.name} problem={problem}>
      <EditableValue
        column={column}
        value={value === '' ? null : value}
        rowId={null}
        className="form-line__value"
        onEdit={(edit) => edit.kind === 'value' && onValue(edit.value)}
      >
        <CellView column={column} value={value} />
      </EditableValue>
    </FormLine>
  )
}

/** Why a part of the form cannot be saved; nothing when it can. */
export function FormProblem({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <p className="form-line__problem" role="alert">
      {text}
    </p>
  )
}
