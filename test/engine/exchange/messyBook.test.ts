import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { rawText } from '#main/engine/exchange/read/rawText.ts'
import type { ImportPlan, Rejection } from '#shared/contract/exchange.ts'
import { readAddress } from '#shared/model/address.ts'
import { messyBook } from '../../fixtures/make/messyBook.ts'
import { contentOf } from '../support/contentOf.ts'
import { customerBook } from '../support/customerBook.ts'
import { temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { rowsOf } from './support/files.ts'
import { proposedPlan } from './support/planning.ts'

const fixture = (name: string): URL => new URL(`../../fixtures/${name}`, import.meta.url)
const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const sheet = z.object({
  taken: z.array(row),
  rejected: z.array(z.object({ row: z.number(), reason: z.string() })),
  blank: z.number(),
  read: z.number(),
})
const expected = z
  .object({ customers: sheet, followUps: sheet, members: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(fixture('messy-book.expected.json'), 'utf8')))

async function openMessyBook() {
  const book = await customerBook({ today: '2025-01-15' })
  const folder = temporaryFolder()
  const path = join(folder, '客户登记.xlsx')
  copyFileSync(fixture('messy-book.xlsx'), path)
  const proposed = await proposedPlan(book.engine, path)
  const [customers, followUps] = proposed.sheets
  if (customers === undefined || followUps === undefined) throw new Error('two sheets are proposed')
  const nameIndex =
    customers.columns.find(({ target }) => target.kind === 'column' && target.columnId === book.column('customer.name').id)?.index ?? -1
  const plan: ImportPlan = { ...proposed, sheets: [{ ...customers, mode: 'addOrUpdate', matchIndexes: [nameIndex] }, followUps] }
  return { book, plan, folder }
}

test('the committed book is what its maker makes', () => {
  const { file, expected: made } = messyBook()
  expect(file.equals(readFileSync(fixture('messy-book.xlsx')))).toBe(true)
  expect(JSON.parse(JSON.stringify(made))).toEqual(expected)
})

test('the header under titles and merged cells is found, and its columns know where they belong', async () => {
  const { book, plan } = await openMessyBook()
  const [customers, followUps] = plan.sheets
  expect(plan.sheets.map((each) => [each.sheet, each.headerRow])).toEqual([
    ['客户信息', 4],
    ['跟进记录', 0],
  ])
  expect(customers?.table).toEqual({ tableId: book.table('customer') })
  expect(followUps?.table).toEqual({ tableId: book.table('followUp') })
  const targets = customers?.columns.map(({ target }) =>
    target.kind === 'column'
      ? (book.base.columns.find((column) => column.id === target.columnId)?.role ?? '')
      : target.kind === 'new'
        ? `${target.name}: ${target.type}`
        : target.kind,
  )
  expect(targets).toEqual(
    [
      '序号: number',
      'customer.name',
      '联系人 2: text',
      'customer.phone',
      'customer.email',
      'customer.address',
      'customer.source',
      'customer.status',
      'customer.owner',
      '建档日期: date',
      '是否会员: checkbox',
      '年采购额: currency',
      '信用代码: text',
      'customer.note',
    ].map((target) => (target === '年采购额: currency' ? 'customer.annualPotential' : target)),
  )
})

test('every row of the messy book arrives right or is rejected with its reason', async () => {
  const { book, plan } = await openMessyBook()
  const result = valueOf(await book.engine.run('import.run', plan))

  for (const [counts, truth] of [
    [result.sheets[0], expected.customers],
    [result.sheets[1], expected.followUps],
  ] as const) {
    expect(counts).toMatchObject({
      read: truth.read,
      added: truth.taken.length,
      updated: 0,
      unchanged: 0,
      rejected: truth.rejected.length,
      blank: truth.blank,
    })
    expect(truth.taken.length + truth.rejected.length + truth.blank).toBe(truth.read)
  }
  expect(rejectedRows(result.rejections, '客户信息')).toEqual(truthOf(expected.customers.rejected))
  expect(rejectedRows(result.rejections, '跟进记录')).toEqual(truthOf(expected.followUps.rejected))
  expect(result.created?.members.toSorted()).toEqual(expected.members)

  const base = valueOf(await book.engine.run('base.describe', {}))
  const named = (name: string): number => base.columns.find((column) => column.tableId === book.table('customer') && column.name === name)?.id ?? 0
  const optionName = (columnId: number, id: unknown): string | null => {
    const column = base.columns.find((each) => each.id === columnId)
    return column?.type === 'singleSelect' ? (column.settings.options.find((option) => option.id === id)?.name ?? null) : null
  }
  const memberName = (id: unknown): string | null => base.members.find((member) => member.id === id)?.name ?? null
  const shown = (value: unknown): string | null => {
    const address = typeof value === 'string' ? readAddress(value) : null
    return address === null ? null : address.province + (address.city === address.province ? '' : address.city) + address.district + address.detail
  }

  const role = (each: Parameters<typeof book.column>[0]): number => book.column(each).id
  const customers = await pageOf(book.engine, book.table('customer'), {
    name: role('customer.name'),
    contact: named('联系人 2'),
    phone: role('customer.phone'),
    email: role('customer.email'),
    address: role('customer.address'),
    source: role('customer.source'),
    status: role('customer.status'),
    owner: role('customer.owner'),
    created: named('建档日期'),
    isMember: named('是否会员'),
    amount: role('customer.annualPotential'),
    code: named('信用代码'),
    note: role('customer.note'),
  })
  const taken = expected.customers.taken.map(({ row: _, ...cells }) => cells)
  expect(
    customers.map((each) => ({
      ...each,
      address: shown(each['address']),
      source: optionName(role('customer.source'), each['source']),
      status: optionName(role('customer.status'), each['status']),
      owner: memberName(each['owner']),
    })),
  ).toEqual(taken)

  const followUps = await pageOf(book.engine, book.table('followUp'), {
    customer: role('followUp.customer'),
    time: role('followUp.time'),
    method: role('followUp.method'),
    content: role('followUp.content'),
    result: role('followUp.result'),
    author: role('followUp.author'),
    next: role('followUp.nextTime'),
  })
  expect(
    followUps.map((each) => ({
      ...each,
      method: optionName(role('followUp.method'), each['method']),
      result: optionName(role('followUp.result'), each['result']),
      author: memberName(each['author']),
    })),
  ).toEqual(expected.followUps.taken.map(({ row: _, ...cells }) => cells))
})

test('a preview says the same as the import does, and writes nothing', async () => {
  const { book, plan } = await openMessyBook()
  const before = contentOf(book.path)
  const preview = valueOf(await book.engine.run('import.preview', plan))
  expect(contentOf(book.path)).toEqual(before)
  const result = valueOf(await book.engine.run('import.run', plan))
  expect(preview.sheets).toEqual(result.sheets)
  expect(preview.rejections).toEqual(result.rejections)
  expect(preview.created).toEqual(result.created)
  expect(preview.samples[0]?.rows).toHaveLength(20)
})

test('one undo takes the whole import back, one redo brings it again', async () => {
  const { book, plan } = await openMessyBook()
  const before = contentOf(book.path)
  valueOf(await book.engine.run('import.run', plan))
  const after = contentOf(book.path)
  valueOf(await book.engine.run('history.undo', {}))
  expect(contentOf(book.path)).toEqual(before)
  valueOf(await book.engine.run('history.redo', {}))
  expect(contentOf(book.path)).toEqual(after)
})

test('the rejected rows are saved with their cells, reasons and numbers, and can be read again', async () => {
  const { book, plan } = await openMessyBook()
  const { rejectionFile } = valueOf(await book.engine.run('import.run', plan))
  const sheets = await rowsOf(rejectionFile ?? '')
  expect(Object.keys(sheets)).toEqual(['客户信息', '跟进记录'])
  const [header, ...rows] = sheets['客户信息'] ?? []
  expect(header?.cells.slice(0, 4)).toEqual(['序号', '客户名称', '联系人', '电话'])
  expect(header?.cells.slice(-2)).toEqual(['原因', '行号'])
  expect(rows.map((each) => each.cells.at(-1))).toEqual(expected.customers.rejected.map((each) => each.row))
  expect(rawText(rows[0]?.cells.at(-2))).toMatch(/^「.+」.+：.+/)
})

test('the same book imported again changes nothing', async () => {
  const { book, plan } = await openMessyBook()
  valueOf(await book.engine.run('import.run', plan))
  const [customers] = plan.sheets
  if (customers === undefined) throw new Error('no customers')
  const again = valueOf(await book.engine.run('import.run', { ...plan, sheets: [await mappedToNew(book, customers)] }))
  expect(again.sheets[0]).toMatchObject({
    added: 0,
    updated: 0,
    unchanged: expected.customers.taken.length,
    rejected: expected.customers.rejected.length,
  })
})

type Book = Awaited<ReturnType<typeof customerBook>>
type Plan = ImportPlan['sheets'][number]

/** The plan with the columns that the first import made, where it asked for new ones. */
async function mappedToNew(book: Book, plan: Plan): Promise<Plan> {
  const base = valueOf(await book.engine.run('base.describe', {}))
  const columns = plan.columns.map(({ index, target }): Plan['columns'][number] => {
    if (target.kind !== 'new') return { index, target }
    const made = base.columns.find((column) => column.tableId === book.table('customer') && column.name === target.name)
    return { index, target: { kind: 'column', columnId: made?.id ?? 0, matchColumnId: null } }
  })
  return { ...plan, columns }
}

function rejectedRows(rejections: readonly Rejection[], sheetName: string): [number, string][] {
  const first = new Map<number, string>()
  for (const { sheet: name, row: number, reason } of rejections) if (name === sheetName && !first.has(number)) first.set(number, reason)
  return [...first]
}

const truthOf = (rejected: readonly { row: number; reason: string }[]): [number, string][] => rejected.map((each) => [each.row, each.reason])

async function pageOf(engine: Book['engine'], tableId: number, columns: Record<string, number>): Promise<Record<string, string | number | null>[]> {
  const names = Object.keys(columns)
  const rows: Record<string, string | number | null>[] = []
  for (let offset = 0; ; offset += 1000) {
    const page = valueOf(
      await engine.run('rows.page', {
        tableId,
        query: { filter: null, sorts: [], groups: [], search: '' },
        columnIds: Object.values(columns),
        offset,
        limit: 1000,
      }),
    )
    for (const item of page.items)
      if (item.kind === 'row') rows.push(Object.fromEntries(names.map((name, index) => [name, item.cells[index] ?? null])))
    if (offset + 1000 >= page.total) return rows
  }
}
