import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBase, openEngine, type Engine } from '#main/engine/index.ts'
import type { Column } from '#shared/model/column.ts'
import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import { libraryColumnRoles, librarySchemeCodes } from '#shared/model/roles/libraryRoles.ts'
import { fillBook } from './fillBook.ts'

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
  fillBook(path, names, sizes)
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
