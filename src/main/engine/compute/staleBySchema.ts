import type { SchemaChange } from '#shared/change/change.ts'
import type { Column } from '#shared/model/column.ts'
import { displayColumn } from '#shared/model/columns/display.ts'
import type { Schema } from '../store/schema.ts'
import { isComputed } from './expression.ts'
import { computedNodes, readersOf, readsOf, type Node } from './graph.ts'

/** Computed columns that are to be made anew because columns, tables or members are not what they were. */
export function staleBySchema(before: Schema, schema: Schema, nodes: readonly Node[], changes: readonly SchemaChange[]): number[] {
  const stale = new Set<number>()
  for (const change of changes) {
    if (change.kind === 'column') {
      const column = change.to ?? change.from
      if (column === null) continue
      const sameCells = change.from?.type === change.to?.type && cellSettings(change.from) === cellSettings(change.to)
      if (sameCells) continue
      if (change.to !== null && isComputed(change.to)) stale.add(change.to.id)
      for (const reader of readersOfShown(before, computedNodes(before), column)) stale.add(reader)
      for (const reader of readersOfShown(schema, nodes, column)) stale.add(reader)
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

/** The settings that decide what cells hold: what a link offers to be chosen changes none. */
function cellSettings(column: Column | null): string {
  if (column?.type !== 'link') return JSON.stringify(column?.settings ?? null)
  const { pick: _, createInPicker: __, ...settings } = column.settings
  return JSON.stringify(settings)
}

/** Columns that read this one, or one that shows it: a lookup of a lookup names the same options. */
function readersOfShown(schema: Schema, nodes: readonly Node[], column: Column): number[] {
  const showing = [...schema.columns.values()].filter((other) => other.id !== column.id && shows(schema, other, column.id, new Set()))
  return [column, ...showing].flatMap((read) => readersOf(schema, nodes, read).map((reader) => reader.id))
}

/** Whether the column's cells are those of another, over one lookup or rollup or several. */
function shows(schema: Schema, column: Column, columnId: number, seen: Set<number>): boolean {
  if (column.id === columnId) return true
  if ((column.type !== 'lookup' && column.type !== 'rollup') || seen.has(column.id)) return false
  seen.add(column.id)
  const target = schema.columns.get(column.settings.targetColumnId ?? 0)
  return target !== undefined && shows(schema, target, columnId, seen)
}

/** Columns that keep people's names as text: joined lookups, links to tables named by a member, formulas. */
function readersOfMembers(schema: Schema, nodes: readonly Node[]): number[] {
  return nodes
    .filter((node) => {
      const column = schema.columns.get(node.columnId)
      if (column?.type !== 'link' && column?.type !== 'lookup' && column?.type !== 'formula') return false
      return readsOf(node).some((id) => {
        const read = schema.columns.get(id)
        return read !== undefined && ['member', 'members', 'createdBy', 'modifiedBy'].includes(displayColumn(read, schema.columns).type)
      })
    })
    .map((node) => node.columnId)
}
