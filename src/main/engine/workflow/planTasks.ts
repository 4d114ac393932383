import { addDays, type Day } from '#shared/lib/days.ts'
import { isSelect } from '#shared/model/columns/selects.ts'
import type { Option } from '#shared/model/option.ts'
import { dueDay, entryOf, type PlaybookEntry } from '#shared/model/playbook.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { shownText, titleColumn } from '../compute/shownText.ts'
import type { ReadContext } from '../context.ts'
import { cellRef, columnRef, idList, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { madeTasks, settledBy, type Settled } from './madeTasks.ts'

/** A task a strategy asks for, before it is made. */
export type Planned = {
  customerId: number
  customer: string
  optionId: number
  title: string
  due: string
  /** The customer should have been heard from before today. */
  late: boolean
  /** How it is done: the option of the follow-ups' way of contact. */
  methodId: number | null
  ownerId: number | null
}

export type Plan = { tasks: Planned[]; customers: number; withoutActions: number[] } & Record<LeftOut, number>
/** Why a customer gets no tasks now. */
type LeftOut = 'dead' | Settled

/**
 * The tasks the strategy of a scheme asks for: what each class says is to be done, for each of its customers, counted from
 * the day on which the customer is due. Customers are left out whose tasks of the same scheme and class are still open, or
 * done and not due again (`madeTasks.ts`), and those who never will need anything (需求状况 死亡).
 */
export function planTasks(context: ReadContext, scheme: Scheme, optionIds: readonly number[] | null): Plan {
  const target = context.schema.columns.get(scheme.targetColumnId)
  const customers = context.schema.tableByRole('customer')
  if (customers === undefined || customers.id !== scheme.tableId) throw new Failure(appError('tasks.notCustomers'))
  if (target === undefined || !isSelect(target) || target.tableId !== customers.id) throw new Failure(appError('column.notFound'))
  const asked = target.settings.options.filter(({ id }) => optionIds === null || optionIds.includes(id))
  const entries = new Map(asked.flatMap(({ id }) => withActions(entryOf(scheme.playbook, id)).map((entry) => [id, entry] as const)))
  const made = madeTasks(context, scheme)
  const rows = customersIn(context, scheme, [...entries.keys()])
  const plan: Plan = {
    tasks: [],
    customers: 0,
    open: 0,
    waiting: 0,
    once: 0,
    dead: 0,
    withoutActions: withoutActions(asked, entries, optionIds === null, scheme),
  }
  const tasksOf = tasksMaker(context)
  for (const row of rows) {
    const entry = entries.get(row.optionId)
    if (entry === undefined) continue
    const leftOut = row.dead ? 'dead' : settledBy(made, row.id, entry, context.today)
    if (leftOut !== null) plan[leftOut]++
    else {
      plan.customers++
      plan.tasks.push(...tasksOf(row, entry))
    }
  }
  plan.tasks.sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
  return plan
}

const withActions = (entry: PlaybookEntry | null): PlaybookEntry[] => (entry === null || entry.actions.length === 0 ? [] : [entry])

/** Of all classes only those whose strategy is written and names nothing to do; of a class asked for by name, any. */
function withoutActions(asked: readonly Option[], entries: ReadonlyMap<number, unknown>, all: boolean, { playbook }: Scheme): number[] {
  return asked.map(({ id }) => id).filter((id) => !entries.has(id) && (!all || entryOf(playbook, id) !== null))
}

type Customer = { id: number; title: string; optionId: number; lastFollowUp: string | null; ownerId: number | null; dead: boolean }

function customersIn(context: ReadContext, scheme: Scheme, optionIds: readonly number[]): Customer[] {
  if (optionIds.length === 0) return []
  const cellOf = (role: string): RawBuilder<unknown> => {
    const column = context.schema.columnByRole(role)
    return column === undefined || column.tableId !== scheme.tableId ? sql`null` : cellRef(column, 'r')
  }
  const title = titleColumn(context.schema, scheme.tableId)
  // A customer with several tags stands there once for each.
  const [classes, option] =
    scheme.rule.kind === 'tags'
      ? [sql`join json_each(${columnRef(scheme.targetColumnId, 'r')}) tag`, sql`tag.value`]
      : [sql``, columnRef(scheme.targetColumnId, 'r')]
  return context.db
    .rows(sql`
      select r.id, ${title === undefined ? sql`null` : shownText(context.schema, title, 'r')}, ${option},
        ${cellOf('customer.lastFollowUpTime')}, ${cellOf('customer.owner')}, ${deadSql(context, scheme.tableId)}
      from ${tableRef(scheme.tableId)} r ${classes} where ${option} in ${idList(optionIds)} order by r.id`)
    .map(([id, name, optionId, last, owner, dead]) => ({
      id: Number(id),
      title: String(name ?? ''),
      optionId: Number(optionId),
      lastFollowUp: typeof last === 'string' ? last : null,
      ownerId: typeof owner === 'number' && context.schema.members.has(owner) ? owner : null,
      dead: dead === 1,
    }))
}

/** Whether the customer has no need and never will. */
function deadSql(context: ReadContext, tableId: number): RawBuilder<unknown> {
  const column = context.schema.columnByRole('customer.needStatus')
  const option = column?.type === 'singleSelect' ? column.settings.options.find(({ code }) => code === 'dead') : undefined
  return column === undefined || column.tableId !== tableId || option === undefined ? sql`0` : sql`${cellRef(column, 'r')} is ${option.id}`
}

/** Makes the tasks of a customer, and reckons with each day once: thousands of customers share few of them. */
function tasksMaker({ today }: ReadContext): (customer: Customer, entry: PlaybookEntry) => Planned[] {
  const known = new Map<string, Day>()
  const later = (day: Day, days: number): Day => {
    const key = `${day} ${days}`
    const found = known.get(key) ?? addDays(day, days)
    known.set(key, found)
    return found
  }
  return (customer, entry) => {
    const day = dueDay(customer.lastFollowUp, entry.contactDays, today)
    const wanted = customer.lastFollowUp === null || entry.contactDays === null ? null : later(customer.lastFollowUp, entry.contactDays)
    return entry.actions.map(({ title, methodId, afterDays }) => ({
      customerId: customer.id,
      customer: customer.title,
      optionId: customer.optionId,
      title,
      methodId,
      due: later(day, afterDays),
      late: wanted !== null && wanted < today,
      ownerId: customer.ownerId,
    }))
  }
}
