import { assertNever } from '#shared/lib/assertNever.ts'
import type { Column } from '#shared/model/column.ts'
import { hasCaseBeyondAscii } from '../../store/lowerCase.ts'
import { sql, textRef, type RawBuilder } from '../../store/sql.ts'

type TextOperator = 'contains' | 'notContains' | 'is' | 'isNot' | 'startsWith' | 'endsWith'

/** Compares with a text, or with another column of the row, without regard to case. */
export function textSql(operator: TextOperator, column: Column, compared: string | Column, alias: string): RawBuilder<unknown> {
  if (typeof compared !== 'string')
    return sidesSql(operator, sql`kebu_lower(${textRef(column, alias)})`, sql`kebu_lower(nullif(${textRef(compared, alias)}, ''))`)
  return sidesSql(operator, lowered(textRef(column, alias), compared), sql`${compared.toLowerCase()}`)
}

/** Whether the pattern describes some part of the text. */
export function patternSql(column: Column, pattern: string, alias: string): RawBuilder<unknown> {
  return sql`kebu_matches(${pattern}, ${textRef(column, alias)})`
}

export function textListSql(column: Column, texts: readonly string[], alias: string): RawBuilder<unknown> {
  const list = JSON.stringify(texts.map((text) => text.toLowerCase()))
  return sql`${lowered(textRef(column, alias), texts.join(''))} in (select value from json_each(${list}))`
}

export function lengthSql(
  operator: 'lengthEquals' | 'longerThan' | 'shorterThan',
  column: Column,
  length: number,
  alias: string,
): RawBuilder<unknown> {
  const own = sql`coalesce(length(${textRef(column, alias)}), 0)`
  switch (operator) {
    case 'lengthEquals':
      return sql`${own} = ${length}`
    case 'longerThan':
      return sql`${own} > ${length}`
    case 'shorterThan':
      return sql`${own} < ${length}`
    default:
      return assertNever(operator)
  }
}

/** SQLite's own `lower` knows ASCII only; ours is called where that is not enough for what was typed. */
function lowered(text: RawBuilder<unknown>, typed: string): RawBuilder<unknown> {
  return hasCaseBeyondAscii(typed) ? sql`kebu_lower(${text})` : sql`lower(${text})`
}

function sidesSql(operator: TextOperator, cell: RawBuilder<unknown>, value: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (operator) {
    case 'contains':
      return sql`coalesce(instr(${cell}, ${value}), 0) > 0`
    case 'notContains':
      return sql`coalesce(instr(${cell}, ${value}), 0) = 0`
    case 'is':
      return sql`${cell} = ${value}`
    case 'isNot':
      return sql`(${cell} = ${value}) is not true`
    case 'startsWith':
      return sql`substr(${cell}, 1, length(${value})) = ${value}`
    case 'endsWith':
      return sql`substr(${cell}, -length(${value})) = ${value}`
    default:
      return assertNever(operator)
  }
}
