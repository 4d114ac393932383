import type { Column } from '#shared/model/column.ts'
import { canColorBy, type ColorRule, type ColorTarget } from '#shared/model/coloring.ts'
import { hueKeys } from '#shared/model/optionColors.ts'

type Shown = (column: Column) => Column

/** Columns a kind of rule may read. */
export function columnsForRule(kind: ColorRule['kind'], columns: readonly Column[], shown: Shown): Column[] {
  return columns.filter((column) => canColorBy(kind, shown(column)))
}

/** A rule of a kind to begin with; null where no column fits. `count` is how many rules there are: each takes the next colour. */
export function newRule(kind: ColorRule['kind'], columns: readonly Column[], shown: Shown, count: number): ColorRule | null {
  const color = hueKeys[(count + 1) % hueKeys.length] ?? 'blue'
  if (kind === 'filter') return { kind, filter: null, color, target: { kind: 'row' } }
  const [column] = columnsForRule(kind, columns, shown)
  if (column === undefined) return null
  const columnId = column.id
  const target: ColorTarget = { kind: 'cells', columnIds: [columnId] }
  if (kind === 'option') return { kind, columnId, target: { kind: 'row' } }
  if (kind === 'scale') return { kind, columnId, colors: ['yellow', 'red'], ends: 'extremes', target }
  return { kind, columnId, color, target }
}

/** The rule over another column; where it coloured the cells of its own column it goes on doing so. */
export function withRuleColumn(rule: Exclude<ColorRule, { kind: 'filter' }>, columnId: number): ColorRule {
  const { target } = rule
  const isOwn = target.kind === 'cells' && target.columnIds.length === 1 && target.columnIds[0] === rule.columnId
  return { ...rule, columnId, target: isOwn ? { kind: 'cells', columnIds: [columnId] } : target }
}

/** The rule with another number of colours. */
export function withColorCount(rule: Extract<ColorRule, { kind: 'scale' }>, count: 2 | 3): ColorRule {
  const [first = 'yellow'] = rule.colors
  const last = rule.colors.at(-1) ?? 'red'
  return { ...rule, colors: count === 2 ? [first, last] : [first, rule.colors.length === 3 ? (rule.colors[1] ?? 'gray') : 'gray', last] }
}
