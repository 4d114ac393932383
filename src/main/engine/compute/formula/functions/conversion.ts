import type { FunctionName } from '#shared/formula/functionName.ts'
import { sql } from '../../../store/sql.ts'
import type { Sql } from '../compiled.ts'
import { conversionScripts } from './conversionScripts.ts'
import { argument, type FunctionSql } from './functionSql.ts'
import { scriptSql } from './script.ts'

/** Values of one type as another: by SQL where they are known to fit, else read as typed text is. */
export const conversionFunctions = {
  ...Object.fromEntries(conversionScripts.map((script) => [script.name, scriptSql(script)])),
  TONUMBER: fitting('TONUMBER', ['number', 'boolean'], (cell) => cell),
  TODATE: fitting('TODATE', ['date', 'dateTime'], (cell) => sql`substr(${cell}, 1, 10)`),
  TODATETIME: (call) =>
    call.call.args[0]?.type.of === 'dateTime' ? argument(call.args, 0) : fitting('TODATETIME', ['date'], (cell) => sql`(${cell} || 'T00:00')`)(call),
  /** As a formula joins it to other text: fifteen digits, dates in ISO form. An empty cell stays empty. */
  TOTEXT: ({ args, call }) => {
    const value = argument(args, 0)
    const written = (write: (cell: Sql) => Sql) => ({ ...value, value: sql`case when ${value.value} is not null then ${write(value.value)} end` })
    switch (call.args[0]?.type.of) {
      case 'number':
        return written((cell) => sql`printf('%.15g', ${cell})`)
      case 'boolean':
        return written((cell) => sql`case when ${cell} then 'TRUE' else 'FALSE' end`)
      case 'dateTime':
        return written((cell) => sql`replace(${cell}, 'T', ' ')`)
      default:
        return value
    }
  },
} satisfies Record<string, FunctionSql>

function fitting(name: FunctionName, types: readonly string[], write: (cell: Sql) => Sql): FunctionSql {
  const script = conversionScripts.find((each) => each.name === name)
  return (call) => {
    const value = argument(call.args, 0)
    if (types.includes(call.call.args[0]?.type.of ?? '') || script === undefined) {
      const { literal: _literal, ...rest } = value
      return { ...rest, value: write(value.value) }
    }
    return scriptSql(script)(call)
  }
}
