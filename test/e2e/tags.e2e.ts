import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import { templateLibrary } from '#shared/i18n/zh-CN/templateLibrary.ts'
import { readIds } from '#shared/model/idList.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { screenshot } from './support/app.ts'
import { withOpenBase } from './support/open.ts'
import { chooseInMenu, run, until } from './support/window.ts'

/** Customer tags from the library: counts, why, an edit of the rule with its preview, moves, and tags fixed by hand. */
test('every line that holds adds its tag, and each says why', async () => {
  await withOpenBase({}, async ({ app, page, t }) => {
    const name = templateLibrary['customer.customerTags']
    await page.getByRole('navigation').getByText(t('shell.schemes'), { exact: true }).click()
    const list = page.getByRole('navigation', { name: t('schemes.title') })
    await list.getByRole('button', { name: t('schemes.new') }).click()
    const gallery = page.getByRole('dialog')
    await gallery.getByRole('checkbox', { name, exact: true }).click()
    await screenshot(page, 'tags-1-gallery')
    await gallery.getByRole('button', { name: t('schemes.library.add', { count: 1 }) }).click()
    await gallery.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { level: 2, name }).waitFor()
    await page.getByText(t('schemes.rule.tags')).waitFor()
    await page.locator('.class-bar').first().waitFor()
    await screenshot(page, 'tags-2-rule')

    const scheme = (await run(page, 'base.describe', {})).schemes.find(({ code }) => code === 'customerTags')
    if (scheme?.rule.kind !== 'tags') throw new Error('no tags')
    const { tableId, targetColumnId } = scheme
    const rows = async () => {
      const read = await run(page, 'rows.page', { tableId, query: emptyRowQuery, columnIds: [targetColumnId], offset: 0, limit: 1000 })
      return read.items.flatMap((item) => (item.kind === 'row' ? [{ id: item.id, tags: readIds(item.cells[0] ?? null) }] : []))
    }
    const several = (await rows()).find(({ tags }) => tags.length > 1)
    if (several === undefined) throw new Error('nobody has several tags')

    // A line less: those who would lose the tag are told before it is saved.
    await page.getByRole('button', { name: t('schemes.change'), exact: true }).click()
    await page.getByText(t('schemes.preview.nobodyTags')).waitFor()
    await page
      .locator('.decision-row')
      .last()
      .getByRole('button', { name: t('schemes.edit.remove') })
      .click()
    await page.locator('.scheme-preview__moves').getByText(t('moves.lost')).first().waitFor()
    await screenshot(page, 'tags-3-edit')
    await page.getByRole('button', { name: t('schemes.save') }).click()
    await until(async () =>
      (await rows()).every(({ tags }) => !tags.includes(scheme.rule.kind === 'tags' ? (scheme.rule.rows.at(-1)?.optionId ?? 0) : 0)),
    )
    await page.getByRole('tab', { name: t('schemes.part.moves') }).click()
    await page.locator('.moves').getByText(t('moves.lost')).first().waitFor()
    expect(await page.getByRole('tab', { name: t('schemes.part.missing') }).count()).toBe(0)
    await screenshot(page, 'tags-4-moves')
    await page.keyboard.press('Control+z')
    await until(async () => (await rows()).find(({ id }) => id === several.id)?.tags.join(' ') === several.tags.join(' '))

    // In the grid the chips say why, and the pencil fixes the tags of the row.
    await page.getByRole('tab', { name: t('schemes.part.rule') }).click()
    const view = (await run(page, 'base.describe', {})).views.find((each) => each.tableId === tableId && each.settings.filter === null)
    if (view === undefined) throw new Error('no view')
    const [first, ...others] = view.settings.columns.filter(({ columnId }) => columnId !== targetColumnId)
    const columns = [...(first === undefined ? [] : [first]), { columnId: targetColumnId, width: 280, hidden: false }, ...others]
    await run(page, 'views.update', { viewId: view.id, settings: { ...view.settings, columns } })
    const severalName = templateLibrary[`customer.customerTags.cameBack`]
    await page.locator('.class-bar:enabled').filter({ hasText: severalName }).click()
    const chip = page.locator(`[col-id="${targetColumnId}"] .grid-chips--class:has(.chip:nth-child(2)) .chip`).first()
    await page.locator('[role="gridcell"]').first().waitFor()
    await chip.scrollIntoViewIfNeeded()
    await screenshot(page, 'tags-5-grid')
    await chip.click()
    await page.locator('.why__tags li').nth(1).waitFor()
    await screenshot(page, 'tags-6-why')
    await page.getByRole('button', { name: t('locks.menu', { column: name }) }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: t('locks.reason') }).fill('老客户')
    await screenshot(page, 'tags-7-lock')
    await dialog.getByRole('button', { name: t('locks.save'), exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.locator(`[col-id="${targetColumnId}"] .lock-sign`).first().waitFor()
    await chooseInMenu(app, 'view.theme.dark')
    await screenshot(page, 'tags-8-dark')
    await chooseInMenu(app, 'view.lang.en')
    await page.getByRole('navigation').getByText('Schemes', { exact: true }).click()
    await page.getByText(translator('en')('schemes.rule.tags')).waitFor()
    await page.locator('.class-bar').first().waitFor()
    await screenshot(page, 'tags-9-en-dark')
    await page.getByRole('tab', { name: translator('en')('schemes.part.moves') }).click()
    await page.locator('.moves').getByText(translator('en')('moves.lost')).first().waitFor()
    await screenshot(page, 'tags-10-moves-en-dark')
  })
})
