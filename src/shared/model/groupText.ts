import { assertNever } from '../lib/assertNever.ts'
import { addDays } from '../lib/days.ts'
import { formatMonth, formatQuarter, formatYear } from '../lib/formatDate.ts'
import type { CellValue } from './cell.ts'
import type { Column } from './column.ts'
import type { FormatContext } from './columns/kind.ts'
import { formatCell } from './columns/registry.ts'
import type { Group, GroupUnit } from './group.ts'

/** The head of a group as a person reads it: an option, `2026年11月`, `￥0.00 – ￥100.00`; empty for the empty group. */
export function groupText(shown: Column, { unit, step }: Pick<Group, 'unit' | 'step'>, value: CellValue, context: FormatContext): string {
  if (value === null) return ''
  if (unit !== undefined && typeof value === 'string') return periodText(unit, value, context)
  if (step !== undefined && typeof value === 'number') {
    // Whole numbers have a last one in each range, others only a bound.
    const isWhole = shown.type === 'number' && shown.settings.decimals === 0 && shown.settings.format !== 'percent' && Number.isInteger(step)
    const end = Number((value + step).toFixed(10)) - (isWhole ? 1 : 0)
    return `${formatCell(shown, value, context)} – ${formatCell(shown, end, context)}`
  }
  return formatCell(shown, value, context)
}

function periodText(unit: GroupUnit, value: string, { lang }: FormatContext): string {
  switch (unit) {
    case 'day':
      return value
    case 'week':
      return `${value} – ${addDays(value, 6)}`
    case 'month':
      return formatMonth(value, lang)
    case 'quarter':
      return formatQuarter(value, lang)
    case 'year':
      return formatYear(value, lang)
    default:
      return assertNever(unit)
  }
}
