import { InputNumber } from 'antd'

type AmountFieldProps = {
  value: number
  /** What an emptied field counts as, too. */ least: 0 | 1
  suffix: string
  onChange: (value: number) => void
}

/** How many days, weeks, months or years. */
export function AmountField({ value, least, suffix, onChange }: AmountFieldProps) {
  return (
    <InputNumber
      size="small"
      className="condition-line__amount"
      min={least}
      max={9999}
      precision={0}
      value={value}
      suffix={suffix}
      aria-label={suffix}
      onChange={(next) => onChange(Math.max(least, next ?? least))}
    />
  )
}
