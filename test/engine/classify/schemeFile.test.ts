import fc from 'fast-check'
import { readFile, writeFile } from 'node:fs/promises'
import { join, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { parseJson } from '#shared/lib/parseJson.ts'
import { classRuns } from '#shared/model/classRun.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { Rule } from '#shared/model/scheme.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook, type CustomerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-03-01'
const fileIn = (book: CustomerBook, name: string) => join(dirname(book.path), name)
const classes = [1, 2, 3, 4, 5].map((each) => ({ id: each, name: `类${each}`, code: `c${each}`, color: 'red' }))

const numbers: readonly ColumnRole[] = ['customer.amount12Months', 'customer.orderCount', 'customer.annualPotential', 'customer.amountAll']
const dates: readonly ColumnRole[] = ['customer.handleBy', 'customer.nextFollowUpTime', 'customer.firstOrderDate', 'customer.lastOrderDate']

/** Any rule over columns of the customer book, with conditions on choices and on linked rows. */
function anyRule(book: CustomerBook): fc.Arbitrary<Rule> {
  const column = (roles: readonly ColumnRole[]) => fc.constantFrom(...roles).map((role) => book.column(role).id)
  const [number, date, optionId] = [column(numbers), column(dates), fc.constantFrom(...classes.map(({ id }) => id))]
  const metric = fc.oneof(
    fc.record({ kind: fc.constant('column' as const), columnId: number }),
    fc.record({ kind: fc.constantFrom('largest' as const), columnIds: fc.array(number, { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constantFrom('daysUntil' as const, 'daysSince' as const), columnIds: fc.array(date, { minLength: 1, maxLength: 3 }) }),
  )
  const choices = book.options('customer.needTime').map(({ id }) => id)
  const when: fc.Arbitrary<Filter> = fc.oneof(
    number.map((columnId): Filter => ({ kind: 'condition', columnId, operator: 'greater', value: 3 })),
    fc
      .subarray(choices, { minLength: 1 })
      .map((value): Filter => ({ kind: 'condition', columnId: book.column('customer.needTime').id, operator: 'anyOf', value })),
    fc.tuple(number, number).map(([columnId, other]): Filter => ({
      kind: 'condition',
      columnId,
      operator: 'less',
      value: { kind: 'column', columnId: other },
    })),
    fc.constant<Filter>({
      kind: 'condition',
      columnId: book.column('customer.orders').id,
      operator: 'linkedAny',
      value: { kind: 'condition', columnId: book.column('order.amount').id, operator: 'greater', value: 100 },
    }),
  )
  const bands = fc.array(fc.record({ from: fc.integer(), optionId }), { minLength: 1, maxLength: 4 })
  const decay = fc.option(fc.record({ sinceColumnId: date, perWeek: fc.constant(0.1) }))
  return fc.oneof(
    fc.record({ kind: fc.constant('bands' as const), metric, bands }),
    fc.record({ kind: fc.constantFrom('decisionTable' as const, 'tags' as const), rows: fc.array(fc.record({ when, optionId }), { maxLength: 4 }) }),
    fc.record({
      kind: fc.constant('percentile' as const),
      metric,
      percentile: fc.constant(0.8),
      minimum: fc.integer(),
      upperOptionId: optionId,
      lowerOptionId: optionId,
    }),
    fc.record({
      kind: fc.constant('pareto' as const),
      metric,
      shares: fc.array(fc.record({ below: fc.constant(0.5), optionId }), { minLength: 1, maxLength: 4 }),
      minimumPopulation: fc.nat(30),
      absolute: bands,
      nothingOptionId: optionId,
    }),
    fc.record({
      kind: fc.constant('rfm' as const),
      recencyColumnId: date,
      frequencyColumnId: number,
      monetaryColumnId: number,
      cuts: fc.constant({ kind: 'mean' as const }),
      segments: fc.array(
        optionId.map((each) => ({ r: [1, 2] as const, f: [1, 1] as const, m: [2, 2] as const, optionId: each })),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    fc.record({
      kind: fc.constant('score' as const),
      lines: fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('condition' as const), when, points: fc.integer(), decay }),
          fc.record({
            kind: fc.constant('number' as const),
            columnId: number,
            each: fc.integer(),
            most: fc.constant(null),
            emptyIsZero: fc.boolean(),
          }),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      lowest: fc.constant(0),
      highest: fc.constant(100),
      bands,
    }),
    fc.record({
      kind: fc.constant('lifeCycle' as const),
      orderCountColumnId: number,
      firstOrderColumnId: date,
      lastOrderColumnId: date,
      gapColumnId: fc.option(number),
      amounts: fc.option(fc.record({ recentColumnId: number, beforeColumnId: number })),
      usualCycleDays: fc.constant(90),
      newDays: fc.constant(90),
      maturityOrders: fc.constant(3),
      declineCycles: fc.constant(1.5),
      exitCycles: fc.constant(3),
      exitDaysMin: fc.constant(180),
      exitDaysMax: fc.constant(365),
      shrink: fc.constant(0.7),
      phases: fc.record({ acquisition: optionId, growth: optionId, maturity: optionId, decline: optionId, exit: optionId }),
    }),
    fc.record({
      kind: fc.constant('alive' as const),
      orderDaysColumnId: number,
      firstOrderColumnId: date,
      lastOrderColumnId: date,
      bands,
      onceOptionId: fc.option(optionId),
    }),
    fc.record({
      kind: fc.constant('manual' as const),
      optionIds: fc.array(optionId, { minLength: 1, maxLength: 4 }),
      reasonRequired: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('rankScore' as const),
      parts: fc.array(fc.record({ columnId: number, weight: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 3 }),
      bands,
      nothingOptionId: optionId,
    }),
  )
}

const contentOfFile = async (path: string) => parseJson(await readFile(path, 'utf8'))

test('a scheme that goes to another base and is written out there is the same file', async () => {
  // The other base has other numbers for the same columns, and another language's names: roles tell.
  const [here, there] = [await customerBook({ today }), await customerBook({ today, lang: 'en' })]
  await here.engine.run('columns.create', { tableId: here.table('customer'), name: '多一列', type: 'text', settings: {} })
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      anyRule(here),
      fc.option(fc.constantFrom(1, 2, 3)),
      fc.constantFrom(...classRuns),
      fc.integer({ min: 1, max: 3 }),
      async (rule, fallbackOptionId, run, downgradeAfter) => {
        count += 1
        const made = valueOf(
          await here.engine.run('schemes.create', {
            tableId: here.table('customer'),
            code: 'own',
            name: `方案${count}`,
            targetColumnId: null,
            newOptions: classes,
            rule,
            fallbackOptionId,
            run,
            downgradeAfter,
          }),
        )
        const [first, second] = [fileIn(here, `${count}.kebu-scheme.json`), fileIn(there, `${count}.kebu-scheme.json`)]
        valueOf(await here.engine.run('schemes.exportFile', { schemeId: made.id, path: first }))
        const seen = valueOf(await there.engine.run('schemes.inspectFile', { path: first }))
        expect(seen).toMatchObject({ tableId: there.table('customer'), lostChoices: [] })
        expect(seen.columns.every(({ columnId }) => columnId !== null)).toBe(true)
        const taken = valueOf(await there.engine.run('schemes.importFile', { path: first, tableId: seen.tableId ?? 0, name: made.name, columns: [] }))
        valueOf(await there.engine.run('schemes.exportFile', { schemeId: taken.id, path: second }))
        const english = (said: unknown) => JSON.stringify(said, (key, value: unknown) => (key === 'name' ? undefined : value))
        expect(english(await contentOfFile(second))).toEqual(english(await contentOfFile(first)))
        expect(taken).toMatchObject({ ...(run === 'realTime' ? {} : { run }), ...(downgradeAfter === 1 ? {} : { downgradeAfter }) })
      },
    ),
    { numRuns: 40 },
  )
})

test('what is done for each class goes along, in the ways of contact of the other base', async () => {
  const [here, there] = [await customerBook({ today }), await customerBook({ today, lang: 'en' })]
  const path = fileIn(here, 'a.kebu-scheme.json')
  const grade = here.scheme('grade')
  valueOf(await here.engine.run('schemes.exportFile', { schemeId: grade.id, path }))
  const input = { path, tableId: there.table('customer'), columns: [] }
  const taken = valueOf(await there.engine.run('schemes.importFile', { ...input, name: '等级二' }))
  const said = (book: CustomerBook, { playbook }: typeof taken) =>
    playbook.map(({ contactDays, strategy, actions }) => ({
      contactDays,
      strategy,
      actions: actions.map(({ methodId, ...action }) => ({ ...action, method: book.codeOf('followUp.method', methodId) })),
    }))
  expect(said(there, taken)).toEqual(said(here, grade))
  expect(taken.playbook[0]?.actions[0]?.methodId).not.toBeNull()
  // A way of contact that is not there is left open; a file from before there were strategies has none.
  valueOf(await there.engine.run('columns.delete', { columnId: there.column('followUp.method').id }))
  const open = valueOf(await there.engine.run('schemes.importFile', { ...input, name: '等级三' }))
  expect(open.playbook.flatMap(({ actions }) => actions).every(({ methodId }) => methodId === null)).toBe(true)
  await writeFile(path, JSON.stringify({ ...Object(await contentOfFile(path)), strategies: undefined }))
  expect(valueOf(await there.engine.run('schemes.importFile', { ...input, name: '等级四' })).playbook).toEqual([])
})

test('an import is one change; what the base does not have is asked for, and choices it lacks are told', async () => {
  const [here, there] = [await customerBook({ today }), await customerBook({ today })]
  const path = fileIn(here, 'a.kebu-scheme.json')
  valueOf(await here.engine.run('schemes.exportFile', { schemeId: here.scheme('needStatus').id, path }))
  const needTime = there.column('customer.needTime')
  valueOf(await there.engine.run('columns.delete', { columnId: needTime.id }))
  const lacking = valueOf(await there.engine.run('schemes.inspectFile', { path }))
  expect(lacking.columns).toMatchObject([{ name: needTime.name, columnId: null }])
  const input = { path, tableId: there.table('customer'), name: '需求二' }
  const before = contentOf(there.path)
  expect((await there.engine.run('schemes.importFile', { ...input, columns: [] })).ok).toBe(false)
  expect(contentOf(there.path)).toEqual(before)
  const source = there.column('customer.source').id
  const chosen = valueOf(await there.engine.run('schemes.inspectFile', { path, columns: [{ key: 1, columnId: source }] }))
  expect(chosen.columns).toMatchObject([{ columnId: source }])
  expect(chosen.lostChoices.length).toBeGreaterThan(0)
  valueOf(await there.engine.run('schemes.importFile', { ...input, columns: [{ key: 1, columnId: source }] }))
  valueOf(await there.engine.run('history.undo', {}))
  expect(contentOf(there.path)).toEqual(before)
})

test('files that are no schemes, damaged or of a newer version are refused in a sentence, and nothing is written', async () => {
  const book = await customerBook({ today })
  const path = fileIn(book, 'a.kebu-scheme.json')
  valueOf(await book.engine.run('schemes.exportFile', { schemeId: book.scheme('grade').id, path }))
  const text = await readFile(path, 'utf8')
  const whole = await contentOfFile(path)
  const changed = (change: Record<string, unknown>) => JSON.stringify({ ...Object(whole), ...change })
  const before = contentOf(book.path)
  const cases: [string, string][] = [
    ['', 'scheme.notAFile'],
    [text.slice(0, text.length / 2), 'scheme.notAFile'],
    ['{"a":1}', 'scheme.notAFile'],
    ['PK\u0003\u0004', 'scheme.notAFile'],
    [changed({ version: 2 }), 'scheme.newerFile'],
    [changed({ classes: [] }), 'scheme.notAFile'],
    [changed({ columns: [] }), 'scheme.notAFile'],
    [changed({ fallback: 99 }), 'scheme.notAFile'],
    [changed({ strategies: [{ class: 99, strategy: '', contactDays: null, actions: [] }] }), 'scheme.notAFile'],
    [changed({ rule: { kind: 'magic' } }), 'scheme.notAFile'],
  ]
  for (const [content, code] of cases) {
    await writeFile(path, content)
    for (const answer of [
      await book.engine.run('schemes.inspectFile', { path }),
      await book.engine.run('schemes.importFile', { path, tableId: book.table('customer'), name: '甲', columns: [] }),
    ]) {
      expect(answer.ok ? content : answer.failure.code).toBe(code)
    }
  }
  expect(contentOf(book.path)).toEqual(before)
})
