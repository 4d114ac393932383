import { NumberOutlined, SwapOutlined } from '@ant-design/icons'
import { InputNumber } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { columnValueSchema } from '#shared/model/filter.ts'
import { useBase } from '#renderer/client/useBase.ts'
import { ColumnSelect } from '#renderer/ui/ColumnSelect.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { useT } from '#renderer/ui/lang.ts'
import { FixedValue } from './FixedValue.tsx'
import { comparableWith, takesColumn, type ConditionDraft } from './filterDraft.ts'

type ConditionValueProps = {
  column: Column
  columns: readonly Column[]
  condition: ConditionDraft
  onChange: (value: unknown) => void
}

/** What a condition compares with: a value as its operator wants it, or another column of the row. */
export function ConditionValue({ column, columns, condition, onChange }: ConditionValueProps) {
  const t = useT()
  const base = useBase()
  const shown = base.shown(column)
  const others = takesColumn(condition.operator) ? comparableWith(column, columns, base.shown) : []
  const compared = columnValueSchema.safeParse(condition.value).data
  const [first] = others
  if (compared === undefined) {
    return (
      <span className="condition-line__value">
        <FixedValue column={shown} condition={condition} onChange={onChange} />
        {first === undefined ? null : (
          <IconButton label={t('filter.withColumn')} icon={<SwapOutlined />} onClick={() => onChange({ kind: 'column', columnId: first.id })} />
        )}
      </span>
    )
  }
  const isDate = ['date', 'dateTime', 'createdTime', 'modifiedTime'].includes(shown.type)
  return (
    <span className="condition-line__value">
      <ColumnSelect columns={others} value={compared.columnId} onChange={(columnId) => onChange({ ...compared, columnId })} />
      {isDate ? (
        <InputNumber
          size="small"
          className="condition-line__days"
          precision={0}
          value={compared.days ?? 0}
          prefix={(compared.days ?? 0) >= 0 ? '+' : null}
          suffix={t('filter.days')}
          aria-label={t('filter.offset')}
          onChange={(days) => onChange({ kind: 'column', columnId: compared.columnId, ...(days === null || days === 0 ? {} : { days }) })}
        />
      ) : null}
      <IconButton label={t('filter.withValue')} icon={<NumberOutlined />} onClick={() => onChange(null)} />
    </span>
  )
}
