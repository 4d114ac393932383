import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import type { Filter } from '#shared/model/filter.ts'
import { filterText } from '#renderer/words/filterText.ts'
import type { Words } from '#renderer/words/words.ts'

const words: Words = {
  column: (id) => ['', '订单数', '拜访次数', '电话次数'][id] ?? '',
  value: (_, value) => String(value),
  choice: (_, id) => String(id),
}
const atLeast = (value: number | { kind: 'column'; columnId: number }): Filter => ({
  kind: 'condition',
  columnId: 1,
  operator: 'greaterOrEqual',
  value,
})

test('a number stands off from Chinese words, the name of a column does not', () => {
  const t = translator('zh-CN')
  expect(filterText(atLeast(3), words, t)).toBe('「订单数」不少于 3')
  expect(filterText(atLeast({ kind: 'column', columnId: 2 }), words, t)).toBe('「订单数」不少于「拜访次数」')
})

test('a column that is to be at least several others is named once', () => {
  const other = (columnId: number) => atLeast({ kind: 'column', columnId })
  const all: Filter = { kind: 'and', items: [atLeast(1), other(2), other(3)] }
  expect(filterText(all, words, translator('zh-CN'))).toBe('「订单数」不少于 1，也不少于「拜访次数」、「电话次数」')
  expect(filterText(all, words, translator('en'))).toBe('“订单数” is at least 1, and at least “拜访次数”, “电话次数”')
  // One or the other is another matter.
  expect(filterText({ ...all, kind: 'or' }, words, translator('zh-CN'))).toBe(
    '「订单数」不少于 1，或者「订单数」不少于「拜访次数」，或者「订单数」不少于「电话次数」',
  )
})
