import { Select } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { ColumnTypeIcon } from '#renderer/ui/ColumnTypeIcon.tsx'
import { useT } from '#renderer/ui/lang.ts'
import './columnSelect.css'

type ColumnSelectProps = { columns: readonly Column[]; value: number | null; onChange: (columnId: number) => void }

/** One of the columns, found by typing. */
export function ColumnSelect({ columns, value, onChange }: ColumnSelectProps) {
  const t = useT()
  return (
    <Select
      size="small"
      className="column-select"
      value={value}
      placeholder={t('grid.chooseColumn')}
      aria-label={t('grid.chooseColumn')}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'name' }}
      options={columns.map(({ id, name, type }) => ({
        value: id,
        name,
        label: (
          <span className="column-select__name">
            <ColumnTypeIcon type={type} />
            {name}
          </span>
        ),
      }))}
      onChange={onChange}
    />
  )
}
