import { errorCodes } from '#shared/formula/errorCode.ts'
import { sql } from '../../../store/sql.ts'
import {
  failsWhen,
  filled,
  itemsOf,
  numberOf,
  possiblyEmpty,
  textOf,
  unlessFailed,
  type Compiled,
  type List,
  type Scalar,
  type Sql,
} from '../compiled.ts'
import { guarded, overItems } from './aggregates.ts'
import { argument, type Call, type FunctionSql } from './functionSql.ts'

/** Lists in their order, joined, cut down to different values, or one of them taken. Empty values are left out. */
export const listFunctions = {
  CONCAT: ({ args }) => {
    const texts = args.map((arg) => (arg.kind === 'list' ? sql`coalesce(${joined(arg, sql`''`)}, '')` : textOf(arg)))
    const whole = sql`(${sql.join(texts, sql` || `)})`
    return filled(args.some((arg) => arg.kind === 'list') ? unlessFailed(args, whole) : whole, args)
  },
  ARRAYJOIN: ({ args }) => {
    const list = itemsOf(args.slice(0, 1))
    const separator = args.length > 1 ? textOf(argument(args, 1)) : sql`${', '}`
    return possiblyEmpty(guarded(list, joined(list, separator)), args)
  },
  UNIQUE: ({ args, scope }) => {
    const list = itemsOf(args)
    const rows = scope.newAlias()
    const different = sql`select v, min(n) as n from (select ${list.value} as v, row_number() over (order by ${list.order ?? sql`1`}) as n ${list.source}) where v is not null group by v`
    return {
      kind: 'list',
      source: sql`from (${different}) as ${sql.ref(rows)} where 1`,
      value: sql.ref(`${rows}.v`),
      error: null,
      order: sql.ref(`${rows}.n`),
    }
  },
  COUNTUNIQUE: ({ args }) => overItems(itemsOf(args), (value) => sql`count(distinct nullif(${value}, ''))`),
  FIRST: ({ args }) => item(args, sql`0`, 'asc'),
  LAST: ({ args }) => item(args, sql`0`, 'desc'),
  ITEM: (call) => nth(call),
} satisfies Record<string, FunctionSql>

function joined(list: List, separator: Sql): Sql {
  const order = list.order === null ? sql`` : sql`order by ${list.order}`
  return sql`(select group_concat(v, ${separator}) from (select ${list.value} as v ${list.source} ${order}) where v <> '')`
}

/** The rows come in order; from the end they are numbered first. */
function item(args: readonly Compiled[], skip: Sql, direction: 'asc' | 'desc'): Scalar {
  const list = itemsOf(args.slice(0, 1))
  const numbered = sql`select ${list.value} as v, row_number() over (order by ${list.order ?? sql`1`}) as n ${list.source}`
  const end = direction === 'asc' ? sql`n` : sql`n desc`
  return possiblyEmpty(guarded(list, sql`(select v from (${numbered}) where v is not null order by ${end} limit 1 offset ${skip})`), [list])
}

function nth({ args }: Call): Scalar {
  const index = sql`cast(${numberOf(argument(args, 1))} as integer)`
  const found = item(args, sql`(${index} - 1)`, 'asc')
  return { ...found, error: possiblyEmpty(found.value, [found, argument(args, 1)], failsWhen(sql`${index} < 1`, errorCodes.value)).error }
}
