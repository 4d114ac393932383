import { assertNever } from '#shared/lib/assertNever.ts'
import { resolveDateTerm, resolvePeriod } from '#shared/model/dateTerm.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Condition, Filter } from '#shared/model/filter.ts'
import type { ReadContext } from '../store/context.ts'
import { hasCaseBeyondAscii } from '../store/lowerCase.ts'
import { otherSide, type Schema } from '../store/schema.ts'
import { cellRef, idList, join, linkRef, nameRef, sql, textRef, type RawBuilder } from '../store/sql.ts'

const always = sql`1`
const never = sql`0`

/**
 * A filter tree as a SQL condition over the row under `alias`. A condition on a column that is gone
 * lets every row through: a view does not turn empty because a column was deleted.
 */
export function filterSql(context: ReadContext, tableId: number, filter: Filter | null, alias: string): RawBuilder<unknown> {
  if (filter === null) return always
  if (filter.kind === 'condition') {
    const column = context.schema.columns.get(filter.columnId)
    return column === undefined || column.tableId !== tableId ? always : conditionSql(context, column, filter, alias)
  }
  if (filter.items.length === 0) return always
  const parts = filter.items.map((item) => sql`(${filterSql(context, tableId, item, alias)})`)
  return filter.kind === 'and' ? join(parts, ' and ') : join(parts, ' or ')
}

function conditionSql(context: ReadContext, column: Column, condition: Condition, alias: string): RawBuilder<unknown> {
  const cell = cellRef(column, alias)
  switch (condition.operator) {
    case 'isEmpty':
      return sql`(${cell} is null or ${cell} = '')`
    case 'isNotEmpty':
      return sql`(${cell} is not null and ${cell} <> '')`
    case 'isChecked':
      return sql`${cell} = 1`
    case 'isUnchecked':
      return sql`coalesce(${cell}, 0) = 0`
    case 'isMe':
      return context.actorId === null ? never : sql`${cell} = ${context.actorId}`
    case 'contains':
    case 'notContains':
    case 'is':
    case 'isNot':
    case 'startsWith':
    case 'endsWith':
      return textSql(condition.operator, textRef(column, alias), condition.value)
    case 'equal':
      return sql`${cell} = ${condition.value}`
    case 'notEqual':
      return sql`${cell} is not ${condition.value}`
    case 'less':
      return sql`${cell} < ${condition.value}`
    case 'lessOrEqual':
      return sql`${cell} <= ${condition.value}`
    case 'greater':
      return sql`${cell} > ${condition.value}`
    case 'greaterOrEqual':
      return sql`${cell} >= ${condition.value}`
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
    case 'exactly':
      return setSql(context.schema, column, condition.operator, condition.value, alias)
    case 'onDate':
    case 'notOnDate':
    case 'before':
    case 'after':
    case 'onOrBefore':
    case 'onOrAfter':
      return dateSql(condition.operator, resolveDateTerm(condition.value, context.today), cell)
    case 'within': {
      const period = resolvePeriod(condition.value, context.today)
      return sql`(${cell} >= ${period.from} and ${cell} < ${`${period.to}U`})`
    }
    default:
      return assertNever(condition)
  }
}

type TextOperator = 'contains' | 'notContains' | 'is' | 'isNot' | 'startsWith' | 'endsWith'

/** Compares without regard to case. SQLite's own `lower` knows ASCII only; ours is called where that is not enough. */
function textSql(operator: TextOperator, text: RawBuilder<unknown>, typed: string): RawBuilder<unknown> {
  const value = typed.toLowerCase()
  const cell = hasCaseBeyondAscii(typed) ? sql`kebu_lower(${text})` : sql`lower(${text})`
  switch (operator) {
    case 'contains':
      return sql`coalesce(instr(${cell}, ${value}), 0) > 0`
    case 'notContains':
      return sql`coalesce(instr(${cell}, ${value}), 0) = 0`
    case 'is':
      return sql`${cell} = ${value}`
    case 'isNot':
      return sql`${cell} is not ${value}`
    case 'startsWith':
      return sql`substr(${cell}, 1, length(${value})) = ${value}`
    case 'endsWith':
      return sql`substr(${cell}, -length(${value})) = ${value}`
    default:
      return assertNever(operator)
  }
}

type SetOperator = 'anyOf' | 'noneOf' | 'allOf' | 'exactly'

function setSql(schema: Schema, column: Column, operator: SetOperator, ids: readonly number[], alias: string): RawBuilder<unknown> {
  // A lookup of one row holds what its target holds.
  if (column.type === 'link' || displayColumn(column, schema.columns).type === 'multipleSelect') {
    const members = membersSql(column, alias)
    const any = sql`exists (select 1 from ${members} where v in ${idList(ids)})`
    const all = sql`(select count(distinct v) from ${members} where v in ${idList(ids)}) = ${new Set(ids).size}`
    switch (operator) {
      case 'anyOf':
        return any
      case 'noneOf':
        return sql`not ${any}`
      case 'allOf':
        return all
      case 'exactly':
        return sql`${all} and (select count(*) from ${members}) = ${new Set(ids).size}`
      default:
        return assertNever(operator)
    }
  }
  const cell = cellRef(column, alias)
  switch (operator) {
    case 'anyOf':
      return sql`${cell} in ${idList(ids)}`
    case 'noneOf':
      return sql`(${cell} is null or ${cell} not in ${idList(ids)})`
    case 'allOf':
    case 'exactly':
      return ids.length === 1 ? sql`${cell} = ${ids[0] ?? null}` : never
    default:
      return assertNever(operator)
  }
}

/** The ids in a cell as rows of one column `v`. */
function membersSql(column: Column, alias: string): RawBuilder<unknown> {
  if (column.type !== 'link')
    return sql`(select value as v from json_each(case when json_valid(${cellRef(column, alias)}) then ${cellRef(column, alias)} end))`
  const { linkId, side } = column.settings
  return sql`(select ${nameRef(otherSide(side), 'k')} as v from ${linkRef(linkId)} k where ${nameRef(side, 'k')} = ${nameRef('id', alias)})`
}

type DateOperator = 'onDate' | 'notOnDate' | 'before' | 'after' | 'onOrBefore' | 'onOrAfter'

function dateSql(operator: DateOperator, day: string, cell: RawBuilder<unknown>): RawBuilder<unknown> {
  // The first text after every moment of the day: a time continues a date with `T`, and `U` follows `T`.
  const end = `${day}U`
  switch (operator) {
    case 'onDate':
      return sql`(${cell} >= ${day} and ${cell} < ${end})`
    case 'notOnDate':
      return sql`(${cell} is null or ${cell} < ${day} or ${cell} >= ${end})`
    case 'before':
      return sql`${cell} < ${day}`
    case 'after':
      return sql`${cell} >= ${end}`
    case 'onOrBefore':
      return sql`${cell} < ${end}`
    case 'onOrAfter':
      return sql`${cell} >= ${day}`
    default:
      return assertNever(operator)
  }
}
