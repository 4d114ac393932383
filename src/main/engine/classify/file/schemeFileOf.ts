import type { Column } from '#shared/model/column.ts'
import { isSelect } from '#shared/model/columns/selects.ts'
import { displayColumn, resultTypeOf } from '#shared/model/columns/display.ts'
import { mapScheme } from '#shared/model/mapRule.ts'
import { columnsOfScheme, type Scheme } from '#shared/model/scheme.ts'
import { schemeFileVersion, type SchemeFile } from '#shared/model/schemeFile.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { shownText, titleColumn } from '../../compute/shownText.ts'
import type { ReadContext } from '../../context.ts'
import { sql, tableRef } from '../../store/sql.ts'
import { strategiesOf } from './strategies.ts'

/** A scheme as a file holds it: numbers from one on for what it names, in the order in which it names them. */
export function schemeFileOf(context: ReadContext, scheme: Scheme): SchemeFile {
  const table = context.schema.tables.get(scheme.tableId)
  const target = context.schema.columns.get(scheme.targetColumnId)
  if (table === undefined || target === undefined || !isSelect(target)) throw new Failure(appError('column.notFound'))
  const columnIds = columnsOfScheme(scheme)
  const keyOf = numbering(columnIds)
  const classOf = numbering(target.settings.options.map(({ id }) => id))
  const choices: SchemeFile['choices'] = []
  const choice = (columnId: number, id: number): number => {
    const said = choiceOf(context, columnId, id)
    const column = keyOf(columnId)
    const known = choices.find((each) => each.column === column && each.name === said.name && each.code === said.code)
    if (known !== undefined) return known.key
    const key = choices.length + 1
    choices.push({ column, key, ...said })
    return key
  }
  const { rule, scope, fallbackOptionId } = mapScheme(scheme, { column: keyOf, option: classOf, choice })
  return {
    format: 'kebu-scheme',
    version: schemeFileVersion,
    name: scheme.name,
    code: scheme.code,
    table: { name: table.name, role: table.role },
    columns: columnIds.map((id) => {
      const column = context.schema.columns.get(id)
      if (column === undefined) throw new Failure(appError('column.notFound'))
      const own = context.schema.tables.get(column.tableId)
      return {
        key: keyOf(id),
        name: column.name,
        role: column.role,
        type: resultTypeOf(column, context.schema.columns),
        table: column.tableId === scheme.tableId || own === undefined ? null : { name: own.name, role: own.role },
      }
    }),
    classes: target.settings.options.map((option) => ({ ...option, id: classOf(option.id) })),
    choices,
    scope,
    rule,
    fallback: fallbackOptionId,
    ...(scheme.run === undefined ? {} : { run: scheme.run }),
    ...(scheme.downgradeAfter === undefined ? {} : { downgradeAfter: scheme.downgradeAfter }),
    strategies: strategiesOf(
      context.schema,
      scheme,
      target.settings.options.map(({ id }) => id),
      classOf,
    ),
  }
}

/** How an option, member or linked row that a condition asks for is called. */
function choiceOf(context: ReadContext, columnId: number, id: number): { name: string; code: string | null } {
  const column = context.schema.columns.get(columnId)
  if (column === undefined) return { name: `#${id}`, code: null }
  const shown = displayColumn(column, context.schema.columns)
  if (shown.type === 'singleSelect' || shown.type === 'multipleSelect') {
    const option = shown.settings.options.find((each) => each.id === id)
    return { name: option?.name ?? `#${id}`, code: option?.code ?? null }
  }
  if (shown.type === 'link') return { name: titleOf(context, shown, id), code: null }
  return { name: context.schema.members.get(id)?.name ?? `#${id}`, code: null }
}

function titleOf(context: ReadContext, link: Extract<Column, { type: 'link' }>, rowId: number): string {
  const { otherTableId } = link.settings
  const title = titleColumn(context.schema, otherTableId)
  if (title === undefined) return `#${rowId}`
  const [row] = context.db.rows(sql`select ${shownText(context.schema, title, 'r')} from ${tableRef(otherTableId)} r where r.id = ${rowId}`)
  return String(row?.[0] ?? `#${rowId}`)
}

/** Numbers from one on, in the given order; what is not among them comes after. */
function numbering(ids: readonly number[]): (id: number) => number {
  const keys = new Map(ids.map((id, index) => [id, index + 1]))
  return (id) => {
    const key = keys.get(id) ?? keys.size + 1
    keys.set(id, key)
    return key
  }
}
