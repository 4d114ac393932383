import { copyFile, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BaseDescription } from '#shared/contract/base.ts'
import type { ColumnRole, TableRole } from '#shared/model/roles.ts'
import { root } from '../../scripts/lib/paths.mjs'
import { launchApp, screenshot, type LaunchedApp } from './support/app.ts'
import { chooseInMenu, pickInDialogs, run, until } from './support/window.ts'

/**
 * The main job in the real window, as an owner does it: the Excel book comes in, a cell is edited, a follow-up
 * written, the class changes, a chart narrows the grid, an undo takes back, a report comes out; and after a restart
 * everything is in place. Each test goes on where the one before it stopped.
 */
let folder: string
let path: string
let launched: LaunchedApp
let page: Page

const customer = '深圳华盛恒信教育有限公司3'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kebu-main-'))
  path = join(folder, '客户.kebu')
  await copyFile(join(root, 'test/fixtures/messy-book.xlsx'), join(folder, '客户台账.xlsx'))
  await launch()
})
afterAll(async () => {
  await launched.close()
  await rm(folder, { recursive: true, force: true })
})

async function launch(): Promise<void> {
  launched = await launchApp({ userData: join(folder, 'profile') })
  page = launched.page
}

test('a new base is made from the welcome screen', async () => {
  await pickInDialogs(launched.app, path)
  await page.getByRole('button', { name: '新建客簿' }).click()
  await page.getByText('跟进记录', { exact: true }).first().waitFor()
  expect(tableOf(await describe(), 'customer').name).toBe('客户')
})

test('the Excel book comes in through the wizard: two sheets, linked by name, what was rejected in a file', async () => {
  await pickInDialogs(launched.app, join(folder, '客户台账.xlsx'))
  await chooseInMenu(launched.app, 'file.import')
  await page.getByRole('button', { name: '选择文件…' }).click()
  const next = page.getByRole('button', { name: '下一步' })
  for (let step = 0; step < 3; step++) await next.click()
  await page.getByRole('button', { name: /^导入 [\d,]+ 行$/ }).click()
  await page.getByText('导入完成').waitFor()
  await screenshot(page, 'main-job-1-imported')
  const said = await page.getByText(/^新增 [\d,]+ 行，更新 0 行/).textContent()
  await page.getByRole('button', { name: '完成', exact: true }).click()

  const base = await describe()
  const [customers = 0, followUps = 0] = [tableOf(base, 'customer'), tableOf(base, 'followUp')].map(({ id }) => base.rowCounts[id] ?? 0)
  expect(customers).toBeGreaterThan(250)
  expect(followUps).toBeGreaterThan(1500)
  expect(said).toContain(`新增 ${(customers + followUps).toLocaleString('zh-CN')} 行`)
  expect((await readdir(folder)).filter((name) => name.includes('未导入'))).toHaveLength(1)
  expect(await rowOf(customer, 'customer.followUpCount')).toBeGreaterThan(0)
})

test('a cell is edited in place', async () => {
  await (await cell(customer, 'customer.status')).dblclick()
  await page
    .getByRole('option', { name: '跟进中' })
    .or(page.locator('.chip', { hasText: '跟进中' }))
    .last()
    .click()
  await until(async () => (await shownIn(customer, 'customer.status')) === '跟进中')
  const status = columnOf(await describe(), 'customer.status')
  const option = status.type === 'singleSelect' ? status.settings.options.find(({ name }) => name === '跟进中') : undefined
  expect(await rowOf(customer, 'customer.status')).toBe(option?.id)
})

test('who is at the keyboard is chosen among the people the book names', async () => {
  await page.getByRole('button', { name: /我是/ }).click()
  await page.getByRole('menuitem', { name: '李雷' }).click()
  await page.getByRole('button', { name: /我是\s*李雷/ }).waitFor()
  const base = await describe()
  expect(base.members.find(({ id }) => id === base.actorId)?.name).toBe('李雷')
})

test('a follow-up with its next step is written on the page of the customer, and the class follows', async () => {
  const before = await rowOf(customer, 'customer.urgency')
  await (await cell(customer, 'customer.name')).click()
  await page.keyboard.press('Space')
  await page.locator('button', { hasText: '写一条跟进' }).click()
  const form = page.getByRole('form', { name: '写一条跟进' })
  await form.getByRole('button', { name: '电话' }).click()
  await form.getByRole('textbox', { name: '跟进内容', exact: true }).fill('约好明天上门演示')
  await form.getByRole('button', { name: '明天', exact: true }).click()
  await form.getByRole('button', { name: '保存跟进' }).click()
  await until(async () => (await rowOf(customer, 'customer.urgency')) !== before)
  await screenshot(page, 'main-job-2-follow-up')
  const urgency = columnOf(await describe(), 'customer.urgency')
  const urgent = urgency.type === 'singleSelect' ? urgency.settings.options.find(({ name }) => name === '紧急') : undefined
  expect(await rowOf(customer, 'customer.urgency')).toBe(urgent?.id)
  expect(await rowOf(customer, 'customer.lastFollowUpContent')).toBe('约好明天上门演示')
  await page.getByText('约好明天上门演示').first().waitFor()
  await page.locator('.chip', { hasText: '紧急' }).first().waitFor()
  await page.keyboard.press('Escape')
})

