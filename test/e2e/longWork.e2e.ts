import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createBase, openEngine } from '#main/engine/index.ts'
import { emptyRowQuery, emptyViewSettings } from '#shared/model/view.ts'
import { screenshot } from './support/app.ts'
import { withOpenBase } from './support/open.ts'
import { run, until } from './support/window.ts'

const rows = 200_000
/** Slow enough to be stopped in the middle. */
const slow = `${'REGEXREPLACE('.repeat(4)}{名称}${', "[0-9]+", "客户")'.repeat(4)} & {金额}`

/** A formula over many rows in the real window: stopped in the middle, let run, undone; quick work shows no bar. */
test('a long computation is seen and can be stopped', async () => {
  await withOpenBase({ make: makeLargeTable }, async ({ page, t }) => {
    const dialog = page.getByRole('dialog')
    const before = await stateOf(page)
    const addFormula = async (source: string) => {
      await dialog.getByLabel(t('columnDialog.name'), { exact: true }).fill('新列')
      await dialog.getByRole('radio', { name: t('columns.type.formula') }).click()
      await dialog.getByLabel(t('formulaEditor.label'), { exact: true }).fill(source)
      await dialog.getByRole('button', { name: t('columnDialog.create') }).click()
    }
    const openDialog = () =>
      page
        .getByRole('button', { name: t('grid.addColumn') })
        .first()
        .click()

    await openDialog()
    await addFormula(slow)
    const percent = dialog.locator('.work-line__percent')
    await until(async () => /^[1-9]\d?%$/u.test(await percent.innerText()))
    await screenshot(page, 'long-work-1')
    // The window answers meanwhile: the rows beside the work can be read.
    await run(page, 'rows.find', { tableIds: [before.tableId], text: '7', limit: 5 })
    expect(await percent.innerText()).toMatch(/^\d\d?%$/u)
    await dialog.getByRole('button', { name: t('common.cancel') }).click()
    await dialog.getByText(t('columnDialog.stopped')).waitFor()
    await screenshot(page, 'long-work-2-stopped')
    expect(await stateOf(page)).toEqual(before)

    await dialog.getByRole('button', { name: t('columnDialog.create') }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect((await stateOf(page)).columns).toEqual(['名称', '金额', '新列'])
    const { columns } = await run(page, 'base.describe', {})
    const made = columns.filter(({ name }) => name === '新列').map(({ id }) => id)
    const last = await run(page, 'rows.page', { tableId: before.tableId, query: emptyRowQuery, columnIds: made, offset: rows - 1, limit: 1 })
    expect(last.items).toMatchObject([{ cells: ['客户 客户19999'] }])

    // Quick work is done before anybody could read of it: no line for what took less than its delay.
    await seenWorkLines(page)
    const head = page.locator('.column-header', { hasText: '新列' }).first()
    await head.dblclick()
    await dialog.getByLabel(t('columnDialog.name'), { exact: true }).fill('改名')
    const began = performance.now()
    await dialog.getByRole('button', { name: t('common.save') }).click()
    await dialog.waitFor({ state: 'hidden' })
    const took = performance.now() - began
    expect(took >= 400 ? 0 : await seenWorkLines(page)).toBe(0)
  })
})

/** What the base holds, as far as a column could change it. */
async function stateOf(page: Page): Promise<{ tableId: number; columns: string[]; undo: string | null }> {
  const { columns, tables, history } = await run(page, 'base.describe', {})
  return { tableId: tables[0]?.id ?? 0, columns: columns.map((column) => column.name), undo: history.undo }
}

/** How many lines of work were shown since this was asked first. */
async function seenWorkLines(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seen: unknown = Reflect.get(globalThis, 'seenWorkLines')
    if (typeof seen === 'number') return seen
    Reflect.set(globalThis, 'seenWorkLines', 0)
    const count = () => {
      if (document.querySelector('.work-line') !== null)
        Reflect.set(globalThis, 'seenWorkLines', Number(Reflect.get(globalThis, 'seenWorkLines')) + 1)
    }
    new MutationObserver(count).observe(document.body, { childList: true, subtree: true })
    return 0
  })
}

async function makeLargeTable(path: string): Promise<void> {
  createBase(path)
  const engine = openEngine(path)
  const of = <Value>(answer: { ok: true; value: Value } | { ok: false; failure: unknown }): Value => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
    return answer.value
  }
  const { id: tableId } = of(await engine.run('tables.create', { name: '大表' }))
  const name = of(await engine.run('columns.create', { tableId, name: '名称', type: 'text', settings: {} }))
  const amount = of(await engine.run('columns.create', { tableId, name: '金额', type: 'number', settings: {} }))
  of(await engine.run('views.create', { tableId, name: '全部', settings: emptyViewSettings }))
  for (let from = 0; from < rows; from += 20_000) {
    const part = Array.from({ length: 20_000 }, (_, index) => ({
      cells: [
        { columnId: name.id, value: `客户 ${from + index}` },
        { columnId: amount.id, value: index },
      ],
    }))
    of(await engine.run('rows.insert', { tableId, rows: part }))
  }
  await engine.close()
}
