import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useT } from '../../ui/lang.ts'
import type { Period } from './periods.ts'

/** The first and the last day of a period of one's own. */
export function CustomPeriod({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const t = useT()
  const day = (value: string | null) => (value === null ? null : dayjs(value))
  return (
    <DatePicker.RangePicker
      value={[day(period.from), day(period.to)]}
      allowClear={false}
      placeholder={[t('report.screen.from'), t('report.screen.to')]}
      onChange={(days) => onChange({ from: days?.[0]?.format('YYYY-MM-DD') ?? null, to: days?.[1]?.format('YYYY-MM-DD') ?? null })}
    />
  )
}
