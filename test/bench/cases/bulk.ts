import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createBase, openEngine, type Engine } from '#main/engine/index.ts'
import { compare, median, result, type BenchCase } from '../support/bench.ts'
import { succeed } from '../support/largeBase.ts'

type Book = { engine: Engine; path: string; tableId: number; name: number; amount: number; count: number }

/** A table of names, of amounts written as text, and of numbers. */
async function withBook<Value>(rows: number, work: (book: Book) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'kebu-bench-bulk-'))
  try {
    const path = join(folder, 'base.kebu')
    createBase(path)
    const made = openEngine(path)
    const tableId = (await succeed(made.run('tables.create', { name: '客户' }))).id
    const name = (await succeed(made.run('columns.create', { tableId, name: '名称', type: 'text', settings: {} }))).id
    const amount = (await succeed(made.run('columns.create', { tableId, name: '金额', type: 'text', settings: {} }))).id
    const count = (await succeed(made.run('columns.create', { tableId, name: '次数', type: 'number', settings: {} }))).id
    await made.close()
    const database = new Database(path)
    database.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows})
      insert into t${tableId} (id, uid, created_at, updated_at, c${name}, c${amount}, c${count})
      select i, randomblob(16), '2026-01-01T08:00:00', '2026-01-01T08:00:00', '客户' || i, (i * 7919) % 100000 || '.5', i from n`)
    database.exec(`insert or replace into kebu_counter values ('row:${tableId}', ${rows + 1})`)
    database.close()
    const engine = openEngine(path)
    await succeed(engine.run('base.recompute', {}))
    try {
      return await work({ engine, path, tableId, name, amount, count })
    } finally {
      await engine.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Does a thing and takes it back, some rounds; the medians of both, and of the plain statement on a copy of the rows. */
async function rounds(book: Book, act: (round: number) => Promise<unknown>, plain: (database: Database.Database, round: number) => unknown) {
  const copy = new Database(`${book.path}.plain`)
  // The same promises on disk as ours.
  copy.pragma('journal_mode = WAL')
  copy.pragma('synchronous = FULL')
  copy.exec(
    `attach '${book.path}' as base; drop table if exists t; create table t as select id, c${book.name} as name, c${book.amount} as amount, c${book.count} as count from base.t${book.tableId}; detach base`,
  )
  copy.exec('create unique index t_id on t (id)')
  const taken = { act: new Array<number>(), undo: new Array<number>(), plain: new Array<number>() }
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now()
    await act(round)
    const done = performance.now()
    await succeed(book.engine.run('history.undo', {}))
    const undone = performance.now()
    plain(copy, round)
    taken.act.push(done - start)
    taken.undo.push(undone - done)
    taken.plain.push(performance.now() - undone)
  }
  copy.close()
  return { act: median(taken.act), undo: median(taken.undo), plain: median(taken.plain) }
}

async function uniqueEdits(rows: number): Promise<number> {
  return withBook(rows, async ({ engine, tableId, name }) => {
    await succeed(engine.run('tables.addUnique', { tableId, columnIds: [name] }))
    const edit = (round: number) => {
      const id = ((round * 7919) % rows) + 1
      return succeed(engine.run('rows.update', { tableId, rows: [{ id, cells: [{ columnId: name, value: `新名${round}` }] }] }))
    }
    return (await compare(edit, () => null, { warm: 30, measured: 200 })).median_ms
  })
}

export const bulkCases: BenchCase[] = [
  {
    id: 'bulk.update',
    run: () =>
      withBook(100_000, async (book) => {
        const { engine, tableId, name, count } = book
        const rows = { kind: 'where' as const, filter: null }
        const numbers = await rounds(
          book,
          (round) => succeed(engine.run('rows.bulk', { tableId, rows, columnId: count, action: { kind: 'set', value: -1 - round } })),
          (database, round) => database.prepare('update t set count = ? where count is not ?').run(-1 - round, -1 - round),
        )
        const texts = await rounds(
          book,
          () => succeed(engine.run('rows.bulk', { tableId, rows, columnId: name, action: { kind: 'write', place: 'after', text: '（停）' } })),
          (database) => database.exec("update t set name = name || '（停）' where name is not null"),
        )
        const what = 'bulk update of 100,000 rows, with log and stamps; its words follow'
        const size = 100_000
        return [
          result({ id: 'bulk.update', what: `${what}, against UPDATE … WHERE`, size, median_ms: numbers.act, baseline_ms: numbers.plain, bar: 20 }),
          result({ id: 'bulk.undo', what: `undo of it, against itself`, size, median_ms: numbers.undo, baseline_ms: numbers.act, bar: 2 }),
          result({
            id: 'bulk.text',
            what: `${what}, against UPDATE … WHERE`,
            size,
            median_ms: texts.act,
            baseline_ms: texts.plain,
            bar: 30,
          }),
          result({ id: 'bulk.text.undo', what: `undo of it, against itself`, size, median_ms: texts.undo, baseline_ms: texts.act, bar: 2 }),
        ]
      }),
  },
  {
    id: 'convert',
    run: () =>
      withBook(1_000_000, async (book) => {
        const { engine, amount } = book
        const times = await rounds(
          book,
          () => succeed(engine.run('columns.convert', { columnId: amount, to: { type: 'number' } })),
          (database, round) => database.exec(`alter table t add column n${round} real; update t set n${round} = cast(amount as real)`),
        )
        const what = 'a text column of a million rows becomes numbers'
        return [
          result({
            id: 'convert',
            what: `${what}, against ADD COLUMN and UPDATE`,
            size: 1_000_000,
            median_ms: times.act,
            baseline_ms: times.plain,
            bar: 40,
          }),
          result({ id: 'convert.undo', what: `undo of it, against itself`, size: 1_000_000, median_ms: times.undo, baseline_ms: times.act, bar: 2 }),
        ]
      }),
  },
  {
    id: 'unique.edit',
    run: async () => {
      const at1k = await uniqueEdits(1_000)
      const at1M = await uniqueEdits(1_000_000)
      const what = 'one edit of a unique column at a million rows, against the same at 1k rows'
      return [result({ id: 'unique.edit.growth.1M', what, size: 1_000_000, median_ms: at1M, baseline_ms: at1k, bar: 1.5 })]
    },
  },
]
