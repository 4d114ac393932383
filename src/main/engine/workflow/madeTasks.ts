import { addDays, type Day } from '#shared/lib/days.ts'
import type { PlaybookEntry } from '#shared/model/playbook.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { lastMoveOfTag, lastMoves } from '../classify/moves.ts'
import type { ReadContext } from '../context.ts'
import { columnMoves, type CellMoves } from '../history/columnMoves.ts'
import { otherSide } from '../store/schema.ts'
import { cellRef, idList, linkRef, nameRef, sql, tableRef } from '../store/sql.ts'
import { taskTitle } from './taskTitle.ts'

/** What tells the tasks of a class of a scheme, whatever both are called. */
export const sourceKey = (scheme: Pick<Scheme, 'uid'>, optionId: number): string => `${scheme.uid}/${optionId}`

/** Why the tasks of a class are not made again: they are open; done, and not due again; or done once and for all. */
export type Settled = 'open' | 'waiting' | 'once'

/** A task that is there. */
type MadeTask = {
  /** Which class of which scheme it was made for; null where nothing says so, as when the column was deleted. */
  key: string | null
  title: string
  /** The day on which it was done or cancelled; null while it is open. */
  closed: Day | null
  /** Whether it was made before its customer last came into the class in which he is. */
  isOfBefore: boolean
}

export type MadeTasks = {
  of: ReadonlyMap<number, readonly MadeTask[]>
  keyOf: (optionId: number) => string
  titleOf: (action: PlaybookEntry['actions'][number]) => string
}

/**
 * Why a customer gets no tasks of his class now. Who is to be heard from every so many days gets them again so many days
 * after the last of them was done or cancelled; what is to be done once is not asked for again while he stays in the class.
 */
export function settledBy({ of, keyOf, titleOf }: MadeTasks, customerId: number, entry: PlaybookEntry, today: Day): Settled | null {
  const titles = new Set(entry.actions.map(titleOf))
  const key = keyOf(entry.optionId)
  const tasks = (of.get(customerId) ?? []).filter((task) => (task.key === null ? titles.has(task.title) : task.key === key))
  if (tasks.some(({ closed }) => closed === null)) return 'open'
  const { contactDays } = entry
  if (contactDays === null) return tasks.some(({ isOfBefore }) => !isOfBefore) ? 'once' : null
  return tasks.some(({ closed }) => closed !== null && addDays(closed, contactDays) > today) ? 'waiting' : null
}

/** The tasks that may have been made for this scheme, by customer: those that name it, and those that name none. */
export function madeTasks(context: ReadContext, scheme: Scheme): MadeTasks {
  const found = tasksIn(context, scheme)
  const since = lastMoves(
    context,
    scheme.id,
    found.map(({ customerId }) => customerId),
  )
  const of = new Map<number, MadeTask[]>()
  for (const { customerId, madeAt, ...task } of found) {
    const tag = scheme.rule.kind === 'tags' ? optionOfKey(scheme, task.key) : null
    // Another tag that came meanwhile is no new beginning of this one.
    const cameAt = (tag === null ? since.get(customerId) : lastMoveOfTag(context, scheme.id, customerId, tag))?.at
    // The log counts in milliseconds, rows are stamped to the second.
    const isOfBefore = cameAt !== undefined && Math.floor(Date.parse(cameAt) / 1000) > Date.parse(madeAt) / 1000
    of.set(customerId, [...(of.get(customerId) ?? []), { ...task, isOfBefore }])
  }
  return { of, keyOf: (optionId) => sourceKey(scheme, optionId), titleOf: taskTitle(context.schema) }
}

/** The class a task was made for, by its key. */
function optionOfKey({ uid }: Scheme, key: string | null): number | null {
  const id = key?.startsWith(`${uid}/`) === true ? Number(key.slice(uid.length + 1)) : Number.NaN
  return Number.isInteger(id) ? id : null
}

type Found = Omit<MadeTask, 'isOfBefore'> & { customerId: number; madeAt: string }

function tasksIn(context: ReadContext, scheme: Scheme): Found[] {
  const { columnByRole, tableByRole } = context.schema
  const [table, status, link] = [tableByRole('task'), columnByRole('task.status'), columnByRole('task.customer')]
  if (table === undefined || link?.type !== 'link' || link.tableId !== table.id) return []
  const textOf = (role: 'task.sourceKey' | 'task.title') => {
    const column = columnByRole(role)
    return column?.type === 'text' && column.tableId === table.id ? cellRef(column, 't') : sql`null`
  }
  const isStatus = status?.type === 'singleSelect' && status.tableId === table.id
  const closing = isStatus ? status.settings.options.filter(({ code }) => code === 'done' || code === 'cancelled').map(({ id }) => id) : []
  const isClosed = isStatus ? sql`coalesce(${cellRef(status, 't')} in ${idList(closing)}, 0)` : sql`0`
  const { side, linkId } = link.settings
  const key = textOf('task.sourceKey')
  const rows = context.db.rows(sql`
    select ${nameRef(otherSide(side), 'k')}, t.id, ${key}, ${textOf('task.title')}, ${isClosed}, t.created_at, substr(t.updated_at, 1, 10)
    from ${tableRef(table.id)} t join ${linkRef(linkId)} k on ${nameRef(side, 'k')} = t.id
    where ${key} is null or ${key} like ${`${scheme.uid}/%`}`)
  const moves = isStatus && rows.some((row) => row[4] === 1) ? columnMoves(context, table.id, status.id) : new Map<number, CellMoves>()
  return rows.map(([customerId, id, ofClass, title, closed, madeAt, changed]) => {
    const moved = moves.get(Number(id))?.moves.at(-1)?.day
    return {
      customerId: Number(customerId),
      key: typeof ofClass === 'string' ? ofClass : null,
      title: String(title ?? ''),
      closed: closed === 1 ? (moved ?? String(changed)) : null,
      madeAt: String(madeAt),
    }
  })
}
