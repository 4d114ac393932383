import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainLine } from '#main/engine/exchange/import/plainLine.ts'
import { cleanLine } from '#shared/lib/text.ts'

test('a plain line is one that cleaning leaves as it is', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('客', ' ', '　', '，', '（', '\u200b', '\n', '\t', 'é', 'e\u0301', '〇', '\u3099', '\uff9e', '\uffff', '가'),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
  })
  fc.assert(
    fc.property(text, (any) => !isPlainLine(any) || cleanLine(any) === any),
    { numRuns: 5000 },
  )
  expect(isPlainLine('上海博远科技（集团）有限公司，A-1')).toBe(true)
})
