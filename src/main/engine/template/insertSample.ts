import type { AddedRows } from '#shared/change/change.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import type { Member } from '#shared/model/member.ts'
import type { OptionColorKey } from '#shared/model/optionColors.ts'
import { bookTableRoles, type BookTableRole } from '#shared/model/roles/bookRoles.ts'
import type { WriteContext } from '../context.ts'
import { nextNumbers } from '../history/autoNumbers.ts'
import { linkRows, type Pair } from '../records/linking.ts'
import { linkColumn } from '../records/reads.ts'
import { writeSetting } from '../store/settings.ts'
import { newUidText } from '../store/uid.ts'
import type { Ids } from './resolve.ts'
import type { SampleBook, SampleRow, SampleValue } from './sample/sampleRow.ts'
import { sampleSetting, type SampleRecord } from './sampleRecord.ts'

/** Writes the sample rows as if its members had entered them over time, and remembers which they are. */
export function insertSample(context: WriteContext, ids: Ids, book: SampleBook): void {
  const members = insertMembers(context, book.members)
  const rowIds: Record<BookTableRole, number[]> = {
    customer: context.newRowIds(ids.table('customer'), book.rows.customer.length),
    contact: context.newRowIds(ids.table('contact'), book.rows.contact.length),
    followUp: context.newRowIds(ids.table('followUp'), book.rows.followUp.length),
    order: context.newRowIds(ids.table('order'), book.rows.order.length),
  }
  for (const role of bookTableRoles) context.apply({ added: [addedRows(context, ids.table(role), book.rows[role], rowIds[role], members)] })
  for (const role of bookTableRoles) insertLinks(context, ids, book.rows[role], rowIds, role)
  const record: SampleRecord = { members, tables: bookTableRoles.map((role) => ({ tableId: ids.table(role), rowIds: rowIds[role] })) }
  writeSetting(context.db, sampleSetting, record)
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

function insertLinks(context: WriteContext, ids: Ids, rows: readonly SampleRow[], rowIds: Record<BookTableRole, number[]>, own: BookTableRole): void {
  const pairs = new Map<number, Pair[]>()
  rows.forEach((row, index) => {
    for (const { role, row: other } of row.links) {
      const column = linkColumn(context, ids.column(role))
      const otherRole = bookTableRoles.find((known) => ids.table(known) === column.settings.otherTableId)
      const id = rowIds[own][index]
      const otherId = otherRole === undefined ? undefined : rowIds[otherRole][other]
      if (id === undefined || otherId === undefined) throw new Error(`sample: ${role} links to a row that is not there`)
      pairs.set(column.id, [...(pairs.get(column.id) ?? []), [id, otherId]])
    }
  })
  for (const [columnId, wanted] of pairs) linkRows(context, linkColumn(context, columnId), wanted)
}
