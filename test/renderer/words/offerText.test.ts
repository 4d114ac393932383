import { expect, test } from 'vitest'
import { translator } from '#shared/i18n/translate.ts'
import { offerText } from '#renderer/words/offerText.ts'
import type { Words } from '#renderer/words/words.ts'

const words: Words = { column: (id) => ['', '所属客户', '客户'][id] ?? '', value: String, choice: (_, id) => String(id) }

test('what limits a picker is said in a sentence; what is gone is not', () => {
  const t = translator('zh-CN')
  const match = [
    { otherColumnId: 1, ownColumnId: 2 },
    { otherColumnId: 8, ownColumnId: 2 },
  ]
  expect(offerText(null, undefined, words, t)).toBeNull()
  expect(offerText({ viewId: 5, filter: null, match: [] }, undefined, words, t)).toBeNull()
  expect(offerText({ viewId: 5, filter: null, match }, { name: '重点客户' }, words, t)).toBe(
    '只显示视图「重点客户」中的行；只显示「所属客户」与本行「客户」相同的行',
  )
  const filter = { kind: 'condition' as const, columnId: 1, operator: 'isNotEmpty' as const }
  expect(offerText({ viewId: null, filter, match: [] }, undefined, words, t)).toContain('只显示这样的行：')
})
