import { expect, test } from 'vitest'
import { optionsOf } from '#shared/model/columns/selects.ts'
import { screenshot } from './support/app.ts'
import { withOpenBase } from './support/open.ts'
import { run, until } from './support/window.ts'

/** A category of products that people add becomes a class with one click; tags for a part of the table show their shares. */
test('a category that was added is told on the page of its scheme, and made a class there', async () => {
  await withOpenBase({ lang: 'zh-CN', theme: 'light' }, async ({ page, t }) => {
    const described = () => run(page, 'base.describe', {})
    const schemeOf = async (code: string) => {
      const found = (await described()).schemes.find((scheme) => scheme.code === code)
      if (found === undefined) throw new Error(code)
      return found
    }
    await run(page, 'schemes.addFromLibrary', { codes: ['mainCategory', 'customerTags', 'lifeCycle'], lang: 'zh-CN' })
    const { columns } = await described()
    const [category, type] = ['product.category', 'customer.type'].map((role) => columns.find((column) => column.role === role))
    if (category === undefined || type === undefined) throw new Error('no column')
    await run(page, 'columns.update', {
      columnId: category.id,
      settings: { options: [...optionsOf(category), { id: 77, name: '软件', color: 'teal' }] },
    })
    const company = optionsOf(type).find(({ code }) => code === 'company')?.id ?? 0
    const scope = { kind: 'condition' as const, columnId: type.id, operator: 'anyOf' as const, value: [company] }
    const tags = await run(page, 'schemes.update', { schemeId: (await schemeOf('customerTags')).id, scope })
    const cycle = await run(page, 'schemes.update', { schemeId: (await schemeOf('lifeCycle')).id, downgradeAfter: 2 })
    const main = await schemeOf('mainCategory')

    await page.getByRole('navigation').getByText(t('shell.schemes'), { exact: true }).click()
    const list = page.getByRole('navigation', { name: t('schemes.title') })
    await list.getByRole('button', { name: main.name, exact: true }).click()
    const add = page.getByRole('button', { name: t('schemes.uncovered.add') })
    await add.waitFor()
    await screenshot(page, 'newCategory-1-told')
    await add.click()
    await until(async () => {
      const { rule } = await schemeOf('mainCategory')
      return rule.kind === 'decisionTable' && rule.rows.length === 7
    })
    await add.waitFor({ state: 'hidden' })
    await screenshot(page, 'newCategory-2-made')

    await list.getByRole('button', { name: tags.name, exact: true }).click()
    await until(async () => (await page.locator('.class-bar__share').allTextContents()).some((text) => text.includes('%')))
    expect(await page.locator('.class-bar__share').allTextContents()).not.toContain('')
    await screenshot(page, 'newCategory-3-tags')

    await list.getByRole('button', { name: cycle.name, exact: true }).click()
    await page.getByText(t('schemes.run.falling', { classes: '「衰退期」或「离开期」' })).waitFor()
    await screenshot(page, 'newCategory-4-cycle')
  })
})
