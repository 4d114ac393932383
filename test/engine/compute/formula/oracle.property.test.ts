import * as excel from '@formulajs/formulajs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogueNames } from '#shared/formula/functions/catalogue.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { temporaryBase } from '../../support/temporaryBase.ts'
import { valueOf } from '../../support/valueOf.ts'
import { cases, listCases, notCompared, type Inputs } from './oracleCases.ts'
import { sameAsExcel } from './sameAsExcel.ts'

test('every function that both know is compared, or it is said why not', () => {
  const said = [...cases, ...listCases].map(([source]) => source).join(' ') + Object.keys(notCompared).join('(') + '('
  const both = catalogueNames.filter((name) => Object.hasOwn(excel, name))
  expect(both.filter((name) => !said.includes(`${name}(`))).toEqual([])
  expect(both.length).toBeGreaterThan(120)
})

const whole = (min: number, max: number) => fc.integer({ min, max })
const cents = (min: number, max: number) => whole(min, max).map((number) => number / 100)
const halves = whole(-100, 100).map((number) => number / 2)
const anyNumber = fc.oneof(fc.constant(0), whole(-100, 100), halves, cents(-1_000_000, 1_000_000), whole(-1_000_000_000_000, 1_000_000_000_000))
const positive = fc.oneof(whole(1, 50), cents(1, 1_000_000))
const anyText = fc.array(fc.constantFrom('a', 'B', 'é', '客', '簿', '1', ' ', '-', '，'), { maxLength: 8 }).map((signs) => signs.join('').trim())
const anyMoment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16))
const ends = fc.constantFrom('2024-02-29', '2023-02-28', '2024-01-31', '2023-12-31', '2024-01-01', '2023-04-30', '2000-02-29')
const anyDay = fc.oneof(
  anyMoment.map((moment) => moment.slice(0, 10)),
  ends,
)
const anyInputs: fc.Arbitrary<Inputs> = fc.record({
  x: anyNumber,
  y: anyNumber,
  z: anyNumber,
  p: positive,
  q: positive,
  u: cents(-100, 100),
  i: whole(-12, 12),
  j: whole(-12, 12),
  k: whole(0, 20),
  l: whole(0, 20),
  r: whole(1, 2000).map((number) => number / 10_000),
  a: anyText,
  b: anyText,
  c: fc.constantFrom('a', 'B', '客', '1', '-'),
  d: anyDay,
  e: anyDay,
  m: anyMoment,
})

const columns = {
  x: 'number',
  y: 'number',
  z: 'number',
  p: 'number',
  q: 'number',
  u: 'number',
  i: 'number',
  j: 'number',
  k: 'number',
  l: 'number',
  r: 'number',
  a: 'text',
  b: 'text',
  c: 'text',
  d: 'date',
  e: 'date',
  m: 'dateTime',
} as const
const names = ['x', 'y', 'z', 'p', 'q', 'u', 'i', 'j', 'k', 'l', 'r', 'a', 'b', 'c', 'd', 'e', 'm'] as const

type Engine = ReturnType<typeof temporaryBase>['engine']

const addFormulas = async (engine: Engine, tableId: number, sources: readonly (readonly [string, unknown])[]) => {
  const ids: number[] = []
  for (const [index, [source]] of sources.entries()) {
    ids.push(valueOf(await engine.run('columns.create', { tableId, name: `公式 ${index}`, type: 'formula', settings: { source } })).id)
  }
  return ids
}

/** The cells of formulas in the rows of those ids. */
const cellsOf = async (engine: Engine, tableId: number, columnIds: number[], ids: readonly number[]) => {
  const page = valueOf(await engine.run('rows.page', { tableId, query: emptyRowQuery, columnIds, offset: 0, limit: 1000 }))
  const byId = new Map(page.items.flatMap((item) => (item.kind === 'row' ? [[item.id, item.cells] as const] : [])))
  return ids.map((id) => byId.get(id) ?? [])
}

test('functions give for chance inputs what another implementation of Excel gives', async () => {
  const { engine } = temporaryBase()
  const { id: tableId } = valueOf(await engine.run('tables.create', { name: '数' }))
  const inputIds = new Map<string, number>()
  for (const name of names) {
    inputIds.set(name, valueOf(await engine.run('columns.create', { tableId, name, type: columns[name], settings: {} })).id)
  }
  const formulas = await addFormulas(engine, tableId, cases)
  await fc.assert(
    fc.asyncProperty(fc.array(anyInputs, { minLength: 40, maxLength: 80 }), async (inputs) => {
      const rows = inputs.map((row) => ({ cells: names.map((name) => ({ columnId: inputIds.get(name) ?? 0, value: row[name] })), links: [] }))
      const { ids } = valueOf(await engine.run('rows.insert', { tableId, rows }))
      const found = await cellsOf(engine, tableId, formulas, ids)
      valueOf(await engine.run('rows.delete', { tableId, rowIds: ids }))
      const wrong = cases.flatMap(([source, theirs], index) => {
        const place = inputs.findIndex((row, at) => !sameAsExcel(found[at]?.[index] ?? null, theirs(row), Object.values(used(source, row))))
        const row = inputs[place]
        return row === undefined ? [] : [{ source, ...used(source, row), ours: found[place]?.[index], theirs: String(theirs(row)) }]
      })
      expect(wrong).toEqual([])
    }),
    { numRuns: 8, endOnFailure: true },
  )
  await engine.close()
})

/** The inputs that a formula reads. */
const used = (source: string, row: Inputs) =>
  Object.fromEntries(names.filter((name) => source.includes(`{${name}}`)).map((name) => [name, row[name]]))

test('functions over lists give what another implementation of Excel gives', async () => {
  const { engine } = temporaryBase()
  const { id: lists } = valueOf(await engine.run('tables.create', { name: '组' }))
  const { id: values } = valueOf(await engine.run('tables.create', { name: '值' }))
  const number = valueOf(await engine.run('columns.create', { tableId: values, name: '数', type: 'number', settings: {} }))
  const link = valueOf(
    await engine.run('columns.createLink', {
      tableId: values,
      name: '组',
      multiple: false,
      otherTableId: lists,
      otherName: '值',
      otherMultiple: true,
    }),
  )
  const formulas = await addFormulas(engine, lists, listCases)
  const anyList = fc.array(fc.oneof(whole(-5, 5), cents(-100_000, 100_000)), { minLength: 2, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.array(anyList, { minLength: 20, maxLength: 40 }), async (inputs) => {
      const { ids } = valueOf(await engine.run('rows.insert', { tableId: lists, rows: inputs.map(() => ({ cells: [], links: [] })) }))
      const rows = inputs.flatMap((list, index) =>
        list.map((value) => ({ cells: [{ columnId: number.id, value }], links: [{ columnId: link.column.id, rowIds: [ids[index] ?? 0] }] })),
      )
      valueOf(await engine.run('rows.insert', { tableId: values, rows }))
      const found = await cellsOf(engine, lists, formulas, ids)
      valueOf(await engine.run('rows.delete', { tableId: lists, rowIds: ids }))
      const wrong = listCases.flatMap(([source, theirs], index) => {
        const place = inputs.findIndex((list, at) => !sameAsExcel(found[at]?.[index] ?? null, theirs(list), list))
        const list = inputs[place]
        return list === undefined ? [] : [{ source, list, ours: found[place]?.[index], theirs: String(theirs(list)) }]
      })
      expect(wrong).toEqual([])
    }),
    { numRuns: 8, endOnFailure: true },
  )
  await engine.close()
})
