import { InputNumber } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { useT } from '#renderer/ui/lang.ts'

type NumberFieldProps = { column: Column; value: unknown; label: string; onChange: (value: number | null) => void }

/** A number; percentages are written as they are read: 20 for 0.2. */
export function NumberField({ column, value, label, onChange }: NumberFieldProps) {
  const percent = column.type === 'number' && column.settings.format === 'percent'
  const factor = percent ? 100 : 1
  return (
    <InputNumber
      size="small"
      className="condition-line__field"
      placeholder={label}
      aria-label={label}
      value={typeof value === 'number' ? Number((value * factor).toFixed(10)) : null}
      suffix={percent ? '%' : null}
      onChange={(next) => onChange(typeof next === 'number' ? next / factor : null)}
    />
  )
}

/** Two numbers, both of which count. */
export function RangeField({ column, value, onChange }: { column: Column; value: unknown; onChange: (value: unknown) => void }) {
  const t = useT()
  const { from, to } = endsOf(value)
  return (
    <>
      <NumberField column={column} value={from} label={t('filter.from')} onChange={(next) => onChange({ from: next, to })} />
      <NumberField column={column} value={to} label={t('filter.to')} onChange={(next) => onChange({ from, to: next })} />
    </>
  )
}

/** How many characters or rows. */
export function CountField({ value, suffix, onChange }: { value: unknown; suffix: string; onChange: (value: number | null) => void }) {
  return (
    <InputNumber
      size="small"
      className="condition-line__field"
      min={0}
      precision={0}
      value={typeof value === 'number' ? value : null}
      suffix={suffix}
      aria-label={suffix}
      onChange={onChange}
    />
  )
}

/** The two ends of a span that is being written. */
export function endsOf(value: unknown): { from: unknown; to: unknown } {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return { from: null, to: null }
  return { from: value.from, to: value.to }
}
