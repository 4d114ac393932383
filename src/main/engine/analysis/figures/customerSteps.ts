import type { Day } from '#shared/lib/days.ts'
import type { Column } from '#shared/model/column.ts'
import type { ReadContext } from '../../context.ts'
import { endOf } from '../../report/period.ts'
import { rolesOf, type Roles } from '../../report/roles.ts'
import { otherSide } from '../../store/schema.ts'
import { cellRef, idList, linkRef, nameRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'
import type { Making } from '../making.ts'
import { ordersOf } from '../orders.ts'

export const customerSteps = ['lead', 'contacted', 'quoted', 'won'] as const

/** When a customer came, and on which day he was first contacted, quoted to, and won; null for not yet. */
export type CustomerCourse = { id: number; start: Day; days: (Day | null)[] }

/** Follow-ups in which nobody was reached are no contact. */
const notReached = ['noAnswer', 'invalid']
const quoting = ['quote', 'negotiation', 'contract']
const negotiating = ['negotiating']

/** Every customer by follow-ups and orders until today; null where the book has no follow-ups. */
export function customerCourses(making: Making): CustomerCourse[] | null {
  const { context } = making
  const roles = rolesOf(context, ['customer.name', 'followUp.customer', 'followUp.time'])
  if (roles === null) return null
  const [talks, orders] = [talksSql(context, roles), ordersSql(making)]
  return context.db
    .rows(sql`select c.id, substr(${nameRef('created_at', 'c')}, 1, 10), t.contacted, t.quoted, t.won, o.ordered
      from ${tableRef(roles.column('customer.name').tableId)} c left join (${talks}) t on t.customer_id = c.id left join (${orders}) o on o.customer_id = c.id
      order by c.id`)
    .map(([id, created, ...cells]) => {
      const [contacted = null, quoted = null, wonByWord = null, ordered = null] = cells.map((cell) =>
        typeof cell === 'string' ? cell.slice(0, 10) : null,
      )
      const won = wonByWord !== null && ordered !== null ? (wonByWord < ordered ? wonByWord : ordered) : (wonByWord ?? ordered)
      const start = [String(created), contacted, quoted, won].reduce<Day>(
        (least, day) => (day !== null && day < least ? day : least),
        String(created),
      )
      return { id: Number(id), start, days: [start, contacted, quoted, won] }
    })
}

function talksSql(context: ReadContext, roles: Roles): RawBuilder<unknown> {
  const time = roles.column('followUp.time')
  const { linkId, side } = roles.link('followUp.customer').settings
  const [result, topic] = [roles.maybe('followUp.result'), roles.maybe('followUp.topic')]
  const at = cellRef(time, 'f')
  const firstOf = (condition: RawBuilder<unknown>) => sql`min(case when ${condition} then ${at} end)`
  const quotes = sql`${isOneOf(topic, quoting, 'f')} or ${isOneOf(result, negotiating, 'f')}`
  return sql`select ${nameRef(otherSide(side), 'k')} as customer_id, ${firstOf(sql`not (${isOneOf(result, notReached, 'f')})`)} as contacted,
    ${firstOf(quotes)} as quoted, ${firstOf(isOneOf(result, ['won'], 'f'))} as won
    from ${tableRef(time.tableId)} f cross join ${linkRef(linkId)} k on ${nameRef(side, 'k')} = f.id where ${at} < ${endOf(context.today)} group by 1`
}

/** The first purchase of each customer; nothing where the book has no orders. */
function ordersSql(making: Making): RawBuilder<unknown> {
  const orders = ordersOf(making)
  if (!orders.ok) return sql`select null as customer_id, null as ordered where 0`
  return sql`select customer_id, min(day) as ordered from (${orders.value.lines}) where purchases > 0 group by 1`
}

/** Whether a select column holds an option of one of these codes. */
function isOneOf(column: Column | undefined, codes: readonly string[], alias: string): RawBuilder<unknown> {
  if (column?.type !== 'singleSelect') return sql`0`
  const ids = column.settings.options.filter(({ code }) => code !== undefined && code !== null && codes.includes(code)).map(({ id }) => id)
  return sql`coalesce(${cellRef(column, alias)} in ${idList(ids)}, 0)`
}
