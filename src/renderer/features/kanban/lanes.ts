import type { GroupItem } from '#shared/contract/records.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { groupKey } from '#shared/model/group.ts'
import type { Member } from '#shared/model/member.ts'

/** One value of the column a kanban is made by, with the cards that hold it. */
export type Lane = {
  /** The key of its group, whether a row stands in it or not. */
  key: string
  value: CellValue
  name: string
  /** Key into the palette of options; null where the value has no colour of its own. */
  color: string | null
  count: number
}

export type LaneWords = { empty: string; yes: string; no: string; format: (column: Column, value: CellValue) => string }

/** The lanes of a column in the order of its values, those without a card too; what has no value is the last. */
export function lanesOf(
  column: Column,
  heads: readonly Pick<GroupItem, 'key' | 'value' | 'count'>[],
  members: readonly Member[],
  words: LaneWords,
  hideEmpty: boolean,
): Lane[] {
  const counts = new Map(heads.map(({ key, count }) => [key, count]))
  const lane = (value: CellValue, name: string, color: string | null): Lane => {
    const key = groupKey([value])
    return { key, value, name, color, count: counts.get(key) ?? 0 }
  }
  const named = valuesOf(column, members, words).map(({ value, name, color }) => lane(value, name, color))
  // A member who left, with the cards that are still theirs.
  const known = new Set(named.map(({ key }) => key))
  const others = heads
    .filter(({ key, value }) => value !== null && !known.has(key))
    .map(({ value }) => lane(value, words.format(column, value), null))
  const empty = column.type === 'checkbox' ? [] : [lane(null, words.empty, null)]
  const lanes = [...named, ...others, ...empty.filter(({ count }) => count > 0 || !column.required)]
  return hideEmpty ? lanes.filter(({ count }) => count > 0) : lanes
}

function valuesOf(column: Column, members: readonly Member[], { yes, no }: LaneWords): Pick<Lane, 'value' | 'name' | 'color'>[] {
  switch (column.type) {
    case 'singleSelect':
      return column.settings.options.map(({ id, name, color }) => ({ value: id, name, color }))
    case 'member':
      return members.filter(({ active }) => active).map(({ id, name, color }) => ({ value: id, name, color }))
    case 'checkbox':
      return [
        { value: 1, name: yes, color: 'green' },
        { value: 0, name: no, color: null },
      ]
    default:
      return []
  }
}
