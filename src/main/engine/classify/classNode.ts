import type { Node } from '../compute/graph.ts'
import type { ClassColumn } from './ports.ts'

/** A class column among the derived columns. */
export const classNode = (column: ClassColumn): Node => ({
  columnId: column.columnId,
  tableId: column.tableId,
  own: column.dependsOn,
  linked: column.linked,
  dependsOnToday: column.dependsOnToday,
  emptyWithoutLinks: false,
})
