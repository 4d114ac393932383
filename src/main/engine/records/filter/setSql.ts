import { assertNever } from '#shared/lib/assertNever.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import type { ReadContext } from '../../store/context.ts'
import { otherSide, type Schema } from '../../store/schema.ts'
import { cellRef, linkRef, namedIds, nameRef, sql, type RawBuilder } from '../../store/sql.ts'

type SetOperator = 'anyOf' | 'noneOf' | 'allOf' | 'exactly'

/** Compares the ids in a cell — options, members, linked rows — with given ones, or with those of another column. */
export function setSql(
  schema: Schema,
  column: Column,
  operator: SetOperator,
  compared: readonly number[] | Column,
  alias: string,
): RawBuilder<unknown> {
  const isMany = holdsSeveral(schema, column)
  if (!isNumbers(compared)) return columnsSql(schema, column, operator, compared, alias)
  if (isMany) return severalSql(membersSql(column, alias), operator, namedIds(compared), new Set(compared).size)
  const cell = cellRef(column, alias)
  switch (operator) {
    case 'anyOf':
      return sql`${cell} in ${namedIds(compared)}`
    case 'noneOf':
      return sql`(${cell} is null or ${cell} not in ${namedIds(compared)})`
    case 'allOf':
    case 'exactly':
      return compared.length === 1 ? sql`${cell} = ${compared[0] ?? null}` : sql`0`
    default:
      return assertNever(operator)
  }
}

/** Whether the cell is, or holds, whoever is at the keyboard. */
export function meSql(context: ReadContext, column: Column, alias: string): RawBuilder<unknown> {
  return context.actorId === null ? sql`0` : setSql(context.schema, column, 'anyOf', [context.actorId], alias)
}

/** A link is empty when it leads nowhere, whatever the linked rows are called. */
export function emptySql(column: Column, alias: string): RawBuilder<unknown> {
  if (column.type === 'link') return sql`(not exists ${membersSql(column, alias)})`
  const cell = cellRef(column, alias)
  return sql`(${cell} is null or ${cell} = '')`
}

function severalSql(members: RawBuilder<unknown>, operator: SetOperator, ids: RawBuilder<unknown>, size: number): RawBuilder<unknown> {
  const any = sql`exists (select 1 from ${members} where v in ${ids})`
  const all = sql`(select count(distinct v) from ${members} where v in ${ids}) = ${size}`
  switch (operator) {
    case 'anyOf':
      return any
    case 'noneOf':
      return sql`not ${any}`
    case 'allOf':
      return all
    case 'exactly':
      return sql`${all} and (select count(*) from ${members}) = ${size}`
    default:
      return assertNever(operator)
  }
}

/** Two cells of the same row: whether they share an id, share none, one holds all of the other, or both hold the same. */
function columnsSql(schema: Schema, column: Column, operator: SetOperator, other: Column, alias: string): RawBuilder<unknown> {
  const own = holdsSeveral(schema, column) ? membersSql(column, alias) : singleSql(column, alias)
  const others = holdsSeveral(schema, other) ? membersSql(other, alias) : singleSql(other, alias)
  const any = sql`exists (select 1 from ${own} where v in ${others})`
  const holds = (one: RawBuilder<unknown>, two: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`exists (select 1 from ${two}) and not exists (select 1 from ${two} where v not in ${one})`
  switch (operator) {
    case 'anyOf':
      return any
    case 'noneOf':
      return sql`not ${any}`
    case 'allOf':
      return holds(own, others)
    case 'exactly':
      return sql`${holds(own, others)} and ${holds(others, own)}`
    default:
      return assertNever(operator)
  }
}

/** Whether a cell holds a list of ids. A lookup of one row holds what its target holds. */
function holdsSeveral(schema: Schema, column: Column): boolean {
  return column.type === 'link' || columnKind(displayColumn(column, schema.columns).type).operators.includes('allOf')
}

const singleSql = (column: Column, alias: string): RawBuilder<unknown> =>
  sql`(select ${cellRef(column, alias)} as v where ${cellRef(column, alias)} is not null)`

/** The ids in a cell as rows of one column `v`. */
function membersSql(column: Column, alias: string): RawBuilder<unknown> {
  const cell = cellRef(column, alias)
  if (column.type !== 'link') return sql`(select value as v from json_each(case when json_valid(${cell}) then ${cell} end))`
  const { linkId, side } = column.settings
  return sql`(select ${nameRef(otherSide(side), 'k')} as v from ${linkRef(linkId)} k where ${nameRef(side, 'k')} = ${nameRef('id', alias)})`
}

const isNumbers = (compared: readonly number[] | Column): compared is readonly number[] => Array.isArray(compared)
