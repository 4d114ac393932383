import { Segmented, Select } from 'antd'
import type { Column } from '#shared/model/column.ts'
import type { ColorRule } from '#shared/model/coloring.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { FilterPanel } from '#renderer/filter/FilterPanel.tsx'
import { ColorChoice } from '#renderer/ui/ColorChoice.tsx'
import { ColumnSelect } from '#renderer/ui/ColumnSelect.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { columnsForRule, withColorCount, withRuleColumn } from './colorEdit.ts'

type ColorRuleLineProps = { rule: ColorRule; columns: readonly Column[]; onChange: (rule: ColorRule) => void }

/** One rule: what it looks at, its colours, and what it colours. */
export function ColorRuleLine({ rule, columns, onChange }: ColorRuleLineProps) {
  const t = useT()
  const base = useBase()
  return (
    <>
      <div className="color-panel__line">
        {rule.kind === 'filter' || rule.kind === 'duplicates' ? (
          <ColorChoice color={rule.color} label={t('colors.choose')} onChoose={(color) => onChange({ ...rule, color })} />
        ) : null}
        <span className="color-panel__kind">{t(`colors.kind.${rule.kind}`)}</span>
        {rule.kind === 'filter' ? null : (
          <ColumnSelect
            columns={columnsForRule(rule.kind, columns, base.shown)}
            value={rule.columnId}
            onChange={(columnId) => onChange(withRuleColumn(rule, columnId))}
          />
        )}
        {rule.kind === 'scale' ? <ScaleColors rule={rule} onChange={onChange} /> : null}
      </div>
      {rule.kind === 'filter' ? (
        <FilterPanel filter={rule.filter} columns={columns} firstColumnId={null} onChange={(filter) => onChange({ ...rule, filter })} />
      ) : null}
      <div className="color-panel__line">
        <Segmented<'row' | 'cells'>
          size="small"
          value={rule.target.kind}
          options={[
            { value: 'row', label: t('colors.target.row') },
            { value: 'cells', label: t('colors.target.cells') },
          ]}
          onChange={(kind) =>
            onChange({ ...rule, target: kind === 'row' ? { kind } : { kind, columnIds: rule.kind === 'filter' ? [] : [rule.columnId] } })
          }
        />
        {rule.target.kind === 'cells' ? (
          <Select<number[]>
            mode="multiple"
            size="small"
            className="color-panel__cells"
            placeholder={t('colors.whichColumns')}
            maxTagCount="responsive"
            showSearch={{ optionFilterProp: 'label' }}
            value={rule.target.columnIds}
            options={columns.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(columnIds) => onChange({ ...rule, target: { kind: 'cells', columnIds } })}
          />
        ) : null}
      </div>
    </>
  )
}

const twoPlaces = ['least', 'greatest'] as const
const threePlaces = ['least', 'middle', 'greatest'] as const

type ScaleRule = Extract<ColorRule, { kind: 'scale' }>

/** The colours of a scale from the least value to the greatest, and where those are taken. */
function ScaleColors({ rule, onChange }: { rule: ScaleRule; onChange: (rule: ColorRule) => void }) {
  const t = useT()
  return (
    <>
      <span className="color-panel__scale">
        {(rule.colors.length === 3 ? threePlaces : twoPlaces).map((place, at) => (
          <ColorChoice
            key={place}
            color={rule.colors[at] ?? 'gray'}
            label={t('colors.choose')}
            onChoose={(chosen) => onChange({ ...rule, colors: rule.colors.with(at, chosen) })}
          />
        ))}
      </span>
      <Segmented<2 | 3>
        size="small"
        value={rule.colors.length === 3 ? 3 : 2}
        options={[
          { value: 2, label: t('colors.two') },
          { value: 3, label: t('colors.three') },
        ]}
        onChange={(count) => onChange(withColorCount(rule, count))}
      />
      <Select<ScaleRule['ends']>
        size="small"
        value={rule.ends}
        popupMatchSelectWidth={false}
        aria-label={t('colors.ends')}
        options={(['extremes', 'percentiles'] as const).map((ends) => ({ value: ends, label: t(`colors.ends.${ends}`) }))}
        onChange={(ends) => onChange({ ...rule, ends })}
      />
    </>
  )
}
