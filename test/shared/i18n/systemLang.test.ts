import { expect, test } from 'vitest'
import { systemLang } from '#shared/i18n/systemLang.ts'

test.each([
  ['linux', [], {}, 'zh-CN'],
  ['linux', ['en-US'], { LANG: 'C.UTF-8' }, 'zh-CN'],
  ['linux', ['en-US'], { LANG: 'POSIX' }, 'zh-CN'],
  ['linux', ['en-US'], { LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  ['linux', ['zh-CN'], { LANG: 'en_US.UTF-8' }, 'en'],
  ['linux', [], { LANG: 'zh_CN.UTF-8', LC_ALL: 'de_DE.UTF-8' }, 'en'],
  ['win32', ['zh-Hans-CN', 'en-US'], {}, 'zh-CN'],
  ['darwin', ['en-GB', 'zh-Hans'], { LANG: 'zh_CN.UTF-8' }, 'en'],
  ['darwin', [], {}, 'zh-CN'],
] as const)('%s preferring %j with %j starts in %s', (platform, preferred, environment, lang) => {
  expect(systemLang(platform, preferred, environment)).toBe(lang)
})
