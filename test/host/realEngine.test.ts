import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHost } from '#main/host/host.ts'
import { workersOf } from '#main/host/workers.ts'
import type { Host } from '#main/host/ports.ts'
import type { Answer } from '#shared/contract/answer.ts'
import type { ChangedEvent } from '#shared/contract/events.ts'
import { containing } from '../support/containing.ts'

const newWorker = workersOf(new URL('../../src/main/host/worker.ts', import.meta.url))
const all = { filter: null, sorts: [], groups: [], search: '' }
let folder: string
let path: string
let open: Host[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kebu-host-'))
  path = join(folder, '客户.kebu')
})
afterEach(async () => {
  for (const host of open) await host.close()
  open = []
  rmSync(folder, { recursive: true, force: true })
})

async function hostOf(options: { readOnly?: boolean; create?: boolean } = {}): Promise<Host> {
  const host = valueOf(await openHost(path, { readOnly: false, newWorker, ...options }))
  open.push(host)
  return host
}

async function bookOf(): Promise<{ host: Host; tableId: number; nameId: number; statusId: number }> {
  const host = await hostOf({ create: true })
  valueOf(await host.run('base.applyTemplate', { template: 'customerBook', lang: 'zh-CN', sample: true }))
  const { columns } = valueOf(await host.run('base.describe', {}))
  const name = columns.find(({ role }) => role === 'customer.name')
  const status = columns.find(({ role }) => role === 'customer.status')
  if (name === undefined || status === undefined) throw new Error('the template has no such column')
  return { host, tableId: name.tableId, nameId: name.id, statusId: status.id }
}

test('what was written is read at once by the readers, also in lists they had made before', async () => {
  const { host, tableId, nameId } = await bookOf()
  const page = () => host.run('rows.page', { tableId, query: { ...all, search: '新客户甲' }, columnIds: [nameId], offset: 0, limit: 10 })
  expect(valueOf(await page()).rowCount).toBe(0)
  for (let round = 1; round <= 5; round++) {
    valueOf(await host.run('rows.insert', { tableId, rows: [{ cells: [{ columnId: nameId, value: `新客户甲 ${round}` }] }] }))
    expect(valueOf(await page()).rowCount).toBe(round)
  }
  valueOf(await host.run('history.undo', {}))
  expect(valueOf(await page()).rowCount).toBe(4)
})

test('a change of the tables is known to the readers', async () => {
  const { host } = await bookOf()
  const events: ChangedEvent[] = []
  host.onChanged((event) => events.push(event))
  const table = valueOf(await host.run('tables.create', { name: '项目' }))
  expect(valueOf(await host.run('base.describe', {})).tables.map(({ name }) => name)).toContain('项目')
  expect(valueOf(await host.run('rows.page', { tableId: table.id, query: all, columnIds: [], offset: 0, limit: 10 })).total).toBe(0)
  expect(events.some(({ schema }) => schema)).toBe(true)
})

test('closing leaves one file, and opening finds everything in place', async () => {
  const { host, tableId, nameId } = await bookOf()
  const { ids } = valueOf(await host.run('rows.insert', { tableId, rows: [{ cells: [{ columnId: nameId, value: '最后一位' }] }] }))
  await host.close()
  expect(readdirSync(folder)).toEqual(['客户.kebu'])
  const again = await hostOf()
  expect(valueOf(await again.run('rows.get', { tableId, rowId: ids[0] ?? 0 })).title).toBe('最后一位')
  expect(valueOf(await again.run('history.state', {})).undo).not.toBeNull()
})

test('a base that is open is in use, and may be looked at read-only', async () => {
  const { host, tableId, nameId } = await bookOf()
  expect(await openHost(path, { readOnly: false, newWorker })).toMatchObject({
    ok: false,
    error: { code: 'base.inUse', message: { 'zh-CN': containing('客户.kebu') } },
  })
  const reader = await hostOf({ readOnly: true })
  valueOf(await host.run('rows.insert', { tableId, rows: [{ cells: [{ columnId: nameId, value: '旁观者可见' }] }] }))
  expect(
    valueOf(await reader.run('rows.page', { tableId, query: { ...all, search: '旁观者可见' }, columnIds: [nameId], offset: 0, limit: 10 })).rowCount,
  ).toBe(1)
  expect(await reader.run('rows.delete', { tableId, rowIds: [1] })).toMatchObject({ ok: false, error: { code: 'base.readOnly' } })
})

