import { Select } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { ColumnTypeIcon } from '../../ui/ColumnTypeIcon.tsx'

type ColumnChoiceProps = { label: string; columns: readonly Column[]; value: number | null; onChange: (columnId: number) => void }

/** A column as a parameter of an analysis, found by typing. */
export function ColumnChoice({ label, columns, value, onChange }: ColumnChoiceProps) {
  return (
    <label className="analysis-choice">
      <span>{label}</span>
      <Select
        value={value}
        aria-label={label}
        className="analysis-choice__column"
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'name' }}
        options={columns.map(({ id, name, type }) => ({
          value: id,
          name,
          label: (
            <span className="analysis-choice__name">
              <ColumnTypeIcon type={type} />
              {name}
            </span>
          ),
        }))}
        onChange={onChange}
      />
    </label>
  )
}
