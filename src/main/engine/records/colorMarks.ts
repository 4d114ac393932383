import { assertNever } from '#shared/lib/assertNever.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { resultTypeOf } from '#shared/model/columns/display.ts'
import { columnsOfFilter } from '#shared/model/filter.ts'
import type { ColorRule } from '#shared/model/coloring.ts'
import type { RowQuery } from '#shared/model/view.ts'
import type { ReadContext } from '../store/context.ts'
import { keptRowStatement } from '../store/rowStatement.ts'
import { cellRef, join, sql, tableRef, type RawBuilder, type SqlValue } from '../store/sql.ts'
import { duplicateKeys, keyOf } from './duplicateKeys.ts'
import { filterSql } from './filterSql.ts'
import { keepWhileUnchanged } from './keptWhile.ts'
import { whereSql } from './rowList.ts'
import { searchedColumns } from './searchIndex.ts'

type ListQuery = Pick<RowQuery, 'filter' | 'search'>

/** Rules of colour as expressions over a row `r`, and what the values mean that they give. */
export type ColorMarks = { text: string; parameters: readonly SqlValue[]; read(values: readonly CellValue[]): CellValue[] }

/**
 * What each rule says of a row, in the order of the rules: 1 or 0 for filters and duplicates, the id of an option,
 * a place from 0 to 1 on a scale; null for nothing. One expression for a rule, to be read beside the cells of the row.
 */
export function colorMarks(context: ReadContext, tableId: number, query: ListQuery, rules: readonly ColorRule[]): ColorMarks {
  const own = rules.map((rule) => columnOf(context, tableId, rule))
  const key = JSON.stringify([tableId, rules, context.today, context.actorId])
  const { text, parameters } = keptRowStatement(context.schema, key, () =>
    join(rules.map((rule, at) => expressionOf(context, tableId, rule, own[at] ?? null))),
  )
  const readers = rules.map((rule, at) => readerOf(context, tableId, query, rule, own[at] ?? null))
  return { text, parameters, read: (values) => readers.map((reader, at) => reader(values[at] ?? null)) }
}

function columnOf(context: ReadContext, tableId: number, rule: ColorRule): Column | null {
  const column = rule.kind === 'filter' ? undefined : context.schema.columns.get(rule.columnId)
  return column?.tableId === tableId ? column : null
}

function expressionOf(context: ReadContext, tableId: number, rule: ColorRule, column: Column | null): RawBuilder<unknown> {
  if (rule.kind === 'filter') {
    // A rule whose conditions were all on columns that are gone says nothing, where such a filter would let every row through.
    const known = columnsOfFilter(rule.filter).some((id) => context.schema.columns.get(id)?.tableId === tableId)
    return known ? sql`coalesce((${filterSql(context, tableId, rule.filter, 'r')}), 0)` : sql`0`
  }
  if (column === null) return sql`null`
  if (rule.kind === 'duplicates') return keyOf(context, column, 'r')
  return rule.kind === 'scale' ? amountSql(context, column) : cellRef(column, 'r')
}

/** What a value of the statement means to the rule. */
function readerOf(context: ReadContext, tableId: number, query: ListQuery, rule: ColorRule, column: Column | null): (value: CellValue) => CellValue {
  switch (rule.kind) {
    case 'filter':
    case 'option':
      return (value) => value
    case 'scale': {
      const [low, high] = column === null ? [null, null] : scaleEnds(context, tableId, query, column, rule.ends)
      return (value) => {
        if (typeof value !== 'number' || low === null || high === null) return null
        return high === low ? 0.5 : Math.min(1, Math.max(0, (value - low) / (high - low)))
      }
    }
    case 'duplicates': {
      const duplicates = column === null ? new Set<CellValue>() : duplicateKeys(context, column)
      return (value) => (duplicates.has(value) ? 1 : 0)
    }
    default:
      return assertNever(rule)
  }
}

/** Where a cell lies on a scale, as a number: dates by their day. */
function amountSql(context: ReadContext, column: Column): RawBuilder<unknown> {
  const cell = cellRef(column, 'r')
  const type = resultTypeOf(column, context.schema.columns)
  return type === 'date' || type === 'dateTime' ? sql`julianday(${cell})` : sql`(case when typeof(${cell}) in ('integer', 'real') then ${cell} end)`
}

type Ends = readonly [low: number | null, high: number | null]

const keptEnds = keepWhileUnchanged<Ends>(16)

/** The ends of a scale over the rows of the view, until one of them may be another. */
function scaleEnds(context: ReadContext, tableId: number, query: ListQuery, column: Column, ends: 'extremes' | 'percentiles'): Ends {
  const searched = query.search.trim() === '' ? [] : searchedColumns(context.schema, tableId).map(({ id }) => id)
  const read = [column.id, ...columnsOfFilter(query.filter), ...searched]
  const key = JSON.stringify([tableId, query.filter, query.search, column.id, ends, context.today, context.actorId])
  return keptEnds(context, tableId, read, key, () => {
    const amount = amountSql(context, column)
    const both = ends === 'extremes' ? sql`min(${amount}), max(${amount})` : sql`percentile(${amount}, 5), percentile(${amount}, 95)`
    const [row] = context.db.rows(sql`select ${both} from ${tableRef(tableId)} r where ${whereSql(context, tableId, query, 'r')}`)
    return [numberOrNull(row?.[0]), numberOrNull(row?.[1])]
  })
}

const numberOrNull = (value: CellValue | undefined): number | null => (typeof value === 'number' ? value : null)
