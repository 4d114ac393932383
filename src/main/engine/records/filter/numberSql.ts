import { assertNever } from '#shared/lib/assertNever.ts'
import { sql, type RawBuilder } from '../../store/sql.ts'

type NumberOperator = 'equal' | 'notEqual' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual'

export function numberSql(operator: NumberOperator, cell: RawBuilder<unknown>, value: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (operator) {
    case 'equal':
      return sql`${cell} = ${value}`
    case 'notEqual':
      return sql`(${cell} = ${value}) is not true`
    case 'less':
      return sql`${cell} < ${value}`
    case 'lessOrEqual':
      return sql`${cell} <= ${value}`
    case 'greater':
      return sql`${cell} > ${value}`
    case 'greaterOrEqual':
      return sql`${cell} >= ${value}`
    default:
      return assertNever(operator)
  }
}

/** Both ends count. */
export function rangeSql(cell: RawBuilder<unknown>, { from, to }: { from: number; to: number }): RawBuilder<unknown> {
  return sql`${cell} between ${from} and ${to}`
}

export function numberListSql(cell: RawBuilder<unknown>, numbers: readonly number[]): RawBuilder<unknown> {
  return sql`${cell} in (select value from json_each(${JSON.stringify(numbers)}))`
}
