import { copyFileSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { openEngine } from '#main/engine/index.ts'
import { systemClock } from '#main/engine/store/clock.ts'
import { median, percentile95, result, type BenchCase, type BenchResult } from '../support/bench.ts'
import { fits, ranks } from '../support/directRefresh.ts'
import { succeed } from '../support/largeBase.ts'
import { schemeBase, type SchemeBase } from '../support/schemeBase.ts'
import { updateFor } from '../support/schemeSql.ts'

const sizes = { few: 1_000, many: 100_000 }
const [warm, rounds] = [20, 120]
/** As in the window: ranks wait for so long a pause in the edits. */
const rankAfterMs = 500

/** A copy of the base that may be edited; `order` adds one as the window does, and answers how long that took. */
type Edited = { order(round: number): Promise<number>; settled(): Promise<number>; close(): Promise<void> }

async function open(base: SchemeBase, how: { ranked: boolean; rankAfterMs: number }): Promise<Edited> {
  const path = copyOf(base, how.ranked ? 'ranked' : 'unranked')
  const { names, customers } = base
  const engine = openEngine(path, { rankAfterMs: how.rankAfterMs })
  if (!how.ranked) {
    for (const { id } of base.schemes.filter(ranks)) await succeed(engine.run('schemes.update', { schemeId: id, enabled: false }))
  }
  const column = (role: 'order.number' | 'order.date' | 'order.amount' | 'order.status' | 'order.customer'): number => names.column(role).id
  const insert = (round: number) => ({
    tableId: names.table('order'),
    rows: [
      {
        cells: [
          { columnId: column('order.number'), value: `N-${round}` },
          { columnId: column('order.date'), value: systemClock.today() },
          { columnId: column('order.amount'), value: (round * 7919) % 50_000 },
          { columnId: column('order.status'), value: 1 },
        ],
        links: [{ columnId: column('order.customer'), rowIds: [customerOf(round, customers)] }],
      },
    ],
  })
  return {
    order: (round) => timed(() => succeed(engine.run('rows.insert', insert(round)))),
    // A call waits for the ranking that was asked for before it.
    settled: () => timed(() => succeed(engine.run('base.describe', {}))),
    close: async () => {
      await engine.close()
      remove(path)
    },
  }
}

/** The same order by two bare INSERTs and nothing that follows from it. */
function openPlain(base: SchemeBase): {
  order(round: number): void
  fromScratch(statements: readonly string[], cells: readonly string[]): number
  close(): void
} {
  const path = copyOf(base, 'plain')
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('wal_autocheckpoint = 4000')
  database.pragma('cache_size = -32768')
  const { names, customers } = base
  const link = names.column('order.customer')
  if (link.type !== 'link') throw new Error('no link')
  const ends = link.settings.side === 'a' ? 'a, b' : 'b, a'
  const order = database.prepare(`insert into t${names.table('order')} (uid, created_at, updated_at,
    ${names.sql('order.number')}, ${names.sql('order.date')}, ${names.sql('order.amount')}, ${names.sql('order.status')})
    values (randomblob(16), '2026-01-01T08:00:00', '2026-01-01T08:00:00', ?, ?, ?, 1)`)
  const pair = database.prepare(`insert into l${link.settings.linkId} (${ends}) values (?, ?)`)
  return {
    order: database.transaction((round: number) => {
      const { lastInsertRowid } = order.run(`N-${round}`, systemClock.today(), (round * 7919) % 50_000)
      pair.run(lastInsertRowid, customerOf(round, customers))
    }),
    fromScratch: (statements, cells) => {
      database.exec(`update t${names.table('customer')} set ${cells.map((cell) => `${cell} = null`).join(', ')}`)
      database.pragma('wal_checkpoint(truncate)')
      const start = performance.now()
      for (const statement of statements) database.exec(statement)
      return performance.now() - start
    },
    close: () => {
      database.close()
      remove(path)
    },
  }
}

const customerOf = (round: number, customers: number): number => ((round * 7919 * 31) % customers) + 1

/** One order added; its customer's metrics and classes follow. Tables of two sizes in turn. */
async function edits(): Promise<BenchResult[]> {
  const [few, many] = [await schemeBase(sizes.few), await schemeBase(sizes.many)]
  const at1k = await open(few, { ranked: false, rankAfterMs })
  const at100k = await open(many, { ranked: false, rankAfterMs })
  const plain = openPlain(many)
  const taken = { few: new Array<number>(), many: new Array<number>(), plain: new Array<number>() }
  for (let round = 0; round < warm + rounds; round += 1) {
    const times = { few: await at1k.order(round), many: await at100k.order(round), plain: await timed(() => plain.order(round)) }
    if (round < warm) continue
    taken.few.push(times.few)
    taken.many.push(times.many)
    taken.plain.push(times.plain)
  }
  await at1k.close()
  await at100k.close()
  plain.close()
  const schemes = many.schemes.filter((scheme) => !ranks(scheme)).length
  const what = `one order added, the metrics of its customer and ${schemes} schemes that do not rank refreshed`
  return [
    result({
      id: 'scheme.edit.growth',
      what: `${what}, with 100,000 customers against 1,000`,
      size: sizes.many,
      median_ms: median(taken.many),
      baseline_ms: median(taken.few),
      bar: 1.5,
    }),
    result({
      id: 'scheme.edit',
      what: `${what}, with log and links, against the bare INSERTs`,
      size: sizes.many,
      median_ms: median(taken.many),
      baseline_ms: median(taken.plain),
      bar: 12,
    }),
  ]
}

/** Ranks follow the edits: what they cost, and that no edit pays for it. */
async function ranksBehind(): Promise<BenchResult[]> {
  const base = await schemeBase(sizes.many)
  const ranked = await ranking(base)
  return [ranked, await dueEdits(base), await editsMeanwhile(base, ranked.baseline_ms)]
}

/** One order added, and the ranks it asked for brought up to date. */
async function ranking(base: SchemeBase): Promise<BenchResult> {
  const edited = await open(base, { ranked: true, rankAfterMs: 0 })
  const plain = openPlain(base)
  const schemes = rankingOf(base)
  const taken = { ours: new Array<number>(), plain: new Array<number>() }
  for (let round = 0; round < 3; round += 1) {
    await edited.order(round)
    const [ours, byHand] = [await edited.settled(), plain.fromScratch(...handWritten(base))]
    if (round === 0) continue
    taken.ours.push(ours)
    taken.plain.push(byHand)
  }
  await edited.close()
  plain.close()
  return result({
    id: 'scheme.ranks',
    what: `${schemes.length} schemes that rank, brought up to date behind an order, against their from-scratch SQL`,
    size: base.customers,
    median_ms: median(taken.ours),
    baseline_ms: median(taken.plain),
    bar: 2,
  })
}

/** Orders one after the other, each of which makes the ranks due again. */
async function dueEdits(base: SchemeBase): Promise<BenchResult> {
  const ranked = await open(base, { ranked: true, rankAfterMs })
  const unranked = await open(base, { ranked: false, rankAfterMs })
  const taken = { ranked: new Array<number>(), unranked: new Array<number>() }
  for (let round = 0; round < warm + rounds; round += 1) {
    const times = { ranked: await ranked.order(round), unranked: await unranked.order(round) }
    if (round < warm) continue
    taken.ranked.push(times.ranked)
    taken.unranked.push(times.unranked)
  }
  await ranked.close()
  await unranked.close()
  return result({
    id: 'scheme.ranks.edit',
    what: 'an order added while ranks are due (95th percentile), against the same with the schemes that rank switched off',
    size: base.customers,
    median_ms: percentile95(taken.ranked),
    baseline_ms: percentile95(taken.unranked),
    bar: 2,
  })
}

/** Orders that are asked for while the ranks of one before them are being made. */
async function editsMeanwhile(base: SchemeBase, fromScratch: number): Promise<BenchResult> {
  const edited = await open(base, { ranked: true, rankAfterMs: 1 })
  const taken: number[] = []
  for (let round = 0; round < 20; round += 1) {
    await edited.order(round)
    // The engine's thread is busy when the order is asked for: what it waits for that counts too.
    const asked = performance.now() + 10 + round * 5
    await pause(10 + round * 5)
    await edited.order(100 + round)
    taken.push(performance.now() - asked)
    await pause(50)
  }
  await edited.close()
  return result({
    id: 'scheme.ranks.meanwhile',
    what: 'an order asked for in the midst of the ranking, waiting included (95th percentile), against the from-scratch SQL of the ranks',
    size: base.customers,
    median_ms: percentile95(taken),
    baseline_ms: fromScratch,
    bar: 0.5,
  })
}

const rankingOf = (base: SchemeBase) => base.schemes.filter((scheme) => ranks(scheme) && !fits(scheme))

/** The hand-written UPDATEs of the schemes that rank, and the columns they fill. */
function handWritten(base: SchemeBase): [statements: string[], cells: string[]] {
  const schemes = rankingOf(base)
  const setting = { names: base.names, today: systemClock.today() }
  const statements = schemes.flatMap(({ code, targetColumnId }) => updateFor(code, targetColumnId, setting) ?? [])
  if (statements.length !== schemes.length) throw new Error('a scheme that ranks has no hand-written SQL')
  return [statements, schemes.map(({ targetColumnId }) => `c${targetColumnId}`)]
}

function copyOf(base: SchemeBase, name: string): string {
  const path = `${base.path}.${name}.kebu`
  remove(path)
  copyFileSync(base.path, path)
  return path
}

function remove(path: string): void {
  for (const rest of ['', '-wal', '-shm', '.lock']) rmSync(path + rest, { force: true })
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export const schemeEditCases: BenchCase[] = [
  { id: 'scheme.edit', run: edits },
  { id: 'scheme.ranks', run: ranksBehind },
]
