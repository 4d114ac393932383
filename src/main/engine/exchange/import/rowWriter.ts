import type { CellValue } from '#shared/model/cell.ts'
import type { WriteContext } from '../../context.ts'
import { keepNumbers } from '../../history/autoNumbers.ts'
import { updateCells } from '../../records/cells.ts'
import { linkRows, orderLinks, pairsOf, unlinkRows, type Pair } from '../../records/linking.ts'
import { otherSide } from '../../store/schema.ts'
import { idList, linkOrder, linkRef, nameRef, sql } from '../../store/sql.ts'
import type { LinkTask, SheetTask } from './plan.ts'

/** Rows on their way into the base: gathered by column, and applied some thousands at a time. */
export type RowWriter = {
  /** Values in the order of the task's cells, linked rows in the order of its links. */
  add(id: number, values: readonly CellValue[], links: readonly (readonly number[])[]): void
  /** Empty cells and links leave what the row has. */
  update(id: number, values: readonly CellValue[], links: readonly (readonly number[])[]): void
  /** Applies what was gathered. Answers how many rows were to be updated, and how many of them changed. */
  flush(): { updates: number; changed: number }
  /** Rows waiting for the next flush. */
  size(): number
}

export function rowWriter(context: WriteContext, task: SheetTask): RowWriter {
  let added = emptyColumns(task)
  let updates: { ids: number[]; values: CellValue[] }[] = task.cells.map(() => ({ ids: [], values: [] }))
  let newPairs: Pair[][] = task.links.map(() => [])
  let setLinks: { rows: number[]; pairs: Pair[] }[] = task.links.map(() => ({ rows: [], pairs: [] }))
  const keyIds = new Set(task.keys.map(({ column }) => column.id))
  const isKept = task.cells.map(({ column }) => keyIds.has(column.id) || column.type === 'autoNumber')
  let adds = 0
  let updated = 0
  return {
    size: () => adds + updated,
    add: (id, values, links) => {
      adds += 1
      added.ids.push(id)
      added.columns.forEach((column, index) => column.values.push(values[index] ?? null))
      links.forEach((ids, index) => {
        for (const other of ids) newPairs[index]?.push([id, other])
      })
    },
    update: (id, values, links) => {
      updated += 1
      updates.forEach((column, index) => {
        const value = values[index] ?? null
        // What named the row is as good as it was (北京 华盛 found 北京华盛, and does not rename it), and its number stays.
        if (value === null || isKept[index] === true) return
        column.ids.push(id)
        column.values.push(value)
      })
      links.forEach((ids, index) => {
        if (ids.length === 0) return
        setLinks[index]?.rows.push(id)
        for (const other of ids) setLinks[index]?.pairs.push([id, other])
      })
    },
    flush: () => {
      const changed = new Set<number>()
      if (added.ids.length > 0) addRows(context, task, added)
      task.cells.forEach(({ column }, index) => {
        const { ids, values } = updates[index] ?? { ids: [], values: [] }
        if (ids.length > 0) updateChanged(context, task, index, { columnId: column.id, ids, values }, changed)
      })
      task.links.forEach((link, index) => {
        linkNew(context, link, newPairs[index] ?? [])
        replaceLinks(context, link, setLinks[index] ?? { rows: [], pairs: [] }, changed)
      })
      added = emptyColumns(task)
      updates = task.cells.map(() => ({ ids: [], values: [] }))
      newPairs = task.links.map(() => [])
      setLinks = task.links.map(() => ({ rows: [], pairs: [] }))
      const done = { updates: updated, changed: changed.size }
      adds = 0
      updated = 0
      return done
    },
  }
}

function emptyColumns(task: SheetTask): { ids: number[]; columns: { columnId: number; values: CellValue[] }[] } {
  return { ids: [], columns: task.cells.map(({ column }) => ({ columnId: column.id, values: [] })) }
}

type NewRows = ReturnType<typeof emptyColumns>

