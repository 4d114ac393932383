import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createBase, openEngine, type Engine } from '#main/engine/index.ts'
import type { Column } from '#shared/model/column.ts'
import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import { libraryColumnRoles, librarySchemeCodes } from '#shared/model/roles/libraryRoles.ts'

export type Sizes = { customers: number; followUps: number; orders: number }

export const small: Sizes = { customers: 1_000, followUps: 5_000, orders: 1_000 }
export const middle: Sizes = { customers: 100_000, followUps: 500_000, orders: 100_000 }
export const large: Sizes = { customers: 1_000_000, followUps: 1_000_000, orders: 100_000 }

/** Names of the customer book's tables and columns in SQL, found by role. */
export type Names = { table(role: TableRole): number; column(role: ColumnRole): Column; sql(role: ColumnRole): string; columns: Column[] }

/** Where the bases of this run stand. */
export const benchFolder = join(tmpdir(), `kebu-bench-${process.pid}`)

/** A customer book of this size, made once a run. */
export async function largeBase(sizes: Sizes): Promise<string> {
  const path = join(benchFolder, `${sizes.customers}.kebu`)
  if (existsSync(path)) return path
  mkdirSync(benchFolder, { recursive: true })
  createBase(path)
  const engine = openEngine(path)
  await plainBook(engine)
  for (const name of ['李雷', '韩梅梅', '王伟', '张敏']) await succeed(engine.run('members.create', { name }))
  const names = await namesOf(engine)
  await engine.close()
  fill(path, names, sizes)
  const filled = openEngine(path)
  await succeed(filled.run('base.recompute', {}))
  await succeed(filled.run('base.turnDay', {}))
  await filled.close()
  return path
}

/**
 * The customer book without what it begins with of the library: the cases measure single schemes against the best SQL for
 * each, and a base that every edit keeps three more classes and eight metrics of would say nothing of them.
 */
async function plainBook(engine: Engine): Promise<void> {
  await succeed(engine.run('base.applyTemplate', { template: 'customerBook', lang: 'zh-CN', sample: false }))
  const { schemes, columns } = await succeed(engine.run('base.describe', {}))
  const codes = new Set<string>(librarySchemeCodes)
  const roles = new Set<string | null>(libraryColumnRoles)
  for (const { id, code } of schemes) if (codes.has(code)) await succeed(engine.run('schemes.delete', { schemeId: id }))
  for (const { id, role } of columns) if (roles.has(role)) await succeed(engine.run('columns.delete', { columnId: id }))
}

export function removeBases(): void {
  rmSync(benchFolder, { recursive: true, force: true })
}

export async function namesOf(engine: Engine): Promise<Names> {
  const { tables, columns } = await succeed(engine.run('base.describe', {}))
  const column = (role: ColumnRole): Column => {
    const found = columns.find((each) => each.role === role)
    if (found === undefined) throw new Error(`no column ${role}`)
    return found
  }
  return {
    columns,
    column,
    sql: (role) => `c${column(role).id}`,
    table: (role) => {
      const found = tables.find((each) => each.role === role)
      if (found === undefined) throw new Error(`no table ${role}`)
      return found.id
    },
  }
}

/** The hand-written `select id, … from …` of some columns. */
export function selectText({ columns }: Names, tableId: number, columnIds: readonly number[]): string {
  const selected = columnIds.map((id) => {
    switch (columns.find((each) => each.id === id)?.type) {
      case 'createdTime':
        return 'created_at'
      case 'createdBy':
        return 'created_by'
      case 'modifiedTime':
        return 'updated_at'
      case 'modifiedBy':
        return 'updated_by'
      default:
        return `c${id}`
    }
  })
  return `select id, ${selected.join(', ')} from t${tableId}`
}

export async function succeed<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; failure: { code: string; details?: string } }>,
): Promise<Value> {
  const result = await answer
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.details ?? ''}`)
  return result.value
}

/** Rows by plain SQL, as a person could never type them; numbers are spread by multiplying with primes. */
function fill(path: string, names: Names, sizes: Sizes): void {
  const database = new Database(path)
  const day = (expression: string): string => `date('now', '-' || (${expression}) || ' days')`
  const series = (count: number): string => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`
  const insert = (table: TableRole, count: number, cells: Partial<Record<ColumnRole, string>>): void => {
    const roles = Object.entries(cells)
    const columns = roles.map(([role]) => `c${names.columns.find((column) => column.role === role)?.id}`)
    database.exec(`${series(count)} insert into t${names.table(table)} (id, uid, created_at, updated_at, ${columns.join(', ')})
      select i, randomblob(16), '2026-01-01T08:00:00', '2026-01-01T08:00:00', ${roles.map(([, expression]) => expression).join(', ')} from n`)
    database.exec(`insert or replace into kebu_counter values ('row:${names.table(table)}', ${count + 1})`)
  }
  const link = (role: ColumnRole, count: number, other: string): void => {
    const column = names.column(role)
    if (column.type !== 'link') throw new Error(`${role} is no link`)
    const pair = column.settings.side === 'a' ? `i, ${other}` : `${other}, i`
    database.exec(`${series(count)} insert into l${column.settings.linkId} (a, b) select ${pair} from n`)
  }
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  insert('customer', sizes.customers, {
    'customer.number': "printf('KH-202601-%07d', i)",
    'customer.name': "'第' || i || '号精密机械有限公司'",
    'customer.type': 'i % 3 + 1',
    'customer.status': 'i * 7 % 6 + 1',
    'customer.source': 'i * 11 % 9 + 1',
    'customer.owner': 'i * 13 % 4 + 1',
    'customer.phone': "printf('138%08d', i * 7919 % 100000000)",
    'customer.wechat': "'wx' || i",
    'customer.email': "'u' || i || '@example.cn'",
    'customer.address': `json_object('province', '浙江省', 'city', '杭州市', 'district', '西湖区', 'detail', i || ' 号')`,
    'customer.needTime': 'i * 17 % 6 + 1',
    'customer.needDescription': "'需要 ' || i % 100 || ' 套'",
    'customer.handleBy': `case when i % 3 = 0 then ${day('i % 200 - 100')} end`,
    'customer.annualPotential': 'i * 7919 % 1000000 / 1.0',
    'customer.note': "'备注 ' || i",
  })
  insert('followUp', sizes.followUps, {
    'followUp.number': "printf('GJ-%08d', i)",
    'followUp.time': `${day('i * 7919 % 700')} || 'T10:30'`,
    'followUp.method': 'i % 8 + 1',
    'followUp.content': "'第 ' || i || ' 次沟通,客户希望月底前收到报价'",
    'followUp.result': 'i * 7 % 7 + 1',
    'followUp.nextTime': `case when i % 2 = 0 then ${day('i * 31 % 200 - 100')} || 'T09:00' end`,
    'followUp.nextContent': "'再次联系'",
    'followUp.author': 'i * 13 % 4 + 1',
  })
  link('followUp.customer', sizes.followUps, `(i * 7919 % ${sizes.customers}) + 1`)
  insert('order', sizes.orders, {
    'order.number': "printf('DD-%08d', i)",
    'order.date': day('i * 31 % 900'),
    'order.amount': '(i * 7919 % 10000000) / 100.0',
    'order.status': '2',
  })
  link('order.customer', sizes.orders, `(i * 104729 % ${sizes.customers}) + 1`)
  database.exec('analyze')
  database.close()
}
