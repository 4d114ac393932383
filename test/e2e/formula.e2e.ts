import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import { launchApp, screenshot } from './support/app.ts'
import { makeBase } from './support/bases.ts'
import { chooseInMenu, run, until } from './support/window.ts'

test.each<[Lang, 'light' | 'dark']>([
  ['zh-CN', 'light'],
  ['en', 'dark'],
])('a formula is completed while it is typed, in %s', async (lang, theme) => {
  const folder = await mkdtemp(join(tmpdir(), 'kebu-formula-'))
  const base = await makeBase(join(folder, 'a.kebu'), { lang })
  const launched = await launchApp({ userData: join(folder, 'profile'), lang, args: [base] })
  const { app, page } = launched
  const t = translator(lang)
  try {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720))
    await page.locator('[role="gridcell"]').nth(30).waitFor()
    await chooseInMenu(app, `view.theme.${theme}`)
    await page.locator('.ag-body-horizontal-scroll-viewport').evaluate((element) => element.scrollTo(100_000, 0))
    await page.locator('.add-column').click()
    const dialog = page.locator('.column-dialog')
    await dialog.getByText(t('columns.type.formula'), { exact: true }).click()
    await dialog.getByPlaceholder(t('columnDialog.namePlaceholder')).fill('F')
    const field = page.getByRole('combobox', { name: t('formulaEditor.label') })
    const list = page.getByRole('listbox', { name: t('formulaEditor.insert') }).first()
    const chosen = page.locator('.completions [aria-selected="true"]')
    await field.click()

    // Names of functions, with the best fit chosen; Tab takes it.
    await page.keyboard.type('roun')
    await chosen.getByText('ROUND', { exact: true }).waitFor()
    await screenshot(page, `formula-1-functions-${lang}-${theme}`)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Tab')
    await expect.poll(() => field.inputValue()).toBe('ROUND()')
    await page.locator('.signature-line b').waitFor()

    // Columns of the linked table; the link is gone through first.
    const { tables, columns } = await run(page, 'base.describe', {})
    const orders = columns.find((column) => column.tableId === tables[0]?.id && column.type === 'link' && column.role === 'customer.orders')
    const amount = columns.find((column) => column.role === 'order.amount')
    const [link, far] = [orders?.name ?? '', amount?.name ?? '']
    await page.keyboard.type(`SUM({${link}`)
    await chosen.waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => field.inputValue()).toBe(`ROUND(SUM({${link}.)`)
    await chosen.waitFor()
    await screenshot(page, `formula-2-columns-${lang}-${theme}`)
    await page.keyboard.type(far)
    await page.keyboard.press('Enter')
    await until(async () => (await page.locator('.completions').count()) === 0)
    // The bracket that is there already is stepped over once all are closed.
    await page.keyboard.type('), 1)')
    await expect.poll(() => field.inputValue()).toBe(`ROUND(SUM({${link}.${far}}), 1)`)
    await dialog.locator('.formula-result table').waitFor()
    await screenshot(page, `formula-3-samples-${lang}-${theme}`)

    // Everything to insert is seen without scrolling, also with the function's signature above.
    await page.keyboard.press('ArrowLeft')
    await page.locator('.signature-line').waitFor()
    const panel = await dialog.locator('.insert-panel').boundingBox()
    const foot = await dialog.locator('.column-dialog__foot').boundingBox()
    expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0)

    await page.keyboard.press('ArrowRight')
    // Escape takes the list away and leaves the dialog.
    await page.keyboard.type('+su')
    await chosen.waitFor()
    await page.keyboard.press('Escape')
    await until(async () => (await page.locator('.completions').count()) === 0)
    await expect.poll(() => dialog.isVisible()).toBe(true)

    // While an input method composes, keys are its own.
    await page.keyboard.type('m')
    await chosen.waitFor()
    await field.dispatchEvent('compositionstart')
    await until(async () => (await page.locator('.completions').count()) === 0)
    await field.dispatchEvent('compositionend')
    await chosen.waitFor()
    await expect.poll(() => field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    await expect.poll(() => list.count()).toBe(1)
  } finally {
    await launched.close()
    await rm(folder, { recursive: true, force: true })
  }
})
