import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import type { ParseContext } from '#shared/model/columns/kind.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import { useCallback, useMemo } from 'react'
import { useLang } from '../ui/lang.ts'
import { useSchema } from './useBase.ts'
import { useToday } from './useToday.ts'

/** What reading and writing cells as text needs to know: language, members, today. */
export function useCellContext(): ParseContext {
  const lang = useLang()
  const { members } = useSchema()
  const today = useToday()
  return useMemo(() => ({ lang, members, today }), [lang, members, today])
}

/** A cell as a person reads it: `const format = useFormat()`, then `format(column, value)`. */
export function useFormat(): (column: Column, value: CellValue) => string {
  const schema = useSchema()
  const context = useCellContext()
  return useCallback((column, value) => formatCell(schema.shown(column), value, context), [schema, context])
}
