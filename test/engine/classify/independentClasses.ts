import type { BookSchemeCode } from '#shared/model/roles/bookRoles.ts'
import type { CustomerBook } from '../support/customerBook.ts'

export type Thresholds = { minimumPopulation: number; absolute: readonly [number, string][] }

/**
 * The classes of every customer, worked out in plain JavaScript from the rows people typed in,
 * by the definitions in words: nothing of the engine's rules, SQL or computed columns is used.
 */
export async function independentClasses(book: CustomerBook, thresholds: Thresholds): Promise<Map<number, Record<BookSchemeCode, string | null>>> {
  const customers = await book.rows('customer', ['customer.needTime', 'customer.handleBy', 'customer.annualPotential'])
  const orders = await linkedTo(book, 'order.customer', await book.rows('order', ['order.date', 'order.amount', 'order.status']))
  const talks = await linkedTo(
    book,
    'followUp.customer',
    await book.rows('followUp', ['followUp.time', 'followUp.result', 'followUp.nextTime', 'followUp.direction']),
  )
  const today = book.state.today

  const facts = customers.map((customer) => {
    const bought = orders.filter(
      (order) =>
        order.customer === customer.id &&
        book.codeOf('order.status', order.cell('order.status')) !== 'cancelled' &&
        daysUntil(order.cell('order.date') ?? today, today) <= 0,
    )
    const recent = bought.filter((order) => isWithin(order.cell('order.date'), today, 364))
    // A return lessens what was bought, and is no order.
    const own = bought.filter((order) => Number(order.cell('order.amount') ?? 0) >= 0)
    const spoken = talks.filter((talk) => talk.customer === customer.id)
    // What is dated after today has not happened.
    const happened = spoken.filter((talk) => talk.cell('followUp.time') !== null && daysUntil(talk.cell('followUp.time'), today) <= 0)
    const last = spoken
      .filter((talk) => talk.cell('followUp.time') !== null)
      .sort((left, right) => String(left.cell('followUp.time')).localeCompare(String(right.cell('followUp.time'))) || left.id - right.id)
      .at(-1)
    const negotiated = happened
      .filter((talk) => book.codeOf('followUp.result', talk.cell('followUp.result')) === 'negotiating')
      .map((talk) => talk.cell('followUp.time'))
    const inbound = happened
      .filter((talk) => book.codeOf('followUp.direction', talk.cell('followUp.direction')) === 'inbound')
      .map((talk) => talk.cell('followUp.time'))
    const potential = customer.cell('customer.annualPotential')
    const cents = recent.reduce((sum, order) => sum + Math.round(Number(order.cell('order.amount') ?? 0) * 100), 0)
    const hasAmount = recent.some((order) => order.cell('order.amount') !== null)
    return {
      id: customer.id,
      orderCount: own.length,
      cents: hasAmount ? cents : null,
      importance:
        hasAmount || potential !== null ? Math.max(hasAmount ? cents / 100 : -Infinity, potential === null ? -Infinity : Number(potential)) : null,
      due: customer.cell('customer.handleBy') ?? last?.cell('followUp.nextTime') ?? null,
      negotiated: latest(negotiated),
      touched: [latest(own.map((order) => order.cell('order.date'))), latest(inbound)],
      need: book.codeOf('customer.needTime', customer.cell('customer.needTime')),
    }
  })

  const grades = grade(
    facts.map(({ id, cents }) => ({ id, cents: cents ?? 0 })),
    thresholds,
  )
  const important = importanceThreshold(facts.flatMap(({ importance }) => (importance === null || importance === 0 ? [] : [importance])))
  return new Map(
    facts.map((fact) => [
      fact.id,
      {
        dealStatus: fact.orderCount >= 1 ? 'won' : fact.negotiated !== null && daysUntil(fact.negotiated, today) >= -30 ? 'negotiating' : 'potential',
        importance: fact.importance === null ? null : fact.importance >= important ? 'important' : 'normal',
        urgency: urgency(fact.due === null ? null : daysUntil(String(fact.due), today)),
        needStatus:
          fact.need === null ? null : ['now', 'oneMonth', 'threeMonths'].includes(fact.need) ? 'target' : fact.need === 'none' ? 'dead' : 'potential',
        activity: activity(fact.touched, fact.orderCount, today),
        grade: grades.get(fact.id) ?? null,
      },
    ]),
  )
}

async function linkedTo<Row extends { id: number }>(
  book: CustomerBook,
  role: 'order.customer' | 'followUp.customer',
  rows: readonly Row[],
): Promise<(Row & { customer: number | null })[]> {
  const link = book.column(role)
  const linked: (Row & { customer: number | null })[] = []
  for (const row of rows) {
    const detail = await book.engine.run('rows.get', { tableId: link.tableId, rowId: row.id })
    linked.push({ ...row, customer: detail.ok ? (detail.value.links[link.id]?.[0]?.id ?? null) : null })
  }
  return linked
}

function daysUntil(day: unknown, today: string): number {
  return (Date.parse(`${String(day).slice(0, 10)}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000
}

function isWithin(day: unknown, today: string, days: number): boolean {
  if (day === null) return false
  const away = daysUntil(day, today)
  return away <= 0 && away >= -days
}

const latest = (times: readonly unknown[]): string | null =>
  times
    .filter((time) => time !== null)
    .map(String)
    .sort()
    .at(-1) ?? null

function urgency(days: number | null): string {
  if (days === null) return 'undecided'
  return days <= 7 ? 'urgent' : days <= 30 ? 'soon' : days <= 90 ? 'notUrgent' : 'slow'
}

function activity(touched: readonly (string | null)[], orders: number, today: string): string | null {
  const days = touched.filter((day) => day !== null).map((day) => -daysUntil(day, today))
  const since = days.length === 0 ? Infinity : Math.min(...days)
  if (since <= 90) return 'active'
  if (orders === 0) return 'potential'
  // Orders without a date tell that there were some, and not when.
  if (since === Infinity) return null
  return since <= 365 ? 'dormant' : 'lost'
}

/** Excel's PERCENTILE.INC at 0.8, and never below ￥10,000. */
function importanceThreshold(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  if (sorted.length === 0) return 10_000
  const position = Math.round((sorted.length - 1) * 0.8 * 1e9) / 1e9
  const low = sorted[Math.floor(position)] ?? 0
  const high = sorted[Math.ceil(position)] ?? low
  return Math.max(10_000, low + (high - low) * (position - Math.floor(position)))
}

/** Walks down the list from the largest buyer; those with equal amounts walk together. */
export function grade(customers: readonly { id: number; cents: number }[], { minimumPopulation, absolute }: Thresholds): Map<number, string> {
  const buyers = customers.filter(({ cents }) => cents > 0).sort((left, right) => right.cents - left.cents)
  const grades = new Map(customers.map(({ id }) => [id, 'd']))
  const total = buyers.reduce((sum, { cents }) => sum + cents, 0)
  for (const { id, cents } of buyers) {
    if (buyers.length < minimumPopulation) {
      grades.set(id, absolute.find(([from]) => cents / 100 >= from)?.[1] ?? 'c')
      continue
    }
    const before = buyers.filter((other) => other.cents > cents).reduce((sum, other) => sum + other.cents, 0) / total
    grades.set(id, before < 0.5 ? 's' : before < 0.8 ? 'a' : before < 0.95 ? 'b' : 'c')
  }
  return grades
}
