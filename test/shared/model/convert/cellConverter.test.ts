import { expect, test } from 'vitest'
import { columnSchema, type Column, type ColumnType } from '#shared/model/column.ts'
import { columnKind } from '#shared/model/columns/registry.ts'
import { cellConverter } from '#shared/model/convert/cellConverter.ts'

function column(type: ColumnType, settings: object = {}): Column {
  const base = { id: 1, uid: '', tableId: 1, name: '列', role: null, position: 1, description: '', required: false }
  return columnSchema.parse({ ...base, type, settings: { ...columnKind(type).defaultSettings, ...settings } })
}
const context = { lang: 'zh-CN', members: [], today: '2026-11-26' } as const
const options = [
  { id: 1, name: '甲', color: 'blue' },
  { id: 2, name: '乙', color: 'red' },
]

test.each([
  ['text', '12.345', 'number', { decimals: 2 }, 'changed', '12.35'],
  ['text', '12.345', 'number', { decimals: 3 }, 'same', '12.345'],
  ['text', '￥1,200元', 'number', {}, 'same', '1200.00'],
  ['text', '0571', 'number', { decimals: 0 }, 'changed', '571'],
  ['text', '约一百', 'number', {}, 'lost', ''],
  ['text', '2024年3月5日', 'date', {}, 'same', '2024-03-05'],
  ['text', '2024年3月5日 10:30', 'dateTime', {}, 'same', '2024-03-05 10:30'],
  ['text', '√', 'checkbox', {}, 'same', '是'],
  ['text', '也许', 'checkbox', {}, 'lost', ''],
  ['text', '甲', 'singleSelect', { options }, 'same', '甲'],
  ['text', '丙', 'singleSelect', { options }, 'lost', ''],
  ['text', '乙；甲', 'multipleSelect', { options }, 'same', '乙、甲'],
  ['text', '李雷 <a@b.com>', 'email', {}, 'changed', 'a@b.com'],
  ['longText', '第一行\n第二行', 'text', {}, 'changed', '第一行 第二行'],
  ['date', '2024-03-05', 'dateTime', {}, 'same', '2024-03-05 00:00'],
  ['dateTime', '2024-03-05T00:00', 'date', {}, 'same', '2024-03-05'],
  ['dateTime', '2024-03-05T10:30', 'date', {}, 'changed', '2024-03-05'],
  ['number', 12.345, 'text', {}, 'changed', '12.35'],
  ['number', 12.5, 'text', {}, 'same', '12.50'],
  ['number', 0.125, 'number', { format: 'percent', decimals: 1 }, 'same', '12.5%'],
  ['number', 2.675, 'number', { format: 'currency', symbol: '￥' }, 'changed', '￥2.68'],
  ['number', 1, 'checkbox', {}, 'same', '是'],
  ['number', 5, 'checkbox', {}, 'lost', ''],
  ['checkbox', 1, 'text', {}, 'same', '是'],
  ['checkbox', 0, 'number', { decimals: 0 }, 'same', '0'],
  ['phone', '0571-88888888', 'number', {}, 'lost', ''],
  ['text', null, 'number', {}, 'empty', ''],
] as const)('%s %j as %s %j is %s: %s', (from, value, to, settings, outcome, after) => {
  expect(cellConverter(column(from), column(to, settings), context)(value)).toMatchObject({ outcome, after })
})

test('options keep their numbers from a single to a multiple select and back', () => {
  const single = column('singleSelect', { options })
  const multiple = column('multipleSelect', { options })
  expect(cellConverter(single, multiple, context)(2)).toMatchObject({ outcome: 'same', value: '[2]' })
  expect(cellConverter(multiple, single, context)('[2]')).toMatchObject({ outcome: 'same', value: 2 })
  expect(cellConverter(multiple, single, context)('[2,1]')).toMatchObject({ outcome: 'changed', value: 2, before: '乙、甲', after: '乙' })
})
