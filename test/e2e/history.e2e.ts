import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import type { ElectronApplication, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import { launchApp, screenshot } from './support/app.ts'
import { makeBase, withFolder } from './support/bases.ts'
import { run, until } from './support/window.ts'

const t = translator('zh-CN')

test('a value is put back from the history of its cell, a snapshot is taken and opened, the trash is emptied', async () => {
  await withFolder(async (folder) => {
    const base = await makeBase(join(folder, '客户.kebu'))
    const { app, page, close } = await launchApp({ args: [base] })
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    try {
      await page.locator('[role="gridcell"]').nth(30).waitFor()
      await restoreCell(page)
      await takeSnapshot(app, page, folder)
      await emptyTrash(page)
      expect(problems).toEqual([])
    } finally {
      await close()
    }
  })
})

/** Renames a customer twice and takes the first name back out of the history of the cell. */
async function restoreCell(page: Page): Promise<void> {
  const { columns } = await run(page, 'base.describe', {})
  const column = columns.find(({ role }) => role === 'customer.name')
  if (column === undefined) throw new Error('no names')
  const cell = page.locator(`[role="row"][row-index="2"] [role="gridcell"][col-id="${column.id}"]`)
  const [row] = await run(page, 'rows.find', { tableIds: [column.tableId], text: (await cell.innerText()).trim() })
  if (row === undefined) throw new Error('no rows')
  const rename = (value: string) =>
    run(page, 'rows.update', { tableId: column.tableId, rows: [{ id: row.id, cells: [{ columnId: column.id, value }] }] })
  await rename('改过一次的名称')
  await rename('又改了一次的名称')
  await page.getByText('又改了一次的名称').first().waitFor()
  await cell.click({ button: 'right' })
  await page.getByRole('menuitem', { name: t('rowHistory.ofCell') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('改过一次的名称').first().waitFor()
  await screenshot(page, 'history-cell')
  await dialog.getByRole('button', { name: t('rowHistory.restoreValue', { value: row.title }) }).click()
  await page.getByText(t('rowHistory.restored', { value: row.title })).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect((await run(page, 'rows.get', { tableId: column.tableId, rowId: row.id })).title).toBe(row.title)
}

/** Saves a snapshot under a name, and opens it read-only in a window of its own. */
async function takeSnapshot(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await page.getByRole('navigation').getByText(t('shell.history'), { exact: true }).click()
  await page.getByRole('tab', { name: t('history.snapshots') }).click()
  await page.getByLabel(t('snapshots.name')).fill('月底对账前')
  await page.getByRole('button', { name: t('snapshots.take') }).click()
  await page.getByText('月底对账前').waitFor()
  await screenshot(page, 'history-snapshots')
  expect(readdirSync(join(folder, '客户.snapshots'))).toHaveLength(1)
  const opening = app.waitForEvent('window')
  await page.getByRole('button', { name: t('snapshots.open'), exact: true }).click()
  const beside = await opening
  await beside.locator('[role="gridcell"]').nth(10).waitFor()
  expect((await run(beside, 'base.describe', {})).readOnly).toBe(true)
  expect(await run(page, 'app.state', {})).toMatchObject({ readOnly: false, openBase: join(folder, '客户.kebu') })
  await beside.close()
}

/** Deletes a column and rows, looks at them in the trash, brings one row back, and is rid of the rest. */
async function emptyTrash(page: Page): Promise<void> {
  const { columns } = await run(page, 'base.describe', {})
  const note = columns.find(({ role }) => role === 'customer.note')
  if (note === undefined) throw new Error('no notes')
  const rows = await run(page, 'rows.find', { tableIds: [note.tableId], text: '', limit: 6 })
  await run(page, 'rows.delete', { tableId: note.tableId, rowIds: rows.map(({ id }) => id) })
  await run(page, 'columns.delete', { columnId: note.id })
  await page.getByRole('tab', { name: t('history.trash') }).click()
  await page.getByRole('button', { name: t('history.showRows') }).click()
  await page
    .getByText(rows[0]?.title ?? '')
    .last()
    .waitFor()
  await screenshot(page, 'history-trash')
  await page
    .locator('.trashed-rows')
    .getByRole('button', { name: t('history.restore') })
    .first()
    .click()
  await page.getByText(t('history.restoredRows', { count: 1 })).waitFor()
  await page.getByRole('button', { name: t('history.emptyTrash.button') }).click()
  await page.getByRole('dialog').getByText(t('history.emptyTrash.ask')).filter({ visible: true }).first().waitFor()
  await screenshot(page, 'history-empty-trash')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('history.emptyTrash.yes') })
    .click()
  await page.getByText(t('history.emptyTrashTitle')).waitFor()
  await until(async () => (await run(page, 'history.state', {})).undo === null)
}
