import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Translate } from '#shared/i18n/translate.ts'
import { screenshot } from './support/app.ts'
import { looks, withOpenBase } from './support/open.ts'
import { still } from './support/still.ts'
import { run, until } from './support/window.ts'

/** A nested filter is written by hand in the real window: groups in groups, other columns, linked rows, parts turned off. */
test.each(looks)('a filter of five levels in %s, %s', async (lang, theme) => {
  await withOpenBase({ lang, theme }, async ({ page, t }) => {
    // The name ends there: 添加条件组 begins alike.
    const addName = new RegExp(`${t('filter.add')}$`, 'u')
    const { tables, rowCounts } = await run(page, 'base.describe', {})
    const customers = tables.find((table) => table.role === 'customer')
    const all = rowCounts[customers?.id ?? 0] ?? 0

    await page.getByRole('button', { name: t('grid.filter'), exact: true }).click()
    const panel = page.locator('.filter-panel')
    await panel.getByRole('button', { name: t('filter.add') }).click()
    await count(page, t, all)
    await panel.getByPlaceholder(t('grid.value')).fill(lang === 'zh-CN' ? '公司' : 'a')
    await until(async () => (await matching(page, t)) < all)
    const byName = await matching(page, t)

    // A group in a group in a group, down to the fifth level.
    for (let level = 1; level < 5; level += 1) {
      await panel
        .getByRole('button', { name: t('filter.addGroup') })
        .nth(0)
        .click()
    }
    await expect.poll(() => panel.locator('.filter-group').count()).toBe(5)
    await choose(page, panel.locator('.condition-line').nth(1).locator('.ant-select').nth(1), t('filter.operator.isNotEmpty'))
    await choose(page, panel.locator('.condition-line').nth(2).locator('.ant-select').nth(1), t('filter.operator.matches'))
    await panel.getByPlaceholder(t('filter.pattern')).fill('(')
    await panel.getByRole('alert').waitFor()
    await screenshot(page, `filter-nested-${lang}-${theme}`)
    await panel.getByPlaceholder(t('filter.pattern')).fill('^.')
    await panel.getByRole('alert').waitFor({ state: 'detached' })

    // A condition over linked rows.
    await panel.getByRole('button', { name: t('filter.clear') }).click()
    await panel.getByRole('button', { name: t('filter.add') }).click()
    const name = (role: string) => columnNamed(page, role)
    await choose(page, panel.locator('.condition-line .column-select').nth(0), await name('customer.followUps'))
    await choose(page, panel.locator('.condition-line').nth(0).locator('.ant-select').nth(1), t('filter.operator.linkedAny'))
    await panel.locator('.linked-rows').getByRole('button', { name: addName }).click()
    await choose(page, panel.locator('.linked-rows .column-select').nth(0), await name('followUp.time'))
    await choose(page, panel.locator('.linked-rows .ant-select').nth(2), t('filter.period.thisQuarter'))
    await until(async () => (await matching(page, t)) < all)
    // Another column of the row, some days later.
    await panel.locator('.filter-group__foot').last().getByRole('button', { name: addName }).click()
    const last = panel.locator('.condition-line').last()
    await choose(page, last.locator('.column-select').nth(0), await name('customer.nextFollowUpTime'))
    await choose(page, last.locator('.ant-select').nth(1), t('filter.operator.before'))
    await last.getByRole('button', { name: t('filter.withColumn') }).click()
    await choose(page, last.locator('.column-select').nth(1), await name('customer.lastFollowUpTime'))
    await last.getByLabel(t('filter.offset')).fill('7')
    await last.getByLabel(t('filter.offset')).press('Tab')
    await still(page)
    const narrow = await matching(page, t)
    await screenshot(page, `filter-linked-${lang}-${theme}`)
    // Turned off, it stays and says nothing.
    await panel
      .getByRole('checkbox', { name: t('filter.on') })
      .last()
      .click()
    await until(async () => (await matching(page, t)) >= narrow)
    await screenshot(page, `filter-off-${lang}-${theme}`)
    await page.keyboard.press('Escape')
    expect(byName).toBeLessThan(all)
  })
})

async function choose(page: Page, select: ReturnType<Page['locator']>, text: string): Promise<void> {
  // The list of the select before may still be fading away.
  await until(async () => (await page.locator('.ant-select-dropdown:visible').count()) === 0)
  await select.click()
  const option = page
    .locator('.ant-select-dropdown:visible')
    .getByTitle(text, { exact: true })
    .or(page.locator('.ant-select-dropdown:visible').getByText(text, { exact: true }))
  await page.locator('.ant-select-dropdown:visible').waitFor()
  // The list is virtual: what is far down comes when it is scrolled to.
  for (let turn = 0; turn < 40 && (await option.count()) === 0; turn += 1) await page.keyboard.press('ArrowDown')
  await option.first().click()
}

async function columnNamed(page: Page, role: string): Promise<string> {
  const { columns } = await run(page, 'base.describe', {})
  return columns.find((column) => column.role === role)?.name ?? ''
}

async function matching(page: Page, t: Translate): Promise<number> {
  await until(async () => (await page.locator('.filter-panel__count').innerText()) !== t('filter.counting'))
  return Number((await page.locator('.filter-panel__count').innerText()).replaceAll(/\D/gu, ''))
}

async function count(page: Page, t: Translate, wanted: number): Promise<void> {
  await until(async () => (await matching(page, t)) === wanted)
}
