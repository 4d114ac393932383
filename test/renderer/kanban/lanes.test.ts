import { expect, test } from 'vitest'
import type { Column, ColumnOf } from '#shared/model/column.ts'
import { lanesOf } from '#renderer/features/kanban/lanes.ts'

const common = { uid: 'u', tableId: 1, name: '阶段', role: null, position: 1, description: '', required: false, unique: false }
const select: ColumnOf<'singleSelect'> = {
  ...common,
  id: 7,
  type: 'singleSelect',
  settings: {
    options: [
      { id: 2, name: '报价', color: 'blue' },
      { id: 1, name: '成交', color: 'green' },
    ],
  },
}
const words = { empty: '未填', yes: '是', no: '否', format: (_column: Column, value: unknown) => String(value) }
const head = (value: number | null, count: number) => ({ key: JSON.stringify([value]), value, count })
const short = (lanes: ReturnType<typeof lanesOf>) => lanes.map(({ name, count }) => `${name} ${count}`)

test('lanes stand in the order of the options, with those without a card, and what is not filled in last', () => {
  const lanes = lanesOf(select, [head(1, 5), head(null, 2)], [], words, false)
  expect(short(lanes)).toEqual(['报价 0', '成交 5', '未填 2'])
  expect(lanes.map(({ key }) => key)).toEqual(['[2]', '[1]', '[null]'])
})

test('empty lanes can be left out, and a required column has a lane for what is missing only where something is', () => {
  expect(short(lanesOf(select, [head(1, 5)], [], words, true))).toEqual(['成交 5'])
  expect(short(lanesOf({ ...select, required: true }, [head(1, 5)], [], words, false))).toEqual(['报价 0', '成交 5'])
  expect(short(lanesOf({ ...select, required: true }, [head(null, 1)], [], words, true))).toEqual(['未填 1'])
})

test('members have their lanes; of those who left only what is still theirs', () => {
  const member: ColumnOf<'member'> = { ...common, id: 8, type: 'member', settings: {} }
  const people = [
    { id: 1, uid: 'a', name: '李雷', color: 'blue', active: true },
    { id: 2, uid: 'b', name: '韩梅', color: 'red', active: false },
    { id: 3, uid: 'c', name: '王明', color: 'red', active: false },
  ]
  const format = (_column: Column, value: unknown) => people.find(({ id }) => id === value)?.name ?? ''
  expect(short(lanesOf(member, [head(2, 4)], people, { ...words, format }, false))).toEqual(['李雷 0', '韩梅 4', '未填 0'])
})

test('a box is ticked or not, and nothing else', () => {
  const box: ColumnOf<'checkbox'> = { ...common, id: 9, type: 'checkbox', settings: {} }
  expect(short(lanesOf(box, [head(0, 3)], [], words, false))).toEqual(['是 0', '否 3'])
})
