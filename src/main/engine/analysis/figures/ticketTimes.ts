import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../../context.ts'
import { quantile } from '../../models/lib/quantile.ts'
import { endOf, type Period } from '../../report/period.ts'
import { rolesOf } from '../../report/roles.ts'
import { cellRef, nameRef, sql, tableRef } from '../../store/sql.ts'

export const ticketRoles: readonly ColumnRole[] = ['ticket.openedTime', 'ticket.firstReplyTime', 'ticket.solvedTime']

/** One ticket: hours by the clock from the first word to the reply and to the solution; null where there is none yet, or it lies before. */
export type Ticket = {
  id: number
  opened: string
  kind: CellValue
  cause: CellValue
  reply: number | null
  solve: number | null
  isReversed: boolean
}

/** Tickets opened in a period; null when columns are missing. */
export function ticketsOf(context: ReadContext, period: Period): Ticket[] | null {
  const roles = rolesOf(context, ticketRoles)
  if (roles === null) return null
  const [opened, replied, solved] = [roles.column('ticket.openedTime'), roles.column('ticket.firstReplyTime'), roles.column('ticket.solvedTime')].map(
    (column) => cellRef(column, 'r'),
  )
  const hours = (end: typeof opened) => sql`(julianday(${end}) - julianday(${opened})) * 24`
  const cell = (role: ColumnRole) => {
    const column = roles.maybe(role)
    return column === undefined ? sql`null` : cellRef(column, 'r')
  }
  return context.db
    .rows(sql`select ${nameRef('id', 'r')}, ${opened}, ${cell('ticket.kind')}, ${cell('ticket.cause')}, ${hours(replied)}, ${hours(solved)}
      from ${tableRef(roles.column('ticket.openedTime').tableId)} r where ${opened} >= ${period.from} and ${opened} < ${endOf(period.to)} order by 2, 1`)
    .map(([id, at, kind = null, cause = null, reply = null, solve = null]) => ({
      id: Number(id),
      opened: String(at),
      kind,
      cause,
      reply: forward(reply),
      solve: forward(solve),
      isReversed: [reply, solve].some((value) => typeof value === 'number' && value < -aMinute),
    }))
}

const aMinute = 1 / 60

/** Days of the Julian calendar are doubles: a moment may come out a hair before itself. */
function forward(hours: CellValue): number | null {
  return typeof hours !== 'number' || hours < -aMinute ? null : Math.max(0, hours)
}

/** How long tickets took: of those that have an end, the middle one, and that which nine of ten stay below. */
export type Times = { count: number; median: number | null; ninth: number | null }

export function timesOf(hours: readonly (number | null)[]): Times {
  const ascending = hours.filter((each) => each !== null).toSorted((left, right) => left - right)
  if (ascending.length === 0) return { count: 0, median: null, ninth: null }
  return { count: ascending.length, median: quantile(ascending, 0.5), ninth: quantile(ascending, 0.9) }
}
