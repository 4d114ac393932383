import { expect, test } from 'vitest'
import { importPlan } from '#shared/importing/importPlan.ts'
import { sheetNamed } from '#shared/importing/draft.ts'
import { problemsOf, warningsOf } from '#renderer/features/importWizard/problems.ts'
import { closedWizard, furthestStep, type Wizard, type WizardAction, wizardReducer } from '#renderer/features/importWizard/wizard.ts'
import { base, emptyBase, file, sheet } from './sampleFile.ts'

const opened = wizardReducer(closedWizard, { kind: 'opened', path: '/a/客户资料2024.xlsx', preview: file, base })

const after = (...actions: WizardAction[]): Wizard => actions.reduce(wizardReducer, opened)

function targets(wizard: Wizard, name: string) {
  return wizard.draft && sheetNamed(wizard.draft, name)?.columns.map((column) => column.target)
}

test('sheets with rows are ticked and go where they fit, an empty sheet stays out', () => {
  expect(opened.step).toBe('sheets')
  expect(opened.draft?.sheets.map((found) => [found.sheet, found.included, found.destination])).toEqual([
    ['客户', true, { tableId: 1 }],
    ['跟进', true, { tableId: 2 }],
    ['订单', true, { newTable: '订单' }],
    ['Sheet4', false, { newTable: 'Sheet4' }],
  ])
})

test('columns fill the guessed columns, the rest become new ones, and empty ones are left out', () => {
  expect(targets(opened, '客户')).toEqual([
    { kind: 'column', columnId: 11, matchColumnId: null },
    { kind: 'column', columnId: 12, matchColumnId: null },
    { kind: 'column', columnId: 13, matchColumnId: null },
    { kind: 'new', name: '喜好', type: 'text' },
    { kind: 'skip' },
  ])
})

test('a column named like the key of a smaller sheet becomes a link to it', () => {
  expect(targets(opened, '订单')?.[1]).toEqual({ kind: 'newLink', name: '客户名称', sheet: '客户', matchIndex: 0 })
  const unticked = after({ kind: 'sheetTicked', sheet: '客户', included: false, base })
  expect(targets(unticked, '订单')?.[1]).toEqual({ kind: 'newTableLink', name: '客户名称', tableId: 1, matchColumnId: null })
  const again = wizardReducer(unticked, { kind: 'sheetTicked', sheet: '客户', included: true, base })
  expect(targets(again, '订单')?.[1]).toEqual({ kind: 'newLink', name: '客户名称', sheet: '客户', matchIndex: 0 })
})

test('rows of a filled table are recognised by its primary column; an empty table simply grows', () => {
  expect(opened.draft?.sheets[0]).toMatchObject({ mode: 'addOrUpdate', matchIndexes: [0] })
  expect(opened.draft?.sheets[1]).toMatchObject({ mode: 'add', matchIndexes: [] })
  const fresh = wizardReducer(closedWizard, { kind: 'opened', path: '/a.xlsx', preview: file, base: { ...base, rowCounts: {} } })
  expect(fresh.draft?.sheets[0]).toMatchObject({ mode: 'add', matchIndexes: [] })
})

test('leaving out the key column takes the key away, and the step says so', () => {
  const skipped = after({ kind: 'targetChosen', sheet: '客户', index: 0, target: { kind: 'skip' }, base })
  expect(skipped.draft?.sheets[0]).toMatchObject({ mode: 'add', matchIndexes: [] })
  const update = wizardReducer(skipped, { kind: 'modeChosen', sheet: '客户', mode: 'update', base })
  expect(update.draft && problemsOf('match', update.draft, base)).toEqual([{ code: 'noKey', sheet: '客户' }])
  expect(furthestStep(update, base)).toBe('match')
})

test('choosing update fills in the key that fits', () => {
  const added = after({ kind: 'modeChosen', sheet: '客户', mode: 'add', base })
  expect(added.draft?.sheets[0]?.matchIndexes).toEqual([])
  const updated = wizardReducer(added, { kind: 'modeChosen', sheet: '客户', mode: 'update', base })
  expect(updated.draft?.sheets[0]).toMatchObject({ mode: 'update', matchIndexes: [0] })
})

test('two columns into one, an empty and a taken name are each told beside their column', () => {
  const wizard = after(
    { kind: 'targetChosen', sheet: '客户', index: 3, target: { kind: 'column', columnId: 12, matchColumnId: null }, base },
    { kind: 'targetChosen', sheet: '订单', index: 0, target: { kind: 'new', name: ' ', type: 'text' }, base },
    { kind: 'targetChosen', sheet: '订单', index: 2, target: { kind: 'new', name: '客户名称', type: 'currency' }, base },
  )
  expect(wizard.draft && problemsOf('columns', wizard.draft, base)).toEqual([
    { code: 'targetTwice', sheet: '客户', index: 1 },
    { code: 'targetTwice', sheet: '客户', index: 3 },
    { code: 'nameEmpty', sheet: '订单', index: 0 },
    { code: 'nameTaken', sheet: '订单', index: 1 },
    { code: 'nameTaken', sheet: '订单', index: 2 },
  ])
})

test('a new table may not take the name of another', () => {
  const wizard = after({ kind: 'destinationChosen', sheet: '订单', destination: { newTable: '客户' }, base })
  expect(wizard.draft && problemsOf('sheets', wizard.draft, base)).toEqual([{ code: 'tableNameTaken', sheet: '订单' }])
  expect(furthestStep(wizard, base)).toBe('sheets')
})

