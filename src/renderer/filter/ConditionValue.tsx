import { Input, InputNumber } from 'antd'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { Column } from '#shared/model/column.ts'
import { dateTermSchema, datePeriodSchema } from '#shared/model/filter.ts'
import { useT } from '#renderer/ui/lang.ts'
import { DateTermField } from './DateTermField.tsx'
import type { ConditionDraft } from './filterDraft.ts'
import { IdsField } from './IdsField.tsx'
import { PeriodField } from './PeriodField.tsx'

type ConditionValueProps = { column: Column; condition: ConditionDraft; onChange: (value: unknown) => void }

/** What a condition compares with, as its operator wants it. */
export function ConditionValue({ column, condition, onChange }: ConditionValueProps) {
  const t = useT()
  const { operator, value } = condition
  switch (operator) {
    case 'isEmpty':
    case 'isNotEmpty':
    case 'isChecked':
    case 'isUnchecked':
    case 'isMe':
      return <span className="condition-line__value" />
    case 'contains':
    case 'notContains':
    case 'is':
    case 'isNot':
    case 'startsWith':
    case 'endsWith':
      return (
        <Input
          size="small"
          className="condition-line__value"
          placeholder={t('grid.value')}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'equal':
    case 'notEqual':
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return <NumberField column={column} value={typeof value === 'number' ? value : null} onChange={onChange} />
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
    case 'exactly':
      return <IdsField column={column} value={Array.isArray(value) ? value.map(Number) : []} onChange={onChange} />
    case 'onDate':
    case 'notOnDate':
    case 'before':
    case 'after':
    case 'onOrBefore':
    case 'onOrAfter':
      return <DateTermField value={dateTermSchema.safeParse(value).data ?? null} onChange={onChange} />
    case 'within':
      return <PeriodField value={datePeriodSchema.safeParse(value).data ?? null} onChange={onChange} />
    default:
      return assertNever(operator)
  }
}

/** Percentages are written as they are read: 20 for 0.2. */
function NumberField({ column, value, onChange }: { column: Column; value: number | null; onChange: (value: unknown) => void }) {
  const t = useT()
  const percent = column.type === 'number' && column.settings.format === 'percent'
  const factor = percent ? 100 : 1
  return (
    <InputNumber
      size="small"
      className="condition-line__value"
      placeholder={t('grid.value')}
      value={value === null ? null : Number((value * factor).toFixed(10))}
      suffix={percent ? '%' : null}
      onChange={(next) => onChange(typeof next === 'number' ? next / factor : null)}
    />
  )
}
