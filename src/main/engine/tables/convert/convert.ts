import type { SchemaChange } from '#shared/change/change.ts'
import type { OperationOutput, ParsedInput } from '#shared/contract/engine.ts'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column, ColumnOf } from '#shared/model/column.ts'
import { parseCell } from '#shared/model/columns/registry.ts'
import { keepNumbers, nextNumbers } from '../../history/autoNumbers.ts'
import type { WriteContext } from '../../history/writeContext.ts'
import { storableValue, writableColumn } from '../../records/cells.ts'
import { pairsOf, type Pair } from '../../records/linking.ts'
import { columnName, columnRef, sql, tableName, tableRef } from '../../store/sql.ts'
import { newUidText } from '../../store/uid.ts'
import { freeName, positionBefore } from '../columns.ts'
import type { LinkConverter } from './linkConverter.ts'
import { planConversion, type ConversionPlan } from './plan.ts'
import { referencesTo } from './references.ts'
import { slicesOf, sourceSql } from './slices.ts'
import { surveyOf, type Survey } from './survey.ts'

/**
 * Gives a column another type. It stays the same column: its old cells stand aside under a number of their own and
 * new ones take their place, so that views, rules and formulas still find it, and undo only changes the two back.
 */
export function convertColumn(context: WriteContext, input: ParsedInput<'columns.convert'>): OperationOutput<'columns.convert'> {
  const isLink = input.to.type === 'link'
  const numbers = isLink ? { linkId: context.newId('link'), otherColumnId: context.newId('column') } : { linkId: 1, otherColumnId: 1 }
  const plan = planConversion(context, input, numbers)
  const survey = surveyOf(context, plan)
  const { tally, to } = survey
  if (tally.lost > 0 && input.onLoss === 'stop') {
    throw new Failure(appError('column.wouldLose', { name: plan.column.name, count: tally.lost }))
  }
  const keptAs = context.newId('column')
  const inverse = to.type === 'link' ? inverseOf(context, plan, to) : null
  const schema: SchemaChange[] = [
    ...referencesTo(context.schema, { ...plan, to }).changes,
    { kind: 'column', id: to.id, from: plan.column, to, keptAs },
    ...(inverse === null ? [] : [{ kind: 'column' as const, id: inverse.id, from: null, to: inverse }]),
  ]
  context.apply({ schema })
  const newRows = survey.links === null ? fill(context, plan, survey, keptAs) : link(context, plan, survey.links, to, keptAs)
  return { column: to, same: tally.same, changed: tally.changed, lost: tally.lost, newRows }
}

/** Writes the new cells. The log does not keep them: the base holds both, the new and the old that stand aside. */
function fill(context: WriteContext, plan: ConversionPlan, { to, make }: Survey, keptAs: number): number {
  if (make === null) return 0
  const write = context.db.prepare(`update ${tableName(to.tableId)} set ${columnName(to.id)} = ? where id = ?`)
  for (const { ids, values } of slicesOf(context, to.tableId, sourceSql(context, plan.column, keptAs))) {
    const made = values.map(make)
    made.forEach((value, at) => {
      if (value !== null) write([value, ids[at] ?? null])
    })
    if (to.type === 'autoNumber') keepNumbers(context.db, to, made, context.now)
  }
  if (to.type === 'autoNumber') numberEmpty(context, to, write)
  return 0
}

/** Rows that had no number get the next ones. */
function numberEmpty(context: WriteContext, to: ColumnOf<'autoNumber'>, write: (values: readonly CellValue[]) => number): void {
  const ids = context.db.ids(sql`select id from ${tableRef(to.tableId)} where ${columnRef(to.id)} is null order by id`)
  if (ids.length === 0) return
  const { values } = nextNumbers(context.db, to, ids.length, context.now)
  ids.forEach((id, at) => write([values[at] ?? null, id]))
}

/** Makes the rows that are missing and the pairs; the engine writes the titles into the cells. */
function link(context: WriteContext, plan: ConversionPlan, links: LinkConverter, to: Column, keptAs: number): number {
  if (to.type !== 'link' || plan.names === null) return 0
  const missing = links.missing()
  if (missing.length > 0) makeRows(context, plan, plan.names, missing, links)
  for (const { ids, values } of slicesOf(context, to.tableId, sourceSql(context, plan.column, keptAs))) {
    const pairs = ids.flatMap((id, at): Pair[] => {
      const cell = links.convert(values[at] ?? null)
      return cell.ids.map((other): Pair => [id, other])
    })
    if (pairs.length > 0) context.apply({ linked: [pairsOf(to, pairs)] })
  }
  return missing.length
}

/** Each new row holds its name alone. */
function makeRows(
  context: WriteContext,
  plan: ConversionPlan,
  names: NonNullable<ConversionPlan['names']>,
  missing: readonly string[],
  links: LinkConverter,
): void {
  const naming = writableColumn(context, names.otherTableId, names.matchColumn?.id ?? 0)
  const ids = context.newRowIds(names.otherTableId, missing.length)
  const values = missing.map((name, at) => {
    const read = parseCell(naming, name, plan.parsing)
    if (!read.ok || read.value === null) throw new Failure(appError('cell.invalid', { value: name.slice(0, 80), column: naming.name }))
    const id = ids[at]
    if (id !== undefined) links.made(name, id)
    return storableValue(context, naming, read.value)
  })
  context.apply({ added: [{ tableId: names.otherTableId, ids, uids: [], columns: [{ columnId: naming.id, values }] }] })
}

/** The column that the new link has in the other table. */
function inverseOf(context: WriteContext, plan: ConversionPlan, to: ColumnOf<'link'>): Column {
  const { linkId, otherTableId, otherColumnId } = to.settings
  return {
    id: otherColumnId,
    uid: newUidText(),
    tableId: otherTableId,
    name: freeName(context, otherTableId, plan.input.link?.otherName ?? '', null),
    role: null,
    position: positionBefore(context, otherTableId, null),
    description: '',
    required: false,
    type: 'link',
    settings: { linkId, side: 'b', otherTableId: to.tableId, otherColumnId: to.id, multiple: plan.names?.otherMultiple ?? true },
  }
}
