import Database from 'better-sqlite3'
import { openEngine } from '#main/engine/index.ts'
import type { ColorRule } from '#shared/model/coloring.ts'
import { emptyRowQuery, type RowQuery } from '#shared/model/view.ts'
import { compare, result, type BenchCase } from '../support/bench.ts'
import { large, largeBase, namesOf, selectText, succeed } from '../support/largeBase.ts'

const pageRows = 200
const warm = 50
const measured = 200

export const arrangedCases: BenchCase[] = [
  {
    id: 'arranged',
    run: async () => {
      const path = await largeBase(large)
      const engine = openEngine(path, { mode: 'reader' })
      const names = await namesOf(engine)
      const tableId = names.table('customer')
      const columnIds = names.columns.flatMap((column) => (column.tableId === tableId ? [column.id] : [])).slice(0, 30)
      const idOf = (role: Parameters<typeof names.column>[0]): number => names.column(role).id
      const query: RowQuery = {
        ...emptyRowQuery,
        groups: [
          { columnId: idOf('customer.status'), direction: 'ascending' },
          { columnId: idOf('customer.owner'), direction: 'ascending' },
          { columnId: idOf('customer.lastFollowUpTime'), direction: 'descending', unit: 'month' },
        ],
      }
      const target = { kind: 'row' as const }
      const colors: ColorRule[] = [
        {
          kind: 'filter',
          filter: { kind: 'condition', columnId: idOf('customer.annualPotential'), operator: 'greater', value: 500_000 },
          color: 'red',
          target,
        },
        {
          kind: 'filter',
          filter: { kind: 'condition', columnId: idOf('customer.lastFollowUpTime'), operator: 'within', value: { kind: 'pastDays', days: 30 } },
          color: 'blue',
          target,
        },
        { kind: 'scale', columnId: idOf('customer.annualPotential'), colors: ['yellow', 'red'], ends: 'extremes', target },
      ]
      const page = async (round: number) => {
        const offset = (round * 7919 * pageRows) % (large.customers - pageRows)
        return succeed(engine.run('rows.page', { tableId, query, columnIds, colors, offset, limit: pageRows }))
      }
      // The list and the ends of the scale are made once; what is measured is every page after.
      const idsOf: number[][] = []
      for (let round = 0; round < warm + measured; round += 1) {
        idsOf.push((await page(round)).items.flatMap((item) => (item.kind === 'row' ? [item.id] : [])))
      }
      const plain = new Database(path, { readonly: true })
      const select = plain.prepare(`${selectText(names, tableId, columnIds)} where id in (select value from json_each(?))`).raw(true)
      const times = await compare(page, (round) => select.all(JSON.stringify(idsOf[round])), { warm, measured })
      plain.close()
      await engine.close()
      return [
        result({
          id: 'arranged',
          what: 'a page of 200 rows under three levels of groups and three rules of colour, against a SELECT of the same rows without',
          size: large.customers,
          ...times,
          bar: 1.5,
        }),
      ]
    },
  },
]
