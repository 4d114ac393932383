import { useMemo } from 'react'
import type { CellValue } from '#shared/model/cell.ts'
import { optionColorKey } from '#shared/model/optionColors.ts'
import type { Schema } from '../client/schema.ts'
import { useSchema } from '../client/useBase.ts'
import { useFormat } from '../client/useFormat.ts'
import { useLang, useT } from '../ui/lang.ts'
import type { LineParams } from './lineComps.ts'

/** What heads of groups and the adding line say. */
export function useLineParams(): LineParams {
  const t = useT()
  const lang = useLang()
  const schema = useSchema()
  const format = useFormat()
  return useMemo(
    () => ({
      addRow: t('grid.addRow'),
      groupEmpty: t('grid.groupEmpty'),
      collapse: t('grid.collapse'),
      expand: t('grid.expand'),
      columnName: (columnId) => schema.column(columnId)?.name ?? '',
      color: (columnId, value) => colorOf(schema, columnId, value),
      format: (columnId, value) => {
        const column = schema.column(columnId)
        return column === undefined ? '' : format(column, value)
      },
      count: (count) => count.toLocaleString(lang),
    }),
    [t, lang, schema, format],
  )
}

function colorOf(schema: Schema, columnId: number, value: CellValue): string | null {
  const column = schema.column(columnId)
  if (column === undefined || typeof value !== 'number') return null
  const shown = schema.shown(column)
  switch (shown.type) {
    case 'singleSelect':
      return optionColorKey(shown.settings.options.find((option) => option.id === value)?.color ?? 'gray')
    case 'member':
    case 'createdBy':
    case 'modifiedBy':
      return optionColorKey(schema.member(value)?.color ?? 'gray')
    default:
      return null
  }
}
