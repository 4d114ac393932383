import { expect, test } from 'vitest'
import { screenshot } from './support/app.ts'
import { looks, withOpenBase } from './support/open.ts'
import { run, until } from './support/window.ts'

/** A button made in the dialog and pressed in the real window: cells, a linked row with its page, an address, and one step back. */
test.each(looks)('a button is set up, pressed and undone in %s, %s', async (lang, theme) => {
  await withOpenBase({ lang, theme }, async ({ app, page, t }) => {
    const shot = (name: string) => screenshot(page, `button-${name}-${lang}-${theme}`)
    const { columns } = await run(page, 'base.describe', {})
    const named = (role: string): { id: number; name: string; tableId: number } => {
      const column = columns.find((each) => each.role === role)
      if (column === undefined) throw new Error(role)
      return column
    }
    const [name, next, followUps, content] = ['customer.name', 'customer.wechat', 'customer.followUps', 'followUp.content'].map(named)
    if (name === undefined || next === undefined || followUps === undefined || content === undefined) throw new Error('no roles')

    // Before the second column, where it is seen.
    await page.locator('.column-header').nth(1).click({ button: 'right' })
    await page.getByRole('menuitem', { name: t('grid.insertLeft') }).click()
    const dialog = page.getByRole('dialog')
    const type = dialog.getByRole('radio', { name: t('columns.type.button') })
    await until(async () => {
      await type.click()
      return (await type.getAttribute('aria-checked')) === 'true'
    })
    await dialog.getByRole('textbox', { name: t('columnDialog.name') }).fill('联系')
    await dialog.getByRole('textbox', { name: t('buttons.label') }).fill('标记已联系')
    await dialog.getByRole('button', { name: t('columnDialog.create'), exact: true }).click()
    await dialog.getByText(t('columnDialog.problem.actionMissing')).waitFor()
    const add = async (kind: 'setCells' | 'addLinked' | 'openUrl') => {
      await dialog.getByRole('button', { name: t('buttons.addAction') }).click()
      await page.getByRole('menuitem', { name: t(`buttons.add.${kind}`) }).click()
    }
    const fill = async (step: number, column: string) => {
      await dialog.locator('.action-item').nth(step).locator('.cell-lines__add .ant-select').click()
      await page.keyboard.type(column)
      await page.keyboard.press('Enter')
    }
    await add('setCells')
    await fill(0, next.name)
    await dialog.getByRole('textbox', { name: next.name }).fill('已打过电话')
    await add('addLinked')
    const link = dialog.locator('.action-item').nth(1).locator('.field .ant-select')
    await link.click()
    await page.keyboard.type(followUps.name)
    await page.locator('.ant-select-item-option', { hasText: followUps.name }).first().click()
    await fill(1, content.name)
    await dialog.getByRole('textbox', { name: content.name }).fill('电话联系')
    await shot('1-dialog')
    await add('openUrl')
    const address = dialog.getByRole('textbox', { name: t('buttons.address') })
    await address.fill('https://example.com/?q=')
    await dialog.getByRole('button', { name: t('buttons.insertColumn') }).click()
    await page.getByRole('menuitem', { name: name.name, exact: true }).click()
    await expect.poll(() => address.inputValue()).toBe(`https://example.com/?q={${name.name}}`)
    await shot('2-address')
    await dialog.getByRole('button', { name: t('columnDialog.create'), exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })

    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Reflect.set(globalThis, 'openedUrls', opened)
      shell.openExternal = async (url) => void opened.push(url)
    })
    const button = page.locator('[row-index="0"] [data-act="press"]')
    await button.waitFor()
    await shot('3-grid')
    const rowId = Number((await page.locator('[row-index="0"]').first().getAttribute('row-id'))?.replace('row ', ''))
    const seen = async () => {
      const row = await run(page, 'rows.get', { tableId: name.tableId, rowId })
      return [row.cells[next.id] ?? null, row.links[followUps.id]?.length ?? 0]
    }
    const before = await seen()
    const after = ['已打过电话', Number(before[1]) + 1]
    await button.click()
    await until(async () => JSON.stringify(await seen()) === JSON.stringify(after))
    const { title } = await run(page, 'rows.get', { tableId: name.tableId, rowId })
    const url = `https://example.com/?q=${encodeURIComponent(title)}`
    await until(async () => (await app.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'openedUrls')))) === JSON.stringify([url]))
    await page.locator('.row-page').getByText('电话联系').first().waitFor()
    await shot('4-pressed')
    await page.locator('.foot-bar').getByText(t('common.undo'), { exact: true }).click()
    await until(async () => JSON.stringify(await seen()) === JSON.stringify(before))

    // By the keyboard, and then from the row's own page.
    await page.locator('[row-index="0"] .ag-cell', { has: page.locator('[data-act="press"]') }).click({ position: { x: 3, y: 3 } })
    await page.keyboard.press('Enter')
    await until(async () => JSON.stringify(await seen()) === JSON.stringify(after))
    await page.locator('.foot-bar').getByText(t('common.undo'), { exact: true }).click()
    await until(async () => JSON.stringify(await seen()) === JSON.stringify(before))
    await page.keyboard.press('Escape')
    // It shows while the mouse is over the row.
    await page.locator('[row-index="0"] .line-head').hover()
    await page.locator('[row-index="0"] [data-act="open"]').click()
    const onPage = page.locator('.row-buttons').getByRole('button', { name: '标记已联系' })
    await onPage.waitFor()
    await shot('5-page')
    await onPage.click()
    await until(async () => JSON.stringify(await seen()) === JSON.stringify(after))

    // What the button needs is gone: it says so, and comes back with it.
    await run(page, 'columns.delete', { columnId: next.id })
    await until(async () => (await button.getAttribute('aria-disabled')) === 'true')
    await expect.poll(() => button.getAttribute('title')).toContain('1')
    await button.hover()
    await shot('6-stopped')
    await run(page, 'history.undo', {})
    await until(async () => (await button.getAttribute('aria-disabled')) === 'false')
  })
})

