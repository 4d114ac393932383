import type { Engine } from '#main/engine/index.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { makeBook } from './book.ts'
import { temporaryBase } from './temporaryBase.ts'
import { valueOf } from './valueOf.ts'

export const today = '2026-11-26'

/** Two customers with follow-ups, one without, and ways to ask a formula for its values. */
export async function formulaBook() {
  const { engine, path } = temporaryBase({ clock: { today: () => today, now: () => `${today}T10:00:00` } })
  const book = await makeBook(engine)
  const customers = await insert(engine, book.customers.id, [
    [
      [book.name.id, '华东精密'],
      [book.status.id, 3],
    ],
    [
      [book.name.id, '华南贸易'],
      [book.status.id, 1],
    ],
    [[book.name.id, 'Zhang & Co']],
  ])
  const [first = 0, second = 0] = customers
  const followUps = await insert(
    engine,
    book.followUps.id,
    [
      [
        [book.content.id, '报价'],
        [book.at.id, '2026-01-05T09:00'],
        [book.amount.id, 100.1],
        [book.result.id, 1],
      ],
      [
        [book.content.id, '签约'],
        [book.at.id, '2026-03-08T10:30'],
        [book.amount.id, 200.2],
        [book.result.id, 2],
      ],
      [
        [book.content.id, '回访'],
        [book.at.id, '2026-02-01T16:00'],
        [book.amount.id, 0],
      ],
    ],
    [[first], [first], [second]].map((rowIds) => [{ columnId: book.link.column.id, rowIds }]),
  )
  return { engine, path, book, customers, followUps, ...asking(engine) }
}

function asking(engine: Engine) {
  /** Adds a formula column and gives its cells, row by row. */
  const addFormula = async (tableId: number, source: string, name = `公式 ${source}`) => {
    const column = valueOf(await engine.run('columns.create', { tableId, name, type: 'formula', settings: { source } }))
    return { column, cells: () => cellsOf(engine, tableId, column.id) }
  }
  return {
    addFormula,
    valuesOf: async (tableId: number, source: string): Promise<CellValue[]> => (await addFormula(tableId, source)).cells(),
  }
}

/** The cells of one column in the order the rows were made. */
export async function cellsOf(engine: Engine, tableId: number, columnId: number): Promise<CellValue[]> {
  const page = valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds: [columnId], offset: 0, limit: 1000 }))
  return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells[0] ?? null] : []))
}

type Cells = readonly (readonly [columnId: number, value: CellValue])[]

async function insert(engine: Engine, tableId: number, rows: readonly Cells[], links: readonly { columnId: number; rowIds: number[] }[][] = []) {
  const given = rows.map((cells, index) => ({ cells: cells.map(([columnId, value]) => ({ columnId, value })), links: links[index] ?? [] }))
  return valueOf(await engine.run('rows.insert', { tableId, rows: given })).ids
}
