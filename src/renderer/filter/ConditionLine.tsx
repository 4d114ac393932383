import { Select } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { useT } from '#renderer/ui/lang.ts'
import { ColumnSelect } from '#renderer/ui/ColumnSelect.tsx'
import { ConditionValue } from './ConditionValue.tsx'
import { newCondition, operatorsOf, withOperator, type ConditionDraft } from './filterDraft.ts'

type ConditionLineProps = {
  condition: ConditionDraft
  columns: readonly Column[]
  onChange: (condition: ConditionDraft) => void
}

/** One condition: which column, what is asked of it, and the value. */
export function ConditionLine({ condition, columns, onChange }: ConditionLineProps) {
  const t = useT()
  const base = useBase()
  const column = base.column(condition.columnId)
  if (column === undefined) return null
  const shown = base.shown(column)
  return (
    <div className="condition-line">
      <ColumnSelect
        columns={columns}
        value={column.id}
        onChange={(id) => {
          const next = base.column(id)
          if (next !== undefined) onChange(newCondition(base.shown(next)))
        }}
      />
      <Select
        size="small"
        className="condition-line__operator"
        value={condition.operator}
        popupMatchSelectWidth={false}
        aria-label={t('grid.filter')}
        options={operatorsOf(shown).map((operator) => ({ value: operator, label: t(`grid.operator.${operator}`) }))}
        onChange={(operator) => onChange(withOperator(condition, operator))}
      />
      <ConditionValue column={shown} condition={condition} onChange={(value) => onChange({ ...condition, value })} />
    </div>
  )
}
