import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createBase, openEngine } from '#main/engine/index.ts'
import { translator } from '#shared/i18n/translate.ts'
import { emptyRowQuery } from '#shared/model/view.ts'
import { launchApp, screenshot } from './support/app.ts'
import { pickInDialogs, run, until } from './support/window.ts'

/** A base with one row of every type that is shown in a way of its own. */
async function makeTypes(path: string): Promise<void> {
  createBase(path)
  const engine = openEngine(path)
  const of = <Value>(answer: { ok: true; value: Value } | { ok: false; failure: unknown }): Value => {
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
    return answer.value
  }
  const { id: tableId } = of(await engine.run('tables.create', { name: '项目' }))
  const members: number[] = []
  for (const name of ['李雷', '韩梅梅']) members.push(of(await engine.run('members.create', { name })).id)
  const made = [
    ['名称', 'text', {}, '华东精密官网改版'],
    ['评分', 'rating', { max: 5, icon: 'star' }, 3],
    ['进度', 'progress', {}, 0.6],
    ['用时', 'duration', { format: 'h:mm' }, 5400],
    ['网址', 'url', {}, 'https://example.com/'],
    ['参与人', 'members', {}, JSON.stringify(members)],
    ['坐标', 'geolocation', {}, '{"latitude":31.230416,"longitude":121.473701}'],
    ['预算', 'number', { format: 'currency', decimals: 1, thousands: true, symbol: '￥', shorten: true }, 123456789],
    ['开始', 'date', { format: 'chinese' }, '2026-11-26'],
  ] as const
  const cells = []
  for (const [name, type, settings, value] of made)
    cells.push({ columnId: of(await engine.run('columns.create', { tableId, name, type, settings })).id, value })
  const settings = { filter: null, sorts: [], groups: [], columns: [], frozenColumns: 1, rowHeight: 'middle' as const, chart: null }
  of(await engine.run('views.create', { tableId, name: '全部', settings }))
  of(await engine.run('rows.insert', { tableId, rows: [{ cells }, { cells: cells.slice(0, 2) }] }))
  await engine.close()
}

test('the types are seen in the grid; a click rates, a number key too, and an address opens outside', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kebu-types-'))
  const launched = await launchApp({ userData: join(folder, 'profile'), lang: 'zh-CN' })
  const { app, page } = launched
  const t = translator('zh-CN')
  try {
    await makeTypes(join(folder, '类型.kebu'))
    await page.getByText(t('welcome.motto')).waitFor()
    await pickInDialogs(app, join(folder, '类型.kebu'))
    await page.getByRole('button', { name: t('welcome.open') }).click()
    const done = page.locator('.progress-bar__done').first()
    await done.waitFor()
    expect((await done.boundingBox())?.width).toBeGreaterThan(10)
    await screenshot(page, 'types-01-grid')

    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Reflect.set(globalThis, 'openedUrls', opened)
      shell.openExternal = async (url) => void opened.push(url)
    })
    await page.locator('[data-act="openUrl"]').first().click()
    await until(async () => (await app.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'openedUrls')))) === '["https://example.com/"]')

    await page.locator('[row-index="0"] [data-rating="5"]').click()
    await until(async () => (await ratings(page))[0] === 5)
    await page.keyboard.press('2')
    await until(async () => (await ratings(page))[0] === 2)
    await page.keyboard.press('Control+z')
    await until(async () => (await ratings(page))[0] === 5)

    expect(await ratings(page)).toEqual([5, 3])
  } finally {
    await launched.close()
    await rm(folder, { recursive: true, force: true })
  }
})

async function ratings(page: Page): Promise<unknown[]> {
  const { columns } = await run(page, 'base.describe', {})
  const rating = columns.find(({ type }) => type === 'rating')
  if (rating === undefined) return []
  const { items } = await run(page, 'rows.page', { tableId: rating.tableId, query: emptyRowQuery, columnIds: [rating.id], offset: 0, limit: 10 })
  return items.flatMap((item) => (item.kind === 'row' ? [item.cells[0]] : []))
}
