import { Select } from 'antd'

type ChoiceProps<Value extends string | number> = {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** One parameter of an analysis: its name and what it may be. */
export function Choice<Value extends string | number>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <label className="analysis-choice">
      <span>{label}</span>
      <Select value={value} aria-label={label} popupMatchSelectWidth={false} options={[...options]} onChange={onChange} />
    </label>
  )
}
