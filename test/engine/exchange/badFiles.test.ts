import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import type { ErrorCode } from '#shared/contract/error.ts'
import type { ImportPlan } from '#shared/contract/exchange.ts'
import { workbook } from '../../fixtures/make/workbook.ts'
import { zip } from '../../fixtures/make/zip.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'
import { fileOf } from './support/files.ts'
import { proposedPlan } from './support/planning.ts'

const good = workbook([
  {
    name: '客户',
    rows: [
      ['客户名称', '电话'],
      ['上海博远', '021-55556666'],
      ['北京华盛', '010-66667777'],
    ],
  },
])

/** Bytes without any pattern, the same in every run. */
const noise = (size: number): Buffer => createHash('shake256', { outputLength: size }).update('noise').digest()

const plainPlan = (path: string): ImportPlan => ({
  path,
  encoding: null,
  sheets: [
    {
      sheet: '客户',
      headerRow: 0,
      table: { newTable: '客户' },
      mode: 'add',
      matchIndexes: [],
      missingLinks: 'reject',
      columns: [
        { index: 0, target: { kind: 'new', name: '客户名称', type: 'text' } },
        { index: 1, target: { kind: 'new', name: '电话', type: 'phone' } },
      ],
    },
  ],
})

/** Looking at the file, trying it and importing it all end in the one error, and the base is what it was. */
async function expectRefusal(path: string, code: ErrorCode, inspected: ErrorCode | null = code, hasPreview = true): Promise<void> {
  const { engine, path: base } = temporaryBase()
  valueOf(await engine.run('tables.create', { name: '已有' }))
  const before = contentOf(base)
  const plan = plainPlan(path)
  const results = {
    inspect: await engine.run('import.inspect', { path }),
    run: await engine.run('import.run', plan),
    preview: hasPreview ? await engine.run('import.preview', plan) : null,
  }
  const codes = Object.fromEntries(Object.entries(results).map(([name, result]) => [name, result === null || result.ok ? null : result.failure.code]))
  expect(codes).toEqual({ inspect: inspected, preview: hasPreview ? code : null, run: code })
  for (const result of Object.values(results)) {
    if (result === null || result.ok) continue
    expect(result.failure.message['zh-CN']).toMatch(/[。]$/)
    expect(result.failure.message.en).toMatch(/[.]$/)
  }
  expect(contentOf(base)).toEqual(before)
  // The engine is alive.
  expect((await engine.run('import.run', plainPlan(fileOf('good.xlsx', good)))).ok).toBe(true)
}

test.each([
  ['a picture', '客户.xlsx', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise(2000)])],
  ['plain words under the name of a workbook', '客户.xlsx', 'this is not a workbook'],
  ['plain words under the name of an old workbook', '客户.xls', 'this is not a workbook'],
  ['random bytes', '客户.csv', Buffer.concat([Buffer.from([0, 0, 1, 2]), noise(5000)])],
  ['random bytes whose zeros happen to stand on one side, as in UTF-16', '客户.csv', noise(5000).map((byte, at) => (at % 50 === 1 ? 0 : byte || 1))],
  ['a PDF', '客户.csv', '%PDF-1.7\n1 0 obj\n'],
  ['an archive of something else', '客户.xlsx', zip({ 'word/document.xml': '<w/>', '[Content_Types].xml': '<Types/>' })],
  ['a web page without a table', '客户.xls', '<html><body>请登录</body></html>'],
])('not a workbook: %s', async (_, name, content) => {
  await expectRefusal(fileOf(name, content), 'file.notAWorkbook')
})

test('password-protected', async () => {
  const locked = await writeXlsx({ sheets: [{ name: '客户', rows: [['客户名称']] }], encryption: { password: 'secret', spinCount: 1000 } })
  await expectRefusal(fileOf('客户.xlsx', locked), 'file.password')
})

test('empty: no bytes, no cells, nothing but blanks', async () => {
  await expectRefusal(fileOf('空.xlsx', ''), 'file.empty')
  await expectRefusal(fileOf('空.csv', ''), 'file.empty')
  await expectRefusal(fileOf('空.xlsx', workbook([{ name: '客户', rows: [] }])), 'file.empty')
  await expectRefusal(fileOf('空.xlsx', workbook([{ name: '客户', rows: [null, ['  ', null, '　']] }])), 'file.empty')
})

test('no header: inspecting finds none, importing says so', async () => {
  const path = fileOf('客户.xlsx', workbook([{ name: '客户', rows: [null, ['张三', 13_800_138_000, 1200.5], ['李四', 13_900_139_000, 30]] }]))
  const { engine } = temporaryBase()
  expect(valueOf(await engine.run('import.inspect', { path })).sheets[0]?.headerRow).toBeNull()
  await expectRefusal(path, 'file.noHeader', null)
})

