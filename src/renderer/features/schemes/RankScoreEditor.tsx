import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber } from 'antd'
import type { RankScoreRule } from '#shared/model/classRules/rankScoreRule.ts'
import { useBase } from '../../client/useBase.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useT } from '../../ui/lang.ts'
import { percent } from '../../words/metricText.ts'
import { BandsEditor, type EditorOf } from './BandsEditor.tsx'
import { Line } from './NumberLine.tsx'

/** The numbers by which rows are ranked with their weights, and the bands of the score. */
export function RankScoreEditor({ rule, options, problems, tableId, onChange }: EditorOf<'rankScore'> & { tableId: number }) {
  const base = useBase()
  const t = useT()
  const columns = base.columnsOf(tableId).filter((column) => base.shown(column).type === 'number')
  const all = rule.parts.reduce((sum, { weight }) => sum + weight, 0)
  const set = (index: number, part: Partial<RankScoreRule['parts'][number]>) =>
    onChange({ ...rule, parts: rule.parts.map((each, place) => (place === index ? { ...each, ...part } : each)) })
  const unused = columns.find(({ id }) => rule.parts.every(({ columnId }) => columnId !== id))
  return (
    <>
      <ol className="decision-rows">
        {rule.parts.map((part, index) => {
          const problem = problems.find((each) => each.part === 'parts' && each.index === index)
          return (
            <li key={part.columnId} className="decision-row">
              <div className="decision-row__head">
                <InputNumber
                  size="small"
                  min={0}
                  value={Number.isFinite(part.weight) ? part.weight : null}
                  aria-label={t('schemes.edit.weight')}
                  status={problem === undefined ? '' : 'error'}
                  onChange={(weight) => set(index, { weight: weight ?? Number.NaN })}
                />
                <span className="rule__points">{Number.isFinite(part.weight / all) ? percent(part.weight / all) : ''}</span>
                <ColumnSelect
                  columns={columns.filter(({ id }) => id === part.columnId || rule.parts.every(({ columnId }) => columnId !== id))}
                  value={part.columnId}
                  onChange={(columnId) => set(index, { columnId })}
                />
                <IconButton
                  label={t('schemes.edit.remove')}
                  icon={<DeleteOutlined />}
                  disabled={rule.parts.length === 1}
                  onClick={() => onChange({ ...rule, parts: rule.parts.filter((_, place) => place !== index) })}
                />
              </div>
              {problem === undefined ? null : (
                <span className="rule__problem" role="alert">
                  {t(`schemes.problem.${problem.code}`)}
                </span>
              )}
            </li>
          )
        })}
        <li>
          <Button
            size="small"
            icon={<PlusOutlined />}
            disabled={unused === undefined}
            onClick={() => unused !== undefined && onChange({ ...rule, parts: [...rule.parts, { columnId: unused.id, weight: 1 }] })}
          >
            {t('schemes.edit.addNumber')}
          </Button>
        </li>
      </ol>
      <p className="rule__note">{t('schemes.edit.weightNote')}</p>
      <p>{t('schemes.rule.score.bands')}</p>
      <BandsEditor rule={rule} options={options} problems={problems} onChange={onChange} />
      <Line
        option={options.find(({ id }) => id === rule.nothingOptionId)}
        choice={{ options, onChange: (nothingOptionId) => onChange({ ...rule, nothingOptionId }) }}
      >
        <span>{t('schemes.rule.nothing')}</span>
      </Line>
    </>
  )
}
