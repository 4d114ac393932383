import type { WriteContext } from '../context.ts'
import { cellRef, sql, tableRef } from '../store/sql.ts'
import { presentSample } from './sampleRecord.ts'

/** Removes the sample rows, and the sample's members that nobody's rows name; answers how many rows went. */
export function clearSample(context: WriteContext): number {
  const sample = presentSample(context)
  for (const { tableId, rowIds } of sample.tables) context.apply({ removed: [{ tableId, ids: rowIds, uids: [], columns: [] }] })
  const named = namedMembers(context)
  const gone = sample.members
    .flatMap((id) => context.schema.members.get(id) ?? [])
    .filter((member) => !named.has(member.id) && member.id !== context.actorId)
  if (gone.length > 0) context.apply({ schema: gone.map((member) => ({ kind: 'member', id: member.id, from: member, to: null })) })
  return sample.tables.reduce((count, { rowIds }) => count + rowIds.length, 0)
}

/** Members in any cell or stamp that is left. */
function namedMembers(context: WriteContext): ReadonlySet<number> {
  const named = new Set<number>()
  for (const table of context.schema.tables.values()) {
    const cells = context.schema
      .columnsOf(table.id)
      .filter((column) => column.type === 'member')
      .map((column) => cellRef(column))
    for (const cell of [...cells, sql.ref('created_by'), sql.ref('updated_by')]) {
      for (const id of context.db.ids(sql`select distinct ${cell} from ${tableRef(table.id)} where ${cell} is not null`)) named.add(id)
    }
  }
  return named
}
