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

type Times = { median_ms: number; baseline_ms: number }

/** The pages of one base, by the engine and by the plain statement. */
async function pagesOf(sizes: Sizes) {
  const path = await largeBase(sizes)
  const engine = openEngine(path, { mode: 'reader' })
  const names = await namesOf(engine)
  const columnIds = pageColumns(names)
  const tableId = names.table('customer')
  const plain = new Database(path, { readonly: true })
  const select = plain.prepare(`${selectText(names, tableId, columnIds)} where id between ? and ?`).raw(true)
  const offsetOf = (round: number): number => (round * 7919 * pageRows) % (sizes.customers - pageRows)
  const read = (offset: number) => succeed(engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds, offset, limit: pageRows }))
  await read(0)
  return {
    page: (round: number) => read(offsetOf(round)),
    select: (round: number) => select.all(offsetOf(round) + 1, offsetOf(round) + pageRows),
    close: async () => {
      plain.close()
      await engine.close()
    },
  }
}

type Pages = Awaited<ReturnType<typeof pagesOf>>

const rounds = { warm: 100, measured: 300 }

/** Pages of both bases in turn: minutes apart they would tell of what else the machine did meanwhile. */
const growth = (grown: Pages, little: Pages): Promise<Times> => compare(grown.page, little.page, rounds)

export const pageCases: BenchCase[] = [
  {
    id: 'page',
    run: async (): Promise<BenchResult[]> => {
      const at1k = await pagesOf(small)
      const at100k = await pagesOf(middle)
      const at1M = await pagesOf(large)
      try {
        const what = '200 rows × 30 columns, 5 of them over links, from any position'
        const line = (id: string, against: string, { customers }: Sizes, times: Times, bar: number): BenchResult =>
          result({ id, what: `${what}, against ${against}`, size: customers, ...times, bar })
        return [
          line('page', 'a SELECT of the same columns by row id', middle, await compare(at100k.page, at100k.select, rounds), 2),
          line('page.growth.100k', 'the same at 1k rows', middle, await growth(at100k, at1k), 1.3),
          line('page.growth.1M', 'the same at 1k rows', large, await growth(at1M, at1k), 1.3),
        ]
      } finally {
        for (const pages of [at1k, at100k, at1M]) await pages.close()
      }
    },
  },
]
