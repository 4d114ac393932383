import { expect, test } from 'vitest'
import { changesEntry, draftOfEntry, emptyAction, withEntry, withSuggested } from '#renderer/features/schemes/strategy/strategyEdit.ts'

const entry = (optionId: number, strategy: string) => ({ optionId, strategy, contactDays: 7, actions: [] })

test('the strategy of a class takes its place; lines without a title are dropped, and one that says nothing is none', () => {
  const playbook = [entry(3, '丙'), entry(9, '没有了的类')]
  const draft = { strategy: ' 甲 ', contactDays: null, actions: [{ ...emptyAction, title: ' 打电话 ' }, emptyAction] }
  const saved = withEntry(playbook, 1, draft, [1, 2, 3])
  expect(saved).toEqual([
    { optionId: 1, strategy: '甲', contactDays: null, actions: [{ title: '打电话', methodId: null, afterDays: 0 }] },
    entry(3, '丙'),
    entry(9, '没有了的类'),
  ])
  expect(withEntry(saved, 1, draftOfEntry(null), [1, 2, 3])).toEqual(playbook)
})

test('suggestions fill what is empty and leave what is written', () => {
  expect(withSuggested([entry(2, '自己的')], [entry(1, '建议'), entry(2, '建议')], [1, 2])).toEqual([entry(1, '建议'), entry(2, '自己的')])
})

test('a strategy that was only opened is no change; what is written, or emptied, is one', () => {
  const playbook = [entry(1, '勤联系')]
  expect(changesEntry(playbook, 1, draftOfEntry(entry(1, '勤联系')))).toBe(false)
  expect(changesEntry(playbook, 2, draftOfEntry(null))).toBe(false)
  expect(changesEntry(playbook, 2, { ...draftOfEntry(null), actions: [{ ...emptyAction, title: '打电话' }] })).toBe(true)
  expect(changesEntry(playbook, 1, { strategy: ' ', contactDays: null, actions: [] })).toBe(true)
})
