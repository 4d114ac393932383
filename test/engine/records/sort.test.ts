import fc from 'fast-check'
import { expect, test } from 'vitest'
import Database from 'better-sqlite3'
import { openEngine } from '#main/engine/index.ts'
import type { Filter } from '#shared/model/filter.ts'
import { emptyRowQuery, emptyViewSettings, type Sort } from '#shared/model/view.ts'
import { makeBook } from '../support/book.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const names = ['张三', '李四', 'Apple', 'apple 2', 'apple 10', '王五', '', null]

async function madeTable() {
  const { engine, path } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const name = valueOf(await engine.run('columns.create', { tableId: table.id, name: '名称', type: 'text', settings: {} })).id
  const number = valueOf(await engine.run('columns.create', { tableId: table.id, name: '数', type: 'number', settings: {} })).id
  let views = 0
  const sortsBy = async (sorts: Sort[]) =>
    valueOf(await engine.run('views.create', { tableId: table.id, name: `v${(views += 1)}`, settings: { ...emptyViewSettings, sorts } }))
  const rowsIn = async (sorts: Sort[], filter: Filter | null = null) => {
    const query = { ...emptyRowQuery, sorts, filter }
    const page = valueOf(await engine.run('rows.page', { tableId: table.id, query, columnIds: [name], offset: 0, limit: 1000 }))
    return page.items.flatMap((item) => (item.kind === 'row' ? [item] : []))
  }
  const insert = async (rows: { name: string | null; number: number | null }[]) =>
    valueOf(
      await engine.run('rows.insert', {
        tableId: table.id,
        rows: rows.map((row) => ({
          cells: [
            { columnId: name, value: row.name },
            { columnId: number, value: row.number },
          ],
        })),
      }),
    ).ids
  return { engine, path, tableId: table.id, name, number, sortsBy, rowsIn, insert }
}

const indexesOf = (path: string): string[] => {
  const plain = new Database(path, { readonly: true })
  const found = plain.prepare("select name from sqlite_master where type = 'table' and name glob 'k[0-9]*'").pluck(true).all().map(String)
  plain.close()
  return found
}

test('empty cells come last in both directions; rows alike stay in the order they were made', async () => {
  const made = await madeTable()
  await made.insert(names.map((name, at) => ({ name, number: at })))
  const shown = async (direction: Sort['direction']) => (await made.rowsIn([{ columnId: made.name, direction }])).map((row) => row.cells[0])
  const up = ['Apple', 'apple 2', 'apple 10', '李四', '王五', '张三', null, null]
  expect(await shown('ascending')).toEqual(up)
  expect(await shown('descending')).toEqual([...up.slice(0, 6).toReversed(), null, null])
})

test('a view that sorts by a text keeps an index of it, and lists are the same with and without', async () => {
  const row = fc.record({ name: fc.constantFrom(...names), number: fc.option(fc.nat(3)) })
  const step = fc.oneof(
    fc.record({ kind: fc.constant('insert' as const), row }),
    fc.record({ kind: fc.constant('update' as const), at: fc.nat(20), name: fc.constantFrom(...names) }),
    fc.record({ kind: fc.constant('delete' as const), at: fc.nat(20) }),
    fc.constant({ kind: 'undo' as const }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 8 }), fc.array(step, { maxLength: 6 }), async (rows, steps) => {
      const plain = await madeTable()
      const indexed = await madeTable()
      await indexed.sortsBy([{ columnId: indexed.name, direction: 'ascending' }])
      expect([indexesOf(plain.path).length, indexesOf(indexed.path).length]).toEqual([0, 1])
      for (const made of [plain, indexed]) {
        const ids = await made.insert(rows)
        let undoable = 0
        const at = (place: number): number => ids[place % ids.length] ?? 0
        for (const one of steps) {
          if (one.kind === 'insert') {
            await made.insert([one.row])
            undoable += 1
          }
          if (one.kind === 'update')
            await made.engine.run('rows.update', {
              tableId: made.tableId,
              rows: [{ id: at(one.at), cells: [{ columnId: made.name, value: one.name }] }],
            })
          if (one.kind === 'delete') await made.engine.run('rows.delete', { tableId: made.tableId, rowIds: [at(one.at)] })
          if (one.kind === 'undo' && undoable > 0) {
            await made.engine.run('history.undo', {})
            undoable -= 1
          }
          // The kept order of the whole table follows each write.
          await made.rowsIn([{ columnId: made.name, direction: 'ascending' }], { kind: 'condition', columnId: made.number, operator: 'isNotEmpty' })
        }
      }
      for (const direction of ['ascending', 'descending'] as const) {
        for (const filter of [null, { kind: 'condition', columnId: plain.number, operator: 'greater', value: 0 }] satisfies (Filter | null)[]) {
          const lists = await Promise.all(
            [plain, indexed].map(async (made) => (await made.rowsIn([{ columnId: made.name, direction }], filter)).map((one) => one.id)),
          )
          expect(lists[1]).toEqual(lists[0])
        }
      }
      await plain.engine.close()
      await indexed.engine.close()
    }),
    { numRuns: 12 },
  )
})

