import type { SchemaChange } from '#shared/change/change.ts'
import { shiftDecimal } from '#shared/lib/rounding.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column, ColumnOf } from '#shared/model/column.ts'
import type { Schema } from '../../context.ts'
import type { SheetTask } from './plan.ts'

/** What the values of an import teach about the number columns it made: how many decimals they show. */
export type ColumnNotes = { note(task: SheetTask, values: readonly CellValue[]): void; changes(schema: Schema): SchemaChange[] }

const mostDecimals = { plain: 6, percent: 4, currency: 2 }

export function columnNotes(): ColumnNotes {
  const decimals = new Map<number, number>()
  return {
    note: (task, values) => {
      for (let at = 0; at < task.cells.length; at += 1) {
        const cell = task.cells[at]
        const value = values[at]
        if (cell?.isNew !== true || cell.column.type !== 'number' || typeof value !== 'number') continue
        const known = decimals.get(cell.column.id) ?? 0
        const { format } = cell.column.settings
        if (format === 'currency' || known >= mostDecimals[format] || Number.isInteger(value * 10 ** known)) continue
        const shown = decimalsOf(format === 'percent' ? shiftDecimal(value, 2) : value)
        if (shown > known) decimals.set(cell.column.id, shown)
      }
    },
    changes: (schema) =>
      [...decimals].flatMap(([columnId, count]) => {
        const from = schema.columns.get(columnId)
        if (!isPlainNumber(from)) return []
        const to: Column = { ...from, settings: { ...from.settings, decimals: Math.min(count, mostDecimals[from.settings.format]) } }
        return [{ kind: 'column', id: columnId, from, to }]
      }),
  }
}

const isPlainNumber = (column: Column | undefined): column is ColumnOf<'number'> => column?.type === 'number' && column.settings.format !== 'currency'

function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0
  const text = String(Number(value.toPrecision(15)))
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}
