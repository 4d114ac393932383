import type { RowDetail } from '#shared/contract/records.ts'
import type { Day } from '#shared/lib/days.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { firstDayOf, periodOf, type Group } from '#shared/model/group.ts'

type NewRow = { cells: { columnId: number; value: CellValue }[]; links: { columnId: number; rowIds: number[] }[] }
type Head = { depth: number; columnId: number; value: CellValue }

/**
 * A new row that stands in a group: it holds what the group's rows have in common, read off one of them.
 * Columns nobody types into are left to the engine, so a row in a group by those may stand elsewhere.
 */
export function rowInGroup(
  heads: readonly Head[],
  groups: readonly Group[],
  member: RowDetail,
  today: Day,
  columnOf: (id: number) => Column | undefined,
  canEdit: (column: Column) => boolean,
): NewRow {
  const row: NewRow = { cells: [], links: [] }
  for (const head of heads) {
    const column = columnOf(head.columnId)
    const group = groups[head.depth]
    if (column === undefined || group === undefined || head.value === null || !canEdit(column)) continue
    if (column.type === 'link') row.links.push({ columnId: column.id, rowIds: (member.links[column.id] ?? []).map(({ id }) => id) })
    else row.cells.push({ columnId: column.id, value: valueIn(column, group, head.value, member.cells[column.id] ?? null, today) })
  }
  return row
}

/** Of a period, today if it lies in it, else its first day; of a range, where it begins; else what the others hold. */
function valueIn(column: Column, group: Group, value: CellValue, example: CellValue, today: Day): CellValue {
  switch (column.type) {
    case 'date':
    case 'dateTime': {
      const unit = group.unit ?? 'day'
      const day = periodOf(unit, today) === value ? today : firstDayOf(unit, String(value))
      return column.type === 'date' ? day : `${day}T00:00`
    }
    case 'number':
      return value
    default:
      return example
  }
}
