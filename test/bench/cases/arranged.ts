import { openEngine } from '#main/engine/index.ts'
import type { ColorRule } from '#shared/model/coloring.ts'
import { emptyRowQuery, type RowQuery } from '#shared/model/view.ts'
import { compare, result, type BenchCase } from '../support/bench.ts'
import { large, largeBase, namesOf, succeed } from '../support/largeBase.ts'

const pageRows = 200

export const arrangedCases: BenchCase[] = [
  {
    id: 'arranged',
    run: async () => {
      const engine = openEngine(await largeBase(large), { mode: 'reader' })
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
      const offsetOf = (round: number): number => (round * 7919 * pageRows) % (large.customers - pageRows)
      const page = (own: RowQuery, rules: ColorRule[], offset: number) =>
        succeed(engine.run('rows.page', { tableId, query: own, columnIds, colors: rules, offset, limit: pageRows }))
      // The lists and the ends of the scale are made once; what is measured is every page after.
      await page(emptyRowQuery, [], 0)
      await page(query, colors, 0)
      const times = await compare(
        (round) => page(query, colors, offsetOf(round)),
        (round) => page(emptyRowQuery, [], offsetOf(round)),
        { warm: 50, measured: 200 },
      )
      await engine.close()
      return [
        result({
          id: 'arranged',
          what: 'a page of 200 rows under three levels of groups and three rules of colour, against the plain page',
          size: large.customers,
          ...times,
          bar: 1.5,
        }),
      ]
    },
  },
]
