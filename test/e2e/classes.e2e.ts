import { join } from 'node:path'
import { expect, test } from 'vitest'
import { screenshot } from './support/app.ts'
import { withOpenBase } from './support/open.ts'
import { pickInDialogs, run, until } from './support/window.ts'

/** What a class is asked for, and what is done with a scheme after it was made. */
test('a class tells why where it stands and leads to its scheme', async () => {
  await withOpenBase({}, async ({ app, page, folder, t }) => {
    const { schemes, columns } = await run(page, 'base.describe', {})
    const grade = schemes.find(({ code }) => code === 'grade')
    if (grade === undefined) throw new Error('no scheme')

    await page.locator(`[role="gridcell"][col-id="${grade.targetColumnId}"] .chip`).first().hover()
    const why = page.locator('.ant-popover .why')
    await why.waitFor()
    expect(await why.textContent()).toContain(columns.find(({ id }) => id === grade.targetColumnId)?.name)
    await screenshot(page, 'classes-1-why')
    await page.locator('[role="gridcell"]').nth(5).click()
    await page.keyboard.press('Space')
    await page.locator('.row-head__chips').waitFor()
    await page.locator('.row-head__chips .why-button').first().hover()
    await why.waitFor()
    await screenshot(page, 'classes-2-page')
    await why.getByText(t('rowPage.why.changeRule')).click()
    await page.getByRole('heading', { level: 2, name: grade.name }).waitFor()
    await page.getByRole('button', { name: t('schemes.change'), exact: true }).click()
    await page.locator('.rule .ant-input-number input').first().fill('40')
    // Who would move is seen before it is saved.
    await page.locator('.scheme-preview__moves li > button').first().click()
    await page.locator('.scheme-preview__rows button').first().waitFor()
    await screenshot(page, 'classes-3-moved')
    await page
      .getByRole('navigation', { name: t('schemes.title') })
      .getByRole('button')
      .nth(1)
      .click()
    await page.getByText(t('schemes.unsaved')).waitFor()
    await screenshot(page, 'classes-3-unsaved')
    await until(async () => (await page.getByRole('heading', { level: 2, name: grade.name }).count()) === 0)

    // The classes themselves are changed with the rule, in one change.
    const urgency = schemes.find(({ code }) => code === 'urgency')
    if (urgency === undefined) throw new Error('no scheme')
    await page
      .getByRole('navigation', { name: t('schemes.title') })
      .getByText(urgency.name, { exact: true })
      .click()
    await page.getByRole('button', { name: t('schemes.change'), exact: true }).click()
    await page.getByText(t('schemes.edit.classes')).click()
    await page.getByLabel(t('schemes.edit.addClass')).fill('以后再说')
    await page.getByLabel(t('schemes.edit.addClass')).press('Enter')
    await page.getByRole('button', { name: t('schemes.edit.addBand') }).click()
    await page.locator('.scheme-preview__counts').getByText('以后再说').waitFor()
    await screenshot(page, 'classes-4-editor')
    await page.getByRole('button', { name: t('schemes.save'), exact: true }).click()
    const classesOf = async () => {
      const column = (await run(page, 'base.describe', {})).columns.find(({ id }) => id === urgency.targetColumnId)
      return column?.type === 'singleSelect' ? column.settings.options.map(({ name }) => name) : []
    }
    await until(async () => (await classesOf()).includes('以后再说'))
    await page.keyboard.press('Control+z')
    await until(async () => !(await classesOf()).includes('以后再说'))

    // Out into a file and in again: the same scheme a second time.
    const file = join(folder, 'urgency.kebu-scheme.json')
    await pickInDialogs(app, file)
    await page.getByRole('button', { name: t('schemes.more') }).click()
    await page.getByText(t('schemes.file.save'), { exact: true }).click()
    await page.getByText(t('schemes.file.saved', { name: 'urgency.kebu-scheme.json' })).waitFor()
    await page.getByRole('button', { name: t('schemes.file.open') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('schemes.new.name')).fill('紧急程度二')
    await screenshot(page, 'classes-6-import')
    await dialog.getByRole('button', { name: t('schemes.file.take'), exact: true }).click()
    await page.getByRole('heading', { level: 2, name: '紧急程度二' }).waitFor()

    // Who went where, from the log of moves, and what came of it.
    await page
      .getByRole('navigation', { name: t('schemes.title') })
      .getByText(urgency.name, { exact: true })
      .click()
    await page.getByRole('tab', { name: t('schemes.part.moves') }).click()
    await page.locator('.moves li').first().waitFor()
    await screenshot(page, 'classes-9-moves')
    await page.getByRole('tab', { name: t('schemes.part.migration') }).click()
    await page.locator('.migration tfoot').waitFor()
    await page.locator('.migration td button').first().click()
    await page.locator('.migration-rows li').first().waitFor()
    await screenshot(page, 'classes-7-migration')
    await page.getByRole('tab', { name: t('schemes.part.effect') }).click()
    await page.locator('.class-history__early').waitFor()
    await screenshot(page, 'classes-8-effect')

    // Rows that could not be classed, by what they lack.
    const need = schemes.find(({ code }) => code === 'needStatus')
    await page
      .getByRole('navigation', { name: t('schemes.title') })
      .getByText(need?.name ?? '', { exact: true })
      .click()
    await page.getByRole('tab', { name: t('schemes.part.missing') }).click()
    await page.locator('.missing__counts button').first().waitFor()
    await screenshot(page, 'classes-5-missing')
    const said = await page.locator('.missing__count').first().textContent()
    await page.locator('.missing__counts button').first().click()
    await page
      .locator('.grid-status')
      .getByText(said ?? '', { exact: false })
      .first()
      .waitFor()
  })
})
