import { Segmented } from 'antd'
import { binsOf, type RfmRule } from '#shared/model/classRules/rfmRule.ts'
import { useT } from '../../ui/lang.ts'
import { useWords } from '../../words/useWords.ts'
import type { EditorOf } from './BandsEditor.tsx'
import { LineClasses } from './LineClasses.tsx'
import { NumberLine } from './NumberLine.tsx'
import { ruleParts } from './ruleLines.ts'

/** What is near, often and much: given numbers, the average, or as many customers on each side. Of two bins; five are by numbers of customers. */
export function RfmEditor({ rule, options, problems, onChange }: EditorOf<'rfm'>) {
  const t = useT()
  const words = useWords()
  const [told] = ruleParts(rule, null, words, t)
  const segments = (
    <LineClasses
      lines={told?.lines.slice(0, rule.segments.length) ?? []}
      options={options}
      onChange={(index, optionId) =>
        onChange({ ...rule, segments: rule.segments.map((segment, place) => (place === index ? { ...segment, optionId } : segment)) })
      }
    />
  )
  const { cuts } = rule
  const bins = binsOf(rule)
  const isPairs = bins.r === 2 && bins.f === 2 && bins.m === 2
  const setKind = (kind: 'fixed' | 'mean' | 'quantile') => onChange({ ...rule, cuts: usualCuts[kind] })
  if (!isPairs) {
    return (
      <>
        {segments}
        <p className="rule__note">{t('schemes.rule.rfm.quantile')}</p>
      </>
    )
  }
  return (
    <>
      <div className="rule__part">
        <Segmented
          value={cuts.kind}
          options={(['fixed', 'mean', 'quantile'] as const).map((value) => ({ value, label: t(`schemes.rfm.${value}`) }))}
          onChange={setKind}
        />
        {cuts.kind === 'fixed' ? (
          <>
            {(['recency', 'frequency', 'monetary'] as const).map((name, index) => (
              <NumberLine
                key={name}
                before={t(`schemes.rfm.${name}`)}
                after={t(`schemes.rfm.${name}.unit`)}
                label={t(`schemes.rfm.${name}`)}
                value={cuts[name][0] ?? Number.NaN}
                problem={problems.find((problem) => problem.part === 'rfm' && problem.index === index)}
                onChange={(value) => onChange({ ...rule, cuts: { ...cuts, [name]: [value] } })}
              />
            ))}
          </>
        ) : (
          <p className="rule__note">{t(cuts.kind === 'mean' ? 'schemes.rule.rfm.mean' : 'schemes.rule.rfm.quantile')}</p>
        )}
      </div>
      {segments}
    </>
  )
}

const usualCuts: Record<'fixed' | 'mean' | 'quantile', RfmRule['cuts']> = {
  fixed: { kind: 'fixed', recency: [90], frequency: [3], monetary: [10_000] },
  mean: { kind: 'mean' },
  quantile: { kind: 'quantile', bins: 2, method: 'atMost' },
}
