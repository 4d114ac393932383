import { join } from 'node:path'
import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
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
    page.setDefaultTimeout(15_000)
    try {
      await page.setViewportSize({ width: 1280, height: 720 })
      await page.locator('[role="gridcell"]').nth(30).waitFor()
      await chooseInMenu(launched.app, `view.theme.${theme}`)
      const { columns, tables } = await run(page, 'base.describe', {})
      const orders = tables.find(({ role }) => role === 'order')?.name ?? ''
      await page.getByRole('navigation').getByText(orders, { exact: true }).click()
      await page.waitForTimeout(800)
      await screenshot(page, `a0-orders-${lang}`)
      const amount = columns.find(({ role }) => role === 'order.amount')?.id ?? 0
      const foot = page.locator(`.ag-grid-pinned-bottom-rows [col-id="${amount}"] .foot-cell`)
      await until(async () => /\d/.test((await foot.textContent()) ?? ''))
      await screenshot(page, `a1-foot-${lang}`)
      await foot.click()
      await page.getByRole('menuitem', { name: t('statistics.median'), exact: true }).waitFor()
      await page.waitForTimeout(400)
      await screenshot(page, `a2-foot-menu-${lang}`)
      await page.getByRole('menuitem', { name: t('statistics.median'), exact: true }).click()
      await until(async () => ((await foot.textContent()) ?? '').includes(t('statistics.median')))
      const status = columns.find(({ role }) => role === 'order.status')?.id ?? 0
      await page.locator(`.ag-grid-pinned-bottom-rows [col-id="${status}"] .foot-cell`).click()
      await page.locator('.distribution li').nth(1).waitFor()
      await page.waitForTimeout(400)
      await screenshot(page, `a3-distribution-${lang}`)
      await page.keyboard.press('Escape')
      expect(await page.locator('.foot-menu').isVisible()).toBe(false)
    } finally {
      await launched.close()
    }
  })
})
