import { DatePicker, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import type { DateTerm } from '#shared/model/filter.ts'
import { useT } from '#renderer/ui/lang.ts'

type DateTermFieldProps = { value: DateTerm | null; onChange: (value: DateTerm | null) => void }

/** A day: today and its neighbours, so many days away, or one of the calendar. */
export function DateTermField({ value, onChange }: DateTermFieldProps) {
  const t = useT()
  const kind = value?.kind ?? 'exact'
  return (
    <span className="condition-line__value">
      <Select
        size="small"
        value={kind}
        popupMatchSelectWidth={false}
        options={kinds.map((one) => ({ value: one, label: t(`grid.term.${one}`) }))}
        onChange={(next) => onChange(termOf(next))}
      />
      {kind === 'exact' ? (
        <DatePicker
          size="small"
          value={value?.kind === 'exact' ? dayjs(value.date) : null}
          onChange={(day) => onChange(day?.isValid() === true ? { kind: 'exact', date: day.format('YYYY-MM-DD') } : null)}
        />
      ) : null}
      {value?.kind === 'daysAgo' || value?.kind === 'daysFromNow' ? (
        <InputNumber
          size="small"
          min={0}
          precision={0}
          value={value.days}
          suffix={t('grid.days')}
          onChange={(days) => onChange({ kind: value.kind, days: days ?? 0 })}
        />
      ) : null}
    </span>
  )
}

const kinds = ['today', 'yesterday', 'tomorrow', 'daysAgo', 'daysFromNow', 'exact'] as const

function termOf(kind: (typeof kinds)[number]): DateTerm | null {
  if (kind === 'exact') return null
  return kind === 'daysAgo' || kind === 'daysFromNow' ? { kind, days: 7 } : { kind }
}