test('a click on a bar of the chart narrows the grid to its rows', async () => {
  await page.locator('button', { hasText: '图表' }).click()
  const panel = page.getByRole('region', { name: '图表' })
  await panel.getByRole('combobox').click()
  await page.getByTitle('客户状态').last().click()
  const bars = panel.locator('canvas')
  await panel.getByText(/「.+」最多/).waitFor()
  const { options, counts } = await countsByStatus()
  await clickBar(bars, options.indexOf('已成交'), options.length)
  await page.getByText('只看：客户状态：已成交').waitFor()
  await page.getByText(new RegExp(`行中的 ${counts.get('已成交')} 行`)).waitFor()
  await screenshot(page, 'main-job-3-chart')
  await panel.getByRole('button', { name: '关闭' }).click()
  await page.getByText('只看：客户状态：已成交').waitFor({ state: 'detached' })
  await page.getByText(/行中的/).waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('[role="gridcell"]').count()).toBeGreaterThan(0)
})

test('undo takes back the follow-up and the class, and redo brings them again', async () => {
  const after = await rowOf(customer, 'customer.urgency')
  await pressUntil('Control+z', async () => (await rowOf(customer, 'customer.urgency')) !== after)
  expect(await rowOf(customer, 'customer.lastFollowUpContent')).not.toBe('约好明天上门演示')
  await pressUntil('Control+Shift+z', async () => (await rowOf(customer, 'customer.urgency')) === after)
  expect(await rowOf(customer, 'customer.lastFollowUpContent')).toBe('约好明天上门演示')
})

test('the report comes out as PDF and as a workbook', async () => {
  await page.getByText('报告', { exact: true }).click()
  await page.getByText('经营报告').waitFor()
  const pdf = join(folder, '报告.pdf')
  await pickInDialogs(launched.app, pdf)
  await page.getByRole('button', { name: '存为 PDF' }).click()
  await until(async () => (await readdir(folder)).includes('报告.pdf'), 60)
  const bytes = await readFile(pdf)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.length).toBeGreaterThan(20_000)
  const workbook = join(folder, '报告.xlsx')
  await pickInDialogs(launched.app, workbook)
  await page.getByRole('button', { name: '存为 Excel' }).click()
  await until(async () => (await readdir(folder)).includes('报告.xlsx'), 60)
  expect((await stat(workbook)).size).toBeGreaterThan(5_000)
  await screenshot(page, 'main-job-4-report')
  await page.getByText('客户', { exact: true }).first().click()
})

test('after a restart everything is in place, and can still be undone', async () => {
  const before = { urgency: await rowOf(customer, 'customer.urgency'), counts: (await describe()).rowCounts }
  await launched.close()
  expect((await readdir(folder)).filter((name) => name.startsWith('客户.kebu'))).toEqual(['客户.kebu'])
  await launch()
  await page.getByText(customer).first().waitFor()
  expect({ urgency: await rowOf(customer, 'customer.urgency'), counts: (await describe()).rowCounts }).toEqual(before)
  await screenshot(page, 'main-job-5-restarted')
  await pressUntil('Control+z', async () => (await rowOf(customer, 'customer.urgency')) !== before.urgency)
})

const describe = () => run(page, 'base.describe', {})

function tableOf(base: BaseDescription, role: TableRole) {
  const table = base.tables.find((one) => one.role === role)
  if (table === undefined) throw new Error(`no table ${role}`)
  return table
}

function columnOf(base: BaseDescription, role: ColumnRole) {
  const column = base.columns.find((one) => one.role === role)
  if (column === undefined) throw new Error(`no column ${role}`)
  return column
}

/** A cell as the engine has it. */
async function rowOf(title: string, role: ColumnRole) {
  const column = columnOf(await describe(), role)
  const [found] = await run(page, 'rows.find', { tableIds: [column.tableId], text: title })
  if (found === undefined) throw new Error(`no row ${title}`)
  return (await run(page, 'rows.get', { tableId: column.tableId, rowId: found.id })).cells[column.id]
}

/** A cell on screen: the column's cell in the line in which the title stands. */
async function cell(title: string, role: ColumnRole): Promise<Locator> {
  const { id } = columnOf(await describe(), role)
  return page.locator('[role="row"]', { hasText: title }).first().locator(`[role="gridcell"][col-id="${id}"]`)
}

async function shownIn(title: string, role: ColumnRole): Promise<string> {
  return (await (await cell(title, role)).textContent())?.trim() ?? ''
}

async function countsByStatus(): Promise<{ options: string[]; counts: Map<string, number> }> {
  const status = columnOf(await describe(), 'customer.status')
  const options = status.type === 'singleSelect' ? status.settings.options : []
  const { groups } = await run(page, 'stats.group', {
    tableId: status.tableId,
    filter: null,
    dimensions: [{ columnId: status.id }],
    measure: { kind: 'count' },
  })
  const nameOf = (id: unknown) => options.find((option) => option.id === id)?.name ?? ''
  return { options: options.map(({ name }) => name), counts: new Map(groups.map(({ keys, count }) => [nameOf(keys[0]), count])) }
}

/** A few steps at most: what a view shows (the column of its chart) is a step of its own. */
async function pressUntil(keys: string, holds: () => Promise<boolean>): Promise<void> {
  for (let press = 0; press < 4 && !(await holds()); press++) {
    const { undo } = await run(page, 'history.state', {})
    await page.keyboard.press(keys)
    await until(async () => (await run(page, 'history.state', {})).undo !== undo || (await holds()))
  }
  expect(await holds()).toBe(true)
}

/** Bars lie under each other, each in an equal part of the height. */
async function clickBar(canvas: Locator, index: number, count: number): Promise<void> {
  const box = await canvas.boundingBox()
  if (box === null) throw new Error('no chart')
  await page.mouse.click(box.x + box.width / 2, box.y + (box.height * (index + 0.5)) / count)
}
