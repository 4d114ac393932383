import Database from 'better-sqlite3'
import { openEngine } from '#main/engine/index.ts'
import { allFolded } from '#shared/model/folding.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { compare, result, type BenchCase } from '../support/bench.ts'
import { largeBase, middle, namesOf, selectText, succeed } from '../support/largeBase.ts'

/** As many cards of a lane as are read at once. */
const firstCards = 40

export const kanbanCases: BenchCase[] = [
  {
    id: 'kanban.open',
    run: async () => {
      const path = await largeBase(middle)
      const engine = openEngine(path, { mode: 'reader' })
      const names = await namesOf(engine)
      const tableId = names.table('customer')
      const lane = names.column('customer.status').id
      const [potential, last] = [names.column('customer.annualPotential').id, names.column('customer.lastFollowUpTime').id]
      const columnIds = [
        names.column('customer.name').id,
        names.column('customer.owner').id,
        last,
        names.column('customer.lastFollowUpContent').id,
        lane,
      ]
      const queryOf = (least: number): RowQuery => ({
        filter: { kind: 'condition', columnId: potential, operator: 'greaterOrEqual', value: least },
        sorts: [{ columnId: last, direction: 'descending' }],
        groups: [{ columnId: lane, direction: 'ascending' }],
        search: '',
      })
      const open = async (least: number): Promise<[unknown, number, number[]][]> => {
        const asked = { tableId, query: queryOf(least), columnIds, offset: 0, limit: firstCards }
        const heads = await succeed(engine.run('rows.page', { ...asked, columnIds: [], collapsed: [...allFolded], limit: 1000 }))
        const lanes = heads.items.flatMap((item) => (item.kind === 'group' ? [item] : []))
        const pages = await Promise.all(lanes.map(({ key }) => succeed(engine.run('rows.page', { ...asked, within: key }))))
        return lanes.map(({ value, count }, at) => [value, count, (pages[at]?.items ?? []).flatMap((item) => (item.kind === 'row' ? [item.id] : []))])
      }
      const plain = new Database(path, { readonly: true })
      const counts = plain
        .prepare<[number], [unknown, number]>(`select c${lane}, count(*) from t${tableId} where c${potential} >= ? group by 1`)
        .raw(true)
      const cards = plain
        .prepare<[number, unknown], [number, ...unknown[]]>(
          `${selectText(names, tableId, columnIds)} where c${potential} >= ? and c${lane} is ? order by c${last} desc nulls last, id limit ${firstCards}`,
        )
        .raw(true)
      const byHand = (least: number): [unknown, number, number[]][] =>
        counts.all(least).map(([value, count]) => [value, count, cards.all(least, value).map(([id]) => id)])
      const told = (lanes: readonly unknown[]): string =>
        lanes
          .map((each) => JSON.stringify(each))
          .toSorted()
          .join('\n')
      if (told(await open(500_000)) !== told(byHand(500_000))) throw new Error('the lanes are not those of the hand-written SQL')
      // A new threshold each round, so that the board is made and not remembered.
      const times = await compare(
        (round) => open(500_001 + round),
        (round) => byHand(500_001 + round),
        { warm: 3, measured: 15 },
      )
      plain.close()
      await engine.close()
      return [
        result({
          id: 'kanban.open',
          what: 'a board: its lanes with counts and the first 40 cards of each, filtered and sorted by a lookup column, against a GROUP BY and a SELECT … LIMIT for each lane',
          size: middle.customers,
          ...times,
          bar: 2,
        }),
      ]
    },
  },
]
