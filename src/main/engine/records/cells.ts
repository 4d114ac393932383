import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { dayOf } from '#shared/lib/days.ts'
import { isUrl } from '#shared/lib/url.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { computedColumnTypes, type Column } from '#shared/model/column.ts'
import { readGeolocation, writeGeolocation } from '#shared/model/geolocation.ts'
import { readFiles, writeFiles, type StoredFile } from '#shared/model/file.ts'
import { readIds, writeIds } from '#shared/model/idList.ts'
import { brokenRule } from '#shared/model/columns/rules.ts'
import { storageOf } from '#shared/model/columns/registry.ts'
import { holdsFiles } from '../files/contents.ts'
import type { WriteContext } from '../history/writeContext.ts'
import type { ReadContext } from '../store/context.ts'
import { classColumnIds } from '../store/schema.ts'
import { columnRef, idList, sql, tableRef } from '../store/sql.ts'

/** Writes cells of one column; those that already hold the value are left out. Answers how many changed. */
export function updateCells(context: WriteContext, tableId: number, columnId: number, ids: readonly number[], to: readonly CellValue[]): number {
  const current = new Map(
    context.db
      .rows(sql`select id, ${columnRef(columnId)} from ${tableRef(tableId)} where id in ${idList(ids)}`)
      .map((row) => [Number(row[0]), row[1] ?? null]),
  )
  const changed = { tableId, columnId, ids: new Array<number>(), from: new Array<CellValue>(), to: new Array<CellValue>() }
  ids.forEach((id, index) => {
    const from = current.get(id)
    const value = to[index] ?? null
    if (from === undefined || from === value) return
    changed.ids.push(id)
    changed.from.push(from)
    changed.to.push(value)
  })
  if (changed.ids.length > 0) context.apply({ updated: [changed] })
  return changed.ids.length
}

/** The column a person may write into, or the failure that says why not. */
export function writableColumn(context: Pick<ReadContext, 'schema'>, tableId: number, columnId: number): Column {
  const column = context.schema.columns.get(columnId)
  if (column === undefined || column.tableId !== tableId) throw new Failure(appError('column.notFound'))
  if (computedColumnTypes.has(column.type) || column.type === 'link' || classColumnIds(context.schema).has(column.id)) {
    throw new Failure(appError('column.computed', { name: column.name }))
  }
  return column
}

/** Refuses a value the column cannot hold; blank text is an empty cell. */
export function storableValue(context: Pick<ReadContext, 'schema' | 'db'>, column: Column, value: CellValue): CellValue {
  if (value === null || value === '') return null
  if (!canHold(context, column, value)) {
    throw new Failure(appError('cell.invalid', { value: String(value).slice(0, 80), column: column.name }))
  }
  const broken = brokenRule(column, value)
  if (broken !== null) throw new Failure(broken)
  return value
}

/** Whether the value is one of the column's type; what its own rule asks is another question. */
export function canHold(context: Pick<ReadContext, 'schema' | 'db'>, column: Column, value: CellValue): boolean {
  if (value === null) return true
  const fits = storageOf(column.type) === 'TEXT' ? typeof value === 'string' : typeof value === 'number' && Number.isFinite(value)
  return fits && isKnown(context, column, value)
}

function isKnown(context: Pick<ReadContext, 'schema' | 'db'>, column: Column, value: string | number): boolean {
  switch (column.type) {
    case 'singleSelect':
      return column.settings.options.some((option) => option.id === value)
    case 'member':
      return typeof value === 'number' && context.schema.members.has(value)
    case 'checkbox':
      return value === 0 || value === 1
    case 'multipleSelect': {
      const ids = readIds(value)
      return ids.length > 0 && value === writeIds(ids) && ids.every((id) => column.settings.options.some((option) => option.id === id))
    }
    case 'members': {
      const ids = readIds(value)
      return ids.length > 0 && value === writeIds(ids) && ids.every((id) => context.schema.members.has(id))
    }
    case 'geolocation': {
      const place = readGeolocation(value)
      return place !== null && value === writeGeolocation(place)
    }
    case 'url':
      return isUrl(String(value))
    case 'rating':
      return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= column.settings.max
    case 'progress':
      return typeof value === 'number' && value >= 0 && value <= 1
    case 'file':
    case 'image':
    case 'signature': {
      const files = readFiles(value)
      return files.length > 0 && value === writeFiles(files) && holdsFiles(context.db, files) && (column.type === 'file' || files.every(isImage))
    }
    case 'date':
      return isDay(String(value))
    case 'dateTime':
      return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/u.test(String(value)) && isDay(String(value).slice(0, 10))
    default:
      return true
  }
}

const isImage = ({ type }: StoredFile): boolean => type.startsWith('image/')

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))) === text
}
