import { sql } from '../../../store/sql.ts'
import { errorCodes } from '#shared/formula/errorCode.ts'
import { failsWhen, filled, numberOf, type Sql } from '../compiled.ts'
import { argument, ofNumbers, type FunctionSql } from './functionSql.ts'

export const mathematicsFunctions = {
  SQRT: within(
    (number) => sql`sqrt(${number})`,
    (number) => sql`${number} < 0`,
  ),
  EXP: ofNumbers((number) => sql`exp(${number})`),
  LN: within(
    (number) => sql`ln(${number})`,
    (number) => sql`${number} <= 0`,
  ),
  LOG10: within(
    (number) => sql`log10(${number})`,
    (number) => sql`${number} <= 0`,
  ),
  LOG: ({ args }) => {
    const number = numberOf(argument(args, 0))
    const base = args.length > 1 ? numberOf(argument(args, 1)) : sql`10.0`
    // The logarithm of 8 by 2 is 3, not a little less.
    const value = sql`round(ln(${number}) / nullif(ln(${base}), 0), 14)`
    const wrong = failsWhen(sql`${number} <= 0 or ${base} <= 0`, errorCodes.number)
    return filled(value, args, wrong, failsWhen(sql`${base} = 1`, errorCodes.divisionByZero))
  },
  PI: () => filled(sql`pi()`),
  RADIANS: ofNumbers((angle) => sql`radians(${angle})`),
  DEGREES: ofNumbers((angle) => sql`degrees(${angle})`),
  SIN: ofNumbers((angle) => sql`sin(${angle})`),
  COS: ofNumbers((angle) => sql`cos(${angle})`),
  TAN: ofNumbers((angle) => sql`tan(${angle})`),
  ASIN: within(
    (number) => sql`asin(${number})`,
    (number) => sql`abs(${number}) > 1`,
  ),
  ACOS: within(
    (number) => sql`acos(${number})`,
    (number) => sql`abs(${number}) > 1`,
  ),
  ATAN: ofNumbers((number) => sql`atan(${number})`),
  ATAN2: ({ args }) => {
    const [x, y] = [numberOf(argument(args, 0)), numberOf(argument(args, 1))]
    return filled(sql`atan2(${y}, ${x})`, args, failsWhen(sql`${x} = 0 and ${y} = 0`, errorCodes.divisionByZero))
  },
  SINH: ofNumbers((number) => sql`sinh(${number})`),
  COSH: ofNumbers((number) => sql`cosh(${number})`),
  TANH: ofNumbers((number) => sql`tanh(${number})`),
} satisfies Record<string, FunctionSql>

/** A function of one number that some numbers have no value of. */
function within(write: (number: Sql) => Sql, isOutside: (number: Sql) => Sql): FunctionSql {
  return ({ args }) => {
    const number = numberOf(argument(args, 0))
    return filled(write(number), args, failsWhen(isOutside(number), errorCodes.number))
  }
}
