import type { MoveGroup } from '#shared/contract/classes.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { ReadContext } from '../context.ts'
import { goOn } from '../store/context.ts'
import { idList, sql, tableRef } from '../store/sql.ts'
import { movesWhere } from './moves.ts'
import { numberOrNull } from './numberOrNull.ts'

/** A large change is classed in portions, each a moment after the one before. */
const portionMillis = 2000

export type Line = { id: number; from: number | null; to: number | null; at: string; why: string }

/** Lines that follow one another closely and for the same reason; the ids of the latest of them. */
export type LineGroup = { at: string; count: number; flows: MoveGroup['flows']; ids: number[] }

/** The latest moves of rows that are still there, those of one change together, however many it moved. */
export function moveGroups(context: ReadContext, scheme: Scheme, limit: number, each: number): MoveGroup[] {
  // Read from the end of the log until there are enough groups: the plus and the cross join keep SQLite from sorting all of it.
  const lines = context.db.iterate(sql`
    select m.id, m.from_option, m.to_option, m.at, m.cause, m.actor, m.revision
    from kebu_class_move m cross join ${tableRef(scheme.tableId)} r on r.id = m.row_id
    where +m.scheme_id = ${scheme.id} order by m.id desc`)
  return grouped(linesOf(context, lines), limit, each).map(({ ids, ...group }) => ({
    ...group,
    moves: movesWhere(context, scheme.id, scheme.tableId, sql`m.id in ${idList(ids)}`, each),
  }))
}

function* linesOf(context: ReadContext, rows: Iterable<readonly CellValue[]>): Generator<Line> {
  let read = 0
  for (const [id, from = null, to = null, at, ...why] of rows) {
    if (++read % linesAtOnce === 0) goOn(context)
    yield { id: Number(id), from: numberOrNull(from), to: numberOrNull(to), at: String(at), why: why.join(' ') }
  }
}

/** So many lines are read before it is asked whether anybody still waits. */
const linesAtOnce = 10_000

export function grouped(newestFirst: Iterable<Line>, limit: number, each: number): LineGroup[] {
  const groups: LineGroup[] = []
  let before: Line | null = null
  for (const line of newestFirst) {
    const isSame = before !== null && before.why === line.why && Date.parse(before.at) - Date.parse(line.at) <= portionMillis
    if (!isSame && groups.length === limit) break
    if (!isSame) groups.push({ at: line.at, count: 0, flows: [], ids: [] })
    const group = groups.at(-1)
    if (group !== undefined) put(group, line, each)
    before = line
  }
  for (const { flows } of groups) flows.sort((one, other) => other.count - one.count)
  return groups
}

function put(group: LineGroup, { id, from, to }: Line, each: number): void {
  group.count += 1
  if (group.ids.length < each) group.ids.push(id)
  const flow = group.flows.find(({ fromOptionId, toOptionId }) => fromOptionId === from && toOptionId === to)
  if (flow === undefined) group.flows.push({ fromOptionId: from, toOptionId: to, count: 1 })
  else flow.count += 1
}
