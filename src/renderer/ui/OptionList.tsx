import { useState } from 'react'
import type { Option } from '#shared/model/option.ts'
import { OptionLine } from './OptionLine.tsx'
import { changeOption, moveOption, removeOption } from './optionOrder.ts'

type OptionListProps = {
  options: readonly Option[]
  /** Options that cannot be removed. */
  fixed: ReadonlySet<number>
  /** What is wrong with an option, in words. */
  problemOf: (option: Option) => string | null
  onChange: (options: Option[]) => void
}

/** Options by name and colour, put in order by dragging or by keys. */
export function OptionList({ options, fixed, problemOf, onChange }: OptionListProps) {
  const [dragged, setDragged] = useState<number | null>(null)
  return (
    <ul className="option-fields">
      {options.map((option, position) => (
        <OptionLine
          key={option.id}
          option={option}
          isFixed={fixed.has(option.id)}
          problem={problemOf(option)}
          onChange={(change) => onChange(changeOption(options, option.id, change))}
          onMove={(by) => onChange(moveOption(options, option.id, Math.max(0, position + by)))}
          onRemove={() => onChange(removeOption(options, option.id))}
          onDragStart={() => setDragged(option.id)}
          onDragOver={() => {
            if (dragged !== null && dragged !== option.id) onChange(moveOption(options, dragged, position))
          }}
        />
      ))}
    </ul>
  )
}
