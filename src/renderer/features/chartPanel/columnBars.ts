import type { GroupedNumbers } from '#shared/contract/stats.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { addMonths } from '#shared/lib/days.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { Member } from '#shared/model/member.ts'
import type { BarData } from '../../charts/chartData.ts'
import { daysFilter, isDate } from './chartQuery.ts'

/** A bar, what it counts, and the filter that leaves only its rows in the grid. */
export type Bar = { name: string; color: string | null; value: number; filter: Filter; isEmpty: boolean }

/** The members, and what rows without a value are called. */
export type BarNames = { members: readonly Member[]; empty: string }

/** At most so many months are drawn: the latest. */
export const monthsShown = 24

/** The groups of a column as bars: every option in its own order, months without a gap, the empty ones last. */
export function columnBars(column: Column, numbers: GroupedNumbers, names: BarNames, t: Translate): Bar[] {
  const counts = new Map(numbers.groups.map((group) => [group.keys[0] ?? null, group.value]))
  const filled = isDate(column) ? monthBars(column, counts) : valueBars(column, counts, names.members, t)
  const empty = column.type === 'checkbox' ? 0 : (counts.get(null) ?? 0)
  return empty === 0 ? filled : [...filled, emptyBar(column, empty, names.empty)]
}

/** The bars as a chart: months stand, everything else lies. */
export function barsChart(column: Column, bars: readonly Bar[], seriesName: string): BarData {
  // What holds no date has no place in time; the sentence above tells how many those are.
  const drawn = isDate(column) ? bars.filter((bar) => !bar.isEmpty) : bars
  return {
    kind: 'bar',
    horizontal: !isDate(column),
    stacked: false,
    unit: 'count',
    categories: drawn.map(({ name, color }) => ({ name, color })),
    series: [{ name: seriesName, color: null, values: drawn.map((bar) => bar.value) }],
  }
}

type Counts = ReadonlyMap<CellValue, number>

function valueBars(column: Column, counts: Counts, members: readonly Member[], t: Translate): Bar[] {
  const columnId = column.id
  const anyOf = (id: number): Filter => ({ kind: 'condition', columnId, operator: 'anyOf', value: [id] })
  const bar = (id: number, name: string, color: string | null, filter: Filter): Bar => ({
    name,
    color,
    value: counts.get(id) ?? 0,
    filter,
    isEmpty: false,
  })
  switch (column.type) {
    case 'singleSelect':
    case 'multipleSelect':
      return column.settings.options.map((option) => bar(option.id, option.name, option.color, anyOf(option.id)))
    case 'member':
    case 'members':
    case 'createdBy':
    case 'modifiedBy':
      return members.filter((member) => counts.has(member.id)).map((member) => bar(member.id, member.name, member.color, anyOf(member.id)))
    case 'checkbox':
      return [
        bar(1, t('common.yes'), null, { kind: 'condition', columnId, operator: 'isChecked' }),
        // An unticked box is stored as 0 or as nothing: one bar for both.
        {
          ...bar(0, t('common.no'), null, { kind: 'condition', columnId, operator: 'isUnchecked' }),
          value: (counts.get(0) ?? 0) + (counts.get(null) ?? 0),
        },
      ]
    default:
      return []
  }
}

function monthBars(column: Column, counts: Counts): Bar[] {
  const months = [...counts.keys()].filter((key): key is string => typeof key === 'string').toSorted()
  const last = months.at(-1)
  const first = months[0]
  if (last === undefined || first === undefined) return []
  const earliest = addMonths(last, 1 - monthsShown)
  const start = first < earliest ? earliest : first
  const bars: Bar[] = []
  for (let month = start; month <= last; month = addMonths(month, 1)) {
    bars.push({
      name: month,
      color: null,
      value: counts.get(month) ?? 0,
      filter: daysFilter(column.id, `${month}-01`, `${addMonths(month, 1)}-01`),
      isEmpty: false,
    })
  }
  return bars
}

function emptyBar(column: Column, value: number, name: string): Bar {
  const filter: Filter = { kind: 'condition', columnId: column.id, operator: 'isEmpty' }
  return { name, color: null, value, filter, isEmpty: true }
}
