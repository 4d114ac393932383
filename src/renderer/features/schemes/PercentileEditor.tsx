import { Segmented } from 'antd'
import { useT } from '../../ui/lang.ts'
import type { EditorOf } from './BandsEditor.tsx'
import { Line, NumberLine } from './NumberLine.tsx'

const usualTop = 0.8

/** The share at the top, or a fixed amount, that makes the upper class. */
export function PercentileEditor({ rule, options, problems, onChange }: EditorOf<'percentile'>) {
  const t = useT()
  const upper = options.find((option) => option.id === rule.upperOptionId)
  const lower = options.find((option) => option.id === rule.lowerOptionId)
  const upperChoice = { options, onChange: (upperOptionId: number) => onChange({ ...rule, upperOptionId }) }
  const byRank = rule.percentile !== null
  return (
    <div className="rule__part">
      <Segmented
        value={byRank ? 'top' : 'fixed'}
        options={[
          { value: 'top', label: t('schemes.edit.useTop') },
          { value: 'fixed', label: t('schemes.edit.useFixed') },
        ]}
        onChange={(choice) => onChange({ ...rule, percentile: choice === 'top' ? usualTop : null })}
      />
      {rule.percentile === null ? null : (
        <NumberLine
          option={upper}
          choice={upperChoice}
          before={t('schemes.edit.topBefore')}
          after={t('schemes.edit.topAfter')}
          label={t('schemes.edit.topBefore')}
          value={Math.round((1 - rule.percentile) * 1000) / 10}
          problem={problems.find((problem) => problem.part === 'percentile')}
          onChange={(top) => onChange({ ...rule, percentile: 1 - top / 100 })}
        />
      )}
      <NumberLine
        option={upper}
        {...(byRank ? {} : { choice: upperChoice })}
        before={t(byRank ? 'schemes.edit.minimum' : 'schemes.edit.minimumAlone')}
        after=""
        label={t('schemes.edit.minimumAlone')}
        value={rule.minimum}
        problem={problems.find((problem) => problem.part === 'minimum')}
        onChange={(minimum) => onChange({ ...rule, minimum })}
      />
      <Line option={lower} choice={{ options, onChange: (lowerOptionId) => onChange({ ...rule, lowerOptionId }) }}>
        <span>{t('schemes.rule.rest')}</span>
      </Line>
    </div>
  )
}
