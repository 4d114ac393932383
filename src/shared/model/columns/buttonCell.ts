import { addDays } from '../../lib/days.ts'
import type { ButtonCell } from '../button.ts'
import type { CellValue } from '../cell.ts'
import type { Column } from '../column.ts'
import { presetCell, type Moment } from './defaults.ts'

/** The value a press writes into a column at a moment. A fixed one stays as it was set, also where its option is gone meanwhile. */
export function pressedValue(column: Column, cell: ButtonCell, moment: Moment): CellValue {
  if (cell.kind === 'value') return cell.value
  return cell.kind === 'me' ? presetCell(column, cell, moment) : presetCell(column, { kind: cell.kind }, later(moment, cell.days))
}

const later = ({ today, now, me }: Moment, days: number): Moment => ({
  today: addDays(today, days),
  now: `${addDays(now.slice(0, 10), days)}${now.slice(10)}`,
  me,
})
