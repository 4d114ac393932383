import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { emptyViewSettings } from '#shared/model/view.ts'
import { screenshot } from './support/app.ts'
import { looks, withOpenBase } from './support/open.ts'
import { run, until } from './support/window.ts'

/** A link is limited in its dialog, a row chosen, made and taken away in its cell by the keyboard, and it takes one row only in the end. */
test.each(looks)('choosing linked rows in %s, %s', async (lang, theme) => {
  await withOpenBase({ lang, theme }, async ({ page, t }) => {
    const { link, tableId, firstRow } = await makeTasks(page)
    await page.getByText('任务表', { exact: true }).first().click()
    await page.locator('[role="gridcell"]').filter({ hasText: '回访' }).first().waitFor()

    // The dialog: a view, and a row of words for each limit.
    await page.getByRole('columnheader', { name: '相关客户' }).dblclick()
    const dialog = page.locator('.column-dialog')
    await dialog.waitFor()
    await dialog.locator('.ant-select').first().click()
    const ofView = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').nth(1)
    await ofView.click()
    await dialog.getByRole('button', { name: t('links.offer.addMatch') }).click()
    await screenshot(page, `link-dialog-${lang}-${theme}`)
    await dialog.getByRole('button', { name: t('common.save') }).click()
    await dialog.waitFor({ state: 'detached' })
    const saved = await columnOf(page, link)
    expect(saved?.settings.pick?.viewId).not.toBeNull()
    expect(saved?.settings.pick?.match).toEqual([])

    // The cell: the picker tells of the limit, a row is made by Enter alone.
    const cell = page.locator(`[role="gridcell"][col-id="${link}"]`).first()
    await cell.click()
    await page.keyboard.press('Enter')
    const field = page.getByRole('combobox', { name: '相关客户' })
    await field.waitFor()
    await page.locator('.option-list__note').first().waitFor()
    await page.locator('.option-list__item').first().waitFor()
    await screenshot(page, `link-picker-${lang}-${theme}`)
    await field.fill('启明星文具')
    await page.locator('.link-choice--create').waitFor()
    await screenshot(page, `link-create-${lang}-${theme}`)
    await page.keyboard.press('Enter')
    await until(async () => (await linkedTitles(page, tableId, firstRow, link)).includes('启明星文具'))
    await page.locator('.link-chip').filter({ hasText: '启明星文具' }).waitFor()
    await page.locator('.option-list__item').nth(2).click()
    await until(async () => (await page.locator('.link-chip').count()) === 2)
    await screenshot(page, `link-chosen-${lang}-${theme}`)
    await page.keyboard.press('Tab')
    await until(async () => (await linkedTitles(page, tableId, firstRow, link)).length === 2)

    // By the keyboard: ← reaches the last, Delete takes it away.
    await cell.click()
    await page.keyboard.press('Enter')
    await page.locator('.link-chip').nth(1).waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.locator('.link-chip--active').waitFor()
    await page.keyboard.press('Delete')
    await until(async () => (await page.locator('.link-chip').count()) === 1)
    await page.keyboard.press('Tab')
    await until(async () => (await linkedTitles(page, tableId, firstRow, link)).length === 1)
    // One step back brings the link again.
    await page.keyboard.press('Control+z')
    await until(async () => (await linkedTitles(page, tableId, firstRow, link)).length === 2)

    // From several to one: what would go is said first.
    await page.getByRole('columnheader', { name: '相关客户' }).dblclick()
    await dialog.getByRole('radio').first().click()
    await dialog.getByRole('status').waitFor()
    await screenshot(page, `link-single-${lang}-${theme}`)
    await dialog.getByRole('button', { name: t('common.save') }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await linkedTitles(page, tableId, firstRow, link)).toHaveLength(1)

    // The chip opens the page of its row.
    await cell.click()
    await page.keyboard.press('Enter')
    const chip = page.locator('.link-chip')
    const title = await chip.innerText()
    await chip.locator('.link-chip__open').click()
    await page.locator('.row-page').getByText(title.trim()).first().waitFor()
    await screenshot(page, `link-opened-${lang}-${theme}`)
  })
})

/** A table of tasks, each for several customers. */
async function makeTasks(page: Page): Promise<{ tableId: number; link: number; firstRow: number }> {
  const { tables } = await run(page, 'base.describe', {})
  const customers = tables.find((table) => table.role === 'customer')?.id ?? 0
  const { id: tableId } = await run(page, 'tables.create', { name: '任务表' })
  const name = await run(page, 'columns.create', { tableId, name: '任务', type: 'text', settings: {} })
  const { column } = await run(page, 'columns.createLink', {
    tableId,
    name: '相关客户',
    multiple: true,
    otherTableId: customers,
    otherName: '相关任务',
    otherMultiple: true,
  })
  await run(page, 'views.create', { tableId, name: '全部任务', settings: emptyViewSettings })
  const rows = ['回访', '送样'].map((value) => ({ cells: [{ columnId: name.id, value }] }))
  const { ids } = await run(page, 'rows.insert', { tableId, rows })
  return { tableId, link: column.id, firstRow: ids[0] ?? 0 }
}

async function columnOf(page: Page, columnId: number) {
  const { columns } = await run(page, 'base.describe', {})
  return columns.filter((column) => column.type === 'link').find((column) => column.id === columnId)
}

async function linkedTitles(page: Page, tableId: number, rowId: number, link: number): Promise<string[]> {
  return ((await run(page, 'rows.get', { tableId, rowId })).links[link] ?? []).map((row) => row.title)
}
