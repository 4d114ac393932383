import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/lib/paths.mjs'
import { launchApp, screenshot, type LaunchedApp } from './support/app.ts'
import { makeBase } from './support/bases.ts'
import { answerMessages, chooseInMenu, messages, pickInDialogs, run, until } from './support/window.ts'
import { containing } from '../support/containing.ts'

/** What cannot be opened or imported: one clear sentence in the window, the files as they were, the window alive. */
let folder: string
let base: string
let launched: LaunchedApp
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kebu-bad-'))
  base = await makeBase(join(folder, '客户.kebu'))
  launched = await launchApp({ userData: join(folder, 'profile') })
  page = launched.page
})
afterAll(async () => {
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})

/** Bytes of the good base, changed. */
async function baseWith(name: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, change(Buffer.from(await readFile(base))))
  return path
}

const bad: [string, string, () => Promise<string>][] = [
  ['a workbook with the wrong name', '不是客簿文件', async () => baseWith('表格.kebu', () => Buffer.from('PK\u0003\u0004'))],
  [
    'a database of another program',
    '不是客簿文件',
    async () =>
      baseWith('别家.kebu', (bytes) => {
        bytes.writeUInt32BE(0x12345678, 68)
        return bytes
      }),
  ],
  [
    'a base of a newer version',
    '更新版本',
    async () =>
      baseWith('新版.kebu', (bytes) => {
        bytes.writeUInt32BE(999, 60)
        return bytes
      }),
  ],
  ['a base cut short', '已损坏', async () => baseWith('截断.kebu', (bytes) => bytes.subarray(0, Math.floor(bytes.length / 3)))],
  ['a base with noise in the middle', '已损坏', async () => baseWith('损坏.kebu', (bytes) => bytes.fill(0xa5, 4096, 4096 * 12))],
  ['an empty file', '不是客簿文件', async () => baseWith('空.kebu', () => Buffer.alloc(0))],
]

test.each(bad)('%s is not opened: “%s”', async (_what, sentence, make) => {
  const path = await make()
  const before = await readFile(path)
  await pickInDialogs(launched.app, path)
  await page.getByRole('button', { name: '打开客簿' }).click()
  await page.getByText(sentence).first().waitFor()
  // A look at a damaged base may count up its header's change counters; what it holds stays as it was.
  expect((await readFile(path)).subarray(100)).toEqual(before.subarray(100))
  expect((await run(page, 'app.state', {})).openBase).toBeNull()
})

test('a base another program holds is offered read-only; a recent one by the button beside the sentence', async () => {
  const holder = spawn(process.execPath, [join(root, 'test/engine/store/holdBaseLock.ts'), base], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  await pickInDialogs(launched.app, base)
  await answerMessages(launched.app, 0)
  await page.getByRole('button', { name: '打开客簿' }).click()
  await page.locator('[role="gridcell"]').nth(30).waitFor()
  expect(await messages(launched.app)).toEqual([containing('「客户.kebu」正在被另一个程序使用')])
  await run(page, 'app.closeBase', {})
  await page.getByRole('button', { name: '客户' }).last().click()
  await page.getByText('正在被另一个程序使用').waitFor()
  await screenshot(page, 'bad-base-in-use')
  await page.getByRole('button', { name: '以只读方式打开' }).click()
  await page.locator('[role="gridcell"]').nth(30).waitFor()
  expect((await run(page, 'app.state', {})).readOnly).toBe(true)
  await page.getByText('只读', { exact: true }).first().waitFor()
  await screenshot(page, 'read-only')
  // Its other views are read as well; those that come after find the first one.
  for (const place of [1, 0]) {
    const tab = page.getByRole('tab').nth(place)
    await tab.click()
    await page.getByRole('tab', { selected: true }).and(tab).waitFor()
  }
  holder.kill()
  await run(page, 'app.closeBase', {})
  await page.getByRole('button', { name: '打开客簿' }).waitFor()
})

const noWorkbook: [string, string, string, Buffer][] = [
  ['no workbook', '图片.xlsx', '不是 Excel 或 CSV', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
  ['an empty file', '空.csv', '没有数据', Buffer.alloc(0)],
  ['half a workbook', '半个.xlsx', '无法读取', Buffer.alloc(0)],
]

test.each(noWorkbook)('%s is not imported, and the wizard goes on', async (what, name, sentence, bytes) => {
  if ((await run(page, 'app.state', {})).openBase === null) {
    await pickInDialogs(launched.app, base)
    await page.getByRole('button', { name: '打开客簿' }).click()
    await page.locator('[role="gridcell"]').nth(30).waitFor()
  }
  const { rowCounts } = await run(page, 'base.describe', {})
  const whole = await readFile(join(root, 'test/fixtures/messy-book.xlsx'))
  await writeFile(join(folder, name), what === 'half a workbook' ? whole.subarray(0, whole.length / 2) : bytes)
  await pickInDialogs(launched.app, join(folder, name))
  await chooseInMenu(launched.app, 'file.import')
  await page.getByRole('button', { name: '选择文件…' }).click()
  await page.getByText(sentence).first().waitFor()
  await screenshot(page, `bad-import-${noWorkbook.findIndex((one) => one[0] === what)}`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '选择文件…' }).waitFor({ state: 'detached' })
  expect((await run(page, 'base.describe', {})).rowCounts).toEqual(rowCounts)
})

test('an import cancelled half way leaves the base as it was', async () => {
  const before = await run(page, 'base.describe', {})
  const lines = Array.from({ length: 400_000 }, (_, line) => `客户${line},1380013${String(line % 10_000).padStart(4, '0')},备注 ${line}`)
  await writeFile(join(folder, '很多.csv'), `客户名称,主电话,备注\n${lines.join('\n')}\n`)
  await pickInDialogs(launched.app, join(folder, '很多.csv'))
  await chooseInMenu(launched.app, 'file.import')
  await page.getByRole('button', { name: '选择文件…' }).click()
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: /^导入 [\d,]+ 行$/ }).click()
  await page.getByText('正在写入').waitFor()
  await page.getByRole('button', { name: '取消导入' }).click()
  await page.getByText('已取消，客簿和导入前一样。').waitFor()
  await screenshot(page, 'import-cancelled')
  const after = await run(page, 'base.describe', {})
  expect(after.rowCounts).toEqual(before.rowCounts)
  expect(after.history).toEqual(before.history)
  expect((await run(page, 'history.list', { limit: 1 }))[0]?.operation).not.toBe('import.run')
})

test('closing the window while an import runs asks first', async () => {
  await page.getByRole('button', { name: '再试一次' }).click()
  await page.getByText('正在写入').waitFor()
  await answerMessages(launched.app, 0)
  await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await until(async () => (await messages(launched.app)).length === 1)
  expect(await messages(launched.app)).toEqual([containing('关闭窗口会取消这次导入')])
  await page.getByRole('button', { name: '取消导入' }).click()
  await page.getByText('已取消，客簿和导入前一样。').waitFor()
})
