import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import type { ParseContext } from '#shared/model/columns/kind.ts'
import { inFull } from '#shared/model/columns/display.ts'
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

/** A cell with all that it holds, for copying and editing: a format may hide a year or round to 万. */
export function useFormatInFull(): (column: Column, value: CellValue) => string {
  const schema = useSchema()
  const context = useCellContext()
  return useCallback((column, value) => formatCell(inFull(schema.shown(column)), value, context), [schema, context])
}

/** A cell as a person reads it: `const format = useFormat()`, then `format(column, value)`. */
export function useFormat(): (column: Column, value: CellValue) => string {
  const schema = useSchema()
  const context = useCellContext()
  return useCallback((column, value) => formatCell(schema.shown(column), value, context), [schema, context])
}
