import { columnsOfFilter, dependsOnToday } from '#shared/model/filter.ts'
import type { Column } from '#shared/model/column.ts'
import type { Schema } from '../store/schema.ts'
import { isComputed, titleColumn, type ComputedColumn } from './expression.ts'

/** A column whose cells are derived: computed here, or classed by a scheme. */
export type Node = {
  columnId: number
  tableId: number
  /** Columns of the same row it reads. */
  own: readonly number[]
  /** Columns it reads through a link column of its table. */
  linked: { linkColumnId: number; linkId: number; side: 'a' | 'b'; columnIds: readonly number[] } | null
  dependsOnToday: boolean
}

export function nodeOf(schema: Schema, column: ComputedColumn): Node {
  const base = { columnId: column.id, tableId: column.tableId, own: [] }
  if (column.type === 'link') {
    const title = titleColumn(schema, column.settings.otherTableId)
    return {
      ...base,
      linked: { linkColumnId: column.id, linkId: column.settings.linkId, side: column.settings.side, columnIds: title === undefined ? [] : [title.id] },
      dependsOnToday: false,
    }
  }
  const link = schema.columns.get(column.settings.linkColumnId)
  if (link?.type !== 'link') return { ...base, linked: null, dependsOnToday: false }
  const target = column.settings.targetColumnId
  const filter = column.type === 'rollup' ? column.settings.filter : null
  const order = column.type === 'rollup' ? column.settings.orderColumnId : null
  const columnIds = [...(target === null ? [] : [target]), ...(order === null ? [] : [order]), ...columnsOfFilter(filter)]
  return {
    ...base,
    linked: { linkColumnId: link.id, linkId: link.settings.linkId, side: link.settings.side, columnIds: [...new Set(columnIds)] },
    dependsOnToday: dependsOnToday(filter),
  }
}

export function computedNodes(schema: Schema): Node[] {
  return [...schema.columns.values()].filter(isComputed).filter((column) => schema.tables.has(column.tableId)).map((column) => nodeOf(schema, column))
}

/** Nodes so that each stands behind all it reads; null when they go round in a circle. */
export function inOrder(nodes: readonly Node[]): Node[] | null {
  const byColumn = new Map(nodes.map((node) => [node.columnId, node]))
  const ordered: Node[] = []
  const state = new Map<number, 'open' | 'done'>()
  const visit = (node: Node): boolean => {
    const known = state.get(node.columnId)
    if (known !== undefined) return known === 'done'
    state.set(node.columnId, 'open')
    for (const columnId of readsOf(node)) {
      const read = byColumn.get(columnId)
      if (read !== undefined && !visit(read)) return false
    }
    state.set(node.columnId, 'done')
    ordered.push(node)
    return true
  }
  return nodes.every(visit) ? ordered : null
}

export function readsOf(node: Node): readonly number[] {
  return [...node.own, ...(node.linked?.columnIds ?? [])]
}

/** The columns that would have to be recomputed, or would break, without this one. */
export function readersOf(schema: Schema, nodes: readonly Node[], column: Column): Column[] {
  return nodes
    .filter((node) => node.columnId !== column.id && (readsOf(node).includes(column.id) || node.linked?.linkColumnId === column.id))
    .map((node) => schema.columns.get(node.columnId))
    .filter((reader) => reader !== undefined)
}
