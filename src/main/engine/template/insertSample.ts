import type { AddedRows } from '#shared/change/change.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import type { Member } from '#shared/model/member.ts'
import type { OptionColorKey } from '#shared/model/optionColors.ts'
import { tableRoles } from '#shared/model/roles.ts'
import type { WriteContext } from '../context.ts'
import { nextNumbers } from '../history/autoNumbers.ts'
import { linkRows, type Pair } from '../records/linking.ts'
import { linkColumn } from '../records/reads.ts'
import { writeSetting } from '../store/settings.ts'
import { newUidText } from '../store/uid.ts'
import type { Ids } from './resolve.ts'
import type { SampleBook, SampleRow, SampleRows, SampleValue } from './sample/sampleRow.ts'
import { sampleRecord, sampleSetting, type SampleRecord } from './sampleRecord.ts'

/** Writes the sample rows as if its members had entered them over time, and remembers which they are. */
export function insertSample(context: WriteContext, ids: Ids, book: SampleBook): void {
  const members = insertMembers(context, book.members)
  writeSetting(context.db, sampleSetting, { members, tables: insertRows(context, ids, book.rows, members) } satisfies SampleRecord)
}

/** Writes more rows into a base that holds the sample, entered by its members, and remembers that they belong to it. */
export function insertMoreSample(context: WriteContext, ids: Ids, rows: SampleRows): number {
  const record = sampleRecord(context)
  // Whoever was deleted since is stood in for by another.
  const present = record.members.filter((id) => context.schema.members.has(id))
  const members = record.members.flatMap((id) => (present.includes(id) ? [id] : present.slice(0, 1)))
  const made = insertRows(context, ids, rows, members)
  const known = new Map(record.tables.map(({ tableId, rowIds }) => [tableId, rowIds]))
  for (const { tableId, rowIds } of made) known.set(tableId, [...(known.get(tableId) ?? []), ...rowIds])
  writeSetting(context.db, sampleSetting, { ...record, tables: [...known].map(([tableId, rowIds]) => ({ tableId, rowIds })) } satisfies SampleRecord)
  return made.reduce((count, { rowIds }) => count + rowIds.length, 0)
}

function insertRows(context: WriteContext, ids: Ids, rows: SampleRows, members: readonly number[]): SampleRecord['tables'] {
  const tables = tableRoles.flatMap((role) => {
    const given = rows[role]
    if (given === undefined || given.length === 0) return []
    const tableId = ids.table(role)
    return [{ tableId, given, rowIds: context.newRowIds(tableId, given.length) }]
  })
  for (const { tableId, given, rowIds } of tables) context.apply({ added: [addedRows(context, tableId, given, rowIds, members)] })
  const made = new Map(tables.map(({ tableId, rowIds }) => [tableId, rowIds]))
  for (const { given, rowIds } of tables) insertLinks(context, ids, given, rowIds, made)
  return tables.map(({ tableId, rowIds }) => ({ tableId, rowIds }))
}

const memberColors: readonly OptionColorKey[] = ['blue', 'orange', 'green', 'purple']

function insertMembers(context: WriteContext, names: readonly string[]): number[] {
  const members = names.map((name, index): Member => ({
    id: context.newId('member'),
    uid: newUidText(),
    name,
    color: memberColors[index % memberColors.length] ?? 'gray',
    active: true,
  }))
  context.apply({ schema: members.map((member) => ({ kind: 'member', id: member.id, from: null, to: member })) })
  return members.map((member) => member.id)
}

function addedRows(context: WriteContext, tableId: number, rows: readonly SampleRow[], ids: number[], members: readonly number[]): AddedRows {
  const at = rows.map((row) => row.at)
  const by = rows.map((row) => members[row.by] ?? null)
  const columns = context.schema
    .columnsOf(tableId)
    .map((column) => ({ columnId: column.id, values: rows.map((row) => cellOf(context, column, row, members)) }))
    .filter(({ values }) => values.some((value) => value !== null))
  return { tableId, ids, uids: ids.map(() => newUidText()), columns, stamps: { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by } }
}

function cellOf(context: WriteContext, column: Column, row: SampleRow, members: readonly number[]): CellValue {
  if (column.type === 'autoNumber') return nextNumbers(context.db, column, 1, row.at).values[0] ?? null
  const cells: Readonly<Record<string, SampleValue>> = row.cells
  const value = cells[column.role ?? '']
  if (value === undefined) return null
  if (typeof value !== 'object') return value
  if ('member' in value) return members[value.member] ?? null
  const option = column.type === 'singleSelect' ? column.settings.options.find((known) => known.code === value.code) : undefined
  if (option === undefined) throw new Error(`sample: no option ${value.code} in ${column.role ?? column.name}`)
  return option.id
}

function insertLinks(
  context: WriteContext,
  ids: Ids,
  rows: readonly SampleRow[],
  rowIds: readonly number[],
  made: ReadonlyMap<number, readonly number[]>,
): void {
  const pairs = new Map<number, Pair[]>()
  rows.forEach((row, index) => {
    for (const { role, row: other, isId } of row.links) {
      const column = linkColumn(context, ids.column(role))
      const id = rowIds[index]
      const otherId = isId === true ? other : made.get(column.settings.otherTableId)?.[other]
      if (id === undefined || otherId === undefined) throw new Error(`sample: ${role} links to a row that is not there`)
      pairs.set(column.id, [...(pairs.get(column.id) ?? []), [id, otherId]])
    }
  })
  for (const [columnId, wanted] of pairs) linkRows(context, linkColumn(context, columnId), wanted)
}
