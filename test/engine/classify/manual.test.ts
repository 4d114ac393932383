import { expect, test } from 'vitest'
import { emptyRowQuery } from '#shared/model/view.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Three customers, two of them with a service that somebody typed. */
async function services(reasonRequired: boolean) {
  const { engine, path } = temporaryBase()
  const table = valueOf(await engine.run('tables.create', { name: '客户' }))
  const options = ['定制', '标准', '未定'].map((name, index) => ({ id: index + 1, name, color: 'blue' }))
  const column = valueOf(await engine.run('columns.create', { tableId: table.id, name: '服务需求', type: 'singleSelect', settings: { options } }))
  const rows = [1, 2, null].map((value) => ({ cells: [{ columnId: column.id, value }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: table.id, rows }))
  const typed = contentOf(path)
  const rule = { kind: 'manual' as const, optionIds: [1, 2], reasonRequired }
  const scheme = valueOf(
    await engine.run('schemes.create', {
      tableId: table.id,
      code: 'service',
      name: '服务需求',
      targetColumnId: column.id,
      rule,
      fallbackOptionId: 3,
    }),
  )
  const classes = async () =>
    valueOf(await engine.run('rows.page', { tableId: table.id, query: emptyRowQuery, columnIds: [column.id], offset: 0, limit: 9 })).items.map(
      (item) => (item.kind === 'row' ? item.cells[0] : null),
    )
  return { engine, path, tableId: table.id, scheme, ids, typed, classes }
}

test('a scheme without a rule takes over what people typed, as set by hand; the others have its fallback', async () => {
  const { engine, path, tableId, scheme, ids, typed, classes } = await services(false)
  expect(await classes()).toEqual([1, 2, 3])
  valueOf(await engine.run('classes.lock', { schemeId: scheme.id, rowIds: ids.slice(2), optionId: 1, reason: '', until: null }))
  valueOf(await engine.run('classes.unlock', { schemeId: scheme.id, rowIds: ids.slice(0, 1) }))
  expect(await classes()).toEqual([3, 2, 1])
  valueOf(await engine.run('schemes.run', { schemeId: null }))
  valueOf(await engine.run('base.recompute', {}))
  expect(await classes()).toEqual([3, 2, 1])
  const of = async (rowId = 0) => valueOf(await engine.run('classes.explain', { tableId, rowId }))[0]
  expect(await of(ids[0])).toMatchObject({ optionId: 3, reason: { kind: 'nobody' }, lock: null })
  expect(await of(ids[2])).toMatchObject({ optionId: 1, lock: { optionId: 1, reason: '' } })
  expect(valueOf(await engine.run('classes.moves', { schemeId: scheme.id })).map(({ cause }) => cause)).toEqual(['person', 'person'])
  for (let step = 0; step < 3; step += 1) valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(typed)
  for (let step = 0; step < 3; step += 1) valueOf(await engine.run('history.redo', {}))
  expect(await classes()).toEqual([3, 2, 1])
})

test('a reason is asked for where the scheme says so', async () => {
  const { engine, scheme, ids } = await services(true)
  const lock = (reason: string) => engine.run('classes.lock', { schemeId: scheme.id, rowIds: [...ids], optionId: 1, reason, until: null })
  expect(await lock('')).toMatchObject({ ok: false, failure: { code: 'class.reasonMissing' } })
  expect(valueOf(await lock('合同写明'))).toEqual({ locked: 3 })
})
