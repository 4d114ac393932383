import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { DateTerm } from '#shared/model/dateTerm.ts'
import { useT } from '#renderer/ui/lang.ts'
import { AmountField } from './AmountField.tsx'

type DateTermFieldProps = { value: DateTerm | null; onChange: (value: DateTerm | null) => void }

/** A day: today and its neighbours, so many days, weeks, months or years away, or one of the calendar. */
export function DateTermField({ value, onChange }: DateTermFieldProps) {
  const t = useT()
  const choice = value === null ? 'exact' : choiceOf(value)
  return (
    <>
      <Select
        size="small"
        value={choice}
        popupMatchSelectWidth={false}
        options={choices.map((one) => ({ value: one, label: t(`filter.term.${one}`) }))}
        onChange={(next) => onChange(terms[next])}
      />
      {choice === 'exact' ? (
        <DatePicker
          size="small"
          value={value?.kind === 'exact' ? dayjs(value.date) : null}
          onChange={(day) => onChange(day?.isValid() === true ? { kind: 'exact', date: day.format('YYYY-MM-DD') } : null)}
        />
      ) : null}
      {value?.kind === 'daysAgo' || value?.kind === 'daysFromNow' ? (
        <AmountField least={0} value={value.days} suffix={t('filter.days')} onChange={(days) => onChange({ kind: value.kind, days })} />
      ) : null}
      {value?.kind === 'ago' || value?.kind === 'fromNow' ? (
        <AmountField least={0} value={value.count} suffix={t(`filter.unit.${value.unit}`)} onChange={(count) => onChange({ ...value, count })} />
      ) : null}
    </>
  )
}

/** What each choice begins with. */
const terms = {
  today: { kind: 'today' },
  yesterday: { kind: 'yesterday' },
  tomorrow: { kind: 'tomorrow' },
  daysAgo: { kind: 'daysAgo', days: 7 },
  'ago.week': { kind: 'ago', unit: 'week', count: 1 },
  'ago.month': { kind: 'ago', unit: 'month', count: 1 },
  'ago.year': { kind: 'ago', unit: 'year', count: 1 },
  daysFromNow: { kind: 'daysFromNow', days: 7 },
  'fromNow.week': { kind: 'fromNow', unit: 'week', count: 1 },
  'fromNow.month': { kind: 'fromNow', unit: 'month', count: 1 },
  'fromNow.year': { kind: 'fromNow', unit: 'year', count: 1 },
  exact: null,
} as const satisfies Record<string, DateTerm | null>

const choices = [
  'exact',
  'today',
  'yesterday',
  'tomorrow',
  'daysAgo',
  'ago.week',
  'ago.month',
  'ago.year',
  'daysFromNow',
  'fromNow.week',
  'fromNow.month',
  'fromNow.year',
] as const satisfies (keyof typeof terms)[]

const choiceOf = (term: DateTerm): (typeof choices)[number] =>
  term.kind === 'ago' || term.kind === 'fromNow' ? `${term.kind}.${term.unit}` : term.kind
