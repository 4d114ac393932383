import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { screenshot } from './support/app.ts'
import { looks, withOpenBase } from './support/open.ts'
import { run, until } from './support/window.ts'

/** From a cell to the menu of its column, to what is said at the foot, and back to the cell: without the mouse. */
test.each(looks)('the menu of a column and the statistic at its foot by the keyboard in %s, %s', async (lang, theme) => {
  await withOpenBase({ lang, theme }, async ({ app, page, t }) => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720))
    const { columns } = await run(page, 'base.describe', {})
    const name = columns.find(({ role }) => role === 'customer.name')
    if (name === undefined) throw new Error('no column')
    const focusedColumn = () => page.evaluate(() => document.activeElement?.closest('[col-id]')?.getAttribute('col-id'))
    const foot = page.locator(`.ag-grid-pinned-bottom-rows [col-id="${name.id}"]`)
    const columnMenu = page.getByRole('menuitem', { name: t('grid.statisticOfColumn') })

    await page.locator(`[row-index="2"] [col-id="${name.id}"]`).click()
    await page.keyboard.press('Alt+ArrowDown')
    await columnMenu.waitFor()
    await screenshot(page, `column-menu-${lang}-${theme}`)
    await page.keyboard.press('Escape')
    await columnMenu.waitFor({ state: 'hidden' })
    await until(async () => (await focusedColumn()) === String(name.id))

    await page.keyboard.press('Alt+ArrowDown')
    await columnMenu.waitFor()
    await step(page, t('grid.statisticOfColumn'))
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: t('statistics.unique'), exact: true }).waitFor()
    await screenshot(page, `column-foot-${lang}-${theme}`)
    await step(page, t('statistics.unique'))
    await page.keyboard.press('Enter')
    await until(async () => (await foot.textContent())?.includes(t('statistics.unique')) === true)
    await until(async () => (await focusedColumn()) === String(name.id))
    // The arrows go on from the cell where one was.
    await page.keyboard.press('ArrowDown')
    const activeRow = () => page.evaluate(() => document.activeElement?.closest('[row-index]')?.getAttribute('row-index'))
    await expect.poll(activeRow).toBe('3')

    // The same from the head of the column.
    await page.locator(`.ag-header-cell[col-id="${name.id}"]`).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await columnMenu.waitFor()
    await step(page, t('grid.sortDescending'))
    await page.keyboard.press('Enter')
    await until(async () => (await run(page, 'base.describe', {})).views.some(({ settings }) => settings.sorts[0]?.columnId === name.id))
  })
})

/** Goes down an open menu until the entry has the keys. */
async function step(page: Page, text: string): Promise<void> {
  await until(async () => {
    if ((await page.evaluate(() => document.activeElement?.textContent)) === text) return true
    await page.keyboard.press('ArrowDown')
    return false
  })
}
