import { Select } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { ColumnTypeIcon } from '../../ui/ColumnTypeIcon.tsx'
import { useT } from '../../ui/lang.ts'

/** Chooses one of some columns, by name and the sign of its type. */
export function ColumnSelect({
  columns,
  value,
  onChange,
}: {
  columns: readonly Column[]
  value: number | null
  onChange: (columnId: number) => void
}) {
  const t = useT()
  return (
    <Select
      value={value}
      placeholder={t('columnDialog.rollup.chooseColumn')}
      showSearch={{ optionFilterProp: 'title' }}
      options={columns.map((column) => ({
        value: column.id,
        title: column.name,
        label: (
          <span>
            <ColumnTypeIcon type={column.type} /> {column.name}
          </span>
        ),
      }))}
      onChange={onChange}
    />
  )
}
