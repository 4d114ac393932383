import { join } from 'node:path'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import type { Lang } from '#shared/i18n/lang.ts'
import { translator, type Translate } from '#shared/i18n/translate.ts'
import { root } from '../../scripts/lib/paths.mjs'
import { launchApp, screenshot, type LaunchedApp } from './support/app.ts'
import { makeBase } from './support/bases.ts'
import { chooseInMenu, pickInDialogs, until } from './support/window.ts'

/** Every screen in both languages, light and dark: pictures for a person to look at, and no error on the way. */
type Theme = 'light' | 'dark'

test.each<[Lang, Theme]>([
  ['zh-CN', 'light'],
  ['zh-CN', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
])('screens in %s, %s', async (lang, theme) => {
  const folder = await mkdtemp(join(tmpdir(), 'kebu-screens-'))
  const launched = await launchApp({ userData: join(folder, 'profile'), lang })
  const { page } = launched
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())))
  try {
    await page.getByText(translator(lang)('welcome.motto')).waitFor()
    await chooseInMenu(launched.app, `view.theme.${theme}`)
    await until(() => page.evaluate((wanted) => document.documentElement.dataset['theme'] === wanted, theme))
    const base = await makeBase(join(folder, lang === 'zh-CN' ? '客簿示例.kebu' : 'Kebu sample.kebu'), { lang })
    await walk(launched, translator(lang), base, folder, async (name) => void (await screenshot(page, `${name}-${lang}-${theme}`)))
    expect(problems).toEqual([])
  } finally {
    await launched.close()
    await rm(folder, { recursive: true, force: true })
  }
})

async function walk(launched: LaunchedApp, t: Translate, base: string, folder: string, take: (name: string) => Promise<void>): Promise<void> {
  const { app, page } = launched
  await page.getByText(t('welcome.motto')).waitFor()
  await take('01-welcome')
  await pickInDialogs(app, base)
  await page.getByRole('button', { name: t('welcome.open') }).click()
  await page.locator('[role="gridcell"]').nth(30).waitFor()
  await take('02-grid')

  await chooseInMenu(launched.app, 'view.chart')
  await page
    .getByRole('region', { name: t('charts.title') })
    .locator('canvas')
    .waitFor()
  await take('03-chart')
  await page
    .getByRole('region', { name: t('charts.title') })
    .getByRole('button', { name: t('common.close') })
    .click()

  await page.locator('[role="row"][row-index="10"] [role="gridcell"]').nth(1).click()
  await page.keyboard.press('Space')
  await page.locator('button', { hasText: t('rowPage.followUp.write') }).click()
  await page.getByRole('form', { name: t('rowPage.followUp.write') }).waitFor()
  await take('04-row-page')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  for (const [name, screen] of [
    ['05-schemes', 'schemes'],
    ['06-report', 'report'],
    ['07-history', 'history'],
  ] as const) {
    await page
      .getByRole('navigation')
      .getByText(t(`shell.${screen}`), { exact: true })
      .click()
    await take(name)
  }

  await copyFile(join(root, 'test/fixtures/messy-book.xlsx'), join(folder, 'book.xlsx'))
  await pickInDialogs(app, join(folder, 'book.xlsx'))
  await chooseInMenu(launched.app, 'file.import')
  await page.getByRole('button', { name: t('importWizard.file.pick') }).waitFor()
  await take('08-import-file')
  await page.getByRole('button', { name: t('importWizard.file.pick') }).click()
  for (const step of ['sheets', 'columns', 'match'] as const) {
    await page.getByRole('button', { name: t('importWizard.next') }).waitFor()
    await take(`09-import-${step}`)
    await page.getByRole('button', { name: t('importWizard.next') }).click()
  }
  await page.getByText(t('importWizard.preview.lead')).waitFor()
  await take('10-import-preview')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('importWizard.leave'), exact: true }).click()

  await chooseInMenu(launched.app, 'file.export')
  await page.getByRole('dialog').waitFor()
  await take('11-export')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await chooseInMenu(launched.app, 'help.shortcuts')
  await page.getByRole('dialog').waitFor()
  await take('12-shortcuts')
  await page.keyboard.press('Escape')
}
