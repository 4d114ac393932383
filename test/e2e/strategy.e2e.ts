import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import { screenshot } from './support/app.ts'
import { withOpenBase } from './support/open.ts'
import { chooseInMenu, run, until } from './support/window.ts'

test('a strategy is written, suggested on the customer’s page, taken into a follow-up, and made into tasks that undo takes back', async () => {
  await withOpenBase({}, async ({ app, page, t }) => {
    const scheme = async (code: string) => (await run(page, 'base.describe', {})).schemes.find((each) => each.code === code)
    const grade = await scheme('grade')
    if (grade === undefined) throw new Error('no scheme')
    await page.getByRole('navigation').getByText(t('shell.schemes'), { exact: true }).click()
    await page
      .getByRole('navigation', { name: t('schemes.title') })
      .getByRole('button', { name: grade.name })
      .click()
    await page.getByRole('tab', { name: t('schemes.part.strategy') }).click()
    await screenshot(page, 'strategy-1-classes')

    const line = page.getByRole('listitem', { name: 'A', exact: true })
    await line.getByRole('button', { name: t('playbook.change') }).click()
    await line.getByLabel(t('playbook.edit.strategy')).fill('每两周联系一次，主动送样品')
    await line.getByLabel(t('playbook.edit.title')).first().fill('问样品用得怎么样')
    await screenshot(page, 'strategy-2-edit')
    // What is written waits while one looks elsewhere, and says so; the line below the name leads back to it.
    await page.getByRole('tab', { name: t('schemes.part.rule') }).click()
    await page.getByRole('tab', { name: t('schemes.unsaved') }).waitFor()
    await page
      .getByRole('list', { name: t('schemes.steps') })
      .getByText(t('schemes.steps.strategy'), { exact: true })
      .click()
    await until(async () => (await line.getByLabel(t('playbook.edit.strategy')).inputValue()) === '每两周联系一次，主动送样品')
    await line.getByRole('button', { name: t('playbook.edit.save') }).click()
    await line.getByText('每两周联系一次，主动送样品').waitFor()
    expect((await scheme('grade'))?.playbook.find(({ strategy }) => strategy.startsWith('每两周'))?.actions[0]?.title).toBe('问样品用得怎么样')

    await line.getByRole('button', { name: t('playbook.generateClass') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('playbook.plan.makesTable')).waitFor()
    await dialog.locator('tbody tr').first().waitFor()
    await screenshot(page, 'strategy-3-plan')
    const tasks = () => run(page, 'base.describe', {}).then(({ tables }) => tables.find(({ role }) => role === 'task'))
    await dialog.locator('.ant-modal-footer .ant-btn-primary').click()
    await dialog.waitFor({ state: 'hidden' })
    await until(async () => (await tasks()) !== undefined)
    await page.getByRole('gridcell', { name: '问样品用得怎么样' }).first().waitFor()
    await screenshot(page, 'strategy-4-tasks')

    await page.getByRole('navigation').getByText('客户', { exact: true }).first().click()
    await page.locator('[role="gridcell"]').nth(30).click()
    await page.keyboard.press('Space')
    const suggested = page.getByRole('region', { name: t('playbook.suggested') })
    await suggested.waitFor()
    await screenshot(page, 'strategy-5-suggested')
    await suggested.getByTitle(t('playbook.take')).first().click()
    await page.getByRole('form', { name: t('rowPage.followUp.write') }).waitFor()
    await screenshot(page, 'strategy-6-taken')
    await chooseInMenu(app, 'view.theme.dark')
    await chooseInMenu(app, 'view.lang.en')
    const en = translator('en')
    await page.getByRole('region', { name: en('playbook.suggested') }).waitFor()
    await screenshot(page, 'strategy-7-taken-en-dark')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await until(async () => (await tasks()) === undefined)
    await page.getByRole('navigation').getByText(en('shell.schemes'), { exact: true }).click()
    await page.getByRole('tab', { name: en('schemes.part.strategy') }).click()
    await screenshot(page, 'strategy-8-classes-en-dark')
  })
})
