import { expect, test } from 'vitest'
import { cellsOf, formulaBook } from '../../support/formulaBook.ts'
import { valueOf } from '../../support/valueOf.ts'

test('what cannot be computed is a value with a reason, and passes on', async () => {
  const { engine, book, addFormula, valuesOf } = await formulaBook()
  const of = (source: string) => valuesOf(book.followUps.id, source)
  await addFormula(book.followUps.id, '100 / {金额}', '比')
  expect(await of('{比} + 1')).toEqual([100 / 100.1 + 1, 100 / 200.2 + 1, '#DIV/0!'])
  expect(await of('SUM({客户.跟进记录.比})')).toEqual([100 / 100.1 + 100 / 200.2, 100 / 100.1 + 100 / 200.2, '#DIV/0!'])
  expect(await of('IFERROR({比}, 0)')).toEqual([100 / 100.1, 100 / 200.2, 0])
  expect(await of('ISERROR({比})')).toEqual([0, 0, 1])
  expect(await of('IF({金额} = 0, 0, 100 / {金额})')).toEqual([100 / 100.1, 100 / 200.2, 0])
  expect(await of('AND({金额} = 0, {比} > 1)')).toEqual([0, 0, '#DIV/0!'])
  expect(await of('{比} & "！"')).toEqual([expect.stringContaining('！'), expect.stringContaining('！'), '#DIV/0!'])
  expect(await of('1e308 * 10')).toEqual(['#NUM!', '#NUM!', '#NUM!'])
  expect(await of('-1e308 * 10')).toEqual(['#NUM!', '#NUM!', '#NUM!'])
  await engine.close()
})

test('errors are no values to sorts, filters and sums', async () => {
  const { engine, book, addFormula } = await formulaBook()
  const { column } = await addFormula(book.followUps.id, '100 / {金额}', '比')
  const query = {
    filter: { kind: 'condition' as const, columnId: column.id, operator: 'greater' as const, value: 0 },
    sorts: [{ columnId: column.id, direction: 'ascending' as const }],
    groups: [],
    search: '',
  }
  const page = valueOf(await engine.run('rows.page', { tableId: book.followUps.id, query, columnIds: [column.id], offset: 0, limit: 10 }))
  expect(page.items.map((item) => (item.kind === 'row' ? item.cells[0] : null))).toEqual([100 / 200.2, 100 / 100.1])
  await engine.close()
})

test('an error goes when its reason goes, for one row and for many', async () => {
  const { engine, book, followUps, addFormula } = await formulaBook()
  const { cells } = await addFormula(book.followUps.id, '100 / {金额}', '比')
  const write = (value: number) =>
    engine.run('rows.update', { tableId: book.followUps.id, rows: [{ id: followUps[2] ?? 0, cells: [{ columnId: book.amount.id, value }] }] })
  valueOf(await write(50))
  expect((await cells()).at(-1)).toBe(2)
  valueOf(await write(0))
  expect((await cells()).at(-1)).toBe('#DIV/0!')
  const all = { tableId: book.followUps.id, filter: null, columnId: book.amount.id }
  valueOf(await engine.run('rows.updateWhere', { ...all, value: 10 }))
  expect(await cells()).toEqual([10, 10, 10])
  valueOf(await engine.run('base.recompute', {}))
  expect(await cells()).toEqual([10, 10, 10])
  await engine.close()
})

test('a formula with a mistake is refused with its place, and nothing is saved', async () => {
  const { engine, book } = await formulaBook()
  const create = (source: string) => engine.run('columns.create', { tableId: book.followUps.id, name: '错', type: 'formula', settings: { source } })
  for (const source of ['{金额} +', 'SUM({没有这列})', '{内容} * 2', 'NOSUCH(1)', '(1', '"', '{', '1 2']) {
    expect(await create(source)).toMatchObject({ ok: false, failure: { code: 'formula.invalid' } })
    const checked = valueOf(await engine.run('formulas.check', { tableId: book.followUps.id, source }))
    expect(!checked.ok && checked.problem.span.from >= 0 && checked.problem.span.to <= source.length).toBe(true)
  }
  expect(valueOf(await engine.run('base.describe', {})).columns.some((column) => column.name === '错')).toBe(false)
  await engine.close()
})

test('a formula is tried before it is saved', async () => {
  const { engine, book, followUps } = await formulaBook()
  const checked = valueOf(await engine.run('formulas.check', { tableId: book.followUps.id, source: '100 / {金额}', samples: 3 }))
  expect(checked).toMatchObject({
    ok: true,
    result: 'number',
    stored: `100 / {#${book.amount.id}}`,
    samples: [
      { rowId: followUps[1], value: 100 / 200.2 },
      { rowId: followUps[0], value: 100 / 100.1 },
      { rowId: followUps[2], value: '#DIV/0!' },
    ],
  })
  expect(await cellsOf(engine, book.followUps.id, book.amount.id)).toEqual([100.1, 200.2, 0])
  await engine.close()
})
