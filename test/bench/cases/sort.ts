import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { createBase, openEngine, type Engine } from '#main/engine/index.ts'
import type { Filter } from '#shared/model/filter.ts'
import { emptyViewSettings, type RowQuery, type Sort } from '#shared/model/view.ts'
import { compare, median, result, type BenchCase, type BenchResult } from '../support/bench.ts'
import { large, largeBase, namesOf, succeed } from '../support/largeBase.ts'

const rounds = { warm: 1, measured: 5 }

/** Lists of a million rows: by a computed date, by a text in the order of pinyin, and looked at again. */
export const sortCases: BenchCase[] = [
  { id: 'sort', run: async () => sortBench(await largeBase(large)) },
  { id: 'memory', run: async () => memoryBench(await largeBase(large)) },
]

async function sortBench(path: string): Promise<BenchResult[]> {
  const writer = openEngine(path)
  const names = await namesOf(writer)
  const tableId = names.table('customer')
  const name: Sort = { columnId: names.column('customer.name').id, direction: 'ascending' }
  const last: Sort = { columnId: names.column('customer.lastFollowUpTime').id, direction: 'descending' }
  const made = performance.now()
  const view = await succeed(writer.run('views.create', { tableId, name: 'bench', settings: { ...emptyViewSettings, sorts: [name] } }))
  const saving = performance.now() - made
  while ((await succeed(writer.run('rows.sortState', {}))) !== null) await new Promise((resolve) => setTimeout(resolve, 5))
  const indexing = performance.now() - made
  await writer.close()
  const reader = openEngine(path, { mode: 'reader' })
  const plain = new Database(path, { readonly: true })
  // As much room for pages of the file as ours has.
  plain.pragma('cache_size = -32768')
  const potential = names.column('customer.annualPotential').id
  const least = (value: number): Filter => ({ kind: 'condition', columnId: potential, operator: 'greaterOrEqual', value })
  const list = (query: Partial<RowQuery>) =>
    succeed(
      reader.run('rows.page', { tableId, query: { filter: null, sorts: [], groups: [], search: '', ...query }, columnIds: [], offset: 0, limit: 1 }),
    )
  const select = (order: string, where = '1') => plain.prepare(`select id from t${tableId} where ${where} order by ${order}, id`).pluck(true)
  const byDate = select(`${names.sql('customer.lastFollowUpTime')} desc nulls last`, `c${potential} >= ?`)
  const byText = select(`${names.sql('customer.name')} nulls last`)
  const byTextOfSome = select(`${names.sql('customer.name')} nulls last`, `c${potential} >= ?`)
  const size = large.customers
  const results = [
    result({
      id: 'sort.computed',
      what: 'row list of a filter and a sort by a looked-up date, against the hand-written query',
      size,
      ...(await compare(
        (round) => list({ filter: least(300_000 + round), sorts: [last] }),
        (round) => byDate.all(300_000 + round),
        rounds,
      )),
      bar: 1.5,
    }),
    result({
      id: 'sort.text',
      what: `row list sorted by a text, by pinyin (view saved in ${saving.toFixed(0)} ms, index whole ${(indexing / 1000).toFixed(1)} s later), against a sort of the same texts by their bytes`,
      size,
      ...(await compare(
        () => unkept(reader, list, name),
        () => byText.all(),
        rounds,
      )),
      bar: 1.5,
    }),
    result({
      id: 'sort.textFiltered',
      what: 'the same with a filter that changes each time',
      size,
      ...(await compare(
        (round) => list({ filter: least(400_000 + round), sorts: [name] }),
        (round) => byTextOfSome.all(400_000 + round),
        rounds,
      )),
      bar: 1.5,
    }),
    await secondOpening(list, last, least),
  ]
  plain.close()
  await reader.close()
  await takeAway(path, view.id)
  return results
}

/** A list that was not remembered: the reader hears that the column changed. */
async function unkept(reader: Engine, list: (query: Partial<RowQuery>) => Promise<unknown>, sort: Sort): Promise<void> {
  reader.noteChanged({
    tables: [{ tableId: 0, columnIds: [sort.columnId], rowIds: null, rowsChanged: false, rowCount: 0 }],
    schema: false,
    history: { undo: null, redo: null },
  })
  await list({ sorts: [sort] })
}

async function secondOpening(
  list: (query: Partial<RowQuery>) => Promise<unknown>,
  sort: Sort,
  least: (value: number) => Filter,
): Promise<BenchResult> {
  const first: number[] = []
  const again: number[] = []
  for (let round = 0; round < rounds.measured; round += 1) {
    const query = { filter: least(600_000 + round), sorts: [sort] }
    first.push(await taken(() => list(query)))
    again.push(await taken(() => list(query)))
  }
  return result({
    id: 'sort.again',
    what: 'second opening of an unchanged view, against the first',
    size: large.customers,
    median_ms: median(again),
    baseline_ms: median(first),
    bar: 0.2,
  })
}

async function taken(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Resident memory of a reader that pages, filters and sorts, each in a process of its own. */
async function memoryBench(path: string): Promise<BenchResult[]> {
  const empty = join(dirname(path), 'empty.kebu')
  createBase(empty)
  const engine = openEngine(empty)
  await succeed(engine.run('base.applyTemplate', { template: 'customerBook', lang: 'zh-CN', sample: false }))
  await engine.close()
  const residentMb = (base: string): number => {
    const script = fileURLToPath(new URL('../child/readAround.ts', import.meta.url))
    return (
      z.object({ residentBytes: z.number() }).parse(JSON.parse(execFileSync(process.execPath, [script, base], { encoding: 'utf8' }))).residentBytes /
      1e6
    )
  }
  const above = residentMb(path) - residentMb(empty)
  return [
    result({
      id: 'memory',
      what: 'resident memory in MB above an empty base while paging, filtering and sorting, against 200 MB',
      size: large.customers,
      median_ms: above,
      baseline_ms: 200,
      bar: 1,
    }),
  ]
}

/** Leaves the base as the other cases know it. */
async function takeAway(path: string, viewId: number): Promise<void> {
  const writer = openEngine(path)
  await succeed(writer.run('views.delete', { viewId }))
  await writer.close()
  await openEngine(path).close()
}
