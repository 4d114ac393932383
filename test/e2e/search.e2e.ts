import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator } from '#shared/i18n/translate.ts'
import { openEngine } from '#main/engine/index.ts'
import { launchApp, screenshot } from './support/app.ts'
import { makeBase, withFolder } from './support/bases.ts'
import { chooseInMenu, run, until } from './support/window.ts'

/** A customer that the sample does not have. */
async function withCustomer(base: string): Promise<{ tableId: number; rowId: number; nameId: number }> {
  const engine = openEngine(base)
  const described = await engine.run('base.describe', {})
  if (!described.ok) throw new Error('no base')
  const column = (role: string) => described.value.columns.find((known) => known.role === role)
  const name = column('customer.name')
  const phone = column('customer.phone')
  if (name === undefined || phone === undefined) throw new Error('no customers')
  const cells = [
    { columnId: name.id, value: '曾国藩商行' },
    { columnId: phone.id, value: '139-1234-5678' },
  ]
  const made = await engine.run('rows.insert', { tableId: name.tableId, rows: [{ cells }] })
  await engine.close()
  if (!made.ok) throw new Error(made.failure.message.en)
  return { tableId: name.tableId, rowId: made.value.ids[0] ?? 0, nameId: name.id }
}

test.each<[Lang, 'light' | 'dark']>([
  ['zh-CN', 'light'],
  ['en', 'dark'],
])('searching by initials and by phone, replacing with a preview and taking it back, in %s', (lang, theme) =>
  withFolder(async (folder) => {
    const base = await makeBase(join(folder, 'search.kebu'), { lang })
    const { tableId, rowId, nameId } = await withCustomer(base)
    const launched = await launchApp({ userData: join(folder, 'profile'), lang, args: [base] })
    const { page } = launched
    const t = translator(lang)
    const take = (name: string) => screenshot(page, `search-${name}-${lang}-${theme}`)
    try {
      await page.locator('[role="gridcell"]').nth(30).waitFor()
      await chooseInMenu(launched.app, `view.theme.${theme}`)

      // By initials in the view: one row, and its name is marked.
      await page.keyboard.press('Control+Shift+F')
      await page.keyboard.type('zgf')
      await until(async () => (await rowsShown(page)) === 1)
      await until(() => page.evaluate(() => (CSS.highlights.get('grid-search')?.size ?? 0) > 0))
      await take('1-initials')
      await page.keyboard.press('Escape')

      // By phone in all tables; Enter opens the row's page.
      await page.keyboard.press('Control+K')
      await page.keyboard.type('13912345')
      await page.getByRole('option').filter({ hasText: '曾国藩商行' }).waitFor()
      await take('2-everywhere')
      await page.keyboard.press('Enter')
      await page.getByRole('complementary').getByText('曾国藩商行').first().waitFor()
      await page.keyboard.press('Control+K')
      await page.getByText(t('find.recent')).waitFor()
      await take('3-recents')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')

      // Find and replace.
      await page.getByRole('gridcell', { name: '曾国藩商行' }).first().click()
      await page.keyboard.press('Control+H')
      await page.getByLabel(t('find.find'), { exact: true }).fill('商行')
      await page.locator('.find-bar__count').filter({ hasText: '/' }).waitFor()
      await page.getByLabel(t('find.replaceWith')).fill('公司')
      await page.getByRole('button', { name: t('find.replaceAll') }).click()
      await page.getByRole('cell', { name: '曾国藩公司' }).waitFor()
      await take('4-replace')
      await page.keyboard.press('Enter')
      const nameOf = async () => String((await run(page, 'rows.get', { tableId, rowId })).cells[nameId])
      await until(async () => (await nameOf()) === '曾国藩公司')
      await page
        .getByRole('button', { name: t('common.undo'), exact: true })
        .last()
        .click()
      await until(async () => (await nameOf()) === '曾国藩商行')
      await page.getByLabel(t('find.find'), { exact: true }).press('Escape')
      await expect.poll(() => page.locator('.find-bar').count()).toBe(0)
    } finally {
      await launched.close()
    }
  }),
)

async function rowsShown(page: Page): Promise<number> {
  return page.locator('.ag-row:not(.ag-full-width-row):not(.ag-row-pinned)').count()
}
