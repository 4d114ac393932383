import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { langs } from '#shared/i18n/lang.ts'
import { customerBook } from '../support/customerBook.ts'
import { valueOf } from '../support/valueOf.ts'

const today = '2026-11-22'

test.each(langs)('the workbook holds a sheet for each part: frozen header, typed cells, a native chart (%s)', async (lang) => {
  const book = await customerBook({ today, sample: true, lang })
  const path = join(dirname(book.path), 'report.xlsx')
  const report = valueOf(await book.engine.run('report.build', { lang, from: null, to: null }))
  valueOf(await book.engine.run('report.xlsx', { lang, path }))
  const workbook = await readXlsx(readFileSync(path), { readStyles: true })
  expect(workbook.sheets).toHaveLength(report.sections.length + 2)
  report.sections.forEach((section, index) => {
    const sheet = workbook.sheets[index + 1]
    expect(sheet?.rows[0]?.[0]).toBe(section.title)
    expect(sheet?.rows[3]?.slice(0, section.table?.columns.length)).toEqual(section.table?.columns.map((column) => column.name))
    expect(sheet?.freezePane?.rows).toBe(4)
    expect(sheet?.charts?.length ?? 0).toBe(section.chart === null ? 0 : 1)
    const amount = section.table?.columns.findIndex((column) => column.format === 'currency') ?? -1
    if (amount >= 0) expect(sheet?.rows[4]?.[amount]).toBe(section.table?.rows[0]?.[amount])
  })
})

test('days arrive as days', async () => {
  const book = await customerBook({ today, sample: true })
  const path = join(dirname(book.path), 'report.xlsx')
  valueOf(await book.engine.run('report.xlsx', { lang: 'zh-CN', path }))
  const sheet = (await readXlsx(readFileSync(path))).sheets.find((known) => known.name === '逾期未联系')
  const due = sheet?.rows[4]?.[3]
  const expected = valueOf(await book.engine.run('report.build', { lang: 'zh-CN' })).sections.find((section) => section.key === 'overdue')?.table
    ?.rows[0]?.[3]
  expect(due instanceof Date ? due.toISOString().slice(0, 10) : due).toBe(expected)
})

test('a customer named like a formula stays a name', async () => {
  const book = await customerBook({ today })
  const customer = await book.insert('customer', { 'customer.name': '=1+1' })
  await book.insert('order', { 'order.date': today, 'order.amount': 5 }, { 'order.customer': [customer] })
  const path = join(dirname(book.path), 'report.xlsx')
  valueOf(await book.engine.run('report.xlsx', { lang: 'en', path }))
  const sheet = (await readXlsx(readFileSync(path))).sheets[2]
  expect(sheet?.rows[4]?.[1]).toBe('=1+1')
  expect([...(sheet?.cells?.values() ?? [])].some((cell) => cell.formula !== undefined)).toBe(false)
})

test('a place that cannot be written is said in a sentence, and nothing is left behind', async () => {
  const book = await customerBook({ today, sample: true })
  const folder = join(dirname(book.path), 'report.xlsx')
  mkdirSync(join(folder, 'in the way'), { recursive: true })
  const done = await book.engine.run('report.xlsx', { lang: 'en', path: folder })
  expect(done.ok ? null : done.failure.code).toBe('file.cannotWrite')
  expect(readdirSync(dirname(book.path)).filter((name) => name.endsWith('.part'))).toEqual([])
  const missing = await book.engine.run('report.xlsx', { lang: 'en', path: join(dirname(book.path), 'nowhere', 'r.xlsx') })
  expect(missing.ok ? null : missing.failure.code).toBe('file.cannotWrite')
  expect(existsSync(join(dirname(book.path), 'nowhere'))).toBe(false)
})
