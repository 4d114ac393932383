import { expect, test } from 'vitest'
import { templateLibrary as templateLibraryEn } from '#shared/i18n/en/templateLibrary.ts'
import { templateLibrary } from '#shared/i18n/zh-CN/templateLibrary.ts'
import { screenshot } from './support/app.ts'
import { looks, withOpenBase } from './support/open.ts'
import { run, until } from './support/window.ts'

/** A scheme is changed beside what the change would do, and a new one is made from its kind; undo takes each back. */
test.each(looks)('a scheme is changed by its chart, saved, taken back; a new one is made in %s, %s', async (lang, theme) => {
  await withOpenBase({ lang, theme }, async ({ page, t }) => {
    const translate = (role: keyof typeof templateLibrary) => (lang === 'en' ? templateLibraryEn : templateLibrary)[role]
    const schemes = async () => (await run(page, 'base.describe', {})).schemes
    const urgency = (await schemes()).find(({ code }) => code === 'urgency')
    if (urgency === undefined) throw new Error('no scheme')
    // A row stays ticked while the table is left.
    await page.locator('[row-index="0"] .ag-cell').first().click()
    await page.locator('.line-head--ticked').waitFor()
    await page.getByRole('navigation').getByText(t('shell.schemes'), { exact: true }).click()
    const list = page.getByRole('navigation', { name: t('schemes.title') })

    await list.getByRole('button', { name: urgency.name }).click()
    await page.getByRole('button', { name: t('schemes.change'), exact: true }).click()
    await page.getByText(t('schemes.preview.nobody')).waitFor()
    const unsaved = list.getByText(t('schemes.unsaved'), { exact: true })
    expect(await unsaved.count()).toBe(0)
    const cut = page.getByRole('slider').nth(0)
    await cut.focus()
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('PageUp')
    await page.locator('.scheme-preview__moves li').first().waitFor()
    await unsaved.waitFor()
    await screenshot(page, `schemes-1-bands-${lang}-${theme}`)
    const handle = await page.getByRole('slider').nth(2).boundingBox()
    if (handle === null) throw new Error('no handle')
    await page.mouse.move(handle.x + 8, handle.y + 80)
    await page.mouse.down()
    await page.mouse.move(handle.x + 60, handle.y + 80, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('button', { name: t('schemes.save') }).click()
    await until(async () => JSON.stringify((await schemes()).find(({ id }) => id === urgency.id)?.rule) !== JSON.stringify(urgency.rule))
    const saved = (await schemes()).find(({ id }) => id === urgency.id)?.rule
    if (saved?.kind !== 'bands' || urgency.rule.kind !== 'bands') throw new Error('no bands')
    expect(saved.bands[1]?.from).toBeGreaterThan(urgency.rule.bands[1]?.from ?? 0)
    expect(saved.bands[3]?.from).toBeGreaterThan(urgency.rule.bands[3]?.from ?? 0)
    await page.keyboard.press('Control+z')
    await until(async () => JSON.stringify((await schemes()).find(({ id }) => id === urgency.id)?.rule) === JSON.stringify(urgency.rule))

    for (const code of ['grade', 'dealStatus', 'importance'] as const) {
      const name = (await schemes()).find((scheme) => scheme.code === code)?.name ?? ''
      await list.getByRole('button', { name, exact: true }).click()
      await page.getByRole('button', { name: t('schemes.change'), exact: true }).click()
      await page.getByText(t('schemes.preview.nobody')).waitFor()
      if (code === 'dealStatus') await page.locator('.decision-row__text').first().click()
      await screenshot(page, `schemes-2-${code}-${lang}-${theme}`)
      await page.getByRole('button', { name: t('common.cancel') }).click()
    }

    await list.getByRole('button', { name: t('schemes.new') }).click()
    const gallery = page.getByRole('dialog')
    await gallery.getByRole('checkbox').first().waitFor()
    await screenshot(page, `schemes-7-gallery-${lang}-${theme}`)
    for (const code of ['customerGroup', 'needPreference'] as const) {
      await gallery.getByRole('checkbox', { name: translate(`customer.${code}`), exact: true }).click()
    }
    await screenshot(page, `schemes-7-library-${lang}-${theme}`)
    await gallery.getByRole('button', { name: t('schemes.library.add', { count: 2 }) }).click()
    await gallery.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { level: 2, name: translate('customer.customerGroup') }).waitFor()
    await screenshot(page, `schemes-8-added-${lang}-${theme}`)
    await page.keyboard.press('Control+z')
    await until(async () => !(await schemes()).some(({ code }) => code === 'customerGroup' || code === 'needPreference'))

    for (const name of ['rfmChinese', 'lifeCycle', 'comeBack', 'score'] as const) {
      await list.getByRole('button', { name: t('schemes.new') }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('checkbox').first().waitFor()
      await dialog.getByRole('button', { name: t('schemes.library.own') }).click()
      await dialog.getByText(t(`schemes.preset.${name}`), { exact: true }).click()
      await screenshot(page, `schemes-3-new-${name}-${lang}-${theme}`)
      await dialog.getByRole('button', { name: t('schemes.new.create') }).click()
      await dialog.waitFor({ state: 'hidden' })
      await page.getByRole('heading', { level: 2, name: t(`schemes.preset.${name}`) }).waitFor()
      // It begins in its editor, beside how its measure is spread.
      await page.getByText(t('schemes.preview.nobody')).waitFor()
      await screenshot(page, `schemes-4-edit-${name}-${lang}-${theme}`)
      await page.getByRole('button', { name: t('common.cancel') }).click()
      await page.getByRole('button', { name: t('schemes.change'), exact: true }).waitFor()
      await screenshot(page, `schemes-5-made-${name}-${lang}-${theme}`)
    }
    const made = (await schemes()).find(({ name }) => name === t('schemes.preset.rfmChinese'))
    const counts = await run(page, 'classes.counts', { schemeId: made?.id ?? 0 })
    expect(counts.filter(({ count }) => count > 0).length).toBeGreaterThan(3)
    await page.getByRole('button', { name: t('schemes.more') }).click()
    await page.getByText(t('schemes.rename'), { exact: true }).click()
    await page.getByLabel(t('schemes.new.name')).fill('线索打分 Leads')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: '线索打分 Leads' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('heading', { level: 2, name: t('schemes.preset.score') }).waitFor()
    await page.getByRole('button', { name: t('schemes.more') }).click()
    await page.getByText(t('schemes.copy'), { exact: true }).click()
    await until(async () => (await schemes()).some(({ name }) => name === t('schemes.copyName', { name: t('schemes.preset.score') })))
    await page.getByRole('button', { name: t('schemes.more') }).click()
    await page.getByText(t('schemes.delete'), { exact: true }).click()
    await until(async () => !(await schemes()).some(({ name }) => name === t('schemes.preset.score')))
    await page.keyboard.press('Control+z')
    await until(async () => (await schemes()).some(({ name }) => name === t('schemes.preset.score')))
    await screenshot(page, `schemes-6-copied-${lang}-${theme}`)
    const before = (await schemes()).length
    await page.keyboard.press('Control+z')
    await until(async () => (await schemes()).length === before - 1)
  })
})
