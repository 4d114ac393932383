import { Select } from 'antd'
import type { Column } from '#shared/model/column.ts'
import { classes } from './classes.ts'
import { ColumnTypeIcon } from './ColumnTypeIcon.tsx'
import './columnSelect.css'
import { useT } from './lang.ts'

type ColumnSelectProps = {
  columns: readonly Column[]
  value: number | null
  onChange: (columnId: number) => void
  /** As wide as its form, instead of one of several in a line. */
  wide?: boolean
}

/** One of the columns, found by typing. */
export function ColumnSelect({ columns, value, onChange, wide = false }: ColumnSelectProps) {
  const t = useT()
  return (
    <Select
      size={wide ? 'middle' : 'small'}
      className={classes('column-select', wide && 'column-select--wide')}
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
