import type { Option } from '#shared/model/option.ts'
import type { RuleOf } from '#shared/model/scheme.ts'
import { useT } from '../../ui/lang.ts'
import { countsDays } from '../../words/metricText.ts'
import { Line, NumberLine } from './NumberLine.tsx'
import { type RuleProblem, setBand } from './ruleEdit.ts'

export type EditorOf<Kind extends 'bands' | 'percentile' | 'pareto'> = {
  rule: RuleOf<Kind>
  options: readonly Option[]
  problems: RuleProblem[]
  onChange: (rule: RuleOf<Kind>) => void
}

/** Where each band begins. */
export function BandsEditor({ rule, options, problems, onChange }: EditorOf<'bands'>) {
  const t = useT()
  const inDays = countsDays(rule.metric)
  return (
    <div className="rule__part">
      {rule.bands.map((band, index) => {
        const option = options.find((each) => each.id === band.optionId)
        if (index === 0 && band.from === null) {
          return (
            <Line key={index} option={option}>
              <span>{t(inDays ? 'schemes.edit.firstDays' : 'schemes.edit.first')}</span>
            </Line>
          )
        }
        return (
          <NumberLine
            key={index}
            option={option}
            before={t('schemes.edit.from')}
            after={t(inDays ? 'schemes.edit.daysOn' : 'schemes.edit.on')}
            label={option?.name ?? ''}
            value={band.from ?? Number.NaN}
            problem={problems.find((problem) => problem.part === 'bands' && problem.index === index)}
            onChange={(from) => onChange(setBand(rule, index, from))}
          />
        )
      })}
    </div>
  )
}
