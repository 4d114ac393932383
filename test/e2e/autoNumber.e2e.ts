import { expect, test } from 'vitest'
import { screenshot } from './support/app.ts'
import { looks, withOpenBase } from './support/open.ts'
import { run, until } from './support/window.ts'

/** The pattern of the customers' numbers is changed with buttons, all rows get new ones, and one step takes them back. */
test.each(looks)('automatic numbers in %s, %s', async (lang, theme) => {
  await withOpenBase({ lang, theme }, async ({ page, t }) => {
    const { columns } = await run(page, 'base.describe', {})
    const number = columns.find((column) => column.role === 'customer.number')
    if (number === undefined) throw new Error('no number column')
    const numberOf = async (rowId: number) => (await run(page, 'rows.get', { tableId: number.tableId, rowId })).cells[number.id]
    const old = await numberOf(1)

    const head = page.locator('.column-header', { hasText: number.name }).first()
    await head.click({ button: 'right' })
    await page.getByRole('menuitem', { name: t('grid.editColumn') }).click()
    const dialog = page.getByRole('dialog')
    const pattern = dialog.getByRole('textbox', { name: t('columnDialog.pattern.label') })
    await pattern.fill('客户{yyy}-')
    await dialog.getByRole('alert').first().waitFor()
    await screenshot(page, `number-1-problem-${lang}-${theme}`)
    await pattern.fill('客户-')
    await dialog.getByRole('button', { name: t('columnDialog.pattern.counter') }).click()
    await pattern.press('Home')
    await dialog
      .getByRole('button', { name: t('columnDialog.pattern.shortYear') })
      .nth(1)
      .click()
    await expect.poll(() => pattern.inputValue()).toBe('{yy}客户-{0001}')
    await dialog.getByRole('radio').nth(1).check()
    await dialog.getByText(t('columnDialog.pattern.first')).waitFor()
    await screenshot(page, `number-2-renumber-${lang}-${theme}`)
    await dialog.getByRole('button', { name: t('common.save') }).click()
    await until(async () => /^\d\d客户-0001$/u.test(String(await numberOf(1))))
    await page.keyboard.press('Control+z')
    await until(async () => (await numberOf(1)) === old)

    await page.keyboard.press('Escape')
  })
})
