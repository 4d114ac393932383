import { expect, test } from 'vitest'
import { dayOfAction, rhythmOfGrade, suggestionOf, takeAction } from '#renderer/features/rowPage/suggestion.ts'
import type { Column } from '#shared/model/column.ts'

const today = '2026-11-26'
const action = (title: string, afterDays = 0) => ({ title, methodId: 3, afterDays })
const select = (id: number, names: readonly string[]): Column => ({
  id,
  uid: String(id),
  tableId: 1,
  name: `列${id}`,
  role: null,
  position: id,
  description: '',
  required: false,
  type: 'singleSelect',
  settings: { options: names.map((name, index) => ({ id: index + 1, name, code: name.toLowerCase(), color: 'blue' })) },
})
const columns = new Map([select(5, ['S', 'A']), select(6, ['活跃', '沉睡'])].map((column) => [column.id, column]))
const column = (id: number) => columns.get(id)
const grade = {
  id: 1,
  code: 'grade',
  enabled: true,
  targetColumnId: 5,
  playbook: [{ optionId: 1, strategy: '专人', contactDays: 14, actions: [action('拜访', 7)] }],
}
const activity = {
  id: 2,
  code: 'activity',
  enabled: true,
  targetColumnId: 6,
  playbook: [
    { optionId: 1, strategy: '保持', contactDays: null, actions: [] },
    { optionId: 2, strategy: '唤醒', contactDays: 7, actions: [action('打电话')] },
  ],
}

test('the shortest rhythm of the classes decides by when to be in touch', () => {
  const both = suggestionOf([grade, activity], column, { 5: 1, 6: 2 }, '2026-11-22T10:00', today)
  expect(both?.advice.map(({ entry }) => entry.strategy)).toEqual(['唤醒', '专人'])
  expect(both?.rhythm).toEqual({ days: 7, className: '沉睡' })
  expect(both?.due).toEqual({ day: '2026-11-29', missed: null })
  const one = suggestionOf([activity, grade], column, { 5: 1, 6: 1 }, '2026-11-01', today)
  expect(one?.advice.map(({ entry }) => entry.strategy)).toEqual(['专人', '保持'])
  expect(one?.due).toEqual({ day: today, missed: '2026-11-15' })
  expect(suggestionOf([grade], column, { 5: 1 }, null, today)?.due).toEqual({ day: today, missed: null })
})

test('a class without a strategy, a scheme that is off and a row without a class suggest nothing', () => {
  expect(suggestionOf([grade], column, { 5: 2 }, null, today)).toBeNull()
  expect(suggestionOf([grade], column, {}, null, today)).toBeNull()
  expect(suggestionOf([{ ...grade, enabled: false }], column, { 5: 1 }, null, today)).toBeNull()
  expect(suggestionOf([activity], column, { 6: 1 }, '2026-11-01', today)).toMatchObject({ rhythm: null, due: null })
})

test('the rhythm that comes with the grade counts while its scheme has no strategies', () => {
  expect(rhythmOfGrade([{ ...grade, playbook: [] }], column, { 5: 2 })).toEqual({ days: 14, className: 'A' })
  expect(rhythmOfGrade([grade], column, { 5: 2 })).toBeNull()
})

test('what is for today is written down, what is for later comes next', () => {
  const due = { due: { day: '2026-11-26', missed: '2026-11-01' } }
  expect(dayOfAction(action('拜访', 7), due, today)).toBe('2026-12-03')
  expect(dayOfAction(action('打电话'), { due: null }, today)).toBe(today)
  expect(takeAction(action('打电话'), today, today, true)).toEqual({ content: '打电话', methodId: 3 })
  expect(takeAction({ ...action('打电话'), methodId: null }, today, today, true)).toEqual({ content: '打电话' })
  expect(takeAction(action('拜访', 7), '2026-12-03', today, true)).toEqual({ nextTime: '2026-12-03T09:00', nextContent: '拜访' })
})
