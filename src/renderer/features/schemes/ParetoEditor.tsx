import { useT } from '../../ui/lang.ts'
import type { EditorOf } from './BandsEditor.tsx'
import { Line, NumberLine } from './NumberLine.tsx'
import { setAbsolute, setShare } from './ruleEdit.ts'

/** Up to which share of the total each class goes, and the fixed amounts for a small book. */
export function ParetoEditor({ rule, options, problems, onChange }: EditorOf<'pareto'>) {
  const t = useT()
  const named = (id: number) => options.find((option) => option.id === id)
  return (
    <>
      <div className="rule__part">
        {rule.shares.map((share, index) =>
          index === rule.shares.length - 1 ? (
            <Line key={index} option={named(share.optionId)}>
              <span>{t('schemes.rule.shareRest')}</span>
            </Line>
          ) : (
            <NumberLine
              key={index}
              option={named(share.optionId)}
              before={t('schemes.edit.shareBefore')}
              after={t('schemes.edit.shareAfter')}
              label={named(share.optionId)?.name ?? ''}
              value={Math.round(share.below * 1000) / 10}
              problem={problems.find((problem) => problem.part === 'shares' && problem.index === index)}
              onChange={(below) => onChange(setShare(rule, index, below / 100))}
            />
          ),
        )}
        <Line option={named(rule.nothingOptionId)}>
          <span>{t('schemes.rule.nothing')}</span>
        </Line>
      </div>
      <div className="rule__part">
        <NumberLine
          before={t('schemes.edit.fewBefore')}
          after={t('schemes.edit.fewAfter')}
          label={t('schemes.edit.fewBefore')}
          value={rule.minimumPopulation}
          problem={problems.find((problem) => problem.part === 'minimumPopulation')}
          onChange={(minimumPopulation) => onChange({ ...rule, minimumPopulation })}
        />
        {rule.absolute.map((line, index) =>
          index === rule.absolute.length - 1 ? (
            <Line key={index} option={named(line.optionId)}>
              <span>{t('schemes.rule.shareRest')}</span>
            </Line>
          ) : (
            <NumberLine
              key={index}
              option={named(line.optionId)}
              before={t('schemes.edit.from')}
              after={t('schemes.edit.on')}
              label={named(line.optionId)?.name ?? ''}
              value={line.from}
              problem={problems.find((problem) => problem.part === 'absolute' && problem.index === index)}
              onChange={(from) => onChange(setAbsolute(rule, index, from))}
            />
          ),
        )}
      </div>
    </>
  )
}
