import type { Column, ColumnOf } from '#shared/model/column.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { BookColumnRole } from '#shared/model/roles/bookRoles.ts'

/** Where the parts of a follow-up are kept; a part whose column is gone is left out of the form. */
export type FollowUpColumns = {
  tableId: number
  /** On the row whose page it is, the link to its follow-ups. */
  followUps: ColumnOf<'link'>
  customer: ColumnOf<'link'>
  time: Column
  content: Column
  method: ColumnOf<'singleSelect'> | null
  result: ColumnOf<'singleSelect'> | null
  nextTime: Column | null
  nextContent: Column | null
  author: Column | null
}

/** A base as far as columns are found in it by role. */
export type RoleLookup = { columnByRole: (role: ColumnRole) => Column | undefined }

/** The columns of follow-ups for a table's rows; null for a table that has none, or when an essential role is gone. */
export function followUpColumns(base: RoleLookup, tableId: number): FollowUpColumns | null {
  const followUps = base.columnByRole('customer.followUps')
  const customer = base.columnByRole('followUp.customer')
  const time = base.columnByRole('followUp.time')
  const content = base.columnByRole('followUp.content')
  if (followUps?.type !== 'link' || followUps.tableId !== tableId) return null
  if (customer?.type !== 'link' || time === undefined || content === undefined) return null
  return {
    tableId: customer.tableId,
    followUps,
    customer,
    time,
    content,
    method: selectOf(base.columnByRole('followUp.method')),
    result: selectOf(base.columnByRole('followUp.result')),
    nextTime: base.columnByRole('followUp.nextTime') ?? null,
    nextContent: base.columnByRole('followUp.nextContent') ?? null,
    author: base.columnByRole('followUp.author') ?? null,
  }
}

/** Essential roles of follow-ups that no column of the base has any more. */
export function missingFollowUpRoles(base: RoleLookup): BookColumnRole[] {
  const essential: BookColumnRole[] = ['customer.followUps', 'followUp.customer', 'followUp.time', 'followUp.content']
  return essential.filter((role) => base.columnByRole(role) === undefined)
}

function selectOf(column: Column | undefined): ColumnOf<'singleSelect'> | null {
  return column?.type === 'singleSelect' ? column : null
}
