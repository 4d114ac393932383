import type { SchemaChange } from '#shared/change/change.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Schema } from '../store/schema.ts'
import { isComputed } from './expression.ts'
import { readersOf, type Node } from './graph.ts'

/** Computed columns that are to be made anew because columns, tables or members are not what they were. */
export function staleBySchema(before: Schema, schema: Schema, nodes: readonly Node[], changes: readonly SchemaChange[]): number[] {
  const stale = new Set<number>()
  for (const change of changes) {
    if (change.kind === 'column') {
      const column = change.to ?? change.from
      if (column === null) continue
      const sameCells = change.from !== null && change.to !== null && JSON.stringify(change.from.settings) === JSON.stringify(change.to.settings)
      if (sameCells) continue
      if (change.to !== null && isComputed(change.to)) stale.add(change.to.id)
      for (const reader of readersOf(schema, nodes, column)) stale.add(reader.id)
    }
    if (change.kind === 'table' && change.from?.primaryColumnId !== change.to?.primaryColumnId) {
      for (const column of schema.columns.values()) {
        if (column.type === 'link' && column.settings.otherTableId === change.id) stale.add(column.id)
      }
    }
    if (change.kind === 'member' && change.from !== null && change.from.name !== change.to?.name) {
      for (const columnId of readersOfMembers(schema, nodes)) stale.add(columnId)
    }
  }
  // What is gone cannot be refreshed, and what was not there has nothing to refresh from.
  return [...stale].filter((id) => schema.columns.has(id) && (before.columns.has(id) || nodes.some((node) => node.columnId === id)))
}

/** Columns that keep people's names as text: joined lookups, and links to tables named by a member. */
function readersOfMembers(schema: Schema, nodes: readonly Node[]): number[] {
  return nodes
    .filter((node) => {
      const column = schema.columns.get(node.columnId)
      if (column?.type !== 'link' && column?.type !== 'lookup') return false
      return (node.linked?.columnIds ?? []).some((id) => {
        const read = schema.columns.get(id)
        return read !== undefined && ['member', 'createdBy', 'modifiedBy'].includes(displayColumn(read, schema.columns).type)
      })
    })
    .map((node) => node.columnId)
}
