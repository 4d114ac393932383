import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { runCommandLine } from '#main/cli/run.ts'
import { containing } from '../support/containing.ts'

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kebu-cli-'))
  expect((await kebu('new', '客户.kebu', '--sample')).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

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

const rowsSchema = z.object({ total: z.number(), rows: z.array(z.looseObject({ id: z.number() })) })

test('wrong usage is exit code 2 with a hint, in the language asked for', async () => {
  expect(await kebu()).toMatchObject({ code: 2, out: '', error: containing('用法') })
  expect(await kebu('frob', '--lang', 'en')).toMatchObject({ code: 2, error: containing('See kebu --help') })
  expect(await kebu('query', '客户.kebu')).toMatchObject({ code: 2, error: containing('--table') })
  expect(await kebu('query', '客户.kebu', '--frob')).toMatchObject({ code: 2, error: containing('--frob') })
  expect(await kebu('info')).toMatchObject({ code: 2 })
  expect(await kebu('info', 'a', 'b')).toMatchObject({ code: 2, error: containing('「b」') })
  expect(await kebu('constructor')).toMatchObject({ code: 2 })
})

test('every command has help in both languages, and the exit codes are told', async () => {
  for (const lang of ['zh-CN', 'en']) {
    for (const command of ['new', 'info', 'import', 'classify', 'export', 'report', 'query']) {
      expect(await kebu(command, '--help', '--lang', lang)).toMatchObject({ code: 0, error: '', out: containing(`kebu ${command} `) })
    }
  }
  expect((await kebu('--help', '--lang=en')).out).toMatch(/0 done .*1 failed .*2 wrong usage .*3 done, but some rows were rejected/)
})

test('a failure is exit code 1 and one sentence; with --json an error object', async () => {
  expect(await kebu('info', 'gone.kebu')).toMatchObject({ code: 1, error: containing('找不到「gone.kebu」') })
  const { code, out, error } = await kebu('--json', 'new', '客户.kebu')
  const complaint: unknown = JSON.parse(error)
  expect({ code, out, error: complaint }).toMatchObject({ code: 1, out: '', error: { error: { code: 'base.exists' } } })
})

test('query answers tables for people, csv, and plain values for programs', async () => {
  const asked = ['query', '客户.kebu', '--table', '客户', '--columns', '客户名称,客户状态,地址', '--where', '客户状态=跟进中', '--sort', '客户名称']
  const { total, rows } = rowsSchema.parse((await kebu(...asked, '--json', '--limit', '2')).json())
  expect(total).toBeGreaterThan(2)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ 客户名称: containing(''), 客户状态: '跟进中', 地址: { province: containing('') } })
  const table = await kebu(...asked, '--limit', '2')
  expect(table.out.split('\n')).toHaveLength(5)
  expect(table.error).toBe(`2 / ${total} 行\n`)
  const csv = (await kebu(...asked, '--format', 'csv', '--limit', '0')).out.trim().split('\n')
  expect(csv).toHaveLength(total + 1)
  expect(csv[0]).toBe('客户名称,客户状态,地址')
})

test('query starts from a view, and takes a filter tree', async () => {
  const count = async (...more: string[]) =>
    rowsSchema.parse((await kebu('query', '客户.kebu', '--table', 'customer', '--json', ...more)).json()).total
  const all = await count()
  expect(await count('--filter', '{"kind":"and","items":[]}')).toBe(all)
  expect(await count('--search', '有限公司', '--where', '客户名称~有限')).toBeLessThanOrEqual(all)
  expect(await count('--view', '全部')).toBe(all)
  expect((await kebu('query', '客户.kebu', '--table', '客户', '--filter', '{"kind":"or"}')).code).toBe(2)
})

test('info tells a program how to address everything', async () => {
  const base = z
    .object({
      tables: z.array(
        z.looseObject({
          name: z.string(),
          role: z.string().nullable(),
          rows: z.number(),
          columns: z.array(z.looseObject({ role: z.string().nullable() })),
        }),
      ),
    })
    .parse((await kebu('info', '客户.kebu', '--json')).json())
  expect(base.tables.map(({ role }) => role)).toEqual(['customer', 'followUp', 'contact', 'order'])
  expect(base.tables[0]?.columns.map(({ role }) => role)).toContain('customer.grade')
  expect((await kebu('info', '客户.kebu')).out).toContain('客户  60 行')
})

test('as a program of its own it answers the same', () => {
  const done = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../src/main/cli.ts'), 'query', '客户.kebu', '--table', '客户', '--json', '--limit', '1'],
    { cwd: folder, encoding: 'utf8' },
  )
  expect(done).toMatchObject({ status: 0, stderr: '' })
  expect(rowsSchema.parse(JSON.parse(done.stdout)).rows).toHaveLength(1)
})

test('a plan that is not one is a wrong usage', async () => {
  writeFileSync(join(folder, 'plan.json'), '{"path": 1}')
  expect(await kebu('import', '客户.kebu', '--plan', 'plan.json')).toMatchObject({ code: 2, error: containing('plan.json') })
  expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe('{"path": 1}')
})
