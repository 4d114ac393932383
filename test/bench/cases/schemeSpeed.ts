import Database from 'better-sqlite3'
import { systemClock } from '#main/engine/store/clock.ts'
import type { Column } from '#shared/model/column.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { result, median, type BenchCase, type BenchResult } from '../support/bench.ts'
import { fits, openDirectly } from '../support/directRefresh.ts'
import { metricUpdate } from '../support/metricSql.ts'
import { metricsOf, schemeBase, type SchemeBase } from '../support/schemeBase.ts'
import { updateFor } from '../support/schemeSql.ts'

const customers = 100_000
const rounds = 2

/** One way to fill columns, and the hand-written statements that fill the same ones. */
type Filling = { columnIds: readonly number[]; ours: () => Promise<void>; statements: readonly string[] }

/** Columns emptied, then filled by ours and by hand in turn, on the same file; both have to come to the same cells. */
async function measure(base: SchemeBase, { columnIds, ours, statements }: Filling): Promise<{ median_ms: number; baseline_ms: number }> {
  const table = `t${base.names.table('customer')}`
  const plain = new Database(base.path)
  // The same promises on disk, and the same memory, as ours.
  plain.pragma('synchronous = FULL')
  plain.pragma('wal_autocheckpoint = 4000')
  plain.pragma('cache_size = -32768')
  const cells = columnIds.map((id) => `c${id}`)
  const empty = (): void => {
    plain.exec(`update ${table} set ${cells.map((cell) => `${cell} = null`).join(', ')}`)
    plain.pragma('wal_checkpoint(truncate)')
  }
  const taken = { ours: new Array<number>(), plain: new Array<number>() }
  for (let round = 0; round < rounds; round += 1) {
    empty()
    const start = performance.now()
    await ours()
    taken.ours.push(performance.now() - start)
    plain.exec(`create temp table ours as select id, ${cells.join(', ')} from ${table}`)
    empty()
    const plainStart = performance.now()
    for (const statement of statements) plain.exec(statement)
    taken.plain.push(performance.now() - plainStart)
    for (const cell of cells) {
      const differing = plain.prepare(`select count(*) from ours join ${table} t using (id) where ours.${cell} is not t.${cell}`).pluck(true).get()
      if (differing !== 0) throw new Error(`${cell}: ${String(differing)} customers are not what the hand-written SQL says`)
    }
    plain.exec('drop table ours')
  }
  plain.close()
  return { median_ms: median(taken.ours), baseline_ms: median(taken.plain) }
}

async function schemesFromScratch(): Promise<BenchResult[]> {
  const base = await schemeBase(customers)
  const direct = openDirectly(base.path)
  const statementFor = ({ code, targetColumnId }: Scheme): string | null =>
    updateFor(code, targetColumnId, { names: base.names, today: systemClock.today() })
  const fill = (schemes: readonly Scheme[]): Filling => ({
    columnIds: schemes.map(({ targetColumnId }) => targetColumnId),
    ours: () => direct.classes(schemes),
    statements: schemes.flatMap((scheme) => statementFor(scheme) ?? []),
  })
  // A model is fitted, not ranked: `model.fit` says what that costs. What else has no SQL by hand is named in the line.
  const [all, others] = parted(base.schemes, (scheme) => !fits(scheme) && statementFor(scheme) !== null)
  const times = await measure(base, fill(all))
  direct.close()
  return [
    result({
      id: 'scheme.scratch',
      what: `${all.length} schemes from scratch, over a million orders and 500,000 follow-ups, against the sum of the best UPDATE for each${without(others.map(nameOf))}`,
      size: customers,
      ...times,
      bar: 2,
    }),
  ]
}

/** The primary contact has no SQL by hand: the table of contacts is empty. */
async function metricsFromScratch(): Promise<BenchResult[]> {
  const base = await schemeBase(customers)
  const direct = openDirectly(base.path)
  const statementFor = (column: Column): string | null => metricUpdate(column, base.names, systemClock.today())
  const rollups = metricsOf(base).filter(({ type }) => type === 'rollup')
  const [written, others] = parted(rollups, (column) => statementFor(column) !== null)
  const columnIds = written.map(({ id }) => id)
  const times = await measure(base, {
    columnIds,
    ours: () => direct.computed(base.names.table('customer'), new Set(columnIds)),
    statements: written.flatMap((column) => statementFor(column) ?? []),
  })
  direct.close()
  return [
    result({
      id: 'scheme.metrics',
      what: `${columnIds.length} rollups that schemes read, from scratch, against the sum of an UPDATE … FROM (… GROUP BY) for each${without(others.map(({ role, name }) => role ?? name))}`,
      size: customers,
      ...times,
      bar: 2,
    }),
  ]
}

function parted<Item>(items: readonly Item[], chosen: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(chosen), items.filter((item) => !chosen(item))]
}

const nameOf = (scheme: Scheme): string => (fits(scheme) ? `${scheme.code} (a model)` : scheme.code)

const without = (names: readonly string[]): string => (names.length === 0 ? '' : `; without ${names.join(', ')}`)

export const schemeSpeedCases: BenchCase[] = [
  { id: 'scheme.scratch', run: schemesFromScratch },
  { id: 'scheme.metrics', run: metricsFromScratch },
]
