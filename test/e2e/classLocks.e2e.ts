import { expect, test } from 'vitest'
import { screenshot } from './support/app.ts'
import { withOpenBase } from './support/open.ts'
import { chooseInMenu, run, until } from './support/window.ts'

/** A class is set by hand in the grid, seen with its lock there and on the page with who, why and what the rule says, and given back; when its scheme runs is set. */
test('a class is set by hand, explained, taken back', async () => {
  await withOpenBase({}, async ({ app, page, t }) => {
    const base = await run(page, 'base.describe', {})
    const column = base.columns.find(({ role }) => role === 'customer.grade')
    const scheme = base.schemes.find(({ code }) => code === 'grade')
    if (column?.type !== 'singleSelect' || scheme === undefined) throw new Error('no grade')
    const cell = page.locator(`[role="gridcell"][col-id="${column.id}"]`).first()
    const sign = cell.getByRole('img', { name: t('locks.sign') })
    const isLocked = async () => (await run(page, 'classes.moves', { schemeId: scheme.id, limit: 1 }))[0]?.cause === 'person'

    await cell.scrollIntoViewIfNeeded()
    await cell.dblclick()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('locks.lead')).waitFor()
    const before = (await cell.innerText()).trim()
    const other = column.settings.options.find(({ name }) => name !== before)?.name ?? ''
    await dialog.getByLabel(t('locks.class')).click()
    await page.locator('.ant-select-item-option', { hasText: other }).first().click()
    await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' })
    await dialog.getByLabel(t('locks.reason')).fill('老板的老客户，按重点维护')
    await screenshot(page, 'locks-1-dialog')
    await dialog.getByRole('button', { name: t('locks.save'), exact: true }).click()
    await sign.waitFor()
    expect((await cell.innerText()).trim()).toBe(other)
    await until(isLocked)

    await cell.click()
    await page.keyboard.press('Space')
    const why = page.locator('#row-why')
    await why.getByText('老板的老客户').first().waitFor()
    await why.locator('summary').click()
    await why.scrollIntoViewIfNeeded()
    await screenshot(page, 'locks-2-page')
    await chooseInMenu(app, 'view.theme.dark')
    await screenshot(page, 'locks-3-page-dark')
    await page.keyboard.press('Control+z')
    await sign.waitFor({ state: 'detached' })
    expect((await cell.innerText()).trim()).toBe(before)
    await page.keyboard.press('Control+Shift+z')
    await sign.waitFor()
    await cell.click()
    await page.keyboard.press('Delete')
    await dialog.getByRole('button', { name: t('locks.giveBack'), exact: true }).click()
    await sign.waitFor({ state: 'detached' })
    expect((await cell.innerText()).trim()).toBe(before)

    // When it classes, and how long a row waits before it goes down, are set beside the rule.
    const now = async () => (await run(page, 'base.describe', {})).schemes.find(({ id }) => id === scheme.id)
    await page.getByRole('navigation').getByText(t('shell.schemes'), { exact: true }).click()
    await page
      .getByRole('navigation', { name: t('schemes.title') })
      .getByRole('button', { name: scheme.name })
      .click()
    await page.locator('.run-settings').getByLabel(t('schemes.run.when')).click()
    await page.locator('.ant-select-item-option', { hasText: t('schemes.run.month') }).click()
    await until(async () => (await now())?.run === 'month')
    const after = page.locator('.run-settings').getByLabel(t('schemes.run.downgrade'))
    await after.fill('2')
    await after.press('Enter')
    await until(async () => (await now())?.downgradeAfter === 2)
    await page.locator('.run-settings').getByText(t('schemes.run.downgradeNote')).waitFor()
    await page.locator('.run-settings').scrollIntoViewIfNeeded()
    await screenshot(page, 'locks-4-runs-dark')
    await page.keyboard.press('Control+z')
    await until(async () => (await now())?.downgradeAfter === undefined)
    await chooseInMenu(app, 'view.theme.light')
    await screenshot(page, 'locks-5-runs')
  })
})
