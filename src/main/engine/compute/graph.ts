import { dependsOnToday, linkedPartsOf, ownColumnsOfFilter, type Filter } from '#shared/model/filter.ts'
import { countingFunctions, type Column, type ColumnOf } from '#shared/model/column.ts'
import type { Schema } from '../store/schema.ts'
import { isComputed, type ComputedColumn } from './expression.ts'
import { formulaReads } from './formula/formulaReads.ts'
import { titleColumn } from './shownText.ts'

/** One link of a road from row to row: the link column taken, and its junction seen from the row it starts at. */
export type LinkStep = { linkColumnId: number; linkId: number; side: 'a' | 'b' }

/** Columns read in the rows that one link, or several one after the other, lead to. */
export type LinkedReads = { steps: readonly LinkStep[]; columnIds: readonly number[] }

/** A column whose cells are derived: computed here, or classed by a scheme. */
export type Node = {
  columnId: number
  tableId: number
  /** Columns of the same row it reads. */
  own: readonly number[]
  /** Columns it reads in linked rows. */
  linked: readonly LinkedReads[]
  dependsOnToday: boolean
  /** Whether a row without linked rows has an empty cell here, as a new row has already. */
  emptyWithoutLinks: boolean
}

export function nodeOf(schema: Schema, column: ComputedColumn): Node {
  if (column.type === 'formula') return formulaNode(schema, column)
  const isCount = column.type === 'rollup' && countingFunctions.has(column.settings.function)
  const base = { columnId: column.id, tableId: column.tableId, own: [], emptyWithoutLinks: !isCount }
  if (column.type === 'link') {
    const title = titleColumn(schema, column.settings.otherTableId)
    return {
      ...base,
      linked: [{ steps: [stepOf(column)], columnIds: title === undefined ? [] : [title.id] }],
      dependsOnToday: false,
    }
  }
  const link = schema.columns.get(column.settings.linkColumnId)
  if (link?.type !== 'link') return { ...base, linked: [], dependsOnToday: false }
  const target = column.settings.targetColumnId
  const filter = column.type === 'rollup' ? column.settings.filter : null
  const order = column.type === 'rollup' ? column.settings.orderColumnId : null
  const asked = filterReads(schema, filter)
  const columnIds = [...(target === null ? [] : [target]), ...(order === null ? [] : [order]), ...asked.own]
  return {
    ...base,
    linked: [{ steps: [stepOf(link)], columnIds: [...new Set(columnIds)] }, ...asked.linked.map((reads) => behind(link, reads))],
    dependsOnToday: dependsOnToday(filter) || (column.type === 'rollup' && column.settings.function === 'unspent'),
  }
}

function formulaNode(schema: Schema, column: ColumnOf<'formula'>): Node {
  const { own, linked, dependsOnToday } = formulaReads(schema, column)
  const stepsOf = (linkColumnIds: readonly number[]): LinkStep[] =>
    linkColumnIds.map((id) => schema.columns.get(id)).flatMap((link) => (link?.type === 'link' ? [stepOf(link)] : []))
  return {
    columnId: column.id,
    tableId: column.tableId,
    own,
    linked: linked.map(({ linkColumnIds, columnIds }) => ({ steps: stepsOf(linkColumnIds), columnIds })),
    dependsOnToday,
    emptyWithoutLinks: false,
  }
}

/** What a filter reads of its row, and of the rows behind the row's links. */
export function filterReads(schema: Schema, filter: Filter | null): { own: readonly number[]; linked: readonly LinkedReads[] } {
  const linked = linkedPartsOf(filter).flatMap((part): LinkedReads[] => {
    const link = schema.columns.get(part.linkColumnId)
    if (link?.type !== 'link') return []
    const asked = filterReads(schema, part.filter)
    return [{ steps: [stepOf(link)], columnIds: asked.own }, ...asked.linked.map((reads) => behind(link, reads))]
  })
  return { own: ownColumnsOfFilter(filter), linked }
}

const behind = (link: ColumnOf<'link'>, { steps, columnIds }: LinkedReads): LinkedReads => ({ steps: [stepOf(link), ...steps], columnIds })

function stepOf(link: ColumnOf<'link'>): LinkStep {
  return { linkColumnId: link.id, linkId: link.settings.linkId, side: link.settings.side }
}

export function computedNodes(schema: Schema): Node[] {
  return [...schema.columns.values()]
    .filter(isComputed)
    .filter((column) => schema.tables.has(column.tableId))
    .map((column) => nodeOf(schema, column))
}

/** Nodes in levels: each reads only what lower levels hold; null when they go round in a circle. */
export function levelsOf(nodes: readonly Node[]): Node[][] | null {
  const byColumn = new Map(nodes.map((node) => [node.columnId, node]))
  const levels = new Map<number, number>()
  const open = new Set<number>()
  const levelOf = (node: Node): number | null => {
    const known = levels.get(node.columnId)
    if (known !== undefined) return known
    if (open.has(node.columnId)) return null
    open.add(node.columnId)
    let level = 0
    for (const columnId of readsOf(node)) {
      const read = byColumn.get(columnId)
      if (read === undefined) continue
      const below = levelOf(read)
      if (below === null) return null
      level = Math.max(level, below + 1)
    }
    levels.set(node.columnId, level)
    return level
  }
  const ordered: Node[][] = []
  for (const node of nodes) {
    const level = levelOf(node)
    if (level === null) return null
    const same = ordered[level] ?? []
    same.push(node)
    ordered[level] = same
  }
  return Array.from(ordered, (level) => level ?? [])
}

export function readsOf(node: Node): readonly number[] {
  return [...node.own, ...node.linked.flatMap((reads) => reads.columnIds)]
}

/** The columns that would have to be recomputed, or would break, without this one. */
export function readersOf(schema: Schema, nodes: readonly Node[], column: Column): Column[] {
  return nodes
    .filter((node) => node.columnId !== column.id && (readsOf(node).includes(column.id) || goesThrough(node, column.id)))
    .map((node) => schema.columns.get(node.columnId))
    .filter((reader) => reader !== undefined)
}

function goesThrough(node: Node, linkColumnId: number): boolean {
  return node.linked.some((reads) => reads.steps.some((step) => step.linkColumnId === linkColumnId))
}
