import { DatePicker } from 'antd'
import dayjs from 'dayjs'

type DayFieldProps = { label: string; value: string; most: string; onChange: (day: string) => void }

/** A day, not after `most`. */
export function DayField({ label, value, most, onChange }: DayFieldProps) {
  return (
    <label className="history-field">
      <span>{label}</span>
      <DatePicker
        size="small"
        value={dayjs(value)}
        allowClear={false}
        disabledDate={(day) => day.format('YYYY-MM-DD') > most}
        onChange={(day) => {
          if (day !== null) onChange(day.format('YYYY-MM-DD'))
        }}
      />
    </label>
  )
}
