import { daysSinceEpoch } from '#shared/lib/days.ts'
import type { Column } from '#shared/model/column.ts'
import type { ReadContext } from '../../context.ts'
import { endOf, type Period } from '../../report/period.ts'
import { rolesOf, type Roles } from '../../report/roles.ts'
import { goOn } from '../../store/context.ts'
import { otherSide } from '../../store/schema.ts'
import { cellRef, idList, linkInOrderOf, nameRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'
import type { Making } from '../making.ts'
import { ordersOf } from '../orders.ts'
import { dayOf, rowAndDay, rowOf } from './salesLines.ts'

export const customerSteps = ['lead', 'contacted', 'quoted', 'won'] as const

/**
 * When a customer came, and on which day he was first contacted, quoted to, and won, in days since 1970; `never` for not yet.
 * One list by customer for each step.
 */
export type CustomerCourses = { steps: readonly Int32Array[]; customers: number }

export const never = 2 ** 31 - 1

/** Follow-ups in which nobody was reached are no contact. */
const notReached = ['noAnswer', 'invalid']
const quoting = ['quote', 'negotiation', 'contract']
const negotiating = ['negotiating']

/** Every customer who came in the period, by follow-ups and orders until today; null where the book has no follow-ups. */
export function customerCourses(making: Making, period: Period): CustomerCourses | null {
  const { context } = making
  const roles = rolesOf(context, ['customer.name', 'followUp.customer', 'followUp.time'])
  if (roles === null) return null
  const came = context.db.ids(
    sql`select ${rowAndDay(sql`c.id`, nameRef('created_at', 'c'))} from ${tableRef(roles.column('customer.name').tableId)} c order by c.id`,
  )
  const size = rowOf(came.at(-1) ?? 0) + 1
  const known = customerSteps.map(() => new Int32Array(size).fill(never))
  const [starts, contacted, quoted, won] = known
  if (starts === undefined || contacted === undefined || quoted === undefined || won === undefined) return null
  const places = came.map(rowOf)
  came.forEach((key, place) => {
    starts[places[place] ?? 0] = dayOf(key)
  })
  goOn(context)
  for (const talk of context.db.ids(talksSql(context, roles))) {
    const [key, kinds] = [Math.floor(talk / talkKinds), talk % talkKinds]
    const [id, day] = [rowOf(key), dayOf(key)]
    if ((kinds & 1) !== 0) see(contacted, id, day)
    if ((kinds & 2) !== 0) see(quoted, id, day)
    if ((kinds & 4) !== 0) see(won, id, day)
  }
  goOn(context)
  const orders = ordersOf(making)
  if (orders.ok) for (const key of orders.value.purchases()) see(won, rowOf(key), dayOf(key))
  for (const id of places) for (const step of [contacted, quoted, won]) see(starts, id, step[id] ?? never)
  const [from, to] = [daysSinceEpoch(period.from), daysSinceEpoch(period.to)]
  const within = Int32Array.from(places.filter((id) => (starts[id] ?? never) >= from && (starts[id] ?? never) <= to))
  return { steps: known.map((step) => within.map((id) => step[id] ?? never)), customers: within.length }
}

/** The earlier of two days. Who is no customer has no place. */
function see(days: Int32Array, id: number, day: number): void {
  if (day < (days[id] ?? -never)) days[id] = day
}

/** How many sorts of follow-ups there are: contact or not, quoted or not, won or not. */
const talkKinds = 8

/** Each follow-up as one number: its customer, its day, and what it was. */
function talksSql(context: ReadContext, roles: Roles): RawBuilder<unknown> {
  const time = roles.column('followUp.time')
  const { linkId, side } = roles.link('followUp.customer').settings
  const [result, topic] = [roles.maybe('followUp.result'), roles.maybe('followUp.topic')]
  const at = cellRef(time, 'f')
  const contacted = sql`not (${isOneOf(result, notReached, 'f')})`
  const quotes = sql`(${isOneOf(topic, quoting, 'f')} or ${isOneOf(result, negotiating, 'f')})`
  return sql`select ${rowAndDay(nameRef(otherSide(side), 'k'), at)} * ${sql.raw(`${talkKinds}.0`)} + (${contacted}) + 2 * ${quotes} + 4 * ${isOneOf(result, ['won'], 'f')}
    from ${linkInOrderOf(linkId, side, 'k')} cross join ${tableRef(time.tableId)} f on f.id = ${nameRef(side, 'k')} where ${at} < ${endOf(context.today)}`
}

/** Whether a select column holds an option of one of these codes. */
function isOneOf(column: Column | undefined, codes: readonly string[], alias: string): RawBuilder<unknown> {
  if (column?.type !== 'singleSelect') return sql`0`
  const ids = column.settings.options.filter(({ code }) => code !== undefined && code !== null && codes.includes(code)).map(({ id }) => id)
  return sql`coalesce(${cellRef(column, alias)} in ${idList(ids)}, 0)`
}
