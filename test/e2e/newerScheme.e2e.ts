import { expect, test } from 'vitest'
import { openEngine } from '#main/engine/index.ts'
import { appError } from '#shared/i18n/appError.ts'
import { translator } from '#shared/i18n/translate.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import { valueOf } from '../engine/support/valueOf.ts'
import { screenshot } from './support/app.ts'
import { makeBase } from './support/bases.ts'
import { withOpenBase } from './support/open.ts'
import { chooseInMenu, run, until } from './support/window.ts'

/** The sample book as an earlier version made it: 活跃度 calls lost whoever nothing is known of. And a rule, off, that reads its own classes. */
async function oldBook(path: string): Promise<void> {
  await makeBase(path)
  const engine = openEngine(path)
  const base = valueOf(await engine.run('base.describe', {}))
  const columnOf = (role: ColumnRole) => {
    const column = base.columns.find((each) => each.role === role)
    if (column === undefined) throw new Error(`no column ${role}`)
    return column
  }
  const [activity, importance] = ['activity', 'importance'].map((code) => base.schemes.find((scheme) => scheme.code === code))
  const target = columnOf('customer.activity')
  const lost = target.type === 'singleSelect' ? target.settings.options.find(({ code }) => code === 'lost') : undefined
  if (activity?.rule.kind !== 'decisionTable' || importance?.rule.kind !== 'percentile' || lost === undefined) throw new Error('not the book')
  const customer = { tableId: target.tableId, rows: [{ cells: [{ columnId: columnOf('customer.name').id, value: '只知道买过' }] }] }
  const { ids } = valueOf(await engine.run('rows.insert', customer))
  const amount = columnOf('order.amount')
  const order = { cells: [{ columnId: amount.id, value: 10 }], links: [{ columnId: columnOf('order.customer').id, rowIds: ids }] }
  valueOf(await engine.run('rows.insert', { tableId: amount.tableId, rows: [order], begun: true }))
  const rule = { ...activity.rule, rows: activity.rule.rows.slice(0, 3) }
  valueOf(await engine.run('schemes.update', { schemeId: activity.id, rule, fallbackOptionId: lost.id }))
  const when = { kind: 'condition' as const, columnId: importance.targetColumnId, operator: 'isNotEmpty' as const }
  const circle = { kind: 'decisionTable' as const, rows: [{ when, optionId: importance.rule.upperOptionId }] }
  valueOf(await engine.run('schemes.update', { schemeId: importance.id, enabled: false, rule: circle }))
  await engine.close()
}

test('a scheme of an earlier version says that there is a newer one, and takes it with one press; a rule that reads itself shows no counts', async () => {
  await withOpenBase({ make: oldBook }, async ({ app, page, t }) => {
    const schemes = async () => (await run(page, 'base.describe', {})).schemes
    const [activity, importance] = await Promise.all(
      ['activity', 'importance'].map(async (code) => (await schemes()).find((scheme) => scheme.code === code)),
    )
    if (activity === undefined || importance === undefined) throw new Error('no scheme')
    await page.getByRole('navigation').getByText(t('shell.schemes'), { exact: true }).click()
    const list = page.getByRole('navigation', { name: t('schemes.title') })
    await list.getByRole('button', { name: activity.name }).click()
    const note = page.getByRole('region', { name: t('schemes.newer.title') })
    await note.getByText(t('schemes.newer.moved', { count: 1 })).waitFor()
    await note.getByText(t('schemes.newer.look')).click()
    await screenshot(page, 'newer-scheme-zh-CN-light')
    await chooseInMenu(app, 'view.theme.dark')
    await chooseInMenu(app, 'view.lang.en')
    const inEnglish = translator('en')
    await page.getByText(inEnglish('schemes.newer.moved', { count: 1 })).waitFor()
    await screenshot(page, 'newer-scheme-en-dark')
    await chooseInMenu(app, 'view.lang.zh-CN')
    await note.getByRole('button', { name: t('schemes.newer.take') }).click()
    await page.getByText(t('schemes.newer.done', { name: activity.name })).waitFor()
    await note.waitFor({ state: 'hidden' })
    expect((await schemes()).find(({ id }) => id === activity.id)?.fallbackOptionId).toBeNull()
    await page.keyboard.press('Control+z')
    await note.waitFor()
    await until(async () => (await schemes()).find(({ id }) => id === activity.id)?.fallbackOptionId === activity.fallbackOptionId)

    await list.getByRole('button', { name: importance.name }).click()
    await page.getByRole('button', { name: t('schemes.change'), exact: true }).click()
    await page.getByText(appError('column.cycle', { name: importance.name }).message['zh-CN']).waitFor()
    expect(await page.locator('.scheme-preview__counts').count()).toBe(0)
    await screenshot(page, 'circle-preview-zh-CN-dark')
  })
})
