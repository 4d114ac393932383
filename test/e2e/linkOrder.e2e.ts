import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator, type Translate } from '#shared/i18n/translate.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import { launchApp, screenshot } from './support/app.ts'
import { makeBase, withFolder } from './support/bases.ts'
import { chooseInMenu, pickInDialogs, run, until } from './support/window.ts'

/** Linked rows put in order in the picker, by dragging and by the keyboard, and on the row's page; undone; told and restored in the history. */
test.each<[Lang, 'light' | 'dark']>([
  ['zh-CN', 'light'],
  ['en', 'dark'],
])('the order of linked rows in %s, %s', async (lang, theme) => {
  await withFolder(async (folder) => {
    const t = translator(lang)
    const launched = await launchApp({ userData: join(folder, 'profile'), lang })
    const { app, page } = launched
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    try {
      const base = await makeBase(join(folder, 'book.kebu'), { lang })
      await page.getByText(t('welcome.motto')).waitFor()
      await chooseInMenu(app, `view.theme.${theme}`)
      await pickInDialogs(app, base)
      await page.getByRole('button', { name: t('welcome.open') }).click()
      await page.locator('[role="gridcell"]').nth(30).waitFor()
      const { link, stands } = await makeTasks(page)
      await page.getByText('任务表', { exact: true }).first().click()
      const cell = page.locator(`[role="gridcell"][col-id="${link}"]`).first()
      await cell.filter({ hasText: '甲' }).waitFor()

      // The picker: the last is dragged before the first.
      const chips = page.locator('.link-chip')
      await cell.click()
      await page.keyboard.press('Enter')
      await chips.nth(3).waitFor()
      await drag(page, chips.nth(3), chips.nth(0), () => screenshot(page, `link-order-dragging-${lang}-${theme}`))
      await until(async () => (await chips.allInnerTexts()).map((text) => text.trim()).join('') === '丁甲乙丙')
      // By the keyboard: the last goes to the left twice, and back once.
      await page.keyboard.press('ArrowLeft')
      await page.locator('.link-chip--active').filter({ hasText: '丙' }).waitFor()
      await page.keyboard.press('Alt+ArrowUp')
      await page.keyboard.press('Alt+ArrowUp')
      await page.keyboard.press('Alt+ArrowDown')
      await until(async () => (await chips.allInnerTexts()).map((text) => text.trim()).join('') === '丁甲丙乙')
      await screenshot(page, `link-order-picker-${lang}-${theme}`)
      await page.keyboard.press('Tab')
      await stands('丁甲丙乙')
      await cell.filter({ hasText: /丁.*甲.*丙.*乙/u }).waitFor()
      await page.keyboard.press('Control+z')
      await stands('甲乙丙丁')
      await page.keyboard.press('Control+y')
      await stands('丁甲丙乙')

      // The page of the row.
      await cell.click()
      await page.keyboard.press('Space')
      const lines = page.locator('.row-page .linked__line')
      await lines.nth(3).waitFor()
      await drag(page, lines.nth(0), lines.nth(2), () => screenshot(page, `link-order-page-${lang}-${theme}`))
      await stands('甲丙丁乙')
      await lines.nth(3).locator('.linked__row').focus()
      await page.keyboard.press('Alt+ArrowUp')
      await stands('甲丙乙丁')
      // The focus goes along.
      await page.keyboard.press('Alt+ArrowUp')
      await stands('甲乙丙丁')

      // The history of the cell tells it, and gives back what was.
      await cell.click({ button: 'right' })
      await page.getByRole('menuitem', { name: t('rowHistory.ofCell') }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(t('rowHistory.reordered')).nth(2).waitFor()
      await screenshot(page, `link-order-history-${lang}-${theme}`)
      await dialog
        .getByRole('button', { name: t('rowHistory.restoreLinks') })
        .nth(2)
        .click()
      await stands('丁甲丙乙')
      await page.getByText(t('rowHistory.linksRestored', { left: '' }).trim()).waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await orderOfDated(page, t, `link-order-own-${lang}-${theme}`)
      expect(problems).toEqual([])
    } finally {
      await launched.close()
    }
  })
})

/** Rows with a date stand the newest first on the page, until their own order is asked for; then they are put in it there. */
async function orderOfDated(page: Page, t: Translate, name: string): Promise<void> {
  const { columns, tables } = await run(page, 'base.describe', {})
  const own = columns.find(({ role }) => role === 'order.customer')
  if (own?.type !== 'link') throw new Error('no orders')
  const link = columns.find(({ id }) => id === own.settings.otherColumnId)
  const customers = tables.find(({ id }) => id === link?.tableId)
  if (link === undefined || customers === undefined) throw new Error('no customers')
  const found = await run(page, 'rows.find', { tableIds: [customers.id], text: '', limit: 100 })
  const counts = await Promise.all(found.map(({ id }) => run(page, 'rows.get', { tableId: customers.id, rowId: id })))
  const customer = counts.find((row) => (row.links[link.id] ?? []).length >= 3)
  if (customer === undefined) throw new Error('no customer with orders')
  const ids = async () => (await run(page, 'rows.get', { tableId: customers.id, rowId: customer.id })).links[link.id]?.map(({ id }) => id) ?? []
  const before = await ids()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(customer.title)
  await page.locator('.jump').getByText(customer.title).first().click()
  const section = page.locator('.row-page .row-section', { has: page.getByRole('heading', { name: link.name, exact: true }) })
  await section.locator('.linked__line').nth(2).waitFor()
  await expect.poll(() => section.locator('.linked__handle').count()).toBe(0)
  await section.getByRole('button', { name: t('rowPage.links.ownOrder') }).click()
  await section.locator('.linked__handle').nth(2).waitFor()
  await section.locator('.linked__row').first().focus()
  await page.keyboard.press('Alt+ArrowDown')
  await until(async () => (await ids()).slice(0, 2).join() === [before[1], before[0]].join())
  await section.scrollIntoViewIfNeeded()
  await screenshot(page, name)
}

async function drag(page: Page, from: Locator, to: Locator, over: () => Promise<unknown>): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (start === null || end === null) throw new Error('nothing to drag')
  await page.mouse.move(start.x + 12, start.y + start.height / 2)
  await page.mouse.down()
  const isDown = end.y > start.y
  // Behind the middle of what stands below, before the middle of what stands before.
  await page.mouse.move(end.x + 3, end.y + (isDown ? end.height - 3 : end.height / 3), { steps: 8 })
  await over()
  await page.mouse.up()
}

