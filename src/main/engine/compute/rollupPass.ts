import type { ReadContext } from '../store/context.ts'
import { join, linkRef, nameRef, sql, tableRef, type RawBuilder } from '../store/sql.ts'
import { otherSide } from '../store/schema.ts'
import { aggregateOf, type Aggregate, type ComputedColumn } from './expression.ts'

/** Fewer rollups over one link are not worth gathering. */
const fewest = 3

/** What is joined to the rows under an alias, and the values of rollups read from that, by column. */
type RollupPasses = { joins: RawBuilder<unknown>; values: ReadonlyMap<number, RawBuilder<unknown>> }

/**
 * Rollups over the same link in one pass over its rows: each by itself would walk the link and open every row again, which
 * an edit in a book with many metrics pays thirty times. `asked` is the table of the rows' ids, by its name in the query.
 */
export function rollupPasses(context: ReadContext, columns: readonly ComputedColumn[], alias: string, asked: string): RollupPasses {
  const aggregates = columns.flatMap((column) => aggregateOf(context, column) ?? [])
  const byLink = [...Map.groupBy(aggregates, ({ link }) => link.id).values()].filter((together) => together.length >= fewest)
  const values = new Map<number, RawBuilder<unknown>>()
  const joins = byLink.map((together, index) => {
    const pass = `pass${index}`
    for (const { column, isCount } of together) {
      const value = nameRef(`v${column.id}`, pass)
      // Rows without a pair have no line in the pass.
      values.set(column.id, isCount ? sql`coalesce(${value}, 0)` : value)
    }
    return sql`left join (${passSql(together, asked)}) ${sql.ref(pass)} on ${nameRef('at', pass)} = ${nameRef('id', alias)}`
  })
  return { joins: join(joins, ' '), values }
}

function passSql(together: readonly Aggregate[], asked: string): RawBuilder<unknown> {
  const [first] = together
  if (first === undefined) throw new Error('no rollup')
  const { side, linkId, otherTableId } = first.link.settings
  const values = together.map(({ column, value }) => sql`${value} as ${sql.ref(`v${column.id}`)}`)
  return sql`select ${nameRef(side, 'k')} as at, ${join(values)}
    from ${sql.table(asked)} i cross join ${linkRef(linkId)} k on ${nameRef(side, 'k')} = i.id
    cross join ${tableRef(otherTableId)} o on o.id = ${nameRef(otherSide(side), 'k')} group by 1`
}
