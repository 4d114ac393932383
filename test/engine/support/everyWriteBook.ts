import type { Engine } from '#main/engine/index.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import { makeBook } from './book.ts'
import type { World } from './everyWrite.ts'
import { valueOf } from './valueOf.ts'

/** What a write finds to work on by now, with numbers that decide what it takes of it. */
export async function worldOf(engine: Engine, folder: string, numbers: readonly number[]): Promise<World> {
  let at = 0
  const number = (): number => numbers[at++ % numbers.length] ?? 0
  return {
    engine,
    folder,
    base: valueOf(await engine.run('base.describe', {})),
    number,
    text: () => `第 ${number()} 号`,
    one: (items) => items[number() % Math.max(1, items.length)],
    rowIds: async (tableId) => valueOf(await engine.run('rows.find', { tableIds: [tableId], text: '', limit: 100 })).map(({ id }) => id),
  }
}

/** A book with something for every write to work on. */
export async function beginWith(engine: Engine): Promise<void> {
  const { customers, followUps, name, status, count, content, at, link } = await makeBook(engine)
  const rows = ['甲', '乙', '丙', '丁'].map((each) => ({ cells: [{ columnId: name.id, value: each }] }))
  const { ids } = valueOf(await engine.run('rows.insert', { tableId: customers.id, rows }))
  const links = [{ columnId: link.column.id, rowIds: ids.slice(0, 1) }]
  valueOf(await engine.run('rows.insert', { tableId: followUps.id, rows: [{ cells: [{ columnId: content.id, value: '回访' }], links }] }))
  for (const id of ids)
    valueOf(await engine.run('rows.update', { tableId: customers.id, rows: [{ id, cells: [{ columnId: name.id, value: `${id} 号` }] }] }))
  valueOf(await engine.run('rows.delete', { tableId: customers.id, rowIds: ids.slice(3) }))
  for (const view of ['全部', '重点']) valueOf(await engine.run('views.create', { tableId: customers.id, name: view, settings: emptyViewSettings }))
  valueOf(await engine.run('members.create', { name: '李雷' }))
  const actions = [
    { kind: 'setCells', cells: [{ columnId: name.id, kind: 'value', value: '已联系' }] },
    { kind: 'addLinked', linkColumnId: link.inverse.id, cells: [{ columnId: at.id, kind: 'now', days: 1 }], open: true },
  ]
  valueOf(await engine.run('columns.create', { tableId: customers.id, name: '写跟进', type: 'button', settings: { actions } }))
  valueOf(await engine.run('tables.addUnique', { tableId: followUps.id, columnIds: [content.id] }))
  const rule = { kind: 'bands' as const, metric: { kind: 'column' as const, columnId: count.id }, bands: [{ from: 1, optionId: 2 }] }
  valueOf(
    await engine.run('schemes.create', {
      tableId: customers.id,
      code: 'bands',
      name: '活跃',
      targetColumnId: status.id,
      rule,
      fallbackOptionId: null,
    }),
  )
}
