import type { CellValue } from './cell.ts'
import { computedColumnTypes, type Column } from './column.ts'
import type { ParseContext } from './columns/kind.ts'
import { columnKind, parseCell } from './columns/registry.ts'
import { resolveDateTerm, resolvePeriod } from './dateTerm.ts'
import { inForce, type Condition, type Filter } from './filter.ts'
import { writeIds } from './idList.ts'

/** What a new row is to hold so that the filter lets it through, as far as the filter leaves one value only. */
export type FilterDefaults = { cells: { columnId: number; value: CellValue }[]; links: { columnId: number; rowIds: number[] }[] }

export type DefaultsContext = ParseContext & {
  column: (id: number) => Column | undefined
  /** Whether nobody types into the column: a scheme fills it. */
  isFilled: (columnId: number) => boolean
  /** Who is at the keyboard, as a member. */
  me: number | null
}

/** 状态 = 洽谈中 and 负责人 = me pin two cells; one of several values, a range or an "or" pins nothing. */
export function defaultsOfFilter(filter: Filter | null, context: DefaultsContext): FilterDefaults {
  const cells = new Map<number, CellValue>()
  const links = new Map<number, number[]>()
  for (const condition of pinnedConditions(inForce(filter))) {
    const column = context.column(condition.columnId)
    if (column === undefined || computedColumnTypes.has(column.type) || context.isFilled(column.id)) continue
    const value = pinnedValue(column, condition, context)
    if (value === undefined) continue
    if (Array.isArray(value)) {
      if (!links.has(column.id)) links.set(column.id, value)
    } else if (!cells.has(column.id)) cells.set(column.id, value)
  }
  return {
    cells: [...cells].map(([columnId, value]) => ({ columnId, value })),
    links: [...links].map(([columnId, rowIds]) => ({ columnId, rowIds })),
  }
}

/** The conditions that must hold whatever else does. */
function pinnedConditions(filter: Filter | null): Condition[] {
  if (filter === null) return []
  if (filter.kind === 'condition') return [filter]
  return filter.kind === 'and' || filter.items.length === 1 ? filter.items.flatMap(pinnedConditions) : []
}

/** The one value that passes; ids of rows for a link; undefined where several would do, or none can be told. */
function pinnedValue(column: Column, condition: Condition, context: DefaultsContext): CellValue | number[] | undefined {
  switch (condition.operator) {
    case 'isMe':
      return context.me === null ? undefined : idsValue(column, [context.me])
    case 'isChecked':
      return 1
    case 'is':
      return typeof condition.value === 'string' ? typedValue(column, condition.value, context) : undefined
    case 'isAnyOf':
      return condition.value.length === 1 ? typedValue(column, condition.value[0] ?? '', context) : undefined
    case 'equal':
      return typeof condition.value === 'number' ? condition.value : undefined
    case 'equalsAny':
      return condition.value.length === 1 ? condition.value[0] : undefined
    case 'anyOf':
      return Array.isArray(condition.value) && condition.value.length === 1 ? idsValue(column, condition.value) : undefined
    case 'allOf':
    case 'exactly':
      return Array.isArray(condition.value) ? idsValue(column, condition.value) : undefined
    case 'onDate':
      // A moment is not told by its day.
      return column.type === 'date' && condition.value.kind !== 'column' ? resolveDateTerm(condition.value, context.today) : undefined
    case 'within': {
      const { from, to } = resolvePeriod(condition.value, context.today)
      return column.type === 'date' && from === to ? from : undefined
    }
    default:
      return undefined
  }
}

function typedValue(column: Column, text: string, context: DefaultsContext): CellValue | undefined {
  const parsed = parseCell(column, text, context)
  return parsed.ok ? parsed.value : undefined
}

function idsValue(column: Column, ids: readonly number[]): CellValue | number[] | undefined {
  if (column.type === 'link') return [...ids]
  if (columnKind(column.type).operators.includes('allOf')) return writeIds(ids)
  return ids.length === 1 ? ids[0] : undefined
}
