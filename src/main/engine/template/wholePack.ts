import { columnsOfFilter } from '#shared/model/filter.ts'
import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import type { Schema } from '../context.ts'
import { knownTemplates } from './knownTemplates.ts'
import { standardRule } from './modules/standardRules.ts'
import { rolesOfColumn, rolesOfScheme, rolesOfView } from './rolesNamed.ts'
import type { TemplateColumn, TemplateData, TemplateTable, TemplateView } from './templateData.ts'

/**
 * What of a pack the base has not yet, with everything that this reads: columns that were deleted are described anew by the
 * template they came from, and so is a whole table that is gone, with its views. Columns that are there and read something
 * that is gone are in it too, to be set right.
 */
export function wholePack(schema: Schema, pack: TemplateData): TemplateData {
  const tables = new Map<TableRole, { table: TemplateTable; columns: TemplateColumn[] }>()
  const views: TemplateView[] = []
  const planned = new Set<ColumnRole>()
  const sources = [pack, ...knownTemplates]
  const allTables = sources.flatMap((source) => source.tables)

  const table = (role: TableRole) => {
    const known = tables.get(role)
    if (known !== undefined) return known
    const descriptions = allTables.filter((each) => each.role === role)
    const [first] = descriptions
    if (first === undefined) throw new Error(`template: no table is called ${role}`)
    const entry = { table: first, columns: [] }
    tables.set(role, entry)
    if (schema.tableByRole(role) !== undefined) return entry
    // The first template that describes the table's own name for a row is the one the table comes from.
    const source = sources.find((each) => each.tables.some(({ columns }) => columns.some((column) => column.role === first.primary)))
    for (const { columns } of (source?.tables ?? []).filter((each) => each.role === role)) columns.forEach((column) => plan(role, column))
    views.push(...(source?.views ?? []).filter((view) => view.table === role))
    return entry
  }
  const plan = (role: TableRole, column: TemplateColumn): void => {
    if (planned.has(column.role) || isWhole(schema, column.role)) return
    planned.add(column.role)
    table(role).columns.push(column)
    rolesOfColumn(column, allTables).forEach(need)
  }
  const need = (role: ColumnRole): void => {
    if (planned.has(role) || isWhole(schema, role)) return
    for (const each of allTables) {
      const column = each.columns.find((known) => known.role === role)
      if (column !== undefined) return plan(each.role, column)
    }
    throw new Error(`template: no column is called ${role}`)
  }

  for (const { role, columns } of pack.tables) {
    table(role)
    columns.forEach((column) => plan(role, column))
  }
  const schemes = pack.schemes
    .filter(({ target }) => ![...schema.schemes.values()].some((scheme) => scheme.targetColumnId === schema.columnByRole(target)?.id))
    .map((scheme) => ({ ...scheme, rule: standardRule(scheme, (role) => schema.tableByRole(role) !== undefined || tables.has(role)) }))
  schemes.flatMap(rolesOfScheme).forEach(need)
  const newViews = [...new Set([...pack.views, ...views])].filter(({ role }) => ![...schema.views.values()].some((view) => view.role === role))
  newViews.flatMap(rolesOfView).forEach(need)
  return { tables: [...tables.values()].map(({ table: { role, primary }, columns }) => ({ role, primary, columns })), schemes, views: newViews }
}

/** Whether the column is there, and what it reads. */
function isWhole(schema: Schema, role: ColumnRole): boolean {
  const column = schema.columnByRole(role)
  if (column === undefined) return false
  const isThere = (id: number | null): boolean => id === null || schema.columns.has(id)
  switch (column.type) {
    case 'lookup':
      return isThere(column.settings.linkColumnId) && isThere(column.settings.targetColumnId)
    case 'rollup': {
      const { linkColumnId, targetColumnId, orderColumnId, filter } = column.settings
      return [linkColumnId, targetColumnId, orderColumnId, ...columnsOfFilter(filter)].every(isThere)
    }
    case 'formula':
      return [...column.settings.source.matchAll(/#(\d+)/gu)].every(([, id]) => isThere(Number(id)))
    default:
      return true
  }
}
