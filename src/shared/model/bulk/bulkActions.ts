import type { Column } from '../column.ts'
import { storageOf } from '../columns/registry.ts'
import type { BulkActionKind } from './bulkAction.ts'

/** What can be done to a column in many rows at once, in the order a person expects. */
export function bulkActionsFor(column: Column): readonly BulkActionKind[] {
  switch (column.type) {
    case 'link':
      return ['link', 'unlink']
    case 'multipleSelect':
      return ['set', 'clear', 'addOptions', 'removeOptions', 'copy']
    case 'text':
    case 'longText':
      return ['set', 'clear', 'write', 'copy']
    case 'date':
    case 'dateTime':
      return ['set', 'clear', 'calculate', 'copy']
    default:
      return storageOf(column.type) === 'REAL' ? ['set', 'clear', 'calculate', 'copy'] : ['set', 'clear', 'copy']
  }
}
