import type { Scheme } from '#shared/model/scheme.ts'
import type { ReadContext, Schema } from '../context.ts'
import { hasLocks } from '../store/classLocks.ts'
import { sql, type RawBuilder } from '../store/sql.ts'
import { classSql } from './classSql.ts'
import type { Classing, Cuts } from './cuts.ts'

/** A scheme, or the draft of one, which has no locks of its own while it was never saved. */
export type Lockable = Classing & { id: number | null; /** Whether its rows keep classes, which stand before what the rule says. */ keeps?: boolean }

/** Stand for the lock that leaves a row without a class, or without tags, where null says that there is no lock. */
const noClass = -1
const noTags = '[]'

/** The class a row is due, or its tags: the one it is locked in, else the one it keeps, else that of the rule. */
export function dueSql(context: ReadContext, scheme: Lockable, cuts: Cuts | null, alias: string): RawBuilder<unknown> {
  const ruled = keptSql(scheme, classSql(context, scheme, cuts, alias), alias)
  if (scheme.id === null || !hasLocks(context.db, scheme.id)) return ruled
  const [given, none] = scheme.rule.kind === 'tags' ? [sql`k.option_ids, '[' || k.option_id || ']'`, noTags] : [sql`k.option_id`, noClass]
  return sql`nullif(coalesce((select coalesce(${given}, ${none}) from kebu_class_lock k
    where k.scheme_id = ${scheme.id} and k.row_id = ${sql.ref(`${alias}.id`)} and (k.until is null or k.until >= ${context.today})), ${ruled}), ${none})`
}

/** What a row keeps, else what the rule says: a row without a class gets one at once. */
function keptSql({ id, keeps = false }: Lockable, ruled: RawBuilder<unknown>, alias: string): RawBuilder<unknown> {
  if (id === null || !keeps) return ruled
  const kept = sql`select k.option_id from kebu_class_kept k where k.scheme_id = ${id} and k.row_id = ${sql.ref(`${alias}.id`)}`
  return sql`coalesce((${kept}), ${ruled})`
}

/** The scheme that fills a column; where several could, the one that is on. */
export function schemeOn(schema: Schema, targetColumnId: number): Scheme | undefined {
  const all = [...schema.schemes.values()].filter((scheme) => scheme.targetColumnId === targetColumnId)
  return all.find(({ enabled }) => enabled) ?? all[0]
}
