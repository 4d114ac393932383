import type { Engine } from '#main/engine/index.ts'
import type { ColumnTarget, ImportPlan, SheetPlan } from '#shared/contract/exchange.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { workbook, type Cell, type Sheet } from '../../../fixtures/make/workbook.ts'
import { makeBook } from '../../support/book.ts'
import { temporaryBase } from '../../support/temporaryBase.ts'
import { valueOf } from '../../support/valueOf.ts'
import { fileOf } from './files.ts'

/** Into an existing column. */
export const to = (columnId: number, matchColumnId: number | null = null): ColumnTarget => ({ kind: 'column', columnId, matchColumnId })
/** Into a new column. */
export const fresh = (name: string, type: Extract<ColumnTarget, { kind: 'new' }>['type'] = 'text'): ColumnTarget => ({ kind: 'new', name, type })

type Part = Partial<SheetPlan> & { table: SheetPlan['table']; targets: ColumnTarget[] }

/** A plan for a workbook of these sheets. */
export function planFor(sheets: { name: string; rows: Cell[][] }[], parts: Part[]): ImportPlan {
  return {
    path: fileOf('表.xlsx', workbook(sheets satisfies Sheet[])),
    encoding: null,
    sheets: parts.map(({ targets, ...part }, index) => ({
      sheet: sheets[index]?.name ?? '',
      headerRow: 0,
      mode: 'add',
      matchIndexes: [],
      missingLinks: 'reject',
      ...part,
      columns: targets.map((target, at) => ({ index: at, target })),
    })),
  }
}

/** The cells of all rows of a table. */
export async function cellsOf(engine: Engine, tableId: number, columnIds: number[]): Promise<CellValue[][]> {
  const page = valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds, offset: 0, limit: 1000 }))
  return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells] : []))
}

/** A book with four customers, two of them of one name. */
export async function bookWithCustomers() {
  const { engine, path } = temporaryBase({ clock: { today: () => '2024-06-01', now: () => '2024-06-01T10:00:00' } })
  const book = await makeBook(engine)
  valueOf(
    await engine.run('rows.insert', {
      tableId: book.customers.id,
      rows: [
        ['上海博远', 1],
        ['北京华盛', 2],
        ['双胞胎', 1],
        ['双胞胎', 2],
      ].map(([name, status]) => ({
        cells: [
          { columnId: book.name.id, value: name ?? null },
          { columnId: book.status.id, value: status ?? null },
        ],
      })),
    }),
  )
  const customers = () => cellsOf(engine, book.customers.id, [book.name.id, book.status.id])
  return { engine, path, book, customers }
}
