import { expect, test } from 'vitest'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

test('a scheme put on a filled column is taken back with all that people had written there', async () => {
  const { engine, path } = temporaryBase()
  const book = await makeBook(engine)
  const rows = [1, 2, 3, null].map((value) => ({ cells: [{ columnId: book.status.id, value }] }))
  valueOf(await engine.run('rows.insert', { tableId: book.customers.id, rows }))
  const before = contentOf(path)
  const rule = { kind: 'bands' as const, metric: { kind: 'column' as const, columnId: book.count.id }, bands: [{ from: null, optionId: 1 }] }
  const scheme = valueOf(
    await engine.run('schemes.create', {
      tableId: book.customers.id,
      code: 'byCount',
      name: '按次数',
      targetColumnId: book.status.id,
      rule,
      fallbackOptionId: null,
    }),
  )
  expect(valueOf(await engine.run('classes.counts', { schemeId: scheme.id })).find((each) => each.optionId === 1)?.count).toBe(4)
  valueOf(await engine.run('history.undo', {}))
  expect(contentOf(path)).toEqual(before)
})
