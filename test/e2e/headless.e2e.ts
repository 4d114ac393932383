import { spawn } from 'node:child_process'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { chromiumFlags } from '../../scripts/lib/electronEnv.mjs'
import { root } from '../../scripts/lib/paths.mjs'
import { setUp } from '../../scripts/setup/setUp.mjs'
import { makeBase, withFolder } from './support/bases.ts'
import { containing } from '../support/containing.ts'

/** The real app without anyone at the keyboard: what `npm start` does where there is no display, and the printed report. */
async function start(program: string, args: readonly string[], folder: string): Promise<{ code: number | null; out: string; error: string }> {
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', error: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said.error += chunk.toString()
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, ...said }
}

async function app(folder: string, ...args: string[]) {
  const { executable } = await setUp()
  const flags = chromiumFlags({ virtualDisplay: process.env['KEBU_VIRTUAL_DISPLAY'] === '1' })
  return start(executable, [...flags, root, ...args], folder)
}

/** Of the pages of a PDF of Chromium's, which are not compressed. */
const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
const isA4 = (pdf: Buffer) => /\/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]/.test(pdf.toString('latin1'))

test('the main job leaves the report, the workbook and a picture, and says where', () =>
  withFolder(async (folder) => {
    const done = await app(folder, '--main-job', 'results', '--lang=zh-CN')
    expect({ code: done.code, error: done.error }).toMatchObject({ code: 0 })
    const written = z
      .object({ reportPdf: z.string(), reportXlsx: z.string(), screenshot: z.string() })
      .parse(JSON.parse(done.out.trim().split('\n').at(-1) ?? ''))
    const pdf = await readFile(written.reportPdf)
    expect(isA4(pdf)).toBe(true)
    expect(pagesIn(pdf)).toBeGreaterThan(2)
    expect((await readFile(written.reportXlsx)).subarray(0, 2).toString()).toBe('PK')
    expect((await readFile(written.screenshot)).length).toBeGreaterThan(50_000)
    expect((await readdir(join(folder, 'results'))).length).toBe(3)
  }))

test('a failure of the main job is one sentence and exit code 1', () =>
  withFolder(async (folder) => {
    await writeFile(join(folder, 'file'), '')
    const done = await app(folder, '--main-job', 'file/results', '--lang=en')
    expect(done.code).toBe(1)
    expect(done.error).toMatch(/file\/results|file.results/)
  }))

test('the report is printed for a period, also while the base is open elsewhere', () =>
  withFolder(async (folder) => {
    const base = await makeBase(join(folder, '客户.kebu'))
    const holder = spawn(process.execPath, [join(root, 'test/engine/store/holdBaseLock.ts'), base], { stdio: ['pipe', 'pipe', 'inherit'] })
    const done = await app(folder, '--print-report', '客户.kebu', '--out', '报告.pdf', '--from=2026-01-01', '--to', '2026-06-30', '--lang=en')
    holder.kill()
    expect({ code: done.code, error: done.error }).toMatchObject({ code: 0 })
    const pdf = await readFile(join(folder, '报告.pdf'))
    expect(isA4(pdf)).toBe(true)
    expect(pdf.toString('latin1')).toContain('/Outlines')
  }))

test('a base that is not there is said in the language asked for', () =>
  withFolder(async (folder) => {
    expect(await app(folder, '--print-report', 'gone.kebu', '--out', 'a.pdf', '--lang=en')).toMatchObject({ code: 1, error: containing('gone.kebu') })
    expect(await app(folder, '--print-report', 'gone.kebu')).toMatchObject({ code: 2, error: containing('--out') })
    expect(await readdir(folder)).toEqual([])
  }))

test('the command line has the app print its report', () =>
  withFolder(async (folder) => {
    await makeBase(join(folder, '客户.kebu'))
    const done = await start(process.execPath, [join(root, 'src/main/cli.ts'), 'report', '客户.kebu', 'r.pdf', '--json'], folder)
    expect({ code: done.code, error: done.error }).toEqual({ code: 0, error: '' })
    expect(JSON.parse(done.out)).toEqual({ path: join(folder, 'r.pdf') })
    expect((await readFile(join(folder, 'r.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
  }))
