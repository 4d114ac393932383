import type { Option } from '#shared/model/option.ts'
import { Line } from './NumberLine.tsx'
import type { RuleLine } from './ruleLines.ts'

type LineClassesProps = { lines: readonly RuleLine[]; options: readonly Option[]; onChange: (index: number, optionId: number) => void }

/** Lines whose conditions stand and whose classes may be others. */
export function LineClasses({ lines, options, onChange }: LineClassesProps) {
  return (
    <div className="rule__part">
      {lines.map((line, index) =>
        'points' in line ? null : (
          <Line
            key={index}
            option={options.find(({ id }) => id === line.optionId)}
            choice={{ options, onChange: (optionId) => onChange(index, optionId) }}
          >
            <span className="number-line__text">{line.text}</span>
          </Line>
        ),
      )}
    </div>
  )
}
