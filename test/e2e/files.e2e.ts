import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBase, openEngine } from '#main/engine/index.ts'
import { z } from 'zod'
import { storedFileSchema, type StoredFile } from '#shared/model/file.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import { png } from '../engine/files/support.ts'
import { launchApp, screenshot, type LaunchedApp } from './support/app.ts'
import { still } from './support/still.ts'
import { ask, chooseInMenu, pickInDialogs, run, until } from './support/window.ts'

/**
 * Files in the real window: a picture is added in a dialog, seen small and large, taken back, and there again after a
 * restart; a row is signed; what is broken or would run does no harm. Each test goes on where the one before it stopped.
 */
let folder: string
let path: string
let launched: LaunchedApp
let page: Page
const problems: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kebu-files-'))
  path = join(folder, '合同.kebu')
  await makeContracts(path)
  await writeFile(join(folder, '工厂外景.png'), png(640, 480))
  await writeFile(join(folder, '样品.png'), png(300, 500, [47, 93, 140]))
  await writeFile(join(folder, '坏图.png'), png(640, 480).subarray(0, 60))
  await writeFile(join(folder, '报价单 2026.pdf'), '%PDF-1.7 \n')
  await launch()
})
afterAll(async () => {
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})

async function launch(): Promise<void> {
  launched = await launchApp({ userData: join(folder, 'profile'), args: [path] })
  page = launched.page
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())))
  await page.locator('[role="gridcell"]').first().waitFor()
}

const field = (name: string) => page.locator('.row-page .field', { hasText: name })
const thumbs = (name: string) => field(name).locator('img.file-thumb')
const gridThumbs = () => page.locator('.ag-row[row-index="0"] .grid-cell--image img.file-thumb')

test('a picture chosen in the dialog is seen small on the page and in the grid', async () => {
  await page.locator('.ag-row[row-index="0"] [role="gridcell"]').nth(1).click()
  await page.keyboard.press('Space')
  await pickInDialogs(launched.app, join(folder, '工厂外景.png'))
  await field('照片').getByRole('button', { name: '添加图片' }).click()
  await thumbs('照片').waitFor()
  await gridThumbs().waitFor()
  await pickInDialogs(launched.app, join(folder, '样品.png'))
  await field('照片').getByRole('button', { name: '添加图片' }).click()
  await thumbs('照片').nth(1).waitFor()
  await pickInDialogs(launched.app, join(folder, '报价单 2026.pdf'))
  await field('附件').getByRole('button', { name: '添加文件' }).click()
  await field('附件').getByText('报价单 2026.pdf').waitFor()
  await expect.poll(() => gridThumbs().count()).toBe(2)
  await screenshot(page, 'files-1-row-page')
})