/** Rows that bring a number keep it; the others are numbered by the engine, which does so where the column is not given. */
function addRows(context: WriteContext, task: SheetTask, rows: NewRows): void {
  const numbered = task.cells.flatMap(({ column }, index) =>
    column.type === 'autoNumber' ? [{ column, values: rows.columns[index]?.values ?? [] }] : [],
  )
  const parts = new Map<string, number[]>()
  rows.ids.forEach((_, at) => {
    const brought = numbered.map(({ values }) => (values[at] === null ? 0 : 1)).join('')
    const part = parts.get(brought)
    if (part === undefined) parts.set(brought, [at])
    else part.push(at)
  })
  const added = [...parts].map(([brought, places]) => {
    const missing = new Set(numbered.filter((_, index) => brought[index] === '0').map(({ column }) => column.id))
    const picked = <Item>(items: readonly Item[]): Item[] =>
      places.length === items.length ? [...items] : places.flatMap((at) => items.slice(at, at + 1))
    const columns = rows.columns.filter(({ columnId }) => !missing.has(columnId))
    return {
      tableId: task.tableId,
      ids: picked(rows.ids),
      uids: [],
      columns: columns.map(({ columnId, values }) => ({ columnId, values: picked(values) })),
    }
  })
  for (const { column, values } of numbered) keepNumbers(context.db, column, values, context.now)
  context.apply({ added })
}

/** Writes the cells that differ and notes their rows. */
function updateChanged(
  context: WriteContext,
  task: SheetTask,
  index: number,
  cells: { columnId: number; ids: number[]; values: CellValue[] },
  changed: Set<number>,
): void {
  const { columnId, ids, values } = cells
  const noting: Pick<WriteContext, 'apply'> = {
    apply: (change) => {
      for (const updated of change.updated ?? []) for (const id of updated.ids) changed.add(id)
      context.apply(change)
    },
  }
  // A column of this import holds nothing yet; in a preview it cannot even be asked.
  const isNew = task.cells[index]?.isNew === true
  if (isNew) noting.apply({ updated: [{ tableId: task.tableId, columnId, ids, from: ids.map(() => null), to: values }] })
  else updateCells({ ...context, ...noting }, task.tableId, columnId, ids, values)
}

/** Links of new rows. Only where the other side holds one row can they take the place of others. */
function linkNew(context: WriteContext, link: LinkTask, pairs: Pair[]): void {
  if (pairs.length === 0) return
  const inverse = context.schema.columns.get(link.column.settings.otherColumnId)
  const isCrowded = inverse?.type === 'link' && !inverse.settings.multiple
  if (isCrowded && !link.isNew) linkRows(context, link.column, pairs)
  else context.apply({ linked: [pairsOf(link.column, isCrowded ? lastOfEach(pairs) : pairs)] })
}

/** In a new link whose other side holds one row, the last to claim it has it. */
function lastOfEach(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [pair[1], pair])).values()]
}

/** Makes rows point to what the sheet says, in its order, and to nothing else. */
function replaceLinks(context: WriteContext, link: LinkTask, { rows, pairs }: { rows: number[]; pairs: Pair[] }, changed: Set<number>): void {
  if (rows.length === 0) return
  const { side, linkId } = link.column.settings
  const current = link.isNew
    ? []
    : context.db
        .rows(sql`select ${nameRef(side)}, ${nameRef(otherSide(side))} from ${linkRef(linkId)} k
          where ${nameRef(side)} in ${idList(rows)} order by ${nameRef(side)}, ${linkOrder(side, 'k')}`)
        .map((row): Pair => [Number(row[0]), Number(row[1])])
  const wanted = new Set(pairs.map((pair) => pair.join(' ')))
  const present = new Set(current.map((pair) => pair.join(' ')))
  const gone = current.filter((pair) => !wanted.has(pair.join(' ')))
  const come = pairs.filter((pair) => !present.has(pair.join(' ')))
  for (const [id] of [...gone, ...come]) changed.add(id)
  unlinkRows(context, link.column, gone)
  if (come.length > 0 && link.isNew) context.apply({ linked: [pairsOf(link.column, come)] })
  else if (come.length > 0) linkRows(context, link.column, come)
  if (link.isNew) return
  const saidBy = othersOf(pairs)
  const standsBy = othersOf([...current.filter((pair) => wanted.has(pair.join(' '))), ...come])
  for (const [id, said] of saidBy) {
    const isMoved = (standsBy.get(id) ?? []).join(' ') !== [...new Set(said)].join(' ')
    if (isMoved && orderLinks(context, link.column, id, said) > 0) changed.add(id)
  }
}

function othersOf(pairs: readonly Pair[]): Map<number, number[]> {
  const others = new Map<number, number[]>()
  for (const [id, other] of pairs) {
    const known = others.get(id)
    if (known === undefined) others.set(id, [other])
    else known.push(other)
  }
  return others
}
