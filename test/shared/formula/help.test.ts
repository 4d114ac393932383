import { expect, test } from 'vitest'
import { catalogueNames } from '#shared/formula/functions/catalogue.ts'
import { helpMentions, signatureOf, signatureText } from '#shared/formula/functions/help.ts'
import { translator } from '#shared/i18n/translate.ts'

test('a function tells its parameters by name, those that may be left out and those that come again', () => {
  expect(signatureOf('LEFT', translator('en')).params).toEqual([
    { text: 'text', optional: false, repeats: false },
    { text: 'count', optional: true, repeats: false },
  ])
  expect(signatureOf('IFS', translator('zh-CN')).params).toEqual([
    { text: '条件', optional: false, repeats: true },
    { text: '符合时', optional: false, repeats: true },
    { text: '否则', optional: true, repeats: false },
  ])
})

test('a signature is written with brackets around what may be left out and dots after what may come again', () => {
  const written = (name: Parameters<typeof signatureOf>[0]) => signatureText(signatureOf(name, translator('zh-CN')))
  expect(written('ROUND')).toBe('ROUND(数字, [小数位数])')
  expect(written('IFS')).toBe('IFS(条件, 符合时, …, [否则])')
  expect(written('TODAY')).toBe('TODAY()')
})

test('functions are found by words of their sentence, in the language of the window', () => {
  const found = (typed: string, lang: 'zh-CN' | 'en') => catalogueNames.filter((name) => helpMentions(name, typed, translator(lang)))
  expect(found('周岁', 'zh-CN')).toEqual(['AGE'])
  expect(found('loan', 'en')).toEqual(['PMT', 'NPER'])
  expect(found('instal LOAN', 'en')).toEqual(['PMT'])
  // Not inside a word: “ear” is no year.
  expect(found('ear', 'en').includes('YEAR')).toBe(false)
  expect(found('  ', 'en')).toEqual([])
})

test('no sentence of the help says the same of two functions', () => {
  for (const lang of ['zh-CN', 'en'] as const) {
    const sentences = catalogueNames.map((name) => translator(lang)(`functionHelp.${name}`))
    expect(new Set(sentences).size).toBe(catalogueNames.length)
  }
})
