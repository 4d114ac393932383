import { copyFileSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { openEngine } from '#main/engine/index.ts'
import { compare, result, type BenchCase } from '../support/bench.ts'
import { large, largeBase, namesOf, small, succeed, type Sizes } from '../support/largeBase.ts'

/** One follow-up's next time changes: its customer's next time, urgency and the log follow. */
async function measure(sizes: Sizes): Promise<{ median_ms: number; baseline_ms: number }> {
  const path = await largeBase(sizes)
  const copy = `${path}.plain`
  copyFileSync(path, copy)
  const engine = openEngine(path)
  const names = await namesOf(engine)
  const tableId = names.table('followUp')
  const columnId = names.column('followUp.nextTime').id
  const plain = new Database(copy)
  // The same promises on disk as ours.
  plain.pragma('journal_mode = WAL')
  plain.pragma('synchronous = FULL')
  const update = plain.prepare(`update t${tableId} set c${columnId} = ? where id = ?`)
  const rowOf = (round: number): number => ((round * 7919) % sizes.followUps) + 1
  const valueOf = (round: number): string => `2027-01-${String((round % 28) + 1).padStart(2, '0')}T09:00`
  const times = await compare(
    (round) => succeed(engine.run('rows.update', { tableId, rows: [{ id: rowOf(round), cells: [{ columnId, value: valueOf(round) }] }] })),
    (round) => update.run(valueOf(round), rowOf(round)),
    { warm: 30, measured: 200 },
  )
  plain.close()
  await engine.close()
  for (const rest of ['', '-wal', '-shm']) rmSync(copy + rest, { force: true })
  return times
}

/** Edits of one cell, and of very many. */
export const editCases: BenchCase[] = [
  {
    id: 'edit',
    run: async () => {
      const at1k = await measure(small)
      const at1M = await measure(large)
      const what = 'one cell edit committed, with log, lookups and classes refreshed'
      return [
        result({ id: 'edit', what: `${what}, against a bare UPDATE transaction`, size: large.customers, ...at1M, bar: 15 }),
        result({
          id: 'edit.growth.1M',
          what: `${what}, against the same at 1k rows`,
          size: large.customers,
          median_ms: at1M.median_ms,
          baseline_ms: at1k.median_ms,
          bar: 1.5,
        }),
      ]
    },
  },
]
