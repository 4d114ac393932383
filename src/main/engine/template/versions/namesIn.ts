import { displayColumn } from '#shared/model/columns/display.ts'
import { isSelect } from '#shared/model/columns/selects.ts'
import type { Schema } from '../../context.ts'
import type { NamesOf } from './fingerprint.ts'

/** What a base calls its columns and options, whatever their owner calls them. */
export function namesIn(schema: Schema): NamesOf {
  return {
    column: (id) => schema.columns.get(id)?.role ?? null,
    option: (columnId, id) => {
      const column = schema.columns.get(columnId)
      const shown = column === undefined ? undefined : displayColumn(column, schema.columns)
      const option = shown !== undefined && isSelect(shown) ? shown.settings.options.find((each) => each.id === id) : undefined
      return option?.code === undefined ? null : `option ${option.code}`
    },
  }
}
