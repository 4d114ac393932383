import { sql } from '../../../store/sql.ts'
import type { Sql } from '../compiled.ts'
import { argument, type FunctionSql } from './functionSql.ts'

export const conversionFunctions = {
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
