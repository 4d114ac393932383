import { Select } from 'antd'
import type { Option } from '#shared/model/option.ts'
import { useT } from '../../ui/lang.ts'
import { ClassChip } from './ClassChip.tsx'

type ClassSelectProps = {
  options: readonly Option[]
  value: number | null
  onChange: (optionId: number) => void
  /** What it is the class of, for assistive software. */
  label?: string
}

/** One of a scheme's classes. */
export function ClassSelect({ options, value, onChange, label }: ClassSelectProps) {
  const t = useT()
  return (
    <Select
      size="small"
      className="class-select"
      variant="borderless"
      popupMatchSelectWidth={false}
      value={value}
      aria-label={label ?? t('schemes.edit.class')}
      options={options.map((option) => ({ value: option.id, label: <ClassChip option={option} /> }))}
      onChange={onChange}
    />
  )
}
