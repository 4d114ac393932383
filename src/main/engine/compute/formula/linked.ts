import type { Typed } from '#shared/formula/typed.ts'
import type { ColumnOf } from '#shared/model/column.ts'
import { otherSide } from '../../store/schema.ts'
import { join, linkOrder, linkRef, nameRef, sql, tableRef } from '../../store/sql.ts'
import { errorCodes } from '#shared/formula/errorCode.ts'
import { truthOf, type Compiled, type Scalar, type Sql } from './compiled.ts'
import type { Scope } from './scope.ts'

/**
 * Values of linked rows: a list in link order, or one value where the road leads to one row or one is picked.
 * A row that is reached in several ways counts each time, as it would in a join.
 */
export function compileLinked(linked: Extract<Typed, { kind: 'linked' }>, scope: Scope, compile: (typed: Typed, scope: Scope) => Scalar): Compiled {
  const steps = linked.linkColumnIds.map((id) => scope.context.schema.columns.get(id))
  if (!steps.every((step) => step?.type === 'link')) {
    return { kind: 'scalar', value: sql`null`, error: sql`${errorCodes.link}`, mayBeEmpty: false }
  }
  // Counting needs no more than the pairs.
  const needsRow = linked.value.kind !== 'literal' || linked.condition !== null || linked.pick !== null
  const road = roadOf(steps, scope, needsRow)
  const there = { ...scope, alias: road.alias, outer: scope }
  const value = compile(linked.value, there)
  const condition = linked.condition === null ? sql`` : sql` and ${truthOf(compile(linked.condition, there))}`
  const source = sql`${road.source}${condition}`
  const unit = value.unit === undefined ? {} : { unit: value.unit }
  if (linked.pick !== null) {
    const by = compile(linked.pick.by, there)
    const order = linked.pick.which === 'max' ? sql`${by.value} desc` : sql`${by.value} asc`
    return first(sql`${source} and ${by.value} is not null order by ${order}, ${road.lastFirst}`, value)
  }
  if (linked.type.list) return { kind: 'list', source, value: value.value, error: value.error, order: road.order, ...unit }
  return { ...first(sql`${source} order by ${road.order}`, value), ...unit }
}

function first(rows: Sql, value: Scalar): Scalar {
  return {
    kind: 'scalar',
    value: sql`(select ${value.value} ${rows} limit 1)`,
    error: value.error === null ? null : sql`(select ${value.error} ${rows} limit 1)`,
    mayBeEmpty: true,
  }
}

type Road = { source: Sql; /** Of the row at the end. */ alias: string; order: Sql; lastFirst: Sql }

/** `from l1 k1 join t2 o1 on … where k1.a = r.id`: from the row of the scope along the links. */
function roadOf(steps: readonly ColumnOf<'link'>[], scope: Scope, needsRow: boolean): Road {
  const joins: Sql[] = []
  const order: Sql[] = []
  let from: { key: Sql; alias: string } = { key: nameRef('id', scope.alias), alias: scope.alias }
  let start: Sql = sql`1`
  steps.forEach((step, index) => {
    const { linkId, side, otherTableId } = step.settings
    const pair = scope.newAlias()
    const there = nameRef(otherSide(side), pair)
    const here = sql`${nameRef(side, pair)} = ${from.key}`
    if (index === 0) start = here
    order.push(linkOrder(side, pair))
    joins.push(index === 0 ? sql`from ${linkRef(linkId)} as ${sql.ref(pair)}` : sql`join ${linkRef(linkId)} as ${sql.ref(pair)} on ${here}`)
    if (index === steps.length - 1 && needsRow) {
      const row = scope.newAlias()
      joins.push(sql`join ${tableRef(otherTableId)} as ${sql.ref(row)} on ${nameRef('id', row)} = ${there}`)
      from = { key: nameRef('id', row), alias: row }
    } else from = { key: there, alias: pair }
  })
  const source = sql`${sql.join(joins, sql` `)} where ${start}`
  return { source, alias: from.alias, order: join(order), lastFirst: sql`${from.key} desc` }
}
