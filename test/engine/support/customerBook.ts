import { openEngine, type Engine } from '#main/engine/index.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import { columnRoles, type ColumnRole, type SchemeCode, type TableRole } from '#shared/model/roles.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase } from './temporaryBase.ts'
import { valueOf } from './valueOf.ts'

/** The customer book of the template, spoken to by roles; `day` can be moved on. */
export async function customerBook(options: { today: string; sample?: boolean; lang?: 'zh-CN' | 'en' }) {
  const state = { today: options.today }
  const clock = { today: () => state.today, now: () => `${state.today}T10:00:00` }
  const { engine, path } = temporaryBase({ clock })
  valueOf(await engine.run('base.applyTemplate', { template: 'customerBook', lang: options.lang ?? 'zh-CN', sample: options.sample ?? false }))
  return { ...(await rolesOf(engine)), path, clock, state, reopen: () => openEngine(path, { clock }) }
}

/** Finds tables, columns, options and schemes of an open book by their codes. */
export async function rolesOf(engine: Engine) {
  const base = valueOf(await engine.run('base.describe', {}))
  const column = (role: ColumnRole) => {
    const found = base.columns.find((known) => known.role === role)
    if (found === undefined) throw new Error(`no column ${role}`)
    return found
  }
  const table = (role: TableRole): number => base.tables.find((known) => known.role === role)?.id ?? 0
  const scheme = (code: SchemeCode) => {
    const found = base.schemes.find((known) => known.code === code)
    if (found === undefined) throw new Error(`no scheme ${code}`)
    return found
  }
  const options = (role: ColumnRole) => {
    const known = column(role)
    return optionsOf(known)
  }
  const option = (role: ColumnRole, code: string): number => options(role).find((known) => known.code === code)?.id ?? 0
  const codeOf = (role: ColumnRole, id: CellValue): string | null => options(role).find((known) => known.id === id)?.code ?? null

  /** All rows of a table with these cells, by role. */
  const rows = async <Role extends ColumnRole>(role: TableRole, roles: readonly Role[]) => {
    const columnIds = roles.map((each) => column(each).id)
    const all: { id: number; cell: (role: Role) => CellValue }[] = []
    for (let offset = 0; ; offset += 1000) {
      const page = valueOf(await engine.run('rows.page', { tableId: table(role), query: emptyRowQuery, columnIds, offset, limit: 1000 }))
      for (const item of page.items) {
        if (item.kind !== 'row') continue
        all.push({ id: item.id, cell: (each) => item.cells[roles.indexOf(each)] ?? null })
      }
      if (offset + 1000 >= page.total) return all
    }
  }
  const insert = async (
    role: TableRole,
    cells: Partial<Record<ColumnRole, CellValue>>,
    links: Partial<Record<ColumnRole, number[]>> = {},
  ): Promise<number> => {
    const given = columnRoles.flatMap((each) => (cells[each] === undefined ? [] : [{ columnId: column(each).id, value: cells[each] }]))
    const linked = columnRoles.flatMap((each) => (links[each] === undefined ? [] : [{ columnId: column(each).id, rowIds: links[each] }]))
    const { ids } = valueOf(await engine.run('rows.insert', { tableId: table(role), rows: [{ cells: given, links: linked }], begun: true }))
    return ids[0] ?? 0
  }
  const update = async (role: ColumnRole, rowId: number, value: CellValue): Promise<void> => {
    valueOf(await engine.run('rows.update', { tableId: column(role).tableId, rows: [{ id: rowId, cells: [{ columnId: column(role).id, value }] }] }))
  }
  return { engine, base, column, table, scheme, options, option, codeOf, rows, insert, update }
}

export type CustomerBook = Awaited<ReturnType<typeof customerBook>>
