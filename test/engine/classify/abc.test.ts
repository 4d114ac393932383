import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abcClasses } from '#main/engine/models/segments/abc.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { RuleOf } from '#shared/model/scheme.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { published } from '../models/support/published.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

const [classA, classB, classC, nothing] = [1, 2, 3, 4]

/** A table of amounts with an ABC class beside them, by shares that count the row itself. */
async function abcBook(amounts: readonly (number | null)[], [ofA, ofB]: readonly [number, number]) {
  const { engine } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const amount = valueOf(await engine.run('columns.create', { tableId: table.id, name: '销售额', type: 'number', settings: {} })).id
  const options = ['A', 'B', 'C', '没有'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))
  const target = valueOf(await engine.run('columns.create', { tableId: table.id, name: '类别', type: 'singleSelect', settings: { options } })).id
  const { ids } = valueOf(
    await engine.run('rows.insert', {
      tableId: table.id,
      rows: amounts.map((value) => ({ cells: [{ columnId: amount, value }], links: [] })),
    }),
  )
  const rule: RuleOf<'pareto'> = {
    kind: 'pareto',
    metric: { kind: 'column', columnId: amount },
    shares: [
      { below: ofA, optionId: classA },
      { below: ofB, optionId: classB },
      { below: 1, optionId: classC },
    ],
    minimumPopulation: 0,
    absolute: [],
    nothingOptionId: nothing,
    counting: 'within',
  }
  valueOf(
    await engine.run('schemes.create', {
      tableId: table.id,
      code: 'abc',
      name: 'ABC',
      targetColumnId: target,
      scope: null,
      rule,
      fallbackOptionId: null,
    }),
  )
  const classes = async (): Promise<CellValue[]> => {
    const query = { tableId: table.id, query: emptyRowQuery, columnIds: [target], offset: 0, limit: 1000 }
    const page = valueOf(await engine.run('rows.page', query))
    return page.items.flatMap((item) => (item.kind === 'row' ? [item.cells[0] ?? null] : []))
  }
  return { engine, tableId: table.id, ids, classes }
}

test('V8: the worked example of 43 customers, 55 % and 85 %; equal amounts share a class, which the textbook takes one by one', async () => {
  const rows = published('abc_example_43_customers.csv')
  const book = await abcBook(
    rows.map((row) => Number(row['amount'])),
    [0.55, 0.85],
  )
  const classes = (await book.classes()).map((optionId) => 'ABC'[Number(optionId) - 1])
  // Three hold 16,000; the bound of 85 % lies between the second of them and the third.
  const printed = rows.map((row) => (row['rank'] === '28' ? 'B' : row['expected_class_55_85']))
  expect(rows[27]).toMatchObject({ amount: '16000', expected_class_55_85: 'C' })
  expect(classes).toEqual(printed)
  const why = async (rank: number) => {
    const said = valueOf(await book.engine.run('classes.explain', { tableId: book.tableId, rowId: book.ids[rank - 1] ?? 0 }))
    return said[0]?.reason
  }
  expect(await why(1)).toMatchObject({ kind: 'share', before: 0, rank: 1, below: 0.55 })
  expect(await why(13)).toMatchObject({ kind: 'share', rank: 13, within: 589_000 / 1_040_000, below: 0.85 })
  expect(await why(29)).toMatchObject({ kind: 'share', rank: 29, within: 910_000 / 1_040_000, below: 1 })
})

test('a bound that is just reached is not passed; the greatest is A however much it holds; debts and nothing have no share', async () => {
  expect(await (await abcBook([0.1, 0.2, 0.7], [0.7, 0.9])).classes()).toEqual([classC, classB, classA])
  expect(await (await abcBook([90, 10], [0.55, 0.85])).classes()).toEqual([classA, classC])
  expect(await (await abcBook([60, 40, -50, 0, null], [0.6, 0.9])).classes()).toEqual([classA, classC, nothing, nothing, nothing])
})

test('classes are those of the model, but that the greatest is A', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -20, max: 200 }), { minLength: 1, maxLength: 12 }), async (amounts) => {
      const book = await abcBook(amounts, [0.5, 0.8])
      const greatest = Math.max(...amounts)
      const expected = abcClasses(amounts, [0.5, 0.8], { together: true }).map((place, row) =>
        place === null ? nothing : amounts[row] === greatest ? classA : place + 1,
      )
      expect(await book.classes()).toEqual(expected)
      await book.engine.close()
    }),
    { numRuns: 12, seed: 8 },
  )
})
