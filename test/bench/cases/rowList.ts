import Database from 'better-sqlite3'
import { openEngine } from '#main/engine/index.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { compare, result, type BenchCase } from '../support/bench.ts'
import { largeBase, middle, namesOf, succeed } from '../support/largeBase.ts'

export const rowListCases: BenchCase[] = [
  {
    id: 'rowList',
    run: async () => {
      const path = await largeBase(middle)
      const engine = openEngine(path, { mode: 'reader' })
      const names = await namesOf(engine)
      const tableId = names.table('customer')
      const status = names.column('customer.status').id
      const potential = names.column('customer.annualPotential').id
      const queryOf = (least: number): RowQuery => ({
        filter: {
          kind: 'and',
          items: [
            { kind: 'condition', columnId: status, operator: 'anyOf', value: [1, 2, 3] },
            { kind: 'condition', columnId: potential, operator: 'greaterOrEqual', value: least },
          ],
        },
        sorts: [{ columnId: names.column('customer.lastFollowUpTime').id, direction: 'descending' }],
        groups: [],
        search: '',
      })
      const plain = new Database(path, { readonly: true })
      const select = plain
        .prepare(
          `select id from t${tableId} where c${status} in (1, 2, 3) and c${potential} >= ? order by ${names.sql('customer.lastFollowUpTime')} desc nulls last, id`,
        )
        .pluck(true)
      // A new threshold each round, so that the list is made and not remembered.
      const times = await compare(
        (round) => succeed(engine.run('rows.page', { tableId, query: queryOf(500_000 + round), columnIds: [status], offset: 0, limit: 1 })),
        (round) => Float64Array.from(select.all(500_000 + round).map(Number)),
        { warm: 3, measured: 15 },
      )
      plain.close()
      await engine.close()
      return [
        result({
          id: 'rowList',
          what: 'row list of two filters and a sort by a lookup column, against the hand-written query',
          size: middle.customers,
          ...times,
          bar: 1.5,
        }),
      ]
    },
  },
]
