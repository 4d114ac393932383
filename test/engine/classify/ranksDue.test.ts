import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEngine } from '#main/engine/index.ts'
import { temporaryBase, temporaryFolder } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

test('a ranking that was due when the program ended is made when the base is opened again', async () => {
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
  const edit = engine.run('rows.update', { tableId: table.id, rows: [{ id: ids[0] ?? 0, cells: [{ columnId: amount.id, value: 1e12 }] }] })
  valueOf(await edit)
  // As a program that ends here leaves the file: the edit is committed, its ranking not yet made.
  const copy = join(temporaryFolder(), 'ended.kebu')
  copyFileSync(path, copy)
  copyFileSync(`${path}-wal`, `${copy}-wal`)
  const reopened = openEngine(copy)
  await reopened.run('base.describe', {})
  expect(valueOf(await reopened.run('classes.counts', { schemeId: scheme.id })).find((each) => each.optionId === 1)?.count).toBe(1)
  await reopened.close()
})
