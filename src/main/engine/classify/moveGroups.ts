import type { MoveGroup } from '#shared/contract/classes.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { ReadContext } from '../context.ts'
import { idList, sql, tableRef } from '../store/sql.ts'
import { movesWhere } from './moves.ts'
import { numberOrNull } from './numberOrNull.ts'

/** So far back in the log groups are looked for. */
const mostRead = 20_000
/** A large change is classed in portions, each a moment after the one before. */
const portionMillis = 2000

type Line = { id: number; from: number | null; to: number | null; at: string; why: string }

/** The latest moves of rows that are still there, those of one change together. */
export function moveGroups(context: ReadContext, scheme: Scheme, limit: number, each: number): MoveGroup[] {
  const lines = context.db
    .rows(sql`
      select m.id, m.from_option, m.to_option, m.at, m.cause, m.actor, m.revision
      from kebu_class_move m cross join ${tableRef(scheme.tableId)} r on r.id = m.row_id
      where +m.scheme_id = ${scheme.id} order by m.id desc limit ${mostRead}`)
    .map(([id, from, to, at, ...why]): Line => ({
      id: Number(id),
      from: numberOrNull(from),
      to: numberOrNull(to),
      at: String(at),
      why: why.join(' '),
    }))
  return grouped(lines, limit).map((group) => ({
    at: group[0]?.at ?? '',
    count: group.length,
    flows: flowsOf(group),
    moves: movesWhere(context, scheme.id, scheme.tableId, sql`m.id in ${idList(group.slice(0, each).map(({ id }) => id))}`, each),
  }))
}

/** Lines that follow one another closely and for the same reason. */
export function grouped<Each extends { at: string; why: string }>(newestFirst: readonly Each[], limit: number): Each[][] {
  const groups: Each[][] = []
  let before: Each | null = null
  for (const line of newestFirst) {
    const isSame = before !== null && before.why === line.why && Date.parse(before.at) - Date.parse(line.at) <= portionMillis
    if (isSame) groups.at(-1)?.push(line)
    else if (groups.length === limit) break
    else groups.push([line])
    before = line
  }
  return groups
}

function flowsOf(group: readonly Line[]): MoveGroup['flows'] {
  const flows = new Map<string, MoveGroup['flows'][number]>()
  for (const { from, to } of group) {
    const key = `${from} ${to}`
    flows.set(key, { fromOptionId: from, toOptionId: to, count: (flows.get(key)?.count ?? 0) + 1 })
  }
  return [...flows.values()].sort((one, other) => other.count - one.count)
}
