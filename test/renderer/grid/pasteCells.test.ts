import { expect, test } from 'vitest'
import type { Column } from '#shared/model/column.ts'
import { pasteInto } from '#renderer/grid/pasteCells.ts'
import type { RowLine } from '#renderer/grid/gridLine.ts'

const common = { uid: 'u', tableId: 1, role: null, position: 1, description: '', required: false }
const name: Column = { ...common, id: 1, name: '名称', type: 'text', settings: {} }
const amount: Column = {
  ...common,
  id: 2,
  name: '金额',
  type: 'number',
  settings: { format: 'currency', decimals: 2, thousands: true, symbol: '￥' },
}
const number: Column = { ...common, id: 3, name: '编号', type: 'autoNumber', settings: { pattern: '{0001}' } }
const context = { lang: 'zh-CN' as const, members: [], today: '2026-11-22' }
const lines: RowLine[] = [11, 12, 13].map((id) => ({ kind: 'row', id, number: id, cells: [], places: new Map(), heads: [] }))
const canEdit = (column: Column) => column.type !== 'autoNumber'

test('pasted cells go into rows and columns from the chosen cell on', () => {
  const pasted = pasteInto(
    lines,
    [name, amount],
    [
      ['甲', '￥1,234.50'],
      ['乙', '20'],
    ],
    context,
    canEdit,
  )
  expect(pasted.rows).toEqual([
    {
      id: 11,
      cells: [
        { columnId: 1, value: '甲' },
        { columnId: 2, value: 1234.5 },
      ],
    },
    {
      id: 12,
      cells: [
        { columnId: 1, value: '乙' },
        { columnId: 2, value: 20 },
      ],
    },
  ])
  expect(pasted.skipped).toBe(0)
})

test('one cell fills all chosen ones', () => {
  expect(pasteInto(lines, [amount], [['7']], context, canEdit).rows.map(({ id }) => id)).toEqual([11, 12, 13])
})

test('what does not fit is left out and counted', () => {
  const pasted = pasteInto(
    lines,
    [number, amount],
    [
      ['X', '很多'],
      ['Y', '5'],
    ],
    context,
    canEdit,
  )
  expect(pasted).toEqual({ rows: [{ id: 12, cells: [{ columnId: 2, value: 5 }] }], taken: 1, skipped: 3 })
})

test('a required cell is not emptied by what is pasted', () => {
  const pasted = pasteInto(lines.slice(0, 2), [{ ...name, required: true }], [['甲'], ['']], context, canEdit)
  expect(pasted).toEqual({ rows: [{ id: 11, cells: [{ columnId: 1, value: '甲' }] }], taken: 1, skipped: 1 })
})

test('buttons are passed over: what was copied from one is taken by no cell, and nothing is said of it', () => {
  const button: Column = {
    ...common,
    id: 4,
    name: '联系',
    type: 'button',
    settings: { label: '', color: 'blue', actions: [], condition: null, confirm: '' },
  }
  const pasted = pasteInto(lines, [name, button, amount], [['甲', '', '20']], context, (column) => column.type !== 'button')
  expect(pasted).toEqual({
    rows: [
      {
        id: 11,
        cells: [
          { columnId: 1, value: '甲' },
          { columnId: 2, value: 20 },
        ],
      },
    ],
    taken: 2,
    skipped: 0,
  })
})
