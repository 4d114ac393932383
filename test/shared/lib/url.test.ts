import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUrl, parseUrl } from '#shared/lib/url.ts'
import { anyText } from '../anyText.ts'

test.each([
  ['example.com', 'https://example.com'],
  [' Example.COM/a?b=1#c ', 'https://example.com/a?b=1#c'],
  ['HTTP://例子.中国/路径', 'http://例子.中国/路径'],
  ['localhost:8080/x', 'https://localhost:8080/x'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
  ['<https://a.cn>', 'https://a.cn'],
  ['li.lei@example.com', 'mailto:li.lei@example.com'],
  ['mailto:a@b.cn?subject=hi', 'mailto:a@b.cn?subject=hi'],
])('%s is taken as %s', (typed, stored) => {
  expect(parseUrl(typed)).toBe(stored)
})

test.each([
  'javascript:alert(1)',
  'javascript://example.com/%0aalert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'ftp://example.com',
  'https://user:secret@example.com',
  'https://',
  'hello',
  'two words.com',
  'https://a.com/with space',
  `https://a.com/${'x'.repeat(2000)}`,
])('%s is no address that may be opened', (typed) => {
  expect(parseUrl(typed)).toBeNull()
})

test('whatever is taken is http, https or mailto, and reads back as it is', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.webUrl(), fc.emailAddress()), (typed) => {
      const url = parseUrl(typed)
      if (url === null) return
      expect(url).toMatch(/^(?:https?:\/\/|mailto:)/u)
      expect(isUrl(url)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
