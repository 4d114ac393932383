import { expect, test } from 'vitest'
import { emptyViewSettings } from '#shared/model/view.ts'
import { screenshot } from './support/app.ts'
import { looks, withOpenBase } from './support/open.ts'
import { still } from './support/still.ts'
import { run, until } from './support/window.ts'

/** Before an option or a view goes, the real window says what else asks for it; undo brings both back. */
test.each(looks)('what depends on an option and a view is said in %s, %s', async (lang, theme) => {
  await withOpenBase({ lang, theme }, async ({ page, t }) => {
    const { columns } = await run(page, 'base.describe', {})
    const source = columns.find((column) => column.role === 'customer.source')
    const link = columns.find((column) => column.role === 'order.customer')
    if (source?.type !== 'singleSelect' || link?.type !== 'link') throw new Error('no column')
    const { tableId } = source
    const tableOfLink = (await run(page, 'base.describe', {})).tables.find((table) => table.id === link.tableId)
    const [option] = source.settings.options
    if (option === undefined) throw new Error('no option')
    const filter = { kind: 'condition', columnId: source.id, operator: 'anyOf', value: [option.id] } as const
    const view = await run(page, 'views.create', {
      tableId,
      name: 'VIEW-1',
      settings: { ...emptyViewSettings, filter, columns: [{ columnId: source.id, width: 160, hidden: false }] },
    })
    await run(page, 'columns.update', { columnId: link.id, settings: { pick: { viewId: view.id, filter: null, match: [] } } })
    const saved = async () => JSON.stringify((await run(page, 'base.describe', {})).columns.find(({ id }) => id === source.id))
    const before = await saved()

    await page.getByText('VIEW-1', { exact: true }).first().click()
    const head = page.locator('.column-header', { hasText: source.name }).first()
    await head.scrollIntoViewIfNeeded()
    await head.dblclick()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t('columnDialog.options.remove', { name: option.name }) }).click()
    await dialog.getByText(t('columnDialog.optionDepends.view', { names: 'VIEW-1' })).waitFor()
    await screenshot(page, `dependents-1-option-${lang}-${theme}`)
    await dialog.getByRole('button', { name: t('common.save') }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await saved()).not.toBe(before)
    await page.keyboard.press('Control+z')
    await until(async () => (await saved()) === before)

    await page.getByRole('button', { name: t('shell.viewMenu', { name: 'VIEW-1' }) }).click()
    await page.getByRole('menuitem', { name: t('shell.deleteView') }).click()
    const asked = page.getByRole('dialog').filter({ hasText: t('shell.askDeleteView', { name: 'VIEW-1' }) })
    await asked.getByText(t('shell.askDeleteViewLinks', { names: `${tableOfLink?.name}·${link.name}` })).waitFor()
    await screenshot(page, `dependents-2-view-${lang}-${theme}`)
    await asked.getByRole('button', { name: t('shell.deleteView') }).click()
    const hasView = async () => (await run(page, 'base.describe', {})).views.some(({ id }) => id === view.id)
    await until(async () => !(await hasView()))
    await page.keyboard.press('Control+z')
    await until(hasView)
  })
})

test('a column deleted from its own dialog, the first deed of all, comes back from the notice', async () => {
  await withOpenBase({}, async ({ page, t }) => {
    const { columns, history } = await run(page, 'base.describe', {})
    expect(history.undo).toBe(null)
    const column = columns.find(({ role }) => role === 'customer.status')
    const name = column?.name ?? ''
    const asked = page.getByRole('dialog').filter({ hasText: t('columnDialog.askDelete', { name }) })
    // Headers move while the grid settles: each step is taken again until what it leads to is there.
    const step = async (deed: () => Promise<void>, isDone: () => Promise<boolean>) =>
      until(async () => {
        if (await isDone()) return true
        await deed().catch(() => undefined)
        await still(page)
        return isDone()
      })
    const remove = page.getByRole('button', { name: t('columnDialog.delete') })
    await step(
      () => page.locator('.column-header', { hasText: name }).first().dblclick({ timeout: 2000 }),
      () => remove.isVisible(),
    )
    await step(
      () => remove.click({ timeout: 2000 }),
      () => asked.isVisible(),
    )
    await asked.getByRole('button', { name: t('grid.deleteColumn') }).click()
    const isThere = async () => (await run(page, 'base.describe', {})).columns.some(({ id }) => id === column?.id)
    await until(async () => !(await isThere()))
    await page.locator('.foot-bar__action').click()
    await until(isThere)
  })
})