test('the lightbox shows it large, steps on with the arrow keys, and closes with Esc', async () => {
  await thumbs('照片').first().click()
  const lightbox = page.getByRole('dialog', { name: '工厂外景.png' })
  await lightbox.locator('img.lightbox__picture').waitFor()
  expect(await lightbox.locator('img.lightbox__picture').evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(640)
  await page.keyboard.press('+')
  await until(() => lightbox.locator('img.lightbox__picture').evaluate((image) => image.style.transform.includes('scale(1.25)')))
  await screenshot(page, 'files-2-lightbox')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('dialog', { name: '样品.png' }).waitFor()
  await page.keyboard.press('Escape')
  await until(async () => (await page.locator('.lightbox').count()) === 0)
})

test('undo takes the picture back, redo brings it again, and so does the next start', async () => {
  await page.locator('.ag-row[row-index="0"] [role="gridcell"]').nth(1).click()
  await chooseInMenu(launched.app, 'edit.undo')
  await until(async () => (await field('附件').getByText('报价单 2026.pdf').count()) === 0)
  await chooseInMenu(launched.app, 'edit.undo')
  await until(async () => (await thumbs('照片').count()) === 1 && (await gridThumbs().count()) === 1)
  await chooseInMenu(launched.app, 'edit.redo')
  await until(async () => (await thumbs('照片').count()) === 2)
  await launched.close()
  await launch()
  await gridThumbs().nth(1).waitFor()
  await expect.poll(() => gridThumbs().count()).toBe(2)
})

test('a row is signed by hand', async () => {
  await page.locator('.ag-row[row-index="0"] [role="gridcell"]').nth(1).click()
  await page.keyboard.press('Space')
  await field('签名').getByRole('button', { name: '签名' }).click()
  const sheet = page.locator('.signature canvas')
  await sheet.waitFor()
  await still(page)
  const box = await sheet.boundingBox()
  const at = (x: number, y: number) => ({ x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y })
  await page.mouse.move(at(80, 120).x, at(80, 120).y)
  await page.mouse.down()
  for (const [x, y] of [
    [140, 60],
    [180, 150],
    [260, 70],
    [340, 130],
  ] as const)
    await page.mouse.move(at(x, y).x, at(x, y).y, { steps: 8 })
  await page.mouse.up()
  await screenshot(page, 'files-3-signature')
  await page.getByRole('button', { name: '签好了' }).click()
  await thumbs('签名').waitFor()
  await page.locator('.ag-row[row-index="0"] .grid-cell--signature img.file-thumb').waitFor()
  await expect.poll(() => thumbs('签名').count()).toBe(1)
})

test('a picture that is broken shows a sign, and nothing breaks', async () => {
  await pickInDialogs(launched.app, join(folder, '坏图.png'))
  await field('照片').getByRole('button', { name: '添加图片' }).click()
  await field('照片').locator('.file-sign').waitFor()
  await field('照片').getByRole('button', { name: '查看 坏图.png' }).click()
  await page.getByText('图片已损坏或太大，无法显示').waitFor()
  await expect.poll(() => page.locator('.lightbox__picture').count()).toBe(0)
  await screenshot(page, 'files-4-broken')
  await page.keyboard.press('Escape')
})

test('pictures dropped on a cell and pasted into it go in; what is no picture is refused by name', async () => {
  await drop(page, '.ag-row[row-index="1"] .grid-cell--image', '拖进来.png', png(50, 40))
  const second = page.locator('.ag-row[row-index="1"] .grid-cell--image img.file-thumb')
  await second.waitFor()
  await page.locator('.ag-row[row-index="1"] .grid-cell--image').click({ position: { x: 100, y: 12 } })
  await page.evaluate(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], 'image.png', { type: 'image/png' }))
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    },
    [...png(60, 60, [46, 125, 91])],
  )
  await second.nth(1).waitFor()
  await drop(page, '.ag-row[row-index="1"] .grid-cell--image', '说明.txt', Buffer.from('text'))
  await page.getByText('「说明.txt」不是图片').waitFor()
  await expect.poll(() => second.count()).toBe(2)
  await screenshot(page, 'files-5-grid')
})

test('in the grid the files of a cell are a list: looked at, put in order, renamed, removed; leaving it writes once', async () => {
  const cell = page.locator('.ag-row[row-index="1"] .grid-cell--file')
  await drop(page, '.row-page__body', '报价.docx', Buffer.from('x'))
  await field('附件').getByText('报价.docx').waitFor()
  await drop(page, '.ag-row[row-index="1"] .grid-cell--file', '甲.txt', Buffer.from('one'))
  await drop(page, '.ag-row[row-index="1"] .grid-cell--file', '乙.txt', Buffer.from('two'))
  await cell.locator('.grid-files__file').nth(1).waitFor()
  await cell.click({ position: { x: 140, y: 12 } })
  await page.keyboard.press('Enter')
  const list = page.locator('.edit-layer .file-list')
  await list.getByText('乙.txt').waitFor()
  await list.getByRole('button', { name: '「甲.txt」的更多操作' }).click({ force: true })
  await page.getByRole('menuitem', { name: '往后移' }).click()
  // The menu is gone before it is opened again: a click on its way out would only close it.
  await page.getByRole('menuitem', { name: '往后移' }).waitFor({ state: 'hidden' })
  await list.getByRole('button', { name: '「甲.txt」的更多操作' }).click({ force: true })
  await screenshot(page, 'files-6-cell-editor')
  await page.getByRole('menuitem', { name: '改名' }).click()
  await page.getByRole('textbox', { name: '文件名' }).fill('丙.txt')
  await page.keyboard.press('Enter')
  await page.locator('.ag-row[row-index="0"] [role="gridcell"]').nth(1).click()
  await until(async () => (await cell.locator('.grid-files__file').nth(1).getAttribute('title')) === '丙.txt')
  await expect.poll(() => cell.locator('.grid-files__file').first().getAttribute('title')).toBe('乙.txt')
  await chooseInMenu(launched.app, 'edit.undo')
  await until(async () => (await cell.locator('.grid-files__file').first().getAttribute('title')) === '甲.txt')
})

