import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column, ColumnOf } from '#shared/model/column.ts'
import { defaultCell, type Moment } from '#shared/model/columns/defaults.ts'
import { requiredColumns } from '#shared/model/required.ts'
import type { ReadContext } from '../store/context.ts'
import { classColumnIds, type Schema } from '../store/schema.ts'
import { linkedIds, type Pair } from './linking.ts'

/** The columns of a table a row is not complete without. */
export function requiredOf(schema: Schema, tableId: number): Column[] {
  const filled = classColumnIds(schema)
  return requiredColumns(schema.columnsOf(tableId), (id) => filled.has(id))
}

/** Refuses to leave a required cell empty. */
export function requireFilled(column: Column, value: CellValue): void {
  if (column.required && value === null) throw new Failure(appError('cell.required', { column: column.name }))
}

export type GivenRow = { cells: readonly { columnId: number; value: CellValue }[]; links: readonly { columnId: number; rowIds: readonly number[] }[] }

/** Refuses new rows that lack what is required and gets no default. */
export function requireComplete(schema: Schema, tableId: number, rows: readonly GivenRow[], moment: Moment): void {
  for (const column of requiredOf(schema, tableId)) {
    const isGiven = ({ cells, links }: GivenRow): boolean => {
      if (column.type === 'link') return links.some(({ columnId, rowIds }) => columnId === column.id && rowIds.length > 0)
      const given = cells.findLast(({ columnId }) => columnId === column.id)
      return given === undefined ? defaultCell(column, moment) !== null : given.value !== null && given.value !== ''
    }
    if (!rows.every(isGiven)) requireFilled(column, null)
  }
}

/** Whether rows on one side of a link would be left without any, were these pairs taken away: their ids. */
export function leftWithout(context: ReadContext, link: ColumnOf<'link'>, gone: readonly Pair[]): number[] {
  const going = new Map<number, Set<number>>()
  for (const [own, other] of gone) going.set(own, (going.get(own) ?? new Set()).add(other))
  return [...going].flatMap(([id, others]) => (linkedIds(context, link, id).every((other) => others.has(other)) ? [id] : []))
}

/** Refuses to take a required link away, seen from either of its tables. */
export function requireLinked(context: ReadContext, link: ColumnOf<'link'>, gone: readonly Pair[]): void {
  const inverse = context.schema.columns.get(link.settings.otherColumnId)
  if (inverse?.type !== 'link' || !inverse.required) return
  const seen = gone.map(([own, other]): Pair => [other, own])
  if (leftWithout(context, inverse, seen).length > 0) requireFilled(inverse, null)
}
