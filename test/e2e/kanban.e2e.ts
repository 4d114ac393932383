import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import { screenshot } from './support/app.ts'
import { withOpenBase } from './support/open.ts'
import { chooseInMenu, run, until } from './support/window.ts'

/** Customers as cards: by class, where a move asks for a reason, and by a plain column, where it is written and taken back. */
test('cards stand in lanes, tell why, and are dragged to other lanes', async () => {
  await withOpenBase({}, async ({ app, page, t }) => {
    await page.setViewportSize({ width: 1280, height: 720 })
    const base = await run(page, 'base.describe', {})
    const grade = base.columns.find(({ role }) => role === 'customer.grade')
    const status = base.columns.find(({ role }) => role === 'customer.status')
    const scheme = base.schemes.find(({ code }) => code === 'grade')
    const view = base.views.find(({ role }) => role === 'customer.kanban')
    if (grade?.type !== 'singleSelect' || status?.type !== 'singleSelect' || scheme === undefined || view === undefined) throw new Error('no kanban')
    const { tableId } = grade
    const lane = (name: string) => page.locator('.lane').and(page.getByRole('region', { name, exact: true }))

    await page.getByRole('tab', { name: view.name, exact: true }).click()
    const [s, a] = grade.settings.options.map(({ name }) => name)
    const inA = lane(a ?? '').getByRole('listitem')
    await inA.first().waitFor()
    expect(await page.locator('.lane').count()).toBe(grade.settings.options.length + 1)
    await screenshot(page, 'kanban-1-classes')

    // A class on a card tells why, as in the grid.
    await inA.first().locator('[data-why]').first().click()
    const why = page.locator('.ant-popover .why')
    await why.getByText(t('rowPage.why.changeRule')).waitFor()
    await screenshot(page, 'kanban-2-why')
    await page.mouse.move(640, 60)
    await why.waitFor({ state: 'detached' })

    await lane(a ?? '')
      .locator('.lane__head .why-button')
      .click()
    await why.getByText(t('kanban.byRule', { scheme: scheme.name })).waitFor()
    await page.mouse.move(640, 60)
    await why.waitFor({ state: 'detached' })

    // On a column that a rule fills, a move is a class by hand, with its reason.
    const moved = Number(await inA.first().getAttribute('data-row'))
    const title = await inA.first().getAttribute('aria-label')
    await drag(page, inA.first(), lane(s ?? ''))
    const dialog = page.getByRole('dialog')
    await dialog.getByText(title ?? '', { exact: true }).waitFor()
    await dialog.getByText(t('locks.lead')).waitFor()
    await dialog
      .getByText(s ?? '', { exact: true })
      .first()
      .waitFor()
    await dialog.getByLabel(t('locks.reason')).fill('老板的老客户，按重点维护')
    await screenshot(page, 'kanban-3-lock')
    await dialog.getByRole('button', { name: t('locks.save'), exact: true }).click()
    await lane(s ?? '')
      .locator(`[data-row="${moved}"]`)
      .getByRole('img', { name: t('locks.sign') })
      .waitFor()
    const [explained] = await run(page, 'classes.explain', { tableId, rowId: moved, schemeId: scheme.id })
    expect(explained?.lock?.reason).toBe('老板的老客户，按重点维护')

    // A kanban of one's own is made by the first column that people fill in; there a move is written at once.
    await page.getByRole('button', { name: t('shell.newView') }).click()
    await page.getByRole('menuitem', { name: t('views.newKanban'), exact: true }).click()
    await page.getByRole('textbox', { name: t('shell.name') }).press('Enter')
    const options = status.settings.options.map(({ name }) => name)
    await lane(options[0] ?? '').waitFor()
    const from = page
      .locator('.lane')
      .filter({ has: page.locator('.card[data-row]') })
      .first()
    const card = from.getByRole('listitem').first()
    await card.waitFor()
    const fromKey = await from.getAttribute('data-lane')
    const rowId = Number(await card.getAttribute('data-row'))
    const statusOf = async () => (await run(page, 'rows.get', { tableId, rowId })).cells[status.id]
    const before = await statusOf()
    const to = status.settings.options.find(({ id }) => id !== before)
    await drag(page, card, lane(to?.name ?? ''), 'kanban-4-dragging')
    await until(async () => (await statusOf()) === to?.id)
    await page.getByText(t('kanban.moved', { name: to?.name ?? '' }), { exact: true }).waitFor()
    await lane(to?.name ?? '')
      .locator(`[data-row="${rowId}"]`)
      .first()
      .waitFor()
    await page.keyboard.press('Control+z')
    await until(async () => (await statusOf()) === before)
    await page.locator(`.lane[data-lane='${fromKey ?? ''}'] [data-row="${rowId}"]`).waitFor()

    // All of it by keys: from card to card, to its menu, and to its page.
    await from.getByRole('listitem').first().focus()
    await page.keyboard.press('ArrowDown')
    const focusedRow = () => page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? null)
    await until(async () => ![null, String(rowId)].includes(await focusedRow()))
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: t('kanban.moveTo') }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menuitem', { name: t('kanban.moveTo') }).waitFor({ state: 'hidden' })
    // Sent to another lane by its menu, it leaves the keys to the card that takes its place.
    const sent = await focusedRow()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: t('kanban.moveTo') }).waitFor()
    await until(() => page.evaluate(() => document.activeElement?.closest('[role="menu"]') instanceof HTMLElement))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.locator('.kanban-lanes-menu').getByRole('menuitem').first().waitFor()
    // The keys follow a moment after the menu is there.
    await until(() => page.evaluate(() => document.activeElement?.closest('.kanban-lanes-menu') instanceof HTMLElement))
    await page.keyboard.press('Enter')
    await until(async () => ![null, sent].includes(await focusedRow()))

    // What was told stands there in the language of the window, also where that is switched meanwhile.
    const notice = page.locator('.foot-bar__notice')
    const first = status.settings.options.find(({ id }) => id !== before)?.name ?? ''
    await notice.getByText(t('kanban.moved', { name: first })).waitFor()
    await chooseInMenu(app, 'view.lang.en')
    await notice.getByText(translator('en')('kanban.moved', { name: first })).waitFor()
    await notice.getByText(translator('en')('common.undo'), { exact: true }).waitFor()
    await chooseInMenu(app, 'view.lang.zh-CN')
    await notice.getByText(t('kanban.moved', { name: first })).waitFor()

    // With Ctrl an arrow takes the card along, the keys stay on it, and it is told where it stands.
    await from.getByRole('listitem').first().focus()
    const taken = await focusedRow()
    const cell = async () => (await run(page, 'rows.get', { tableId, rowId: Number(taken) })).cells[status.id]
    const next = status.settings.options[status.settings.options.findIndex(({ id }) => id === before) + 1]
    if (next === undefined) throw new Error('the cards stand in the last lane')
    await page.keyboard.press('Control+ArrowRight')
    await until(async () => (await cell()) === next.id)
    await page.locator('.kanban').getByRole('status').filter({ hasText: next.name }).waitFor({ state: 'attached' })
    await until(async () => (await focusedRow()) === taken)
    await page.keyboard.press('Control+ArrowLeft')
    await until(async () => (await cell()) === before)
    await page.keyboard.press('Control+z')
    await until(async () => (await cell()) === next.id)

    // A folded lane is a strip, and opens again; what is searched for is marked on cards.
    await lane(next.name)
      .getByRole('button', { name: t('kanban.fold', { name: next.name }) })
      .click()
    await lane(next.name).locator('.lane__unfold').waitFor()
    const search = page.getByPlaceholder(t('grid.searchHere'))
    await search.fill('有限公司')
    await until(() => page.evaluate(() => (CSS.highlights.get('card-search')?.size ?? 0) > 3))
    await screenshot(page, 'kanban-5-searched')
    await search.fill('')
    await lane(next.name).locator('.lane__unfold').click()
    await lane(next.name).getByRole('listitem').first().waitFor()

    // A chart beside the cards is drawn anew for the pixels of another zoom.
    await chooseInMenu(app, 'view.chart')
    const canvas = page.locator('.chart-panel canvas').first()
    await canvas.waitFor()
    const sharpness = () => canvas.evaluate((drawn) => (drawn instanceof HTMLCanvasElement ? drawn.width / drawn.clientWidth : 0))
    const zoom = (factor: number) => app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to), factor)
    const atFirst = await sharpness()
    await zoom(1.5)
    await until(async () => Math.abs((await sharpness()) - atFirst * 1.5) < 0.01)
    await screenshot(page, 'kanban-6-zoomed-chart')
    await zoom(1)
    await until(async () => Math.abs((await sharpness()) - atFirst) < 0.01)
    await chooseInMenu(app, 'view.chart')

    // A row begun in a lane asks for its name at once.
    await from.getByRole('button', { name: t('kanban.addTo', { name: (await from.getAttribute('aria-label')) ?? '' }) }).click()
    await page.locator('.row-head textarea').waitFor()
    await page.keyboard.type('华东精密')
    await page.keyboard.press('Enter')
    await page.locator('.row-head__title').getByText('华东精密', { exact: true }).waitFor()
    await chooseInMenu(app, 'view.theme.dark')
    await chooseInMenu(app, 'view.lang.en')
    await page.getByText(translator('en')('kanban.lanes'), { exact: true }).waitFor()
    await screenshot(page, 'kanban-7-beside-page-dark')
  })
})

/** Takes a card by the pointer to the middle of a lane. */
async function drag(page: Page, card: Locator, to: Locator, picture?: string): Promise<void> {
  const start = await card.locator('.card__title').boundingBox()
  const end = await to.boundingBox()
  if (start === null || end === null) throw new Error('nothing to drag')
  await page.mouse.move(start.x + 40, start.y + 8)
  await page.mouse.down()
  await page.mouse.move(start.x + 60, start.y + 20, { steps: 3 })
  await page.mouse.move(end.x + end.width / 2, end.y + 120, { steps: 6 })
  await page.locator('.lane--over').waitFor()
  if (picture !== undefined) await screenshot(page, picture)
  await page.mouse.up()
}
