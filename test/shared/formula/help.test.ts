import { expect, test } from 'vitest'
import { signatureOf } from '#shared/formula/functions/help.ts'
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