/** For rows that meet a condition, after a question: what is grey says why, and what is not agreed to does nothing. */
test('a button with a condition and a question', async () => {
  await withOpenBase({}, async ({ page, t }) => {
    const { columns } = await run(page, 'base.describe', {})
    const wechat = columns.find(({ role }) => role === 'customer.wechat')
    if (wechat === undefined) throw new Error('no column')
    const { tableId } = wechat
    const day = await run(page, 'columns.create', { tableId, name: '下次回访', type: 'date', settings: {} })
    const cells = [
      { columnId: day.id, kind: 'today', days: 7 },
      { columnId: wechat.id, kind: 'value', value: '已加' },
    ]
    const settings = {
      color: 'green',
      actions: [{ kind: 'setCells', cells }],
      condition: { kind: 'condition', columnId: wechat.id, operator: 'isEmpty' },
      confirm: '确定已经加了这位客户的微信吗？',
    }
    const created = await run(page, 'columns.create', { tableId, name: '加微信', type: 'button', settings })
    // Where it is seen: behind the name.
    const view = (await run(page, 'base.describe', {})).views.find((each) => each.tableId === tableId)
    const [first] = view?.settings.columns ?? []
    if (view === undefined || first === undefined) throw new Error('no view')
    const arranged = [first, { ...first, columnId: created.id }, ...view.settings.columns.slice(1)]
    await run(page, 'views.update', { viewId: view.id, settings: { ...view.settings, columns: arranged } })

    await page.locator('.column-header', { hasText: '加微信' }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: t('grid.editColumn') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('buttons.daysUnit'), { exact: true }).waitFor()
    const days = dialog.getByRole('spinbutton', { name: t('buttons.days', { name: '下次回访' }) })
    await expect.poll(() => days.inputValue()).toBe('7')
    await screenshot(page, 'button-7-settings')
    await days.fill('14')
    await dialog.getByRole('button', { name: t('common.save') }).click()
    await dialog.waitFor({ state: 'hidden' })

    const button = page.locator(`[data-act="press"][aria-disabled="false"]`).first()
    const rowId = Number((await page.locator('.ag-row', { has: button }).first().getAttribute('row-id'))?.replace('row ', ''))
    const seen = async () => (await run(page, 'rows.get', { tableId, rowId })).cells
    await button.click()
    await dialog.getByText(settings.confirm).last().waitFor()
    await screenshot(page, 'button-8-question')
    await dialog.getByRole('button', { name: t('common.cancel') }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect((await seen())[wechat.id]).toBeNull()
    await button.click()
    await dialog.getByRole('button', { name: '加微信' }).click()
    await until(async () => (await seen())[wechat.id] === '已加')
    expect((await seen())[created.id]).toBe(0)
    const pressed = page.locator(`.ag-row[row-id="row ${rowId}"] [data-act="press"]`)
    await until(async () => (await pressed.getAttribute('aria-disabled')) === 'true')
    await expect.poll(() => pressed.getAttribute('title')).toContain('不符合')
    await screenshot(page, 'button-9-grey')
    await page.keyboard.press('Control+z')
    await until(async () => (await pressed.getAttribute('aria-disabled')) === 'false')
    await page
      .locator('.foot-bar')
      .getByText(t('shell.undone', { what: t('history.operation.pressed', { name: '加微信' }) }))
      .waitFor()
  })
})
