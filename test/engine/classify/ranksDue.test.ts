import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEngine, type Engine } from '#main/engine/index.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** 6,000 customers graded by their share: too many for the ranking to be part of an edit. */
async function largeBook() {
  const { engine, path } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const amount = valueOf(await engine.run('columns.create', { tableId: table.id, name: '金额', type: 'number', settings: {} }))
  const options = [1, 2].map((id) => ({ id, name: `第${id}类`, color: 'blue' }))
  const grade = valueOf(await engine.run('columns.create', { tableId: table.id, name: '级', type: 'singleSelect', settings: { options } }))
  const rows = Array.from({ length: 6000 }, (_, index) => ({ cells: [{ columnId: amount.id, value: index + 1 }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: table.id, rows }))
  const rule = {
    kind: 'pareto' as const,
    metric: { kind: 'column' as const, columnId: amount.id },
    shares: [
      { below: 0.5, optionId: 1 },
      { below: 1, optionId: 2 },
    ],
    minimumPopulation: 0,
    absolute: [],
    nothingOptionId: 2,
  }
  const scheme = valueOf(
    await engine.run('schemes.create', { tableId: table.id, code: 'g', name: '级', targetColumnId: grade.id, rule, fallbackOptionId: null }),
  )
  valueOf(await engine.run('base.recompute', {}))
  const gradedFirst = async (opened: Engine) =>
    valueOf(await opened.run('classes.counts', { schemeId: scheme.id })).find((each) => each.optionId === 1)?.count
  const edit = () => engine.run('rows.update', { tableId: table.id, rows: [{ id: ids[0] ?? 0, cells: [{ columnId: amount.id, value: 1e12 }] }] })
  /** A scheme by the same rule beside it. */
  const second = async () =>
    valueOf(
      await engine.run('schemes.create', {
        tableId: table.id,
        code: 'h',
        name: '另一级',
        targetColumnId: null,
        newOptions: options,
        rule,
        fallbackOptionId: null,
      }),
    )
  return { engine, path, table, amount, grade, ids, edit, second, gradedFirst }
}

test('a ranking that was due when the program ended is made when the base is opened again', async () => {
  const { path, edit, gradedFirst } = await largeBook()
  valueOf(await edit())
  // As a program that ends here leaves the file: the edit is committed, its ranking not yet made.
  const copy = join(temporaryFolder(), 'ended.kebu')
  copyFileSync(path, copy)
  copyFileSync(`${path}-wal`, `${copy}-wal`)
  const reopened = openEngine(copy)
  await reopened.run('base.describe', {})
  expect(await gradedFirst(reopened)).toBe(1)
  await reopened.close()
})

test('a ranking that is due while the column it reads is deleted is made when that is taken back', async () => {
  const { engine, amount, edit, gradedFirst } = await largeBook()
  // Sent together: the ranking that the edit asks for comes behind the deletion.
  const [edited, deleted] = [edit(), engine.run('columns.delete', { columnId: amount.id })]
  valueOf(await edited)
  valueOf(await deleted)
  await engine.run('base.describe', {})
  await engine.run('base.describe', {})
  // Only the edited row is classed, by the last cut points.
  expect(await gradedFirst(engine)).toBe(1759)
  valueOf(await engine.run('history.undo', {}))
  await engine.run('base.describe', {})
  expect(await gradedFirst(engine)).toBe(1)
})

test('ranks are made one by one, and what is asked for meanwhile does not wait for all of them', async () => {
  const { engine, path, table, amount, grade, ids, second, gradedFirst } = await largeBook()
  const { targetColumnId } = await second()
  await engine.close()
  const opened = openEngine(path, { rankAfterMs: 1 })
  const cells = [{ columnId: amount.id, value: 1e12 }]
  valueOf(await opened.run('rows.update', { tableId: table.id, rows: [{ id: ids[0] ?? 0, cells }] }))
  const seen: string[] = []
  opened.onChanged((event) => {
    const ranked = event.tables.flatMap(({ columnIds }) => columnIds).filter((id) => id === grade.id || id === targetColumnId)
    if (ranked.length === 0) return
    seen.push(`ranked ${ranked.length}`)
    void opened.run('base.describe', {}).then(() => seen.push('answered'))
  })
  await expect.poll(() => seen).toEqual(['ranked 1', 'answered', 'ranked 1', 'answered'])
  expect(await gradedFirst(opened)).toBe(1)
  await opened.close()
})
