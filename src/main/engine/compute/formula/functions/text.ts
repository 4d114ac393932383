import { errorCodes } from '#shared/formula/errorCode.ts'
import { sql } from '../../../store/sql.ts'
import { failsWhen, filled, numberOf, textOf, truthOf, unlessFailed, type Sql } from '../compiled.ts'
import { argument, failing, ofTexts, type FunctionSql } from './functionSql.ts'

/** Texts cut and compared, where SQL says it. Lengths count characters: an emoji is one. */
export const textFunctions = {
  LEFT: ({ args }) => {
    const count = args.length > 1 ? whole(numberOf(argument(args, 1))) : sql`1`
    return failing(args, sql`substr(${textOf(argument(args, 0))}, 1, ${count})`, failsWhen(sql`${count} < 0`, errorCodes.value))
  },
  RIGHT: ({ args }) => {
    const text = textOf(argument(args, 0))
    const count = args.length > 1 ? whole(numberOf(argument(args, 1))) : sql`1`
    return failing(args, sql`substr(${text}, max(1, length(${text}) - ${count} + 1))`, failsWhen(sql`${count} < 0`, errorCodes.value))
  },
  MID: ({ args }) => {
    const [start, count] = [whole(numberOf(argument(args, 1))), whole(numberOf(argument(args, 2)))]
    const value = sql`substr(${textOf(argument(args, 0))}, ${start}, ${count})`
    return failing(args, value, failsWhen(sql`${start} < 1 or ${count} < 0`, errorCodes.value))
  },
  LEN: ofTexts((text) => sql`length(${text})`),
  FIND: ({ args }) => {
    const [find, within] = [textOf(argument(args, 0)), textOf(argument(args, 1))]
    const start = args.length > 2 ? whole(numberOf(argument(args, 2))) : sql`1`
    const place = sql`instr(substr(${within}, ${start}), ${find})`
    return failing(
      args,
      sql`(${place} + ${start} - 1)`,
      failsWhen(sql`${start} < 1 or ${start} > length(${within}) + 1 or ${place} = 0`, errorCodes.value),
    )
  },
  EXACT: ofTexts((left, right) => sql`(${left} = ${right})`),
  CONTAINS: ofTexts((text, find) => sql`(instr(kebu_lower(${text}), kebu_lower(${find})) > 0)`),
  STARTSWITH: ofTexts((text, find) => sql`(substr(kebu_lower(${text}), 1, length(${find})) = kebu_lower(${find}))`),
  ENDSWITH: ofTexts((text, find) => sql`(substr(kebu_lower(${text}), max(1, length(${text}) - length(${find}) + 1)) = kebu_lower(${find}))`),
  T: ({ args, call }) => (call.args[0]?.type.of === 'text' ? argument(args, 0) : filled(unlessFailed(args, sql`''`), args)),
  LOWER: ofTexts((text) => sql`kebu_lower(${text})`),
  TEXTJOIN: ({ args }) => {
    const [separator, skips] = [textOf(argument(args, 0)), truthOf(argument(args, 1))]
    const rows = args
      .slice(2)
      .map((arg): Sql =>
        arg.kind === 'list'
          ? sql`select v from (select ${arg.value} as v ${arg.source} ${arg.order === null ? sql`` : sql`order by ${arg.order}`})`
          : sql`select ${arg.value} as v`,
      )
    const joined = sql`(select group_concat(coalesce(v, ''), ${separator}) from (${sql.join(rows, sql` union all `)}) where not ${skips} or coalesce(v, '') <> '')`
    return filled(unlessFailed(args, sql`coalesce(${joined}, '')`), args)
  },
} satisfies Record<string, FunctionSql>

const whole = (number: Sql): Sql => sql`cast(${number} as integer)`
