import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import iconv from 'iconv-lite'
import { z } from 'zod'
import { runCommandLine } from '#main/cli/run.ts'
import { containing } from '../support/containing.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kebu-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function kebu(...args: string[]): Promise<{ code: number; out: string; error: string; json: () => unknown }> {
  const said = { out: '', error: '' }
  const code = await runCommandLine(args, {
    stdout: { write: (text) => void (said.out += text) },
    stderr: { write: (text) => void (said.error += text) },
    environment: {},
    folder,
  })
  return { code, ...said, json: (): unknown => JSON.parse(said.out) }
}

const parsed = (text: string): unknown => JSON.parse(text)
const at = (name: string) => join(folder, name)
const resultsSchema = z.array(
  z.object({
    sheets: z.array(
      z.object({
        sheet: z.string(),
        read: z.number(),
        added: z.number(),
        updated: z.number(),
        unchanged: z.number(),
        rejected: z.number(),
        blank: z.number(),
      }),
    ),
    rejectionCount: z.number(),
    rejectionFile: z.string().nullable(),
  }),
)
const rowsIn = async (base: string, table: string, ...more: string[]) =>
  z
    .object({ total: z.number(), rows: z.array(z.record(z.string(), z.unknown())) })
    .parse((await kebu('query', base, '--table', table, '--json', '--limit', '0', ...more)).json())

test('a messy book fills a base made for it; every row is accounted for, and rejections are a file and exit code 3', async () => {
  copyFileSync(join(import.meta.dirname, '../fixtures/messy-book.xlsx'), at('客户台账.xlsx'))
  const done = await kebu('import', '客户.kebu', '客户台账.xlsx', '--template', '--json')
  expect(done).toMatchObject({ code: 3, error: '' })
  const [result] = resultsSchema.parse(done.json())
  expect(result?.sheets).toHaveLength(2)
  for (const { read, added, updated, unchanged, rejected, blank } of result?.sheets ?? [])
    expect(added + updated + unchanged + rejected + blank).toBe(read)
  expect(existsSync(result?.rejectionFile ?? '')).toBe(true)
  expect((await rowsIn('客户.kebu', '客户')).total).toBe(result?.sheets[0]?.added)
  const linked = await rowsIn('客户.kebu', '跟进记录', '--where', '客户!=', '--columns', '客户')
  expect(linked.total).toBe(result?.sheets[1]?.added)
})

test('a csv as Chinese Excel saves it becomes a table of its own, and a second file updates it by key', async () => {
  writeFileSync(at('产品.csv'), iconv.encode('编码,品名,单价\n007,轴承,"￥1,234.50"\n008,密封圈,12\n', 'gb18030'))
  expect((await kebu('new', 'a.kebu', '--empty')).code).toBe(0)
  expect(await kebu('import', 'a.kebu', '产品.csv', '--lang', 'en')).toMatchObject({ code: 0, out: containing('read 2, added 2') })
  expect((await rowsIn('a.kebu', '产品')).rows).toMatchObject([
    { 编码: '007', 品名: '轴承', 单价: 1234.5 },
    { 编码: '008', 品名: '密封圈', 单价: 12 },
  ])

  writeFileSync(at('新价.csv'), '编码,单价\n008,15\n009,3\n')
  const [result] = resultsSchema.parse(
    (await kebu('import', 'a.kebu', '新价.csv', '--table', '产品', '--key', '编码', '--mode', 'addOrUpdate', '--json')).json(),
  )
  expect(result?.sheets).toMatchObject([{ added: 1, updated: 1 }])
  expect((await rowsIn('a.kebu', '产品', '--where', '编码=008')).rows).toMatchObject([{ 品名: '密封圈', 单价: 15 }])

  const updated = await kebu('import', 'a.kebu', '新价.csv', '--table', '产品', '--key', '品名')
  expect(updated).toMatchObject({ code: 2, error: containing('品名') })
})

test('the plan that would be used can be shown, changed and given back', async () => {
  writeFileSync(at('产品.csv'), '编码,品名\n007,轴承\n')
  await kebu('new', 'a.kebu', '--empty')
  const shown = await kebu('import', 'a.kebu', '产品.csv', '--show-plan')
  expect(shown.code).toBe(0)
  expect((await kebu('info', 'a.kebu', '--json')).json()).toMatchObject({ tables: [] })
  writeFileSync(at('plan.json'), shown.out.replace('"newTable": "产品"', '"newTable": "货品"'))
  expect((await kebu('import', 'a.kebu', '--plan', 'plan.json')).code).toBe(0)
  expect((await rowsIn('a.kebu', '货品')).total).toBe(1)
})

test('several files go into one table', async () => {
  await kebu('new', 'a.kebu', '--empty')
  for (const month of ['01', '02', '03']) writeFileSync(at(`${month}.csv`), `单号,金额\nA${month}1,10\nA${month}2,20\n`)
  expect((await kebu('import', 'a.kebu', '01.csv', '02.csv', '03.csv', '--table', '订单', '--mode', 'add')).code).toBe(0)
  expect((await rowsIn('a.kebu', '订单')).total).toBe(6)
})

test.each([
  ['no file', 'gone.xlsx', null, 'file.notFound'],
  ['no workbook', 'a.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'file.notAWorkbook'],
  ['an empty file', 'a.csv', Buffer.alloc(0), 'file.empty'],
])('%s is a failure that leaves the base as it was', async (_what, name, bytes, code) => {
  if (bytes !== null) writeFileSync(at(name), bytes)
  await kebu('new', 'a.kebu')
  const before = readFileSync(at('a.kebu')).subarray(100)
  const done = await kebu('import', 'a.kebu', name, '--json')
  expect({ code: done.code, error: parsed(done.error) }).toMatchObject({ code: 1, error: { error: { code } } })
  expect(readFileSync(at('a.kebu')).subarray(100).equals(before)).toBe(true)
})

test('a sheet or a column that is not there is a wrong usage that names those that are', async () => {
  writeFileSync(at('产品.csv'), '编码,品名\n007,轴承\n')
  await kebu('new', 'a.kebu', '--empty')
  expect(await kebu('import', 'a.kebu', '产品.csv', '--sheet', '客户')).toMatchObject({ code: 2, error: containing('产品') })
  expect(await kebu('import', 'a.kebu', '产品.csv', '--key', '电话')).toMatchObject({ code: 2, error: containing('编码、品名') })
  expect(await kebu('import', 'a.kebu', '产品.csv', '--mode', 'merge')).toMatchObject({ code: 2, error: containing('addOrUpdate') })
})

test('a file of many lines needs little memory', () => {
  const lines = Array.from(
    { length: 120_000 },
    (_, line) =>
      `${536365 + line},8512${line % 97}A,WHITE HANGING HEART T-LIGHT HOLDER,${line % 12},2010-12-01 08:26:00,2.55,${17850 + (line % 400)},United Kingdom`,
  )
  writeFileSync(at('lines.csv'), `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n${lines.join('\n')}\n`)
  const cli = join(import.meta.dirname, '../../src/main/cli.ts')
  const run = (...args: string[]) => spawnSync(process.execPath, ['--max-old-space-size=80', cli, ...args], { cwd: folder, encoding: 'utf8' })
  expect(run('new', 'a.kebu', '--empty').status).toBe(0)
  const done = run('import', 'a.kebu', 'lines.csv', '--json')
  expect(done.stderr).toBe('')
  expect(resultsSchema.parse(JSON.parse(done.stdout))[0]?.sheets).toMatchObject([{ read: 120_000, added: 120_000 }])
})
