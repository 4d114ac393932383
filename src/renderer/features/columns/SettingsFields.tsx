import type { Column } from '#shared/model/column.ts'
import type { ColumnForm } from './columnForm.ts'
import type { FormProblem } from './formProblems.ts'
import { FormulaFields } from './formula/FormulaFields.tsx'
import { ButtonFields } from './button/ButtonFields.tsx'
import { CascadeFields } from './CascadeFields.tsx'
import { DateFields } from './DateFields.tsx'
import { DurationFields } from './DurationFields.tsx'
import { LinkFields } from './LinkFields.tsx'
import { LookupFields } from './LookupFields.tsx'
import { NumberFields } from './NumberFields.tsx'
import { OptionFields } from './OptionFields.tsx'
import { PatternField } from './PatternField.tsx'
import { RatingFields } from './RatingFields.tsx'
import { RollupFields } from './RollupFields.tsx'

export type SettingsProps = {
  form: ColumnForm
  tableId: number
  column: Column | null
  problems: FormProblem[]
  onChange: (form: ColumnForm) => void
}

/** What the chosen type lets a person set. */
export function SettingsFields(props: SettingsProps) {
  switch (props.form.type) {
    case 'number':
      return <NumberFields {...props} />
    case 'date':
    case 'dateTime':
      return <DateFields {...props} />
    case 'singleSelect':
      return (
        <>
          <OptionFields {...props} />
          <CascadeFields {...props} />
        </>
      )
    case 'multipleSelect':
      return <OptionFields {...props} />
    case 'duration':
      return <DurationFields {...props} />
    case 'rating':
      return <RatingFields {...props} />
    case 'autoNumber':
      return <PatternField {...props} />
    case 'link':
      return <LinkFields {...props} />
    case 'lookup':
      return <LookupFields {...props} />
    case 'rollup':
      return <RollupFields {...props} />
    case 'formula':
      return <FormulaFields {...props} />
    case 'button':
      return <ButtonFields {...props} />
    default:
      return null
  }
}
