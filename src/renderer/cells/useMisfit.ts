import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { fitsParent } from '#shared/model/columns/cascade.ts'
import { useBase } from '../client/useBase.ts'
import { useT } from '../ui/lang.ts'

/** What is said of an option that does not go with the parent option of its row; null of everything else. */
export function useMisfit(column: Column, value: CellValue, cellOf: (columnId: number) => CellValue): string | null {
  const t = useT()
  const base = useBase()
  if (column.type !== 'singleSelect') return null
  const parent = base.column(column.settings.cascade?.parentColumnId ?? 0)
  return parent === undefined || fitsParent(column.settings, cellOf(parent.id), value) ? null : t('columnTypes.cascade.misfit')
}
