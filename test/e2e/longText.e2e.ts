import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBase, openEngine } from '#main/engine/index.ts'
import { markOfHash } from '#shared/lib/fileMarks.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import { png } from '../engine/files/support.ts'
import { valueOf } from '../engine/support/valueOf.ts'
import { launchApp, screenshot, type LaunchedApp } from './support/app.ts'
import { chooseInMenu, run, until } from './support/window.ts'

/** Long texts in the real window: Markdown is read, tasks are ticked, a sheet is written on, pictures go into the base. */
let folder: string
let launched: LaunchedApp
let page: Page
let tableId = 0
let columnId = 0
const problems: string[] = []

const plain = '第一行：老客户介绍。\n第二行：3*4*5 mm，#1 号仓。'
const notes = (picture: string) => `# 拜访纪要

**华东精密** 想先看样品，见 [官网](https://example.com/)。
王总原话：
> 价格不是问题，交期要准。

- [ ] 寄样品
- [x] 报价

| 型号 | 数量 |
| --- | ---: |
| M8 | 2000 |

![工厂](${picture})

![外站](https://example.com/x.png) <b onclick="alert(1)">html</b> [坏](javascript:alert(1))`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kebu-text-'))
  const path = join(folder, '纪要.kebu')
  await makeNotes(path)
  launched = await launchApp({ userData: join(folder, 'profile'), args: [path] })
  page = launched.page
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())))
  await page.locator('[role="gridcell"]').first().waitFor()
})
afterAll(async () => {
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})

const stored = async (rowId: number): Promise<string> => String((await run(page, 'rows.get', { tableId, rowId })).cells[columnId] ?? '')
const open = async (row: number) => {
  await page.locator(`.ag-row[row-index="${row}"] [role="gridcell"]`).nth(1).click()
  await page.keyboard.press('Space')
  await page.locator('.row-page .field--long').waitFor()
}

test('the grid shows one line of plain words', async () => {
  const cell = page.locator('.ag-row[row-index="0"] .grid-cell--longText')
  await until(async () => (await cell.textContent())?.startsWith('拜访纪要 华东精密 想先看样品，见 官网。') === true)
  await expect.poll(() => cell.textContent()).toContain('☐ 寄样品 ☑ 报价 型号 数量 M8 2000 工厂')
  expect((await page.locator('.ag-row[row-index="1"] .grid-cell--longText').textContent())?.replace(/\s+/gu, ' ')).toBe(plain.replace('\n', ' '))
})

test('the page renders it: heading, list, table, picture of the base; nothing from outside, no HTML, no script', async () => {
  await open(0)
  const text = page.locator('.row-page .markdown')
  await text.locator('h1').waitFor()
  await text.locator('.markdown__picture img').waitFor()
  await expect.poll(() => text.locator('img').count()).toBe(1)
  await expect.poll(() => text.locator('img').getAttribute('src')).toMatch(/^blob:/u)
  await expect.poll(() => text.locator('table td').count()).toBe(2)
  await expect.poll(() => text.locator('b').count()).toBe(0)
  await expect.poll(() => text.locator('a').count()).toBe(1)
  await expect.poll(() => text.locator('br').count()).toBe(1)
  await screenshot(page, 'text-1-row-page')
})

test('a link opens outside, and only there', async () => {
  await launched.app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => void Reflect.set(globalThis, 'openedOutside', url)
  })
  await page.locator('.row-page .markdown a').click()
  await until(async () => (await launched.app.evaluate((): unknown => Reflect.get(globalThis, 'openedOutside'))) === 'https://example.com/')
  expect(page.url()).toMatch(/^app:\/\/kebu\//u)
})

test('a task is ticked where it stands, as one step that can be undone', async () => {
  const before = await stored(1)
  await page.getByRole('checkbox', { name: '完成这一项' }).first().check()
  await until(async () => (await stored(1)) === before.replace('- [ ] 寄样品', '- [x] 寄样品'))
  await page.locator('.ag-row[row-index="0"] [role="gridcell"]').nth(1).click()
  await chooseInMenu(launched.app, 'edit.undo')
  await until(async () => (await stored(1)) === before)
  await until(async () => !(await page.getByRole('checkbox', { name: '完成这一项' }).first().isChecked()))
  expect(await stored(1)).toBe(before)
})

test('a plain text looks as before, and is written on with lists, bold and a pasted picture', async () => {
  await open(1)
  await expect.poll(() => page.locator('.row-page .field--long .markdown').count()).toBe(0)
  await expect.poll(() => page.locator('.row-page .field--long .cell-view__text').innerText()).toBe(plain)
  await page.locator('.row-page .field--long .cell-view__text').click()
  const sheet = page.getByRole('textbox', { name: '纪要' })
  await sheet.waitFor()
  await sheet.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '待办清单' }).click()
  await page.keyboard.type('寄样品')
  await page.keyboard.press('Enter')
  await page.keyboard.type('回访')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('急')
  await page.keyboard.press('End')
  await page.evaluate(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], '样品.png', { type: 'image/png' }))
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    [...png(200, 120, [46, 125, 91])],
  )
  await until(async () => (await sheet.inputValue()).endsWith('![样品.png](#1)'))
  await screenshot(page, 'text-2-editor')
  await expect.poll(() => sheet.inputValue()).toBe(`${plain}\n- [ ] 寄样品\n- [ ] 回访\n**急**![样品.png](#1)`)
  await page.keyboard.press('Control+Enter')
  await page.locator('.row-page .markdown__picture img').waitFor()
  expect(await stored(2)).toMatch(/^第一行[^]*\*\*急\*\*!\[样品\.png\]\(kebu-file:[0-9a-f]{64}\)$/u)
  await screenshot(page, 'text-3-written')
})

test('Esc gives up what was written', async () => {
  const before = await stored(2)
  await page.getByRole('button', { name: '编辑纪要：' }).click()
  await page.getByRole('textbox', { name: '纪要' }).fill('全部删掉')
  await page.keyboard.press('Escape')
  await page.locator('.row-page .markdown').waitFor()
  expect(await stored(2)).toBe(before)
})

test('nothing was reported by the page on the way', () => {
  expect(problems).toEqual([])
})

async function makeNotes(path: string): Promise<void> {
  createBase(path)
  const engine = openEngine(path)
  const table = valueOf(await engine.run('tables.create', { name: '纪要' }))
  const name = valueOf(await engine.run('columns.create', { tableId: table.id, name: '客户', type: 'text', settings: {} }))
  const text = valueOf(await engine.run('columns.create', { tableId: table.id, name: '纪要', type: 'longText', settings: {} }))
  const [picture] = valueOf(await engine.run('files.store', { pasted: [{ name: '工厂.png', bytes: png(320, 180) }] }))
  const rows = [
    ['华东精密', notes(markOfHash(picture?.hash ?? ''))],
    ['深圳华盛', plain],
  ].map(([title = '', value = '']) => ({
    cells: [
      { columnId: name.id, value: title },
      { columnId: text.id, value },
    ],
  }))
  valueOf(await engine.run('rows.insert', { tableId: table.id, rows }))
  const columns = [name, text].map((column) => ({ columnId: column.id, width: column === text ? 520 : 120, hidden: false }))
  valueOf(await engine.run('views.create', { tableId: table.id, name: '全部', settings: { ...emptyViewSettings, columns } }))
  await engine.close()
  tableId = table.id
  columnId = text.id
}
