import { holdsValues, type Column, type DurationSettings, type NumberSettings } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Schema } from '../store/schema.ts'
import { cellRef, saidOf, sql, textRef, type RawBuilder } from '../store/sql.ts'

/** Stands between several values that are read as one text. */
export const separator = '、'

/** The column that names a row of the table. */
export function titleColumn(schema: Schema, tableId: number): Column | undefined {
  const table = schema.tables.get(tableId)
  if (table === undefined) return undefined
  const primary = table.primaryColumnId === null ? undefined : schema.columns.get(table.primaryColumnId)
  return primary ?? schema.columnsOf(tableId).find(({ type }) => holdsValues(type))
}

/** A cell as text a person reads, where SQL can say it: options and members by their names, numbers with their unit. */
export function shownText(schema: Schema, column: Column, alias: string): RawBuilder<unknown> {
  const shown = displayColumn(column, schema.columns)
  const cell = cellRef(column, alias)
  switch (shown.type) {
    case 'singleSelect':
      return saidOf(cell, namesOf(shown.settings.options))
    case 'multipleSelect':
      return sql`(select group_concat(${saidOf(sql`value`, namesOf(shown.settings.options))}, ${separator}) from json_each(${cell}))`
    case 'members':
      return sql`(select group_concat(${saidOf(sql`value`, namesOf(schema.members.values()))}, ${separator}) from json_each(${cell}))`
    case 'member':
    case 'createdBy':
    case 'modifiedBy':
      return saidOf(cell, namesOf(schema.members.values()))
    case 'number':
      return sql`case when ${cell} is not null then ${numberText(shown.settings, cell)} end`
    case 'progress':
      return sql`case when ${cell} is not null then printf('%.15g%%', round(${cell} * 100, 2)) end`
    case 'duration':
      return sql`case when ${cell} is not null then ${durationText(shown.settings, cell)} end`
    case 'geolocation':
      return sql`json_extract(${cell}, '$.latitude') || ', ' || json_extract(${cell}, '$.longitude')`
    case 'checkbox':
      return sql`case when ${cell} = 1 then '✓' end`
    default:
      return textRef(column, alias)
  }
}

function namesOf(named: Iterable<{ id: number; name: string }>): Map<number, string> {
  return new Map(Array.from(named, ({ id, name }) => [id, name]))
}

/** `1:30` or `1:30:15`, as `formatDuration` writes it. */
function durationText({ format }: DurationSettings, cell: RawBuilder<unknown>): RawBuilder<unknown> {
  const step = format === 'h:mm' ? 60 : 1
  const size = sql`(cast(round(abs(${cell}) / ${sql.raw(`${step}.0`)}) as integer) * ${sql.raw(String(step))})`
  const sign = sql`case when ${cell} < 0 and ${size} > 0 then '-' else '' end`
  const minutes = sql`printf('%d:%02d', ${size} / 3600, ${size} / 60 % 60)`
  return format === 'h:mm' ? sql`${sign} || ${minutes}` : sql`${sign} || ${minutes} || printf(':%02d', ${size} % 60)`
}

function numberText(settings: NumberSettings, cell: RawBuilder<unknown>): RawBuilder<unknown> {
  const fixed = `%.${settings.decimals}f`
  switch (settings.format) {
    case 'percent':
      return sql`printf(${`${fixed}%%`}, ${cell} * 100)`
    case 'currency':
      return settings.symbolPosition === 'after'
        ? sql`printf(${fixed}, ${cell}) || ${settings.symbol}`
        : sql`${settings.symbol} || printf(${fixed}, ${cell})`
    case 'plain':
      return sql`printf('%.15g', ${cell})`
  }
}
