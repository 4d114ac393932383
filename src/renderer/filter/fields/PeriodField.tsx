import { Select } from 'antd'
import type { DatePeriod } from '#shared/model/dateTerm.ts'
import { useT } from '#renderer/ui/lang.ts'
import { AmountField } from './AmountField.tsx'

type PeriodFieldProps = { value: DatePeriod | null; onChange: (value: DatePeriod) => void }

/** A span of days around today. */
export function PeriodField({ value, onChange }: PeriodFieldProps) {
  const t = useT()
  return (
    <>
      <Select
        size="small"
        className="condition-line__period"
        value={value === null ? null : choiceOf(value)}
        placeholder={t('grid.value')}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={choices.map((one) => ({ value: one, label: t(`filter.period.${one}`) }))}
        onChange={(next) => onChange(periodOf(next))}
      />
      {value?.kind === 'pastDays' || value?.kind === 'nextDays' ? (
        <AmountField least={1} value={value.days} suffix={t('filter.days')} onChange={(days) => onChange({ kind: value.kind, days })} />
      ) : null}
      {value?.kind === 'past' || value?.kind === 'next' ? (
        <AmountField least={1} value={value.count} suffix={t(`filter.unit.${value.unit}`)} onChange={(count) => onChange({ ...value, count })} />
      ) : null}
    </>
  )
}

const counted = ['pastDays', 'past.week', 'past.month', 'past.year', 'nextDays', 'next.week', 'next.month', 'next.year'] as const
const named = [
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisQuarter',
  'lastQuarter',
  'nextQuarter',
  'thisHalfYear',
  'lastHalfYear',
  'nextHalfYear',
  'thisYear',
  'lastYear',
  'nextYear',
] as const
const choices = [...named, ...counted]
type Choice = (typeof choices)[number]

const choiceOf = (period: DatePeriod): Choice => (period.kind === 'past' || period.kind === 'next' ? `${period.kind}.${period.unit}` : period.kind)

function periodOf(choice: Choice): DatePeriod {
  switch (choice) {
    case 'pastDays':
    case 'nextDays':
      return { kind: choice, days: 30 }
    case 'past.week':
    case 'next.week':
      return { kind: choice === 'past.week' ? 'past' : 'next', unit: 'week', count: 2 }
    case 'past.month':
    case 'next.month':
      return { kind: choice === 'past.month' ? 'past' : 'next', unit: 'month', count: 3 }
    case 'past.year':
    case 'next.year':
      return { kind: choice === 'past.year' ? 'past' : 'next', unit: 'year', count: 1 }
    default:
      return { kind: choice }
  }
}
