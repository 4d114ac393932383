import { assertNever } from '../../lib/assertNever.ts'
import { addDays } from '../../lib/days.ts'
import { roundMoney } from '../../lib/money.ts'
import type { CellValue } from '../cell.ts'
import type { Column } from '../column.ts'
import type { ParseContext } from '../columns/kind.ts'
import { parseCell } from '../columns/registry.ts'
import { cellConverter } from '../convert/cellConverter.ts'
import { readIds, writeIds } from '../idList.ts'
import type { BulkAction } from './bulkAction.ts'

/** What a cell becomes; `refused` leaves it as it is. */
export type BulkCell = { kind: 'value'; value: CellValue } | { kind: 'refused' }

/** Actions on cells; links are made of rows and have none. */
export type CellAction = Exclude<BulkAction, { kind: 'link' | 'unlink' }>

/** What an action makes of a cell, given the cell of the column it copies from; `from` is that column as it is shown. */
export function bulkCell(
  action: CellAction,
  column: Column,
  from: Column | null,
  context: ParseContext,
): (value: CellValue, source: CellValue) => BulkCell {
  switch (action.kind) {
    case 'set':
      return () => made(action.value)
    case 'clear':
      return () => made(null)
    case 'copy': {
      const convert = from === null ? null : cellConverter(from, column, context)
      return (_, source) => {
        const cell = convert?.(source)
        return cell === undefined || cell.outcome === 'lost' ? refused : made(cell.value)
      }
    }
    case 'calculate':
      return (value) => calculated(action, column, value)
    case 'write':
      return (value) => {
        const text = String(value ?? '')
        const read = parseCell(column, action.place === 'before' ? action.text + text : text + action.text, context)
        return read.ok ? made(read.value) : refused
      }
    case 'addOptions':
      return (value) => made(writeIds([...readIds(value), ...action.optionIds]))
    case 'removeOptions':
      return (value) => made(writeIds(readIds(value).filter((id) => !action.optionIds.includes(id))))
    default:
      return assertNever(action)
  }
}

const made = (value: CellValue): BulkCell => ({ kind: 'value', value })
const refused: BulkCell = { kind: 'refused' }

/** An empty cell stays empty; money is rounded to the cent, and 0.1 + 0.2 is 0.3. */
function calculated({ operator, amount }: Extract<BulkAction, { kind: 'calculate' }>, column: Column, value: CellValue): BulkCell {
  if (value === null) return made(null)
  if (typeof value === 'string') {
    const day = shifted(value.slice(0, 10), amount)
    return operator === 'add' && day !== null ? made(day + value.slice(10)) : refused
  }
  const result = Number((operator === 'add' ? value + amount : value * amount).toPrecision(15))
  if (!Number.isFinite(result)) return refused
  return made(column.type === 'number' && column.settings.format === 'currency' ? roundMoney(result, column.settings.decimals) : result)
}

/** A day some days later, where the calendar of cells goes that far. */
function shifted(day: string, days: number): string | null {
  if (Math.abs(days) > 4_000_000) return null
  const moved = addDays(day, Math.round(days))
  return /^\d{4}-\d{2}-\d{2}$/u.test(moved) ? moved : null
}
