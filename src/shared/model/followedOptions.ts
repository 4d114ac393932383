import type { Column } from './column.ts'
import { optionsOf } from './columns/selects.ts'
import { inForce, ownColumnsOfFilter, type Filter } from './filter.ts'
import type { Option } from './option.ts'
import type { Rule } from './scheme.ts'

type ColumnsById = ReadonlyMap<number, Column>
type DecisionRow = Extract<Rule, { kind: 'decisionTable' }>['rows'][number]
type Rollup = Extract<Column, { type: 'rollup' }>

/** A number of one option: rollups from the row's own to the one whose condition names the option of the column. */
export type OptionMeasure = { rollups: readonly [Rollup, ...Rollup[]]; conditionColumnId: number; optionId: number }

/** A table of conditions each line of which looks at the number of one option of a column, such as a category of products. */
export type FollowedOptions = {
  /** The select that has the options. */
  source: Column
  /** Options people added to it that no line looks at yet. */
  uncovered: Option[]
  pattern: { row: DecisionRow; measure: OptionMeasure }
}

/** What a rule follows option by option, told by its lines; null for any other rule. */
export function followedOptions(rule: Rule, columnsById: ColumnsById): FollowedOptions | null {
  if (rule.kind !== 'decisionTable' || rule.rows.length < 2) return null
  const lines = rule.rows.map((row) => ({ row, measure: measureIn(row.when, columnsById) }))
  const [first] = lines
  const source = sourceOf(first?.measure?.conditionColumnId, columnsById)
  if (first?.measure == null || source === null) return null
  if (lines.some(({ measure }) => sourceOf(measure?.conditionColumnId, columnsById) !== source)) return null
  const covered = new Set(lines.map(({ measure }) => measure?.optionId))
  // What came with a template and has no line was left out on purpose.
  const uncovered = optionsOf(source).filter(({ id, code }) => code === undefined && !covered.has(id))
  return { source, uncovered, pattern: { row: first.row, measure: first.measure } }
}

function measureIn(when: Filter, columnsById: ColumnsById): OptionMeasure | null {
  for (const id of ownColumnsOfFilter(when)) {
    const measure = measureOf(id, columnsById, 0)
    if (measure !== null) return measure
  }
  return null
}

function measureOf(columnId: number | null, columnsById: ColumnsById, depth: number): OptionMeasure | null {
  const column = columnsById.get(columnId ?? 0)
  if (column?.type !== 'rollup' || depth > 3) return null
  const asked = optionAsked(inForce(column.settings.filter))
  if (asked !== null) return { rollups: [column], ...asked }
  const behind = measureOf(column.settings.targetColumnId, columnsById, depth + 1)
  return behind === null ? null : { ...behind, rollups: [column, ...behind.rollups] }
}

/** The one option a condition asks for, alone or together with others that hold. */
function optionAsked(filter: Filter | null): { conditionColumnId: number; optionId: number } | null {
  if (filter === null) return null
  if (filter.kind === 'and') return filter.items.map(optionAsked).find((asked) => asked !== null) ?? null
  if (filter.kind !== 'condition' || filter.operator !== 'anyOf' || !Array.isArray(filter.value)) return null
  const [optionId, ...others] = filter.value
  return typeof optionId !== 'number' || others.length > 0 ? null : { conditionColumnId: filter.columnId, optionId }
}

/** The select a column shows, over any number of lookups. */
function sourceOf(columnId: number | undefined, columnsById: ColumnsById): Column | null {
  let column = columnsById.get(columnId ?? 0)
  for (let steps = 0; column?.type === 'lookup' && steps < 8; steps += 1) column = columnsById.get(column.settings.targetColumnId)
  return column?.type === 'singleSelect' || column?.type === 'multipleSelect' ? column : null
}
