import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formulaSafe, formulaUnsafe } from '#main/engine/exchange/formulaSafe.ts'

test.each(['=1+1', '=HYPERLINK("http://x")', '@SUM(A1)', '+cmd|x', '-2+3+cmd|x', '\t=1', '＝1+1', "'=1", '-A1'])(
  '%j is kept from being run',
  (text) => {
    expect(formulaSafe(text)).toBe(`'${text}`)
  },
)

test.each(['-5', '+86 138-0013-8000', '-1,234.50', '-12.5%', '+8613800138000', '2024-03-05', "'引文'", '客户', '- ', '100'])(
  '%j stays as it is',
  (text) => {
    expect(formulaSafe(text)).toBe(text)
  },
)

test('taking off what was put on is exact', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '1', '甲', '\t', '＝', ' ', 'a') })
  fc.assert(fc.property(text, (any) => formulaUnsafe(formulaSafe(any)) === any))
})
