import { sql } from '../../../store/sql.ts'
import { errorCodes } from '#shared/formula/errorCode.ts'
import { failsWhen, filled, numberOf } from '../compiled.ts'
import { argument, ofNumbers, type FunctionSql } from './functionSql.ts'

/** Signs between values. Results too large for a number are told apart where the formula ends. */
export const operatorFunctions = {
  ADD: ofNumbers((left, right) => sql`(${left} + ${right})`),
  SUBTRACT: ofNumbers((left, right) => sql`(${left} - ${right})`),
  MULTIPLY: ofNumbers((left, right) => sql`(${left} * ${right})`),
  NEGATE: ofNumbers((number) => sql`(-${number})`),
  // Not by 0.01: 7 % would be 0.07000000000000001.
  PERCENT: ofNumbers((number) => sql`(${number} / 100.0)`),
  DIVIDE: ({ args }) => {
    const divisor = numberOf(argument(args, 1))
    // Cells of whole numbers must not divide as integers.
    const value = sql`(${numberOf(argument(args, 0))} * 1.0 / nullif(${divisor}, 0))`
    return filled(value, args, failsWhen(sql`${divisor} = 0`, errorCodes.divisionByZero))
  },
  POWER: ({ args }) => {
    const [base, exponent] = [numberOf(argument(args, 0)), numberOf(argument(args, 1))]
    // 0^0 is an error in spreadsheets; a root of a negative number is none.
    return filled(
      sql`case when ${base} <> 0 or ${exponent} > 0 then pow(${base}, ${exponent}) end`,
      args,
      failsWhen(sql`${base} = 0 and ${exponent} < 0`, errorCodes.divisionByZero),
      failsWhen(sql`(${base} = 0 and ${exponent} = 0) or pow(${base}, ${exponent}) is null`, errorCodes.number),
    )
  },
} satisfies Record<string, FunctionSql>
