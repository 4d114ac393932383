import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { screenshot } from './support/app.ts'
import { looks, withOpenBase } from './support/open.ts'
import { ask, run, until } from './support/window.ts'

/** Duplicates are found, merged and forbidden in the real window; then a column is changed in many rows at once. */
test.each(looks)('duplicates and bulk edits in %s, %s', async (lang, theme) => {
  await withOpenBase({ lang, theme }, async ({ app, page, t }) => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720))
    const { columns, tables } = await run(page, 'base.describe', {})
    const tableId = tables.find((table) => table.role === 'customer')?.id ?? 0
    const name = columns.find((column) => column.role === 'customer.name')
    const status = columns.find((column) => column.role === 'customer.status')
    if (name === undefined || status === undefined) throw new Error('no column')
    const [first, second] = await run(page, 'rows.find', { tableIds: [tableId], text: '', limit: 2 })
    for (const title of [first?.title, ` ${first?.title} `, second?.title]) {
      await run(page, 'rows.insert', { tableId, rows: [{ cells: [{ columnId: name.id, value: title ?? null }] }] })
    }

    await openMenu(page, name.name, t('duplicates.open'))
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('duplicates.found', { groups: 2, rows: 5 })).waitFor()
    await screenshot(page, `duplicates-1-${lang}-${theme}`)

    // The rule marks the row that stays in every group; a hand moves the mark of one.
    const groups = dialog.getByRole('region')
    await groups
      .first()
      .getByText(second?.title ?? '')
      .first()
      .waitFor()
    const marked = (group: number, row: number) => groups.nth(group).getByRole('radio').nth(row).isChecked()
    expect([await marked(0, 0), await marked(1, 0)]).toEqual([true, true])
    await dialog.locator('.duplicates-dialog__keep .ant-select').click()
    await page.getByText(t('duplicates.keep.newest'), { exact: true }).last().click()
    await until(async () => (await marked(0, 1)) && (await marked(1, 2)))
    await groups.nth(1).getByRole('radio').first().click()
    expect([await marked(0, 1), await marked(1, 0)]).toEqual([true, true])
    await screenshot(page, `duplicates-by-hand-${lang}-${theme}`)
    await dialog.getByRole('button', { name: t('duplicates.mergeAll', { count: 2 }) }).click()
    await page.getByText(t('duplicates.askAllPicked', { picked: 1, rows: 3, rule: t('duplicates.keep.newest') })).waitFor()
    await screenshot(page, `duplicates-ask-${lang}-${theme}`)
    await page
      .getByRole('dialog')
      .last()
      .getByRole('button', { name: t('duplicates.mergeAll', { count: 2 }) })
      .click()
    await dialog.getByText(t('duplicates.none'), { exact: true }).waitFor()
    const kept = async (id: number | undefined) => (await ask(page, 'rows.get', { tableId, rowId: id ?? 0 })).ok
    expect([await kept(first?.id), await kept(second?.id)]).toEqual([true, false])
    await run(page, 'history.undo', {})
    await dialog.getByText(t('duplicates.found', { groups: 2, rows: 5 })).waitFor()

    await dialog
      .getByRole('button', { name: t('duplicates.mergeOne') })
      .first()
      .click()
    await dialog.getByText(t('duplicates.found', { groups: 1, rows: 3 })).waitFor()
    // One group has one button.
    await expect.poll(() => dialog.getByRole('button', { name: t('duplicates.mergeOne') }).count()).toBe(1)
    await screenshot(page, `duplicates-one-${lang}-${theme}`)
    await dialog.getByRole('button', { name: t('duplicates.mergeOne') }).click()
    await dialog.getByText(t('duplicates.none'), { exact: true }).waitFor()
    await dialog.getByRole('button', { name: t('duplicates.unique') }).click()
    await dialog.getByText(t('duplicates.rules')).waitFor()
    await screenshot(page, `duplicates-2-${lang}-${theme}`)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    const again = await ask(page, 'rows.insert', { tableId, rows: [{ cells: [{ columnId: name.id, value: first?.title ?? '' }] }] })
    expect(again.ok ? null : again.error.code).toBe('row.duplicate')

    await openMenu(page, status.name, t('bulk.open'))
    await dialog.getByRole('option').first().waitFor()
    await dialog.getByRole('option').first().click()
    await dialog.getByText(t('bulk.now'), { exact: true }).waitFor()
    await screenshot(page, `bulk-1-${lang}-${theme}`)
    await dialog.locator('.ant-modal-footer').getByRole('button').last().click()
    await dialog.waitFor({ state: 'hidden' })
    const values = async () => {
      const query = { filter: null, sorts: [], groups: [], search: '' }
      const found = await run(page, 'rows.page', { tableId, query, columnIds: [status.id], offset: 0, limit: 100 })
      return new Set(found.items.map((item) => (item.kind === 'row' ? item.cells[0] : null))).size
    }
    expect(await values()).toBe(1)
    await page.locator('.foot-bar__action').click()
    await until(async () => (await values()) > 1)
  })
})

async function openMenu(page: Page, column: string, item: string): Promise<void> {
  await page.locator('.column-header', { hasText: column }).first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: item }).click()
}
