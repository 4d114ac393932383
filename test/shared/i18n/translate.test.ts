import { expect, test } from 'vitest'
import { errorCodes } from '#shared/contract/error.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { en } from '#shared/i18n/en/catalogue.ts'
import { errors as enErrors } from '#shared/i18n/en/errors.ts'
import { fillMessage, paramsOfMessage } from '#shared/i18n/message.ts'
import { translator } from '#shared/i18n/translate.ts'
import { zhCN } from '#shared/i18n/zh-CN/catalogue.ts'
import { errors as zhErrors } from '#shared/i18n/zh-CN/errors.ts'

/** Every text of a language by `room.key`. */
function textsOf(catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>): Map<string, string> {
  return new Map(Object.entries(catalogue).flatMap(([room, texts]) => Object.entries(texts).map(([key, text]) => [`${room}.${key}`, text] as const)))
}

const chinese = textsOf({ ...zhCN, errors: zhErrors })
const english = textsOf({ ...en, errors: enErrors })

test('both languages have the same texts, with the same parameters, none blank', () => {
  expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted())
  for (const [key, text] of chinese) {
    expect(paramsOfMessage(english.get(key) ?? ''), key).toEqual(paramsOfMessage(text))
    expect(text.trim() === '' || english.get(key)?.trim() === '', key).toBe(false)
  }
})

test('Chinese sentences have Chinese punctuation', () => {
  const mixed = [...chinese].filter(([, text]) => /[\u4e00-\u9fff][,;:!?]/u.test(text)).map(([key]) => key)
  expect(mixed).toEqual([])
})

test('parameters and plurals', () => {
  expect(translator('zh-CN')('common.rowCount', { count: 12_345 })).toBe('12,345 行')
  expect([0, 1, 2].map((count) => translator('en')('common.rowCount', { count }))).toEqual(['0 rows', '1 row', '2 rows'])
  expect(fillMessage('{a} and {b}', { a: 'x{b}' }, 'en')).toBe('x{b} and {b}')
})

test('every error says in both languages what happened, and keeps its code', () => {
  for (const code of errorCodes) expect([zhErrors[code].length, enErrors[code].length].every((length) => length > 8)).toBe(true)
  expect(appError('base.inUse', { name: '客户.kebu' })).toEqual({
    code: 'base.inUse',
    message: {
      'zh-CN': '「客户.kebu」正在被另一个程序使用。请先在那边关闭，或以只读方式打开。',
      en: '“客户.kebu” is in use by another program. Close it there first, or open it read-only.',
    },
  })
  expect(withDetails(appError('internal'), new TypeError('x')).details).toBe('TypeError: x')
})