test('keys of another order of characters are made anew when the base is opened', async () => {
  const made = await madeTable()
  await made.insert(names.map((name) => ({ name, number: 1 })))
  await made.sortsBy([{ columnId: made.name, direction: 'ascending' }])
  await made.engine.close()
  const plain = new Database(made.path)
  plain.prepare("update kebu_meta set value = '\"older\"' where key = 'sortKeys'").run()
  plain.close()
  const engine = openEngine(made.path)
  await engine.close()
  const after = new Database(made.path, { readonly: true })
  expect(after.prepare("select value <> '\"older\"' from kebu_meta where key = 'sortKeys'").pluck(true).get()).toBe(1)
  after.close()
  expect(indexesOf(made.path)).toHaveLength(1)
})

test('options sort in their order, several by the first of them, boxes by whether they are ticked', async () => {
  const { engine } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: 'T' }))
  const options = { options: [3, 1, 2].map((id) => ({ id, name: `选项${id}`, color: 'blue' })) }
  const column = async (name: string, type: 'singleSelect' | 'multipleSelect' | 'checkbox') =>
    valueOf(await engine.run('columns.create', { tableId: table.id, name, type, settings: type === 'checkbox' ? {} : options })).id
  const one = await column('单', 'singleSelect')
  const many = await column('多', 'multipleSelect')
  const done = await column('完', 'checkbox')
  const rows = [
    [1, '[2]', 1],
    [3, '[2,3]', null],
    [null, null, 0],
    [2, '[1,2]', 1],
  ] as const
  const { ids } = valueOf(
    await engine.run('rows.insert', {
      tableId: table.id,
      rows: rows.map(([single, several, box]) => ({
        cells: [
          { columnId: one, value: single },
          { columnId: many, value: several },
          { columnId: done, value: box },
        ],
      })),
    }),
  )
  const order = async (columnId: number, direction: Sort['direction'] = 'ascending') => {
    const query = { ...emptyRowQuery, sorts: [{ columnId, direction }] }
    const page = valueOf(await engine.run('rows.page', { tableId: table.id, query, columnIds: [], offset: 0, limit: 10 }))
    return page.items.flatMap((item) => (item.kind === 'row' ? [ids.indexOf(item.id)] : []))
  }
  expect(await order(one)).toEqual([1, 0, 3, 2])
  expect(await order(many)).toEqual([1, 3, 0, 2])
  expect(await order(done, 'descending')).toEqual([0, 3, 1, 2])
})

test('links sort by their titles and lookups by what they show, then the next sort decides', async () => {
  const { engine } = temporaryBase()
  const book = await makeBook(engine)
  const customer = async (name: string) =>
    valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows: [{ cells: [{ columnId: book.name.id, value: name }] }] })).ids[0] ?? 0
  const [wang, li] = [await customer('王五'), await customer('李四')]
  const insert = async (customerId: number | null, content: string) =>
    valueOf(
      await engine.run('rows.insert', {
        tableId: book.followUps.id,
        rows: [
          {
            cells: [{ columnId: book.content.id, value: content }],
            links: customerId === null ? [] : [{ columnId: book.link.column.id, rowIds: [customerId] }],
          },
        ],
      }),
    ).ids[0] ?? 0
  const rows = [await insert(wang, 'b'), await insert(li, 'b'), await insert(null, 'x'), await insert(wang, 'a'), await insert(li, 'A')]
  const query = {
    ...emptyRowQuery,
    sorts: [
      { columnId: book.link.column.id, direction: 'ascending' as const },
      { columnId: book.content.id, direction: 'ascending' as const },
    ],
  }
  const page = valueOf(await engine.run('rows.page', { tableId: book.followUps.id, query, columnIds: [], offset: 0, limit: 10 }))
  expect(page.items.flatMap((item) => (item.kind === 'row' ? [rows.indexOf(item.id)] : []))).toEqual([4, 1, 3, 0, 2])
})