test('another process is told that the base is in use', async () => {
  await bookOf()
  const program = `import { openEngine } from ${JSON.stringify(new URL('../../src/main/engine/index.ts', import.meta.url).href)}
    try { openEngine(${JSON.stringify(path)}); console.log('opened') } catch (error) { console.log(error.error.code) }`
  const other = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: unknown[] = await once(other.stdout, 'data')
  expect(String(said[0]).trim()).toBe('base.inUse')
})

test('a base whose program was killed opens again, with all that was committed', async () => {
  const { host, tableId, nameId } = await bookOf()
  await host.close()
  const engine = JSON.stringify(new URL('../../src/main/engine/index.ts', import.meta.url).href)
  const program = `import { openEngine } from ${engine}
    const engine = openEngine(${JSON.stringify(path)})
    await engine.run('rows.insert', { tableId: ${tableId}, rows: [{ cells: [{ columnId: ${nameId}, value: '断电之前' }] }] })
    console.log('written'); setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(other.stdout, 'data')
  other.kill('SIGKILL')
  await once(other, 'exit')
  const again = await hostOf()
  expect(valueOf(await again.run('rows.find', { tableIds: [tableId], text: '断电之前' }))).toHaveLength(1)
  await again.close()
  expect(readdirSync(folder)).toEqual(['客户.kebu'])
})

test('a long write that is cancelled leaves the base as it was', async () => {
  const { host, tableId, statusId } = await bookOf()
  const before = valueOf(await host.run('history.list', { limit: 1 }))
  const call = host.run('rows.updateWhere', { tableId, filter: null, columnId: statusId, value: null }, { callId: 'mine' })
  host.cancel('mine')
  const answer = await call
  // The flag may be seen before the work or after it, never in between.
  if (!answer.ok) expect(valueOf(await host.run('history.list', { limit: 1 }))).toEqual(before)
  else expect(answer.value.updated).toBeGreaterThan(0)
})

/** Orders by plain SQL: so many that an analysis of them takes seconds. */
async function manyOrders(): Promise<void> {
  const host = await hostOf({ create: true })
  valueOf(await host.run('base.applyTemplate', { template: 'customerBook', lang: 'zh-CN', sample: false }))
  const { columns } = valueOf(await host.run('base.describe', {}))
  await host.close()
  const [link, date] = [columns.find(({ role }) => role === 'order.customer'), columns.find(({ role }) => role === 'order.date')]
  const amount = columns.find(({ role }) => role === 'order.amount')
  if (link?.type !== 'link' || date === undefined || amount === undefined) throw new Error('the template has no such column')
  const [own, other] = link.settings.side === 'a' ? ['a', 'b'] : ['b', 'a']
  const series = (count: number) => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`
  const stamps = `randomblob(16), '2026-01-01T08:00:00', '2026-01-01T08:00:00'`
  const database = new Database(path)
  database.exec(`${series(5_000)} insert into t${link.settings.otherTableId} (id, uid, created_at, updated_at) select i, ${stamps} from n`)
  database.exec(`${series(100_000)} insert into t${link.tableId} (id, uid, created_at, updated_at, c${date.id}, c${amount.id})
    select i, ${stamps}, date('now', '-' || (i * 31 % 900) || ' days'), i * 7919 % 10000 + 1 from n`)
  database.exec(`${series(100_000)} insert into l${link.settings.linkId} (${own}, ${other}) select i, i * 7919 % 5000 + 1 from n`)
  database.close()
}

test('an analysis that is left in the midst of its SQL leaves the next one to work; the base closes as one file', async () => {
  await manyOrders()
  const host = await hostOf()
  const left = host.run('analysis.customerValue', { lang: 'zh-CN' }, { callId: 'left' })
  await wait(100)
  host.cancel('left')
  expect(await left).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(valueOf(await host.run('analysis.forecast', { lang: 'zh-CN' })).kind).toBe('shown')
  await host.close()
  expect(readdirSync(folder)).toEqual(['客户.kebu'])
})

function valueOf<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`${answer.error.message.en} ${answer.error.details ?? ''}`)
  return answer.value
}
