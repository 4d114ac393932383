import { sql } from '../../../store/sql.ts'
import { errorCodes } from '#shared/formula/errorCode.ts'
import { failsWhen, filled, numberOf, type Sql } from '../compiled.ts'
import { argument, failing, ofNumbers, type FunctionSql } from './functionSql.ts'

/**
 * Rounding as Excel does: halves away from zero, of the number as fifteen digits show it. 1.005 is a little less than
 * that in binary, and still rounds to 1.01.
 */
export const roundingFunctions = {
  ROUND: ofNumbers((number, digits) => scaled(number, digits, (shown) => sql`round(${shown})`)),
  ROUNDUP: ofNumbers((number, digits) => scaled(number, digits, (shown) => sql`(sign(${shown}) * ceil(abs(${shown})))`)),
  ROUNDDOWN: ofNumbers(roundedDown),
  TRUNC: ofNumbers(roundedDown),
  INT: ofNumbers((number) => sql`floor(${number})`),
  CEILING: multipleOf((times) => sql`ceil(${times})`),
  FLOOR: multipleOf((times) => sql`floor(${times})`, true),
  MROUND: ({ args }) => {
    const [number, step] = [numberOf(argument(args, 0)), numberOf(argument(args, 1))]
    const value = sql`(case when ${step} = 0 then 0.0 else round(${shown(sql`${number} / ${step}`)}) * ${step} end)`
    return failing(args, tidy(value), failsWhen(sql`${number} * ${step} < 0`, errorCodes.number))
  },
  EVEN: ofNumbers((number) => sql`(sign(${number}) * ceil(abs(${number}) / 2.0) * 2)`),
  ODD: ofNumbers((number) => sql`(case when ${number} < 0 then -1 else 1 end * (ceil((max(abs(${number}), 1) - 1) / 2.0) * 2 + 1))`),
  ABS: ofNumbers((number) => sql`abs(${number})`),
  SIGN: ofNumbers((number) => sql`sign(${number})`),
  CLAMP: ofNumbers((number, low = sql`0`, high = sql`0`) => sql`max(${low}, min(${high}, ${number}))`),
  ISEVEN: ofNumbers((number) => sql`(${half(number)} = 0)`),
  ISODD: ofNumbers((number) => sql`(${half(number)} = 1)`),
  MOD: divided((number, divisor) => tidy(sql`(${number} - ${divisor} * floor(${number} * 1.0 / ${divisor}))`)),
  QUOTIENT: divided((number, divisor) => sql`trunc(${number} * 1.0 / ${divisor})`),
} satisfies Record<string, FunctionSql>

/** The number as fifteen significant digits show it: what people see, and what Excel rounds. */
const shown = (number: Sql): Sql => sql`(case when ${number} is not null then cast(printf('%.15g', ${number}) as real) end)`

/** Without the noise of the last binary digits: 0.1 * 3 is 0.3. */
const tidy = shown

function scaled(number: Sql, digits: Sql | undefined, round: (shown: Sql) => Sql): Sql {
  if (digits === undefined) return round(shown(number))
  // More than fifteen digits are not there; fewer than 1E-300 have none left.
  const places = sql`max(-300, min(15, trunc(${digits})))`
  const up = sql`pow(10.0, max(0, ${places}))`
  const down = sql`pow(10.0, max(0, -${places}))`
  return sql`(${round(shown(sql`${number} * ${up} / ${down}`))} * ${down} / ${up})`
}

function roundedDown(number: Sql, digits?: Sql): Sql {
  return scaled(number, digits, (shown) => sql`trunc(${shown})`)
}

/**
 * To a multiple of a step, of 1 where there is none. A negative step rounds the other way, as in Excel, which goes up to a
 * multiple of 0 but not down.
 */
function multipleOf(round: (times: Sql) => Sql, failsAtZero = false): FunctionSql {
  return ({ args }) => {
    const number = numberOf(argument(args, 0))
    if (args.length < 2) return filled(round(shown(number)), args)
    const step = numberOf(argument(args, 1))
    const value = sql`(case when ${step} = 0 then 0.0 else ${round(shown(sql`${number} * 1.0 / ${step}`))} * ${step} end)`
    const wrongSign = failsWhen(sql`${number} > 0 and ${step} < 0`, errorCodes.number)
    const noStep = failsWhen(sql`${step} = 0`, errorCodes.divisionByZero)
    return failing(args, tidy(value), ...(failsAtZero ? [wrongSign, noStep] : [wrongSign]))
  }
}

function divided(write: (number: Sql, divisor: Sql) => Sql): FunctionSql {
  return ({ args }) => {
    const divisor = numberOf(argument(args, 1))
    return failing(args, write(numberOf(argument(args, 0)), sql`nullif(${divisor}, 0)`), failsWhen(sql`${divisor} = 0`, errorCodes.divisionByZero))
  }
}

/** The remainder of the whole part by two, whatever the sign. */
const half = (number: Sql): Sql => sql`abs(trunc(${number}) - 2 * trunc(${number} / 2.0))`
