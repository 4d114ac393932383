import { openEngine } from '#main/engine/index.ts'
import type { RowQuery } from '#shared/model/view.ts'
import { namesOf, succeed } from '../support/largeBase.ts'

/** Opens a base as the window's reader does, lists its customers in several orders and pages through each; prints the memory held most. */
const [path = ''] = process.argv.slice(2)
const engine = openEngine(path, { mode: 'reader' })
const names = await namesOf(engine)
const tableId = names.table('customer')
const columnIds = names.columns.filter((column) => column.tableId === tableId).map((column) => column.id)
const potential = names.column('customer.annualPotential').id
let residentBytes = 0
for (const role of ['customer.name', 'customer.lastFollowUpTime', 'customer.annualPotential'] as const) {
  for (const least of [null, 100_000]) {
    const query: RowQuery = {
      filter: least === null ? null : { kind: 'condition', columnId: potential, operator: 'greaterOrEqual', value: least },
      sorts: [{ columnId: names.column(role).id, direction: 'descending' }],
      groups: [],
      search: '',
    }
    for (let offset = 0; offset < 1_000_000; offset += 50_000) {
      await succeed(engine.run('rows.page', { tableId, query, columnIds, offset, limit: 200 }))
      residentBytes = Math.max(residentBytes, process.memoryUsage.rss())
    }
  }
}
console.log(JSON.stringify({ residentBytes }))
await engine.close()
