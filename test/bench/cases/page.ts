import Database from 'better-sqlite3'
import { openEngine } from '#main/engine/index.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { compare, result, type BenchCase, type BenchResult } from '../support/bench.ts'
import { large, largeBase, middle, namesOf, selectText, small, succeed, type Names, type Sizes } from '../support/largeBase.ts'

const pageRows = 200

/** 25 plain columns and 5 that are computed over links. */
function pageColumns(names: Names): number[] {
  const table = names.table('customer')
  const computed = (
    [
      'customer.lastFollowUpTime',
      'customer.lastFollowUpContent',
      'customer.followUpCount',
      'customer.nextFollowUpTime',
      'customer.amountAll',
    ] as const
  ).map((role) => names.column(role).id)
  const others = names.columns
    .filter((column) => column.tableId === table && !computed.includes(column.id))
    .slice(0, 25)
    .map((column) => column.id)
  return [...others, ...computed]
}

async function measure(sizes: Sizes): Promise<{ median_ms: number; baseline_ms: number }> {
  const path = await largeBase(sizes)
  const engine = openEngine(path, { mode: 'reader' })
  const names = await namesOf(engine)
  const columnIds = pageColumns(names)
  const tableId = names.table('customer')
  const plain = new Database(path, { readonly: true })
  const select = plain.prepare(`${selectText(names, tableId, columnIds)} where id between ? and ?`).raw(true)
  const offsetOf = (round: number): number => (round * 7919 * pageRows) % (sizes.customers - pageRows)
  await succeed(engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds, offset: 0, limit: pageRows }))
  const times = await compare(
    (round) => succeed(engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds, offset: offsetOf(round), limit: pageRows })),
    (round) => select.all(offsetOf(round) + 1, offsetOf(round) + pageRows),
    { warm: 100, measured: 300 },
  )
  plain.close()
  await engine.close()
  return times
}

export const pageCases: BenchCase[] = [
  {
    id: 'page',
    run: async (): Promise<BenchResult[]> => {
      const at1k = await measure(small)
      const at100k = await measure(middle)
      const at1M = await measure(large)
      const what = '200 rows × 30 columns, 5 of them over links, from any position'
      return [
        result({ id: 'page', what: `${what}, against a SELECT of the same columns by row id`, size: middle.customers, ...at100k, bar: 2 }),
        result({
          id: 'page.growth.100k',
          what: `${what}, against the same at 1k rows`,
          size: middle.customers,
          median_ms: at100k.median_ms,
          baseline_ms: at1k.median_ms,
          bar: 1.3,
        }),
        result({
          id: 'page.growth.1M',
          what: `${what}, against the same at 1k rows`,
          size: large.customers,
          median_ms: at1M.median_ms,
          baseline_ms: at1k.median_ms,
          bar: 1.3,
        }),
      ]
    },
  },
]
