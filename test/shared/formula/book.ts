import type { FormulaSchema } from '#shared/formula/check/scope.ts'
import { columnSchema, type Column, type ColumnType } from '#shared/model/column.ts'

/** Customers (table 1) with follow-ups (2) and orders (3), by ids that tests can name. */
export const customersId = 1

const number = { format: 'plain', decimals: 2, thousands: false, symbol: '' }
const options = { options: [{ id: 1, name: '谈判中', color: 'blue' }] }
const link = (linkId: number, side: 'a' | 'b', otherTableId: number, otherColumnId: number, multiple: boolean) => ({
  linkId,
  side,
  otherTableId,
  otherColumnId,
  multiple,
})

export const columns: readonly Column[] = [
  column(11, 1, '客户名称', 'text'),
  column(12, 1, '金额', 'number', number),
  column(13, 1, '签约日期', 'date'),
  column(14, 1, '已签', 'checkbox'),
  column(15, 1, '状态', 'singleSelect', options),
  column(16, 1, '创建时间', 'createdTime'),
  column(17, 1, '跟进记录', 'link', link(1, 'a', 2, 27, true)),
  column(18, 1, '订单', 'link', link(2, 'a', 3, 37, true)),
  column(19, 1, '标签', 'multipleSelect', options),
  column(191, 1, '折扣.率}', 'number', number),
  column(21, 2, '内容', 'text'),
  column(22, 2, '时间', 'dateTime'),
  column(23, 2, '结果', 'singleSelect', options),
  column(24, 2, '金额', 'number', number),
  column(27, 2, '客户', 'link', link(1, 'b', 1, 17, false)),
  column(31, 3, '订单号', 'autoNumber', { pattern: '{0001}' }),
  column(32, 3, '单价', 'number', number),
  column(33, 3, '数量', 'number', number),
  column(34, 3, '日期', 'date'),
  column(37, 3, '客户', 'link', link(2, 'b', 1, 18, false)),
]

export const book = schemaOf(columns)

export function schemaOf(columns: readonly Column[]): FormulaSchema {
  return {
    columns: new Map(columns.map((column) => [column.id, column])),
    columnsOf: (tableId) => columns.filter((column) => column.tableId === tableId),
  }
}

export function column(id: number, tableId: number, name: string, type: ColumnType, settings: object = {}): Column {
  return columnSchema.parse({ id, uid: `u${id}`, tableId, name, role: null, position: id, description: '', required: false, type, settings })
}
