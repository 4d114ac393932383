import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { translator, type Translate } from '#shared/i18n/translate.ts'
import type { Page } from 'playwright-core'
import { analysisInputs, type AnalysisName } from '#shared/contract/analysis.ts'
import { screenshot } from './support/app.ts'
import { withOpenBase } from './support/open.ts'
import { chooseInMenu, pickInDialogs, run, until } from './support/window.ts'

/** Those whose columns every customer book has; the others say what they wait for. */
const ofEveryBook: readonly AnalysisName[] = ['rfm', 'cohorts', 'customerValue', 'forecast', 'concentration', 'relation', 'groupMeans', 'preferences']

/** The tables that the others are about; with them every analysis has something to show. */
const modules = ['opportunities', 'products', 'surveys', 'tickets'] as const

const analysisNames = Object.keys(analysisInputs).filter((name): name is AnalysisName => name in analysisInputs)

/** Every analysis of the sample is opened in both looks; a place on a map lists its customers, a workbook is written. */
test('the analyses show what the sample says, list who is behind a place, and are saved', async () => {
  await withOpenBase({}, async ({ app, page, folder, t }) => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 720))
    await openAll(page, t, 'zh-CN-light', ofEveryBook)

    await choose(page, t, 'rfm')
    // Calendars speak Chinese, and their weeks begin on Monday.
    await page.getByLabel(t('analysis.asOf')).click()
    await page.locator('.ant-picker-content th').first().getByText('一', { exact: true }).waitFor()
    await screenshot(page, 'analysis-as-of-zh-CN-light')
    await page.keyboard.press('Escape')
    const map = page.locator('[data-section="map"] canvas').first()
    const box = await map.boundingBox()
    if (box === null) throw new Error('no map')
    await page.mouse.click(box.x + box.width * 0.2, box.y + 60)
    const customers = page.locator('[data-section="customers"]')
    await customers.locator('tbody tr').first().waitFor()
    await screenshot(page, 'analysis-rfm-picked-zh-CN-light')
    const name = (await customers.locator('tbody button').first().textContent()) ?? ''
    await customers.locator('tbody button').first().click()
    await page.locator('.row-page-slot').getByText(name, { exact: true }).first().waitFor()
    await screenshot(page, 'analysis-rfm-row-zh-CN-light')
    await page.keyboard.press('Escape')

    const file = join(folder, 'rfm.xlsx')
    await pickInDialogs(app, file)
    await page.getByRole('button', { name: t('analysis.saveXlsx') }).click()
    await until(async () => (await stat(file).catch(() => null)) !== null)
    expect((await stat(file)).size).toBeGreaterThan(4000)

    // The parameters of an analysis are those it was left with.
    await choose(page, t, 'cohorts')
    const span = page.getByRole('combobox', { name: t('analysisBuying.cohorts.back') })
    await span.click()
    await page.getByTitle(t('analysisBuying.cohorts.lastMonths', { count: 24 })).click()
    await choose(page, t, 'rfm')
    await choose(page, t, 'cohorts')
    await page
      .getByRole('article')
      .getByText(t('analysisBuying.cohorts.lastMonths', { count: 24 }), { exact: true })
      .waitFor()

    for (const code of modules) await run(page, 'template.addModule', { code, lang: 'zh-CN', sample: true })
    await chooseInMenu(app, 'view.theme.dark')
    await chooseInMenu(app, 'view.lang.en')
    await openAll(page, translator('en'), 'en-dark', analysisNames)
  })
})

/** Opens each; of `filled` a table and a chart are waited for, of the others whatever they say. */
async function openAll(page: Page, t: Translate, look: string, filled: readonly AnalysisName[]): Promise<void> {
  await page.getByRole('navigation').getByText(t('shell.analysis'), { exact: true }).click()
  for (const name of analysisNames) {
    await choose(page, t, name, filled.includes(name))
    await screenshot(page, `analysis-${name}-${look}`)
    // One look is enough for what stands below.
    if (look !== 'zh-CN-light') continue
    const panel = page.getByRole('article', { name: t(`analysis.${name}.title`) })
    await panel.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await screenshot(page, `analysis-${name}-end-${look}`)
  }
}

async function choose(page: Page, t: Translate, name: AnalysisName, isFilled = true): Promise<void> {
  const title = t(`analysis.${name}.title`)
  await page
    .getByRole('navigation', { name: t('analysis.title') })
    .getByRole('button', { name: title, exact: true })
    .click()
  const panel = page.getByRole('article', { name: title })
  if (!isFilled) return panel.locator('[data-section], .empty-state').first().waitFor()
  await panel.locator('[data-section] table').first().waitFor()
  await panel.locator('canvas').first().waitFor()
}
