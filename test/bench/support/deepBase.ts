import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createBase, openEngine } from '#main/engine/index.ts'
import type { Column } from '#shared/model/column.ts'
import { benchFolder, succeed } from './largeBase.ts'

/** Customers with five follow-ups each, spread over time as people write them; nothing derived yet but the links. */
export type DeepBase = {
  path: string
  customers: number
  followUps: number
  customersTable: number
  followUpsTable: number
  name: Column
  content: Column
  at: Column
  amount: Column
  /** The link column of the customers. */
  link: Extract<Column, { type: 'link' }>
}

const made = new Map<number, DeepBase>()

/** Made once a run. */
export async function deepBase(customers: number): Promise<DeepBase> {
  const known = made.get(customers)
  if (known !== undefined) return known
  mkdirSync(benchFolder, { recursive: true })
  const path = join(benchFolder, `deep-${customers}.kebu`)
  if (existsSync(path)) throw new Error(`${path} is there already`)
  createBase(path)
  const engine = openEngine(path)
  const own = await succeed(engine.run('tables.create', { name: '客户' }))
  const other = await succeed(engine.run('tables.create', { name: '跟进记录' }))
  const column = (tableId: number, name: string, type: 'text' | 'dateTime' | 'number', settings: Record<string, unknown> = {}) =>
    succeed(engine.run('columns.create', { tableId, name, type, settings }))
  const name = await column(own.id, '名称', 'text')
  const content = await column(other.id, '内容', 'text')
  const at = await column(other.id, '时间', 'dateTime')
  const amount = await column(other.id, '金额', 'number', { format: 'currency', decimals: 2, thousands: true, symbol: '￥' })
  const { column: link } = await succeed(
    engine.run('columns.createLink', {
      tableId: own.id,
      name: '跟进',
      multiple: true,
      otherTableId: other.id,
      otherName: '客户',
      otherMultiple: false,
    }),
  )
  await engine.close()
  if (link.type !== 'link') throw new Error('no link')
  const base: DeepBase = {
    path,
    customers,
    followUps: customers * 5,
    customersTable: own.id,
    followUpsTable: other.id,
    name,
    content,
    at,
    amount,
    link,
  }
  fill(base, name.id)
  made.set(customers, base)
  return base
}

/** The six derived columns an edit of a follow-up has to bring up to date. */
export async function deriveColumns(base: DeepBase): Promise<void> {
  const engine = openEngine(base.path)
  const tableId = base.customersTable
  const linkColumnId = base.link.id
  const rollup = { linkColumnId, orderColumnId: null, filter: null }
  const create = (name: string, type: 'lookup' | 'rollup' | 'formula', settings: Record<string, unknown>) =>
    succeed(engine.run('columns.create', { tableId, name, type, settings }))
  await create('合计', 'rollup', { ...rollup, function: 'sum', targetColumnId: base.amount.id })
  await create('最近', 'rollup', { ...rollup, function: 'max', targetColumnId: base.at.id })
  for (const target of [base.content, base.at, base.amount]) await create(`各次${target.name}`, 'lookup', { linkColumnId, targetColumnId: target.id })
  await create('折后', 'formula', { source: 'IF({最近} > "2026-01-01", {合计} * 0.9, {合计}) + COUNTLINKS({跟进})' })
  await engine.close()
}

function fill(base: DeepBase, nameId: number): void {
  const { customers, followUps, customersTable, followUpsTable, content, at, amount, link } = base
  const database = new Database(base.path)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -400000')
  const series = (count: number): string => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`
  const stamps = `randomblob(16), '2026-01-01T08:00:00', '2026-01-01T08:00:00'`
  database.exec(`${series(customers)} insert into t${customersTable} (id, uid, created_at, updated_at, c${nameId})
    select i, ${stamps}, '第' || i || '号客户' from n`)
  database.exec(`${series(followUps)} insert into t${followUpsTable} (id, uid, created_at, updated_at, c${content.id}, c${at.id}, c${amount.id})
    select i, ${stamps}, '第 ' || i || ' 次沟通', date('2026-01-01', '-' || (i * 31 % 700) || ' days') || 'T10:30', (i * 7919 % 100000) / 100.0 from n`)
  const junction = `l${link.settings.linkId}`
  database.exec(`drop index ${junction}_ab; drop index ${junction}_ba`)
  database.exec(`${series(followUps)} insert into ${junction} (a, b) select i * 7919 % ${customers} + 1, i from n order by 1, 2`)
  database.exec(`create index ${junction}_ab on ${junction} (a, oa, b); create index ${junction}_ba on ${junction} (b, ob, a)`)
  for (const [tableId, count] of [
    [customersTable, customers],
    [followUpsTable, followUps],
  ] as const) {
    database.exec(`insert or replace into kebu_counter values ('row:${tableId}', ${count + 1})`)
  }
  database.exec('analyze')
  database.close()
}
