import { expect, test } from 'vitest'
import { screenshot } from './support/app.ts'
import { looks, withOpenBase } from './support/open.ts'
import { run, until } from './support/window.ts'

/** A row added in the grid is kept while its required cells are empty: they are marked, counted, found, and filled. */
test.each(looks)('a new row whose required cells are still empty in %s, %s', async (lang, theme) => {
  await withOpenBase({ lang, theme }, async ({ page, t }) => {
    const missing = page.locator('.grid-cell--missing')
    await expect.poll(() => missing.count()).toBe(0)

    await page.keyboard.press('Control+Enter')
    await missing.first().waitFor()
    const count = page.getByRole('button', { name: t('grid.missingRows', { count: 1 }) })
    await count.waitFor()
    await screenshot(page, `required-1-marked-${lang}-${theme}`)
    await count.click()
    await page.getByText(t('grid.fromChart', { label: t('grid.missingFilter') })).waitFor()
    await until(async () => (await page.locator('.ag-grid-center-cells [role="row"], .ag-center-cols-container [role="row"]').count()) <= 3)
    await missing.first().click()
    await screenshot(page, `required-2-found-${lang}-${theme}`)
    await page.keyboard.type('Acme')
    await page.keyboard.press('Enter')
    await until(async () => (await missing.count()) === 0)
    await page.getByText(t('grid.missingRows', { count: 1 })).waitFor({ state: 'detached' })
    await screenshot(page, `required-3-filled-${lang}-${theme}`)
    const found = await run(page, 'rows.find', { tableIds: null, text: 'Acme' })
    expect(found).toHaveLength(1)
  })
})
