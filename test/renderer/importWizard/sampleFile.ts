import type { FilePreview, SheetPreview } from '#shared/contract/exchange.ts'
import type { Column } from '#shared/model/column.ts'
import type { BaseShape } from '#shared/importing/draft.ts'

const common = { role: null, description: '', required: false, uid: '' }

export const customerColumns: Column[] = [
  { ...common, id: 10, tableId: 1, position: 0, name: '客户编号', type: 'autoNumber', settings: { pattern: 'KH-{0001}' } },
  { ...common, id: 11, tableId: 1, position: 1, name: '客户名称', type: 'text', settings: {}, required: true },
  { ...common, id: 12, tableId: 1, position: 2, name: '主电话', type: 'phone', settings: {} },
  {
    ...common,
    id: 13,
    tableId: 1,
    position: 3,
    name: '年业务潜在量',
    type: 'number',
    settings: { format: 'currency', decimals: 2, thousands: true, symbol: '￥' },
  },
  {
    ...common,
    id: 14,
    tableId: 1,
    position: 4,
    name: '跟进次数',
    type: 'rollup',
    settings: { linkColumnId: 15, targetColumnId: null, function: 'count', orderColumnId: null, filter: null },
  },
  {
    ...common,
    id: 15,
    tableId: 1,
    position: 5,
    name: '跟进记录',
    type: 'link',
    settings: { linkId: 1, side: 'a', otherTableId: 2, otherColumnId: 22, multiple: true },
  },
]
export const followUpColumns: Column[] = [
  { ...common, id: 20, tableId: 2, position: 0, name: '编号', type: 'autoNumber', settings: { pattern: 'GJ-{0001}' } },
  { ...common, id: 21, tableId: 2, position: 1, name: '跟进内容', type: 'longText', settings: {}, required: true },
  {
    ...common,
    id: 22,
    tableId: 2,
    position: 2,
    name: '客户',
    type: 'link',
    settings: { linkId: 1, side: 'b', otherTableId: 1, otherColumnId: 15, multiple: false },
  },
  { ...common, id: 23, tableId: 2, position: 3, name: '跟进时间', type: 'dateTime', settings: {} },
]

export const base: BaseShape = {
  tables: [
    { id: 1, uid: 'a', name: '客户', role: 'customer', position: 0, primaryColumnId: 11 },
    { id: 2, uid: 'b', name: '跟进记录', role: 'followUp', position: 1, primaryColumnId: 20 },
  ],
  columns: [...customerColumns, ...followUpColumns],
  schemes: [],
  rowCounts: { 1: 300, 2: 2000 },
}

export const emptyBase: BaseShape = { tables: [], columns: [], schemes: [], rowCounts: {} }

type SheetColumn = [header: string, type: SheetPreview['columns'][number]['guess']['type'], columnId?: number | undefined, samples?: string[]]

export function sheet(name: string, rowCount: number, suggestedTableId: number | null, columns: SheetColumn[]): SheetPreview {
  return {
    name,
    rowCount,
    headerRow: columns.length === 0 ? null : 0,
    topRows: [columns.map(([header]) => header)],
    columns: columns.map(([header, type, columnId, samples], index) => ({
      index,
      header,
      samples: samples ?? ['甲', '乙'],
      guess: { type, columnId: columnId ?? null },
    })),
    suggestedTableId,
  }
}

/** A book kept in Excel for years: customers, their follow-ups by name, a price list and an empty sheet. */
export const file: FilePreview = {
  fileName: '客户资料2024.xlsx',
  format: 'xlsx',
  encoding: null,
  sheets: [
    sheet('客户', 300, 1, [
      ['客户名称', 'text', 11],
      ['电话', 'phone', 12],
      ['潜在量(元)', 'currency', 13],
      ['喜好', 'text'],
      ['', 'text', undefined, []],
    ]),
    sheet('跟进', 2000, 2, [
      ['客户', 'text', 22],
      ['时间', 'date', 23],
      ['内容', 'longText', 21],
    ]),
    sheet('订单', 900, null, [
      ['订单号', 'text'],
      ['客户名称', 'text'],
      ['金额', 'currency'],
    ]),
    sheet('Sheet4', 0, null, []),
  ],
}
