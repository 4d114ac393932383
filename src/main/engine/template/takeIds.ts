import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import type { Column } from '#shared/model/column.ts'
import type { Option } from '#shared/model/option.ts'
import { columnRoles, type ColumnRole } from '#shared/model/roles.ts'
import type { Schema, WriteContext } from '../context.ts'
import { knownTemplates } from './knownTemplates.ts'
import type { Ids } from './resolve.ts'
import type { TemplateColumn, TemplateData, TemplateOption } from './templateData.ts'
import { templateText } from './templateTexts.ts'

export type TakenIds = {
  ids: Ids
  /** Options that something asked for and a select of the base has not, by the select's role; known once all is resolved. */
  missingOptions: ReadonlyMap<ColumnRole, readonly (TemplateOption & { id: number })[]>
}

/** The ids of what the base has, and new ones for everything the pack will make, so that its parts can refer to each other. */
export function takeIds({ schema, newId }: Pick<WriteContext, 'schema' | 'newId'>, pack: TemplateData, lang: Lang): TakenIds {
  const columns = pack.tables.flatMap((table) => table.columns)
  const newColumns = new Map(columns.map((column) => [column.role, column]))
  const tableIds = new Map(pack.tables.map(({ role }) => [role, schema.tableByRole(role)?.id ?? newId('table')]))
  const columnIds = new Map(columns.map(({ role }) => [role, schema.columnByRole(role)?.id ?? newId('column')]))
  const links = newLinks(columns, newId)
  const missing = new Map<ColumnRole, (TemplateOption & { id: number })[]>()

  const option = (role: ColumnRole, code: string): number => {
    const made = newColumns.get(role)
    // Looked up from a select, an option is one of that select.
    if (made?.type === 'lookup' || made?.type === 'rollup') return option(found(made.target, role), code)
    if (made !== undefined) return 1 + found(placeOf(optionsOf(made), code), `${role}.${code}`)
    const column = sourceOf(schema, found(schema.columnByRole(role), role))
    if (column.role !== role) return option(found(knownRole(column.role), role), code)
    const options = selectOptions(column)
    const added = missing.get(role) ?? []
    const known = options.find((each) => each.code === code) ?? added.find((each) => each.code === code)
    if (known !== undefined) return known.id
    const id = 1 + Math.max(0, ...[...options, ...added].map((each) => each.id))
    missing.set(role, [...added, { id, code, color: colorOf(pack, role, code) }])
    return id
  }
  const ids: Ids = {
    table: (role) => tableIds.get(role) ?? found(schema.tableByRole(role), role).id,
    column: (role) => columnIds.get(role) ?? found(schema.columnByRole(role), role).id,
    option,
    link: (role) => found(links.get(role), role),
    text: (code) => templateText(lang, code),
  }
  return { ids, missingOptions: missing }
}

/** The column whose values a lookup or rollup shows. */
function sourceOf(schema: Schema, column: Column): Column {
  if (column.type !== 'lookup' && column.type !== 'rollup') return column
  const target = schema.columns.get(column.settings.targetColumnId ?? 0)
  return target === undefined ? column : sourceOf(schema, target)
}

const knownRole = (word: string | null): ColumnRole | undefined => columnRoles.find((role) => role === word)

function newLinks(columns: readonly TemplateColumn[], newId: WriteContext['newId']): ReadonlyMap<ColumnRole, ReturnType<Ids['link']>> {
  const links = new Map<ColumnRole, ReturnType<Ids['link']>>()
  for (const column of columns) {
    if (column.type !== 'link' || links.has(column.role)) continue
    const linkId = newId('link')
    links.set(column.role, { linkId, side: 'a' })
    links.set(column.inverse, { linkId, side: 'b' })
  }
  return links
}

/** The options of a select of the base; a column that is no select any more cannot be what the template means. */
function selectOptions(column: Column): readonly Option[] {
  if (column.type === 'singleSelect' || column.type === 'multipleSelect') return column.settings.options
  throw new Failure(appError('template.columnChanged', { name: column.name }))
}

const optionsOf = (column: TemplateColumn): readonly TemplateOption[] =>
  column.type === 'singleSelect' || column.type === 'multipleSelect' ? column.options : []

function placeOf(options: readonly TemplateOption[], code: string): number | undefined {
  const place = options.findIndex((option) => option.code === code)
  return place === -1 ? undefined : place
}

function colorOf(pack: TemplateData, role: ColumnRole, code: string): TemplateOption['color'] {
  const described = [pack, ...knownTemplates]
    .flatMap(({ tables }) => tables.flatMap(({ columns }) => columns))
    .filter((column) => column.role === role)
  return found(
    described.flatMap(optionsOf).find((option) => option.code === code),
    `${role}.${code}`,
  ).color
}

/** A code that is nowhere is a mistake in the template, found by its test. */
function found<Thing>(thing: Thing | undefined, code: string): Thing {
  if (thing === undefined) throw new Error(`template: nothing is called ${code}`)
  return thing
}
