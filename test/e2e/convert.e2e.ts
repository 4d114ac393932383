import { expect, test } from 'vitest'
import { screenshot } from './support/app.ts'
import { looks, withOpenBase } from './support/open.ts'
import { still } from './support/still.ts'
import { run, until } from './support/window.ts'

/** A column gets another type in the real window: the preview says what happens, the result what did, undo takes it back. */
test.each(looks)('a column changes its type in %s, %s', async (lang, theme) => {
  await withOpenBase({ lang, theme }, async ({ page, t }) => {
    const described = await run(page, 'base.describe', {})
    const shown = await page.locator('.column-header').allTextContents()
    const classed = new Set(described.schemes.map((scheme) => scheme.targetColumnId))
    const source = described.columns.find((column) => column.type === 'singleSelect' && !classed.has(column.id) && shown.includes(column.name))
    if (source === undefined) throw new Error(`no column in ${shown.join()}`)
    const head = page.locator('.column-header', { hasText: source.name }).first()
    await head.scrollIntoViewIfNeeded()
    await head.click({ button: 'right' })
    await page.getByRole('menuitem', { name: t('convert.open') }).click()
    const dialog = page.getByRole('dialog')
    const choose = async (name: string) => {
      await dialog.getByRole('combobox').first().fill(name)
      await page.keyboard.press('Enter')
      await still(page)
    }
    await page.locator('.ant-select-item-option').first().waitFor()
    await screenshot(page, `convert-1-choose-${lang}-${theme}`)
    await choose(t('columns.type.number'))
    await dialog.getByText(t('convert.tab.lost')).first().waitFor()
    await expect.poll(() => dialog.getByRole('button', { name: t('convert.run') }).isDisabled()).toBe(true)
    await screenshot(page, `convert-2-lost-${lang}-${theme}`)
    await choose(t('columns.type.link'))
    await screenshot(page, `convert-3-link-${lang}-${theme}`)
    await choose(t('columns.type.multipleSelect'))
    await screenshot(page, `convert-4-select-${lang}-${theme}`)
    await dialog.getByRole('button', { name: t('convert.run') }).click()
    await dialog.waitFor({ state: 'hidden' })
    const typeNow = async () => (await run(page, 'base.describe', {})).columns.find((column) => column.id === source.id)?.type
    expect(await typeNow()).toBe('multipleSelect')
    await screenshot(page, `convert-5-done-${lang}-${theme}`)
    await page.locator('.foot-bar').getByText(t('common.undo'), { exact: true }).click()
    await until(async () => (await typeNow()) === 'singleSelect')
  })
})
