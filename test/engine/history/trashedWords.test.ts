import { expect, test } from 'vitest'
import { makeBook } from '../support/book.ts'
import { contentOf } from '../support/contentOf.ts'
import { temporaryBase } from '../support/temporaryBase.ts'
import { valueOf } from '../support/valueOf.ts'

/** Edits of one table while the other, which shows what they change, is in the trash. */
const cases = [
  { gone: 'customers', edited: 'content', value: '改过的内容' },
  { gone: 'customers', edited: 'amount', value: 7 },
  { gone: 'customers', edited: 'result', value: 2 },
  { gone: 'followUps', edited: 'name', value: '改过的名称' },
  { gone: 'followUps', edited: 'status', value: 2 },
] as const

test.each(cases)('$gone come back from the trash with the words of what $edited became, and undo goes back', async ({ gone, edited, value }) => {
  const { engine, path } = temporaryBase()
  const { run } = engine
  const book = await makeBook(engine)
  const { customers, followUps, name, content, amount, at, link } = book
  const first = { cells: [{ columnId: name.id, value: '甲' }] }
  const { ids } = valueOf(await run('rows.insert', { tableId: customers.id, rows: [first, { cells: [{ columnId: name.id, value: '乙' }] }] }))
  const talk = {
    cells: [
      { columnId: content.id, value: '回访' },
      { columnId: amount.id, value: 5 },
      { columnId: at.id, value: '2026-01-02T10:00' },
    ],
    links: [{ columnId: link.column.id, rowIds: ids.slice(0, 1) }],
  }
  valueOf(await run('rows.insert', { tableId: followUps.id, rows: [talk] }))

  const found = async (text: string) => valueOf(await run('rows.find', { tableIds: [customers.id], text, limit: 10 })).map(({ title }) => title)
  const expectAsFromScratch = async () => {
    const stored = contentOf(path)
    valueOf(await run('base.recompute', {}))
    expect(stored).toEqual(contentOf(path))
  }

  const states = [contentOf(path)]
  valueOf(await run('tables.delete', { tableId: book[gone].id }))
  states.push(contentOf(path))
  const column = book[edited]
  valueOf(await run('rows.updateWhere', { tableId: column.tableId, filter: null, columnId: column.id, value }))
  states.push(contentOf(path))
  const [item] = valueOf(await run('trash.list', {}))
  valueOf(await run('trash.restore', { entryId: item?.entryId ?? 0 }))
  await expectAsFromScratch()
  if (edited === 'content') expect([await found('改过的内容'), await found('回访')]).toEqual([['甲'], []])
  for (const state of states.toReversed()) {
    valueOf(await run('history.undo', {}))
    expect(contentOf(path)).toEqual(state)
  }
  await expectAsFromScratch()
  if (edited === 'content') expect([await found('改过的内容'), await found('回访')]).toEqual([[], ['甲']])
})
