import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Column } from '#shared/model/column.ts'
import type { View } from '#shared/model/view.ts'
import { translator, type Translate } from '#shared/i18n/translate.ts'
import { launchApp, screenshot } from './support/app.ts'
import { makeBase, withFolder } from './support/bases.ts'
import { chooseInMenu, run, until } from './support/window.ts'

test.each([
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const)('a view says what its columns add up to, in %s, %s', async (lang, theme) => {
  await withFolder(async (folder) => {
    const t = translator(lang)
    const base = await makeBase(join(folder, lang === 'zh-CN' ? '客簿示例.kebu' : 'Sample.kebu'), { lang })
    const launched = await launchApp({ userData: join(folder, 'profile'), lang, args: [base] })
    const { page } = launched
    try {
      await page.setViewportSize({ width: 1280, height: 720 })
      await page.locator('[role="gridcell"]').nth(30).waitFor()
      await chooseInMenu(launched.app, `view.theme.${theme}`)
      const { columns, tables } = await run(page, 'base.describe', {})
      const orders = tables.find(({ role }) => role === 'order')?.name ?? ''
      await page.getByRole('navigation').getByText(orders, { exact: true }).click()
      await screenshot(page, `a0-orders-${lang}`)
      const amount = columns.find(({ role }) => role === 'order.amount')?.id ?? 0
      const foot = page.locator(`.ag-grid-pinned-bottom-rows [col-id="${amount}"] .foot-cell`)
      await until(async () => /\d/.test((await foot.textContent()) ?? ''))
      await screenshot(page, `a1-foot-${lang}`)
      await foot.click()
      await page.getByRole('menuitem', { name: t('statistics.median'), exact: true }).waitFor()
      await screenshot(page, `a2-foot-menu-${lang}`)
      await page.getByRole('menuitem', { name: t('statistics.median'), exact: true }).click()
      await until(async () => ((await foot.textContent()) ?? '').includes(t('statistics.median')))
      const status = columns.find(({ role }) => role === 'order.status')?.id ?? 0
      await page.locator(`.ag-grid-pinned-bottom-rows [col-id="${status}"] .foot-cell`).click()
      await page.locator('.distribution li').nth(1).waitFor()
      await screenshot(page, `a3-distribution-${lang}`)
      await page.keyboard.press('Escape')
      await expect.poll(() => page.locator('.foot-menu').isVisible()).toBe(false)

      await groupByStatusAndMonth(page, columns, t, lang)
      await colorRows(page, columns, t, lang)
      await lockView(page, t, lang)
    } finally {
      await launched.close()
    }
  })
})

async function groupByStatusAndMonth(page: Page, columns: readonly Column[], t: Translate, lang: string): Promise<void> {
  const idOf = (role: string) => columns.find((column) => column.role === role)?.id ?? 0
  await page.getByRole('button', { name: t('grid.group') }).click()
  await page.getByRole('button', { name: t('grid.addGroup') }).click()
  await page.getByRole('button', { name: t('grid.addGroup') }).click()
  await screenshot(page, `b1-group-panel-${lang}`)
  await page.keyboard.press('Escape')
  // What was chosen in the panel is saved a moment later.
  await until(async () => (await viewNow(page)).settings.groups.length === 2)
  const view = await viewNow(page)
  const groups = [
    { columnId: idOf('order.status'), direction: 'ascending' as const, order: { by: 'count' as const } },
    { columnId: idOf('order.date'), direction: 'descending' as const, unit: 'month' as const },
  ]
  await run(page, 'views.update', { viewId: view.id, settings: { ...view.settings, groups } })
  await page.locator('.grid-row--group').nth(3).waitFor()
  await until(async () => /\d/.test((await page.locator('.grid-row--group .subtotal-cell').allTextContents()).join('')))
  await screenshot(page, `b2-groups-${lang}`)
  await page.locator('.ag-grid-viewport').evaluate((element) => element.scrollTo({ top: 900, left: 60 }))
  await screenshot(page, `b3-groups-scrolled-${lang}`)
  await page.locator('.ag-grid-pinned-top-rows .group-line').nth(1).click()
  await screenshot(page, `b4-groups-folded-${lang}`)
}

async function colorRows(page: Page, columns: readonly Column[], t: Translate, lang: string): Promise<void> {
  const idOf = (role: string) => columns.find((column) => column.role === role)?.id ?? 0
  const view = await viewNow(page)
  const amount = idOf('order.amount')
  const customer = idOf('order.customer')
  const colors = [
    {
      kind: 'filter' as const,
      filter: { kind: 'condition' as const, columnId: amount, operator: 'greater' as const, value: 10_000 },
      color: 'red',
      target: { kind: 'row' as const },
    },
    { kind: 'option' as const, columnId: idOf('order.status'), target: { kind: 'cells' as const, columnIds: [idOf('order.number')] } },
    {
      kind: 'scale' as const,
      columnId: amount,
      colors: ['green', 'yellow', 'red'],
      ends: 'percentiles' as const,
      target: { kind: 'cells' as const, columnIds: [amount] },
    },
    { kind: 'duplicates' as const, columnId: customer, color: 'orange', target: { kind: 'cells' as const, columnIds: [customer] } },
  ]
  await run(page, 'views.update', { viewId: view.id, settings: { ...view.settings, groups: [], colors } })
  const tinted = page.locator(`.ag-grid-scrolling-rows [col-id="${amount}"][style*="--option-"]`)
  await tinted.nth(3).waitFor()
  const marked = page.locator('.line-head[style*="--option-red"]')
  await marked.first().waitFor()
  // Every marked row passes the rule, and says so under the mouse.
  await expect.poll(() => marked.first().locator('.line-head__number').getAttribute('title')).toMatch(/10,000/)
  await screenshot(page, `c1-colors-${lang}`)
  await page.getByRole('button', { name: t('colors.colors') }).click()
  await page.getByText(t('colors.kind.duplicates')).waitFor()
  await screenshot(page, `c2-color-panel-${lang}`)
  await page.keyboard.press('Escape')
}

async function lockView(page: Page, t: Translate, lang: string): Promise<void> {
  const view = await viewNow(page)
  await page.getByRole('button', { name: t('shell.viewMenu', { name: view.name }) }).click()
  await screenshot(page, `d1-view-menu-${lang}`)
  await page.getByRole('menuitem', { name: t('views.lock') }).click()
  const sign = page.getByRole('button', { name: t('views.locked') })
  await sign.waitFor()
  await page.getByRole('button', { name: t('grid.rowHeight') }).click()
  await page.getByText(t('grid.tall'), { exact: true }).click()
  await page.getByText(t('views.lockedSentence', { name: view.name })).waitFor()
  expect((await viewNow(page)).settings.rowHeight).toBe(view.settings.rowHeight)
  await page.keyboard.press('Escape')
  await sign.click()
  await screenshot(page, `d2-locked-${lang}`)
  await page
    .locator('.locked-tool')
    .getByRole('button', { name: t('views.copyForMe') })
    .click()
  await page.getByRole('tab', { name: t('shell.copyOfView', { name: view.name }), selected: true }).waitFor()
}

async function viewNow(page: Page): Promise<View> {
  const { views } = await run(page, 'base.describe', {})
  const view = views.find(({ role }) => role === 'order.all')
  if (view === undefined) throw new Error('no view of all orders')
  return view
}
