import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import type { LogEntry } from '#shared/contract/history.ts'
import type { ReadContext } from '../store/context.ts'
import { meta } from '../store/sql.ts'
import { historyState, sourceSchema, summarySchema } from './log.ts'

export function readState(context: ReadContext): OperationOutput<'history.state'> {
  return historyState(context.db)
}

/** What was done, newest first. Undoing shows as a mark on the entry it undid, not as an entry. */
export function listEntries(context: ReadContext, input: ParsedInput<'history.list'>): LogEntry[] {
  let query = meta
    .selectFrom('kebu_log')
    .select(['id', 'at', 'actor', 'source', 'operation', 'summary', 'undone_by'])
    .where('kind', '=', 'do')
    .orderBy('id', 'desc')
    .limit(input.limit)
  if (input.beforeId !== null) query = query.where('id', '<', input.beforeId)
  return context.db.all(query).map((row) => ({
    id: row.id,
    at: row.at,
    actorId: row.actor,
    source: sourceSchema.parse(row.source),
    operation: row.operation,
    summary: summarySchema.parse(JSON.parse(row.summary)),
    undone: row.undone_by !== null,
  }))
}
