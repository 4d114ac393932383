import type { Column, ColumnOf } from '../column.ts'
import type { Option } from '../option.ts'

export type SelectColumn = ColumnOf<'singleSelect'> | ColumnOf<'multipleSelect'>

/** Whether the cells of a column name options, one or several. */
export const isSelect = (column: Column): column is SelectColumn => column.type === 'singleSelect' || column.type === 'multipleSelect'

/** The options of a select; none of any other column. */
export const optionsOf = (column: Column | undefined): readonly Option[] => (column !== undefined && isSelect(column) ? column.settings.options : [])
