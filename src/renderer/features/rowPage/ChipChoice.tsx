import type { Option } from '#shared/model/option.ts'
import { classes } from '../../ui/classes.ts'
import { optionStyle } from '../../ui/tokens/optionColorStyle.ts'
import './chipChoice.css'

type ChipChoiceProps = { label: string; options: readonly Option[]; chosen: number | null; onChoose: (id: number | null) => void }

/** All options of a select side by side: one click chooses, another takes it back. */
export function ChipChoice({ label, options, chosen, onChoose }: ChipChoiceProps) {
  return (
    <div className="chip-choice" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          className={classes('chip-choice__chip', chosen === option.id && 'chip-choice__chip--chosen')}
          style={optionStyle(option.color)}
          aria-pressed={chosen === option.id}
          onClick={() => onChoose(chosen === option.id ? null : option.id)}
        >
          {option.name}
        </button>
      ))}
    </div>
  )
}
