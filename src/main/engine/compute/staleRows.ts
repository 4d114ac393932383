/** Rows of one column that are not up to date: named ones, or every row of the table. */
export type RowSet = 'all' | Set<number>

/** A set of rows by column (or by link), growing as a change is followed through the graph. */
export type RowSets = Map<number, RowSet>

/** Past this many named rows, refreshing the whole table costs less than naming them. */
const mostNamed = 200_000

export function addRows(sets: RowSets, key: number, rows: Iterable<number> | 'all'): void {
  const known = sets.get(key)
  if (known === 'all') return
  if (rows === 'all') {
    sets.set(key, 'all')
    return
  }
  const set = known ?? new Set<number>()
  for (const row of rows) set.add(row)
  if (set.size > mostNamed) sets.set(key, 'all')
  else if (set.size > 0) sets.set(key, set)
}