test('the files of a view are exported into a folder for each row', async () => {
  const out = join(folder, '导出')
  await mkdir(out)
  await pickInDialogs(launched.app, out)
  await chooseInMenu(launched.app, 'file.export')
  await page.getByRole('radio', { name: /只要附件和图片/u }).check()
  await screenshot(page, 'files-7-export')
  await page.getByRole('button', { name: '选择位置并导出…' }).click()
  await page.getByText(/已导出 \d+ 个文件/u).waitFor()
  expect((await readdir(out)).sort()).toEqual(['华东精密', '深圳华盛'])
  expect(await readdir(join(out, '深圳华盛'))).toContain('甲.txt')
  await page.getByRole('button', { name: '关闭', exact: true }).last().click()
})

test('a program is not opened, whatever it is called', async () => {
  const { app } = launched
  await app.evaluate(({ shell }) => {
    Reflect.set(globalThis, 'opened', [])
    shell.openPath = async (opened) => {
      const list: unknown = Reflect.get(globalThis, 'opened')
      if (Array.isArray(list)) list.push(opened)
      return ''
    }
  })
  const stored = await run(page, 'files.store', { pasted: [] })
  expect(stored).toEqual([])
  const open = async (name: string, text: string): Promise<string> => {
    const [file] = await storePasted(page, name, text)
    const answer = await ask(page, 'app.openFile', { hash: file?.hash ?? '', name })
    return answer.ok ? 'opened' : answer.error.code
  }
  expect(await open('发票.pdf.exe', 'x')).toBe('file.runnable')
  expect(await open('照片.png', 'MZ\u0000')).toBe('file.runnable')
  expect(await open('说明.txt', 'just text')).toBe('opened')
  const opened = await app.evaluate((): unknown => Reflect.get(globalThis, 'opened'))
  expect(String(opened)).toMatch(/kebu-[^/]+\/f[^/]+\/说明\.txt$/u)
  expect(await ask(page, 'files.store', { paths: ['/etc/passwd'] })).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
  expect(await ask(page, 'app.openUrl', { url: 'file:///etc/passwd' })).toMatchObject({ ok: false, error: { code: 'input.invalid' } })
})

test('nothing was reported by the page on the way', () => {
  expect(problems).toEqual([])
})

/** Bytes are no JSON: they are made in the page, as a pasted picture's are. */
async function storePasted(on: Page, name: string, text: string): Promise<StoredFile[]> {
  const answer = await on.evaluate(
    ([named, content]): Promise<unknown> =>
      window.kebu.invoke('files.store', { pasted: [{ name: named, bytes: new TextEncoder().encode(content) }] }, `store-${named}`),
    [name, text] as const,
  )
  return z.object({ value: z.array(storedFileSchema) }).parse(answer).value
}

async function drop(on: Page, selector: string, name: string, bytes: Buffer): Promise<void> {
  await on.evaluate(
    ([target, fileName, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(content)], fileName))
      const element = document.querySelector(target)
      for (const type of ['dragover', 'drop']) element?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    [selector, name, [...bytes]] as const,
  )
}

async function makeContracts(base: string): Promise<void> {
  createBase(base)
  const engine = openEngine(base)
  const value = <Value>(answer: { ok: true; value: Value } | { ok: false; failure: { message: { en: string } } }): Value => {
    if (!answer.ok) throw new Error(answer.failure.message.en)
    return answer.value
  }
  const table = value(await engine.run('tables.create', { name: '合同' }))
  const types = { 名称: 'text', 照片: 'image', 附件: 'file', 签名: 'signature', 备注: 'longText' } as const
  const ids: number[] = []
  for (const [name, type] of Object.entries(types))
    ids.push(value(await engine.run('columns.create', { tableId: table.id, name, type, settings: {} })).id)
  const [nameId = 0] = ids
  const rows = ['华东精密', '深圳华盛'].map((name) => ({ cells: [{ columnId: nameId, value: name }] }))
  value(await engine.run('rows.insert', { tableId: table.id, rows }))
  value(await engine.run('views.create', { tableId: table.id, name: '全部', settings: emptyViewSettings }))
  await engine.close()
}
