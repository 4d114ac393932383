import { InputNumber, Select } from 'antd'
import type { DatePeriod } from '#shared/model/filter.ts'
import { useT } from '#renderer/ui/lang.ts'

type PeriodFieldProps = { value: DatePeriod | null; onChange: (value: DatePeriod) => void }

/** A span of days around today. */
export function PeriodField({ value, onChange }: PeriodFieldProps) {
  const t = useT()
  return (
    <span className="condition-line__value">
      <Select
        size="small"
        value={value?.kind ?? null}
        placeholder={t('grid.value')}
        popupMatchSelectWidth={false}
        options={kinds.map((kind) => ({ value: kind, label: t(`grid.period.${kind}`) }))}
        onChange={(kind) => onChange(periodOf(kind))}
      />
      {value?.kind === 'pastDays' || value?.kind === 'nextDays' ? (
        <InputNumber
          size="small"
          min={1}
          precision={0}
          value={value.days}
          suffix={t('grid.days')}
          onChange={(days) => onChange({ kind: value.kind, days: Math.max(1, days ?? 1) })}
        />
      ) : null}
    </span>
  )
}

const kinds = ['thisWeek', 'lastWeek', 'nextWeek', 'thisMonth', 'lastMonth', 'nextMonth', 'thisYear', 'lastYear', 'pastDays', 'nextDays'] as const

function periodOf(kind: (typeof kinds)[number]): DatePeriod {
  return kind === 'pastDays' || kind === 'nextDays' ? { kind, days: 30 } : { kind }
}
