import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { computedColumnTypes, type Column, type ColumnOf } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { ParseContext } from '#shared/model/columns/kind.ts'
import { formatCell, parseCell } from '#shared/model/columns/registry.ts'
import { defaultsOfFilter, type FilterDefaults } from '#shared/model/filterDefaults.ts'
import { titleColumn } from '../../compute/shownText.ts'
import type { WriteContext } from '../../history/writeContext.ts'
import { classColumnIds } from '../../store/schema.ts'
import { cellRef, sql, tableRef } from '../../store/sql.ts'
import { writableColumn } from '../cells.ts'
import { linkedIds, linkRows } from '../linking.ts'
import { linkColumn } from '../reads.ts'
import { insertRows, requireRows } from '../writes.ts'
import { isComparedAsStored, matchesOf, offerFilter, type Match } from './offer.ts'

/** Makes a row by its name and links it. What the link's limits leave one value for it gets too, so that the link would offer it; what else is required is filled in later. */
export function createLinked(context: WriteContext, input: ParsedInput<'rows.createLinked'>): OperationOutput<'rows.createLinked'> {
  const { rowId } = input
  const link = linkColumn(context, input.linkColumnId)
  if (link.settings.createInPicker === false) throw new Failure(appError('link.onlyExisting', { name: link.name }))
  if (rowId !== null) requireRows(context, link.tableId, [rowId])
  const tableId = link.settings.otherTableId
  const naming = writableColumn(context, tableId, titleColumn(context.schema, tableId)?.id ?? 0)
  const parsing: ParseContext = { lang: 'zh-CN', members: [...context.schema.members.values()], today: context.today }
  const title = parseCell(naming, input.title, parsing)
  if (!title.ok) throw new Failure(appError('cell.invalid', { value: input.title.slice(0, 80), column: naming.name }))
  const pinned = defaultsOf(context, link, rowId, parsing)
  const cells = [...pinned.cells, { columnId: naming.id, value: title.value }]
  const [id = 0] = insertRows(context, { tableId, rows: [{ cells, links: pinned.links }], begun: true }).ids
  if (rowId !== null) linkRows(context, link, [[rowId, id]])
  return { tableId, id, title: input.title }
}

function defaultsOf(context: WriteContext, link: ColumnOf<'link'>, rowId: number | null, parsing: ParseContext): FilterDefaults {
  const { schema } = context
  const filled = classColumnIds(schema)
  const isFilled = (id: number): boolean => filled.has(id)
  const own = defaultsOfFilter(offerFilter(schema, link), { ...parsing, column: (id) => schema.columns.get(id), isFilled, me: context.actorId })
  const matches = rowId === null ? [] : matchesOf(schema, link).filter(({ other }) => !isFilled(other.id))
  return {
    cells: [...own.cells, ...matches.flatMap((match) => matchedCell(context, match, rowId ?? 0, parsing) ?? [])],
    // The way back is not asked of conditions: the row is linked to the one it is made for.
    links: [...own.links, ...matches.flatMap((match) => matchedLink(context, match, rowId ?? 0) ?? [])].filter(
      ({ columnId }) => columnId !== link.settings.otherColumnId,
    ),
  }
}

function matchedLink(context: WriteContext, { other, own }: Match, rowId: number): FilterDefaults['links'][number] | null {
  if (other.type !== 'link' || own.type !== 'link' || other.settings.otherTableId !== own.settings.otherTableId) return null
  return { columnId: other.id, rowIds: linkedIds(context, own, rowId) }
}

/** The value of the row's own cell as the other column holds it; null where it cannot. */
function matchedCell(context: WriteContext, { other, own }: Match, rowId: number, parsing: ParseContext): FilterDefaults['cells'][number] | null {
  if (computedColumnTypes.has(other.type) || other.type === 'link') return null
  const [row] = context.db.rows(sql`select ${cellRef(own)} from ${tableRef(own.tableId)} where id = ${rowId}`)
  const value = valueFor(context, other, own, row?.[0] ?? null, parsing)
  return value === null ? null : { columnId: other.id, value }
}

function valueFor({ schema }: WriteContext, other: Column, own: Column, value: CellValue, parsing: ParseContext): CellValue {
  if (isComparedAsStored(schema, other, own)) return value
  const read = parseCell(other, formatCell(displayColumn(own, schema.columns), value, parsing), parsing)
  return read.ok ? read.value : null
}
