import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import type { Filter } from '#shared/model/filter.ts'
import { filterText } from '#renderer/words/filterText.ts'
import type { Words } from '#renderer/words/words.ts'

const words: Words = { column: (id) => ['', '订单数', '拜访次数'][id] ?? '', value: (_, value) => String(value), choice: (_, id) => String(id) }
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
