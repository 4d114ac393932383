import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useT } from '../../ui/lang.ts'
import { keptState } from './keptState.ts'

/** The day that analyses of orders reckon from, one for all of them; null: today. */
export const useAsOf = keptState<string | null>(null)

/** Reckons as on an earlier day: old books, a year-end, figures to compare with. Emptied, it is today again. */
export function AsOfChoice({ asOf, onChange }: { asOf: string | null; onChange: (asOf: string | null) => void }) {
  const t = useT()
  return (
    <label className="analysis-choice">
      <span>{t('analysis.asOf')}</span>
      <DatePicker
        aria-label={t('analysis.asOf')}
        value={asOf === null ? null : dayjs(asOf)}
        placeholder={t('analysis.asOf.today')}
        allowClear
        onChange={(day) => onChange(day === null ? null : day.format('YYYY-MM-DD'))}
      />
    </label>
  )
}