test('no sheet ticked, nothing to import', () => {
  const wizard = after(...['客户', '跟进', '订单'].map((name) => ({ kind: 'sheetTicked' as const, sheet: name, included: false, base })))
  expect(wizard.draft && problemsOf('sheets', wizard.draft, base)).toEqual([{ code: 'nothingTicked' }])
  expect(wizard.draft && importPlan(wizard.draft)).toBeNull()
})

test('warnings: a required column nobody fills, values that do not look like the column', () => {
  const wizard = after(
    { kind: 'targetChosen', sheet: '客户', index: 0, target: { kind: 'skip' }, base },
    { kind: 'targetChosen', sheet: '客户', index: 3, target: { kind: 'column', columnId: 13, matchColumnId: null }, base },
    { kind: 'targetChosen', sheet: '客户', index: 2, target: { kind: 'skip' }, base },
  )
  const customers = wizard.draft && sheetNamed(wizard.draft, '客户')
  expect(customers && warningsOf(customers, base)).toEqual([
    { code: 'typesDiffer', sheet: '客户', index: 3, type: 'number' },
    { code: 'requiredUnmapped', sheet: '客户', column: '客户名称' },
  ])
})

test('the plan says every column of the ticked sheets', () => {
  const plan = opened.draft && importPlan(opened.draft)
  expect(plan?.sheets.map((planned) => [planned.sheet, planned.table, planned.headerRow, planned.columns.length])).toEqual([
    ['客户', { tableId: 1 }, 0, 5],
    ['跟进', { tableId: 2 }, 0, 3],
    ['订单', { newTable: '订单' }, 0, 3],
  ])
})

test('another header row keeps ticks and tables; unchanged sheets keep their columns', () => {
  const edited = after(
    { kind: 'sheetTicked', sheet: '跟进', included: false, base },
    { kind: 'targetChosen', sheet: '客户', index: 3, target: { kind: 'skip' }, base },
  )
  const preview = {
    ...file,
    sheets: file.sheets.map((found) =>
      found.name === '订单'
        ? {
            ...sheet('订单', 899, null, [
              ['A-1', 'text'],
              ['甲公司', 'text'],
            ]),
            headerRow: 1,
          }
        : found,
    ),
  }
  const reread = wizardReducer(edited, { kind: 'reread', preview, base })
  expect(reread.draft?.sheets.map((found) => found.included)).toEqual([true, false, true, false])
  expect(targets(reread, '客户')?.[3]).toEqual({ kind: 'skip' })
  expect(targets(reread, '订单')).toEqual([
    { kind: 'new', name: 'A-1', type: 'text' },
    { kind: 'new', name: '甲公司', type: 'text' },
  ])
})

test('another table starts the columns afresh, another name for a new table does not', () => {
  const moved = after({ kind: 'destinationChosen', sheet: '客户', destination: { newTable: '老客户' }, base })
  expect(targets(moved, '客户')?.[0]).toEqual({ kind: 'new', name: '客户名称', type: 'text' })
  const edited = wizardReducer(moved, { kind: 'targetChosen', sheet: '客户', index: 1, target: { kind: 'skip' }, base })
  const renamed = wizardReducer(edited, { kind: 'destinationChosen', sheet: '客户', destination: { newTable: '往年客户' }, base })
  expect(targets(renamed, '客户')?.[1]).toEqual({ kind: 'skip' })
})

test('two sheets into an empty base: orders link to customers by their id', () => {
  const cdnow = {
    fileName: 'cdnow.xlsx',
    format: 'xlsx' as const,
    encoding: null,
    sheets: [
      sheet('customers', 2357, null, [
        ['customer_id', 'text'],
        ['first_order', 'date'],
      ]),
      sheet('orders', 6919, null, [
        ['customer_id', 'text'],
        ['date', 'date'],
        ['cds', 'number'],
        ['amount', 'currency'],
      ]),
    ],
  }
  const wizard = wizardReducer(closedWizard, { kind: 'opened', path: '/cdnow.xlsx', preview: cdnow, base: emptyBase })
  expect(targets(wizard, 'orders')?.[0]).toEqual({ kind: 'newLink', name: 'customer_id', sheet: 'customers', matchIndex: 0 })
  expect(targets(wizard, 'customers')?.[0]).toEqual({ kind: 'new', name: 'customer_id', type: 'text' })
  expect(furthestStep(wizard, emptyBase)).toBe('run')
})

test('a new table links to a table the base has, by a column that says so', () => {
  const services = {
    ...file,
    sheets: [
      sheet('售后', 40, null, [
        ['单号', 'text'],
        ['客户名称', 'text'],
        ['姓名', 'text'],
      ]),
    ],
  }
  const wizard = wizardReducer(closedWizard, { kind: 'opened', path: '/a.xlsx', preview: services, base })
  expect(targets(wizard, '售后')).toEqual([
    { kind: 'new', name: '单号', type: 'text' },
    { kind: 'newTableLink', name: '客户名称', tableId: 1, matchColumnId: null },
    { kind: 'new', name: '姓名', type: 'text' },
  ])
  const empty = wizardReducer(closedWizard, { kind: 'opened', path: '/a.xlsx', preview: services, base: { ...base, rowCounts: {} } })
  expect(targets(empty, '售后')?.[1]).toEqual({ kind: 'new', name: '客户名称', type: 'text' })
})

test('a target a person chose is not guessed over', () => {
  const plain = { kind: 'new' as const, name: '客户名称', type: 'text' as const }
  const wizard = after(
    { kind: 'targetChosen', sheet: '订单', index: 1, target: plain, base },
    { kind: 'destinationChosen', sheet: '订单', destination: { newTable: '往年订单' }, base },
  )
  expect(targets(wizard, '订单')?.[1]).toEqual(plain)
})
