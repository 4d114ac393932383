import { Button, Select } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { columnValueSchema } from '#shared/model/filter.ts'
import type { ReactNode } from 'react'
import { useBase } from '#renderer/client/useBase.ts'
import { useT } from '#renderer/ui/lang.ts'
import { ColumnSelect } from '#renderer/ui/ColumnSelect.tsx'
import { ConditionValue } from './ConditionValue.tsx'
import { newCondition, operatorsOf, withOperator, type ConditionDraft } from './filterDraft.ts'

type ConditionLineProps = {
  condition: ConditionDraft
  columns: readonly Column[]
  onChange: (condition: ConditionDraft) => void
  onRemove: () => void
  /** What is asked of linked rows. */
  children: ReactNode
}

/** One condition: which column, what is asked of it, and the value. */
export function ConditionLine({ condition, columns, onChange, onRemove, children }: ConditionLineProps) {
  const t = useT()
  const base = useBase()
  const column = base.column(condition.columnId)
  if (column === undefined) return <Gone text={t('filter.columnGone')} onRemove={onRemove} />
  const shown = base.shown(column)
  const compared = columnValueSchema.safeParse(condition.value).data
  const isOtherGone = compared !== undefined && base.column(compared.columnId) === undefined
  return (
    <>
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
          aria-label={t('filter.operator')}
          options={operatorsOf(shown).map((operator) => ({ value: operator, label: t(`filter.operator.${operator}`) }))}
          onChange={(operator) => onChange(withOperator(condition, operator))}
        />
        <ConditionValue column={column} columns={columns} condition={condition} onChange={(value) => onChange({ ...condition, value })} />
      </div>
      {isOtherGone ? <Gone text={t('filter.otherGone')} onRemove={onRemove} /> : null}
      {children}
    </>
  )
}

function Gone({ text, onRemove }: { text: string; onRemove: () => void }) {
  const t = useT()
  return (
    <p className="condition-line__gone" role="status">
      {text}
      <Button type="link" size="small" onClick={onRemove}>
        {t('filter.removeGone')}
      </Button>
    </p>
  )
}
