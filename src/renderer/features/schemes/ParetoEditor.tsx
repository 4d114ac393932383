import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import type { EditorOf } from './BandsEditor.tsx'
import { addShare, removeShare } from './lineEdit.ts'
import { Line, NumberLine } from './NumberLine.tsx'
import { setAbsolute, setShare } from './ruleEdit.ts'

/** Up to which share of the total each class goes, and the fixed amounts for a small book. */
export function ParetoEditor({ rule, options, problems, onChange }: EditorOf<'pareto'>) {
  const t = useT()
  const named = (id: number) => options.find((option) => option.id === id)
  const choose = (set: (optionId: number) => void) => ({ options, onChange: set })
  // The fixed numbers stand for the same classes.
  const setShares = (index: number, optionId: number) => {
    const was = rule.shares[index]?.optionId
    onChange({
      ...rule,
      shares: rule.shares.map((share, place) => (place === index ? { ...share, optionId } : share)),
      absolute: rule.absolute.map((line) => (line.optionId === was ? { ...line, optionId } : line)),
    })
  }
  return (
    <>
      <div className="rule__part">
        {rule.shares.map((share, index) =>
          index === rule.shares.length - 1 ? (
            <Line key={index} option={named(share.optionId)} choice={choose((optionId) => setShares(index, optionId))}>
              <span>{t('schemes.rule.shareRest')}</span>
            </Line>
          ) : (
            <NumberLine
              key={index}
              option={named(share.optionId)}
              choice={choose((optionId) => setShares(index, optionId))}
              end={<IconButton label={t('schemes.edit.removeBand')} icon={<DeleteOutlined />} onClick={() => onChange(removeShare(rule, index))} />}
              before={t('schemes.edit.shareBefore')}
              after={t('schemes.edit.shareAfter')}
              label={named(share.optionId)?.name ?? ''}
              value={Math.round(share.below * 1000) / 10}
              problem={problems.find((problem) => problem.part === 'shares' && problem.index === index)}
              onChange={(below) => onChange(setShare(rule, index, below / 100))}
            />
          ),
        )}
        <Line option={named(rule.nothingOptionId)} choice={choose((nothingOptionId) => onChange({ ...rule, nothingOptionId }))}>
          <span>{t('schemes.rule.nothing')}</span>
        </Line>
        <Button size="small" icon={<PlusOutlined />} disabled={options.length === 0} onClick={() => onChange(addShare(rule, options))}>
          {t('schemes.edit.addBand')}
        </Button>
        <Checkbox
          checked={rule.counting === 'within'}
          onChange={(event) => {
            const { counting: _, ...others } = rule
            onChange(event.target.checked ? { ...others, counting: 'within' } : others)
          }}
        >
          <span title={t('schemes.edit.shareWithin.what')}>{t('schemes.edit.shareWithin')}</span>
        </Checkbox>
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