test('damaged: cut short, or with bytes changed inside', async () => {
  await expectRefusal(fileOf('客户.xlsx', good.subarray(0, good.length - 200)), 'file.unreadable')
  const changed = Buffer.from(good)
  const sheet = changed.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length
  for (let at = sheet + 20; at < sheet + 60; at += 1) changed[at] = 0xff
  await expectRefusal(fileOf('客户.xlsx', changed), 'file.unreadable')
})

test('a part that would unpack to far more than it says', async () => {
  const bomb = Buffer.from(good)
  const name = 'xl/worksheets/sheet1.xml'
  const entry = bomb.lastIndexOf(name) - 46
  bomb.writeUInt32LE(10, entry + 24)
  await expectRefusal(fileOf('客户.xlsx', bomb), 'file.unreadable')
})

test('missing', async () => {
  await expectRefusal(join(temporaryFolder(), '没有.xlsx'), 'file.notFound')
})

test('1,048,577 rows; one fewer is taken', async () => {
  const lines = (count: number): string => `客户名称,电话\n${'a,1\n'.repeat(count - 1)}`
  const path = fileOf('客户.csv', lines(1_048_577))
  await expectRefusal(path, 'file.tooManyRows', 'file.tooManyRows', false)
  const { engine } = temporaryBase()
  expect(valueOf(await engine.run('import.inspect', { path: fileOf('客户.csv', lines(1_048_576)) })).sheets[0]?.rowCount).toBe(1_048_575)
})

test('a header twice: the second of the same name is told apart, and two columns cannot go into one', async () => {
  const { engine, path: base } = temporaryBase()
  const path = fileOf(
    '客户.xlsx',
    workbook([
      {
        name: '客户',
        rows: [
          ['客户名称', '电话', '电话'],
          ['上海博远', '021-1', '139'],
          ['客户名称', '电话', '电话'],
          ['北京华盛', '010-1', '138'],
        ],
      },
    ]),
  )
  const preview = valueOf(await engine.run('import.inspect', { path }))
  expect(preview.sheets[0]?.columns.map((column) => column.header)).toEqual(['客户名称', '电话', '电话 2'])
  const plan = plainPlan(path)
  const [sheet] = plan.sheets
  if (sheet === undefined) throw new Error('a sheet is planned')
  const before = contentOf(base)
  const twice = {
    ...plan,
    sheets: [{ ...sheet, columns: [...sheet.columns, { index: 2, target: { kind: 'new', name: '电话', type: 'phone' } as const }] }],
  }
  const refused = await engine.run('import.run', twice)
  expect(refused.ok ? null : refused.failure.code).toBe('import.columnTwice')
  expect(contentOf(base)).toEqual(before)
  // The header that comes again in the sheet is no row.
  const result = valueOf(await engine.run('import.run', await proposedPlan(engine, path)))
  expect(result.sheets[0]).toMatchObject({ read: 3, added: 2, rejected: 1 })
  expect(result.rejections).toEqual([{ sheet: '客户', row: 3, column: null, value: '', reason: 'repeatedHeader' }])
})

test('cancelled half-way', async () => {
  const { engine, path: base } = temporaryBase()
  const rows = Array.from({ length: 40_000 }, (_, index) => `客户${index},138${index}`)
  const path = fileOf('客户.csv', `客户名称,电话\n${rows.join('\n')}`)
  const plan = plainPlan(path)
  const before = contentOf(base)
  let asked = 0
  const cancelled = await engine.run('import.run', plan, { cancelled: () => (asked += 1) > 1 })
  expect(cancelled.ok ? null : cancelled.failure.code).toBe('cancelled')
  expect(asked).toBeGreaterThan(1)
  expect(contentOf(base)).toEqual(before)
  expect(valueOf(await engine.run('import.run', plan)).sheets[0]).toMatchObject({ added: 40_000 })
})

test('bytes of a good workbook changed at random: a workbook, or one sentence', async () => {
  const { engine } = temporaryBase()
  const whole = readFileSync(new URL('../../fixtures/messy-book.xlsx', import.meta.url))
  const codes: string[] = []
  for (let round = 0; round < 40; round += 1) {
    const bytes = Buffer.from(whole)
    for (let change = 0; change < 1 + (round % 5); change += 1) bytes[(round * 7919 + change * 104_729) % bytes.length] = (round * 31 + change) % 256
    const result = await engine.run('import.inspect', { path: fileOf('客户.xlsx', bytes) })
    codes.push(result.ok ? 'file.' : result.failure.code)
  }
  expect(codes.filter((code) => !code.startsWith('file.'))).toEqual([])
})