/** A table of tasks; the first leads to four rows. */
async function makeTasks(page: Page) {
  const { id: tableId } = await run(page, 'tables.create', { name: '任务表' })
  const { id: goods } = await run(page, 'tables.create', { name: '物品表' })
  const name = await run(page, 'columns.create', { tableId, name: '任务', type: 'text', settings: {} })
  const good = await run(page, 'columns.create', { tableId: goods, name: '物品', type: 'text', settings: {} })
  const { column } = await run(page, 'columns.createLink', {
    tableId,
    name: '相关物品',
    multiple: true,
    otherTableId: goods,
    otherName: '相关任务',
    otherMultiple: true,
  })
  await run(page, 'views.create', { tableId, name: '全部任务', settings: emptyViewSettings })
  const { ids } = await run(page, 'rows.insert', {
    tableId: goods,
    rows: [...'甲乙丙丁'].map((value) => ({ cells: [{ columnId: good.id, value }] })),
  })
  const made = await run(page, 'rows.insert', {
    tableId,
    rows: [{ cells: [{ columnId: name.id, value: '送样' }], links: [{ columnId: column.id, rowIds: ids }] }],
  })
  const rowId = made.ids[0] ?? 0
  const stands = (order: string) =>
    until(async () => ((await run(page, 'rows.get', { tableId, rowId })).links[column.id] ?? []).map(({ title }) => title).join('') === order)
  return { link: column.id, stands }
}
