import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Option } from '#shared/model/option.ts'
import type { Rule, RuleOf } from '#shared/model/scheme.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import { countsDays } from '../../words/metricText.ts'
import { Line, NumberLine } from './NumberLine.tsx'
import { addBand, removeBand } from './lineEdit.ts'
import { type Banded, type RuleProblem, setBand } from './ruleEdit.ts'

export type EditorOf<Kind extends Rule['kind']> = {
  rule: RuleOf<Kind>
  options: readonly Option[]
  problems: RuleProblem[]
  onChange: (rule: RuleOf<Kind>) => void
}

type BandsEditorProps<Each extends Banded> = Omit<EditorOf<'bands'>, 'rule' | 'onChange'> & { rule: Each; onChange: (rule: Each) => void }

/** Where each band begins. */
export function BandsEditor<Each extends Banded>({ rule, options, problems, onChange }: BandsEditorProps<Each>) {
  const t = useT()
  const inDays = rule.kind === 'bands' && countsDays(rule.metric)
  // Likelihoods are told in per cent.
  const scale = rule.kind === 'alive' ? 100 : 1
  const setClass = (index: number, optionId: number) =>
    onChange({ ...rule, bands: rule.bands.map((band, place) => (place === index ? { ...band, optionId } : band)) })
  const remove = (index: number) =>
    rule.bands.length === 1 ? null : (
      <IconButton label={t('schemes.edit.removeBand')} icon={<DeleteOutlined />} onClick={() => onChange(removeBand(rule, index))} />
    )
  return (
    <div className="rule__part">
      {rule.bands.map((band, index) => {
        const option = options.find((each) => each.id === band.optionId)
        const choice = { options, onChange: (optionId: number) => setClass(index, optionId) }
        if (index === 0 && band.from === null) {
          return (
            <Line key={index} option={option} choice={choice}>
              <span>{t(inDays ? 'schemes.edit.firstDays' : 'schemes.edit.first')}</span>
              {remove(index)}
            </Line>
          )
        }
        return (
          <NumberLine
            key={index}
            option={option}
            choice={choice}
            end={remove(index)}
            before={t('schemes.edit.from')}
            after={t(inDays ? 'schemes.edit.daysOn' : rule.kind === 'alive' ? 'schemes.edit.percentOn' : 'schemes.edit.on')}
            label={option?.name ?? ''}
            value={band.from === null ? Number.NaN : Math.round(band.from * scale * 1000) / 1000}
            problem={problems.find((problem) => problem.part === 'bands' && problem.index === index)}
            onChange={(from) => onChange(setBand(rule, index, from / scale))}
          />
        )
      })}
      <Button size="small" icon={<PlusOutlined />} disabled={options.length === 0} onClick={() => onChange(addBand(rule, options))}>
        {t('schemes.edit.addBand')}
      </Button>
    </div>
  )
}
