import { assertNever } from '#shared/lib/assertNever.ts'
import type { Column } from '#shared/model/column.ts'
import { otherSide, type Schema } from '../../store/schema.ts'
import { linkRef, nameRef, sql, tableRef, type RawBuilder } from '../../store/sql.ts'

type LinkedOperator = 'linkedAny' | 'linkedAll' | 'linkedNone'

/** What holds of the rows behind a link: of one at least, of each (and there is one), of none; null for what is no link. */
export function linkedSql(
  schema: Schema,
  operator: LinkedOperator,
  column: Column,
  alias: string,
  testOf: (otherTableId: number, otherAlias: string) => RawBuilder<unknown>,
): RawBuilder<unknown> | null {
  if (column.type !== 'link' || !schema.tables.has(column.settings.otherTableId)) return null
  const { linkId, side, otherTableId } = column.settings
  // Nested tests lead on from the linked row: each needs names of its own.
  const pair = `${alias}k`
  const other = `${alias}o`
  const rows = sql`select 1 from ${linkRef(linkId)} ${sql.ref(pair)} join ${tableRef(otherTableId)} ${sql.ref(other)}
    on ${nameRef('id', other)} = ${nameRef(otherSide(side), pair)} where ${nameRef(side, pair)} = ${nameRef('id', alias)}`
  const test = testOf(otherTableId, other)
  switch (operator) {
    case 'linkedAny':
      return sql`exists (${rows} and (${test}))`
    case 'linkedNone':
      return sql`not exists (${rows} and (${test}))`
    case 'linkedAll':
      return sql`exists (${rows}) and not exists (${rows} and (${test}) is not true)`
    default:
      return assertNever(operator)
  }
}

/** How many rows a link leads to; null for what is no link. */
export function linkCountSql(
  operator: 'linksEqual' | 'linksMoreThan' | 'linksFewerThan',
  column: Column,
  count: number,
  alias: string,
): RawBuilder<unknown> | null {
  if (column.type !== 'link') return null
  const { linkId, side } = column.settings
  const links = sql`(select count(*) from ${linkRef(linkId)} k where ${nameRef(side, 'k')} = ${nameRef('id', alias)})`
  switch (operator) {
    case 'linksEqual':
      return sql`${links} = ${count}`
    case 'linksMoreThan':
      return sql`${links} > ${count}`
    case 'linksFewerThan':
      return sql`${links} < ${count}`
    default:
      return assertNever(operator)
  }
}
