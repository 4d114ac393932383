import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { brokenRule } from '#shared/model/columns/rules.ts'
import { parseCell } from '#shared/model/columns/registry.ts'
import { useCellContext } from '../../client/useFormat.ts'
import { useT } from '../../ui/lang.ts'
import { draftOf, untouched, type Draft } from '../cellEdit.ts'

/** Reads what was typed into a column as a draft: its value, or a sentence that says why it is none. */
export function useTyped(column: Column, value: CellValue): (text: string, textBefore: string) => Draft {
  const t = useT()
  const context = useCellContext()
  return (text, textBefore) => {
    if (text === textBefore) return untouched
    const read = parseCell(column, text, context)
    if (!read.ok) return { edit: null, problem: t(`columns.failure.${read.failure}`) }
    const broken = brokenRule(column, read.value)
    if (broken !== null) return { edit: null, problem: broken.message[context.lang] }
    return read.value === value ? untouched : draftOf(read.value)
  }
}
