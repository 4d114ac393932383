import type { Engine } from '#main/engine/index.ts'
import { valueOf } from './valueOf.ts'

const options = (names: string[]) => names.map((name, index) => ({ id: index + 1, name, color: 'blue' }))

/** Two linked tables with every kind of computed column, small enough to reason about. */
export async function makeBook(engine: Engine) {
  const run = engine.run
  const customers = valueOf(await run('tables.create', { name: '客户' }))
  const followUps = valueOf(await run('tables.create', { name: '跟进记录' }))
  const column = async (
    tableId: number,
    name: string,
    type: 'text' | 'dateTime' | 'number' | 'singleSelect' | 'lookup' | 'rollup' | 'autoNumber' | 'multipleSelect',
    settings: Record<string, unknown> = {},
  ) => valueOf(await run('columns.create', { tableId, name, type, settings }))
  const name = await column(customers.id, '客户名称', 'text')
  const status = await column(customers.id, '状态', 'singleSelect', { options: options(['新建', '洽谈中', '已成交']) })
  const number = await column(customers.id, '编号', 'autoNumber', { pattern: 'KH-{yyyyMM}-{0001}' })
  const content = await column(followUps.id, '内容', 'text')
  const at = await column(followUps.id, '时间', 'dateTime')
  const amount = await column(followUps.id, '金额', 'number', { format: 'currency', decimals: 2, thousands: true, symbol: '￥' })
  const result = await column(followUps.id, '结果', 'singleSelect', { options: options(['有意向', '谈判中']) })
  const link = valueOf(
    await run('columns.createLink', {
      tableId: followUps.id,
      name: '客户',
      multiple: false,
      otherTableId: customers.id,
      otherName: '跟进记录',
      otherMultiple: true,
    }),
  )
  const rollup = (title: string, settings: Record<string, unknown>) =>
    column(customers.id, title, 'rollup', { linkColumnId: link.inverse.id, targetColumnId: null, orderColumnId: null, filter: null, ...settings })
  const count = await rollup('次数', { function: 'count' })
  const sum = await rollup('合计', { function: 'sum', targetColumnId: amount.id })
  const last = await rollup('最近时间', { function: 'max', targetColumnId: at.id })
  const latest = await rollup('最近内容', { function: 'latest', targetColumnId: content.id, orderColumnId: at.id })
  const talks = await rollup('最近谈判', {
    function: 'max',
    targetColumnId: at.id,
    filter: { kind: 'condition', columnId: result.id, operator: 'anyOf', value: [2] },
  })
  const statusThere = await column(followUps.id, '客户状态', 'lookup', { linkColumnId: link.column.id, targetColumnId: status.id })
  const lastThere = await column(followUps.id, '客户最近时间', 'lookup', { linkColumnId: link.column.id, targetColumnId: last.id })
  const amounts = await column(customers.id, '各次金额', 'lookup', { linkColumnId: link.inverse.id, targetColumnId: amount.id })
  return {
    customers,
    followUps,
    name,
    status,
    number,
    content,
    at,
    amount,
    result,
    link,
    count,
    sum,
    last,
    latest,
    talks,
    statusThere,
    lastThere,
    amounts,
  }
}

export type Book = Awaited<ReturnType<typeof makeBook>>
