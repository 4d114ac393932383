import { setTimeout as wait } from 'node:timers/promises'
import { openHost } from '#main/host/host.ts'
import { workersOf } from '#main/host/workers.ts'
import type { RowQuery } from '#shared/model/view.ts'

/** An engine as the program runs it, on three threads, that pages and sorts for a while; prints what its process holds. */
const [path = ''] = process.argv.slice(2)
const opened = await openHost(path, { readOnly: false, newWorker: workersOf(new URL('../../../src/main/host/worker.ts', import.meta.url)) })
if (!opened.ok) throw new Error(opened.error.message.en)
const host = opened.value

async function succeed<Value>(answer: Promise<{ ok: true; value: Value } | { ok: false; error: { message: { en: string } } }>): Promise<Value> {
  const given = await answer
  if (!given.ok) throw new Error(given.error.message.en)
  return given.value
}

const { tables, columns } = await succeed(host.run('base.describe', {}))
const [table] = tables
if (table === undefined) throw new Error('no table')
const columnIds = columns.filter((column) => column.tableId === table.id).map((column) => column.id)
const sortable = columns.filter((column) => column.tableId === table.id && ['text', 'number', 'date', 'dateTime', 'rollup'].includes(column.type))
const query = (columnId: number | null): RowQuery => ({
  filter: null,
  sorts: columnId === null ? [] : [{ columnId, direction: 'descending' }],
  groups: [],
  search: '',
})
let most = 0
const look = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss)
}, 20)
for (const columnId of [null, ...sortable.slice(0, 9).map((column) => column.id)]) {
  const page = (offset: number) => succeed(host.run('rows.page', { tableId: table.id, query: query(columnId), columnIds, offset, limit: 200 }))
  const { total } = await page(0)
  for (let step = 0; step < 20; step += 1) await page(Math.floor((total * step) / 20))
}
await wait(500)
clearInterval(look)
console.log(JSON.stringify({ settled: process.memoryUsage().rss, most }))
await host.close()
