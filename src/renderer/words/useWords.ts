import { plainLine } from '#shared/lib/markdown.ts'
import { useMemo } from 'react'
import { useBase } from '../client/useBase.ts'
import { useFormat } from '../client/useFormat.ts'
import { useT } from '../ui/lang.ts'
import type { Words } from './words.ts'

/** Names and values of the open base, for sentences. */
export function useWords(): Words {
  const base = useBase()
  const format = useFormat()
  const t = useT()
  return useMemo(
    () => ({
      column: (columnId) => base.column(columnId)?.name ?? t('common.deletedColumn'),
      value: (columnId, value) => {
        const column = base.column(columnId)
        if (column === undefined) return String(value ?? '')
        // A sentence has no room for marks, nor for the addresses of pictures.
        return column.type === 'longText' ? plainLine(format(column, value)) : format(column, value)
      },
      choice: (columnId, id) => {
        const column = base.column(columnId)
        const shown = column === undefined ? undefined : base.shown(column)
        if (shown?.type === 'singleSelect' || shown?.type === 'multipleSelect') {
          return shown.settings.options.find((option) => option.id === id)?.name ?? ''
        }
        return shown?.type === 'link' ? `#${id}` : (base.member(id)?.name ?? '')
      },
    }),
    [base, format, t],
  )
}
