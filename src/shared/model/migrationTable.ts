import type { Option } from './option.ts'

type ClassId = number | null
type Counted = {
  cells: readonly { fromOptionId: ClassId; toOptionId: ClassId; count: number }[]
  fresh: readonly { toOptionId: ClassId; count: number }[]
}

/** Who went from which class to which as a table: lines are the classes before, columns those after, in their own order. */
export type MigrationTable = {
  from: (ClassId | 'fresh')[]
  to: ClassId[]
  counts: number[][]
  fromTotals: number[]
  toTotals: number[]
  /** Of the rows that were there on both days. Up is towards the best class; to and from 未分类 is neither. */
  summary: { rows: number; stayed: number; up: number; down: number; others: number; fresh: number }
}

/** `order`: the classes from the best on. */
export function migrationTable({ cells, fresh }: Counted, options: readonly Pick<Option, 'id'>[], order: readonly number[]): MigrationTable {
  const ids = options.map(({ id }) => id)
  const named = (ofRow: readonly ClassId[]): ClassId[] => {
    const known: ClassId[] = ids.filter((id) => ofRow.includes(id))
    const others = [...new Set(ofRow)].filter((id) => id === null || !ids.includes(id))
    // 未分类 is the last, behind classes that are gone.
    return [...known, ...others.filter((id) => id !== null).sort((one, other) => (one ?? 0) - (other ?? 0)), ...others.filter((id) => id === null)]
  }
  const rowsFrom = named(cells.map(({ fromOptionId }) => fromOptionId))
  const to = named([...cells, ...fresh].map(({ toOptionId }) => toOptionId))
  const from: (ClassId | 'fresh')[] = fresh.length === 0 ? rowsFrom : [...rowsFrom, 'fresh']
  const counts = from.map((before) =>
    to.map((after) =>
      before === 'fresh'
        ? sum(fresh.filter(({ toOptionId }) => toOptionId === after))
        : sum(cells.filter(({ fromOptionId, toOptionId }) => fromOptionId === before && toOptionId === after)),
    ),
  )
  const way = (direction: 'up' | 'down' | 'stay') =>
    sum(cells.filter(({ fromOptionId, toOptionId }) => directionOf(fromOptionId, toOptionId, order) === direction))
  const [rows, stayed, up, down] = [sum(cells), way('stay'), way('up'), way('down')]
  return {
    from,
    to,
    counts,
    fromTotals: counts.map((line) => line.reduce((total, count) => total + count, 0)),
    toTotals: to.map((_, place) => counts.reduce((total, line) => total + (line[place] ?? 0), 0)),
    summary: { rows, stayed, up, down, others: rows - stayed - up - down, fresh: sum(fresh) },
  }
}

/** Whether a row went up, down, or neither; `order`: the classes from the best on. */
export function directionOf(from: ClassId | 'fresh', to: ClassId, order: readonly number[]): 'up' | 'down' | 'stay' | 'other' {
  if (from === to) return 'stay'
  if (from === null || to === null || from === 'fresh') return 'other'
  const [before, after] = [order.indexOf(from), order.indexOf(to)]
  if (before === -1 || after === -1) return 'other'
  return after < before ? 'up' : 'down'
}

const sum = (counted: readonly { count: number }[]): number => counted.reduce((total, { count }) => total + count, 0)
