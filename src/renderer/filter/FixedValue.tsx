import { Input } from 'antd'
import { assertNever } from '#shared/lib/assertNever.ts'
import type { Column } from '#shared/model/column.ts'
import { datePeriodSchema, dateTermSchema } from '#shared/model/dateTerm.ts'
import { useT } from '#renderer/ui/lang.ts'
import { DateSpanField } from './fields/DateSpanField.tsx'
import { DateTermField } from './fields/DateTermField.tsx'
import { IdsField } from './fields/IdsField.tsx'
import { ListField } from './fields/ListField.tsx'
import { CountField, NumberField, RangeField } from './fields/NumberField.tsx'
import { PatternField } from './fields/PatternField.tsx'
import { PeriodField } from './fields/PeriodField.tsx'
import { PlacesField } from './fields/PlacesField.tsx'
import type { ConditionDraft } from './filterDraft.ts'

type FixedValueProps = { column: Column; condition: ConditionDraft; onChange: (value: unknown) => void }

/** A value to compare with, as the operator wants it. */
export function FixedValue({ column, condition, onChange }: FixedValueProps) {
  const t = useT()
  const { operator, value } = condition
  switch (operator) {
    case 'isEmpty':
    case 'isNotEmpty':
    case 'isChecked':
    case 'isUnchecked':
    case 'isMe':
    case 'isNotMe':
    case 'linkedAny':
    case 'linkedAll':
    case 'linkedNone':
      return null
    case 'contains':
    case 'notContains':
    case 'is':
    case 'isNot':
    case 'startsWith':
    case 'endsWith':
      return (
        <Input
          size="small"
          className="condition-line__field"
          placeholder={t('grid.value')}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'matches':
    case 'notMatches':
      return <PatternField value={typeof value === 'string' ? value : ''} onChange={onChange} />
    case 'isAnyOf':
    case 'isNoneOf':
      return <ListField value={listOf(value)} placeholder={t('filter.texts')} onChange={onChange} />
    case 'equalsAny':
    case 'equalsNone':
      return (
        <ListField
          value={listOf(value)}
          placeholder={t('filter.numbers')}
          onChange={(texts) => onChange(texts.map(Number).filter((number) => Number.isFinite(number)))}
        />
      )
    case 'lengthEquals':
    case 'longerThan':
    case 'shorterThan':
      return <CountField value={value} suffix={t('filter.characters')} onChange={onChange} />
    case 'linksEqual':
    case 'linksMoreThan':
    case 'linksFewerThan':
      return <CountField value={value} suffix={t('filter.rows')} onChange={onChange} />
    case 'equal':
    case 'notEqual':
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return <NumberField column={column} value={value} label={t('grid.value')} onChange={onChange} />
    case 'between':
    case 'notBetween':
      return <RangeField column={column} value={value} onChange={onChange} />
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
    case 'betweenDates':
    case 'notBetweenDates':
      return <DateSpanField value={value} onChange={onChange} />
    case 'within':
    case 'notWithin':
    case 'anniversaryWithin':
      return <PeriodField value={datePeriodSchema.safeParse(value).data ?? null} onChange={onChange} />
    case 'onWeekday':
      return <PlacesField names={t('filter.weekdays')} value={value} onChange={onChange} />
    case 'inMonth':
      return <PlacesField names={t('filter.months')} value={value} onChange={onChange} />
    default:
      return assertNever(operator)
  }
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
