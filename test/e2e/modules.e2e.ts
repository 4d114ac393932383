import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import { screenshot } from './support/app.ts'
import { withOpenBase } from './support/open.ts'
import { chooseInMenu, run, until } from './support/window.ts'

test('tables of the template are added from cards, with sample rows, and a customer’s page shows what they bring', async () => {
  await withOpenBase({}, async ({ app, page, t }) => {
    await page.getByRole('button', { name: t('shell.addTable') }).click()
    await page.getByText(t('shell.tableFromTemplate')).click()
    const cards = page.locator('.module-card')
    await cards.nth(5).waitFor()
    await screenshot(page, 'modules-zh-light')
    const names = await cards.locator('h3').allInnerTexts()
    await page.getByRole('button', { name: t('modules.addNamed', { name: names[0] ?? '' }) }).click()
    await cards.first().waitFor({ state: 'detached' })
    await page.locator('.side-bar__item--current', { hasText: '商机' }).waitFor()
    await page.locator('[role="gridcell"]').filter({ hasText: '方案报价' }).first().waitFor()
    await screenshot(page, 'modules-opportunities-zh-light')
    const described = await run(page, 'base.describe', {})
    expect(described.tables.map(({ role }) => role)).toContain('opportunity')

    // A customer’s page lists its deals and the figures made of them.
    await page.locator('.side-bar__item', { hasText: '客户' }).first().click()
    await page.locator('[role="gridcell"]').nth(30).waitFor()
    await page.locator('[role="gridcell"]').nth(1).click()
    await page.keyboard.press('Space')
    await page.locator('.row-page').getByText('进行中商机金额').first().waitFor()
    await screenshot(page, 'modules-customer-zh-light')

    // Undone in one step, its tables are gone; and the cards stand in English and in the dark.
    await run(page, 'history.undo', {})
    await until(async () => !(await run(page, 'base.describe', {})).tables.some(({ role }) => role === 'opportunity'))
    await chooseInMenu(app, 'view.theme.dark')
    await chooseInMenu(app, 'view.lang.en')
    const en = translator('en')
    await page.getByRole('button', { name: en('shell.addTable') }).click()
    await page.getByText(en('shell.tableFromTemplate')).click()
    await page.getByRole('button', { name: en('modules.addNamed', { name: 'Opportunities' }) }).waitFor()
    await screenshot(page, 'modules-en-dark')
  })
})
