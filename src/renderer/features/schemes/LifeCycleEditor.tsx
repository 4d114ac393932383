import type { LifeCyclePhase, LifeCycleRule } from '#shared/model/classRules/lifeCycleRule.ts'
import { useT } from '../../ui/lang.ts'
import { useWords } from '../../words/useWords.ts'
import type { EditorOf } from './BandsEditor.tsx'
import { LineClasses } from './LineClasses.tsx'
import { NumberLine } from './NumberLine.tsx'
import { ruleParts } from './ruleLines.ts'

const numbers = [
  'usualCycleDays',
  'newDays',
  'maturityOrders',
  'declineCycles',
  'shrink',
  'exitCycles',
  'exitDaysMin',
  'exitDaysMax',
] as const satisfies readonly (keyof LifeCycleRule)[]

/** The phases in the order in which `ruleParts` tells them. */
const toldPhases: readonly LifeCyclePhase[] = ['acquisition', 'exit', 'growth', 'decline', 'maturity']

/** The classes of the phases and the numbers of a life cycle, each with the sentence it stands in. */
export function LifeCycleEditor({ rule, options, problems, onChange }: EditorOf<'lifeCycle'>) {
  const t = useT()
  const words = useWords()
  const [told] = ruleParts(rule, null, words, t)
  return (
    <>
      <LineClasses
        lines={told?.lines ?? []}
        options={options}
        onChange={(index, optionId) => {
          const phase = toldPhases[index]
          if (phase !== undefined) onChange({ ...rule, phases: { ...rule.phases, [phase]: optionId } })
        }}
      />
      <div className="rule__part">
        {numbers.map((name, index) =>
          // How much less is bought is not looked at where no amounts are read.
          name === 'shrink' && rule.amounts === null ? null : (
            <NumberLine
              key={name}
              before={t(`schemes.cycle.${name}`)}
              after={t(`schemes.cycle.${name}.unit`)}
              label={t(`schemes.cycle.${name}`)}
              value={name === 'shrink' ? Math.round(rule.shrink * 1000) / 10 : rule[name]}
              problem={problems.find((problem) => problem.part === 'lifeCycle' && problem.index === index)}
              onChange={(value) => onChange({ ...rule, [name]: name === 'shrink' ? value / 100 : value })}
            />
          ),
        )}
      </div>
    </>
  )
}
